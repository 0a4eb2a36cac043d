import Foundation
import PlanModel
import PlanTestSupport
import Testing

/// The schema of plans in JSON says what the reader and the writer do, no less and no more.
@Suite struct SchemaTests {
  private static let files = RoundTripTests.files

  /// Plans in JSON that have everything the format has: the real ones, the examples and 300 generated ones.
  private func plans() throws -> [JSONValue] {
    let written = try Self.files.map { try String(contentsOf: Package.root.appending(path: $0), encoding: .utf8) }
    let generated = (0..<300).map { PlanGenerator.text(seed: $0) }
    return try (written + generated).map { text in
      let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
      return try JSONValue(text: try PlanConversion.convert(document, to: .json))
    }
  }

  private func checker() throws -> SchemaChecker { try SchemaChecker(text: PlanJSON.planSchema.text) }

  @Test func everyPlanFitsAndEverythingInTheSchemaOccurs() throws {
    let checker = try checker()
    var used = SchemaChecker.Usage()
    for plan in try plans() {
      let problems = checker.problems(in: plan)
      #expect(problems.isEmpty, "\(problems.prefix(3))")
      used.merge(checker.usage(of: plan))
    }
    let everything = checker.everything
    #expect(everything.properties.subtracting(used.properties).sorted() == [])
    #expect(everything.words.subtracting(used.words).sorted() == [])
    #expect(Set(everything.objects.keys).subtracting(used.objects.keys).sorted() == [])
    #expect(checker.openObjects.isEmpty)
  }

  /// The reader says which keys an object can have when it meets one that it does not know.
  @Test func theReaderKnowsTheSameKeys() throws {
    let checker = try checker()
    var seen: Set<String> = []
    for plan in try plans() {
      for (location, path) in checker.usage(of: plan).objects where seen.insert(location).inserted {
        let changed = try plan.adding("unknown", .null, at: path[...]).text
        let document = PlanDocument(reading: SourceText(name: "a.plan.json", text: changed))
        let known = document.problems.compactMap { problem -> [String]? in
          if case .unknownKey("unknown", _, let known) = problem.value { return known }
          return nil
        }
        #expect(known.map { Set($0) } == [checker.propertyNames(at: location)], "\(location)")
      }
    }
    #expect(seen == Set(checker.everything.objects.keys))
  }

  @Test func wordsAreThoseOfTheModel() throws {
    let checker = try checker()
    #expect(checker.words(at: "#/$defs/section/properties/kind") == Set(SectionKind.allCases.map(\.rawValue)))
    #expect(
      checker.words(at: "#/$defs/deadline/oneOf/1/properties/every")
        == Set(Recurrence.Interval.allCases.map(\.rawValue)))
  }

  @Test func everyLabelFits() throws {
    let checker = try checker()
    let samples = ["壹、", "一、", "(一)", "（一）", "1.", "1、", "１．", "(1)", "①"].compactMap { Label.read(at: $0)?.label }
    #expect(Set(samples.map(\.style)) == Set(Label.Style.allCases))
    for sample in samples {
      for value in 1...20 {
        let citation = JSONValue.object(["text": .string("甲"), "label": .string(sample.with(value: value))])
        let section = JSONValue.object([
          "heading": .string("計畫依據"), "kind": .string("citations"), "citations": .array([citation]),
        ])
        let plan = JSONValue.object(["format": .string(PlanJSON.format), "sections": .array([section])])
        #expect(checker.problems(in: plan).isEmpty, "\(sample.with(value: value))")
      }
    }
  }

  // MARK: Wrong files

  private static func names(in folder: String) -> [String] {
    let path = Package.root.appending(path: "Tests/PlanModelTests/\(folder)").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".json") }
      .sorted()
  }

  private func read(_ folder: String, _ name: String) throws -> (value: JSONValue, document: PlanDocument) {
    let text = try String(
      contentsOf: Package.root.appending(path: "Tests/PlanModelTests/\(folder)/\(name)"), encoding: .utf8)
    return (try JSONValue(text: text), PlanDocument(reading: SourceText(name: name, text: text)))
  }

  @Test(arguments: names(in: "WrongJSON"))
  func bothRefuse(name: String) throws {
    let (value, document) = try read("WrongJSON", name)
    #expect(try !checker().problems(in: value).isEmpty)
    #expect(!document.problems.isEmpty)
  }

  /// What a schema cannot say, or not without guessing what a text means.
  @Test(arguments: names(in: "StricterThanSchema"))
  func onlyTheReaderRefuses(name: String) throws {
    let (value, document) = try read("StricterThanSchema", name)
    #expect(try checker().problems(in: value) == [])
    #expect(!document.problems.isEmpty)
  }

  @Test func thereAreWrongFiles() {
    #expect(Self.names(in: "WrongJSON").count >= 20)
    #expect(Self.names(in: "StricterThanSchema").count >= 4)
  }
}

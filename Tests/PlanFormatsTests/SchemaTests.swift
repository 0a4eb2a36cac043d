import PlanFormats
import PlanModel
import PlanText
import Foundation
import PlanTestSupport
import Testing

/// The schema of plans in JSON says what the reader and the writer do, no less and no more.
@Suite struct SchemaTests {
  private static let files = RoundTripTests.files

  private struct Checked {
    let plan: JSONValue
    let problems: [String]
    let usage: SchemaChecker.Usage
  }

  /// Plans and proposals in JSON that have everything the format has, checked: the real ones, the examples and 400
  /// generated ones.
  private static let checked = Result { () throws -> [Checked] in
    let checker = try SchemaChecker(text: PlanJSON.planSchema.text)
    let written = try files.map { try String(contentsOf: Package.root.appending(path: $0), encoding: .utf8) }
    let generated = (0..<300).map { PlanGenerator.text(seed: $0) } + (0..<100).map { PlanGenerator.proposal(seed: $0) }
    return try (written + generated).map { text in
      let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
      let plan = try JSONValue(text: try PlanConversion.convert(document, to: .json))
      let (problems, usage) = checker.check(plan)
      return Checked(plan: plan, problems: problems, usage: usage)
    }
  }

  private func checker() throws -> SchemaChecker { try SchemaChecker(text: PlanJSON.planSchema.text) }

  @Test func everyPlanFits() throws {
    for checked in try Self.checked.get() { #expect(checked.problems.isEmpty, "\(checked.problems.prefix(3))") }
    #expect(try checker().openObjects.isEmpty)
  }

  /// The reader says which keys an object can have when it meets one that it does not know.
  @Test func theReaderKnowsTheSameKeys() throws {
    let checker = try checker()
    var seen: Set<String> = []
    for checked in try Self.checked.get() {
      for (location, path) in checked.usage.objects where seen.insert(location).inserted {
        let changed = try checked.plan.adding("unknown", .null, at: path[...]).text
        let document = PlanDocument(reading: SourceText(name: "a.plan.json", text: changed))
        let known = document.problems.compactMap { problem -> [String]? in
          if case .unknownKey("unknown", _, let known) = problem.value { return known }
          return nil
        }
        // These follow from the words and are compared as a whole.
        let derived = ["inspectionBox": "boxes", "lag": "lag", "items": "parts"]
        if let key = location.split(separator: "/").last.flatMap({ derived[String($0)] }) {
          let differs = document.problems.contains {
            if case .derivedValueDiffers(key, _) = $0.value { true } else { false }
          }
          #expect(differs)
        } else {
          #expect(known.map { Set($0) } == [checker.propertyNames(at: location)], "\(location)")
        }
      }
    }
    #expect(seen == Set(checker.everything.objects.keys))
  }

  @Test func wordsAreThoseOfTheModel() throws {
    let checker = try checker()
    let deadline = "#/$defs/deadline/oneOf/1/properties"
    #expect(checker.words(at: "#/$defs/section/properties/kind") == Set(SectionKind.allCases.map(\.rawValue)))
    #expect(
      checker.words(at: "#/$defs/measuresSection/properties/kind") == Set(TableLayout.allCases.map(\.kind.rawValue)))
    #expect(
      checker.words(at: "#/$defs/proposalSection/properties/kind")
        == Set(ProposalSectionKind.allCases.map(\.rawValue)))
    #expect(checker.words(at: "#/properties/document") == Set(DocumentKind.allCases.map(\.rawValue)))
    #expect(checker.words(at: "\(deadline)/every") == Set(Recurrence.Interval.allCases.map(\.rawValue)))
    let used = try Self.checked.get().reduce(into: Set()) { $0.formUnion($1.usage.words) }
    let kinds = checker.everything.words.filter {
      $0.hasPrefix("\(deadline)/kind=") || $0.contains("ection/properties/kind=")
    }
    let all = Set(SectionKind.allCases.map(\.rawValue)).union(ProposalSectionKind.allCases.map(\.rawValue))
    #expect(Set(kinds.compactMap { $0.split(separator: "=").last.map(String.init) }).isSuperset(of: all))
    #expect(kinds.subtracting(used) == [])
  }

  @Test func everyLabelFits() throws {
    let checker = try checker()
    let beginnings = ["壹、", "一、", "(一)", "（一）", "1.", "1、", "１．", "(1)", "1)", "1）", "①", "2-1", "甲、"]
    let samples = beginnings.compactMap { Label.read(at: "\($0) 辦理")?.label }
    #expect(Set(samples.map(\.style)) == Set(Label.Style.allCases))
    for sample in samples {
      for value in 1...20 {
        let label = sample.with(value: value)
        let citation = JSONValue.object(["text": .string("甲"), "label": .string(label)])
        let section = JSONValue.object([
          "heading": .string("計畫依據"), "kind": .string("citations"), "citations": .array([citation]),
        ])
        let plan = JSONValue.object(["format": .string(PlanJSON.format), "sections": .array([section])])
        #expect(checker.check(plan).problems.isEmpty, "\(label)")
        let document = PlanDocument(reading: SourceText(name: "a.plan.json", text: try plan.text))
        #expect(document.problems.isEmpty, "\(document.problemList)")
      }
    }
  }

  // MARK: Wrong files

  private static func names(in folder: String) -> [String] {
    let path = Package.root.appending(path: "Tests/PlanFormatsTests/\(folder)").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".json") }
      .sorted()
  }

  private func read(_ folder: String, _ name: String) throws -> (value: JSONValue, document: PlanDocument) {
    let text = try String(
      contentsOf: Package.root.appending(path: "Tests/PlanFormatsTests/\(folder)/\(name)"), encoding: .utf8)
    return (try JSONValue(text: text), PlanDocument(reading: SourceText(name: name, text: text)))
  }

  @Test(arguments: names(in: "WrongJSON"))
  func bothRefuse(name: String) throws {
    let (value, document) = try read("WrongJSON", name)
    #expect(try !checker().check(value).problems.isEmpty)
    #expect(!document.problems.isEmpty)
  }

  /// What a schema cannot say, or not without guessing what a text means.
  @Test(arguments: names(in: "StricterThanSchema"))
  func onlyTheReaderRefuses(name: String) throws {
    let (value, document) = try read("StricterThanSchema", name)
    #expect(try checker().check(value).problems == [])
    #expect(!document.problems.isEmpty)
  }

  @Test func thereAreWrongFiles() {
    #expect(Self.names(in: "WrongJSON").count >= 20)
    #expect(Self.names(in: "StricterThanSchema").count >= 4)
  }
}

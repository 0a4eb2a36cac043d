import PlanFormats
import PlanModel
import PlanText
import Foundation
import PlanTestSupport
import Testing

/// Turning a plan into the other syntax and back loses nothing, and writing is canonical.
@Suite struct RoundTripTests {
  static let files = [
    "seeds/shilin-police-107.plan.md", "seeds/taichung-port-police-107.plan.md", "seeds/wanhua-household-105.plan.md",
    "seeds/wanhua-district-109.plan.md",
    "Examples/minimal.plan.md",
    "Examples/every-construct.plan.md", "seeds/e-ledger-proposal-106.plan.md",
  ]

  @Test(arguments: files)
  func filesSurvive(name: String) throws {
    try expectRoundTrip(of: try String(contentsOf: Package.root.appending(path: name), encoding: .utf8))
  }

  @Test(arguments: 0..<10)
  func generatedPlansSurvive(block: UInt64) throws {
    for seed in (block * 30)..<(block * 30 + 30) { try expectRoundTrip(of: PlanGenerator.text(seed: seed)) }
  }

  /// Whatever happens to a file, there is a plan or a problem, and what reads without a problem is all there.
  @Test(arguments: 0..<10)
  func editedPlansLoseNothing(block: UInt64) throws {
    for seed in (block * 12)..<(block * 12 + 12) {
      var edits = RandomEdits(seed: seed)
      let seedFile = try [Seed.shilin, .taichung, .ledger][Int(seed % 3)].source()
      let document = PlanDocument(reading: SourceText(name: "edited.plan.md", bytes: edits.apply(to: seedFile.bytes)))
      guard document.problems.isEmpty else { continue }
      let written = PlanTextWriter.text(document.content)
      #expect(
        lost(from: document.source.text(in: 0..<document.source.bytes.count), in: written).isEmpty, "seed \(seed)")
      try expectExactOrRefused(document)
    }
  }

  @Test(arguments: 0..<10)
  func editedGeneratedPlansSurviveOrAreRefused(block: UInt64) throws {
    for seed in (block * 20)..<(block * 20 + 20) {
      var edits = RandomEdits(seed: seed)
      let bytes = edits.apply(to: Array(PlanGenerator.text(seed: seed).utf8))
      try expectExactOrRefused(PlanDocument(reading: SourceText(name: "edited.plan.md", bytes: bytes)))
    }
  }

  @Test(arguments: 0..<10)
  func generatedProposalsSurvive(block: UInt64) throws {
    for seed in (block * 30)..<(block * 30 + 30) { try expectRoundTrip(of: PlanGenerator.proposal(seed: seed)) }
  }

  @Test(arguments: 0..<10)
  func editedProposalsSurviveOrAreRefused(block: UInt64) throws {
    for seed in (block * 20)..<(block * 20 + 20) {
      var edits = RandomEdits(seed: seed)
      let text = PlanGenerator.proposal(seed: seed)
      let document = PlanDocument(reading: SourceText(name: "edited.plan.md", bytes: edits.apply(to: Array(text.utf8))))
      try expectExactOrRefused(document)
      let json = try? PlanConversion.convert(PlanDocument(reading: SourceText(name: "a.md", text: text)), to: .json)
      let bytes = edits.apply(to: Array(try #require(json).utf8))
      try expectExactOrRefused(PlanDocument(reading: SourceText(name: "edited.plan.json", bytes: bytes)))
    }
  }

  @Test(arguments: 0..<10)
  func editedJSONSurvivesOrIsRefused(block: UInt64) throws {
    for seed in (block * 10)..<(block * 10 + 10) {
      let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: PlanGenerator.text(seed: seed)))
      var edits = RandomEdits(seed: seed)
      let bytes = edits.apply(to: Array(try PlanConversion.convert(document, to: .json).utf8))
      try expectExactOrRefused(PlanDocument(reading: SourceText(name: "edited.plan.json", bytes: bytes)))
    }
  }

  // MARK: Comparing

  /// Text → JSON → text → JSON: nothing is reported, and both forms are the same the second time.
  private func expectRoundTrip(of text: String) throws {
    let first = PlanDocument(reading: SourceText(name: "first.plan.md", text: text))
    // Empty cells that go on with the one above are written out.
    let problems = first.problems.filter { if case .continuedCells = $0.value { false } else { true } }
    try #require(problems.isEmpty, "\(first.problemList)\n\(text)")
    let json = try PlanConversion.convert(first, to: .json)
    let fromJSON = PlanDocument(reading: SourceText(name: "second.plan.json", text: json))
    try #require(fromJSON.problems.isEmpty, "\(fromJSON.problemList)")
    let written = try PlanConversion.convert(fromJSON, to: .text)
    let second = PlanDocument(reading: SourceText(name: "third.plan.md", text: written))
    #expect(second.problems.isEmpty, "\(second.problemList)")
    #expect(try PlanConversion.convert(second, to: .json) == json)
    #expect(PlanTextWriter.text(second.content) == written)
    #expect(PlanTextWriter.text(first.content) == written)
  }

  /// A plan that reads without a problem can be written in both syntaxes, unless it is refused for not being exact.
  private func expectExactOrRefused(_ document: PlanDocument) throws {
    guard document.problems.isEmpty else { return }
    let json = try PlanConversion.convert(document, to: .json)
    let fromJSON = PlanDocument(reading: SourceText(name: "b.plan.json", text: json))
    #expect(fromJSON.problems.isEmpty, "\(fromJSON.problemList)")
    do throws(PlanConversion.Problem) {
      let written = try PlanConversion.convert(fromJSON, to: .text)
      let again = PlanDocument(reading: SourceText(name: "c.plan.md", text: written))
      #expect(again.problems.isEmpty, "\(again.problemList)")
      #expect(try PlanConversion.convert(again, to: .json) == json)
    } catch .notExact {
      return
    }
  }

  /// The ideographs that a text has more often than what was written of it. The names of fields are left out, for they
  /// have synonyms.
  private func lost(from text: String, in written: String) -> [Unicode.Scalar] {
    let before = Self.ideographs(text)
    let after = Self.ideographs(written)
    return before.filter { after[$0.key, default: 0] < $0.value }.map(\.key)
  }

  private static let names = FieldName.allCases.flatMap(\.names).sorted { $0.count > $1.count }

  private static func ideographs(_ text: String) -> [Unicode.Scalar: Int] {
    let words = names.reduce(text) { $0.replacingOccurrences(of: $1, with: "") }
    return words.unicodeScalars.reduce(into: [:]) { if $1.properties.isIdeographic { $0[$1, default: 0] += 1 } }
  }
}

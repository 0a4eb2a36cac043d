import PlanAudit
import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import PlanValidate
import Testing

/// No run contradicts itself: what a rule says of a measure holds for the boxes too.
@Suite("The audit and the rules about the checklist")
struct AuditConsistencyTests {
  private static let seeds: [Seed] = [.shilin, .taichung, .district]
  private static let judged = [
    "songxi-police-107", "dongjia-port-police-107", "chenghu-district-109", "piding-police-107", "jiantan-district-109",
  ]

  private static func reports() throws -> [FileReport] {
    let sources = try seeds.map { try $0.source() } + judged.map { try JudgedTable.source("\($0).plan.md") }
    return sources.map { Validator().report(on: PlanDocument(reading: $0)) }
  }

  @Test("Findings and boxes are the same whether boxes are looked at beside the rules or later", arguments: [1, 4])
  func orderMeansNothing(threads: Int) throws {
    func state(_ coverage: CheckpointCoverage) -> [String] {
      coverage.points.map { point in
        let places = point.measures.flatMap { point.words(of: $0).map { "\($0.range)" } }
        return "\(point.entry) \(point.number) \(point.state) \(places) \(point.otherPlace.map { "\($0.range)" } ?? "")"
      }
    }
    var validator = Validator()
    validator.threads = threads
    validator.looksAtCheckpoints = true
    for report in try Self.reports() {
      let beside = validator.report(on: report.document)
      func words(_ report: FileReport) -> [String] {
        report.allFindings.map { "\($0.code) \($0.range) \($0.summary(.zhHant))" }
      }
      #expect(words(beside) == words(report))
      #expect(try state(#require(beside.coverage)) == state(#require(report.coverage)))
    }
  }

  @Test("What only restates the form (PT210) or says nothing (PT207) ticks no box")
  func restatedIsNoAnswer() throws {
    var found = 0
    for report in try Self.reports() {
      let silent = report.findings.filter { ["PT207", "PT210"].contains($0.code) }
      found += silent.count
      for point in try #require(report.coverage).points where point.state.isGuess {
        for words in point.measures.flatMap({ point.words(of: $0) }) {
          #expect(
            !silent.contains {
              words.range.contains($0.range.lowerBound) && $0.range.upperBound <= words.range.upperBound
            },
            "\(report.document.source.name): \(words.string)")
        }
      }
    }
    #expect(found > 5)
  }

  @Test("What a checkpoint asks for is not missed (PT211) where its box is ticked")
  func missedIsNotMet() throws {
    for report in try Self.reports() {
      let points = try #require(report.coverage).points.filter(\.state.isGuess)
      for finding in report.findings where finding.code == "PT211" {
        let sentence = String(finding.explanation?(.zhHant).drop { $0 != "：" }.dropFirst() ?? "")
        // A list of subjects may be answered in part: the box is ticked, and what is lacking is said.
        if sentence.contains("應包含") || sentence.contains("應提出") { continue }
        #expect(!points.contains { $0.checkpoint.text.string.has(sentence) }, "\(finding.summary(.zhHant))")
      }
    }
  }
}

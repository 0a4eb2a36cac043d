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

import PlanAudit
import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import Testing

/// The audit held against judgements that people made box by box before it was written: Judged/README.md.
@Suite("The audit beside careful readers")
struct JudgedPlansTests {
  /// A plan, and how many of its boxes the audit judges as its reader did.
  struct Judged: Sendable, CustomTestStringConvertible {
    let name: String
    var seed: Seed?
    let agreed: Int
    let boxes: Int
    var testDescription: String { name }
  }

  private static let plans = [
    Judged(name: "shilin", seed: .shilin, agreed: 37, boxes: 40),
    Judged(name: "taichung", seed: .taichung, agreed: 36, boxes: 40),
    Judged(name: "wanhua", seed: .district, agreed: 7, boxes: 8),
    Judged(name: "songxi-police-107", agreed: 37, boxes: 40),
    Judged(name: "dongjia-port-police-107", agreed: 37, boxes: 40),
    Judged(name: "chenghu-district-109", agreed: 6, boxes: 8),
    Judged(name: "piding-police-107", agreed: 39, boxes: 40),
    Judged(name: "jiantan-district-109", agreed: 7, boxes: 8),
  ]

  @Test("What a reader says of a box, the audit says", arguments: plans)
  func verdicts(plan: Judged) throws {
    let judgements = try JudgedTable("\(plan.name).judgements.tsv").rows
    #expect(judgements.count == plan.boxes)
    let points = try JudgedAudit.points(of: plan.seed?.source() ?? JudgedTable.source("\(plan.name).plan.md"))
    let differing = judgements.filter { row in
      points[BoxKey(focus: row[0], number: row[1])].map { JudgedAudit.verdict($0) != row[2] } ?? true
    }
    #expect(
      judgements.count - differing.count >= plan.agreed,
      "\(differing.map { "\($0[0]) \($0[1]): \($0[2])" }.joined(separator: "\n"))")
  }
}

/// Measures that readers wrote under the focus of each box: plain answers, and what is none.
@Suite("Answers and what is none")
struct JudgedAnswersTests {
  /// A file, and of how many sentences of a kind the audit says what they were written for.
  struct Expected: Sendable, CustomTestStringConvertible {
    let file: String
    let kind: String
    let right: Int
    let all: Int
    var testDescription: String { "\(file) \(kind)" }
  }

  private static let expected = [
    Expected(file: "answers-1.tsv", kind: "plain", right: 142, all: 144),
    Expected(file: "answers-1.tsv", kind: "negated", right: 95, all: 96),
    Expected(file: "answers-1.tsv", kind: "unrelated", right: 90, all: 96),
    Expected(file: "answers-1.tsv", kind: "restated", right: 48, all: 48),
    Expected(file: "answers-2.tsv", kind: "plain", right: 130, all: 144),
    Expected(file: "answers-2.tsv", kind: "negated", right: 95, all: 96),
    Expected(file: "answers-2.tsv", kind: "unrelated", right: 95, all: 96),
    Expected(file: "answers-2.tsv", kind: "restated", right: 48, all: 48),
    Expected(file: "answers-3.tsv", kind: "plain", right: 125, all: 144),
    Expected(file: "answers-3.tsv", kind: "negated", right: 92, all: 96),
    Expected(file: "answers-3.tsv", kind: "unrelated", right: 91, all: 96),
    Expected(file: "answers-3.tsv", kind: "restated", right: 48, all: 48),
  ]

  @Test("A plain answer ticks its box; what is refused, restated or beside the point ticks none", arguments: expected)
  func sentences(expected: Expected) throws {
    let rows = try JudgedTable(expected.file).rows.filter { $0[3] == expected.kind }
    #expect(rows.count == expected.all)
    var wrong: [String] = []
    for row in rows {
      let points = try JudgedAudit.points(underFocus: row[1], of: row[0], measure: row[4])
      let isRight =
        expected.kind == "plain"
        ? points[BoxKey(focus: row[1], number: row[2])]?.state.isMet == true
        : !points.contains { $0.key.focus == row[1] && $0.value.state.isMet }
      if !isRight { wrong.append("\(row[1]) \(row[2]): \(row[4])") }
    }
    #expect(rows.count - wrong.count >= expected.right, "\(wrong.joined(separator: "\n"))")
  }
}

import PlanAudit
import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import Testing

/// The audit held against judgements that people made box by box before it was written: Judged/README.md.
@Suite("The audit beside careful readers")
struct JudgedPlansTests {
  /// A plan, how many of its boxes the audit judges as its reader did, and of how many boxes that it ticks it names just
  /// the measures that the reader names.
  struct Judged: Sendable, CustomTestStringConvertible {
    let name: String
    var seed: Seed?
    let agreed: Int
    let boxes: Int
    let placed: Int
    let ticked: Int
    var testDescription: String { name }
  }

  private static let plans = [
    Judged(name: "shilin", seed: .shilin, agreed: 39, boxes: 40, placed: 29, ticked: 34),
    Judged(name: "taichung", seed: .taichung, agreed: 38, boxes: 40, placed: 23, ticked: 32),
    Judged(name: "wanhua", seed: .district, agreed: 7, boxes: 8, placed: 5, ticked: 5),
    Judged(name: "songxi-police-107", agreed: 40, boxes: 40, placed: 24, ticked: 26),
    Judged(name: "dongjia-port-police-107", agreed: 38, boxes: 40, placed: 22, ticked: 23),
    Judged(name: "chenghu-district-109", agreed: 7, boxes: 8, placed: 5, ticked: 5),
    Judged(name: "piding-police-107", agreed: 40, boxes: 40, placed: 26, ticked: 27),
    Judged(name: "jiantan-district-109", agreed: 7, boxes: 8, placed: 4, ticked: 4),
    Judged(name: "mingxi-precinct-police-107", agreed: 40, boxes: 40, placed: 33, ticked: 34),
    Judged(name: "donghuan-railway-police-107", agreed: 39, boxes: 40, placed: 28, ticked: 28),
    Judged(name: "qinghe-precinct-police-107", agreed: 40, boxes: 40, placed: 36, ticked: 36),
    Judged(name: "langang-airport-police-107", agreed: 39, boxes: 40, placed: 30, ticked: 32),
    Judged(name: "yunkeng-district-109", agreed: 8, boxes: 8, placed: 7, ticked: 7),
    Judged(name: "xiping-district-109", agreed: 8, boxes: 8, placed: 7, ticked: 7),
    Judged(name: "haipu-county-police-107", agreed: 38, boxes: 40, placed: 32, ticked: 34),
    Judged(name: "yunling-highway-police-107", agreed: 38, boxes: 40, placed: 26, ticked: 32),
    Judged(name: "songling-precinct-police-107", agreed: 39, boxes: 40, placed: 34, ticked: 36),
    Judged(name: "zhuwan-traffic-police-107", agreed: 40, boxes: 40, placed: 37, ticked: 38),
    Judged(name: "hubin-precinct-police-107", agreed: 40, boxes: 40, placed: 36, ticked: 37),
    Judged(name: "meili-police-107", agreed: 36, boxes: 40, placed: 20, ticked: 30),
    Judged(name: "guanghua-police-107", agreed: 39, boxes: 40, placed: 28, ticked: 30),
    Judged(name: "dongxing-police-107", agreed: 37, boxes: 40, placed: 25, ticked: 30),
    Judged(name: "heping-police-107", agreed: 35, boxes: 40, placed: 20, ticked: 32),
    Judged(name: "ziqiang-police-107", agreed: 33, boxes: 40, placed: 20, ticked: 33),
    Judged(name: "anle-police-107", agreed: 27, boxes: 40, placed: 12, ticked: 23),
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

extension JudgedPlansTests {
  @Test("Where a box is ticked, the measures that answer are named and no others", arguments: plans)
  func places(plan: Judged) throws {
    let points = try JudgedAudit.points(of: plan.seed?.source() ?? JudgedTable.source("\(plan.name).plan.md"))
    var (right, wrong) = (0, [String]())
    for row in try JudgedTable("\(plan.name).judgements.tsv").rows {
      guard let point = points[BoxKey(focus: row[0], number: row[1])], point.state.isMet else { continue }
      // The numbers of measures: 3(1) is an item of the third, 2-1 is what the plan prints.
      let judged = Set(row[3].split(separator: "；").map { String($0.prefix { $0.isNumber || $0 == "-" }) })
      let named = Set(
        point.measures.map { answer in
          answer.measure.label.flatMap { $0.style == .pair ? $0.text : nil } ?? String(answer.number)
        })
      if judged == named { right += 1 } else { wrong.append("\(row[0]) \(row[1]): \(row[3]) / \(named.sorted())") }
    }
    #expect(right >= plan.placed, "\(wrong.joined(separator: "\n"))")
    #expect(right + wrong.count == plan.ticked)
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
    Expected(file: "answers-1.tsv", kind: "plain", right: 144, all: 144),
    Expected(file: "answers-1.tsv", kind: "negated", right: 96, all: 96),
    Expected(file: "answers-1.tsv", kind: "unrelated", right: 95, all: 96),
    Expected(file: "answers-1.tsv", kind: "restated", right: 48, all: 48),
    Expected(file: "answers-2.tsv", kind: "plain", right: 140, all: 144),
    Expected(file: "answers-2.tsv", kind: "negated", right: 96, all: 96),
    Expected(file: "answers-2.tsv", kind: "unrelated", right: 96, all: 96),
    Expected(file: "answers-2.tsv", kind: "restated", right: 48, all: 48),
    Expected(file: "answers-3.tsv", kind: "plain", right: 139, all: 144),
    Expected(file: "answers-3.tsv", kind: "negated", right: 96, all: 96),
    Expected(file: "answers-3.tsv", kind: "unrelated", right: 94, all: 96),
    Expected(file: "answers-3.tsv", kind: "restated", right: 48, all: 48),
    Expected(file: "answers-4.tsv", kind: "plain", right: 184, all: 184),
    Expected(file: "answers-4.tsv", kind: "unrelated", right: 45, all: 48),
    Expected(file: "answers-5.tsv", kind: "plain", right: 119, all: 120),
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

import PlanModel
import PlanTestSupport
import PlanText

extension PlantedError {
  /// Reports on measures during the year.
  static let progress: [PlantedError] = [
    PlantedError("a percentage that falls", ["PT317"], mark: 85) { plan, random in
      let (first, second) = (50 + random.below(40), 10 + random.below(35))
      return reports(in: plan, &random, due: "12月31日") {
        ["\($0)年3月5日 完成資料蒐集（\(first)%）", "\($0)年6月5日 完成初步檢討（\(second)%）"]
      }
    },
    PlantedError("done and not done at once", ["PT318"], mark: 85) { plan, random in
      let words = random.pick(["尚在採購中（100%）", "已完成初稿，其餘辦理中（100%）", "尚未完成（進度100%）", "預計10月底前完成（100%）"])
      return reports(in: plan, &random, due: "12月31日") { ["\($0)年9月5日 \(words)"] }
    },
    PlantedError("a report after the deadline that does not say done", ["PT319"], mark: 85) { plan, random in
      let words = random.pick(["持續辦理中（80%）", "安裝測試（進度60%）", "完成招標", "辦理第二次審查（90%）"])
      let month = 7 + random.below(5)
      return reports(in: plan, &random, due: "6月30日") { ["\($0)年\(month)月9日 \(words)"] }
    },
    PlantedError("a report that says done and no more", ["PT321"], mark: 85) { plan, random in
      let words = random.pick(["已完成（100%）", "已完成", "100%", "辦理完成。"])
      return reports(in: plan, &random, due: "6月30日") { ["\($0)年6月20日 \(words)"] }
    },
    PlantedError("a report dated before the plan", ["PT322"], mark: 85) { plan, random in
      let month = 1 + random.below(9)
      return reports(in: plan, &random, due: "12月31日") { ["\($0 - 1)年\(month)月5日 完成2場次講習，計30人參加"] }
    },
  ]

  /// A deadline of a measure in the year of the plan, with reports behind it.
  private static func reports(
    in plan: PlantedPlan, _ random: inout SplitMix64, due: String, _ reports: (Int) -> [String]
  ) -> Plant? {
    deadlineLine(in: plan, &random).map { line in
      let lines = ["完成期限：\(plan.year)年\(due)"] + reports(plan.year).map { "辦理情形：\($0)" }
      return Plant(
        line.words.lowerBound..<line.end,
        lines.map { "- " + $0 }.joined(separator: "\n" + String(repeating: " ", count: line.indent)))
    }
  }

  /// The line of a deadline that a measure has itself.
  private static func deadlineLine(
    in plan: PlantedPlan, _ random: inout SplitMix64
  ) -> (words: SourceRange, name: String, indent: Int, end: Int)? {
    let own = plan.measures.compactMap(\.fields.deadline?.text.range)
    return line(of: ["- 完成期限："], in: plan, &random) { line in
      own.contains { $0.lowerBound >= line.words.lowerBound && $0.upperBound <= line.end }
    }
  }
}

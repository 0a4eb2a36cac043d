import PlanModel
import PlanText

/// PT509: a share of 100％以上.
enum RatioPastWhole: Rule {
  static let description = RuleDescription(
    code: "PT509", name: "ratio-past-whole", severity: .warning,
    summary: LocalizedText(zh: "比率超過百分之百", en: "A rate is more than 100 %"),
    explanation: LocalizedText(
      zh: """
        正確率、滿意度、占全體的比例等最多是百分之百，「達100%以上」應是「達100%」。只檢查同一句中緊接在前的是這類比率；成長率、達成率、提高多少，以及與去年相比，本來就可能超過，不檢查。
        """,
      en: """
        A rate of correct answers, of satisfied people or of a whole is at most 100 %, so 達100%以上 should be 達100%. Only figures directly preceded by such a rate in the clause are \
        checked; growth, target attainment and comparisons with last year may be more.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、主動公開資訊於網站，比例達↓100％以上。
      - 二、服務滿意度應達↓百分之一百以上，回應正確率為↓120%。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、主動公開資訊於網站，比例達100％，滿意度90％以上。
      - 二、線上申辦比例較去年成長150%，預算達成率100%以上，滿意度提高120%。
      - 三、檢討滿意度，並加強宣導，參加人數為去年的120%。
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫要求主動公開資訊的比例「達100％以上」。",
      en: "A 107 police plan requires 100％以上 of information to be published."))

  static let documents = DocumentKind.allCases

  /// What cannot be more than the whole.
  private static let ratios = [
    "比例", "比率", "滿意度", "滿意率", "正確率", "準確率", "妥適率", "合格率", "及格率", "通過率", "覆蓋率", "涵蓋率", "普及率", "出席率", "參訓率", "完訓率", "到課率",
    "辦結率", "回收率", "公開率",
    "百分比",
  ]
  /// What may be, or is a change of something.
  private static let others = [
    "成長", "增", "提高", "提升", "上升", "較", "比去年", "達成率", "執行率", "倍", "超過目標", "相比", "去年", "上年", "前一年", "減", "降",
  ]

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let denseTexts = plan.denseTexts
    for dense in plan.characterPlaces.texts(withAny: "%百").lazy.map({ denseTexts[$0] })
    where dense.text.string.utf8.count < 200_000 {
      for index in dense.scalars.indices where beginnings.contains(dense.scalars[index]) {
        guard let (percent, range) = percentage(in: dense, at: index) else { continue }
        let isMore = dense.has("以上", at: range.upperBound)
        guard percent > 100 || (percent == 100 && isMore), isShare(dense, before: range.lowerBound) else { continue }
        let end = isMore ? range.upperBound + 2 : range.upperBound
        let written = dense.part(range.lowerBound..<end)
        findings.add(
          at: written.firstLineRange,
          percent == 100
            ? LocalizedText(
              zh: "比率最多是100%，不會有「\(written.excerpt)」；請寫成「100%」，或改為可以達到的目標。",
              en: "A rate is at most 100 %, so it cannot be “\(written.excerpt)”; write “100%” or another target.")
            : LocalizedText(
              zh: "比率「\(written.excerpt)」超過100%，請查對。",
              en: "The rate “\(written.excerpt)” is more than 100 %; check the figure."))
      }
    }
  }

  /// What a percentage begins with.
  private static let beginnings: ScalarSet = "0123456789百"

  /// 100%, 百分之百 and 百分之一百二十.
  private static func percentage(in dense: DenseText, at start: Int) -> (percent: Double, range: Range<Int>)? {
    if dense.has("百分之百", at: start) { return (100, start..<(start + 4)) }
    if dense.has("百分之", at: start) {
      guard let (value, end) = dense.number(at: start + 3) else { return nil }
      return (Double(value), start..<end)
    }
    guard let number = WrittenNumber(in: dense.scalars, at: start), dense.has("%", at: number.range.upperBound) else {
      return nil
    }
    return (number.value, start..<(number.range.upperBound + 1))
  }

  private static let clauseEnds: ScalarSet = "。;,:、!?()「」"

  /// Whether a ratio stands before the figure in its clause, and no word of change.
  private static func isShare(_ dense: DenseText, before end: Int) -> Bool {
    var start = end
    while start > 0, end - start < 24, !clauseEnds.contains(dense.scalars[start - 1]) { start -= 1 }
    let clause = start..<end
    func names(_ words: [String]) -> Bool { clause.contains { index in words.contains { dense.has($0, at: index) } } }
    return names(ratios) && !names(others)
  }
}

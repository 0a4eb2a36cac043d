import PlanModel
import PlanText

/// PT312: a comparison of this year with the last is due before this year has ended.
enum ComparisonEarly: Rule {
  static let description = RuleDescription(
    code: "PT312", name: "comparison-early", severity: .note,
    summary: LocalizedText(
      zh: "與去年度比較的作法，期限早於年度結束", en: "A comparison with last year is due before the year has ended"),
    explanation: LocalizedText(
      zh: """
        「今年度與去年度」的比較，要等本年度結束才有全年的數字；期限要求在年中「提供107年申辦件數」也是。期限若在年中，請把期限改到年底，或寫明比較的期間（例如「與去年同期比較」「107年1月至3月」）。\
        期限在年度最後一個月內者、持續辦理者，以及已寫明同期、各月或各季的比較不受影響。
        """,
      en: """
        A comparison of this year with last year needs the figures of the whole year, and so does a report of 107年申辦件數. If it is due earlier, move the deadline to the end of the year \
        or say which period is compared (與去年同期比較). Deadlines in the last month, ongoing ones, and comparisons by month, by quarter or of the same \
        period are not checked.
        """),
    failing: RuleExample(
      """
      ### 服務評價（200分）

      #### 服務滿意情形

      ##### 定期進行滿意度調查

      1. ↓完成今年度與去年度滿意度比較。
         - 完成期限：107年4月
      2. ↓107年線上申辦件數較106年成長情形，提報會議檢討。
         - 完成期限：第2季
      3. 檢視申辦案件。
         - 完成期限：持續檢討辦理，並請於6月29日前提供↓106、107年申辦件數及辦理情形
      """),
    passing: RuleExample(
      """
      ### 服務評價（200分）

      #### 服務滿意情形

      ##### 定期進行滿意度調查

      1. 今年度滿意度與去年同期比較。
         - 完成期限：107年4月
      2. 今年度與去年度滿意度比較。
         - 完成期限：107年12月15日
      3. 比較106年與105年滿意度；今年度依去年度檢討結果改善。
         - 完成期限：107年4月
      4. 檢視申辦案件。
         - 完成期限：持續檢討辦理，並請於6月29日前提供106年申辦件數及107年上半年申辦件數
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫有兩項作法比較今年度與去年度，期限都是 107 年 4 月。",
      en: "Two measures of a 107 police plan compare this year with the last, both due in April 107."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let year = plan.planYear ?? plan.period?.upperBound.year else { return }
    let words = ComparisonWords(year: year - CalendarDate.rocOffset)
    for entry in plan.deadlines { checkReport(entry.value, year: year, plan.years, &findings) }
    for entry in plan.measures {
      // Few measures compare, and many may share one long deadline.
      guard let deadline = entry.fields.deadline, let sentence = words.comparison(in: entry.measure.text),
        let due = deadline.meaning?.dueDay(in: plan.years), due.year == year, due.month < 12
      else { continue }
      findings.add(
        at: sentence.firstLineRange,
        LocalizedText(
          zh: "作法「\(sentence.excerpt)」比較今年與去年，期限「\(deadline.text.excerpt)」時今年度尚未結束；請改期限，或寫明比較的期間。",
          en:
            "“\(sentence.excerpt)” compares this year with last year, but this year has not ended on its deadline “\(deadline.text.excerpt)”; change the deadline or say which period is compared."
        ),
        notes: [
          .init(deadline.text.firstLineRange, LocalizedText(zh: "這項作法的期限", en: "The measure's deadline"))
        ])
    }
  }
}

extension ComparisonEarly {
  private static let figures = ["申辦件數", "件數", "人次", "人數", "次數", "數量", "統計數", "統計資料", "滿意度"]

  /// 並請於6月29日前提供106、107年申辦件數
  private static func checkReport(_ deadline: Deadline, year: Int, _ years: PlanYears, _ findings: inout FindingList) {
    guard deadline.meaning?.report != nil, let due = deadline.meaning?.reportDay(in: years), due.year == year,
      due.month < 12
    else { return }
    let dense = DenseText(deadline.text)
    let words = Array("\(year - CalendarDate.rocOffset)年".unicodeScalars)
    guard let at = dense.scalars.indices.last(where: { dense.has(words, at: $0) }), at > 0 else { return }
    let end = at + words.count
    guard figures.contains(where: { dense.has($0, at: end) || dense.has("度" + $0, at: end) }) else { return }
    // 106、107年: the years before belong to it.
    var start = at
    while start > 0,
      Numeral.digit(dense.scalars[start - 1]) != nil || "、及與和".unicodeScalars.contains(dense.scalars[start - 1])
        || (dense.scalars[start - 1] == "年" && start > 1)
    {
      start -= 1
    }
    findings.add(
      at: dense.range(of: start..<end),
      LocalizedText(
        zh: "\(due.roc)時，「\(dense.part(at..<end).excerpt)」還沒有全年的數字；請寫明統計到何時，或在年底再提供。",
        en:
          "On \(due.roc) there are no figures for the whole of “\(dense.part(at..<end).excerpt)” yet; say up to when they are counted, or ask for them at the end of the year."
      ))
  }
}

/// The words by which a comparison of two years is told.
private struct ComparisonWords {
  private let thisYear: [String]
  private let lastYear: [String]
  private let behindThan: [String]

  private static let comparison = ["比較", "相比", "對比", "比對"]
  /// 較去年度成長, 較去年增加
  private static let changes = ["成長", "增", "減", "提高", "提升", "上升", "下降", "進步"]
  /// What says that parts of the years are compared.
  private static let parts = ["同期", "同月", "同季", "各月", "逐月", "每月", "月份", "各季", "每季", "上半年", "第1季", "第一季"]

  init(year: Int) {
    thisYear = ["今年", "本年度", "本年", "當年度", "\(year)年"]
    lastYear = ["去年", "上年度", "上一年", "前一年", "\(year - 1)年"]
    behindThan = lastYear.flatMap { ["較" + $0, "比" + $0] }
  }

  /// The sentence that compares the two years as a whole.
  func comparison(in text: PlanText) -> PlanText? {
    // Every word for a year has the one character, every word for comparing one of the others.
    guard text.string.has("年"), ["比", "⽐", "較"].contains(where: text.string.has) else { return nil }
    var start = 0
    var offset = 0
    var dense = ""
    func sentence(upTo end: Int) -> PlanText? { isComparison(dense) ? text.part(start..<end).trimmed : nil }
    for scalar in text.string.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if "。；\n".unicodeScalars.contains(scalar) {
        if let found = sentence(upTo: offset) { return found }
        start = end
        dense = ""
      } else if !scalar.isWhiteSpace {
        dense.unicodeScalars.append(scalar.narrow)
      }
      offset = end
    }
    return sentence(upTo: offset)
  }

  private func isComparison(_ sentence: String) -> Bool {
    func has(_ words: [String]) -> Bool { words.contains { sentence.has($0) } }
    guard has(lastYear), has(thisYear), !has(Self.parts) else { return false }
    return has(Self.comparison) || (has(behindThan) && has(Self.changes))
  }
}

import PlanModel
import PlanText

/// PT309: dates of deadlines without a year.
enum NoYear: Rule {
  static let description = RuleDescription(
    code: "PT309", name: "no-year", severity: .note,
    summary: LocalizedText(zh: "期限沒有寫年份", en: "Deadlines do not state the year"),
    explanation: LocalizedText(
      zh: """
        期限只寫月日而沒有年份時，以計畫年度為準；但表格單獨抽出使用、或跨年度沿用時容易誤會，建議補上年份。每份計畫只提醒一次。「本年」「同年」等有指明\
        年度的寫法不算。
        """,
      en: """
        A date without a year is taken to be in the plan's year. If the table is used on its own, or copied into next year's plan, it is easily \
        misread, so it is better to write the year. This is reported once for each plan. 本年 and 同年 count as a year.
        """),
    failing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：107年4月30日
        2. 檢討收費標準。
           - 完成期限：賡續辦理，並請於↓6月29日前提供辦理情形
        3. 檢討作業流程。
           - 完成期限：5月
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：107年1月~12月
        2. 檢討收費標準。
           - 完成期限：自107年1月1日起至同年5月底止
        3. 檢討作業流程。
           - 完成期限：本年6月底前
        4. 檢討人力配置。
           - 完成期限：每月
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫 24 格期限都只寫「6月29日前」，105 年戶政事務所計畫 79 格期間都只寫月份。",
      en: """
        All 24 deadline cells of one 107 police plan say only 6月29日前, and all 79 spans of the 105 household-office plan name months only.
        """))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let found = plan.deadlines.filter { lacksYear($0.value) }
    guard let first = found.first?.value.text else { return }
    findings.add(
      at: place(in: first),
      LocalizedText(
        zh: "期限「\(first.excerpt)」沒有寫年份（全計畫共\(found.count)處），\(advice(found[0].value, plan).zhHant)",
        en:
          "The deadline “\(first.excerpt)” does not state the year (\(found.count) in all); \(advice(found[0].value, plan).en)"
      ))
  }

  /// The date without a year, as far as it is written in digits.
  private static func place(in text: PlanText) -> SourceRange {
    let dense = DenseText(text)
    let dateWords = "年月日季半底前~-/".unicodeScalars
    let start = dense.scalars.indices.first { index in
      Numeral.digit(dense.scalars[index]) != nil
        && dense.scalars[index...].first { Numeral.digit($0) == nil }.map(dateWords.contains) ?? true
    }
    guard let start else { return text.firstLineRange }
    let end = dense.scalars[start...].firstIndex { Numeral.digit($0) == nil && !dateWords.contains($0) } ?? dense.count
    return dense.range(of: start..<end)
  }

  /// The year that is taken: the plan's, or the one that is in its period.
  private static func advice(_ deadline: Deadline, _ plan: PlanIndex) -> LocalizedText {
    let point = deadline.meaning?.points.first { $0.year == nil }
    guard let year = (point.flatMap { plan.years.dated($0).year } ?? plan.planYear).map({ $0 - CalendarDate.rocOffset })
    else { return LocalizedText(zh: "計畫也沒有年度可以依據，請補上年份。", en: "the plan has no year to rely on, so add one.") }
    if let period = plan.period, plan.planYear == nil || period.lowerBound.year != period.upperBound.year {
      return LocalizedText(
        zh: "依計畫期程（\(period.lowerBound.roc)至\(period.upperBound.roc)）推算，此處是\(year)年；建議補上年份。",
        en:
          "by the plan's period, \(period.lowerBound.roc) to \(period.upperBound.roc), it is in \(year)年. It is better to write the year."
      )
    }
    return LocalizedText(
      zh: "以計畫年度\(year)年計算；建議寫成「\(year)年…」。",
      en: "the plan's year \(year) is used. It is better to write “\(year)年…”.")
  }

  private static func lacksYear(_ deadline: Deadline) -> Bool {
    guard let meaning = deadline.meaning else { return false }
    let own = meaning.form.parts.contains { form in
      switch form {
      case .ongoing, .recurring, .relative, .occasion, .done, .several: false
      case .dates(let points): points.contains { $0.year == nil }
      case .due(let point): point.year == nil
      case .span(let from, let to): [from, to].compactMap { $0 }.allSatisfy { $0.year == nil } && (from ?? to) != nil
      }
    }
    // The date of a report behind 107年1月起 needs no year of its own.
    let hasYear = meaning.points.contains { $0.year != nil }
    guard own || (!hasYear && meaning.report.map { $0.due.year == nil } ?? false) else { return false }
    let dense = DenseText(deadline.text)
    return !dense.scalars.indices.contains { index in ["本年", "今年", "當年", "同年"].contains { dense.has($0, at: index) } }
  }
}

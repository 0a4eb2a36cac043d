import PlanModel
import PlanText

/// PT303: a deadline names a day, month or quarter that does not exist.
enum ImpossibleDate: Rule {
  static let description = RuleDescription(
    code: "PT303", name: "impossible-date", severity: .error,
    summary: LocalizedText(zh: "期限的日期不存在", en: "A deadline names a date that does not exist"),
    explanation: LocalizedText(
      zh: "期限寫了曆法上沒有的日期，例如 2 月 30 日、13 月或第 5 季。沒有寫年份的 2 月 29 日，以計畫年度判斷當年是否為閏年。",
      en: """
        The deadline is a date that does not exist, such as 30 February, month 13 or quarter 5. A 29 February without a year is judged by the \
        plan's year.
        """),
    failing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：↓107年2月30日
        2. 檢討收費標準。
           - 完成期限：↓2月29日前
        3. 檢討作業流程。
           - 完成期限：賡續辦理，並請於↓6月31日前提供辦理情形
        4. 檢討人力配置。
           - 完成期限：↓107年13月
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：107年2月28日
        2. 檢討收費標準。
           - 完成期限：2月底前
        3. 檢討作業流程。
           - 完成期限：105年2月29日至107年6月30日
        """),
    evidence: LocalizedText(
      zh: "五份實際文件的日期都存在；本規則防範人工改期時的筆誤。",
      en: "Every date in the five real documents exists; the rule guards against slips when dates are moved by hand."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for entry in plan.deadlines {
      let text = entry.value.text
      switch entry.value.reading {
      case .failure(.impossible(.day(let year, let month, let day))):
        report(year: year ?? plan.planYear, month: month, day: day, in: text, &findings)
      case .failure(.impossible(.month(let month))):
        findings.add(
          at: place(of: ["\(month)月", "/\(month)", "-\(month)", ".\(month)"], in: text),
          LocalizedText(
            zh: "期限「\(text.excerpt)」中沒有「\(month)月」這個月份，請改為1月至12月。",
            en: "“\(text.excerpt)”: there is no month \(month); months are 1 to 12."))
      case .failure(.impossible(.quarter(let quarter))):
        findings.add(
          at: place(of: ["第\(quarter)季", "\(quarter)季"], in: text),
          LocalizedText(
            zh: "期限「\(text.excerpt)」中沒有「第\(quarter)季」，一年只有第1季至第4季。",
            en: "“\(text.excerpt)”: there is no quarter \(quarter); quarters are 1 to 4."))
      case .failure: continue
      case .success(let meaning):
        // 2月29日 exists in some year; without a year of its own it must exist in the plan's.
        for point in meaning.points {
          guard case .day(let month, let day) = point.precision, let year = point.year ?? plan.planYear,
            point.days(defaultYear: year) == nil
          else { continue }
          report(year: year, month: month, day: day, in: text, &findings)
        }
      }
    }
  }

  private static func report(year: Int?, month: Int, day: Int, in text: PlanText, _ findings: inout FindingList) {
    let monthName = year.map { "\($0 - CalendarDate.rocOffset)年\(month)月" } ?? "\(month)月"
    let date = "\(monthName)\(day)日"
    let last = CalendarDate.daysIn(month: month, year: year ?? 2000)
    // A deadline that is only the date need not be quoted beside it.
    let isWhole = text.string == date
    findings.add(
      at: place(of: [date, "\(month)月\(day)日"], in: text),
      LocalizedText(
        zh: "期限「\(text.excerpt)」\(isWhole ? "" : "中的\(date)")不是存在的日期，\(monthName)最後一天是\(last)日。",
        en: "\(isWhole ? "" : "“\(text.excerpt)”: ")\(date) is not a date; \(monthName) has \(last) days."))
  }

  /// Where the date stands in the deadline, if it is written like this; otherwise the deadline.
  private static func place(of forms: [String], in text: PlanText) -> SourceRange {
    let dense = DenseText(text)
    for form in forms {
      let word = Array(form.unicodeScalars)
      if let start = dense.scalars.indices.first(where: { dense.has(word, at: $0) }) {
        // 107年13月 begins with its year.
        let first = form.hasSuffix("月") ? dense.startOfYear(before: start) : start
        return dense.range(of: first..<(start + word.count))
      }
    }
    return text.firstLineRange
  }
}

extension DenseText {
  /// The first character of a year in digits and 年 that ends just before a place; the place itself where there is
  /// none.
  fileprivate func startOfYear(before place: Int) -> Int {
    guard has("年", before: place) else { return place }
    var start = place - 1
    while start > 0, Numeral.digit(scalars[start - 1]) != nil { start -= 1 }
    return start == place - 1 ? place : start
  }
}

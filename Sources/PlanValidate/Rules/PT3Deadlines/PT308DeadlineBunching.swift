import PlanModel
import PlanText

/// PT308: most measures are due in one and the same month.
enum DeadlineBunching: Rule {
  static let description = RuleDescription(
    code: "PT308", name: "deadline-bunching", severity: .warning,
    summary: LocalizedText(zh: "期限集中在同一個月", en: "Most deadlines fall in one month"),
    explanation: LocalizedText(
      zh: """
        有期限的作法超過一半（至少 10 項）都訂在同一個月完成，往往是整欄複製的結果；該月之後計畫仍在執行，卻沒有可考核的期限。請依各項工作的實際\
        進度分別訂定，經常性的工作寫「持續辦理」或頻率。全部訂在期程最後一個月者不檢查。
        """,
      en: """
        More than half of the measures with a deadline (at least ten) are due in one month, usually because a column was copied down. The plan \
        continues after that month with nothing left to check. Give each measure its own date, and recurring work 持續辦理 or a frequency. Deadlines in the \
        last month of the period are not reported.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：↓107年4月

        1. 檢討逾期案件。
        2. 檢討收費標準。
        3. 檢討作業流程。
        4. 檢討人力配置。
        5. 檢討書表格式。
        6. 檢討網站內容。
        7. 檢討服務設施。
        8. 檢討標示系統。
        9. 檢討諮詢電話。
        10. 檢討等候時間。
        11. 檢討教育訓練。
            - 完成期限：持續辦理
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：107年12月31日

        1. 檢討逾期案件。
        2. 檢討收費標準。
        3. 檢討作業流程。
        4. 檢討人力配置。
        5. 檢討書表格式。
        6. 檢討網站內容。
        7. 檢討服務設施。
        8. 檢討標示系統。
        9. 檢討諮詢電話。
        10. 檢討等候時間。
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫 122 項有期限的作法中，90 項（74％）都訂在 4 月，5 月到 12 月只有 2 項每月辦理的工作有期限。",
      en:
        "In one 107 police plan 90 of 122 deadlines (74 %) are April; from May to December only two monthly measures have one."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var first: [Month: Deadline] = [:]
    var counts: [Month: Int] = [:]
    var total = 0
    var dated = 0
    for entry in plan.deadlines {
      total += entry.measureCount
      guard entry.measureCount > 0, case .due(let point) = entry.value.meaning?.form,
        let month = Month(plan.years.dated(point))
      else { continue }
      dated += entry.measureCount
      counts[month, default: 0] += entry.measureCount
      if first[month] == nil { first[month] = entry.value }
    }
    // More than half can be true of one month only.
    guard let (month, count) = counts.first(where: { $0.value >= 10 && $0.value * 2 > total }),
      let deadline = first[month]
    else { return }
    let period = plan.period
    if let end = period?.upperBound, month.days?.contains(end) ?? false { return }
    if period == nil, month.number == 12 { return }
    var notes: [Finding.Note] = []
    if let period, let written = plan.metadata.period, let last = month.days?.upperBound, last < period.upperBound {
      notes.append(
        Finding.Note(
          written.text.firstLineRange,
          LocalizedText(zh: "計畫要執行到\(period.upperBound.roc)", en: "The plan runs until \(period.upperBound.roc)")))
    }
    let share = (count * 200 + total) / (total * 2)
    let others = dated - count
    let left =
      others == 0
      ? (zh: "其他月份一項也沒有", en: "none in other months") : (zh: "其他月份只有\(others)項", en: "only \(others) in other months")
    findings.add(
      at: deadline.text.firstLineRange,
      LocalizedText(
        zh: """
          \(total)項有期限的作法中有\(count)項（\(share)％）都訂在\(month.name)，\(left.zh)，另\(total - dated)項為持續或定期辦理；\
          請依實際進度分別訂定期限。
          """,
        en: """
          \(count) of \(total) measures with a deadline (\(share)%) are due in \(month.name), \(left.en), and \(total - dated) \
          are ongoing or recurring; give each its own date.
          """),
      notes: notes)
  }

  /// A month of a year.
  private struct Month: Hashable {
    let year: Int?
    let number: Int

    init?(_ point: DatePoint) {
      switch point.precision {
      case .day(let month, _), .month(let month), .part(let month, _): number = month
      case .quarter, .half, .year, .term, .schoolYear: return nil
      }
      year = point.year
    }

    var name: String { (year.map { "\($0 - CalendarDate.rocOffset)年" } ?? "") + "\(number)月" }
    var days: ClosedRange<CalendarDate>? { DatePoint(year: year, precision: .month(number)).days(defaultYear: nil) }
  }
}

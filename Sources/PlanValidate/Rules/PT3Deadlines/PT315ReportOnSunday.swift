import PlanText

/// PT315: a report is due on a Sunday.
enum ReportOnSunday: Rule {
  static let description = RuleDescription(
    code: "PT315", name: "report-on-sunday", severity: .note,
    summary: LocalizedText(zh: "提供辦理情形的日期是星期日", en: "A report is due on a Sunday"),
    explanation: LocalizedText(
      zh: """
        「請於9月30日前提供辦理情形」的日期若是星期日，實際上要在前一個上班日之前送出，請改為上班日。只檢查提供辦理情形的日期，且只看星期日：星期六可能補行上班，國定假日每年不同，\
        不檢查。以月底為期限的作法不受影響。
        """,
      en: """
        If the day by which a report is due (請於9月30日前提供辦理情形) is a Sunday, it actually has to be sent on the working day before; write that day. Only due dates of reports are checked, and only \
        Sundays: a Saturday may be a make-up working day, and holidays differ from year to year. Deadlines of the work itself are not checked.
        """),
    failing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：↓賡續辦理，並請於9月30日前提供辦理情形
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：賡續辦理，並請於6月29日前提供辦理情形
        2. 檢討收費標準。
           - 完成期限：107年9月30日
        3. 檢討作業流程。
           - 完成期限：賡續辦理，並請於6月30日前提供辦理情形
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的 24 個重點都要在 6 月 29 日（星期五）前提供辦理情形，是上班日；本規則防範年度更新後落在星期日。",
      en:
        "All 24 focuses of a 107 police plan report by 29 June, a Friday; the rule guards against the same date in another year falling on a Sunday."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var known: [CalendarDate: (place: PlanText, others: [PlanText])] = [:]
    for entry in plan.deadlines {
      guard let report = entry.value.meaning?.report, case .day = report.due.precision,
        let day = plan.years.days(of: report.due)?.lowerBound, day.weekday == 7
      else { continue }
      if known[day] == nil {
        known[day] = (entry.value.text, [])
      } else {
        known[day]?.others.append(entry.value.text)
      }
    }
    for (day, found) in known.sorted(by: { $0.value.place.range.lowerBound < $1.value.place.range.lowerBound }) {
      let count = found.others.count + 1
      findings.add(
        at: found.place.firstLineRange,
        LocalizedText(
          zh: "提供辦理情形的日期\(day.roc)是星期日\(count > 1 ? "（共 \(count) 處）" : "")，請改為上班日。",
          en:
            "The report is due on \(day.roc), a Sunday\(count > 1 ? " (in \(count) places)" : ""); name a working day."),
        notes: found.others.prefix(5).map {
          .init($0.firstLineRange, LocalizedText(zh: "此處也是", en: "the same here"))
        })
    }
  }
}

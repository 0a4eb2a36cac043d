import PlanModel
import PlanText

/// PT322: a report is dated before the plan begins, or after the day whose state is looked at.
enum ReportDateOutside: Rule {
  static let description = RuleDescription(
    code: "PT322", name: "report-date-outside", severity: .warning,
    summary: LocalizedText(
      zh: "辦理情形的日期早於計畫期程，或晚於 --as-of", en: "A report is dated before the plan begins or after --as-of"),
    explanation: LocalizedText(
      zh: """
        辦理情形的日期若早於計畫期程的第一天，多半是年份寫成上一年，或是沿用上一年度的文字。寫了 --as-of 日期時，晚於這一天的辦理情形也列出：還沒發生的事不能填報。\
        不寫 --as-of 就不檢查未來的日期，因為檢查結果不因執行當天而異。
        """,
      en: """
        A report dated before the first day of the plan's period probably has last year's number, or is left over from last year. With --as-of DATE, reports dated after that day are reported too: what has not happened \
        cannot be reported on. Without --as-of, dates in the future are not checked, because findings do not depend on the day of the run.
        """),
    failing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：107年12月31日
           - 辦理情形：↓106年3月5日 完成2月統計，逾期2件
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：107年12月31日
           - 辦理情形：107年3月5日 完成2月統計，較106年3月減少2件
           - 辦理情形：108年1月5日 全年統計完成，已簽報
        """),
    evidence: LocalizedText(
      zh: "五份真實計畫都還沒有年中的辦理情形；年度更新時期限的年份沒有跟著改，在三份計畫都出現過，填報也會。",
      en:
        "None of the five real plans has reports from during the year; the deadlines and letters of three of them have years left over from last year, and reports are copied in the same way."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for reports in plan.reports {
      for report in reports.dated {
        if let asOf = plan.asOf, report.days.lowerBound > asOf {
          findings.add(
            at: report.entry.dateRange,
            LocalizedText(
              zh: "這筆辦理情形的日期\(report.days.lowerBound.roc)晚於 --as-of 的\(asOf.roc)；還沒發生的事不能填報，請確認日期。",
              en:
                "The report is dated \(report.days.lowerBound.roc), after the --as-of date \(asOf.roc); check the date."
            ))
        } else if let period = plan.period, let written = plan.metadata.period,
          report.days.upperBound < period.lowerBound
        {
          findings.add(
            at: report.entry.dateRange,
            LocalizedText(
              zh: "這筆辦理情形的日期\(report.days.upperBound.roc)早於計畫期程的第一天\(period.lowerBound.roc)；請確認年份。",
              en:
                "The report is dated \(report.days.upperBound.roc), before the period's first day \(period.lowerBound.roc); check the year."
            ),
            notes: [
              .init(
                written.text.firstLineRange,
                LocalizedText(
                  zh: "計畫期程是「\(written.text.excerpt)」", en: "The period is “\(written.text.excerpt)”"))
            ])
        }
      }
    }
  }
}

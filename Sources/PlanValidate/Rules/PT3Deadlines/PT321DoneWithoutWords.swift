import PlanAudit
import PlanModel
import PlanText

/// PT321: nothing but 已完成 is reported on a measure.
enum DoneWithoutWords: Rule {
  static let description = RuleDescription(
    code: "PT321", name: "done-without-words", severity: .note,
    summary: LocalizedText(zh: "辦理情形只寫已完成，沒有寫做了什麼", en: "The report says that the work is done, but not what was done"),
    explanation: LocalizedText(
      zh: """
        考核時要看成果：辦理情形若只寫「已完成」「100%」，請補上做了什麼，例如日期、場次、人數、文號或網址。同一作法另有一筆寫出內容者，不列出。
        """,
      en: """
        Whoever assesses the plan looks for results. If the reports on a measure say only 「已完成」 or 100 %, add what was done: dates, how often, how many people, the number of a letter, or an address. \
        Nothing is reported if another report on the same measure says it.
        """),
    failing: RuleExample(
      measures: """
        1. 修訂手冊。
           - 完成期限：107年6月30日
           - 辦理情形：↓107年6月20日 已完成（100%）
        """),
    passing: RuleExample(
      measures: """
        1. 修訂手冊。
           - 完成期限：107年6月30日
           - 辦理情形：107年6月20日 手冊已函頒各單位（100%）
        2. 汰換叫號機。
           - 完成期限：107年6月30日
           - 辦理情形：107年5月5日 裝設3臺並測試（90%）
           - 辦理情形：107年6月20日 已完成（100%）
        """),
    evidence: LocalizedText(
      zh: "五份真實計畫都還沒有年中的辦理情形；107 年檢核表各重點要求以成果說明。",
      en:
        "None of the five real plans has reports from during the year; the focuses of the 107 checklist ask for results."
    ))

  static let repeats = Repeats.all(limit: 3) { count in
    LocalizedText(
      zh: "\(count) 項作法的辦理情形只寫已完成；請補上做了什麼，例如日期、場次、人數或文號。",
      en:
        "The reports on \(count) measures say only that the work is done; add what was done, such as dates, how often, how many people, or the number of a letter."
    )
  }

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for reports in plan.reports {
      guard let last = reports.entries.last, reports.entries.allSatisfy(\.saysOnlyDone) else { continue }
      findings.add(
        at: last.text.firstLineRange,
        LocalizedText(
          zh: "辦理情形只寫「\(last.text.excerpt)」；請補上做了什麼，例如日期、場次、人數或文號。",
          en:
            "The report says only “\(last.text.excerpt)”; add what was done, such as dates, how often, how many people, or the number of a letter."
        ))
    }
  }
}

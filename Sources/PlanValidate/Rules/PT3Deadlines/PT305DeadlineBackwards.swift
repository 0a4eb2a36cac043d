import PlanModel
import PlanText

/// PT305: a deadline's span ends before it starts.
enum DeadlineBackwards: Rule {
  static let description = RuleDescription(
    code: "PT305", name: "deadline-backwards", severity: .error,
    summary: LocalizedText(zh: "期間的迄日早於起日", en: "A span ends before it starts"),
    explanation: LocalizedText(
      zh: "期間的起迄寫反了，或跨年度而沒有寫出第二個年份。跨年度的期間請寫出兩個年份，例如「107年11月至108年2月」。",
      en: """
        The two ends of the span are swapped, or it runs into the next year without saying so. In that case write both years, as in 107年11月至108年2月.
        """),
    failing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：↓5月~3月
        2. 檢討收費標準。
           - 完成期限：↓自107年6月1日起至106年12月31日止
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：5月~5月
        2. 檢討收費標準。
           - 完成期限：106年12月至107年1月
        """),
    evidence: LocalizedText(
      zh: "105 年戶政事務所計畫有 79 格期間，起迄都沒有寫反；本規則防範改期時只改了一端。",
      en:
        "The 79 spans of the 105 household-office plan are all in order; the rule guards against changing only one end."
    ))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for entry in plan.deadlines {
      guard case .span(let from?, let to?) = entry.value.meaning?.form,
        let first = plan.years.days(of: from)?.lowerBound,
        let last = plan.years.days(of: to)?.upperBound,
        last < first
      else { continue }
      findings.add(
        at: entry.value.text.firstLineRange,
        LocalizedText(
          zh: "期間「\(entry.value.text.excerpt)」的迄日\(last.roc)早於起日\(first.roc)，請對調；如為跨年度，請寫出迄日的年份。",
          en: """
            The span “\(entry.value.text.excerpt)” ends on \(last.roc), before it starts on \(first.roc); swap the two, or write the year of \
            its end.
            """))
    }
  }
}

import PlanText

/// PT104: the period ends before it begins.
enum PeriodBackwards: Rule {
  static let description = RuleDescription(
    code: "PT104", name: "period-backwards", severity: .error,
    summary: LocalizedText(zh: "期程的迄日早於起日", en: "The period ends before it begins"),
    explanation: LocalizedText(
      zh: "「期程」欄與「執行期程」一節的迄日不得早於起日。迄日沒有寫年份時，以起日的年份計，起日沒有寫時以計畫年度計；跨年的期程請寫出迄日的年份。",
      en: """
        Neither 期程 nor the period in the section 執行期程 may end before it begins. An end without a year takes the year of the beginning, and a beginning without a year takes \
        the plan's year; if a period runs into another year, write the year of its end.
        """),
    failing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107
      - 期程：↓107年12月1日至1月31日
      - 檢核表：police-107

      ## 壹、計畫目標

      提升服務品質。
      """),
    passing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107
      - 期程：107年12月1日至108年1月31日
      - 檢核表：police-107

      ## 壹、執行期程

      自107年12月1日起至108年1月止。
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫各以兩處寫出期程，改寫時容易只改一端。",
      en: "Both 107 police plans state their period in two places, and it is easy to change only one end of it."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for period in StatedPeriod.all(in: plan.plan) {
      guard let ends = period.ends(planYear: plan.planYear), ends.last < ends.first else { continue }
      findings.add(
        at: period.text.firstLineRange,
        LocalizedText(
          zh: "期程「\(period.text.excerpt)」的迄日\(ends.last.roc)早於起日\(ends.first.roc)，請改正。",
          en:
            "The period “\(period.text.excerpt)” ends on \(ends.last.roc), before it begins on \(ends.first.roc); correct it."
        ))
    }
  }
}

import PlanModel
import PlanText

/// PT105: 計1年 is not how long the period is.
enum PeriodLength: Rule {
  static let description = RuleDescription(
    code: "PT105", name: "period-length", severity: .error,
    summary: LocalizedText(zh: "所計的期間與起迄日不符", en: "The stated length does not match the period"),
    explanation: LocalizedText(
      zh: """
        「計1年」「計6個月」「計365日」連同起日與迄日一併計算：107年1月1日至107年12月31日是1年，至107年12月30日就少一日。起迄不是整年或整月時，不能寫「計N年」「計N個月」。
        """,
      en: """
        計1年, 計6個月 and 計365日 count the first and the last day: 107年1月1日 to 107年12月31日 is one year, to 107年12月30日 it is a day short. A period that is not a whole \
        number of years or months cannot be 計N年 or 計N個月.
        """),
    failing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107
      - 期程：107年1月1日至107年12月31日
      - 檢核表：police-107

      ## 壹、執行期程

      ↓自107年1月1日起至107年12月31日止，計2年。
      """),
    passing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107
      - 期程：107年3月至107年12月，共10個月
      - 檢核表：police-107

      ## 壹、執行期程

      自107年3月1日起至107年12月31日止，計306日。
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫的執行期程都寫「計1年」，且都正確。", en: "Both 107 police plans say 計1年 of their period, and both rightly."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for period in StatedPeriod.all(in: plan.plan) {
      guard let stated = period.meaning.statedLength, let ends = period.ends(planYear: plan.planYear),
        ends.first <= ends.last
      else { continue }
      let days = ends.first...ends.last
      if stated.holds(for: days) {
        findings.confirm(
          at: period.text.firstLineRange,
          LocalizedText(
            zh: "\(ends.first.roc)至\(ends.last.roc)是\(name(stated))，與所計相符。",
            en: "\(ends.first.roc) to \(ends.last.roc) is \(name(stated)), as stated."))
        continue
      }
      let (zh, en) = length(of: days, in: stated.unit)
      findings.add(
        at: period.text.firstLineRange,
        LocalizedText(
          zh: "\(ends.first.roc)至\(ends.last.roc)是\(zh)，不是\(name(stated))，請改正。",
          en: "\(ends.first.roc) to \(ends.last.roc) is \(en), not \(name(stated)); correct it."))
    }
  }

  private static func name(_ length: StatedLength) -> String {
    switch length.unit {
    case .years: "\(length.count)年"
    case .months: "\(length.count)個月"
    case .days: "\(length.count)日"
    }
  }

  /// The length in the stated unit if it is a whole number of them, otherwise in months, otherwise in days.
  private static func length(of days: ClosedRange<CalendarDate>, in unit: StatedLength.Unit) -> (zh: String, en: String)
  {
    for candidate in [unit, .months, .days] {
      guard let count = StatedLength(count: 0, unit: candidate).length(of: days) else { continue }
      switch candidate {
      case .years: return ("\(count)年", "\(count) year\(count == 1 ? "" : "s")")
      case .months: return ("\(count)個月", "\(count) month\(count == 1 ? "" : "s")")
      case .days: return ("\(count)日", "\(count) day\(count == 1 ? "" : "s")")
      }
    }
    return ("", "")
  }
}

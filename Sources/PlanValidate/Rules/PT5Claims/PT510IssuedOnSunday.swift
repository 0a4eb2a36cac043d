import PlanModel
import PlanText

/// PT510: a letter is dated on a Sunday.
enum IssuedOnSunday: Rule {
  static let description = RuleDescription(
    code: "PT510", name: "issued-on-sunday", severity: .note,
    summary: LocalizedText(zh: "發文日期是星期日", en: "A letter is dated on a Sunday"),
    explanation: LocalizedText(
      zh: """
        機關星期日不上班，引用的函若是星期日發文，日期可能抄錯，請查對原函。只看發文字號前的日期；星期六可能補行上班，87 年以前星期六也上班，都不檢查。字號年份已與日期不符者由 PT501 報告，\
        不再重複。
        """,
      en: """
        Offices are closed on Sundays, so the date of such a letter may have been copied wrongly; check it. Only dates directly before a document number are checked. Saturdays may \
        be make-up working days. If the year of the number differs from that of the date, PT501 reports it, and this rule does not.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、某某市政府警察局↓107年3月4日某市警秘字第1073653600號函頒「107年度提升服務品質執行計畫」。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、某某市政府警察局107年3月5日某市警秘字第1073653600號函頒「107年度提升服務品質執行計畫」。
      - 二、某某部107年3月31日某署秘字第1070062631號函。
      - 三、某某法107年3月4日修正公布。
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫引用「106年4月2日」的函，那天是星期日，而 107 年 4 月 2 日是星期一。",
      en: "A 107 police plan cites a letter of 106年4月2日, a Sunday; 107年4月2日 was a Monday."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for letter in plan.letters {
      guard let date = letter.date, date.value.weekday == 7, date.value.rocYear >= 87 else { continue }
      if let year = letter.year, year != date.value.rocYear { continue }
      findings.add(
        at: plan.source.firstLine(of: date.range),
        LocalizedText(
          zh: "發文日期\(date.value.roc)是星期日，請查對原函的日期。",
          en: "The letter is dated \(date.value.roc), a Sunday; check its date."))
    }
  }
}

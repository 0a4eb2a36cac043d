import PlanModel
import PlanText

/// PT115: a list with one item.
enum LoneNumber: Rule {
  static let description = RuleDescription(
    code: "PT115", name: "lone-number", severity: .note,
    summary: LocalizedText(zh: "編號只有第一項，沒有第二項", en: "A list has only a first number"),
    explanation: LocalizedText(
      zh: """
        內文有「(一)」而沒有「(二)」：可能漏了一項，或原來的清單刪到只剩一項，編號可以拿掉。「二」寫在同一行或接在後面的清單裡者不算；章節、計畫依據、作法本身的編號，以及 Markdown 自動編號的\
        「1.」不檢查。
        """,
      en: """
        If a text has (一) but no (二), an item may have been lost, or the list was cut down to one item and needs no number. A number two on the same line or in the list that follows counts. Numbers of \
        sections, citations and measures, and Markdown's automatic 1., are not checked.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、簡化流程：
        - ↓(一)縮短核發時間，作法如下：
          - 1.修訂範例。
          - 2.減少書表。
      - 二、加強宣導。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、簡化流程：
        - (一)縮短核發時間；(二)減少書表。
      - 二、加強宣導：
        - (一)講習。
        - (二)演練。

      ## 貳、執行對象

      1. 本分局各單位。
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫有一項作法列了 (一)，之下有 1. 至 4.，卻沒有 (二)。",
      en: "A measure of a 107 police plan has (一) with 1. to 4. below it, and no (二)."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for run in plan.numberedLists.inTexts where run.isLone && run.items.count == 1 {
      guard let item = run.items.first, !item.label.isMarkdown || item.isCertain else { continue }
      let next = item.label.with(value: 2)
      findings.add(
        at: item.range,
        LocalizedText(
          zh: "只有「\(item.label.text)」而沒有「\(next)」，請確認是否漏列；若只有一項，不必編號。",
          en: "There is “\(item.label.text)” but no “\(next)”; is an item missing? A single item needs no number."))
    }
  }
}

import PlanText

/// PT012: a comment that never ends.
enum UnclosedComment: ReadingRule {
  static let description = RuleDescription(
    code: "PT012", name: "unclosed-comment", severity: .error,
    summary: LocalizedText(zh: "註解沒有結束", en: "A comment never ends"),
    explanation: LocalizedText(
      zh: "「<!--」開始的註解須以「-->」結束；沒有結束時，其他程式會把其後的全部內容藏起來。",
      en:
        "A comment begins with “<!--” and ends with “-->”. Without its end, other programs hide everything that follows."
    ),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      ↓<!-- 待研考確認

      提升服務品質。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      <!-- 待研考
      確認 -->

      提升服務品質 --> 107年。
      """),
    evidence: LocalizedText(
      zh: "註解常在彙整時手工加入，漏打「-->」不易察覺。",
      en: "Comments are added by hand while a plan is put together, and a missing “-->” is hard to see."))

  static let words = ReadingWords(
    summary: LocalizedText(zh: "註解「<!--」沒有對應的「-->」，請補上。", en: "The comment “<!--” has no “-->”; add it."))
}

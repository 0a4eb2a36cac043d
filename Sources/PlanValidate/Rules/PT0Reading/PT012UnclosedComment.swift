import PlanText

/// PT012: a comment that never ends.
enum UnclosedComment: ReadingRule {
  static let description = RuleDescription(
    code: "PT012", name: "unclosed-comment", severity: .error,
    summary: LocalizedText(zh: "註解沒有結束", en: "A comment is not closed"),
    explanation: LocalizedText(
      zh: "「<!--」開始的註解須以「-->」結束；沒有結束時，其他程式會把其後的全部內容，或到下一個註解結束為止的內容藏起來。",
      en:
        "A comment begins with “<!--” and ends with “-->”. Without the end, other programs hide everything that follows, or everything up to the end of the next comment."
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

      <!-- 原為 <!-- 待確認 -->
      """),
    evidence: LocalizedText(
      zh: "註解常在彙整時手工加入，漏打「-->」不易察覺。",
      en: "Comments are added by hand while a plan is being compiled, and a missing “-->” is hard to see."))

  static let words = ReadingWords(
    summary: LocalizedText(zh: "註解「<!--」沒有對應的「-->」，請補上。", en: "The comment “<!--” has no “-->”; add it."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    checkReading(of: plan, &findings)
    guard let blocks = plan.document.blocks else { return }
    let source = plan.source
    for comment in blocks.comments {
      let inside = source.text(in: (comment.lowerBound + 4)..<comment.upperBound)
      guard let mark = inside.place(of: "<!--"), inside[..<mark.lowerBound].contains("\n#") else { continue }
      let line = source.line(at: comment.upperBound - 1)
      findings.add(
        at: comment.lowerBound..<(comment.lowerBound + 4),
        LocalizedText(
          zh: "註解「<!--」到第 \(line) 行另一個註解的「-->」才結束，其間的標題都被藏起來；請補上「-->」。",
          en:
            "The comment “<!--” ends only at the “-->” of another comment on line \(line), and the headings between are hidden; add the missing “-->”."
        ))
    }
  }
}

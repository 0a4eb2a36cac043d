import PlanModel
import PlanText

/// PT108: an attachment that nothing in the plan names.
enum AttachmentUnlisted: Rule {
  static let description = RuleDescription(
    code: "PT108", name: "attachment-unlisted", severity: .warning,
    summary: LocalizedText(
      zh: "附件沒有編號，或沒有列出也沒有引用", en: "An attachment has no number, or is neither listed nor referred to"),
    explanation: LocalizedText(
      zh: """
        計畫列出或引用了其他附件，卻有附表沒有在任何地方提到；可能是漏列，也可能是前一年留下的表。完全不引用附件的文件不檢查。\
        創意提案的附件只寫「附件」而沒有編號時，內文的「如附件3」無從對應，也一併指出。
        """,
      en: """
        The plan lists or refers to its attachments, but one of them is not mentioned anywhere: it was forgotten in the list, or the table is left over from last \
        year. Documents that refer to no attachment at all are not checked. If the attachments of a proposal are headed 附件 without a number, readers cannot tell what 如附件3 refers \
        to; that is reported too.
        """),
    failing: RuleExample(
      """
      ## 壹、附件

      - 一、具體作法表(附表1)。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 每月檢討逾期案件。

      ## ↓附表2、推動小組編組名冊

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |
      """),
    passing: RuleExample(
      """
      ## 壹、執行步驟

      本計畫之作法、名冊與單位，詳如附表 1 至附表 3。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 每月檢討逾期案件。

      ## 附表2、推動小組編組名冊

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |

      ## 附表3、單位表

      | 單位 | 別名 |
      | --- | --- |
      | 秘書室 | |
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫以「附件」一節或內文「如附件 2」指出每一個附件。",
      en: "The two 107 police plans name each attachment, in a section 附件 or in the text (如附件 2)."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let attachments = plan.attachments
    guard let first = attachments.mentions.first?.reference else { return }
    // Where a number is missed that may be theirs, PT107 says so.
    let isMissed = attachments.absent.contains { attachments.mayBeUnlabelled($0.reference.number) }
    let unlabelled = plan.document.proposal == nil || isMissed ? [] : attachments.unlabelled
    if let heading = unlabelled.first {
      findings.add(
        at: heading.firstLineRange,
        LocalizedText(
          zh: unlabelled.count == 1
            ? "附件沒有編號，無法與內文對應；請寫成「## 附件1」這樣的標題。" : "\(unlabelled.count) 個附件沒有編號，無法與內文對應；請寫成「## 附件1」這樣的標題。",
          en: (unlabelled.count == 1 ? "This attachment has" : "\(unlabelled.count) attachments have")
            + " no number, so nothing in the text can refer to it; use a heading such as “## 附件1”."),
        notes: unlabelled.dropFirst().map {
          .init($0.firstLineRange, LocalizedText(zh: "此處亦同", en: "Also here"))
        } + [.init(first.range, LocalizedText(zh: "內文以編號引用附件", en: "The text refers to attachments by number"))])
    }
    for section in attachments.sections where !attachments.numbers.contains(section.label.number) {
      findings.add(
        at: section.label.range,
        LocalizedText(
          zh: "「\(section.label.name)」沒有列在附件中，內文也沒有引用；請補列或刪除。",
          en: "“\(section.label.name)” is neither listed nor referred to; list it or remove it."),
        notes: [.init(first.range, LocalizedText(zh: "其他附件在此提到", en: "Another attachment is named here"))])
    }
  }
}

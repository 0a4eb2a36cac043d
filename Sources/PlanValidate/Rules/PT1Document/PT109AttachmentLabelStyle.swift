import PlanModel
import PlanText

/// PT109: 附件 1 in the text and 附件一 over the attachment.
enum AttachmentLabelStyle: Rule {
  static let description = RuleDescription(
    code: "PT109", name: "attachment-label-style", severity: .warning,
    summary: LocalizedText(zh: "附件編號的寫法不一致", en: "Attachments are numbered in different ways"),
    explanation: LocalizedText(
      zh: "內文寫「附件 1」而標題寫「附件一」，或一處稱「附表」一處稱「附件」，讀者須自行對照。全文請用同一種寫法；空格有無不計。整份計畫只報告一次。",
      en: """
        Where the text says 附件 1 and the heading 附件一, or one place says 附表 and another 附件, readers have to match them up. Use one form throughout; white space does not \
        count. This is reported once for each plan.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫內容

      具體作法如↓附件 1。

      ## 附件一、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 每月檢討逾期案件。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫內容

      具體作法如(附表 1)，名冊如附件一。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 每月檢討逾期案件。

      ## 附件一、推動小組編組名冊

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的內文寫附件 1、2、3，附件本身標為附件一、二、三。",
      en: "A 107 police plan says 附件 1, 2 and 3 in the text and 附件一, 二 and 三 over the attachments."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let attachments = plan.attachments
    let differing = attachments.mentions.compactMap { mention -> (AttachmentReference, AttachmentReference)? in
      guard let label = attachments.section(for: mention.reference)?.label, differs(mention.reference, label) else {
        return nil
      }
      return (mention.reference, label)
    }
    guard let (first, label) = differing.first else { return }
    let heading = Finding.Note(
      label.range, LocalizedText(zh: "標題寫作「\(label.name)」", en: "The heading says “\(label.name)”"))
    let others = differing.dropFirst().map { reference, label in
      Finding.Note(
        reference.range,
        LocalizedText(
          zh: "此處寫作「\(reference.name)」，標題為「\(label.name)」",
          en: "“\(reference.name)” here, “\(label.name)” in the heading"))
    }
    findings.add(
      at: first.range,
      LocalizedText(
        zh: "「\(first.name)」在標題寫作「\(label.name)」，全文請用同一種寫法。",
        en: "“\(first.name)” is written “\(label.name)” in its heading; use one form throughout."),
      notes: [heading] + others)
  }

  private static func differs(_ a: AttachmentReference, _ b: AttachmentReference) -> Bool {
    a.kind != b.kind || a.isChinese != b.isChinese
  }
}

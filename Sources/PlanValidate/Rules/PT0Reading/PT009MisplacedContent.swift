import PlanFormats
import PlanText

/// PT009: content that has no place where it stands.
enum MisplacedContentRule: ReadingRule {
  static let description = RuleDescription(
    code: "PT009", name: "misplaced-content", severity: .error,
    summary: LocalizedText(zh: "內容放錯位置", en: "Content is in the wrong place"),
    explanation: LocalizedText(
      zh: """
        計畫裡的每一段文字都要有歸屬，無法讀入的內容一定會指出。計畫名稱之下只有欄位清單；附表的標題之下只有欄位與作法；檢核表的標題之下只有「- [ ]」與「> 」。
        """,
      en: """
        Every word of a plan must belong somewhere; content that cannot be placed is always reported. Under the title there is only the list of fields, under the \
        headings of a table only fields and measures, under those of a checklist only boxes (“- [ ]”) and guidance (“> ”).
        """),
    failing: RuleExample(
      measures: """
        ↓本分局各單位應依下列作法辦理。

        1. 每月檢討逾期案件。
        """),
    passing: RuleExample(
      """
      本表依檢核表之順序填列。

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      <!-- 秘書室彙整 -->

      1. 每月檢討逾期案件。

         逾期原因另行分析。
      """),
    evidence: LocalizedText(
      zh: "由 Word 貼上的表格常在標題與作法之間夾有說明文字。",
      en: "Tables pasted from Word often have a remark between a heading and its measures."))

  static func words(_ content: MisplacedContent, at range: SourceRange, in source: SourceText) -> ReadingWords {
    let quote = source.excerpt(of: range)
    let isHeading = source.bytes[range].first == UInt8(ascii: "#")
    let (zh, en) =
      switch content {
      case .beforeSections:
        (
          "寫在計畫名稱與第一個「## 」章節之間，該處只有「- 機關：…」等欄位、版次與前言；是章節的標題請在前面加「## 」，否則請移到章節之下",
          "is between the title and the first “## ” section, where only fields (“- 機關：…”), versions and an introduction are allowed; put “## ” before it if it is a heading, or move it into a section"
        )
      case .withoutSections:
        (
          "不在任何章節之下：這個檔案沒有「## 」開頭的章節標題，因此無法辨識任何章節；請在計畫名稱前面加「# 」，並在每個章節標題前面加「## 」，例如「## 壹、計畫依據」；「- 機關：…」等欄位寫在計畫名稱之下",
          "is not in any section: no heading in this file begins with “## ”, so nothing in it can be read; put “# ” before the title and “## ” before the heading of each section, as in “## 壹、計畫依據”; fields (“- 機關：…”) go under the title"
        )
      case .beforeTitle where isHeading:
        ("是計畫名稱，應在檔案最前面；若是章節請改用「## 」", "is the title and must come first; use “## ” if it is a section")
      case .beforeTitle: ("在計畫名稱之前；請移到計畫名稱之下的章節", "is before the title; move it into a section below")
      case .paragraphAmongMeasures:
        (
          "不屬於任何作法；請改成編號項目（1. …）或縮排到所屬作法之下；若是整張表的附註，請在前面加一行「---」",
          "belongs to no measure; make it an item (1. …) or indent it under its measure; if it is a remark on the whole table, put “---” before it"
        )
      case .measureWithoutHeading:
        (
          "在第一個構面標題之前；請移到所屬的「### 構面」、「##### 重點」標題之下",
          "is before the first heading; move it under its dimension and focus (“###”, “#####”)"
        )
      case .blockAmongMeasures:
        (
          "是引文、程式碼或分隔線，不能放在作法之間；請刪除或改成編號項目",
          "is a quotation, code or line, which is not allowed among measures; delete it or make it an item"
        )
      case .besideTable:
        (
          "不能與表格放在同一節；此節只能有一個表格與前後的段落，請移到另一個「## 」章節",
          "is not allowed beside the table; this section has paragraphs and one table, so move it to a separate section"
        )
      case .amongCheckpoints:
        (
          "不能放在檢核表中；辦理事項請寫成「- [ ] …」，說明請寫成「> …」",
          "is not allowed in a checklist; write checkpoints as “- [ ] …” and guidance as “> …”"
        )
      case .amongInspections:
        (
          "不能放在這裡；工作日誌每一個「### 」類別之下只能有一個表格，以及填入的段落與清單",
          "is not allowed here; under each “###” heading an inspection log has one table, and paragraphs and lists that were entered"
        )
      case .amongCategories:
        (
          "不能放在提案類別中；每個類別請寫成「- [ ] …」，勾選者寫成「- [x] …」",
          "is not allowed among the categories; write each as “- [ ] …”, and a ticked one as “- [x] …”"
        )
      case .amongPhases:
        (
          "夾在兩個階段之間；請縮排到所屬階段之下，或移到各階段之前或之後",
          "is between two phases; indent it under its phase, or move it before or after all of them"
        )
      case .amongContact:
        (
          "不能放在聯絡窗口中；請寫成「- 姓名：…」「- 電話：…」或「- 電子郵件：…」",
          "is not allowed under 聯絡窗口; write “- 姓名：…”, “- 電話：…” or “- 電子郵件：…”"
        )
      }
    return ReadingWords(summary: LocalizedText(zh: "「\(quote)」\(zh)。", en: "“\(quote)” \(en)."))
  }
}

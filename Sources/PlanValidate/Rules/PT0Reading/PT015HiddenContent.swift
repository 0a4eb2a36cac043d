import PlanFormats
import PlanText

/// PT015: code or HTML hides parts of the plan.
enum HiddenContent: ReadingRule {
  static let description = RuleDescription(
    code: "PT015", name: "hidden-content", severity: .error,
    summary: LocalizedText(zh: "內容被程式碼或 HTML 藏住", en: "Content is hidden by code or HTML"),
    explanation: LocalizedText(
      zh: """
        「```」「<pre>」沒有結束時，其後到項目或檔案結尾都是程式碼；「<br>」「</div>」等標籤之後，到下一個空白行為止都是 HTML。其中的標題、項目、欄位與表格只是文字，不會讀入，也沒有任何規則檢查，\
        其他程式也看不見這些章節。有結束的程式碼與「<pre>」可以有任何內容，不在此列。
        """,
      en: """
        If “```” or “<pre>” is not closed, everything up to the end of the item or the file is code; after a tag such as “<br>” or “</div>”, all lines up to a blank line are HTML. \
        Headings, items, fields and tables in it are only text: they are not read, no rule checks them, and other programs do not see these sections either. Code and “<pre>” that \
        are closed may contain anything.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      提升服務品質。

      <br>
      ↓## 貳、實施期程

      自107年1月起。

      ↓```
      範例。

      ## 參、經費來源

      由年度預算支應。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      提升服務品質。

      <br>

      ## 貳、實施期程

      自107年1月起。

      ```
      ## 這是程式碼
      ```

      <pre>
      ## 這是原樣顯示的文字
      </pre>

      ## 參、經費來源

      由年度預算支應。
      """),
    evidence: LocalizedText(
      zh: "換頁用的「<div style=…></div>」常貼在標題的上一行，漏打結尾的「```」也不易察覺。",
      en: """
        “<div style=…></div>” for a page break is often put on the line above a heading, and a missing closing “```” is hard to see.
        """))

  static func unclosed(_ block: UnclosedBlock, in source: SourceText) -> ReadingWords {
    let (mark, end) = (block.mark.excerpt(), block.end.excerpt())
    let until = block.isInItem ? (zh: "這個項目", en: "item") : (zh: "檔案", en: "file")
    return ReadingWords(
      summary: LocalizedText(
        zh: "「\(mark)」沒有結束，其後到\(until.zh)結尾都不是計畫的內容；請在該結束的地方加一行「\(end)」。",
        en:
          "“\(mark)” is not closed, so everything after it up to the end of the \(until.en) is not part of the plan; add a line “\(end)” where it should end."
      ),
      notes: [
        Finding.Note(
          source.firstLine(of: block.hidden), LocalizedText(zh: "這一行因此沒有讀入", en: "This line is not read because of it"))
      ])
  }

  static func inHTML(_ html: HiddenByHTML, in source: SourceText) -> ReadingWords {
    let opening = source.excerpt(of: html.opening)
    let advice =
      html.endsBeforeBlankLine
      ? (zh: "請在這一行前面加空白行", en: "put a blank line before this line")
      : (zh: "若不是 HTML，請把「<」寫成「\\<」", en: "if it is not HTML, write “\\<” for “<”")
    return ReadingWords(
      summary: LocalizedText(
        zh: "這一行屬於以「\(opening)」開始的 HTML，因此不是標題、欄位或表格，沒有讀入；\(advice.zh)。",
        en:
          "This line is part of the HTML that begins with “\(opening)”, so it is not a heading, field or table and is not read; \(advice.en)."
      ),
      notes: [
        Finding.Note(
          source.firstLine(of: html.opening), LocalizedText(zh: "HTML 從這裡開始", en: "The HTML begins here"))
      ])
  }
}

extension PlanDocument {
  /// The lines that are reported as hidden by HTML. A heading among them is no reference to the attachment that it
  /// begins, and no item of a list.
  var linesHiddenByHTML: [SourceRange] {
    problems.compactMap { problem in
      if case .hiddenByHTML = problem.value { problem.range } else { nil }
    }
  }
}

import PlanFormats
import PlanModel
import PlanText

/// PT013: a table in a spelling that is not read, or in a section where none is.
enum TableNotRead: ReadingRule {
  static let description = RuleDescription(
    code: "PT013", name: "table-not-read", severity: .error,
    summary: LocalizedText(zh: "表格沒有讀入", en: "A table is not read"),
    explanation: LocalizedText(
      zh: """
        表格以「|」分格，表頭之下有一列「| --- | --- |」，列與列之間沒有空白行。用全形「｜」、定位字元、HTML 或其他畫法寫成的表格，以及空白行以下的列，不會成為表格的內容，\
        其中的作法、期限與單位也就無從檢查；因此一律指出，不當作段落略過。附表的標題之下只有文字、沒有任何一列的，也會指出；\
        寫「無」或「詳附件」的不在此列。敘述章節裡的作法表照文字保留，但不檢查，以警告提醒。
        """,
      en: """
        A table has “|” between its cells, a line “| --- | --- |” under its header, and no blank line between its rows. One that is drawn with “｜”, tabs, HTML or otherwise, and rows \
        behind a blank line, do not become rows, so the measures, deadlines and units in them would go unchecked; it is reported wherever it stands, and never passed over as a paragraph. \
        So is text under the heading of a table of which there is no row, unless it says 「無」 or 「詳附件」. \
        A table of measures in a section of prose is kept as text but not checked, which is a warning.
        """),
    failing: RuleExample(
      """
      ## 附表3、推動小組編組名冊

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |

      ↓| 委員 | 秘書室主任 |

      ## 附表4、單位表

      ↓｜單位｜別名｜
      ｜－－｜－－｜
      ｜秘書室｜秘書｜
      """),
    passing: RuleExample(
      """
      ## 壹、目標

      洽公民眾可由下列方式查詢進度：電話｜網站｜臨櫃。

      ```
      | 這是程式碼 | 不是表格 |
      ```

      ## 附表3、推動小組編組名冊

      下表各欄｜依府函格式。

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |
      | 委員 | 秘書室主任 |
      """),
    evidence: LocalizedText(
      zh: "由 Word、試算表或網頁貼上的表格，常缺分隔列、多出空白行，或改成全形直線。",
      en:
        "Tables pasted from Word, a spreadsheet or a web page often lack the line of dashes, have blank lines between rows, or full-width bars."
    ))

  static func words(_ table: UnreadTable, at range: SourceRange, in source: SourceText) -> ReadingWords {
    let quote = source.excerpt(of: range)
    let (zh, en) = advice(table.form, in: source)
    return ReadingWords(
      summary: LocalizedText(zh: "「\(quote)」\(zh)。", en: "“\(quote)” \(en)."),
      fixes: table.mend.map { [fix($0)] } ?? [])
  }

  private static func advice(_ form: UnreadTable.Form, in source: SourceText) -> (zh: String, en: String) {
    switch form {
    case .behindBlankLine:
      (
        "因為前面有空白行，沒有讀入表格；請刪去表格中的空白行",
        "is not read as part of the table, because a blank line stands before it; delete the blank lines in the table"
      )
    case .behindWords:
      (
        "與上方的表格之間隔著別的內容，沒有讀入表格；請把其間的內容移到整個表格的前後",
        "is not read as part of the table above, because something else stands between them; move that before or behind the whole table"
      )
    case .withoutDashes:
      (
        "這個表格沒有讀入，因為表頭之下缺少分隔列；請在表頭的下一行加「| --- | --- |」，每欄一格",
        "begins a table that is not read, because the line of dashes is missing; add “| --- | --- |” under the header, one cell for each column"
      )
    case .strangeDashes(let range):
      (
        "這個表格沒有讀入，因為分隔列寫成「\(source.excerpt(of: range))」；請改為「| --- | --- |」，每欄一格",
        "begins a table that is not read, because its line of dashes is “\(source.excerpt(of: range))”; write “| --- | --- |”, one cell for each column"
      )
    case .strangeBars(let bar, hasHeader: false):
      (
        "沒有讀入表格，因為分格的符號是「\(bar)」（\(bar.codePoint)）；請改用半形的「|」，並與上方的表格相連",
        "is not read as part of the table, because its bars are “\(bar)” (\(bar.codePoint)); use “|”, right below the rows above"
      )
    case .strangeBars(let bar, hasHeader: true):
      (
        "這個表格沒有讀入，因為分格的符號是「\(bar)」（\(bar.codePoint)）；請改用半形的「|」，並在表頭之下寫「| --- | --- |」",
        "begins a table that is not read, because its bars are “\(bar)” (\(bar.codePoint)); use “|”, and “| --- | --- |” under the header"
      )
    case .commas:
      (
        "這個表格沒有讀入，因為各格以逗號隔開；請以「|」分格，並在表頭之下寫「| --- | --- |」",
        "begins a table that is not read, because commas stand between its cells; put “|” between them, and “| --- | --- |” under the header"
      )
    case .rowWithoutBars:
      (
        "緊接在表格之下而沒有以「|」分格，因此不是表格的列；請以「|」分格，若是附註請在前面空一行",
        "stands right below the table without “|” between its cells, so it is no row; put “|” between them, or a blank line before it if it is a remark"
      )
    case .tabs:
      (
        "這個表格沒有讀入，因為各格以定位字元隔開；請以「|」分格，並在表頭之下寫「| --- | --- |」",
        "begins a table that is not read, because tabs stand between its cells; put “|” between them, and “| --- | --- |” under the header"
      )
    case .html:
      (
        "這個 HTML 表格沒有讀入；請改寫成以「|」分格的表格，合併的儲存格逐列填寫",
        "begins a table in HTML, which is not read; write it with “|” between its cells, and fill a merged cell in on every row"
      )
    case .grid:
      (
        "這個表格沒有讀入，因為格線是用字元畫成的；請刪去格線，只以「|」分格，並在表頭之下寫「| --- | --- |」",
        "begins a table that is not read, because its frame is drawn; delete the frame, put “|” between the cells, and “| --- | --- |” under the header"
      )
    case .columns:
      (
        "這個表格沒有讀入，因為各欄是用空白對齊的；請以「|」分格，並在表頭之下寫「| --- | --- |」",
        "begins a table that is not read, because blanks align its columns; put “|” between its cells, and “| --- | --- |” under the header"
      )
    }
  }

  private static func fix(_ mend: Mend) -> Finding.Fix {
    Finding.Fix(
      LocalizedText(zh: "改寫成可讀入的表格", en: "Write it as a table that is read"),
      edits: mend.edits.map { Finding.Edit(range: $0.range, text: $0.text) }, isSafe: mend.isCertain,
      scope: .layout)
  }

  /// Text where a table should be.
  static func withoutRows(_ name: String, _ kind: SectionKind?, at range: SourceRange, in source: SourceText)
    -> ReadingWords
  {
    let quote = source.excerpt(of: range)
    let (zh, en) =
      switch kind {
      case .measures, .workItems, .strategies:
        (
          "請在「### 構面」之類的標題之下逐項寫「1. 作法」，或寫成以「|」分格的表格",
          "write measures (“1. …”) under headings (“### …”), or a table with “|” between its cells"
        )
      case .checklist: ("請在「### 構面」之類的標題之下寫「- [ ] …」", "write “- [ ] …” under headings (“### …”)")
      default:
        (
          "請寫成以「|」分格的表格，並在表頭之下寫「| --- | --- |」",
          "write a table with “|” between its cells, and “| --- | --- |” under the header"
        )
      }
    return ReadingWords(
      summary: LocalizedText(
        zh: "這一節是\(name)，但沒有讀入任何一列，「\(quote)」只當作一段文字；\(zh)。沒有資料請寫「無」，另附者請寫「詳附件」。",
        en:
          "This section is a \(name) of which no row was read, and “\(quote)” is only a paragraph; \(en). Write 「無」 if there is nothing, or 「詳附件」 if it is attached."
      ))
  }

  /// A table of measures in a section of prose.
  static func measuresInText(at range: SourceRange, in source: SourceText) -> ReadingWords {
    let quote = source.excerpt(of: range)
    return ReadingWords(
      summary: LocalizedText(
        zh: "「\(quote)」這個作法表在敘述章節中，只當作文字，期限與單位都沒有檢查；請移到「## 附表1、具體作法表」之類的附表標題之下。",
        en:
          "“\(quote)” begins a table of measures in a section of prose; it is kept as text, and its deadlines and units are not checked. Move it under the heading of an attachment (“## 附表1、具體作法表”)."
      ), severity: .warning)
  }
}

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
        表格以「|」分格，表頭之下有一列「| --- | --- |」，列與列之間沒有空白行。寫法稍有出入（中間有空白行、缺少分隔列、用全形「｜」）而意思明白的照樣讀入，以警告提醒並可自動改正；\
        由試算表貼上的定位字元、HTML（含合併的儲存格）與用字元畫成的表格也讀入。哪些字屬於哪一格並不明白的不會成為表格的內容，其中的作法、期限與單位也就無從檢查；\
        因此一律指出，不當作段落略過。附表的標題之下只有文字、沒有任何一列的，也會指出；寫「無」或「詳附件」的不在此列。敘述章節裡的作法表照文字保留，但不檢查，以警告提醒。
        """,
      en: """
        A table has “|” between its cells, a line “| --- | --- |” under its header, and no blank line between its rows. A table that is almost like this (a blank line between rows, no line of dashes, “｜”) and clear \
        is still read, with a warning that can be fixed automatically; so are tabs pasted from a spreadsheet, HTML with merged cells and tables drawn with characters. Where it is not clear which words \
        belong to which cell, the words do not become rows, so the measures, deadlines and units in them cannot be checked; this is always reported and never skipped as a paragraph. \
        Text under the heading of a table that has no row at all is reported too, unless it says 「無」 or 「詳附件」. \
        A table of measures in a section of running text is kept as text but not checked, which is a warning.
        """),
    failing: RuleExample(
      """
      ## 附表3、推動小組編組名冊

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |

      ↓| 委員 | 秘書室主任 |

      ## 附表4、單位表

      ↓單位  別名
      秘書室  秘書
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

      ## 附表4、單位表

      <table>
      <tr><th>單位</th><th>別名</th></tr>
      <tr><td>秘書室</td><td>秘書</td></tr>
      </table>
      """),
    evidence: LocalizedText(
      zh: "由 Word、試算表或網頁貼上的表格，常缺分隔列、多出空白行，或改成全形直線。",
      en:
        "Tables pasted from Word, a spreadsheet or a web page often lack the line of dashes, have blank lines between rows, or full-width bars."
    ))

  static func words(_ table: StrangeTable, at range: SourceRange, in source: SourceText) -> ReadingWords {
    let quote = source.excerpt(of: range)
    let (zh, en) = table.fate == .read ? slip(table.form, in: source) : advice(table.form, in: source)
    return ReadingWords(
      summary: LocalizedText(zh: "「\(quote)」\(zh)。", en: "“\(quote)” \(en)."),
      severity: table.fate == .read ? .warning : nil, fixes: table.mend.map { [fix($0)] } ?? [])
  }

  /// What is a little wrong with a pipe table that is read all the same.
  private static func slip(_ form: StrangeTable.Form, in source: SourceText) -> (zh: String, en: String) {
    switch form {
    case .behindBlankLine:
      (
        "讀為上方表格的列，但前面有空白行，別的軟體會在此斷開；請刪去表格中的空白行",
        "is read as a row of the table above, but other programs end the table at the blank line before it; delete the blank lines in the table"
      )
    case .strangeDashes(let range):
      (
        "讀為表格，但分隔列寫成「\(source.excerpt(of: range))」，其他軟體無法辨識；請改為「| --- | --- |」，每欄一格",
        "is read as a table, but its line of dashes is “\(source.excerpt(of: range))”, which other programs do not know; write “| --- | --- |”, one cell for each column"
      )
    case .strangeBars(let bar, _):
      (
        "讀為表格，但分格的符號是「\(bar)」（\(bar.codePoint)），其他軟體無法辨識；請改用半形的「|」",
        "is read as a table, but its bars are “\(bar)” (\(bar.codePoint)), which other programs do not know; use “|”"
      )
    case .withoutDashes, .behindWords, .commas, .rowWithoutBars, .tabs, .html, .grid, .columns:
      (
        "讀為表格，但表頭之下缺少分隔列，其他軟體無法辨識；請在表頭的下一行加「| --- | --- |」，每欄一格",
        "is read as a table, but other programs miss the line of dashes under its header; add “| --- | --- |”, one cell for each column"
      )
    }
  }

  private static func advice(_ form: StrangeTable.Form, in source: SourceText) -> (zh: String, en: String) {
    switch form {
    case .behindBlankLine:
      (
        "因為前面有空白行，沒有讀入表格；請刪去表格中的空白行",
        "is not read as part of the table, because there is a blank line before it; delete the blank lines in the table"
      )
    case .behindWords:
      (
        "與上方的表格之間隔著別的內容，沒有讀入表格；請把其間的內容移到整個表格的前後",
        "is not read as part of the table above, because there is something else between them; move that before or after the whole table"
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
        "begins a table that is not read, because there are commas between its cells; put “|” between them, and “| --- | --- |” under the header"
      )
    case .rowWithoutBars:
      (
        "緊接在表格之下而沒有以「|」分格，因此不是表格的列；請以「|」分格，若是附註請在前面空一行",
        "is directly below the table without “|” between its cells, so it is not a row; put “|” between them, or a blank line before it if it is a remark"
      )
    case .tabs:
      (
        "這個表格沒有讀入，因為第一列的欄名認不出來，各格又以定位字元隔開；請以「|」分格，並在表頭之下寫「| --- | --- |」",
        "begins a table that is not read, because there are tabs between its cells and its first line has no column names; put “|” between them, and “| --- | --- |” under the header"
      )
    case .html:
      (
        "這個 HTML 表格沒有讀入，因為沒有「</table>」、格外有文字、格內另有表格，或合併的格數不合理；請補正，或改寫成以「|」分格的表格",
        "begins a table in HTML that is not read: its “</table>” is missing, it has words between its cells or a table in one of them, or cells that span too much; fix that, or write it with “|” between its cells"
      )
    case .grid:
      (
        "這個表格沒有讀入，因為畫的格線與各格的文字沒有對齊，或各列之間沒有格線；請對齊格線，或刪去格線，只以「|」分格，並在表頭之下寫「| --- | --- |」",
        "begins a table that is not read, because its frame does not say which words belong to which cell, or has no line between its rows; align it, or delete it, put “|” between the cells, and “| --- | --- |” under the header"
      )
    case .columns:
      (
        "這個表格沒有讀入，因為各欄是用空白隔開的，又沒有與「-----」對齊；請以「|」分格，並在表頭之下寫「| --- | --- |」",
        "begins a table that is not read, because its columns are not aligned with lines of dashes (“-----”); put “|” between its cells, and “| --- | --- |” under the header"
      )
    }
  }

  private static func fix(_ mend: Mend) -> Finding.Fix {
    Finding.Fix(
      LocalizedText(zh: "改寫成可讀入的表格", en: "Write it as a table that can be read"),
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
          "No row of this \(name) was read; “\(quote)” is only a paragraph; \(en). Write 「無」 if there is nothing, or 「詳附件」 if it is attached."
      ))
  }
}

import PlanText

/// PT011: a pipe table whose rows or columns are not as they should be.
enum TableShape: ReadingRule {
  static let description = RuleDescription(
    code: "PT011", name: "table-shape", severity: .error,
    summary: LocalizedText(zh: "表格的欄或列不正確", en: "The columns or rows of a table are wrong"),
    explanation: LocalizedText(
      zh: """
        表格的欄由表頭的欄名認定，每一列的格數須與表頭相同；多出來的格沒有欄名，少掉的格會讓後面的內容錯位。格內的「|」寫成「\\|」，換行寫成「<br>」；\
        空白的格仍要有兩側的「|」。換頁時重複的表頭不當作一列。\
        計畫自己的其他欄可以保留；欄名像是打錯字的，才會指出。
        """,
      en: """
        Columns are recognised by the names in the header, and every row must have as many cells as the header. An extra cell has no name, and a missing one shifts the rest. Inside a cell, \
        write “|” as “\\|” and a line break as “<br>”; an empty cell keeps its bars. A header repeated among the rows is not read as a row. \
        A table may have other columns of your own; a name is reported only if it looks misspelt.
        """),
    failing: RuleExample(
      """
      ## 附表3、推動小組編組名冊

      | 職稱 | ↓單位職秤 | 姓名 |
      | --- | --- | --- |
      | 召集人 | 分局長 | |
      ↓| 委員 | 秘書室主任 |
      """),
    passing: RuleExample(
      """
      ## 附表3、推動小組編組名冊

      | 職稱 | 現職 | 姓名 |
      | --- | --- | --- |
      | 召集人 | 分局長 | |
      | 委員 | 秘書室主任\\|代理 | |
      """),
    evidence: LocalizedText(
      zh: "由 Word 或 PDF 轉出的表格，合併儲存格常使某些列少一格。",
      en: "In tables converted from Word or PDF, merged cells leave some rows one cell short."))

  static func cellCount(_ found: Int, _ expected: Int) -> ReadingWords {
    let hint =
      found > expected
      ? (zh: "請刪去多餘的格，或把格內的「|」寫成「\\|」", en: "delete the extra ones, or write “|” inside a cell as “\\|”")
      : (zh: "請補上缺少的「|」，空白的格也要保留", en: "add the missing bars; an empty cell needs them too")
    return ReadingWords(
      summary: LocalizedText(
        zh: "此列有 \(found) 格，表頭有 \(expected) 格；\(hint.zh)。",
        en: "This row has \(found) cells, but the header has \(expected); \(hint.en)."))
  }

  static var repeatedHeader: ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "此列與表頭相同，是換頁時重複的表頭，不當作一列；請刪去這一列。",
        en: "This row repeats the header, as on each printed page, and is not read as a row; delete it."),
      severity: .note)
  }

  static func unknown(_ name: String, _ suggestion: String?, _ known: [String]) -> ReadingWords {
    let hint = suggestion.map { (zh: "，是否為「\($0)」？", en: "; did you mean “\($0)”?") } ?? (zh: "。", en: ".")
    let shown =
      name.isEmpty
      ? (zh: "有一欄沒有欄名", en: "A column has no name")
      : (zh: "此表沒有「\(name.excerpt())」欄", en: "This table has no column “\(name.excerpt())”")
    return ReadingWords(
      summary: LocalizedText(
        zh: "\(shown.zh)\(hint.zh)可用的欄：\(known.joined(separator: "、"))。",
        en: "\(shown.en)\(hint.en) Columns: \(known.joined(separator: ", "))."))
  }

  static func missing(_ name: String) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "此表缺少「\(name)」欄，請在表頭補上。", en: "The column “\(name)” is missing; add it to the header."))
  }

  static func repeated(_ name: String) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "「\(name)」欄重複，請合併或刪去一欄。", en: "The column “\(name)” appears twice; merge the two or delete one."))
  }

  static func tooDeep(_ column: String, _ name: String) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "「\(name.excerpt())」成了第四層，附表只有構面、項目、重點三層；請刪去「\(column)」欄，或把表格移到較上層的標題之下。",
        en:
          "“\(name.excerpt())” would be a fourth level below dimension, item and focus; delete the column “\(column)” or move the table under a higher heading."
      ))
  }
}

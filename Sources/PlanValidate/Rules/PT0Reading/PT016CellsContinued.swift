import PlanFormats
import PlanText

/// PT016: empty cells that are read as the cell above.
enum CellsContinued: ReadingRule {
  static let description = RuleDescription(
    code: "PT016", name: "cells-continued", severity: .warning,
    summary: LocalizedText(zh: "空白的格視為與上一列相同", en: "Empty cells are read as the cell above"),
    explanation: LocalizedText(
      zh: """
        Word 裡跨好幾列的期限、單位或指標，改用「|」寫成表格後，只有第一列有字，以下都是空白。因此同一構面、項目、重點之下，這幾欄的空白格視為與上面的格相同；\
        一欄只說一次。確實相同的，請寫「同上」或「〃」；不同的請填上；真的沒有的，寫「&nbsp;」。整欄空白，或同一標題之下上面沒有字的，仍是漏填。
        """,
      en: """
        A deadline, a unit or an indicator that spans several rows in Word appears only in the first row when the table is written with “|”. So an empty cell in these columns is read as the cell above it \
        under the same dimension, item and focus; this is reported once for each column. If the values are the same, write 「同上」 or 「〃」; if not, fill them in; write “&nbsp;” in a cell that really is empty. An entirely empty column, and a cell with nothing above it, still count as missing.
        """),
    failing: RuleExample(
      """
      ## 附表1、具體作法表

      | 評核構面 | 評核項目 | 評核重點 | 具體作法 | 完成期限 | 承辦單位 |
      | --- | --- | --- | --- | --- | --- |
      | 基礎服務 | 服務一致及正確 | 服務及時性 | 統計平均處理日數。 | 107年3月31日 | 秘書室 |
      | | | | 公布流程。 |↓ |↓ |
      """),
    passing: RuleExample(
      """
      ## 附表1、具體作法表

      | 評核構面 | 評核項目 | 評核重點 | 具體作法 | 完成期限 | 承辦單位 |
      | --- | --- | --- | --- | --- | --- |
      | 基礎服務 | 服務一致及正確 | 服務及時性 | 統計平均處理日數。 | 107年3月31日 | 秘書室 |
      | | | | 公布流程。 | 同上 | 〃 |
      """),
    evidence: LocalizedText(
      zh: "由 Word 轉出的表格，合併儲存格只在第一列有字。",
      en: "In tables converted from Word, a merged cell has its text only in the first row."))

  static func words(_ cells: ContinuedCells, in source: SourceText) -> ReadingWords {
    let lines = cells.places.prefix(shown).map { String(source.line(at: $0.lowerBound)) }
    let (zh, en) = cells.places.count > shown ? ("…", ", …") : ("", "")
    let one = cells.places.count == 1
    return ReadingWords(
      summary: LocalizedText(
        zh:
          "「\(cells.column)」欄有 \(cells.places.count) 格空白（第 \(lines.joined(separator: "、")) 行\(zh)），視為與上面的格相同；確實相同請寫「同上」，不同請填上。",
        en:
          "The column “\(cells.column)” has \(cells.places.count) empty \(one ? "cell" : "cells") (\(one ? "line" : "lines") \(lines.joined(separator: ", "))\(en)), read as the cell above; write 「同上」 where that is so, and otherwise what is meant."
      ),
      fixes: cells.mend.map { mend in
        [
          Finding.Fix(
            LocalizedText(zh: "寫成「同上」", en: "Write 「同上」"),
            edits: mend.edits.map { Finding.Edit(range: $0.range, text: $0.text) }, isSafe: mend.isCertain)
        ]
      } ?? [])
  }

  /// How many lines a message names.
  private static let shown = 10
}

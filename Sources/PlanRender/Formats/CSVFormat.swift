import PlanModel

/// CSV as RFC 4180 has it, for spreadsheet programs: one record a row, every name in every record, CRLF.
///
/// Programs that open the file must not run what is in it, and people must not wonder at Markdown. So bullets of lists are left out
/// (the numbers behind them stay), and a cell that would be taken for a formula begins with an apostrophe. Paragraphs around a table are
/// no records; they are left out too.
enum CSVFormat: TableFormat {
  static let summary = LocalizedText(zh: "CSV，供試算表軟體開啟", en: "CSV for spreadsheet programs")

  static func text(_ tables: [TableView], options: RenderOptions) -> String {
    var records: [String] = []
    var header: [TableView.Column]?
    for table in tables {
      // Which of several tables a record is from would be lost.
      let title = tables.count > 1 ? [TableView.Cell(table.title)] : []
      if table.columns != header {
        if header != nil { records.append("") }
        records.append(record((title.isEmpty ? [] : ["表"]) + table.columns.map(\.title)))
        header = table.columns
      }
      records += table.rows.map { row in record((title + row).map { inert($0.text) }) }
    }
    return (options.byteOrderMark ? "\u{FEFF}" : "") + records.map { $0 + "\r\n" }.joined()
  }

  private static func record(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") }

  private static func quoted(_ cell: String) -> String {
    guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return cell }
    return "\"" + String(String.UnicodeScalarView(cell.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] })) + "\""
  }

  /// The text as a spreadsheet program may see it.
  static func inert(_ text: String) -> String {
    let plain = MarkdownList.withoutBullets(text)
    // Some programs drop quotation marks around a cell before they look at it.
    let start = plain.unicodeScalars.first { $0 != "\"" && $0 != "'" }
    guard let start, formulaStarts.contains(start) else { return plain }
    return "'" + plain
  }

  /// The characters with which a formula begins, full-width ones included: some programs fold them.
  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
}

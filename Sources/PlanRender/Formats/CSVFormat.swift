import PlanModel

/// CSV as RFC 4180 has it, for spreadsheet programs: one record a row, every name in every record, CRLF.
///
/// Programs that open the file must not run what is in it, and people must not wonder at Markdown. So bullets of lists are left out
/// (the numbers behind them stay), and a cell that would be taken for a formula begins with an apostrophe. Paragraphs around a table are
/// no records; they are left out too. A text is a record of its heading and its words.
enum CSVFormat: ViewFormat {
  static let summary = LocalizedText(zh: "CSV，供試算表軟體開啟", en: "CSV for spreadsheet programs")

  static func text(_ parts: [ViewPart], title: String?, options: RenderOptions) -> String {
    var records: [String] = []
    var header: [String]?
    for part in parts {
      let next: [String]
      let rows: [[String]]
      switch part {
      case .table(let table):
        // Which of several parts a record is from would be lost.
        let isNamed = parts.count > 1
        next = (isNamed ? ["表"] : []) + table.columns.map(\.title)
        rows = table.rows.map { row in (isNamed ? [table.title] : []) + row.map(\.text) }
      case .text(let text):
        next = ["標題", "內容"]
        rows = [[text.title, text.body]]
      }
      if next != header {
        if header != nil { records.append("") }
        records.append(record(next.map(inert)))
        header = next
      }
      records += rows.map { record($0.map(inert)) }
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
    // Some programs drop quotation marks and white space around a cell before they look at it.
    let start = plain.unicodeScalars.first {
      formulaStarts.contains($0)
        || !($0 == "\"" || $0 == "'" || $0.isWhiteSpace || $0.properties.isDefaultIgnorableCodePoint)
    }
    guard let start, formulaStarts.contains(start) else { return plain }
    return "'" + plain
  }

  /// The characters with which a formula begins, full-width ones included: some programs fold them.
  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
}

import PlanText

/// CSV as RFC 4180 has it, for spreadsheet programs: one record a row, every name in every record, CRLF.
///
/// Programs that open the file must not run what is in it, and people must not wonder at Markdown. So bullets of lists
/// are left out (the numbers behind them stay), and a cell that would be taken for a formula begins with an apostrophe.
/// Paragraphs around a table are no records; they are left out too. A text is a record of its heading and its words.
enum CSVFormat: ViewFormat {
  static let summary = LocalizedText(zh: "CSV，供試算表軟體開啟", en: "CSV for spreadsheet programs")

  static func text(_ parts: [ViewPart], title: String?, options: RenderOptions) -> String {
    var text = options.byteOrderMark ? "\u{FEFF}" : ""
    var header: [String]?
    // Which of several parts a record is from would be lost.
    let isNamed = parts.count > 1
    // The number of records so far, those of headings and the blank ones between tables included: the rows of a
    // spreadsheet.
    var count = 0
    func add(_ record: [String]) {
      write(record, to: &text)
      count += 1
    }
    func begin(_ columns: [String]) {
      if columns == header { return }
      if header != nil {
        text += "\r\n"
        count += 1
      }
      add(columns)
      header = columns
    }
    var repeats = RepeatedTexts { "第\($0)列" }
    for part in parts {
      switch part {
      case .table(let table):
        begin((isNamed ? ["表"] : []) + table.columns.map(\.title))
        repeats.beginTable()
        for row in table.rows {
          let record = (isNamed ? [table.title] : []) + row.map(\.text)
          add(record.map { repeats.printed($0, row: count + 1) })
        }
      case .text(let words):
        begin(["標題", "內容"])
        add([words.title, words.body])
      }
    }
    return text
  }

  private static func write(_ record: [String], to text: inout String) {
    for (index, cell) in record.enumerated() {
      if index > 0 { text += "," }
      let cell = inert(cell)
      if cell.utf8.withContiguousStorageIfAvailable({ $0.contains(where: needsQuotes) }) ?? true {
        quote(cell, to: &text)
      } else {
        text += cell
      }
    }
    text += "\r\n"
  }

  private static func quote(_ cell: String, to text: inout String) {
    text += "\""
    var rest = cell[...]
    while let quote = rest.utf8.firstIndex(of: UInt8(ascii: "\"")) {
      text += rest[...quote]
      text += "\""
      rest = rest[rest.utf8.index(after: quote)...]
    }
    text += rest
    text += "\""
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
  }

  /// The text as a spreadsheet program may see it.
  static func inert(_ text: String) -> String {
    let plain = MarkdownList.withoutBullets(text)
    return FormulaGuard.isFormula(plain) ? "'" + plain : plain
  }
}

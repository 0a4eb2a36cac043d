import PlanText

/// CSV as RFC 4180 has it, for spreadsheet programs: one record a row, every name in every record, CRLF.
///
/// Programs that open the file must not run what is in it, and people must not wonder at Markdown. So escapes and
/// `&nbsp;` are the characters that they mean, bullets of lists are left out (the numbers behind them stay), and a cell that would be taken for a formula begins with an apostrophe.
/// Paragraphs around a table are no records; they are left out too. A text is a record of its heading and its words.
enum CSVFormat: ViewFormat {
  static let summary = LocalizedText(zh: "CSV，供試算表軟體開啟", en: "CSV for spreadsheet programs")
  static let isText = true

  static func bytes(_ parts: [ViewPart], title: String?, options: RenderOptions) -> [UInt8] {
    var text = Array((options.byteOrderMark ? "\u{FEFF}" : "").utf8)
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
        text += lineBreak
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

  private static let lineBreak = Array("\r\n".utf8)

  private static func write(_ record: [String], to text: inout [UInt8]) {
    for (index, cell) in record.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      let isPlain = cell.utf8.withContiguousStorageIfAvailable { bytes in
        guard isWord(bytes), !bytes.contains(where: isMark) else { return false }
        text.append(contentsOf: bytes)
        return true
      }
      if isPlain != true { CSVCell.write(inert(cell).utf8, to: &text) }
    }
    text += lineBreak
  }

  /// Whether a text begins with a digit or with a Chinese character, U+4000 to U+9FFF, as most cells do: on one line it
  /// is neither a formula nor an item of a list.
  private static func isWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.first.map { (0x30...0x39).contains($0) || (0xE4...0xE9).contains($0) } ?? true
  }

  /// Whether a byte asks for quotation marks, or may belong to what is shown otherwise: `\*`, `&nbsp;`,
  /// `[words]{.underline}`.
  private static func isMark(_ byte: UInt8) -> Bool {
    // Most bytes are those of Chinese characters.
    byte < 0x80
      && (CSVCell.needsQuotes(byte) || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&")
        || byte == UInt8(ascii: "}"))
  }

  /// The text as a spreadsheet program may see it.
  static func inert(_ text: String) -> String {
    let plain = MarkdownList.plain(text)
    return FormulaGuard.isFormula(plain) ? "'" + plain : plain
  }
}

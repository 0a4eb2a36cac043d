import PlanText

/// GitHub-flavoured Markdown: a heading and a pipe table, which plantool reads back as it was.
enum MarkdownFormat: ViewFormat {
  static let summary = LocalizedText(
    zh: "Markdown 表格，可再讀回計畫", en: "Markdown tables, which can be read back into a plan")
  static let isText = true

  static func bytes(_ parts: [ViewPart], title: String?, options: RenderOptions) -> [UInt8] {
    var text: [UInt8] = []
    var repeats = RepeatedTexts()
    for part in parts { write(part, to: &text, &repeats) }
    return text
  }

  private static func write(_ part: ViewPart, to text: inout [UInt8], _ repeats: inout RepeatedTexts) {
    switch part {
    case .table(let table):
      if !table.title.isEmpty { write(heading(table.title, level: 2), to: &text) }
      if let intro = table.intro { write(intro, to: &text) }
      writePipeTables(table, to: &text, &repeats)
      if let closing = table.closing { write(closing, to: &text) }
    case .text(let words):
      if !words.title.isEmpty { write(heading(words.title, level: words.level), to: &text) }
      if !words.body.isEmpty { write(words.body, to: &text) }
    }
  }

  private static func write(_ block: String, to text: inout [UInt8]) {
    separate(&text)
    text += block.utf8
    text.append(Ascii.lineFeed)
  }

  /// Between two blocks stands a blank line.
  private static func separate(_ text: inout [UInt8]) { if !text.isEmpty { text.append(Ascii.lineFeed) } }

  private static func heading(_ title: String, level: Int) -> String {
    String(repeating: "#", count: level) + " " + title.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Cells are padded to the widest of their column, but not beyond this: a column of long texts would be mostly
  /// blanks.
  private static let widestPadding = 40

  /// The table, usually as one. An empty hierarchy cell means the name above it, so a row without a name where the row
  /// above has one begins another table.
  private static func writePipeTables(_ whole: TableView, to text: inout [UInt8], _ repeats: inout RepeatedTexts) {
    let depth = whole.columns.prefix(while: \.isHierarchy).count
    /// How many of its first cells a row has in common with the row above; nil where it begins a table.
    var repeated: [Int?] = []
    for (number, row) in whole.rows.enumerated() {
      guard number > 0 else {
        repeated.append(nil)
        continue
      }
      let same = zip(row, whole.rows[number - 1]).prefix(depth).prefix { $0 == $1 }.count
      repeated.append(same < depth && row[same].text.isEmpty ? nil : same)
    }
    let table = repeats.printed(whole) { $1 >= repeated[$0] ?? 0 }
    var parts: [[[String]]] = [[]]
    for (row, same) in zip(table.rows, repeated) {
      if same == nil, !parts[parts.count - 1].isEmpty { parts.append([]) }
      parts[parts.count - 1].append(
        row.enumerated().map { column, cell in
          column < same ?? 0
            ? "" : TableCell.escape(cell.addition.isEmpty ? cell.text : cell.text + cell.addition)
        })
    }
    let header = table.columns.map { TableCell.escape($0.title) }
    var widths = header.map { max(3, DisplayWidth.of($0, upTo: widestPadding) ?? 3) }
    for row in parts.joined() {
      for column in widths.indices where row[column].utf8.count > widths[column] {
        widths[column] = max(widths[column], DisplayWidth.of(row[column], upTo: widestPadding) ?? 3)
      }
    }
    for rows in parts {
      separate(&text)
      write(header, widths: widths, to: &text)
      write(widths.map { String(repeating: "-", count: $0) }, widths: widths, to: &text)
      for row in rows { write(row, widths: widths, to: &text) }
    }
  }

  private static func write(_ cells: [String], widths: [Int], to text: inout [UInt8]) {
    text.append(Ascii.pipe)
    for (cell, width) in zip(cells, widths) {
      text.append(Ascii.space)
      text += cell.utf8
      let own = DisplayWidth.of(cell, upTo: width) ?? width
      if own < width { text += repeatElement(Ascii.space, count: width - own) }
      text.append(Ascii.space)
      text.append(Ascii.pipe)
    }
    text.append(Ascii.lineFeed)
  }
}

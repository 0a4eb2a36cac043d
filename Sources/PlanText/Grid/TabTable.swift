/// Reads lines with tabs as a spreadsheet copies them: a cell in quotation marks may hold tabs and line breaks, and has
/// its own quotation marks twice.
package struct TabTable {
  private let source: [UInt8]
  private let end: Int
  /// Before this place a quotation mark has no other that closes it.
  private var openUntil = 0

  /// The rows from the beginning of a line up to a blank line, a line without a tab, or the end.
  package static func grid(from start: Int, to end: Int, in source: [UInt8]) -> Grid? {
    var reader = TabTable(source: source, end: end)
    var rows: [MarkdownRow] = []
    var index = start
    while index < end, let (row, next) = reader.row(at: index) {
      rows.append(row)
      index = next
    }
    guard let last = rows.last else { return nil }
    return Grid(rows: rows, headerRows: 1, range: start..<last.range.upperBound)
  }

  private init(source: [UInt8], end: Int) { (self.source, self.end) = (source, end) }

  private mutating func row(at start: Int) -> (row: MarkdownRow, next: Int)? {
    var cells: [PlanText] = []
    var index = start
    while true {
      let (cell, behind) = quoted(at: index) ?? plain(at: index)
      cells.append(cell)
      index = behind
      guard index < end, source[index] == Ascii.tab else { break }
      index += 1
    }
    guard cells.count > 1, cells.contains(where: { !$0.isBlank }) else { return nil }
    let row = MarkdownRow(cells: cells, range: start..<index)
    if index < end, source[index] == Ascii.carriageReturn { index += 1 }
    if index < end, source[index] == Ascii.lineFeed { index += 1 }
    return (row, index)
  }

  private func plain(at start: Int) -> (cell: PlanText, behind: Int) {
    var index = start
    while index < end, source[index] != Ascii.tab, !Ascii.isBreak(source[index]) { index += 1 }
    var words = CellWords(source)
    words.addMarkdown(start..<index, in: source)
    return (words.text(at: start), index)
  }

  private mutating func quoted(at start: Int) -> (cell: PlanText, behind: Int)? {
    guard start < end, source[start] == Ascii.quote, start >= openUntil else { return nil }
    var builder = PlanTextBuilder(source)
    var index = start + 1
    var plain = index
    while index < end {
      guard source[index] == Ascii.quote else {
        index += 1
        continue
      }
      if index + 1 < end, source[index + 1] == Ascii.quote {
        builder.append(plain..<(index + 1))
        index += 2
        plain = index
        continue
      }
      let behind = index + 1
      guard behind == end || source[behind] == Ascii.tab || Ascii.isBreak(source[behind]) else { return nil }
      builder.append(plain..<index)
      let text = builder.build()
      return (text.string.isEmpty ? PlanText("", range: start..<start) : text.withoutCarriageReturns, behind)
    }
    openUntil = end
    return nil
  }
}

extension PlanText {
  /// The text with LF where CRLF stands.
  fileprivate var withoutCarriageReturns: PlanText {
    guard string.utf8.contains(Ascii.carriageReturn) else { return self }
    return part(0..<string.utf8.count, is: string.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
  }
}

import PlanText

/// Reads tables of values in a file of text (RFC 4180): `.csv` and `.tsv`, as Excel, LibreOffice and databases write them.
enum CommaValues {
  /// The one sheet of a file. `isTabbed` says that tabs stand between the values; otherwise the first line tells whether
  /// commas, semicolons or tabs do.
  static func read(_ bytes: [UInt8], isTabbed: Bool) throws(OfficeFault) -> OfficeDocument {
    let text = try TextEncoding.utf8(bytes, declared: "")
    var sheet = Sheet(hasLines: true)
    sheet.rows = rows(of: text, separator: isTabbed ? Ascii.tab : separator(of: text))
    if sheet.rows.contains(where: { ($0.cells.last?.column ?? 0) >= OfficeTable.columnLimit }) {
      throw .tableTooLarge(limit: OfficeTable.placeLimit)
    }
    return OfficeDocument(blocks: SheetBlocks([sheet]).blocks)
  }

  private static func separator(of text: [UInt8]) -> UInt8 {
    let first = text.prefix { !Ascii.isBreak($0) }
    let marks: [UInt8] = [UInt8(ascii: ","), Ascii.tab, UInt8(ascii: ";")]
    return marks.max { a, b in first.count { $0 == a } < first.count { $0 == b } } ?? marks[0]
  }

  private static func rows(of text: [UInt8], separator: UInt8) -> [Sheet.Row] {
    var rows: [Sheet.Row] = []
    var cells: [Sheet.Cell] = []
    var (index, line, start, column) = (0, 1, 1, 0)
    while index <= text.count {
      var value: [UInt8] = []
      if index < text.count, text[index] == Ascii.quote {
        index += 1
        while index < text.count {
          if text[index] == Ascii.quote {
            index += 1
            // Two quotation marks are one.
            guard index < text.count, text[index] == Ascii.quote else { break }
          }
          if text[index] == Ascii.lineFeed { line += 1 }
          value.append(text[index])
          index += 1
        }
      }
      // What stands behind the last quotation mark is part of the value.
      while index < text.count, text[index] != separator, !Ascii.isBreak(text[index]) {
        value.append(text[index])
        index += 1
      }
      let words = String(decoding: value.filter { $0 != Ascii.carriageReturn }, as: UTF8.self).trimmingWhiteSpace()
      if !words.isEmpty { cells.append(Sheet.Cell(column: column, text: words)) }
      guard index < text.count, text[index] == separator else {
        rows.append(Sheet.Row(number: start, cells: cells, lines: line - start + 1))
        if index < text.count, text[index] == Ascii.carriageReturn, text.has("\n", at: index + 1) { index += 1 }
        index += 1
        line += 1
        (cells, column, start) = ([], 0, line)
        continue
      }
      index += 1
      column += 1
    }
    return rows
  }
}

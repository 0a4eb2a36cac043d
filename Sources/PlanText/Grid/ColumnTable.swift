/// Reads pandoc's simple and multiline tables: words under `-----  -----`, in the same columns.
package enum ColumnTable {
  /// The table of some lines; `dashes` is the place among them of the line with a group of dashes for each column. In a
  /// multiline table blank lines, which `lines` has too, part the rows.
  ///
  /// Nil where the words stand in other columns than the dashes.
  package static func grid(_ lines: [MarkdownLine], dashes: Int, isMultiline: Bool, in source: [UInt8]) -> Grid? {
    let columns = starts(ofGroupsIn: lines[dashes], in: source)
    let width = columns.count
    func aligned(_ line: ColumnLine) -> [SourceRange]? {
      guard let cut = line.cut(at: columns), cut.count(where: { !source.isBlank($0) }) == line.pieces.count else {
        return nil
      }
      return cut
    }
    var isAligned = true
    func cells(_ line: ColumnLine) -> [SourceRange]? {
      if isAligned, let cut = aligned(line) { return cut }
      // Whoever aligns by hand is off by a column: where all cells are filled, the blanks between them tell them apart.
      let pieces = line.pieces
      return pieces.count == width ? pieces : nil
    }
    var rows: [MarkdownRow] = []
    var open: [CellWords] = []
    var range = 0..<0
    func close() {
      guard !open.isEmpty else { return }
      rows.append(MarkdownRow(cells: open.map { $0.text(at: range.lowerBound) }, range: range))
      open = []
    }
    var headerRows = 0
    for (number, line) in lines.enumerated() {
      let line = ColumnLine(line, in: source)
      if line.isBlank
        || TableLine(MarkdownLine(start: line.range.lowerBound, end: line.range.upperBound), in: source).isDashes
      {
        close()
        if number == dashes { headerRows = rows.count }
        continue
      }
      // Below names that stand beside their columns nothing else is where it seems to be.
      if rows.isEmpty, open.isEmpty { isAligned = aligned(line) != nil }
      guard let cells = cells(line) else { return nil }
      if !isMultiline, number > dashes { close() }
      if open.isEmpty {
        open = cells.map { _ in CellWords(source) }
        range = line.range
      }
      range = range.lowerBound..<line.range.upperBound
      for (index, cell) in cells.enumerated() { open[index].addLine(cell, in: source) }
    }
    close()
    guard let first = rows.first, let last = rows.last else { return nil }
    return Grid(
      rows: rows, headerRows: max(1, headerRows),
      range: first.range.lowerBound..<max(last.range.upperBound, lines[lines.count - 1].end))
  }

  /// The columns in which the groups of dashes begin, the first at 0.
  private static func starts(ofGroupsIn line: MarkdownLine, in source: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var isInGroup = false
    for (column, index) in line.range.enumerated() {
      let isDash = !Ascii.isBlank(source[index])
      if isDash, !isInGroup { starts.append(starts.isEmpty ? 0 : column) }
      isInGroup = isDash
    }
    return starts
  }
}

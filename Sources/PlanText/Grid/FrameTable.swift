/// Reads tables with a drawn frame: pandoc's grid tables, `+---+---+`, and ┌──┬──┐.
package struct FrameTable {
  private let source: [UInt8]
  private let lines: [TableLine]
  /// Which of the lines are borders from end to end.
  private let isBorder: [Bool]

  /// The table of some lines; nil where the frame does not say which words belong to which cell.
  package static func grid(_ lines: [TableLine], isBorder: [Bool], in source: [UInt8]) -> Grid? {
    guard let first = lines.first, let last = lines.last else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    let frame = FrameTable(source: source, lines: lines, isBorder: isBorder)
    return frame.plainGrid(range) ?? SpannedFrame(lines, in: source, strokeWidth: 1)?.grid(range)
      ?? SpannedFrame(lines, in: source, strokeWidth: 2)?.grid(range)
  }

  /// The rows of a frame in which every line has a cell of every column.
  private func plainGrid(_ range: SourceRange) -> Grid? {
    guard let width = lines.first(where: \.beginsWithBar)?.cells.count else { return nil }
    var bands: [[TableLine]] = [[]]
    var headerRows: Int?
    for (line, isBorder) in zip(lines, isBorder) {
      if isBorder {
        guard groups(in: line) == width else { return nil }
        if !bands[bands.count - 1].isEmpty { bands.append([]) }
        if headerRows == nil, source[line.range].contains(UInt8(ascii: "=")) { headerRows = bands.count - 1 }
      } else {
        guard line.beginsWithBar, line.endsWithBar, line.cells.count == width else { return nil }
        bands[bands.count - 1].append(line)
      }
    }
    if bands[bands.count - 1].isEmpty { bands.removeLast() }
    // Without further borders each line may be a row, as databases print them, or all of them be one.
    guard let last = bands.last, headerRows != nil || bands.count > 2 || last.count == 1 else { return nil }
    let rows = bands.map { band in
      let lines = band.map(\.cells)
      return MarkdownRow(
        cells: (0..<width).map { column in
          var words = CellWords(source)
          for cells in lines { words.addLine(cells[column], in: source) }
          return words.text(at: lines[0][column].lowerBound)
        }, range: band[0].range.lowerBound..<band[band.count - 1].range.upperBound)
    }
    return Grid(rows: rows, headerRows: max(1, headerRows ?? 1), range: range)
  }

  /// How many cells stand above a border.
  private func groups(in line: TableLine) -> Int {
    if source[line.range.lowerBound] == Ascii.plus { return source[line.range].count { $0 == Ascii.plus } - 1 }
    // What is no line in a border of ┬ and ┼ is a corner.
    return String(decoding: source[line.range], as: UTF8.self).unicodeScalars.count { !Self.strokes.contains($0) } - 1
  }

  static let strokes: ScalarSet = "─━═╌╍┄┅┈┉╴╶╸╺"
}

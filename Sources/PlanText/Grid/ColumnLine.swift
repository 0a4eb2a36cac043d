/// A line of a table whose columns are told by where words stand when it is shown in a fixed-width font.
struct ColumnLine {
  let range: SourceRange
  private let source: [UInt8]

  init(_ line: MarkdownLine, in source: [UInt8]) {
    var end = line.end
    while end > line.start, Ascii.isBlank(source[end - 1]) || Ascii.isBreak(source[end - 1]) { end -= 1 }
    range = line.start..<end
    self.source = source
  }

  var isBlank: Bool { source.isBlank(range) }

  /// The stretches between columns, the last up to the end; nil where one of the columns goes through a character or a
  /// word.
  func cut(at columns: [Int]) -> [SourceRange]? {
    var cuts: [Int] = []
    var index = range.lowerBound
    var column = 0
    while cuts.count < columns.count {
      if column >= columns[cuts.count] || index >= range.upperBound {
        guard column == columns[cuts.count] || index >= range.upperBound else { return nil }
        if index > range.lowerBound, index < range.upperBound, !isBlank(before: index) { return nil }
        cuts.append(index)
        continue
      }
      let (scalar, next) = source.scalar(at: index)
      column += scalar == "\t" ? 4 - column % 4 : DisplayWidth.of(scalar)
      index = next
    }
    return cuts.indices.map { cuts[$0]..<($0 + 1 < cuts.count ? cuts[$0 + 1] : range.upperBound) }
  }

  /// The pieces with two blanks, or a full-width one, between them.
  var pieces: [SourceRange] {
    var pieces: [SourceRange] = []
    var start: Int?
    var (index, end, blanks) = (range.lowerBound, range.lowerBound, 0)
    while index < range.upperBound {
      let (scalar, next) = source.scalar(at: index)
      switch scalar {
      case " ": blanks += 1
      case "\t", "\u{3000}": blanks += 2
      default:
        if let from = start, blanks > 1 {
          pieces.append(from..<end)
          start = nil
        }
        if start == nil { start = index }
        (end, blanks) = (next, 0)
      }
      index = next
    }
    if let start { pieces.append(start..<end) }
    return pieces
  }

  private func isBlank(before index: Int) -> Bool {
    Ascii.isBlank(source[index - 1])
      || index >= 3 && source[index - 3] == 0xE3 && source[index - 2] == 0x80 && source[index - 1] == 0x80
  }
}

extension CellWords {
  /// Adds a further line of a cell. An item of a list stands on a line of its own, and so does what follows a blank
  /// line or a backslash at a line's end.
  mutating func addLine(_ range: SourceRange, in source: [UInt8]) {
    var range = WhiteSpace.trimming(range, of: source)
    guard !range.isEmpty else { return addLineBreak(at: range) }
    if ItemStart.begins(MarkdownLine(start: range.lowerBound, end: range.upperBound), in: source) {
      addLineBreak(at: range.lowerBound..<range.lowerBound)
    } else {
      addSoftBreak(at: range.lowerBound..<range.lowerBound)
    }
    let isHard = source[range.upperBound - 1] == Ascii.backslash
    if isHard { range = range.lowerBound..<(range.upperBound - 1) }
    addMarkdown(range, in: source)
    if isHard { addLineBreak(at: range.emptyEnd) }
  }

  /// Adds words in which `<br>` is a line break.
  mutating func addMarkdown(_ range: SourceRange, in source: [UInt8]) {
    var start = range.lowerBound
    for index in range where source[index] == Ascii.less && index >= start {
      guard let length = TableCell.lineBreakLength(at: index, in: source, end: range.upperBound) else { continue }
      add(start..<index)
      addLineBreak(at: index..<(index + length))
      start = index + length
    }
    add(start..<range.upperBound)
  }
}

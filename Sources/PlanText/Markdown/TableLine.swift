/// A line of text as somebody sees it who expects a table: its bars, its tabs, and whether it is a line of dashes.
package struct TableLine: Sendable {
  package let line: MarkdownLine
  /// The line without the blanks at its ends.
  package let range: SourceRange
  /// The bars that divide it. Where there are bars of ASCII, others are words, unless the line begins with one of them.
  package let bars: [SourceRange]
  /// The first bar that is none to Markdown: ｜.
  package let strangeBar: Unicode.Scalar?
  /// Whether there are bars of either kind among `bars`.
  package let isMixed: Bool
  /// Whether there is nothing but dashes of any kind, with bars and colons among them.
  package let isDashes: Bool

  /// Looks at a line. A bar behind a backslash or in `code` divides nothing.
  package init(_ line: MarkdownLine, in source: [UInt8]) {
    self.line = line
    let range = WhiteSpace.trimming(line.range, of: source)
    var (plain, strange): ([SourceRange], [SourceRange]) = ([], [])
    var strangeBar: Unicode.Scalar?
    var dashes = 0
    var hasWords = false
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, next) = source.scalar(at: index)
      switch scalar {
      case "\\":
        hasWords = true
        index = next < range.upperBound ? source.scalar(at: next).next : next
        continue
      case "`":
        hasWords = true
        index = Self.endOfCode(at: index, to: range.upperBound, in: source)
        continue
      case "|": plain.append(index..<next)
      case _ where LayoutMark.strangeBars.contains(scalar):
        strange.append(index..<next)
        if strangeBar == nil { strangeBar = scalar }
      case _ where LayoutMark.dashes.contains(scalar): dashes += 1
      case ":", "：", "+", " ", "\t", "\u{3000}": break
      default: hasWords = true
      }
      index = next
    }
    let beginsStrange = strange.first?.lowerBound == range.lowerBound
    isMixed = beginsStrange && !plain.isEmpty
    let usesStrange = beginsStrange || plain.isEmpty
    bars = isMixed ? (plain + strange).sorted { $0.lowerBound < $1.lowerBound } : usesStrange ? strange : plain
    self.strangeBar = usesStrange ? strangeBar : nil
    isDashes = !hasWords && dashes >= 2
    self.range = range
  }

  package var beginsWithBar: Bool { bars.first.map { $0.lowerBound == range.lowerBound } ?? false }
  package var endsWithBar: Bool { bars.last.map { $0.upperBound == range.upperBound } ?? false }

  /// Whether nobody writes it but as a row: a bar in front of the first cell and one behind it.
  package var isRow: Bool { beginsWithBar && bars.count >= 2 }

  /// What stands between the bars, with the blanks around it.
  package var cells: [SourceRange] {
    var cells: [SourceRange] = []
    var start = range.lowerBound
    for bar in bars {
      if bar.lowerBound > range.lowerBound { cells.append(start..<bar.lowerBound) }
      start = bar.upperBound
    }
    if start < range.upperBound { cells.append(start..<range.upperBound) }
    return cells
  }

  /// The tabs, those before the first word included: each is an empty cell of a spreadsheet.
  package func tabs(in source: [UInt8]) -> [Int] { line.range.filter { source[$0] == Ascii.tab } }

  /// The end of the code that backticks begin; behind the backticks, where nothing closes them on this line.
  package static func endOfCode(at start: Int, to end: Int, in source: [UInt8]) -> Int {
    var open = start
    while open < end, source[open] == Ascii.backtick { open += 1 }
    var index = open
    while index < end {
      guard source[index] == Ascii.backtick else {
        index += 1
        continue
      }
      var close = index
      while close < end, source[close] == Ascii.backtick { close += 1 }
      if close - index == open - start { return close }
      index = close
    }
    return open
  }
}

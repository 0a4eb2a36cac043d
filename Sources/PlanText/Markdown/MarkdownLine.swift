/// One line of Markdown inside its container: the indentation and markers of the container are left out.
@usableFromInline package struct MarkdownLine: Sendable {
  @usableFromInline let storedRange: StoredRange

  package init(start: Int, end: Int) { storedRange = StoredRange(start..<max(start, end)) }

  /// From where the content begins to the line's end, before the line break.
  @inlinable package var range: SourceRange { storedRange.range }
  /// The byte offset at which the content begins.
  @inlinable package var start: Int { range.lowerBound }
  /// The byte offset of the line's end, before the line break.
  @inlinable package var end: Int { range.upperBound }
  @inlinable package var isEmpty: Bool { start >= end }
}

extension ArraySlice<MarkdownLine> {
  /// The stretch of the file from the first to the last of some lines.
  package var range: SourceRange {
    guard let first, let last else { return 0..<0 }
    return first.start..<Swift.max(first.start, last.end)
  }
}

/// What a line is by itself, whatever stands around it.
package struct LineReader: Sendable {
  let source: [UInt8]

  package func isBlank(_ line: MarkdownLine) -> Bool { source.isBlank(line.range) }

  /// The bytes and the columns of the white space before the content; a tab reaches to the next multiple of four.
  func indentation(of line: MarkdownLine) -> (bytes: Int, columns: Int) {
    var index = line.start
    var columns = 0
    while index < line.end, Ascii.isBlank(source[index]) {
      columns += source[index] == Ascii.tab ? 4 - columns % 4 : 1
      index += 1
    }
    return (index - line.start, columns)
  }

  /// The line without its indentation.
  package func content(of line: MarkdownLine) -> SourceRange { source.firstContent(in: line.range)..<line.end }

  /// What is left of a line that begins an item's further lines: the indentation that nesting needs is taken off, and
  /// of a blank line nothing is left.
  func inside(_ line: MarkdownLine, from column: Int) -> MarkdownLine {
    var index = line.start
    var columns = 0
    while index < line.end, Ascii.isBlank(source[index]), columns < column {
      columns += source[index] == Ascii.tab ? 4 - columns % 4 : 1
      index += 1
    }
    if columns < column { index = source.firstContent(in: line.range) }
    return MarkdownLine(start: source.isBlank(index..<line.end) ? line.end : index, end: line.end)
  }

  /// `## 文字`. Number signs without a space behind them, or full-width ones, make a heading that is marked as malformed:
  /// they are a slip, and plain text to every other program.
  package func heading(_ line: MarkdownLine) -> MarkdownHeading? {
    let (indent, width) = indentation(of: line)
    guard width < 4 else { return nil }
    var index = line.start + indent
    var level = 0
    var isMalformed = false
    while index < line.end {
      if source[index] == Ascii.hash {
        index += 1
      } else if index + 2 < line.end, source[index] == 0xEF, source[index + 1] == 0xBC, source[index + 2] == 0x83 {
        isMalformed = true
        index += 3
      } else {
        break
      }
      level += 1
    }
    guard (1...6).contains(level) else { return nil }
    if index < line.end, !Ascii.isBlank(source[index]) {
      // `#1` and `#hash` are words; `##壹、計畫依據` and `#年度計畫` are headings that lack their space.
      guard source[index] >= 0x80 || level > 1 else { return nil }
      isMalformed = true
    }
    var end = line.end
    while end > index, Ascii.isBlank(source[end - 1]) { end -= 1 }
    var closing = end
    while closing > index, source[closing - 1] == Ascii.hash { closing -= 1 }
    if closing < end, closing == index || Ascii.isBlank(source[closing - 1]) { end = closing }
    if let mark = ForeignMarkReader.attributes(atEndOf: index..<end, of: source) { end = mark.range.lowerBound }
    return MarkdownHeading(
      level: level, textRange: WhiteSpace.trimming(index..<end, of: source), range: (line.start + indent)..<line.end,
      isMalformed: isMalformed)
  }

  func startsQuote(_ line: MarkdownLine) -> Bool {
    let start = source.firstContent(in: line.range)
    return start < line.end && source[start] == Ascii.greater
  }

  func withoutQuoteMark(_ line: MarkdownLine) -> MarkdownLine {
    var start = source.firstContent(in: line.range) + 1
    if start < line.end, source[start] == Ascii.space { start += 1 }
    return MarkdownLine(start: start, end: line.end)
  }

  func isThematicBreak(_ line: MarkdownLine) -> Bool {
    let start = source.firstContent(in: line.range)
    guard start < line.end else { return false }
    let mark = source[start]
    guard mark == Ascii.hyphen || mark == Ascii.asterisk || mark == Ascii.underscore else { return false }
    var count = 0
    for index in start..<line.end {
      if source[index] == mark { count += 1 } else if !Ascii.isBlank(source[index]) { return false }
    }
    return count >= 3
  }

  /// Whether a pipe table begins with two lines: a header and its line of dashes.
  package func isTableStart(_ line: MarkdownLine, _ next: MarkdownLine) -> Bool {
    isDelimiterRow(next) && hasPipe(line) && !ItemStart.begins(line, in: source)
  }

  func hasPipe(_ line: MarkdownLine) -> Bool {
    for index in line.range where source[index] == Ascii.pipe { return true }
    return false
  }

  private func isDelimiterRow(_ line: MarkdownLine) -> Bool {
    var (hasHyphen, hasPipe) = (false, false)
    for index in line.range {
      switch source[index] {
      case Ascii.hyphen: hasHyphen = true
      case Ascii.pipe: hasPipe = true
      case Ascii.colon, Ascii.space, Ascii.tab: break
      default: return false
      }
    }
    return hasHyphen && hasPipe
  }
}

/// Splits Markdown into blocks. Nothing is refused: what is no other block is a paragraph.
struct MarkdownParser {
  let source: [UInt8]

  /// The blocks of a whole file, or of a text that stands in an item, which has no headings.
  func blocks(of text: SourceText, headings: Bool = true) -> [MarkdownBlock] {
    let lines = (1...text.lineCount).map { number in
      let range = text.rangeOfLine(number)
      return MarkdownLine(start: range.lowerBound, end: range.upperBound)
    }
    return blocks(in: lines, headings: headings)
  }

  /// The blocks inside an item.
  func blocks(in item: MarkdownItem) -> [MarkdownBlock] {
    blocks(in: item.content.lines, headings: false)
  }

  /// The blocks of some lines.
  func blocks(in lines: [MarkdownLine], headings: Bool) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var index = 0
    var textUntil = 0
    while index < lines.count {
      guard !isBlank(lines[index]) else {
        index += 1
        continue
      }
      let (block, next) = block(at: index, in: lines, headings: headings, textUntil: &textUntil)
      blocks.append(block)
      index = next
    }
    return blocks
  }

  /// The block that begins at a line. Before `textUntil`, `<!--` begins no comment.
  private func block(
    at index: Int, in lines: [MarkdownLine], headings: Bool, textUntil: inout Int
  ) -> (MarkdownBlock, next: Int) {
    let line = lines[index]
    if headings, let heading = heading(line) { return (.heading(heading), index + 1) }
    if let comment = comment(at: index, in: lines, textUntil: &textUntil) { return comment }
    if let end = fenceEnd(from: index, in: lines) { return (.other(.init(lines: Array(lines[index..<end]))), end) }
    if let table = table(at: index, in: lines) { return table }
    if startsQuote(line) {
      var end = index + 1
      while end < lines.count, startsQuote(lines[end]) { end += 1 }
      return (.quote(.init(lines: lines[index..<end].map(withoutQuoteMark))), end)
    }
    if isThematicBreak(line) { return (.rule(.init(lines: [line])), index + 1) }
    if let start = ItemStart(line, in: source) { return item(start, at: index, in: lines, headings: headings) }
    var end = index + 1
    while end < lines.count, !isBlank(lines[end]), !startsBlock(at: end, in: lines, headings: headings) { end += 1 }
    return (.paragraph(.init(lines: Array(lines[index..<end]))), end)
  }

  /// Whether the line ends a paragraph because it begins something else.
  private func startsBlock(at index: Int, in lines: [MarkdownLine], headings: Bool) -> Bool {
    let line = lines[index]
    return (headings && heading(line) != nil) || startsComment(line) || fence(line) != nil || startsQuote(line)
      || ItemStart(line, in: source) != nil || isTableStart(at: index, in: lines)
  }

  // MARK: Items

  /// An item reaches as far as the lines that are indented under it, and further over paragraph lines that are not.
  private func item(_ start: ItemStart, at index: Int, in lines: [MarkdownLine], headings: Bool) -> (
    MarkdownBlock, next: Int
  ) {
    var content = [MarkdownLine(start: start.contentStart, end: lines[index].end)]
    var next = index + 1
    var afterBlank = false
    while next < lines.count {
      let line = lines[next]
      if isBlank(line) {
        afterBlank = true
        content.append(MarkdownLine(start: line.end, end: line.end))
        next += 1
        continue
      }
      let (indent, width) = indentation(of: line)
      if width >= start.contentColumn {
        content.append(MarkdownLine(start: offset(ofColumn: start.contentColumn, in: line), end: line.end))
      } else if let other = ItemStart(line, in: source) {
        guard start.nests(other) else { break }
        content.append(MarkdownLine(start: line.start + indent, end: line.end))
      } else if !afterBlank, !startsBlock(at: next, in: lines, headings: headings) {
        content.append(MarkdownLine(start: line.start + indent, end: line.end))
      } else {
        break
      }
      afterBlank = false
      next += 1
    }
    while content.count > 1, let last = content.last, isBlank(last) { content.removeLast() }
    let end = content.last?.end ?? lines[index].end
    let item = MarkdownItem(
      marker: start.marker, label: start.label, labelRange: start.labelRange, isBullet: start.isBullet,
      checkbox: start.checkbox,
      content: .init(lines: content), wordsStart: start.wordsStart,
      range: start.markerStart..<max(start.markerStart, end))
    return (.item(item), next)
  }

  // MARK: Headings

  /// `## 文字`. Number signs without a space behind them, or full-width ones, make a heading that is marked as malformed: they
  /// are a slip, and plain text to every other program.
  private func heading(_ line: MarkdownLine) -> MarkdownHeading? {
    let (indent, width) = indentation(of: line)
    guard width < 4 else { return nil }
    var index = line.start + indent
    var level = 0
    var isMalformed = false
    while index < line.end {
      if source[index] == Ascii.hash {
        index += 1
      } else if source[index...].starts(with: [0xEF, 0xBC, 0x83]) {
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
    let text = PlanText(String(decoding: source[index..<end], as: UTF8.self), range: index..<end).trimmed
    return MarkdownHeading(level: level, text: text, range: (line.start + indent)..<line.end, isMalformed: isMalformed)
  }

  // MARK: Comments, fences, quotes

  private func startsComment(_ line: MarkdownLine) -> Bool {
    source[contentRange(of: line)].starts(with: "<!--".utf8)
  }

  /// A comment that stands alone on its lines. One with words behind it is a paragraph, so that the words are not lost.
  ///
  /// `textUntil` remembers where the search for the end of one that is none has led, so that no stretch is searched twice.
  private func comment(at index: Int, in lines: [MarkdownLine], textUntil: inout Int) -> (MarkdownBlock, next: Int)? {
    guard index >= textUntil, startsComment(lines[index]) else { return nil }
    let start = contentRange(of: lines[index]).lowerBound
    for last in index..<lines.count {
      let from = last == index ? start + 4 : lines[last].start
      guard from < lines[last].end, let close = find("-->", from: from, to: lines[last].end) else { continue }
      let rest = MarkdownLine(start: close + 3, end: lines[last].end)
      guard isBlank(rest) else {
        textUntil = last
        return nil
      }
      var builder = PlanTextBuilder()
      for number in index...last {
        let lower = number == index ? start + 4 : lines[number].start
        builder.append(lower..<max(lower, number == last ? close : lines[number].end), of: source)
        if number < last { builder.append([Ascii.lineFeed], for: lines[number].end..<lines[number].end) }
      }
      return (.comment(MarkdownComment(text: builder.build(), range: start..<(close + 3))), last + 1)
    }
    textUntil = lines.count
    return nil
  }

  private func find(_ word: String, from start: Int, to end: Int) -> Int? {
    let bytes = Array(word.utf8)
    guard end - start >= bytes.count else { return nil }
    return (start...(end - bytes.count)).first { source[$0..<($0 + bytes.count)].elementsEqual(bytes) }
  }

  /// The mark and length of a code fence.
  private func fence(_ line: MarkdownLine) -> (mark: UInt8, length: Int)? {
    let content = contentRange(of: line)
    guard let mark = source[content].first, mark == Ascii.backtick || mark == Ascii.tilde else { return nil }
    let length = source[content].prefix { $0 == mark }.count
    return length >= 3 ? (mark, length) : nil
  }

  private func fenceEnd(from index: Int, in lines: [MarkdownLine]) -> Int? {
    guard let opening = fence(lines[index]) else { return nil }
    for next in (index + 1)..<max(index + 1, lines.count) {
      if let closing = fence(lines[next]), closing.mark == opening.mark, closing.length >= opening.length,
        source[contentRange(of: lines[next])].allSatisfy({ $0 == closing.mark || Ascii.isBlank($0) })
      {
        return next + 1
      }
    }
    return lines.count
  }

  private func startsQuote(_ line: MarkdownLine) -> Bool { source[contentRange(of: line)].first == Ascii.greater }

  private func withoutQuoteMark(_ line: MarkdownLine) -> MarkdownLine {
    var start = contentRange(of: line).lowerBound + 1
    if start < line.end, source[start] == Ascii.space { start += 1 }
    return MarkdownLine(start: start, end: line.end)
  }

  private func isThematicBreak(_ line: MarkdownLine) -> Bool {
    let content = source[contentRange(of: line)]
    guard let mark = content.first, [Ascii.hyphen, Ascii.asterisk, Ascii.underscore].contains(mark) else {
      return false
    }
    return content.allSatisfy { $0 == mark || Ascii.isBlank($0) } && content.filter { $0 == mark }.count >= 3
  }

  // MARK: Tables

  private func isTableStart(at index: Int, in lines: [MarkdownLine]) -> Bool {
    index + 1 < lines.count && source[lines[index].range].contains(Ascii.pipe) && isDelimiterRow(lines[index + 1])
      && ItemStart(lines[index], in: source) == nil
  }

  private func isDelimiterRow(_ line: MarkdownLine) -> Bool {
    let content = source[contentRange(of: line)]
    guard content.contains(Ascii.hyphen), content.contains(Ascii.pipe) else { return false }
    return content.allSatisfy { [Ascii.hyphen, Ascii.pipe, Ascii.colon].contains($0) || Ascii.isBlank($0) }
  }

  private func table(at index: Int, in lines: [MarkdownLine]) -> (MarkdownBlock, next: Int)? {
    guard isTableStart(at: index, in: lines) else { return nil }
    var end = index + 2
    while end < lines.count, source[lines[end].range].contains(Ascii.pipe), !isBlank(lines[end]) { end += 1 }
    let rows = lines[(index + 2)..<end].map { TableRowScanner.row($0, in: source) }
    let table = MarkdownTable(
      header: TableRowScanner.row(lines[index], in: source), rows: rows,
      range: contentRange(of: lines[index]).lowerBound..<lines[end - 1].end)
    return (.table(table), end)
  }

  // MARK: Lines

  private func isBlank(_ line: MarkdownLine) -> Bool { line.isEmpty || source[line.range].allSatisfy(Ascii.isBlank) }

  /// The bytes and the columns of the white space before the content; a tab reaches to the next multiple of four.
  private func indentation(of line: MarkdownLine) -> (bytes: Int, columns: Int) {
    var index = line.start
    var columns = 0
    while index < line.end, Ascii.isBlank(source[index]) {
      columns += source[index] == Ascii.tab ? 4 - columns % 4 : 1
      index += 1
    }
    return (index - line.start, columns)
  }

  private func contentRange(of line: MarkdownLine) -> SourceRange {
    (line.start + indentation(of: line).bytes)..<line.end
  }

  private func offset(ofColumn column: Int, in line: MarkdownLine) -> Int {
    var index = line.start
    var columns = 0
    while index < line.end, columns < column, Ascii.isBlank(source[index]) {
      columns += source[index] == Ascii.tab ? 4 - columns % 4 : 1
      index += 1
    }
    return index
  }
}

/// Splits Markdown into blocks. Nothing is refused: what is no other block is a paragraph.
struct MarkdownParser {
  let source: [UInt8]
  /// Whether lines that are indented by four columns are code, as Markdown has it. To a plan they are what they say:
  /// people indent measures and paragraphs freely.
  var readsIndentedCode = false

  /// Items and quotations inside one another beyond this are no longer told apart: their lines are read as those of one
  /// paragraph. Nobody could read them, and each costs stack.
  static let deepest = 20

  /// The blocks of a whole file, or of a text that stands in an item, which has no headings.
  func blocks(of text: SourceText, headings: Bool = true) -> [MarkdownBlock] {
    let lines = (1...text.lineCount).map { number in
      let range = text.rangeOfLine(number)
      return MarkdownLine(start: range.lowerBound, end: range.upperBound)
    }
    return blocks(in: lines[...], headings: headings)
  }

  /// The blocks inside an item.
  func blocks(in item: MarkdownItem) -> [MarkdownBlock] {
    blocks(in: item.content(in: source)[...], headings: false)
  }

  /// The blocks of some lines.
  func blocks(in lines: ArraySlice<MarkdownLine>, headings: Bool) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var index = lines.startIndex
    var vain = VainSearches(textUntil: index)
    while index < lines.endIndex {
      let first = source.firstContent(in: lines[index].range)
      guard first < lines[index].end else {
        index += 1
        continue
      }
      let (block, next) = block(
        at: index, beginningWith: source[first], in: lines, headings: headings, vain: &vain)
      blocks.append(block)
      index = next
    }
    return blocks
  }

  /// The block that begins at a line.
  private func block(
    at index: Int, beginningWith first: UInt8, in lines: ArraySlice<MarkdownLine>, headings: Bool,
    vain: inout VainSearches
  ) -> (MarkdownBlock, next: Int) {
    let line = lines[index]
    switch first {
    case Ascii.hash, 0xEF:
      if headings, let heading = heading(line) { return (.heading(heading), index + 1) }
    case Ascii.less:
      if let comment = comment(at: index, in: lines, atTop: headings, textUntil: &vain.textUntil) { return comment }
      if let html = html(at: index, in: lines, atTop: headings) { return html }
    case Ascii.backtick, Ascii.tilde:
      if let code = fencedCode(at: index, in: lines, atTop: headings) { return code }
    default: break
    }
    if readsIndentedCode, let code = indentedCode(at: index, in: lines) { return code }
    if let table = table(at: index, in: lines) { return table }
    switch first {
    case Ascii.greater:
      var end = index + 1
      while end < lines.endIndex, startsQuote(lines[end]) { end += 1 }
      return (.quote(.init(lines: lines[index..<end].map(withoutQuoteMark)[...])), end)
    case Ascii.hyphen, Ascii.asterisk, Ascii.underscore:
      if isThematicBreak(line) { return (.rule(.init(lines: lines[index...index])), index + 1) }
    default: break
    }
    if let start = ItemStart(line, in: source) {
      return item(start, at: index, in: lines, headings: headings, vain: &vain)
    }
    var end = index + 1
    while end < lines.endIndex, !isBlank(lines[end]), !startsBlock(at: end, in: lines, headings: headings) { end += 1 }
    return (.paragraph(.init(lines: lines[index..<end])), end)
  }

  /// Whether the line ends a paragraph because it begins something else.
  func startsBlock(at index: Int, in lines: ArraySlice<MarkdownLine>, headings: Bool) -> Bool {
    let line = lines[index]
    let first = source.firstContent(in: line.range)
    guard first < line.end else { return false }
    switch source[first] {
    case Ascii.hash, 0xEF: if headings, heading(line) != nil { return true }
    case Ascii.less:
      if source.has("<!--", at: first, to: line.end) { return true }
      if let start = HTMLBlockStart(line, in: source), start.interruptsParagraphs, headings || start.ends != nil {
        return true
      }
    case Ascii.backtick, Ascii.tilde: if isFence(line, atTop: headings) { return true }
    case Ascii.greater: return true
    default: break
    }
    return ItemStart.begins(line, in: source) || isTableStart(at: index, in: lines)
  }

  // MARK: Items

  /// An item reaches as far as the lines that are indented under it, and further over paragraph lines that are not.
  private func item(
    _ start: ItemStart, at index: Int, in lines: ArraySlice<MarkdownLine>, headings: Bool, vain: inout VainSearches
  ) -> (MarkdownBlock, next: Int) {
    var next = index + 1
    // Behind the last line that is not blank.
    var end = next
    while next < lines.endIndex {
      let line = lines[next]
      let (indent, width) = indentation(of: line)
      if line.start + indent >= line.end {
        next += 1
        continue
      }
      if width >= start.contentColumn,
        let closed = endOfFence(at: next, inItem: start, in: lines, headings: headings, vain: &vain)
      {
        next = closed
        end = next
        continue
      }
      if width < start.contentColumn {
        if let other = ItemStart(line, in: source) {
          guard start.nests(other) else { break }
        } else if next > end || startsBlock(at: next, in: lines, headings: headings) {
          break
        }
      }
      next += 1
      end = next
    }
    return (.item(MarkdownItem(start: start, lines: lines[index..<end])), next)
  }

  // MARK: Headings

  /// `## 文字`. Number signs without a space behind them, or full-width ones, make a heading that is marked as malformed: they
  /// are a slip, and plain text to every other program.
  func heading(_ line: MarkdownLine) -> MarkdownHeading? {
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
    let rest = WhiteSpace.trimming(index..<end, of: source)
    let text = PlanText(String(decoding: source[rest], as: UTF8.self), range: rest)
    return MarkdownHeading(level: level, text: text, range: (line.start + indent)..<line.end, isMalformed: isMalformed)
  }

  // MARK: Quotes and rules

  private func startsQuote(_ line: MarkdownLine) -> Bool {
    let start = source.firstContent(in: line.range)
    return start < line.end && source[start] == Ascii.greater
  }

  private func withoutQuoteMark(_ line: MarkdownLine) -> MarkdownLine {
    var start = contentRange(of: line).lowerBound + 1
    if start < line.end, source[start] == Ascii.space { start += 1 }
    return MarkdownLine(start: start, end: line.end)
  }

  private func isThematicBreak(_ line: MarkdownLine) -> Bool {
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

  // MARK: Tables

  func isTableStart(at index: Int, in lines: ArraySlice<MarkdownLine>) -> Bool {
    index + 1 < lines.endIndex && isDelimiterRow(lines[index + 1]) && hasPipe(lines[index])
      && !ItemStart.begins(lines[index], in: source)
  }

  private func hasPipe(_ line: MarkdownLine) -> Bool {
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

  private func table(at index: Int, in lines: ArraySlice<MarkdownLine>) -> (MarkdownBlock, next: Int)? {
    guard isTableStart(at: index, in: lines) else { return nil }
    var end = index + 2
    while end < lines.endIndex, hasPipe(lines[end]) { end += 1 }
    let rows = lines[(index + 2)..<end].map { TableRowScanner.row($0, in: source) }
    let table = MarkdownTable(
      header: TableRowScanner.row(lines[index], in: source), rows: rows,
      range: contentRange(of: lines[index]).lowerBound..<lines[end - 1].end)
    return (.table(table), end)
  }

  // MARK: Lines

  func isBlank(_ line: MarkdownLine) -> Bool { source.isBlank(line.range) }

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

  func contentRange(of line: MarkdownLine) -> SourceRange {
    source.firstContent(in: line.range)..<line.end
  }
}

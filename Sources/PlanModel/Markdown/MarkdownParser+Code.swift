/// The line that opens a block of code.
struct Fence {
  let mark: UInt8
  let length: Int
  /// The column, from 0, from which on a line is code, whatever marks it has.
  let columnLimit: Int

  /// Whether whatever closes this one closes the other too, if it stands behind both.
  fileprivate func isClosed(with other: Fence) -> Bool {
    mark == other.mark && length >= other.length && columnLimit <= other.columnLimit
  }
}

/// What was looked for in vain among some lines, so that none is looked through again for the same.
struct VainSearches {
  /// Before this line, `<!--` begins no comment.
  var textUntil: Int
  /// Fences that nothing closes.
  fileprivate var fences: [Fence] = []

  init(textUntil: Int) { self.textUntil = textUntil }

  fileprivate mutating func add(_ fence: Fence) {
    fences.removeAll { $0.isClosed(with: fence) }
    fences.append(fence)
  }
}

extension MarkdownParser {
  /// A block of code between fences; without a closing one it reaches to the end.
  func fencedCode(at index: Int, in lines: ArraySlice<MarkdownLine>, atTop: Bool) -> (MarkdownBlock, next: Int)? {
    guard let opening = openingFence(lines[index], atTop: atTop) else { return nil }
    let (next, isClosed) = end(of: opening, openedAt: index, in: lines)
    let code = MarkdownCode(
      lines: .init(lines: lines[index..<next]), content: lines[(index + 1)..<(isClosed ? next - 1 : next)],
      isOpen: !isClosed)
    return (.code(code), next)
  }

  /// Whether a line opens a block of code.
  func isFence(_ line: MarkdownLine, atTop: Bool) -> Bool { openingFence(line, atTop: atTop) != nil }

  /// Behind the code between fences that a line of an item opens; nil if the line is no fence.
  ///
  /// A line that is not indented as far as the item ends its code too. Markdown does not know the items of 一、, so
  /// that no line ends that but a fence; where nothing closes it, the code ends with the item, lest the rest of the
  /// file be a part of it.
  func endOfFence(
    at index: Int, inItem start: ItemStart, in lines: ArraySlice<MarkdownLine>, headings: Bool,
    vain: inout VainSearches
  ) -> Int? {
    let first = source.firstContent(in: lines[index].range)
    guard source[first] == Ascii.backtick || source[first] == Ascii.tilde,
      let opening = openingFence(lines[index], atTop: false, from: start.contentColumn)
    else { return nil }
    if !start.isMarkdown, !vain.fences.contains(where: { opening.isClosed(with: $0) }) {
      let (next, isClosed) = end(of: opening, openedAt: index, in: lines)
      if isClosed { return next }
      vain.add(opening)
    }
    // Behind the last line that is not blank.
    var last = index + 1
    for next in (index + 1)..<max(index + 1, lines.endIndex) where !isBlank(lines[next]) {
      if indentation(of: lines[next]).columns < start.contentColumn,
        start.isMarkdown || isBehind(start, lines[next], headings: headings)
      {
        return last
      }
      if start.isMarkdown, closes(lines[next], opening) { return next + 1 }
      last = next + 1
    }
    return last
  }

  /// Whether a line is a heading or an item that is no part of the item before it.
  private func isBehind(_ item: ItemStart, _ line: MarkdownLine, headings: Bool) -> Bool {
    if headings, heading(line) != nil { return true }
    return ItemStart(line, in: source).map { !item.nests($0) } ?? false
  }

  /// Whether a text ends in code or HTML that nothing closes, so that blank lines behind it belong to it.
  static func leavesOpen(_ text: String) -> Bool {
    let source = SourceText(name: "", text: text)
    let parser = MarkdownParser(source: source.bytes)
    return parser.blocks(of: source).last.map { parser.isOpen($0) } ?? false
  }

  /// Whether blank lines behind a block belong to code or HTML in it that nothing closes.
  func isOpen(_ block: MarkdownBlock, depth: Int = 0) -> Bool {
    switch block {
    case .code(let code): code.isOpen
    case .item(let item) where depth < Self.deepest:
      blocks(in: item).last.map { isOpen($0, depth: depth + 1) } ?? false
    case .html(let lines):
      if let first = lines.lines.first, let last = lines.lines.last, let start = HTMLBlockStart(first, in: source) {
        start.ends != nil && !start.isEnded(by: last.range, in: source)
      } else {
        false
      }
    default: false
    }
  }

  /// Lines that are indented by four columns or more behind a blank line or at the beginning, with the blank lines
  /// among them.
  func indentedCode(at index: Int, in lines: ArraySlice<MarkdownLine>) -> (MarkdownBlock, next: Int)? {
    guard indentation(of: lines[index]).columns >= 4, index == lines.startIndex || endsParagraph(lines[index - 1])
    else {
      return nil
    }
    var end = index + 1
    var next = end
    while next < lines.endIndex, isBlank(lines[next]) || indentation(of: lines[next]).columns >= 4 {
      next += 1
      if !isBlank(lines[next - 1]) { end = next }
    }
    let block = MarkdownLines(lines: lines[index..<end])
    return (.code(MarkdownCode(lines: block, content: block.lines, isOpen: false)), end)
  }

  /// Whether a line cannot be followed by a line of the same paragraph.
  private func endsParagraph(_ line: MarkdownLine) -> Bool {
    let first = source.firstContent(in: line.range)
    return first >= line.end || source[first] == Ascii.hash || isFence(line, atTop: true)
  }

  /// The fence that a line opens. Inside an item, whose lines may be indented more than Markdown has it, its
  /// indentation does not matter; elsewhere four columns make it code itself. Behind backticks no further ones may
  /// stand, as they do in `` ```code``` ``.
  private func openingFence(_ line: MarkdownLine, atTop: Bool, from column: Int = 0) -> Fence? {
    let (indent, columns) = indentation(of: line)
    let start = line.start + indent
    guard start < line.end, columns < 4 || !atTop, source[start] == Ascii.backtick || source[start] == Ascii.tilde
    else {
      return nil
    }
    let mark = source[start]
    var end = start
    while end < line.end, source[end] == mark { end += 1 }
    guard end - start >= 3 else { return nil }
    if mark == Ascii.backtick, source[end..<line.end].contains(mark) { return nil }
    return Fence(mark: mark, length: end - start, columnLimit: (columns < column + 4 ? column : columns) + 4)
  }

  private func end(
    of opening: Fence, openedAt index: Int, in lines: ArraySlice<MarkdownLine>
  ) -> (next: Int, isClosed: Bool) {
    for next in (index + 1)..<max(index + 1, lines.endIndex) where closes(lines[next], opening) {
      return (next + 1, true)
    }
    return (lines.endIndex, false)
  }

  private func closes(_ line: MarkdownLine, _ opening: Fence) -> Bool {
    let (indent, columns) = indentation(of: line)
    var end = line.start + indent
    let start = end
    while end < line.end, source[end] == opening.mark { end += 1 }
    return end - start >= opening.length && source.isBlank(end..<line.end) && columns < opening.columnLimit
  }
}

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

extension BlockReader {
  /// A block of code between fences; without a closing one it reaches to the end.
  func fencedCode(at index: Int, in container: Container) -> Block? {
    guard let opening = openingFence(lines[index], atTop: container.hasHeadings) else { return nil }
    let (next, isClosed) = end(of: opening, openedAt: index, in: container)
    var code = Block(.code, range: lines[index..<next].range, lines: index..<next)
    code.isFenced = true
    code.isOpen = !isClosed
    return code
  }

  /// Whether a line opens a block of code.
  func isFence(_ line: MarkdownLine, atTop: Bool) -> Bool { openingFence(line, atTop: atTop) != nil }

  /// Behind the code between fences that a line of an item opens; nil if the line is no fence.
  ///
  /// A line that is not indented as far as the item ends its code too. Markdown does not know the items of 一、, so
  /// that no line ends that but a fence; where nothing closes it, the code ends with the item, lest the rest of the
  /// file be a part of it.
  func endOfFence(
    at index: Int, inItem start: ItemStart, in container: Container, vain: inout VainSearches
  ) -> Int? {
    let first = source.firstContent(in: lines[index].range)
    guard source[first] == Ascii.backtick || source[first] == Ascii.tilde,
      let opening = openingFence(lines[index], atTop: false, from: start.contentColumn)
    else { return nil }
    if !start.isMarkdown, !vain.fences.contains(where: { opening.isClosed(with: $0) }) {
      let (next, isClosed) = end(of: opening, openedAt: index, in: container)
      if isClosed { return next }
      vain.add(opening)
    }
    // Behind the last line that is not blank.
    var last = index + 1
    for next in (index + 1)..<max(index + 1, container.lines.upperBound) where !line.isBlank(lines[next]) {
      if line.indentation(of: lines[next]).columns < start.contentColumn,
        start.isMarkdown || isBehind(start, lines[next], headings: container.hasHeadings)
      {
        return last
      }
      if start.isMarkdown, closes(lines[next], opening) { return next + 1 }
      last = next + 1
    }
    return last
  }

  /// Whether a line is a heading or an item that is no part of the item before it.
  private func isBehind(_ item: ItemStart, _ own: MarkdownLine, headings: Bool) -> Bool {
    if headings, line.heading(own) != nil { return true }
    return ItemStart(own, in: source).map { !item.nests($0) } ?? false
  }

  /// Lines that are indented by four columns or more behind a blank line or at the beginning, with the blank lines
  /// among them.
  func indentedCode(at index: Int, in container: Container) -> Block? {
    guard line.indentation(of: lines[index]).columns >= 4,
      index == container.lines.lowerBound || endsParagraph(lines[index - 1])
    else {
      return nil
    }
    var end = index + 1
    var next = end
    while next < container.lines.upperBound,
      line.isBlank(lines[next]) || line.indentation(of: lines[next]).columns >= 4
    {
      next += 1
      if !line.isBlank(lines[next - 1]) { end = next }
    }
    return Block(.code, range: lines[index..<end].range, lines: index..<end)
  }

  /// Whether a line cannot be followed by a line of the same paragraph.
  private func endsParagraph(_ line: MarkdownLine) -> Bool {
    let first = source.firstContent(in: line.range)
    return first >= line.end || source[first] == Ascii.hash || isFence(line, atTop: true)
  }

  /// The fence that a line opens. Inside an item, whose lines may be indented more than Markdown has it, its
  /// indentation does not matter; elsewhere four columns make it code itself. Behind backticks no further ones may
  /// stand, as they do in `` ```code``` ``.
  private func openingFence(_ own: MarkdownLine, atTop: Bool, from column: Int = 0) -> Fence? {
    let (indent, columns) = line.indentation(of: own)
    let start = own.start + indent
    guard start < own.end, columns < 4 || !atTop, source[start] == Ascii.backtick || source[start] == Ascii.tilde
    else {
      return nil
    }
    let mark = source[start]
    var end = start
    while end < own.end, source[end] == mark { end += 1 }
    guard end - start >= 3 else { return nil }
    if mark == Ascii.backtick, source[end..<own.end].contains(mark) { return nil }
    return Fence(mark: mark, length: end - start, columnLimit: (columns < column + 4 ? column : columns) + 4)
  }

  private func end(
    of opening: Fence, openedAt index: Int, in container: Container
  ) -> (next: Int, isClosed: Bool) {
    for next in (index + 1)..<max(index + 1, container.lines.upperBound) where closes(lines[next], opening) {
      return (next + 1, true)
    }
    return (container.lines.upperBound, false)
  }

  private func closes(_ own: MarkdownLine, _ opening: Fence) -> Bool {
    let (indent, columns) = line.indentation(of: own)
    var end = own.start + indent
    let start = end
    while end < own.end, source[end] == opening.mark { end += 1 }
    return end - start >= opening.length && source.isBlank(end..<own.end) && columns < opening.columnLimit
  }
}

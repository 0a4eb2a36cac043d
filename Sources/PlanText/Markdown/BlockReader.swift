/// Splits Markdown into blocks, and these into the blocks inside them: the one reader of Markdown. Nothing is refused:
/// what is no other block is a paragraph.
struct BlockReader {
  let source: [UInt8]
  let line: LineReader
  private(set) var blocks: [Block] = []
  /// The lines of the text, and behind them the lines inside its items and quotations, each container's in one stretch.
  private(set) var lines: [MarkdownLine] = []
  private(set) var items: [ItemStart] = []
  /// Whether a block begins where Markdown, unlike a plan, would see code for its indentation.
  private(set) var sawIndentedCode = false
  /// The line that was last asked whether it begins an item: the one that ends an item begins the next.
  private var known: (line: Int, start: ItemStart?) = (-1, nil)

  /// Items and quotations inside one another beyond this are no longer told apart: their lines are read as those of one
  /// paragraph. Nobody could read them, and each costs stack.
  static let deepest = 20

  /// The lines in which blocks are looked for.
  struct Container {
    let lines: Range<Int>
    /// Whether it is a file or a text, in which headings may stand, and not an item or a quotation.
    let hasHeadings: Bool
    let indentedLines: BlockTree.IndentedLines
    /// Whether Markdown knows all the items that it is in. In the others lines are indented for their looks.
    var isMarkdown = true
    /// How many items and quotations it is in.
    let depth: Int
  }

  init(source: [UInt8]) {
    self.source = source
    line = LineReader(source: source)
  }

  /// Reads the blocks of a whole text.
  mutating func readText(_ text: SourceText, headings: Bool, indentedLines: BlockTree.IndentedLines) {
    lines.reserveCapacity(2 * text.lineCount)
    blocks.reserveCapacity(2 * text.lineCount)
    for number in 1...text.lineCount {
      let range = text.rangeOfLine(number)
      lines.append(MarkdownLine(start: range.lowerBound, end: range.upperBound))
    }
    let all = Block(.text, range: 0..<source.count, lines: 0..<lines.count)
    add(
      all,
      with: Container(lines: 0..<lines.count, hasHeadings: headings, indentedLines: indentedLines, depth: 0))
  }

  /// Reads what stands in an item, as if it stood alone.
  mutating func read(_ item: MarkdownItem) {
    lines += item.content
    let all = Block(.text, range: item.range, lines: 0..<lines.count)
    add(all, with: Container(lines: 0..<lines.count, hasHeadings: false, indentedLines: .text, depth: 1))
  }

  // MARK: Blocks

  /// Adds a block that holds no others.
  private mutating func add(_ block: Block) {
    var block = block
    block.place = blocks.count
    block.next = blocks.count + 1
    blocks.append(block)
  }

  /// Adds a block and the blocks inside it.
  private mutating func add(_ block: Block, with content: Container) {
    let place = blocks.count
    add(block)
    if content.depth > Self.deepest {
      var flat = Block(.paragraph, range: lines[content.lines].range, lines: content.lines)
      flat.isFlat = true
      add(flat)
    } else {
      read(content)
    }
    blocks[place].next = blocks.count
  }

  /// Reads the blocks of some lines.
  private mutating func read(_ container: Container) {
    var index = container.lines.lowerBound
    let front = linesOfFrontMatter(in: container)
    if front > 0 {
      index += front
      add(Block(.comment, range: lines[..<index].range, lines: 0..<index))
    }
    var vain = VainSearches(textUntil: index)
    while index < container.lines.upperBound {
      let first = source.firstContent(in: lines[index].range)
      if first < lines[index].end {
        index = readBlock(at: index, beginningWith: source[first], in: container, vain: &vain)
      } else {
        index += 1
      }
    }
  }

  /// Reads the block that begins at a line; returns the line behind it.
  private mutating func readBlock(
    at index: Int, beginningWith first: UInt8, in container: Container, vain: inout VainSearches
  ) -> Int {
    switch first {
    case Ascii.hash, 0xEF:
      if container.hasHeadings, let heading = line.heading(lines[index]) {
        add(Block(.heading, range: heading.range, lines: index..<(index + 1)))
        return index + 1
      }
    case Ascii.less:
      if let comment = comment(at: index, in: container, textUntil: &vain.textUntil) ?? html(at: index, in: container) {
        add(comment)
        return comment.lines.upperBound
      }
    case Ascii.backtick, Ascii.tilde:
      if let code = fencedCode(at: index, in: container) {
        add(code)
        return code.lines.upperBound
      }
    default: break
    }
    if Ascii.isBlank(source[lines[index].start]), container.isMarkdown,
      container.indentedLines != .text || !sawIndentedCode,
      let code = indentedCode(at: index, in: container)
    {
      sawIndentedCode = true
      if container.indentedLines == .text { return readWords(at: index, beginningWith: first, in: container, &vain) }
      if container.indentedLines == .code || !holdsIdeograph(code.range) {
        add(code)
      } else {
        // Prose, in which nothing is code for its indentation.
        read(
          Container(
            lines: code.lines, hasHeadings: false, indentedLines: .text, isMarkdown: false, depth: container.depth))
      }
      return code.lines.upperBound
    }
    return readWords(at: index, beginningWith: first, in: container, &vain)
  }

  /// The same where the line begins neither a heading nor HTML nor code.
  private mutating func readWords(
    at index: Int, beginningWith first: UInt8, in container: Container, _ vain: inout VainSearches
  ) -> Int {
    if isTableStart(at: index, in: container) {
      var end = index + 2
      while end < container.lines.upperBound, line.hasPipe(lines[end]) { end += 1 }
      let range = line.content(of: lines[index]).lowerBound..<lines[end - 1].end
      add(Block(.table, range: range, lines: index..<end))
      return end
    }
    switch first {
    case Ascii.greater: return readQuote(at: index, in: container)
    case Ascii.hyphen, Ascii.asterisk, Ascii.underscore:
      if line.isThematicBreak(lines[index]) {
        add(Block(.rule, range: lines[index].range, lines: index..<(index + 1)))
        return index + 1
      }
    default: break
    }
    let start = itemStart(at: index)
    if container.hasHeadings, start?.isMarkdown != true, index + 1 < container.lines.upperBound,
      line.isUnderlined(lines[index], by: lines[index + 1])
    {
      add(Block(.heading, range: lines[index...index + 1].range, lines: index..<(index + 2)))
      return index + 2
    }
    if let start { return readItem(start, at: index, in: container, vain: &vain) }
    var end = index + 1
    while end < container.lines.upperBound, !line.isBlank(lines[end]), !startsBlock(at: end, in: container) { end += 1 }
    add(Block(.paragraph, range: lines[index..<end].range, lines: index..<end))
    return end
  }

  /// Whether the line ends a paragraph because it begins something else. In HTML headings count wherever it stands.
  func startsBlock(at index: Int, in container: Container) -> Bool {
    let own = lines[index]
    let first = source.firstContent(in: own.range)
    guard first < own.end else { return false }
    switch source[first] {
    case Ascii.hash, 0xEF: if container.hasHeadings, line.heading(own) != nil { return true }
    case Ascii.less:
      if source.has("<!--", at: first, to: own.end) { return true }
      if let start = HTMLBlockStart(own, in: source), start.interruptsParagraphs,
        container.hasHeadings || start.ends != nil
      {
        return true
      }
    case Ascii.backtick, Ascii.tilde: if isFence(own, atTop: container.hasHeadings) { return true }
    case Ascii.greater: return true
    default: break
    }
    return ItemStart.begins(own, in: source) || isTableStart(at: index, in: container)
  }

  private func isTableStart(at index: Int, in container: Container) -> Bool {
    index + 1 < container.lines.upperBound && line.isTableStart(lines[index], lines[index + 1])
  }

  private func holdsIdeograph(_ range: SourceRange) -> Bool {
    String(decoding: source[range], as: UTF8.self).unicodeScalars.contains { $0.properties.isIdeographic }
  }

  // MARK: Containers

  private mutating func readQuote(at index: Int, in container: Container) -> Int {
    var end = index + 1
    while end < container.lines.upperBound, line.startsQuote(lines[end]) { end += 1 }
    let first = lines.count
    for number in index..<end { lines.append(line.withoutQuoteMark(lines[number])) }
    let own = first..<lines.count
    add(
      Block(.quote, range: lines[own].range, lines: own),
      with: Container(
        lines: own, hasHeadings: false, indentedLines: container.indentedLines, isMarkdown: container.isMarkdown,
        depth: container.depth + 1))
    return end
  }

  /// An item reaches as far as the lines that are indented under it, and further over paragraph lines that are not.
  private mutating func readItem(
    _ start: ItemStart, at index: Int, in container: Container, vain: inout VainSearches
  ) -> Int {
    var next = index + 1
    // Behind the last line that is not blank.
    var end = next
    while next < container.lines.upperBound {
      let own = lines[next]
      let (indent, width) = line.indentation(of: own)
      if own.start + indent >= own.end {
        next += 1
        continue
      }
      if width >= start.contentColumn,
        let closed = endOfFence(at: next, inItem: start, in: container, vain: &vain)
      {
        next = closed
        end = next
        continue
      }
      if width < start.contentColumn {
        if let other = itemStart(at: next) {
          guard start.nests(other) else { break }
        } else if next > end || startsBlock(at: next, in: container) {
          break
        }
      }
      next += 1
      end = next
    }
    add(start, lines: index..<end, in: container)
    return next
  }

  private mutating func add(_ start: ItemStart, lines own: Range<Int>, in container: Container) {
    let first = lines.count
    lines.append(MarkdownLine(start: start.contentStart, end: lines[own.lowerBound].end))
    for number in own.dropFirst() { lines.append(line.inside(lines[number], from: start.contentColumn)) }
    let lower = start.markerRange.lowerBound
    var block = Block(
      .item, range: lower..<max(lower, lines[own.upperBound - 1].end), lines: first..<lines.count)
    block.item = items.count
    items.append(start)
    add(
      block,
      with: Container(
        lines: first..<lines.count, hasHeadings: false, indentedLines: container.indentedLines,
        isMarkdown: container.isMarkdown && start.isMarkdown, depth: container.depth + 1))
  }

  private mutating func itemStart(at index: Int) -> ItemStart? {
    if known.line != index { known = (index, ItemStart(lines[index], in: source)) }
    return known.start
  }
}

import Synchronization

/// The blocks of a text, in one array: each is followed by the blocks inside it, and every byte belongs to the innermost
/// block around it. Every line of words is a line of exactly one block that holds no others.
///
/// Many hold it and nobody changes it, so that it is one object.
package final class BlockTree: Sendable {
  /// What lines are that are indented by four columns.
  package enum IndentedLines: Sendable {
    /// What they say: people indent measures and paragraphs freely.
    case text
    /// Code, as Markdown has it.
    case code
    /// Code, unless there is a word of Chinese in them.
    case codeWithoutChinese
  }

  package let source: SourceText
  /// Those of the source.
  package let bytes: [UInt8]
  /// The first is the whole text.
  package let blocks: [Block]
  private let lines: [MarkdownLine]
  private let items: [ItemStart]
  /// The tables in other spellings than Markdown's.
  private let grids: [MarkdownTable]
  /// Whether Markdown sees the same blocks, and no code where lines are only indented.
  let isMarkdown: Bool
  /// What was looked for in the tree when it was first asked for.
  let found = Mutex(Found())

  /// Reads a file, or a text that stands in an item, which has no headings.
  package convenience init(_ source: SourceText, headings: Bool = true, indentedLines: IndentedLines = .text) {
    var reader = BlockReader(source: source.bytes)
    reader.readText(source, headings: headings, indentedLines: indentedLines)
    self.init(source, reader)
  }

  private init(_ source: SourceText, _ reader: BlockReader) {
    self.source = source
    bytes = source.bytes
    blocks = reader.blocks.withoutSpareRoom()
    lines = reader.lines.withoutSpareRoom()
    items = reader.items.withoutSpareRoom()
    grids = []
    isMarkdown = !reader.sawIndentedCode
  }

  /// The same tree with tables that Markdown does not know.
  package init(_ tree: BlockTree, grids: [MarkdownTable]) {
    (source, bytes, blocks, lines, items) = (tree.source, tree.bytes, tree.blocks, tree.lines, tree.items)
    (self.grids, isMarkdown) = (grids, tree.isMarkdown)
  }

  /// What a line is by itself.
  package var lineReader: LineReader { LineReader(source: source.bytes) }

  /// The blocks that stand in no other.
  package var top: BlockList { inside(blocks[0]) }

  /// The blocks inside another, without those inside them.
  package func inside(_ block: Block) -> BlockList { BlockList(blocks, from: block.place + 1, to: block.next) }

  /// The blocks in an item.
  package func inside(_ item: MarkdownItem) -> BlockList { inside(item.block) }

  /// The lines of a block's content. Of an item and a quotation they are without its marks.
  package func lines(of block: Block) -> ArraySlice<MarkdownLine> { lines[block.lines] }

  /// An item with its content.
  package func item(_ block: Block) -> MarkdownItem {
    MarkdownItem(block: block, start: items[block.item], content: lines[block.lines])
  }

  /// An item with its box as part of the text, and the tree in which it holds what it holds then.
  package func rereading(_ item: MarkdownItem) -> (item: MarkdownItem, tree: BlockTree) {
    guard item.checkbox != nil else { return (item, self) }
    let item = item.withWordsAsText
    var reader = BlockReader(source: source.bytes)
    reader.read(item)
    let tree = BlockTree(source, reader)
    return (MarkdownItem(block: tree.blocks[0], start: item.start, content: item.content), tree)
  }

  package func heading(_ block: Block) -> MarkdownHeading {
    let first = lines[block.lines.lowerBound]
    let heading =
      block.lines.count == 2
      ? lineReader.underlinedHeading(first, by: lines[block.lines.lowerBound + 1]) : lineReader.heading(first)
    return heading
      ?? MarkdownHeading(level: 1, textRange: block.range, range: block.range, isMalformed: false)
  }

  /// The words behind the number signs.
  package func text(of heading: MarkdownHeading) -> PlanText {
    PlanText(String(decoding: bytes[heading.textRange], as: UTF8.self), range: heading.textRange)
  }

  /// What stands between the marks of a comment, without white space at its ends. That of a file's beginning for other
  /// programs has its marks, which tell it from others.
  package func comment(_ block: Block) -> PlanText {
    var builder = PlanTextBuilder(bytes)
    let own = lines[block.lines]
    let marks = block.isFrontMatter(in: bytes) ? (open: 0, close: 0) : (open: 4, close: 3)
    let content = block.range.lowerBound + marks.open
    for index in own.indices {
      let lower = index == own.startIndex ? content : own[index].start
      let upper = index + 1 == own.endIndex ? block.range.upperBound - marks.close : own[index].end
      builder.append(lower..<max(lower, upper))
      if index + 1 < own.endIndex { builder.appendLineBreak(at: own[index].end) }
    }
    return builder.build()
  }

  /// The lines of a block of code without its fences.
  func code(_ block: Block) -> ArraySlice<MarkdownLine> {
    block.isFenced ? lines(of: block).dropFirst().dropLast(block.isOpen ? 0 : 1) : lines(of: block)
  }

  /// The first row of a table.
  package func header(of table: Block) -> MarkdownRow {
    table.isGrid ? grids[table.item].header : TableRowScanner.row(lines[table.lines.lowerBound], in: bytes)
  }

  package func table(_ block: Block) -> MarkdownTable {
    if block.isGrid { return grids[block.item] }
    return MarkdownTable(
      header: header(of: block), rows: rows(of: block).dropFirst().map { TableRowScanner.row($0, in: bytes) },
      range: block.range)
  }

  /// The rows of a table, the header first, without the line of dashes.
  func rows(of table: Block) -> [MarkdownLine] {
    let own = lines(of: table)
    return Array(own.prefix(1) + own.dropFirst(2))
  }

  /// Whether blank lines behind a block belong to code or HTML in it that nothing closes.
  package func isOpen(_ block: Block) -> Bool {
    switch block.kind {
    case .code: return block.isOpen
    case .item:
      var last: Block?
      for inner in inside(block) { last = inner }
      return last.map(isOpen) ?? false
    case .html:
      let own = lines(of: block)
      if let first = own.first, let last = own.last, let start = HTMLBlockStart(first, in: bytes) {
        return start.ends != nil && !start.isEnded(by: last.range, in: bytes)
      }
      return false
    default: return false
    }
  }

  /// Whether a text ends in code or HTML that nothing closes, so that blank lines behind it belong to it.
  package static func leavesOpen(_ text: String) -> Bool {
    let tree = BlockTree(SourceText(name: "", text: text))
    var last: Block?
    for block in tree.top { last = block }
    return last.map(tree.isOpen) ?? false
  }

  /// The innermost block around a byte.
  func block(at offset: Int) -> Block {
    var found = blocks[0]
    while let inner = inside(found).first(where: { $0.range.upperBound > offset }), inner.range.contains(offset) {
      found = inner
    }
    return found
  }
}

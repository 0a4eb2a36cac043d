import PlanModel
import PlanText

/// Finds what is meant as a table and is none to Markdown: bars without a line of dashes, tabs, HTML, grids. What is
/// clear becomes a table like any other.
///
/// Without it the rows would be read as paragraphs, and a table be printed that lacks them.
struct TableFinder {
  /// A table, before it is known whether its section keeps it as text.
  struct Found {
    let form: StrangeTable.Form
    let range: SourceRange
    let mend: Mend?
    /// What it says; nil where that is not clear.
    var table: MarkdownTable?
    /// The place among the blocks of the table whose rows it goes on with.
    let continued: Int?
    /// Whether it stands in an item or a quotation, whose text it is part of.
    let isNested: Bool
  }

  /// A line that may belong to a table, or what ends one.
  struct Entry {
    enum Content {
      case line(TableLine)
      /// A table that is read, the cells of its header, whether these are columns of the tables of a plan, and which of
      /// them says when.
      case table(cells: Int, isKnown: Bool, deadline: Int?)
      case other
    }

    let content: Content
    /// The place of its block among the blocks.
    let block: Int
    /// The number of the line, from 1; of a block, that of its last line.
    let number: Int

    var line: TableLine? { if case .line(let line) = content { line } else { nil } }
  }

  /// Some entries that are one table.
  struct Run {
    let entries: Range<Int>
    let form: StrangeTable.Form
    var mend: Mend?
    /// Where it ends, if that is behind its entries.
    var end: Int?
    var table: MarkdownTable?
    /// Whether it goes on with the rows of the table before it.
    var isContinued = false
  }

  let tree: BlockTree
  let bytes: [UInt8]
  private let marks: TableMarks
  private(set) var found: [Found] = []
  /// Before this place `<table` was looked for its end in vain.
  var unclosedUntil = 0
  /// Before this place tags are words.
  var wordsUntil = 0
  /// Before these entries bars divide no table, and borders are around none.
  var proseUntil = 0
  var bordersUntil = 0
  /// Where the section ends in which `<table` was seen last.
  var sectionEnd = 0

  init(_ tree: BlockTree) {
    self.tree = tree
    bytes = tree.bytes
    marks = TableMarks(bytes)
  }

  var source: SourceText { tree.source }

  /// Finds the tables among the blocks of a file, and returns the blocks with those that are clear in their places, and
  /// without the lines of the others; `grids` are the tables that the new blocks are.
  mutating func take() -> (blocks: [Block], grids: [MarkdownTable]) {
    let blocks = Array(tree.top)
    guard marks.stand(in: 0..<bytes.count) else { return (blocks, []) }
    let taken = find(in: blocks, depth: 0)
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
    guard !taken.isEmpty else { return (blocks, []) }
    leaveTornTables(among: blocks)
    let clear = found.filter { $0.table != nil }
    let continued = Set(clear.compactMap(\.continued))
    let rest = blocks.indices.filter { !continued.contains($0) }.flatMap { self.rest(of: blocks[$0], without: taken) }
    let grids = clear.compactMap(\.table)
    let new = grids.enumerated().map { Block(grid: $0.offset, range: $0.element.range) }
    return ((rest + new).sorted { $0.range.lowerBound < $1.range.lowerBound }, grids)
  }

  /// Where a list begins in a table and goes on behind it, or other words stand on its last line, nobody knows where
  /// the table ends. Neither where no mark ends it, and words stand right below it.
  private mutating func leaveTornTables(among blocks: [Block]) {
    for index in found.indices where found[index].table != nil {
      let range = found[index].range
      let first = blocks.halvingIndex(fromWhich: { $0.range.upperBound > range.upperBound })
      let isTorn =
        first < blocks.count && range.contains(bytes.firstContent(in: blocks[first].range))
        && blocks[first].kind != .paragraph && blocks[first].kind != .html
      let last = source.line(at: range.upperBound)
      let end = [.tabs, .columns].contains(found[index].form) ? min(last + 1, source.lineCount) : last
      let behind = range.upperBound..<max(range.upperBound, source.rangeOfLine(end).upperBound)
      if isTorn || !bytes[behind].allSatisfy({ Ascii.isBlank($0) || Ascii.isBreak($0) }) { found[index].table = nil }
    }
  }

  // MARK: Blocks

  /// The stretches that are tables, in order. Those inside items and quotations are found too, but stay where they are.
  private mutating func find(in blocks: [Block], depth: Int) -> [SourceRange] {
    // Every table has a line with such characters in a block of lines of its own.
    guard blocks.contains(where: { [.paragraph, .rule, .html].contains($0.kind) && marks.stand(in: $0.range) }) else {
      findNested(in: blocks, outside: [], depth: depth)
      return []
    }
    var entries: [Entry] = []
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .paragraph where isCode(block), .html where isCode(block):
        entries.append(entry(.other, block, index))
      case .paragraph, .rule, .html:
        for line in tree.lines(of: block) {
          entries.append(
            Entry(content: .line(TableLine(line, in: bytes)), block: index, number: source.line(at: line.start)))
        }
      case .table:
        let names = tree.header(of: block).cells.map(\.string)
        entries.append(
          entry(
            .table(
              cells: names.count, isKnown: TableColumns.known(among: names) > 1,
              deadline: names.firstIndex { MeasureColumn.named($0) == .deadline }), block, index))
      case .item, .quote, .heading, .comment, .code, .text: entries.append(entry(.other, block, index))
      }
    }
    var taken: [SourceRange] = []
    (sectionEnd, proseUntil, bordersUntil) = (0, 0, 0)
    var next = 0
    while next < entries.count {
      guard let run = run(at: next, in: entries, blocks: blocks) else {
        next += 1
        continue
      }
      let lower = entries[run.entries.lowerBound].line?.range.lowerBound ?? 0
      let last = entries[run.entries.upperBound - 1].line?.range.upperBound ?? lower
      let range = lower..<max(last, run.end ?? last)
      found.append(
        Found(
          form: run.form, range: range, mend: depth == 0 ? run.mend : nil, table: depth == 0 ? run.table : nil,
          continued: run.isContinued ? entries[run.entries.lowerBound - 1].block : nil,
          isNested: isIndented(range, depth)))
      taken.append(range)
      next = max(run.entries.upperBound, next + 1)
      while next < entries.count, blocks[entries[next].block].range.lowerBound < range.upperBound,
        entries[next].line.map({ $0.range.lowerBound < range.upperBound }) ?? true
      {
        next += 1
      }
    }
    findNested(in: blocks, outside: taken, depth: depth)
    return taken
  }

  private func entry(_ content: Entry.Content, _ block: Block, _ index: Int) -> Entry {
    let range = block.range
    return Entry(
      content: content, block: index, number: source.line(at: max(range.lowerBound, range.upperBound - 1)))
  }

  /// Whether lines are the inside of `<pre>` or another tag whose words stand as they are.
  private func isCode(_ block: Block) -> Bool {
    tree.lines(of: block).first.flatMap { HTMLBlockStart($0, in: bytes)?.ends } != nil
  }

  /// Whether a table belongs to the text of an item or a quotation, and is no line that only runs on into it.
  private func isIndented(_ range: SourceRange, _ depth: Int) -> Bool {
    depth > 0 && source.rangeOfLine(source.line(at: range.lowerBound)).lowerBound < range.lowerBound
  }

  private mutating func findNested(in blocks: [Block], outside taken: [SourceRange], depth: Int) {
    var rest = taken[...]
    for block in blocks {
      while let first = rest.first, first.upperBound <= block.range.lowerBound { rest.removeFirst() }
      if let first = rest.first, first.contains(block.range.lowerBound) { continue }
      if block.kind == .item || block.kind == .quote, marks.stand(in: block.range) {
        _ = find(in: Array(tree.inside(block)), depth: depth + 1)
      }
    }
  }

  /// What is left of a block. Of a paragraph the lines around a table stay, each stretch a paragraph of its own.
  private func rest(of block: Block, without taken: [SourceRange]) -> [Block] {
    let range = block.range
    // The first table that does not end before the block.
    var low = taken.halvingIndex(fromWhich: { $0.upperBound > range.lowerBound })
    guard low < taken.count, taken[low].lowerBound < range.upperBound else { return [block] }
    guard block.kind == .paragraph || block.kind == .html else {
      return taken[low].contains(bytes.firstContent(in: range)) ? [] : [block]
    }
    let parts = tree.lines(of: block).split { line in
      var index = low
      while index < taken.count, taken[index].upperBound <= line.start { index += 1 }
      low = index
      return index < taken.count && taken[index].lowerBound < line.end
    }
    return parts.map(block.with)
  }

  private mutating func run(at index: Int, in entries: [Entry], blocks: [Block]) -> Run? {
    guard let line = entries[index].line else { return nil }
    if let run = html(at: index, in: entries, blocks: blocks) { return run }
    if blocks[entries[index].block].kind == .html { return nil }
    if !line.bars.isEmpty { return grid(at: index, in: entries) ?? pipes(at: index, in: entries, blocks: blocks) }
    return grid(at: index, in: entries) ?? columns(at: index, in: entries, blocks: blocks)
      ?? tabs(at: index, in: entries, blocks: blocks)
  }

  /// Whether nothing, not even a blank line, stands between an entry and the one before it.
  static func isNear(_ index: Int, in entries: [Entry]) -> Bool {
    index > 0 && entries[index].number == entries[index - 1].number + 1
  }
}

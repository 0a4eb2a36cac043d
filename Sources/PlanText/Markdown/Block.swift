/// One block of Markdown, as ``BlockTree`` keeps it: 32 bytes without a reference. Its words, lines and inner blocks are
/// asked of the tree.
///
/// This is the part of CommonMark that plans need, read a little more generously: numbers such as 一、 begin list items
/// too, and a nested item may be indented by less than its parent's text.
@usableFromInline package struct Block: Sendable {
  package enum Kind: UInt8, Sendable {
    /// All of a text; of an item that is read by itself, all of that.
    case text
    case heading
    case paragraph
    case item
    case table
    case quote
    /// A comment that stands alone on its lines: `<!-- … -->`.
    case comment
    /// `---`: a line across the page.
    case rule
    /// Code: read, but no part of any plan table.
    case code
    /// HTML with lines in it that would be something else outside of it. HTML of plain lines is a paragraph.
    case html
  }

  /// What few blocks are.
  private struct Traits: OptionSet {
    let rawValue: UInt8

    static let open = Traits(rawValue: 1)
    static let fenced = Traits(rawValue: 2)
    static let grid = Traits(rawValue: 4)
    static let flat = Traits(rawValue: 8)

    subscript(trait: Traits) -> Bool {
      get { contains(trait) }
      set { if newValue { insert(trait) } else { remove(trait) } }
    }
  }

  package let kind: Kind
  private var traits: Traits = []
  @usableFromInline var storedRange: StoredRange
  @usableFromInline var storedLines: StoredRange
  private var storedPlace: UInt32 = 0
  private var storedNext: UInt32 = 0
  private var storedItem: UInt32 = 0

  /// A block of no tree yet, or a part of one of its blocks. `lines` are places in the tree's lines.
  package init(_ kind: Kind, range: SourceRange, lines: Range<Int>) {
    self.kind = kind
    storedRange = StoredRange(range)
    storedLines = StoredRange(lines)
  }

  /// A table in another spelling than Markdown's: so many grids of the tree come before it.
  package init(grid number: Int, range: SourceRange) {
    self.init(.table, range: range, lines: 0..<0)
    isGrid = true
    item = number
  }

  /// Whether nothing closes a block of code, so that blank lines behind it belong to it too.
  package var isOpen: Bool {
    get { traits[.open] }
    set { traits[.open] = newValue }
  }

  /// Whether a fence makes it code, and not its indentation.
  var isFenced: Bool {
    get { traits[.fenced] }
    set { traits[.fenced] = newValue }
  }

  /// Whether it is a table that Markdown does not know; `item` is its number among the grids of the tree then.
  package private(set) var isGrid: Bool {
    get { traits[.grid] }
    set { traits[.grid] = newValue }
  }

  /// Whether it is all the lines of an item or a quotation inside too many others, which are read no further.
  package var isFlat: Bool {
    get { traits[.flat] }
    set { traits[.flat] = newValue }
  }

  /// The stretch of the file that the block takes.
  @inlinable package var range: SourceRange { storedRange.range }
  /// Which lines of the tree are its content: those of an item and a quotation are without their marks.
  @inlinable package var lines: Range<Int> { storedLines.range }

  /// Its place among the blocks of the tree. Blocks inside it follow.
  var place: Int {
    get { Int(storedPlace) }
    set { storedPlace = UInt32(truncatingIfNeeded: newValue) }
  }

  /// The place of the next block that is not inside it.
  var next: Int {
    get { Int(storedNext) }
    set { storedNext = UInt32(truncatingIfNeeded: newValue) }
  }

  /// Which item of the tree it is.
  var item: Int {
    get { Int(storedItem) }
    set { storedItem = UInt32(truncatingIfNeeded: newValue) }
  }

  /// The block with other lines and their range: a part of it that is a block of its own.
  package func with(_ lines: ArraySlice<MarkdownLine>) -> Block {
    Block(kind == .html ? .paragraph : kind, range: lines.range, lines: lines.startIndex..<lines.endIndex)
  }
}

/// Blocks that stand side by side in one container.
package struct BlockList: Sequence, IteratorProtocol {
  private let blocks: [Block]
  private var place: Int
  private let end: Int

  init(_ blocks: [Block], from place: Int, to end: Int) {
    (self.blocks, self.place, self.end) = (blocks, place, end)
  }

  package var first: Block? { place < end ? blocks[place] : nil }

  package mutating func next() -> Block? {
    guard place < end else { return nil }
    let block = blocks[place]
    place = block.next
    return block
  }
}

/// One item of a list, with its content at hand.
package struct MarkdownItem: Sendable {
  let block: Block
  /// How its first line begins.
  package let start: ItemStart
  /// The text after the markers, line by line, without the indentation that nesting needs.
  package let content: ArraySlice<MarkdownLine>

  /// The number printed before the text, as Markdown's marker (`1.`) or behind it (`- 一、`).
  package var label: Label? { start.label }
  /// Where the label stands.
  package var labelRange: SourceRange { start.labelRange }
  /// Whether the marker is a bullet.
  package var isBullet: Bool { start.isBullet }
  /// `[ ]` is false, `[x]` is true.
  package var checkbox: Bool? { start.checkbox }
  /// From the marker to the end of the last line.
  package var range: SourceRange { block.range }

  /// The text after the markers on the first line.
  package var firstLine: MarkdownLine {
    content.first ?? MarkdownLine(start: start.contentStart, end: start.contentStart)
  }

  /// The lines of a paragraph of the item that do not stand behind its marker. That line is no field, though it may
  /// look like one; a marker alone on its line has no words that could be.
  ///
  /// A measure or phase whose text begins as a field does is written with its bullet alone on a line (`isEscape`), so
  /// there the next line is text.
  package func furtherLines(of paragraph: ArraySlice<MarkdownLine>, isEscape: Bool = false) -> ArraySlice<MarkdownLine>
  {
    let text = firstLine
    let next = content.dropFirst().first
    let isFirst =
      text.isEmpty
      ? isEscape && isBullet && label == nil && checkbox == nil && paragraph.first?.end == next?.end
      : paragraph.first?.end == text.end
    return paragraph.dropFirst(isFirst ? 1 : 0)
  }

  /// The item with its box or number in front of the text, for places that keep neither apart.
  package var withWordsAsText: MarkdownItem {
    let start = start.withWordsAsText
    let first = MarkdownLine(start: start.contentStart, end: firstLine.end)
    return MarkdownItem(block: block, start: start, content: ([first] + content.dropFirst())[...])
  }

  /// The item with its box as part of the text, for places where boxes mean nothing. What stands in it is that of the
  /// item with its box: where that matters, ``BlockTree/rereading(_:)`` gives both.
  package var withBoxAsText: MarkdownItem { checkbox == nil ? self : withWordsAsText }
}

/// A table of any spelling: the words of its header and rows.
package struct MarkdownTable: Sendable {
  package let header: MarkdownRow
  package let rows: [MarkdownRow]
  package let range: SourceRange

  package init(header: MarkdownRow, rows: [MarkdownRow], range: SourceRange) {
    (self.header, self.rows, self.range) = (header, rows, range)
  }
}

/// One row of a table.
package struct MarkdownRow: Sendable {
  package let cells: [PlanText]
  package let range: SourceRange
  /// The places of the cells that continue the one above, and have its words: it spans several rows.
  package let continued: Set<Int>
  /// The places of the cells that continue the one before.
  package let joined: Set<Int>

  package init(cells: [PlanText], range: SourceRange, continued: Set<Int> = [], joined: Set<Int> = []) {
    (self.cells, self.range, self.continued, self.joined) = (cells, range, continued, joined)
  }
}

/// A table of a page while it is read.
struct HTMLOpenTable {
  private(set) var builder: OpenTableBuilder
  /// Whether rows are in `<thead>`.
  var isHead = false
  private(set) var isInRow = false
  private(set) var isInCell = false
  /// How many lists are open around the cell.
  private(set) var outerLists = 0
  private var shape = OpenTableBuilder.Shape()
  /// Whether the row has nothing but `<th>`, whether it has words, and whether a row before it is none of names.
  private var isTitleRow = true
  private var hasWords = false
  private var isBehindBody = false
  private var isFlat = false

  init(number: Int, copies: Int) { builder = OpenTableBuilder(number: number, copies: copies) }

  /// `isFlat` is a row of no height, with which Word ends a table whose columns do not meet.
  mutating func beginRow(isFlat: Bool) {
    builder.beginRow()
    (isInRow, isTitleRow, hasWords, self.isFlat) = (true, true, false, isFlat)
  }

  /// Begins a cell and tells where it is.
  mutating func beginCell(_ tag: HTMLTagView, lists: Int) -> OfficePlace.Cell {
    let rows = tag.number("rowspan", within: 0...Self.spanLimit) ?? 1
    // A span of no rows goes down to the end.
    shape = OpenTableBuilder.Shape(
      columns: tag.number("colspan", within: 1...OfficeTable.columnLimit) ?? 1, rows: rows == 0 ? Self.spanLimit : rows)
    (isInCell, outerLists) = (true, lists)
    isTitleRow = isTitleRow && tag.name == "th"
    return OfficePlace.Cell(table: builder.number, row: builder.rowNumber, column: builder.column + 1)
  }

  mutating func endCell(_ blocks: [OfficeBlock]) {
    isInCell = false
    hasWords = hasWords || !blocks.text.isEmpty
    builder.add(blocks, shape)
  }

  mutating func endRow() {
    guard isInRow else { return }
    isInRow = false
    if isFlat, !hasWords { return }
    builder.isHeader = isHead || isTitleRow && !isBehindBody
    isBehindBody = isBehindBody || !builder.isHeader
    builder.endRow(times: 1)
  }

  /// The most rows that a cell may span (HTML, 4.9.11).
  private static let spanLimit = 65534
}

/// Puts the cells of an OpenDocument table into rows and columns. Cells that another covers need not be there.
struct OpenTableBuilder {
  struct Shape {
    var columns = 1
    var rows = 1
    var times = 1
  }

  let number: Int
  var isHeader = false
  /// The column of the next cell, from 0.
  private(set) var column = 0
  /// Which row of the file it is, from 1.
  private(set) var rowNumber = 0
  /// Words in cells that another cell covers.
  private(set) var covered: [String] = []
  private(set) var isTooLarge = false
  /// How many bytes of words may still be repeated.
  private(set) var copiesLeft: Int
  private var width = 0
  private var rows: [OfficeTable.Row] = []
  private var cells: [OfficeTable.Cell] = []
  /// Until which row each column is taken by a cell above.
  private var taken: [Int] = []

  init(number: Int, copies: Int) { (self.number, copiesLeft) = (number, copies) }

  var table: OfficeTable { OfficeTable(rows: rows, number: number) }

  mutating func addColumns(_ count: Int) {
    width = min(OfficeTable.columnLimit, width + min(count, OfficeTable.columnLimit))
  }

  mutating func beginRow() {
    (cells, column) = ([], 0)
    rowNumber += 1
    skipTaken()
  }

  mutating func add(_ blocks: [OfficeBlock], _ shape: Shape) {
    // Sheets end in cells that are repeated to the last column there can be.
    let size = blocks.text.utf8.count
    let isEmpty = size == 0
    // What spans more columns than there may be says nothing.
    let span = shape.columns > OfficeTable.columnLimit ? 1 : shape.columns
    for time in 0..<min(shape.times, OfficeTable.columnLimit) {
      guard column < OfficeTable.columnLimit else {
        if !isEmpty { covered.append(blocks.text) }
        return
      }
      if isEmpty, time > 0, column >= max(width, 64) { return }
      if time > 0, !takes(size) { return }
      let columns = min(span, OfficeTable.columnLimit - column)
      cells.append(OfficeTable.Cell(column: column, columns: columns, rows: shape.rows, blocks: blocks))
      while taken.count < column + columns { taken.append(0) }
      if shape.rows > 1 {
        for place in column..<(column + columns) {
          taken[place] = rows.count.addingReportingOverflow(shape.rows).partialValue
        }
      }
      column += columns
      skipTaken()
    }
  }

  mutating func addCovered(_ text: String, times: Int) {
    if !text.isEmpty { covered.append(text) }
  }

  mutating func endRow(times: Int) {
    let row = OfficeTable.Row(cells: cells, isHeader: isHeader, number: rowNumber)
    let size = cells.reduce(0) { $0 + $1.blocks.text.utf8.count }
    let isEmpty = size == 0
    for time in 0..<max(1, times) {
      // Sheets end in a million empty rows.
      if isEmpty, time > 0 { return }
      if time > 0, !takes(size + 16) { return }
      if (rows.count + 1) * max(1, max(width, taken.count)) > OfficeTable.placeLimit {
        isTooLarge = true
        return
      }
      rows.append(row)
    }
  }

  /// Whether so many bytes may be repeated once more.
  private mutating func takes(_ size: Int) -> Bool {
    copiesLeft -= size + 16
    if copiesLeft < 0 { isTooLarge = true }
    return !isTooLarge
  }

  /// Goes on behind the columns that cells above take.
  private mutating func skipTaken() {
    while column < taken.count, taken[column] > rows.count { column += 1 }
  }
}

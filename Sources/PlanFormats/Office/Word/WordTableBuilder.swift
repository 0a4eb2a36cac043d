/// Puts the cells of a Word table into rows and columns.
struct WordTableBuilder {
  enum Merge {
    case none, begins, goesOn
  }

  /// What the properties of a cell say.
  struct Shape {
    var columns = 1
    var down = Merge.none
    var sideways = Merge.none
  }

  let number: Int
  /// The number of columns that the table states.
  var width = 0
  var isHeader = false
  /// The column of the next cell, from 0.
  private(set) var column = 0
  private(set) var rowNumber = 0
  /// Words in cells that another cell covers.
  private(set) var covered: [String] = []
  private var rows: [OfficeTable.Row] = []
  private var cells: [OfficeTable.Cell] = []
  /// The cells of earlier rows that may go on, by their first columns: row and cell.
  private var open: [Int: OfficeTable.Owner] = [:]
  private var next: [Int: OfficeTable.Owner] = [:]

  init(number: Int) { self.number = number }

  var isTooLarge: Bool { rows.count * max(width, 1) > OfficeTable.placeLimit }

  var table: OfficeTable { OfficeTable(rows: rows, number: number) }

  mutating func beginRow() {
    (cells, column, isHeader, next) = ([], 0, false, [:])
    rowNumber += 1
  }

  /// Leaves columns at the beginning of the row empty.
  mutating func skip(_ columns: Int) { column = min(OfficeTable.columnLimit, column + max(0, columns)) }

  mutating func add(_ blocks: [OfficeBlock], _ shape: Shape) {
    let columns = max(1, min(shape.columns, OfficeTable.columnLimit - column))
    guard column < OfficeTable.columnLimit else {
      covered.append(blocks.text)
      return
    }
    defer { column += columns }
    if shape.sideways == .goesOn, let last = cells.last, last.column + last.columns == column {
      cells[cells.count - 1].columns += columns
      covered.append(blocks.text)
      return
    }
    if shape.down == .goesOn, let owner = open[column], rows[owner.row].cells[owner.cell].columns == columns {
      rows[owner.row].cells[owner.cell].rows += 1
      next[column] = owner
      covered.append(blocks.text)
      return
    }
    if shape.down != .none { next[column] = OfficeTable.Owner(row: rows.count, cell: cells.count) }
    cells.append(OfficeTable.Cell(column: column, columns: columns, blocks: blocks))
  }

  mutating func endRow() {
    rows.append(OfficeTable.Row(cells: cells, isHeader: isHeader, number: rowNumber))
    width = max(width, column)
    open = next
  }

  /// Leaves the row out, and gives its words.
  mutating func dropRow() -> String {
    for owner in next.values where owner.row < rows.count { rows[owner.row].cells[owner.cell].rows -= 1 }
    return cells.map(\.blocks.text).joined(separator: "\n")
  }
}

import PlanText

/// A table as rows and columns.
package struct OfficeTable: Sendable {
  package struct Cell: Sendable {
    /// The first column that it covers, from 0.
    package let column: Int
    /// How many columns and rows it covers.
    package var columns: Int
    package var rows = 1
    package var blocks: [OfficeBlock]
  }

  package struct Row: Sendable {
    package var cells: [Cell] = []
    /// Whether it is repeated on each page.
    package var isHeader = false
    /// Which row of its table in the file it is, from 1.
    package var number: Int
  }

  /// What a place in the grid belongs to: the row and the cell, from 0.
  package struct Owner: Sendable, Hashable {
    package let row: Int
    package let cell: Int
  }

  package var rows: [Row]
  package let width: Int
  /// Which table of the document it is, from 1.
  package let number: Int

  /// The most columns that a table has: more is no table that people read.
  package static let columnLimit = 1024
  /// The most places in rows and columns.
  package static let placeLimit = 4_000_000

  package init(rows: [Row], number: Int) {
    (self.rows, self.number) = (rows, number)
    // Columns at the end in which nothing begins are no part of what the table says.
    let used = rows.lazy.flatMap(\.cells).filter { !$0.blocks.text.isEmpty }.map { $0.column + 1 }.max() ?? 1
    self.width = max(1, min(Self.columnLimit, used))
  }

  package subscript(owner: Owner) -> Cell { rows[owner.row].cells[owner.cell] }

  /// Which cell each place belongs to; nil where none does.
  package var owners: [[Owner?]] {
    var grid = [[Owner?]](repeating: [], count: rows.count)
    for row in rows.indices { grid[row] = [Owner?](repeating: nil, count: width) }
    for (row, cells) in rows.enumerated() {
      for (index, cell) in cells.cells.enumerated() where cell.column < width {
        for line in row..<min(rows.count, row + max(1, min(cell.rows, rows.count))) {
          for column in cell.column..<min(width, cell.column + cell.columns) where grid[line][column] == nil {
            grid[line][column] = Owner(row: row, cell: index)
          }
        }
      }
    }
    return grid
  }
}

extension [OfficeBlock] {
  /// All paragraphs, those in tables included.
  package var paragraphs: [OfficeParagraph] {
    flatMap { block in
      switch block {
      case .paragraph(let paragraph): [paragraph]
      case .table(let table): table.rows.flatMap { $0.cells.flatMap(\.blocks.paragraphs) }
      }
    }
  }

  /// Their words, one line each.
  package var text: String { paragraphs.filter { !$0.isBlank }.map(\.shown).joined(separator: "\n") }
}

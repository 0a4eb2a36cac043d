/// A table of any spelling as rows and columns, before it is known what its columns are.
package struct Grid: Sendable {
  package let rows: [MarkdownRow]
  /// How many of the rows are the header: at least one.
  package let headerRows: Int
  package let range: SourceRange

  package init(rows: [MarkdownRow], headerRows: Int, range: SourceRange) {
    (self.rows, self.headerRows, self.range) = (rows, headerRows, range)
  }

  /// The table, in whose header each column has the name that `isName` knows, where it has several above one another,
  /// or else the lowest.
  package func table(naming isName: (String) -> Bool) -> MarkdownTable {
    let width = rows[..<headerRows].map(\.cells.count).max() ?? 0
    let cells = (0..<width).map { column in
      let names = rows[..<headerRows].reversed().compactMap { row in
        column < row.cells.count && !row.cells[column].isBlank ? row.cells[column] : nil
      }
      return names.first { isName($0.string) } ?? names.first ?? PlanText("", range: rows[0].range.emptyEnd)
    }
    let header = MarkdownRow(cells: cells, range: rows[0].range.lowerBound..<rows[headerRows - 1].range.upperBound)
    return MarkdownTable(header: header, rows: Array(rows[headerRows...]), range: range)
  }
}

extension SourceRange {
  /// The place behind the stretch.
  var emptyEnd: SourceRange { upperBound..<upperBound }
}

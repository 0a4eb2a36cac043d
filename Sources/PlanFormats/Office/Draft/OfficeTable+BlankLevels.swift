import PlanModel
import PlanText

extension OfficeTable {
  /// The table with the cells merged that a program without merged cells left blank: in a table of measures a blank
  /// below the name of a level is that name, as long as no level to its left begins anew.
  var mergingBlankLevels: OfficeTable {
    guard let header = DraftHeader(self), header.holdsMeasures else { return self }
    let levels = header.columns.indices.filter { header.columns[$0].isLevel }
    var rows = rows
    // The row and cell that each level continues.
    var open: [Int: Owner] = [:]
    for row in rows.indices.dropFirst(header.titleRows + header.rows) {
      var isAnew = false
      for column in levels {
        if let cell = rows[row].cells.firstIndex(where: { $0.column == column }) {
          // On the next page a name stands again.
          let last = open[column].map { rows[$0.row].cells[$0.cell].blocks.text }
          isAnew = isAnew || last.map { NameKey($0) != NameKey(rows[row].cells[cell].blocks.text) } ?? true
          open[column] = Owner(row: row, cell: cell)
        } else if isAnew {
          open[column] = nil
        } else if let owner = open[column], rows[owner.row].cells[owner.cell].columns == 1 {
          rows[owner.row].cells[owner.cell].rows = row - owner.row + 1
        }
      }
    }
    return OfficeTable(rows: rows, number: number)
  }
}

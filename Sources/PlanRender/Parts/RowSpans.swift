import PlanText

/// Which cells of a table are one to people.
struct RowSpans {
  /// The rows at which another name of the first hierarchy column begins, and 0. No cell reaches over them.
  let groups: [Range<Int>]
  /// For each cell how many rows it takes; 0 where it is part of the cell above.
  private let spans: [[Int]]

  /// More rows than this a cell cannot have in HTML.
  private static let most = 65_534

  /// What is one cell in a table; nothing where labels are to be repeated.
  init(_ table: TableView, repeatsLabels: Bool = false) {
    let depth = table.columns.prefix(while: \.isHierarchy).count
    var spans = table.rows.map { $0.map { _ in 1 } }
    var starts = table.rows.isEmpty ? [] : [0]
    /// The row in which the cell of each column began.
    var began = table.columns.map { _ in 0 }
    for row in table.rows.indices.dropFirst() {
      let (cells, above) = (table.rows[row], table.rows[row - 1])
      var same = zip(cells, above).prefix(depth).prefix { $0 == $1 }.count
      if row - (starts.last ?? 0) >= Self.most { same = 0 }
      let isGroup = depth > 0 ? same == 0 : row - (starts.last ?? 0) >= Self.most
      if isGroup { starts.append(row) }
      for column in cells.indices {
        let joins = column < depth ? column < same : cells[column].origin != nil && cells[column] == above[column]
        if joins, !isGroup, !repeatsLabels {
          spans[began[column]][column] += 1
          spans[row][column] = 0
        } else {
          began[column] = row
        }
      }
    }
    self.spans = spans
    groups = zip(starts, starts.dropFirst() + [table.rows.count]).map { $0..<$1 }
  }

  /// How many rows each cell of a row takes.
  func spans(row: Int) -> [Int] { spans[row] }

  /// How many rows a cell takes; 0 where it is part of the cell above.
  func span(row: Int, column: Int) -> Int { spans[row][column] }
}

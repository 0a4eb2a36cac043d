import PlanModel
import PlanText

/// A table whose columns are known by their meaning.
struct NamedTable<Column: TableColumn> {
  /// One row: its cells by column. A missing cell is empty.
  struct Row {
    /// The columns of all cells, as they stand in the table.
    fileprivate let columns: [Column?]
    fileprivate let row: MarkdownRow
    /// The cells, in which 同上 is what it stands for.
    fileprivate let cells: [PlanText]
    /// The places of the columns that nobody knows, and what they are called.
    fileprivate let ownNames: [(index: Int, name: String)]
    var range: SourceRange { row.range }

    /// The cells of the columns that nobody knows, without those that are blank.
    var extra: [NamedText] {
      ownNames.compactMap { index, name in
        index < cells.count && !cells[index].isBlank ? NamedText(name: name, text: cells[index]) : nil
      }
    }

    subscript(column: Column) -> PlanText {
      guard let index = columns.firstIndex(of: column), index < cells.count else {
        return PlanText("", range: range.lowerBound..<range.lowerBound)
      }
      return cells[index]
    }

    /// Whether the cell of a column continues the one above, whose words it has.
    func continues(_ column: Column) -> Bool {
      columns.firstIndex(of: column).map(row.continued.contains) ?? false
    }

    /// The column in which the cell of a column begins, where it spans several; nil for one that nobody knows.
    func owner(of column: Column) -> Column? {
      guard var index = columns.firstIndex(of: column) else { return nil }
      while index > 0, row.joined.contains(index) { index -= 1 }
      return columns[index]
    }

    /// The words of a row that is one cell across all columns, or has no other words, and so is a heading of those below.
    var onlyCell: PlanText? {
      let filled = cells.indices.filter { !row.joined.contains($0) && !cells[$0].isBlank }
      return filled.count == 1 && cells.count > 1 ? cells[filled[0]] : nil
    }

    /// Whether it is one cell across all columns.
    var isJoined: Bool { cells.count > 1 && row.joined.count == cells.count - 1 }
  }

  let columns: [Column]
  /// What the table calls them.
  let names: [String]
  let rows: [Row]
  /// Whether cells span rows or columns in it, so that an empty one is empty.
  let hasSpans: Bool

  /// Reads a table, reporting columns that are unknown, missing or repeated and rows of another width. In columns that
  /// are `literal` 同上 are words like any other. Where rows keep what others have (`keepsOthers`), an unknown column is
  /// one of the plan's own, unless its name is a slip.
  init(
    _ table: MarkdownTable, literal: [Column] = [], keepsOthers: Bool = false, problems: inout ProblemList
  ) {
    let (header, body) = Self.header(of: table)
    var columns: [Column?] = []
    var ownNames: [(index: Int, name: String)] = []
    var seenNames: Set<String> = []
    for (cell, meaning) in zip(header.cells, Column.columns(named: header.cells.map(\.string))) {
      var column = meaning
      if let column, columns.contains(column) {
        problems.add(.repeatedColumn(column.name), at: cell.range)
      } else if column == nil {
        let suggestion = FieldSlip.intended(
          by: NameKey(cell.string).text, amongGroups: Column.allCases.map(\.names))
        if keepsOthers, suggestion == nil, !cell.isBlank {
          let name = cell.string.trimmingWhiteSpace()
          if !seenNames.insert(name).inserted { problems.add(.repeatedColumn(name), at: cell.range) }
          ownNames.append((columns.count, name))
          columns.append(nil)
          continue
        }
        problems.add(
          .unknownColumn(cell.string, suggestion: suggestion, known: Column.allCases.map(\.name)),
          at: cell.range.isEmpty ? header.range : cell.range)
        // It is read as what was probably meant, so that nothing else has to be said about what stands below it.
        if let meant = suggestion.flatMap(Column.named),
          !header.cells.contains(where: { Column.named($0.string) == meant }), !columns.contains(meant)
        {
          column = meant
        }
      }
      columns.append(column)
    }
    for column in Column.allCases where column.isRequired && !columns.contains(column) {
      problems.add(.missingColumn(column.name), at: header.range)
    }
    self.columns = columns.compactMap { $0 }
    self.names = zip(columns, header.cells).compactMap { $0 == nil ? nil : $1.string.trimmingWhiteSpace() }
    hasSpans = table.rows.contains { !$0.continued.isEmpty || !$0.joined.isEmpty }
    let names = table.header.cells.map { NameKey($0.string).text }
    var rows: [Row] = []
    rows.reserveCapacity(body.count)
    var above = CellsAbove(width: columns.count, bytes: table.range.count)
    for row in body {
      if names.count > 1, row.cells.count == names.count, zip(row.cells, names).allSatisfy(Self.isCalled) {
        problems.add(.repeatedHeader, at: row.range)
        continue
      }
      if row.cells.count != columns.count {
        problems.add(.cellCount(found: row.cells.count, expected: columns.count), at: row.range)
      }
      var cells = row.cells
      for index in cells.indices.prefix(columns.count) {
        guard let column = columns[index], !literal.contains(column), !cells[index].isBlank else { continue }
        if cells[index].string.saysSameAsAbove, let same = above.copy(of: index) { cells[index] = same }
        above[index] = cells[index]
      }
      rows.append(Row(columns: columns, row: row, cells: cells, ownNames: ownNames))
    }
    self.rows = rows
  }

  /// Whether a cell holds a name, whose folded form is `key`. Most cells are too long to.
  private static func isCalled(_ cell: PlanText, _ key: String) -> Bool {
    cell.string.utf8.count <= 3 * key.utf8.count + 24 && NameKey(cell.string).text == key
  }

  /// The header, and the rows below it. Where names stand in the first row too, in columns that the header leaves
  /// without a known name, it is the lower half of the header.
  private static func header(of table: MarkdownTable) -> (MarkdownRow, ArraySlice<MarkdownRow>) {
    let header = table.header
    guard let lower = table.rows.first, lower.cells.count == header.cells.count else {
      return (header, table.rows[...])
    }
    var cells: [PlanText] = []
    for (above, below) in zip(header.cells, lower.cells) {
      guard below.isBlank || Column.named(below.string) != nil && (above.isBlank || Column.named(above.string) == nil)
      else {
        return (header, table.rows[...])
      }
      cells.append(below.isBlank ? above : below)
    }
    guard lower.cells.contains(where: { !$0.isBlank }) else { return (header, table.rows[...]) }
    return (
      MarkdownRow(cells: cells, range: header.range.lowerBound..<lower.range.upperBound), table.rows.dropFirst()
    )
  }
}

/// The last words in each column of a table. Cells that repeat them are no more than a few times as long as the file.
struct CellsAbove {
  private var cells: [PlanText?]
  private var bytesLeft: Int

  init(width: Int, bytes: Int) {
    cells = Array(repeating: nil, count: width)
    bytesLeft = 8 * bytes + 4096
  }

  subscript(column: Int) -> PlanText? {
    get { cells[column] }
    set { cells[column] = newValue }
  }

  /// The words, for a cell that repeats them; nil where there are none, or they were repeated too often.
  mutating func copy(of column: Int) -> PlanText? {
    guard let cell = cells[column], bytesLeft >= cell.string.utf8.count else { return nil }
    bytesLeft -= cell.string.utf8.count
    return cell
  }
}

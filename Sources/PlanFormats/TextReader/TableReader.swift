import PlanModel
import PlanText

/// A pipe table whose columns are known by their meaning.
struct NamedTable<Column: TableColumn> {
  /// One row: its cells by column. A missing cell is empty.
  struct Row {
    /// The columns of all cells, as they stand in the table.
    fileprivate let columns: [Column?]
    fileprivate let cells: [PlanText]
    let range: SourceRange

    subscript(column: Column) -> PlanText {
      guard let index = columns.firstIndex(of: column), index < cells.count else {
        return PlanText("", range: range.lowerBound..<range.lowerBound)
      }
      return cells[index]
    }
  }

  let columns: [Column]
  let rows: [Row]

  /// Reads a table, reporting columns that are unknown, missing or repeated and rows of another width.
  init(_ table: MarkdownTable, problems: inout ProblemList) {
    var columns: [Column?] = []
    for cell in table.header.cells {
      var column = Column.named(cell.string)
      if let column, columns.contains(column) {
        problems.add(.repeatedColumn(column.name), at: cell.range)
      } else if column == nil {
        let names = Column.allCases.flatMap(\.names)
        let suggestion = FieldSlip.intended(by: NameKey(cell.string).text, among: names)
        problems.add(
          .unknownColumn(cell.string, suggestion: suggestion, known: Column.allCases.map(\.name)),
          at: cell.range.isEmpty ? table.header.range : cell.range)
        // It is read as what was probably meant, so that nothing else has to be said about what stands below it.
        if let meant = suggestion.flatMap(Column.named),
          !table.header.cells.contains(where: { Column.named($0.string) == meant }), !columns.contains(meant)
        {
          column = meant
        }
      }
      columns.append(column)
    }
    for column in Column.allCases where column.isRequired && !columns.contains(column) {
      problems.add(.missingColumn(column.name), at: table.header.range)
    }
    self.columns = columns.compactMap { $0 }
    rows = table.rows.map { row in
      if row.cells.count != columns.count {
        problems.add(.cellCount(found: row.cells.count, expected: columns.count), at: row.range)
      }
      return Row(columns: columns, cells: row.cells, range: row.range)
    }
  }
}

/// Turns the pipe tables of a plan into its parts.
enum TableReader {
  /// 措施調查表. An empty cell in the first two columns means the one above.
  static func survey(_ table: MarkdownTable, problems: inout ProblemList) -> [SurveyRow] {
    let named = NamedTable<SurveyColumn>(table, problems: &problems)
    var rows: [SurveyRow] = []
    for row in named.rows {
      let isNewDimension = !row[.dimension].isBlank
      let dimension = isNewDimension ? row[.dimension] : rows.last?.dimension ?? row[.dimension]
      let item = row[.item].isBlank && !isNewDimension ? rows.last?.item ?? row[.item] : row[.item]
      rows.append(SurveyRow(dimension: dimension, item: item, name: row[.name], text: row[.text]))
    }
    return rows
  }

  /// 編組名冊. An empty 組別 means the one above.
  static func taskForce(_ table: MarkdownTable, problems: inout ProblemList) -> [Member] {
    let named = NamedTable<MemberColumn>(table, problems: &problems)
    let hasGroups = named.columns.contains(.group)
    var members: [Member] = []
    for row in named.rows {
      let group = hasGroups ? (row[.group].isBlank ? members.last?.group ?? row[.group] : row[.group]) : nil
      members.append(
        Member(
          group: group, role: row[.role], post: row[.post], name: row[.name], duty: row[.duty], remark: row[.remark]))
    }
    return members
  }

  /// 提案人員
  static func contributors(_ table: MarkdownTable, problems: inout ProblemList) -> [Contributor] {
    NamedTable<ContributorColumn>(table, problems: &problems).rows.map { row in
      Contributor(role: row[.role], name: row[.name], share: row[.share])
    }
  }

  /// 單位表. Several aliases stand in one cell.
  static func units(_ table: MarkdownTable, problems: inout ProblemList) -> UnitTable {
    let named = NamedTable<UnitColumn>(table, problems: &problems)
    return UnitTable(
      units: named.rows.map { row in
        UnitTable.Unit(
          name: row[.name], aliases: UnitList(row[.aliases]).units, parent: row[.parent].isBlank ? nil : row[.parent],
          nature: row[.nature].isBlank ? nil : row[.nature])
      })
  }
}

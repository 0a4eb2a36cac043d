import PlanModel
import PlanText

// Surveys, rosters, unit tables and inspection logs, which are pipe tables.
extension PlanTextWriter {
  /// A table with the columns that the form has, or with the usual ones where these are not among them.
  private func table<Column: TableColumn>(_ names: [String]?, usual: [Column], rows: [TableRow<Column>]) -> [String] {
    let columns = TableRow.columns(named: names, usual: usual, of: rows)
    return PipeTable.lines(header: columns.map(\.name), rows: rows.map { row in columns.map { row[$0] } })
  }

  func surveyTable(_ rows: [SurveyRow], names: [String]?) -> [String] {
    var previous: SurveyRow?
    var cells: [TableRow<SurveyColumn>] = []
    for row in rows {
      // An empty item under an empty dimension would be the item above; under a dimension of its own it is none.
      let isNoItem = row.item.isBlank && previous?.item.isBlank == false
      let sameDimension = !isNoItem && previous?.dimension.string == row.dimension.string
      let sameItem = sameDimension && previous?.item.string == row.item.string
      cells.append(
        TableRow(
          [
            .dimension: sameDimension ? "" : row.dimension.string, .item: sameItem ? "" : row.item.string,
            .name: row.name.string, .text: row.text.string,
          ], extra: row.extra))
      previous = row
    }
    return table(names, usual: SurveyColumn.allCases, rows: cells)
  }

  func memberTable(_ members: [Member], names: [String]?) -> [String] {
    var previous = ""
    let rows = members.map { member in
      let group = member.group?.string ?? ""
      defer { previous = group }
      let cells = MemberColumn.allCases.map { ($0, $0 == .group && group == previous ? "" : member[$0]) }
      return TableRow(Dictionary(uniqueKeysWithValues: cells), extra: member.extra)
    }
    return table(names, usual: MemberColumn.columns(of: members), rows: rows)
  }

  func unitTable(_ table: UnitTable, names: [String]?) -> [String] {
    self.table(names, usual: UnitColumn.allCases, rows: table.units.map(\.row))
  }

  mutating func write(_ group: InspectionGroup) {
    write(group.comments)
    if let heading = group.heading { block("### " + heading.string) }
    if !group.slots.isEmpty || !group.items.isEmpty || group.heading == nil {
      block(
        PipeTable.lines(
          header: [InspectionColumn.item.name] + group.slots.map(\.text.string),
          rows: group.items.map { [$0.words] + $0.cells.map(\.text.string) }))
    }
    if let text = group.text { block(text.string) }
  }
}

/// A pipe table in its plainest form.
enum PipeTable {
  static func lines(header: [String], rows: [[String]]) -> [String] {
    func line(_ cells: [String]) -> String {
      cells.reduce("|") { $0 + " " + ($1.isEmpty ? "" : TableCell.escape($1) + " ") + "|" }
    }
    return [line(header), line(header.map { _ in "---" })] + rows.map(line)
  }
}

extension SectionContent {
  /// The columns that a survey, roster or unit table is written with where the form has no others.
  var usualColumnNames: [String]? {
    switch self {
    case .survey(let rows): SurveyColumn.allCases.map(\.name) + rows.lazy.map(\.extra).columnNames
    case .taskForce(let members):
      MemberColumn.columns(of: members).map(\.name) + members.lazy.map(\.extra).columnNames
    case .units(let table): UnitColumn.allCases.map(\.name) + table.units.lazy.map(\.extra).columnNames
    default: nil
    }
  }
}

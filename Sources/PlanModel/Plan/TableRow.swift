import PlanText

/// One row of a table that is no table of measures: what stands in its columns, and in those of the plan's own.
package struct TableRow<Column: TableColumn> {
  /// A column as a table has it: what it is called, and what it is; nil for one of the plan's own.
  package typealias Heading = (name: String, column: Column?)

  private let cells: [Column: String]
  private let extra: [NamedText]
  /// The texts of the plan's own columns by their names.
  private let own: [String: String]

  package init(_ cells: [Column: String], extra: [NamedText]) {
    (self.cells, self.extra) = (cells, extra)
    own = Dictionary(extra.map { ($0.name, $0.text.string) }) { first, _ in first }
  }

  init(_ text: (Column) -> String, extra: [NamedText]) {
    self.init(Dictionary(uniqueKeysWithValues: Column.allCases.map { ($0, text($0)) }), extra: extra)
  }

  package subscript(heading: Heading) -> String {
    heading.column.map { cells[$0, default: ""] } ?? own[heading.name, default: ""]
  }

  /// The columns that the form has, as it calls them; the usual ones and behind them those of the plan's own, where the
  /// form has no names of its own or lacks a column in which something stands.
  package static func columns(named names: [String]?, usual: [Column], of rows: [TableRow]) -> [Heading] {
    let extra = rows.lazy.map(\.extra).columnNames
    let own: [Heading] = (names ?? []).map { (name: $0.trimmingWhiteSpace(), column: Column.named($0)) }
    let known = own.compactMap(\.column)
    let others = own.filter { $0.column == nil }.map(\.name)
    let otherNames = Set(others)
    let isWhole =
      usual.allSatisfy { column in known.contains(column) || rows.allSatisfy { $0.cells[column, default: ""].isEmpty } }
      && extra.allSatisfy(otherNames.contains)
    guard names != nil, isWhole, Set(known).count == known.count, otherNames.count == others.count else {
      return usual.map { ($0.name, $0) } + extra.map { ($0, nil) }
    }
    return own
  }
}

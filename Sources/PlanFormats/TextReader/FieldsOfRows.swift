import PlanModel
import PlanText

/// What the rows of a table of measures say of a measure: the row it stands in, and those over which its cell spans.
struct FieldsOfRows {
  typealias Row = NamedTable<MeasureColumn>.Row

  /// The first row of the measure that is not added yet.
  var row: Row?
  private let fields: [MeasureColumn]
  /// What the table calls them.
  private let names: [String]
  /// The words of each field, those of further rows included.
  private var parts: [[PlanText]]
  /// The words above in each column, and in which group they stand.
  private var above: CellsAbove
  private var groups: [Int]
  private var group = 0
  /// The empty cells of each column that go on with the one above.
  private var continued: [[SourceRange]]
  /// Whether no column says where a measure stands.
  let hasNoLevels: Bool
  /// Whether an empty cell is what became of one that spans rows: in spellings that cannot say so.
  private let hasNoSpans: Bool

  init(_ table: NamedTable<MeasureColumn>, bytes: Int) {
    let places = table.columns.indices.filter { table.columns[$0].isOwn || table.columns[$0].isField }
    fields = places.map { table.columns[$0] }
    names = places.map { table.names[$0] }
    parts = Array(repeating: [], count: fields.count)
    above = CellsAbove(width: fields.count, bytes: bytes)
    groups = Array(repeating: 0, count: fields.count)
    continued = parts.map { _ in [] }
    hasNoSpans = !table.hasSpans
    hasNoLevels = !table.columns.contains(where: \.isLevel)
  }

  /// A heading begins: what stands above it says nothing of what stands below.
  mutating func beginGroup() { group += 1 }

  mutating func begin(_ row: Row) {
    self.row = row
    for index in fields.indices { parts[index] = [cell(index, row)] }
  }

  /// Adds a row whose measure is that of the row above, in one cell with it; false for any other.
  mutating func goOn(with further: Row) -> Bool {
    guard row != nil, further.continues(.measure) else { return false }
    for index in fields.indices where !further.continues(fields[index]) {
      let cell = cell(index, further)
      if !cell.isBlank { parts[index].append(cell) }
    }
    return true
  }

  /// The fields that there are, in a row with a measure or without one.
  mutating func words(ofMeasure isMeasure: Bool) -> [(MeasureColumn, PlanText)] {
    var words: [(MeasureColumn, PlanText)] = []
    for (index, field) in fields.enumerated() {
      let isSpanning = MeasureColumn.spanning.contains(field)
      let written = parts[index].filter { !$0.isBlank && !(isSpanning && $0.string == TableCell.empty) }
      let goesOn = isSpanning && hasNoSpans && parts[index].allSatisfy(\.isBlank)
      if !written.isEmpty {
        words.append((field, PlanText(joining: written)))
        (above[index], groups[index]) = (written[written.count - 1], group)
      } else if isMeasure, goesOn, groups[index] == group, let same = above.copy(of: index) {
        words.append((field, same))
        continued[index].append(parts[index][0].range)
      } else if isMeasure {
        above[index] = nil
      }
    }
    return words
  }

  /// What goes on with the cells above, a column each.
  func continuedCells(mayMend: Bool) -> [ContinuedCells] {
    fields.indices.filter { !continued[$0].isEmpty }.map { index in
      ContinuedCells(
        column: names[index], places: continued[index],
        mend: mayMend
          ? Mend(edits: continued[index].map { ($0, " " + String.wordsForAbove[0]) }, isCertain: false) : nil)
    }
  }

  /// The cell of a field. Words across it and the measure before it are the measure's.
  private func cell(_ index: Int, _ row: Row) -> PlanText {
    let column = fields[index]
    if let owner = row.owner(of: column), owner.isOwn || owner.isField { return row[column] }
    return PlanText("", range: row[column].range.lowerBound..<row[column].range.lowerBound)
  }
}

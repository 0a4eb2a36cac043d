import PlanText

/// How wide the columns of a table are, so that the table is as low as it can be and no short word stands on two lines.
///
/// A browser left to itself gives long texts nearly everything: Chinese may break anywhere, so it thinks a column of
/// one character is fine.
struct ColumnWidths {
  /// About as many half-width characters as fit on a line of A4 landscape.
  private static let page = 160.0

  /// Whole percentages, one a column, that add up to 100.
  let percentages: [Int]

  /// The widths for a table some of whose cells are for several rows.
  init(of table: TableView, spans: RowSpans) { percentages = Self.percentages(of: table, spans: spans) }

  /// About how many lines a cell takes on paper.
  func lines(of cell: TableView.Cell, in column: Int) -> Int {
    let width = max(1, Int(Self.page) * percentages[column] / 100)
    return (cell.text + cell.addition).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) {
      $0 + max(1, (DisplayWidth.of(String($1)) + width - 1) / width)
    }
  }

  private static func percentages(of table: TableView, spans: RowSpans) -> [Int] {
    guard !table.columns.isEmpty else { return [] }
    let needs = table.columns.indices.map { need(of: $0, in: table, spans: spans) }
    let least = needs.reduce(0) { $0 + $1.least }
    let shares = needs.reduce(0) { $0 + $1.share }
    let rest = max(0, page - least)
    let widths = needs.map { $0.least + (shares > 0 ? rest * $0.share / shares : rest / Double(needs.count)) }
    let whole = widths.reduce(0, +)
    var percentages = widths.map { max(1, Int(($0 / whole * 100).rounded(.down))) }
    if let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      percentages[widest] = max(1, percentages[widest] + 100 - percentages.reduce(0, +))
    }
    return percentages
  }

  /// The least width of a column, and what it asks for of the rest: more for more text, but not in proportion.
  private static func need(of column: Int, in table: TableView, spans: RowSpans) -> (least: Double, share: Double) {
    var amount = 0
    var longest = 0
    for row in table.rows.indices where spans.span(row: row, column: column) > 0 {
      let cell = table.rows[row][column]
      for line in (cell.text + cell.addition).split(whereSeparator: \.isNewline) {
        let width = DisplayWidth.of(String(line))
        amount += width
        longest = max(longest, width)
      }
    }
    let title = DisplayWidth.of(table.columns[column].title)
    // Dates and numbers stay on one line; names that stand once for many rows need not.
    let short = table.columns[column].isHierarchy ? 8 : 14
    // A column without words is there to be filled in by hand. Padding takes about four.
    let least = Double(longest == 0 ? 16 : max(min(title, 8), longest <= short ? longest : 8) + 4)
    let excess = Double(amount) / Double(max(1, table.rows.count)) - least
    return (least, longest > short ? max(excess, 1).squareRoot() : 0)
  }
}

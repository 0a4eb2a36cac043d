import PlanText

/// How wide the columns of a table are, so that the table is as low as it can be and no short word stands on two lines.
///
/// A browser left to itself gives long texts nearly everything: Chinese may break anywhere, so it thinks a column of
/// one character is fine.
struct ColumnWidths {
  /// What a line of a page has room for.
  struct Paper {
    /// About as many half-width characters.
    let width: Int
    /// How many of them the padding of a column takes.
    let padding: Int
    /// Whether columns are as wide as their words where these fit, and headings may stand on more lines where columns
    /// are many.
    let isFitted: Bool

    /// A4 landscape in small print, as web pages are printed.
    static let web = Paper(width: 160, padding: 4, isFitted: false)
  }

  private let paper: Paper
  /// Whole percentages, one a column, that add up to 100.
  let percentages: [Int]

  /// The widths for a table some of whose cells are for several rows.
  init(of table: TableView, spans: RowSpans, on paper: Paper = .web) {
    self.paper = paper
    percentages = Self.percentages(of: table, spans: spans, on: paper)
  }

  /// The same as parts of a width, which they add up to.
  func widths(of whole: Int) -> [Int] {
    let sum = max(1, percentages.reduce(0, +))
    var (done, given) = (0, 0)
    return percentages.map { percentage in
      done += percentage
      let width = whole * done / sum - given
      given += width
      return width
    }
  }

  /// About how many lines a cell takes on paper.
  func lines(of cell: TableView.Cell, in column: Int) -> Int {
    let width = max(1, paper.width * percentages[column] / 100)
    return (cell.text + cell.addition).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) {
      $0 + max(1, (DisplayWidth.of(String($1)) + width - 1) / width)
    }
  }

  /// A row of more lines may be broken between two pages, which have about 30 of them or more.
  private static let longestUnbroken = 10

  /// Whether a row is so high that a page could be half empty if it were not broken. Cells for several rows do not
  /// count.
  func isLong(_ row: Int, of table: TableView, spans: RowSpans) -> Bool {
    table.columns.indices.contains { column in
      spans.span(row: row, column: column) == 1 && lines(of: table.rows[row][column], in: column) > Self.longestUnbroken
    }
  }

  private static func percentages(of table: TableView, spans: RowSpans, on paper: Paper) -> [Int] {
    guard !table.columns.isEmpty else { return [] }
    let page = Double(paper.width)
    var needs = table.columns.indices.map { need(of: $0, in: table, spans: spans, on: paper) }
    if paper.isFitted, needs.reduce(0, { $0 + $1.least }) > page / 2 {
      needs = table.columns.indices.map { need(of: $0, in: table, spans: spans, on: paper, titleWidth: 6) }
    }
    let least = needs.reduce(0) { $0 + $1.least }
    let shares = needs.reduce(0) { $0 + $1.share }
    let rest = max(0, page - least)
    let isNatural = paper.isFitted && needs.reduce(0) { $0 + $1.natural } <= page
    let widths = needs.map {
      isNatural ? $0.natural : $0.least + (shares > 0 ? rest * $0.share / shares : rest / Double(needs.count))
    }
    let whole = widths.reduce(0, +)
    var percentages = widths.map { max(1, Int(($0 / whole * 100).rounded(.down))) }
    // What is left over goes to the longest text; one that is empty has no use for it.
    let hasTexts = paper.isFitted && shares > 0 && !isNatural
    if let widest = widths.indices.max(by: {
      hasTexts ? needs[$0].share < needs[$1].share : widths[$0] < widths[$1]
    }) {
      percentages[widest] = max(1, percentages[widest] + 100 - percentages.reduce(0, +))
    }
    return percentages
  }

  /// The least width of a column, that at which nothing in it is broken, and what it asks for of the rest: more for more
  /// text, but not in proportion.
  private static func need(
    of column: Int, in table: TableView, spans: RowSpans, on paper: Paper, titleWidth: Int = 8
  ) -> (least: Double, natural: Double, share: Double) {
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
    // With one more, 評核項目 stands on one line; without it its last character would stand alone on a second.
    let leastTitle = titleWidth < 8 && title == 8 ? titleWidth + 1 : min(title, titleWidth)
    // Dates and numbers stay on one line; names that stand once for many rows need not.
    let short = table.columns[column].isHierarchy ? 8 : 14
    // A column without words is there to be filled in by hand; among many columns it is as wide as its title.
    let least = Double(
      longest == 0
        ? (titleWidth < 8 ? titleWidth : 16)
        : max(leastTitle, longest <= short ? longest : 8) + paper.padding)
    let excess = Double(amount) / Double(max(1, table.rows.count)) - least
    return (
      least, max(least, Double(max(longest, title) + paper.padding)), longest > short ? max(excess, 1).squareRoot() : 0
    )
  }
}

/// Puts the cells of a table into rows and columns: one that spans several counts in each of them.
///
/// What it makes is bounded by the stretch of the file that the table takes, whatever numbers stand in it.
struct GridBuilder {
  private var rows: [MarkdownRow] = []
  private var cells: [PlanText] = []
  private var continued: Set<Int> = []
  private var joined: Set<Int> = []
  /// The cells of earlier rows that reach into this one, by their columns.
  private var reaching: [Reach?] = []
  /// How many more cells there may be.
  private var cellsLeft: Int
  /// How many bytes of words may stand in cells beside the ones that the file has.
  private var bytesLeft: Int

  private static let mostHeaderRows = 4

  private struct Reach {
    let text: PlanText
    var rows: Int
    let isJoined: Bool
  }

  /// A cell takes four bytes of a file at least: `<td>`.
  init(tableOf bytes: Int) {
    cellsLeft = bytes / 4 + 64
    bytesLeft = bytes * 4 + 1024
  }

  /// Whether the spans ask for more than a table of that size can mean.
  var isTooLarge: Bool { cellsLeft < 0 || bytesLeft < 0 }
  var rowCount: Int { rows.count }
  var isInRow: Bool { !cells.isEmpty }

  /// Adds a cell to the row. A span of less than 1 reaches to the end of the group of rows.
  mutating func add(_ text: PlanText, rows spanned: Int, columns: Int) {
    fillReaching()
    for column in 0..<max(1, columns) {
      guard !isTooLarge else { return }
      if spanned != 1 {
        while reaching.count <= cells.count { reaching.append(nil) }
        reaching[cells.count] = Reach(text: text, rows: spanned < 1 ? .max : spanned - 1, isJoined: column > 0)
      }
      if column > 0 { joined.insert(cells.count) }
      append(text, isCopy: column > 0)
    }
  }

  mutating func endRow(_ range: SourceRange) {
    fillReaching()
    while let next = reaching.indices.last(where: { reaching[$0] != nil }), next >= cells.count, !isTooLarge {
      append(PlanText("", range: range.upperBound..<range.upperBound), isCopy: false)
      fillReaching()
    }
    rows.append(MarkdownRow(cells: cells, range: range, continued: continued, joined: joined))
    // What began in this row has its rows before it.
    (cells, continued, joined) = ([], [], [])
  }

  /// Ends a group of rows, out of which no cell reaches.
  mutating func endGroup() { reaching = [] }

  /// The rows, the first of them the header; nil where there is none, or the spans ask for too many.
  func grid(headerRows: Int, range: SourceRange) -> Grid? {
    guard !isTooLarge, !rows.isEmpty else { return nil }
    var count = max(1, min(headerRows, rows.count))
    // No name of a column reaches down into what stands below it.
    while count < rows.count, !rows[count].continued.isEmpty, count < Self.mostHeaderRows { count += 1 }
    return Grid(rows: rows, headerRows: count, range: range)
  }

  private mutating func append(_ text: PlanText, isCopy: Bool) {
    cellsLeft -= 1
    if isCopy { bytesLeft -= text.string.utf8.count }
    cells.append(text)
  }

  /// Adds the cells of earlier rows that reach into the next columns.
  private mutating func fillReaching() {
    while cells.count < reaching.count, let reach = reaching[cells.count], !isTooLarge {
      // One of the row itself was added with it.
      continued.insert(cells.count)
      if reach.isJoined { joined.insert(cells.count) }
      let isLast = reach.rows <= 1
      reaching[cells.count] =
        isLast ? nil : Reach(text: reach.text, rows: reach.rows - 1, isJoined: reach.isJoined)
      append(reach.text, isCopy: true)
    }
  }
}

import PlanText

/// Keeps what is printed again and again from growing faster than what is printed once.
///
/// A view repeats texts: a measure under each of its units, a deadline on each of its days. That is what tables are
/// for, and a plan that people write is printed whole. But a long text for thousands of rows would make a file that no
/// program opens. So what is repeated may be some times as long as what is not; from there on a long text that was
/// printed already is its first words, and the row in which it stands whole.
struct RepeatedTexts {
  /// A shorter text is always printed whole, in UTF-8 bytes.
  private static let short = 240
  /// How many characters are left of a text.
  private static let excerpt = 24
  /// How much may be repeated, in UTF-8 bytes: so much in any case, and so many times what was printed once.
  private static let least = 1 << 20
  private static let most = 8

  /// What the row is called in which a text stands whole.
  private let row: (Int) -> String
  /// The row in which each text of the table was first printed, by its number.
  private var rows: [TextKey: Int] = [:]
  private var own = 0
  private var repeated = 0

  /// Texts in rows that are called by their number in the table, from 1, unless they have another name.
  init(row: @escaping (Int) -> String = { "本表第\($0)列" }) { self.row = row }

  /// Begins with a table: what another table has, nobody would look for there.
  mutating func beginTable() { rows = [:] }

  /// The text of a cell as it is to be printed in a row of some number.
  mutating func printed(_ text: String, row: Int) -> String {
    let length = text.utf8.count
    guard length > Self.short else {
      own += length
      return text
    }
    guard let first = rows[TextKey(text: text)] else {
      rows[TextKey(text: text)] = row
      own += length
      return text
    }
    if repeated + length <= Self.least + own * Self.most {
      repeated += length
      return text
    }
    return "\(text.excerpt(Self.excerpt))（全文見\(self.row(first))）"
  }

  /// A table with the cells as they are to be printed. Those for which `isPrinted` is false, by row and column, are
  /// part of another cell.
  mutating func printed(_ table: TableView, isPrinted: (Int, Int) -> Bool) -> TableView {
    beginTable()
    var changed: [[TableView.Cell]]?
    for row in table.rows.indices {
      for column in table.rows[row].indices where isPrinted(row, column) {
        let cell = table.rows[row][column]
        guard cell.text.utf8.count > Self.short else {
          own += cell.text.utf8.count
          continue
        }
        let text = printed(cell.text, row: row + 1)
        guard text.utf8.count != cell.text.utf8.count else { continue }
        if changed == nil { changed = table.rows }
        changed?[row][column] = TableView.Cell(text, addition: cell.addition, origin: cell.origin)
      }
    }
    guard let changed else { return table }
    return TableView(
      title: table.title, intro: table.intro, columns: table.columns, rows: changed, closing: table.closing)
  }
}

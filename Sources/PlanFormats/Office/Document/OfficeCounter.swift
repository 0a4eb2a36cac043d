import PlanText

/// Counts paragraphs and tables while a document is read, and notes what is left out.
struct OfficeCounter {
  let part: String
  private(set) var paragraphs = 0
  private(set) var tables = 0
  private(set) var leftOut: [LeftOut] = []
  var pendingChanges = 0
  /// The places of the cells that are being read, the innermost last.
  private var cells: [OfficePlace.Cell] = []
  /// How many paragraphs each of them has so far.
  private var inCell: [Int] = []
  /// How many bytes of words may still be repeated because a number in the file says so.
  var copiesLeft: Int

  /// `size` is that of the part, in bytes.
  init(part: String, size: Int) {
    self.part = part
    copiesLeft = 4 * size + 1 << 16
  }

  /// The place of the next paragraph; one without words is not counted, for nobody sees it.
  mutating func place(content: Range<Int>, hasWords: Bool) -> OfficePlace {
    let number: Int
    if cells.isEmpty {
      paragraphs += hasWords ? 1 : 0
      number = paragraphs
    } else {
      inCell[inCell.count - 1] += hasWords ? 1 : 0
      number = inCell[0]
    }
    return OfficePlace(part: part, paragraph: max(1, number), content: content, cell: cells.first)
  }

  /// The number of the next table.
  mutating func nextTable() -> Int {
    tables += 1
    return tables
  }

  mutating func enter(table: Int, row: Int, column: Int) {
    cells.append(OfficePlace.Cell(table: table, row: row, column: column))
    inCell.append(0)
  }

  mutating func leaveCell() {
    _ = cells.popLast()
    _ = inCell.popLast()
  }

  mutating func leaveOut(_ kind: LeftOut.Kind, _ text: String = "") {
    let text = text.trimmingWhiteSpace()
    if text.isEmpty, kind != .picture, kind != .object { return }
    leftOut.append(LeftOut(kind: kind, text: text))
  }
}

import PlanModel
import PlanText

/// The columns of a table of measures that say where the measures belong, and the one among them whose cells hold two
/// levels, one below the other: 一、服務友善 and (一)服務設施; or 1. 服務設施 and, numbered anew, 1. 洽公環境.
struct LevelColumns {
  let columns: Set<Int>
  let shared: Int?
  /// How many lines of a cell in that column are the name of the upper level, by the row in which the cell begins; all
  /// of them where it is not here.
  private let upperLines: [Int: Int]

  /// The name of the column that the lower level gets.
  static let addedName = MeasureColumn.focus.name

  init(_ open: DraftPlan.OpenTable) {
    columns = Set(open.header.columns.indices.filter { open.header.columns[$0].isLevel })
    let items = open.header.columns.contains(.focus) ? nil : open.header.columns.firstIndex(of: .item)
    if let items, let lines = Self.upperLines(in: items, of: open) {
      (shared, upperLines) = (items, lines)
    } else {
      (shared, upperLines) = (nil, [:])
    }
  }

  /// How many lines of the cell that begins in a row are the name of the upper level.
  func upperLines(row: Int, of count: Int) -> Int { min(count, upperLines[row] ?? count) }

  /// Where the cells of a column divide; nil where none holds two levels.
  private static func upperLines(in column: Int, of open: DraftPlan.OpenTable) -> [Int: Int]? {
    var found: [Int: Int] = [:]
    var holdsTwo = false
    // Whether the lower level is numbered as the upper one is, and goes on in the next cells.
    var isNumberedAlike = false
    for row in open.bodyRows where open.begins(row: row, column: column) {
      if (0..<column).contains(where: {
        open.begins(row: row, column: $0) && !open.blocks(row: row, column: $0).isEmpty
      }) {
        isNumberedAlike = false
      }
      let lines = open.blocks(row: row, column: column).paragraphs.flatMap(\.plainLines)
      if let lower = lines.firstIndex(where: isLower) {
        found[row] = lower
        holdsTwo = holdsTwo || lower > 0
      } else if let lower = lines.indices.dropFirst().first(where: { number(of: lines[$0]) == 1 }),
        number(of: lines[0]) != nil
      {
        found[row] = lower
        (holdsTwo, isNumberedAlike) = (true, true)
      } else if isNumberedAlike, let first = lines.first, number(of: first) != nil {
        found[row] = 0
      }
    }
    return holdsTwo ? found : nil
  }

  /// Whether a line has the number of a lower level, whatever stands around it.
  private static func isLower(_ line: String) -> Bool {
    switch Label.read(at: line)?.label.style {
    case .chineseInParentheses, .decimalInParentheses: true
    default: false
    }
  }

  /// The 1 of 1. and 1、
  private static func number(of line: String) -> Int? {
    Label.read(at: line).flatMap { $0.label.style == .decimal ? $0.label.value : nil }
  }
}

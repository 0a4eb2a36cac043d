import PlanModel
import PlanText

/// The columns of a table of measures that say where the measures belong, and the one among them whose cells hold two
/// levels, one below the other: 一、服務友善 and (一)服務設施.
struct LevelColumns {
  let columns: Set<Int>
  let shared: Int?

  /// The name of the column that the lower level gets.
  static let addedName = MeasureColumn.focus.name

  init(_ open: DraftPlan.OpenTable) {
    columns = Set(open.header.columns.indices.filter { open.header.columns[$0].isLevel })
    let hasFocus = open.header.columns.contains(.focus)
    shared =
      hasFocus
      ? nil
      : open.header.columns.indices.first { column in
        open.header.columns[column] == .item
          && open.bodyRows.contains { row in
            let lines = open.blocks(row: row, column: column).paragraphs.flatMap(\.plainLines)
            return lines.count > 1 && !Self.isLower(lines[0]) && lines.dropFirst().contains(where: Self.isLower)
          }
      }
  }

  /// Whether a line has the number of a lower level.
  static func isLower(_ line: String) -> Bool {
    switch Label.read(at: line)?.label.style {
    case .chineseInParentheses, .decimalInParentheses: true
    default: false
    }
  }
}

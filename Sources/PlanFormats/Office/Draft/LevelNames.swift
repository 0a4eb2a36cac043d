import PlanModel
import PlanText

/// The words of a document that may be names of dimensions, items and focuses: what stands in such columns, and short
/// paragraphs, as headings above tables are.
struct LevelNames {
  /// The names as they are compared; empty where no table has such a column.
  private(set) var keys: Set<NameKey> = []

  init(_ blocks: [OfficeBlock]) {
    for case .table(let table) in blocks { add(table) }
    guard !keys.isEmpty else { return }
    for case .paragraph(let paragraph) in blocks where paragraph.isShort { add(paragraph.shown.oneLine) }
  }

  private mutating func add(_ table: OfficeTable) {
    guard let open = DraftPlan.OpenTable(table, number: 1, count: 1),
      open.header.holdsMeasures || open.header.isChecklist
    else { return }
    let columns = open.header.columns.indices.filter { open.header.columns[$0].isLevel }
    for row in open.bodyRows {
      for column in columns where open.begins(row: row, column: column) {
        let blocks = open.blocks(row: row, column: column)
        add(blocks.text.oneLine)
        // 服務友善 and (一)服務設施 may stand in one cell.
        let lines = blocks.paragraphs.flatMap(\.plainLines)
        if lines.count > 1 { for line in lines { add(line) } }
      }
    }
  }

  private mutating func add(_ name: String) {
    let key = NameKey(name)
    if !key.text.isEmpty { keys.insert(key) }
  }
}

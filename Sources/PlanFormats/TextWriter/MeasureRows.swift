import PlanModel
import PlanText

/// The rows of measures that are written as one pipe table. An empty cell in the columns of the hierarchy means the one
/// above.
struct MeasureRows {
  private let columns: [MeasureColumn]
  private let hierarchy: [MeasureColumn]
  /// The names of the row above.
  private var last: [MeasureColumn: String] = [:]
  /// The columns in which the row above has words that an empty cell would go on with.
  private var open: Set<MeasureColumn> = []
  /// The columns that have words above.
  private var filled: Set<MeasureColumn> = []
  private var rows: [[String]] = []

  /// The rows of some headings; nil if a table cannot hold all that they do. `depth` is that of the headings: 1 for
  /// dimensions.
  static func rows(of groups: [MeasureGroup], columns: [MeasureColumn], depth: Int) -> [[String]]? {
    var table = MeasureRows(columns: columns)
    for group in groups { guard table.add(group, path: [], depth: depth) else { return nil } }
    return table.rows
  }

  /// The rows of what stands under a heading.
  static func rows(under group: MeasureGroup, columns: [MeasureColumn], depth: Int) -> [[String]]? {
    var table = MeasureRows(columns: columns)
    for measure in group.measures { guard table.add(measure, names: [:]) else { return nil } }
    for inner in group.groups { guard table.add(inner, path: [], depth: depth + 1) else { return nil } }
    return table.rows
  }

  private init(columns: [MeasureColumn]) {
    self.columns = columns
    hierarchy = [.dimension, .item, .focus].filter(columns.contains)
  }

  private mutating func add(_ group: MeasureGroup, path: [(MeasureColumn, String)], depth: Int) -> Bool {
    guard group.defaults.isEmpty, group.comments.isEmpty, group.innerComments.isEmpty, group.columns == nil,
      path.count < hierarchy.count
    else { return false }
    var column = hierarchy[path.count]
    // A focus without an item stands in its own column, unless the empty cell before it would mean the item above.
    if depth > 1, group.groups.isEmpty, let deepest = hierarchy.last {
      let between = hierarchy[path.count...].dropLast()
      let isSame = path.allSatisfy { last[$0.0] == $0.1 }
      if !isSame || between.allSatisfy({ last[$0] == nil }) { column = deepest }
    }
    let path = path + [(column, group.heading.string)]
    let names = Dictionary(path) { $1 }
    for measure in group.measures { guard add(measure, names: names) else { return false } }
    if group.measures.isEmpty, group.groups.isEmpty { addRow(names) { _ in "" } }
    for inner in group.groups { guard add(inner, path: path, depth: depth + 1) else { return false } }
    return true
  }

  private mutating func add(_ measure: Measure, names: [MeasureColumn: String]) -> Bool {
    let fields = measure.fields.texts.map { (column: MeasureColumn.field($0.field), text: $0.text) }
    let cells = [(column: MeasureColumn.measure, text: measure.text)] + fields
    guard measure.label == nil, measure.comments.isEmpty, measure.innerComments.isEmpty,
      cells.allSatisfy({ columns.contains($0.column) }),
      // Below other words it would be these.
      fields.allSatisfy({ !$0.text.string.saysSameAsAbove || !filled.contains($0.column) })
    else { return false }
    let own = Set(fields.map(\.column))
    // An empty cell below words of its heading would mean these.
    if names == last, !measure.text.isBlank, !open.isSubset(of: own) { return false }
    addRow(names) { column in cells.first { $0.column == column }?.text.string ?? "" }
    open.formUnion(own.intersection(MeasureColumn.spanning))
    filled.formUnion(own)
    return true
  }

  private mutating func addRow(_ names: [MeasureColumn: String], cell: (MeasureColumn) -> String) {
    if names != last { open = [] }
    let changed = hierarchy.first { names[$0] != last[$0] }
    let repeated = changed.map { column in hierarchy.prefix { $0 != column } } ?? hierarchy[...]
    rows.append(
      columns.map { column in
        guard hierarchy.contains(column) else { return cell(column) }
        return repeated.contains(column) ? "" : names[column] ?? ""
      })
    last = names
  }
}

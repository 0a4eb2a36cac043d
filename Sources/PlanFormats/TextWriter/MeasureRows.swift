import PlanModel
import PlanText

/// The rows of measures that are written as one pipe table. An empty cell in the columns of the levels means the one
/// above.
struct MeasureRows {
  private let columns: [MeasureColumn]
  private let layout: TableLayout
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
  static func rows(
    of groups: [MeasureGroup], columns: [WrittenColumn], layout: TableLayout, depth: Int
  ) -> [[String]]? {
    var table = MeasureRows(columns: columns, layout: layout)
    for group in groups { guard table.add(group, path: [], depth: depth) else { return nil } }
    return table.rows
  }

  /// The rows of what stands under a heading.
  static func rows(
    under group: MeasureGroup, columns: [WrittenColumn], layout: TableLayout, depth: Int
  ) -> [[String]]? {
    var table = MeasureRows(columns: columns, layout: layout)
    for measure in group.measures { guard table.add(measure, names: [:]) else { return nil } }
    for inner in group.groups { guard table.add(inner, path: [], depth: depth + 1) else { return nil } }
    return table.rows
  }

  private init(columns: [WrittenColumn], layout: TableLayout) {
    self.columns = columns.map(\.column)
    self.layout = layout
    hierarchy = self.columns.filter(\.isLevel)
  }

  private mutating func add(_ group: MeasureGroup, path: [(MeasureColumn, String)], depth: Int) -> Bool {
    guard group.defaults.isEmpty, group.comments.isEmpty, group.innerComments.isEmpty, group.columns == nil else {
      return false
    }
    var path = path
    if group.isUnnamed {
      guard hierarchy.isEmpty else { return false }
    } else {
      guard let column = column(of: group, below: path, depth: depth) else { return false }
      path.append((column, group.heading.string))
    }
    let names = Dictionary(path) { $1 }
    for measure in group.measures { guard add(measure, names: names) else { return false } }
    if group.measures.isEmpty, group.groups.isEmpty { addRow(names, [:]) }
    for inner in group.groups { guard add(inner, path: path, depth: depth + 1) else { return false } }
    return true
  }

  /// The column of a heading.
  private func column(of group: MeasureGroup, below path: [(MeasureColumn, String)], depth: Int) -> MeasureColumn? {
    guard path.count < hierarchy.count else { return nil }
    // A focus without an item stands in its own column, unless the empty cell before it would mean the item above.
    if depth > 1, group.groups.isEmpty, let deepest = hierarchy.last {
      let between = hierarchy[path.count...].dropLast()
      let isSame = path.allSatisfy { last[$0.0] == $0.1 }
      if !isSame || between.allSatisfy({ last[$0] == nil }) { return deepest }
    }
    return hierarchy[path.count]
  }

  private mutating func add(_ measure: Measure, names: [MeasureColumn: String]) -> Bool {
    guard let words = words(of: measure), measure.comments.isEmpty, measure.innerComments.isEmpty else { return false }
    let reports = measure.progress.map(\.text)
    let cell = reports.isEmpty ? nil : PlanText(joining: reports)
    // What is one cell must be the same reports again.
    guard cell.map({ ProgressEntry.entries(in: $0).map(\.text.string) == reports.map(\.string) }) ?? true else {
      return false
    }
    let fields =
      measure.fields.texts.filter { ![.extra, .progress].contains($0.field) }
      .map { (column: MeasureColumn.field($0.field), text: $0.text) }
      + [cell.map { (column: .field(.progress), text: $0) }].compactMap { $0 }
      + measure.fields.extra.map { (column: .extra($0.name), text: $0.text) }
    var cells: [MeasureColumn: String] = [.measure: words]
    for (column, text) in fields {
      // What comes twice, or nowhere, has no cell; below other words 同上 would be these.
      guard columns.contains(column), !text.string.saysSameAsAbove || !filled.contains(column),
        cells.updateValue(text.string, forKey: column) == nil
      else { return false }
    }
    let own = Set(fields.map(\.column))
    // Nothing at all below words of the same heading would mean these.
    if names == last, !measure.text.isBlank {
      let missing = open.subtracting(own)
      for column in missing { cells[column] = TableCell.empty }
      open.subtract(missing)
    }
    addRow(names, cells)
    open.formUnion(own.intersection(MeasureColumn.spanning))
    filled.formUnion(own)
    return true
  }

  /// The words behind their number; nil where the cell would be read otherwise.
  private func words(of measure: Measure) -> String? {
    guard let label = measure.label else { return measure.text.string }
    // Lines below with numbers of that kind would make a list of it.
    guard layout.prints(label), !MeasureTableReader.isList(measure.text.string, numberedLike: label) else {
      return nil
    }
    return label.text + (label.needsSpace ? " " : "") + measure.text.string
  }

  private mutating func addRow(_ names: [MeasureColumn: String], _ cells: [MeasureColumn: String]) {
    if names != last { open = [] }
    let changed = hierarchy.first { names[$0] != last[$0] }
    let repeated = changed.map { column in hierarchy.prefix { $0 != column } } ?? hierarchy[...]
    rows.append(
      columns.map { column in
        guard hierarchy.contains(column) else { return cells[column] ?? "" }
        return repeated.contains(column) ? "" : names[column] ?? ""
      })
    last = names
  }
}

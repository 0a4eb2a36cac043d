import PlanText

/// A checklist made from a plan: its levels with their names and weights, and the columns of its tables.
public enum DerivedChecklist {
  /// The checklist of a plan; nil where it has no table of measures with a heading.
  public static func checklist(of plan: Plan, identifier: String) -> Checklist? {
    var builder = Builder()
    for layout in plan.measureLayouts {
      let tables = plan.sections.compactMap { section -> (section: Section, table: MeasureTable)? in
        guard case .measures(let table) = section.content, table.layout == layout else { return nil }
        return (section, table)
      }
      let isForSurveys = layout == .measures || !plan.measureLayouts.contains(.measures) && builder.outlines.isEmpty
      builder.add(
        tables.map(\.table), surveys: isForSurveys ? plan.surveyRows : [], layout: layout,
        title: tables[0].section.title.string)
    }
    guard let first = builder.outlines.first else { return nil }
    let title = (plan.title?.string ?? first.title) + "檢核表"
    var outlines = builder.outlines
    outlines[0] = Checklist.Outline(
      title: title, layout: first.layout, columns: first.columns, entries: first.entries,
      columnNames: first.columnNames)
    return Checklist(
      identifier: identifier, title: title, year: plan.metadata.intendedROCYear, total: builder.total, source: nil,
      outlines: outlines, entries: builder.entries)
  }

  /// What a checklist says of a heading for which its plan has nothing.
  static let needsNoPart = PlanText("原計畫沒有列作法，毋須另闢專節。")
}

extension Plan {
  /// The rows of all surveys.
  fileprivate var surveyRows: [SurveyRow] {
    sections.flatMap { section -> [SurveyRow] in if case .survey(let rows) = section.content { rows } else { [] } }
  }

  /// The layouts of the tables of measures, in the order in which they come first.
  fileprivate var measureLayouts: [TableLayout] {
    sections.reduce(into: []) { layouts, section in
      guard case .measures(let table) = section.content, !layouts.contains(table.layout) else { return }
      layouts.append(table.layout)
    }
  }
}

/// Makes the outlines and entries, one table after the other.
private struct Builder {
  private(set) var outlines: [Checklist.Outline] = []
  private(set) var entries: [Checklist.Entry] = []

  /// What the dimensions add up to, where all outlines say the same.
  var total: Int? {
    let totals = outlines.map { outline -> Int? in
      let weights = entries[outline.entries].filter { $0.parent == nil }.map(\.node.weight)
      return weights.reduce(0) { sum, weight in
        guard let sum, let weight, case (let next, false) = sum.addingReportingOverflow(weight) else { return nil }
        return next
      }
    }
    return totals.allSatisfy { $0 == totals[0] } ? totals.first ?? nil : nil
  }

  /// Adds the outline of some tables of one layout. Surveys go by the same names, and may have some that no table has.
  mutating func add(_ tables: [MeasureTable], surveys: [SurveyRow], layout: TableLayout, title: String) {
    let fields = tables.reduce(Set()) { $0.union($1.fieldsInUse) }
    var nodes = tables.flatMap { table in
      Self.nodes(of: table.groups, isTop: true, outer: table.defaults.fieldsInUse)
    }
    guard !nodes.isEmpty else { return }
    nodes = Self.merged(nodes)
    for row in surveys { Self.add(row, to: &nodes) }
    // The first table that is written as one says what its columns are called.
    let written = tables.lazy.compactMap(\.columns).first ?? []
    let columns =
      MeasureColumn.levels(nodes.map(\.depth).max() ?? 1) + [.measure]
      + MeasureField.shared.filter(fields.contains).map(MeasureColumn.field)
      + written.map(\.column).filter(\.isOwn)
    let names = columns.map { column in
      (column, written.first { $0.column == column }?.name ?? layout.name(of: column))
    }
    let start = entries.count
    for node in nodes { add(node, parent: nil, columns: columns) }
    outlines.append(
      Checklist.Outline(
        title: title, layout: layout, columns: columns, entries: start..<entries.count,
        columnNames: Dictionary(uniqueKeysWithValues: names)))
  }

  /// A node, and the fields that its measures have.
  private struct Node {
    var node: ChecklistNode
    var fields: Set<MeasureField>
    var children: [Node]
    var hasMeasures: Bool

    var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }

    /// Whether there is a name below it.
    func has(_ key: NameKey) -> Bool { children.contains { NameKey($0.node.name) == key || $0.has(key) } }
  }

  private mutating func add(_ node: Node, parent: Int?, columns: [MeasureColumn]) {
    var checklistNode = node.node
    var columns = columns
    if parent == nil {
      // A deadline or unit that no measure of a dimension has is no column there.
      let lacking = [MeasureField.deadline, .units].filter { !node.fields.contains($0) }.map(MeasureColumn.field)
      let present = columns.filter { !lacking.contains($0) }
      if present != columns { (columns, checklistNode.columns) = (present, present) }
    }
    if node.children.isEmpty, !node.hasMeasures {
      checklistNode.guidance = [Guidance(DerivedChecklist.needsNoPart)]
    }
    let index = entries.count
    entries.append(
      Checklist.Entry(parent: parent, node: checklistNode, columns: columns, keys: [NameKey(checklistNode.name)]))
    for child in node.children { add(child, parent: index, columns: columns) }
  }

  /// The headings of a level. One without a name is none.
  private static func nodes(of groups: [MeasureGroup], isTop: Bool, outer: Set<MeasureField>) -> [Node] {
    groups.flatMap { group -> [Node] in
      let fields = outer.union(group.defaults.fieldsInUse)
      if group.heading.isBlank { return nodes(of: group.groups, isTop: isTop, outer: fields) }
      let children = nodes(of: group.groups, isTop: false, outer: fields)
      let heading = PlanText(group.heading.string.lines.joined())
      let used = group.measures.reduce(fields) { $0.union($1.fields.fieldsInUse) }
      return [
        Node(
          node: ChecklistNode(level: isTop ? .dimension : children.isEmpty ? .focus : .item, heading: heading),
          fields: children.reduce(used) { $0.union($1.fields) }, children: merged(children),
          hasMeasures: !group.isEmpty)
      ]
    }
  }

  /// Adds what a survey names and the tables do not have.
  private static func add(_ row: SurveyRow, to nodes: inout [Node]) {
    guard !row.dimension.isBlank else { return }
    let dimension = place(of: row.dimension, level: .dimension, in: &nodes)
    guard !row.item.isBlank, !nodes[dimension].has(NameKey(row.item.string)) else { return }
    _ = place(of: row.item, level: .focus, in: &nodes[dimension].children)
  }

  /// The place of a name in a list, at whose end it is put where it is not there.
  private static func place(of name: PlanText, level: ChecklistLevel, in nodes: inout [Node]) -> Int {
    let key = NameKey(ChecklistName.plain(name.string))
    if let place = nodes.firstIndex(where: { NameKey($0.node.name) == key }) { return place }
    let heading = PlanText(name.string.lines.joined())
    nodes.append(
      Node(node: ChecklistNode(level: level, heading: heading), fields: [], children: [], hasMeasures: false))
    return nodes.count - 1
  }

  /// The nodes with those of one name as one.
  private static func merged(_ nodes: [Node]) -> [Node] {
    var result: [Node] = []
    var places: [NameKey: Int] = [:]
    for node in nodes {
      let key = NameKey(node.node.name)
      guard let place = places[key] else {
        places[key] = result.count
        result.append(node)
        continue
      }
      result[place].fields.formUnion(node.fields)
      result[place].hasMeasures = result[place].hasMeasures || node.hasMeasures
      result[place].children = merged(result[place].children + node.children)
    }
    return result
  }
}

extension MeasureTable {
  fileprivate var fieldsInUse: Set<MeasureField> {
    groups.reduce(defaults.fieldsInUse) { $0.union($1.fieldsInUse) }
  }
}

extension MeasureGroup {
  fileprivate var fieldsInUse: Set<MeasureField> {
    let own = measures.reduce(defaults.fieldsInUse) { $0.union($1.fields.fieldsInUse) }
    return groups.reduce(own) { $0.union($1.fieldsInUse) }
  }
}

extension MeasureFields {
  fileprivate var fieldsInUse: Set<MeasureField> { Set(all.map(\.field)) }
}

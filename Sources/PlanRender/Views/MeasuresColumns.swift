import PlanModel

/// The columns of a printed table of measures.
enum MeasuresColumns {
  /// The checklist's columns or, without one, those of the form, and those that the plan needs nevertheless: nothing
  /// that is written may disappear.
  static func usual(
    for groups: [PlacedGroup], names: [HierarchyNames], checklist: Checklist?, layout: TableLayout
  ) -> [WrittenColumn] {
    var usual = checklist?.outline(for: layout).columns ?? layout.columns
    if checklist == nil, !names.isEmpty {
      // Nobody has asked for a level that the plan does not have.
      usual.removeAll { column in
        column.isLevel && !names.contains { $0.cell(for: column, among: layout.columns) != nil }
      }
    }
    var needed: Set<MeasureColumn> = [.measure]
    for (place, names) in zip(groups, names) {
      needed.formUnion(fields(in: place))
      needed.formUnion(MeasureColumn.allCases.filter { names.cell(for: $0, among: usual) != nil })
    }
    let own = usual.filter(\.isOwn)
    let known = usual.filter { !$0.isOwn }
    // More levels than three stand above the narrowest.
    let further = known.filter { $0.isLevel && !MeasureColumn.levels.contains($0) }
    let all = MeasureColumn.allCases.flatMap { $0 == .focus ? further + [$0] : [$0] }
    let columns = needed.isSubset(of: known) ? known : all.filter { known.contains($0) || needed.contains($0) }
    let titles = titles(in: groups)
    return columns.map {
      WrittenColumn($0, name: checklist?.name(of: $0, in: layout) ?? titles[$0] ?? layout.name(of: $0))
    }
      + (own + ownNames(in: groups).map(MeasureColumn.extra).filter { !own.contains($0) }).map {
        WrittenColumn($0, name: $0.name)
      }
  }

  /// What the tables under headings call their columns, where they agree. A level is another one behind a heading.
  private static func titles(in groups: [PlacedGroup]) -> [MeasureColumn: String] {
    var titles: [MeasureColumn: Set<String>] = [:]
    for column in groups.lazy.compactMap(\.group.columns).joined() where !column.column.isLevel {
      titles[column.column, default: []].insert(column.name)
    }
    return titles.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The columns of a table that the plan has written as one, by their own names; behind them what its headings add.
  static func own(_ columns: [WrittenColumn], for groups: [PlacedGroup], layout: TableLayout) -> [WrittenColumn] {
    let written = Set(columns.map(\.column))
    let needed = groups.reduce(into: Set<MeasureColumn>()) { $0.formUnion(fields(in: $1)) }
    return columns
      + MeasureColumn.allCases.filter { needed.contains($0) && !written.contains($0) }
      .map { WrittenColumn($0, name: layout.name(of: $0)) }
      + ownNames(in: groups).filter { !written.contains(.extra($0)) }.map { WrittenColumn(.extra($0), name: $0) }
  }

  /// The columns of the tables right under the first headings of a section, behind one for these, where they are the
  /// same for all of them; nil where they are not.
  static func shared(by table: MeasureTable, layout: TableLayout) -> [WrittenColumn]? {
    guard let first = table.groups.first?.columns,
      table.groups.allSatisfy({ $0.columns == first && !$0.isUnnamed })
    else { return nil }
    var levels = MeasureColumn.levels(1 + first.count { $0.column.isLevel })[...]
    func next(_ name: String) -> [WrittenColumn] { levels.popFirst().map { [WrittenColumn($0, name: name)] } ?? [] }
    return next(layout.name(of: .dimension)) + first.flatMap { $0.column.isLevel ? next($0.name) : [$0] }
  }

  /// The titles. Levels are told from other columns where they stand at the beginning of the table.
  static func titles(_ columns: [WrittenColumn]) -> [TableView.Column] {
    let depth = columns.prefix { $0.column.isLevel }.count
    return columns.enumerated().map { TableView.Column($1.name, of: $1.column, isHierarchy: $0 < depth) }
  }

  /// The cells of the levels of a table whose levels are not those of the official forms, by column: each heading in
  /// the column of its own depth. Nil for the others, in which a level is known by its name.
  static func levelNames(
    of index: Int, in groups: [PlacedGroup], columns: [WrittenColumn]
  ) -> [Int: TableView.Cell]? {
    let places = columns.indices.filter { columns[$0].column.isLevel }
    guard places.count == 1 || places.count > ChecklistLevel.allCases.count, !groups[index].group.isUnnamed else {
      return nil
    }
    let path = sequence(first: index) { groups[$0].parent }.map { groups[$0].group.heading.string }.reversed()
    return Dictionary(zip(places, path).map { ($0, TableView.Cell($1)) }) { $1 }
  }

  /// The fields that a heading or its measures have, as columns.
  private static func fields(in place: PlacedGroup) -> [MeasureColumn] {
    var missing = MeasureField.shared
    var isReported = false
    func look(at fields: MeasureFields) {
      missing.removeAll(where: fields.has)
      // Before the first report a column for reports would be empty.
      isReported = isReported || (fields[.progress]?.texts.contains { !$0.isBlank } ?? false)
    }
    look(at: place.fields)
    for index in place.group.measures.indices { look(at: place.group.measures[index].fields) }
    return
      (MeasureField.shared.filter { !missing.contains($0) } + (isReported ? [.progress] : [])).map(MeasureColumn.field)
  }

  /// The names of the plan's own columns, in the order in which they come.
  private static func ownNames(in groups: [PlacedGroup]) -> [String] {
    var names: [String] = []
    for text in groups.lazy.flatMap(\.group.measures).flatMap(\.fields.extra) where !names.contains(text.name) {
      names.append(text.name)
    }
    return names
  }
}

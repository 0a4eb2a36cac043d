import PlanText

/// A heading of a measure table in its place: in the plan, and in the checklist. An object, as ``PlacedMeasure`` is.
public final class PlacedGroup: Sendable {
  /// The heading and what is below it.
  public let group: MeasureGroup
  /// The heading above it, as an index into the same list.
  public let parent: Int?
  /// The section that holds the table, as an index into the plan's sections.
  public let section: Int
  /// The layout of the table.
  public let layout: TableLayout
  /// What the heading is in the checklist, as an index into its entries; nil where the checklist has no such name here.
  public let entry: Int?
  /// The focus that the measures right under the heading answer: that of the heading, or of the one above it under
  /// which the author has made sub-headings of his own.
  public let focus: Int?
  /// The columns that the table has here.
  public let columns: [MeasureColumn]
  /// The fields that hold for the measures below, unless they have their own: those of the heading and what it
  /// inherits.
  public let fields: MeasureFields

  fileprivate init(
    group: MeasureGroup, parent: Int?, section: Int, layout: TableLayout, entry: Int?, focus: Int?,
    columns: [MeasureColumn], fields: MeasureFields
  ) {
    self.group = group
    self.parent = parent
    self.section = section
    self.layout = layout
    self.entry = entry
    self.focus = focus
    self.columns = columns
    self.fields = fields
  }
}

extension Plan {
  /// Every heading of the measure tables, each before what is below it, looked up in a checklist.
  public func placedGroups(checklist: Checklist?) -> [PlacedGroup] {
    var groups: [PlacedGroup] = []
    func add(
      _ group: MeasureGroup, parent: Int?, section: Int, layout: TableLayout, fields: MeasureFields,
      implied: [MeasureColumn]
    ) {
      let above = parent.map { groups[$0] }
      let entry = checklist.flatMap { checklist -> Int? in
        // Below a heading that the checklist does not know, nothing can be looked up under it; a name that is unique is
        // still recognised.
        if above?.focus != nil { return nil }
        if above != nil, above?.entry == nil { return checklist.anyEntry(named: group.heading.string, layout: layout) }
        return checklist.entry(named: group.heading.string, under: above?.entry, layout: layout)
      }
      let focus = above?.focus ?? entry.flatMap { checklist?.entries[$0].isFocus == true ? $0 : nil }
      let columns = checklist.map { checklist in
        entry.map { checklist.entries[$0].columns } ?? above?.entry.map { checklist.entries[$0].columns }
          ?? checklist.outline(for: layout).columns
      }
      let index = groups.count
      let inherited = group.defaults.inheriting(fields)
      groups.append(
        PlacedGroup(
          group: group, parent: parent, section: section, layout: layout, entry: entry, focus: focus,
          columns: columns ?? implied, fields: inherited))
      for inner in group.groups {
        add(inner, parent: index, section: section, layout: layout, fields: inherited, implied: implied)
      }
    }
    for (number, section) in sections.enumerated() {
      guard case .measures(let table) = section.content else { continue }
      for group in table.groups {
        add(
          group, parent: nil, section: number, layout: table.layout, fields: table.defaults,
          implied: group.impliedColumns(of: table))
      }
    }
    return groups
  }
}

extension MeasureGroup {
  /// The columns that a dimension seems to have where no checklist says so: those of its table, or where it is written
  /// as headings all of the form's but a deadline or a unit that no measure in it has.
  fileprivate func impliedColumns(of table: MeasureTable) -> [MeasureColumn] {
    TableLayout.allColumns.filter { column in
      guard case .field(let field) = column, field == .deadline || field == .units else { return true }
      if let columns = table.columns ?? columns { return columns.contains { $0.column == column } || uses(field) }
      return table.layout.columns.contains(column) && (table.defaults.has(field) || uses(field))
    }
  }

  private func uses(_ field: MeasureField) -> Bool {
    defaults.has(field) || measures.contains { $0.fields.has(field) }
      || groups.contains { $0.uses(field) }
  }
}

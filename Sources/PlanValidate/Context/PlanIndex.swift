import PlanModel

/// A plan as the rules see it: flat lists of what it holds, each thing with its place in the checklist and what it inherits.
///
/// It is made once per plan, and every rule reads it.
public struct PlanIndex: Sendable {
  /// The file and the plan in it.
  public let document: PlanDocument
  /// The checklists that were at hand.
  public let catalog: ChecklistCatalog
  /// The checklist that the plan names, if it is known.
  public let checklist: Checklist?
  /// Every heading of the measure tables, each before what is below it.
  public let groups: [GroupEntry]
  /// Every measure of the measure tables, in order.
  public let measures: [MeasureEntry]
  /// Every written deadline of a measure or heading, once, in order.
  public let deadlines: [FieldEntry<Deadline>]
  /// Every written cell of units, once, in order.
  public let unitLists: [FieldEntry<UnitList>]
  /// The names that units go by.
  public let units: UnitDirectory

  /// The plan.
  public var plan: Plan { document.plan }
  /// The file.
  public var source: SourceText { document.source }
  /// The Gregorian year from which dates without a year take theirs.
  public var planYear: Int? { plan.metadata.planYear }
  /// The days from the first to the last of the plan's period, if it states one that makes sense.
  public var period: ClosedRange<CalendarDate>? { plan.metadata.period?.meaning?.days(planYear: planYear) }
  /// The members of all task forces.
  public var members: [Member] {
    plan.sections.flatMap { section -> [Member] in
      if case .taskForce(let members) = section.content { return members }
      return []
    }
  }

  /// A heading of a measure table.
  public struct GroupEntry: Sendable {
    /// The heading and what is below it.
    public let group: MeasureGroup
    /// The heading above it, as an index into ``PlanIndex/groups``.
    public let parent: Int?
    /// The section that holds the table, as an index into the plan's sections.
    public let section: Int
    /// What the heading is in the checklist, as an index into its entries; nil where the checklist has no such name here.
    public let entry: Int?
  }

  /// A measure in its place.
  public struct MeasureEntry: Sendable {
    /// The measure.
    public let measure: Measure
    /// Its own fields and those that it inherits.
    public let fields: MeasureFields
    /// The heading that it stands under, as an index into ``PlanIndex/groups``.
    public let group: Int
    /// The columns that the table has here.
    public let columns: [MeasureColumn]
  }

  /// A field as it is written in one place, and the measures that it holds for.
  public struct FieldEntry<Value: Sendable>: Sendable {
    /// The field.
    public let value: Value
    /// The measures, as indices into ``PlanIndex/measures``. Empty where every measure below has its own.
    public let measures: [Int]
  }

  /// Indexes a plan. The checklist is the one that the plan names, unless `checklist` overrides it.
  public init(_ document: PlanDocument, catalog: ChecklistCatalog, checklist override: Checklist? = nil) {
    self.document = document
    self.catalog = catalog
    let checklist = override ?? document.plan.metadata.checklist.flatMap { catalog.checklist(identifier: $0.string) }
    self.checklist = checklist
    var builder = IndexBuilder(checklist: checklist)
    for (number, section) in document.plan.sections.enumerated() {
      if case .measures(let table) = section.content { builder.add(table, section: number) }
    }
    groups = builder.groups
    measures = builder.measures
    deadlines = builder.deadlines.map { FieldEntry(value: $0.value, measures: $0.measures) }
    unitLists = builder.unitLists.map { FieldEntry(value: $0.value, measures: $0.measures) }
    units = UnitDirectory(document.plan)
  }

  /// The headings from a dimension down to the given one.
  public func path(to group: Int) -> [Int] {
    var path = [group]
    while let parent = groups[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  /// The names from a dimension down to the given heading, for messages: 基礎服務／服務友善／網站使用便利性. Official names where they are known.
  public func name(of group: Int) -> String {
    path(to: group).map { index in
      groups[index].entry.flatMap { checklist?.entries[$0].name } ?? ChecklistName.plain(groups[index].group.heading.string)
    }.joined(separator: "／")
  }
}

/// Walks the tables of a plan once.
private struct IndexBuilder {
  let checklist: Checklist?
  var groups: [PlanIndex.GroupEntry] = []
  var measures: [PlanIndex.MeasureEntry] = []
  var deadlines: [(value: Deadline, measures: [Int])] = []
  var unitLists: [(value: UnitList, measures: [Int])] = []

  /// Which written fields hold at this depth, as indices into the lists above.
  private struct Sources {
    var deadline: Int?
    var units: Int?
  }

  init(checklist: Checklist?) { self.checklist = checklist }

  mutating func add(_ table: MeasureTable, section: Int) {
    let sources = note(table.defaults, outer: Sources())
    for group in table.groups { add(group, parent: nil, section: section, fields: table.defaults, sources: sources) }
  }

  private mutating func add(_ group: MeasureGroup, parent: Int?, section: Int, fields: MeasureFields, sources: Sources) {
    // Below a heading that the checklist does not know, nothing can be looked up under it; a name that is unique is still recognised.
    let parentEntry = parent.flatMap { groups[$0].entry }
    let entry: Int?
    if let checklist {
      entry =
        parent == nil || parentEntry != nil
        ? checklist.entry(named: group.heading.string, under: parentEntry) : checklist.anyEntry(named: group.heading.string)
    } else {
      entry = nil
    }
    let index = groups.count
    groups.append(.init(group: group, parent: parent, section: section, entry: entry))
    let inherited = group.defaults.inheriting(fields)
    let sources = note(group.defaults, outer: sources)
    let columns = columns(entry: entry, parent: parent)
    for measure in group.measures {
      let own = note(measure.fields, outer: sources)
      let number = measures.count
      measures.append(
        .init(measure: measure, fields: measure.fields.inheriting(inherited), group: index, columns: columns))
      if let place = own.deadline { deadlines[place].measures.append(number) }
      if let place = own.units { unitLists[place].measures.append(number) }
    }
    for inner in group.groups { add(inner, parent: index, section: section, fields: inherited, sources: sources) }
  }

  /// Remembers the fields written in one place, and returns those that hold from here on.
  private mutating func note(_ fields: MeasureFields, outer: Sources) -> Sources {
    var sources = outer
    if let deadline = fields.deadline {
      sources.deadline = deadlines.count
      deadlines.append((deadline, []))
    }
    if let units = fields.units {
      sources.units = unitLists.count
      unitLists.append((units, []))
    }
    return sources
  }

  private func columns(entry: Int?, parent: Int?) -> [MeasureColumn] {
    guard let checklist else { return MeasureColumn.allCases }
    if let entry { return checklist.entries[entry].columns }
    return parent.flatMap { groups[$0].entry }.map { checklist.entries[$0].columns } ?? checklist.columns
  }
}

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
  /// Every written deadline of a measure or heading, once, those of whole tables first. Placeholders are left out.
  public let deadlines: [FieldEntry<Deadline>]
  /// Every written cell of units, once, those of whole tables first. Placeholders are left out.
  public let unitLists: [FieldEntry<UnitList>]
  /// The names that units go by.
  public let units: UnitDirectory
  /// The measures that repeat an earlier one.
  private(set) var repeats: [MeasureRepeat] = []

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

  /// A heading of a measure table, whose parent is an index into ``PlanIndex/groups``.
  public typealias GroupEntry = PlacedGroup

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
    groups = document.plan.placedGroups(checklist: checklist)
    var builder = IndexBuilder()
    builder.add(groups, of: document.plan)
    measures = builder.measures
    // A placeholder is one thing to say, which PT112 does.
    deadlines = builder.deadlines.filter { Placeholder.first(in: $0.value.text) == nil }.map {
      FieldEntry(value: $0.value, measures: $0.measures)
    }
    unitLists = builder.unitLists.filter { Placeholder.first(in: $0.value.text) == nil }.map {
      FieldEntry(value: $0.value, measures: $0.measures)
    }
    units = UnitDirectory(document.plan)
    repeats = MeasureRepeats.all(in: self)
  }

  /// The headings from a dimension down to the given one.
  public func path(to group: Int) -> [Int] {
    var path = [group]
    while let parent = groups[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  /// The names from a dimension down to the given heading, for messages: 基礎服務／服務友善／網站使用便利性. Official names where they are
  /// known.
  public func name(of group: Int) -> String {
    path(to: group).map { index in
      groups[index].entry.flatMap { checklist?.entries[$0].name }
        ?? ChecklistName.plain(groups[index].group.heading.string)
    }.joined(separator: "／")
  }
}

/// Walks the headings of a plan once, each before what is below it.
private struct IndexBuilder {
  var measures: [PlanIndex.MeasureEntry] = []
  var deadlines: [(value: Deadline, measures: [Int])] = []
  var unitLists: [(value: UnitList, measures: [Int])] = []

  /// Which written fields hold at a heading, as indices into the lists above.
  private struct Sources {
    var deadline: Int?
    var units: Int?
  }

  mutating func add(_ groups: [PlacedGroup], of plan: Plan) {
    var ofSection: [Int: Sources] = [:]
    for (number, section) in plan.sections.enumerated() {
      if case .measures(let table) = section.content { ofSection[number] = note(table.defaults, outer: Sources()) }
    }
    var ofGroup: [Sources] = []
    for (index, place) in groups.enumerated() {
      let outer = place.parent.map { ofGroup[$0] } ?? ofSection[place.section] ?? Sources()
      ofGroup.append(note(place.group.defaults, outer: outer))
      for measure in place.group.measures {
        let own = note(measure.fields, outer: ofGroup[index])
        let number = measures.count
        measures.append(
          .init(measure: measure, fields: measure.fields.inheriting(place.fields), group: index, columns: place.columns)
        )
        if let place = own.deadline { deadlines[place].measures.append(number) }
        if let place = own.units { unitLists[place].measures.append(number) }
      }
    }
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
}

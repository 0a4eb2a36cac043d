import PlanText

/// A measure in its place.
///
/// An object, for whoever goes through all measures is to take hold of one thing each; a small one, for a plan has many:
/// the measure and its own fields stay where the plan has them.
public final class PlacedMeasure: Sendable {
  /// The measures under its heading.
  @usableFromInline let siblings: [Measure]
  /// Its own fields and those that it inherits; nil where it inherits none.
  @usableFromInline let inheriting: InheritingFields?
  /// The columns that the table has here.
  public let columns: [MeasureColumn]
  @usableFromInline let storedGroup: UInt32
  @usableFromInline let storedPlace: UInt32

  @usableFromInline final class InheritingFields: Sendable {
    @usableFromInline let fields: MeasureFields

    init(fields: MeasureFields) { self.fields = fields }
  }

  /// The measure at a place among those under a heading.
  init(at place: Int, among siblings: [Measure], under heading: PlacedGroup, group: Int) {
    self.siblings = siblings
    columns = heading.columns
    storedGroup = UInt32(truncatingIfNeeded: group)
    storedPlace = UInt32(truncatingIfNeeded: place)
    let own = siblings[place].fields
    inheriting = own.inherits(heading.fields) ? InheritingFields(fields: own.inheriting(heading.fields)) : nil
  }

  @inlinable public var measure: Measure { siblings[Int(storedPlace)] }
  /// Its own fields and those that it inherits.
  @inlinable public var fields: MeasureFields { inheriting?.fields ?? siblings[Int(storedPlace)].fields }
  /// The heading that it stands under, as an index into ``PlacedMeasures/groups``.
  @inlinable public var group: Int { Int(storedGroup) }
  /// Its place among the measures under its heading, from 1.
  @inlinable public var number: Int { Int(storedPlace) + 1 }
}

/// A field as it is written in one place, and the measures that it holds for.
public struct WrittenField<Value: Sendable>: Sendable {
  /// Which field it is.
  public let field: FieldName
  /// What is written.
  public let value: Value
  /// The first of the measures, and the others: nearly every field is that of one measure, which needs no list.
  private var first: UInt32?
  private var others: [UInt32] = []

  /// A field that holds for no measure, as far as is known.
  public init(_ field: FieldName, value: Value) {
    self.field = field
    self.value = value
  }

  /// How many measures it holds for; none where every measure below has its own.
  public var measureCount: Int { first == nil ? 0 : 1 + others.count }

  /// The measures, as indices into ``PlacedMeasures/measures``.
  public var measures: [Int] { first.map { [Int($0)] + others.map { Int($0) } } ?? [] }

  fileprivate mutating func add(_ measure: Int) {
    let measure = UInt32(truncatingIfNeeded: measure)
    if first == nil { first = measure } else { others.append(measure) }
  }
}

/// Everything that the measure tables of a plan hold, as flat lists.
public struct PlacedMeasures: Sendable {
  /// Every heading, each before what is below it.
  public let groups: [PlacedGroup]
  /// Every measure, in order.
  public private(set) var measures: [PlacedMeasure] = []
  /// Every written deadline of a measure or heading, once, those of whole tables first.
  public private(set) var deadlines: [WrittenField<Deadline>] = []
  /// Every written cell of units of either kind, once, those of whole tables first.
  public private(set) var unitLists: [WrittenField<UnitList>] = []

  /// Which written fields hold at a heading, as indices into the lists above.
  private struct Sources {
    var deadline: Int?
    /// Of each field that holds units at most one.
    var units: [Int] = []
  }

  /// The measures of a plan, with headings looked up in a checklist.
  public init(of plan: Plan, checklist: Checklist?) {
    groups = plan.placedGroups(checklist: checklist)
    var ofSection: [Int: Sources] = [:]
    for (number, section) in plan.sections.enumerated() {
      if case .measures(let table) = section.content { ofSection[number] = note(table.defaults, outer: Sources()) }
    }
    var ofGroup: [Sources] = []
    measures.reserveCapacity(groups.reduce(0) { $0 + $1.group.measures.count })
    for (index, place) in groups.enumerated() {
      let outer = place.parent.map { ofGroup[$0] } ?? ofSection[place.section] ?? Sources()
      ofGroup.append(note(place.group.defaults, outer: outer))
      let siblings = place.group.measures
      for (position, measure) in siblings.enumerated() {
        let own = note(measure.fields, outer: ofGroup[index])
        let number = measures.count
        measures.append(PlacedMeasure(at: position, among: siblings, under: place, group: index))
        if let place = own.deadline { deadlines[place].add(number) }
        for place in own.units { unitLists[place].add(number) }
      }
    }
    deadlines = deadlines.withoutSpareRoom()
    unitLists = unitLists.withoutSpareRoom()
  }

  /// Remembers the fields written in one place, and returns those that hold from here on.
  private mutating func note(_ fields: MeasureFields, outer: Sources) -> Sources {
    var sources = outer
    if let deadline = fields.deadline {
      sources.deadline = deadlines.count
      deadlines.append(WrittenField(.deadline, value: deadline))
    }
    for (field, units) in fields.unitLists {
      sources.units.removeAll { unitLists[$0].field == .measure(field) }
      sources.units.append(unitLists.count)
      unitLists.append(WrittenField(.measure(field), value: units))
    }
    return sources
  }
}

extension PlacedMeasures {
  /// For each heading the names from the one above all others down to itself, without numbers and weights; a heading
  /// without a name has those above it.
  package var headingNames: [[String]] {
    var names: [[String]] = []
    for place in groups {
      let above = place.parent.map { names[$0] } ?? []
      names.append(place.group.isUnnamed ? above : above + [ChecklistName.plain(place.group.heading.string)])
    }
    return names
  }
}

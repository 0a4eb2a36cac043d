import PlanText

/// A measure in its place.
///
/// An object, for it holds dozens of strings and lists: whoever goes through all measures takes hold of one thing each.
public final class PlacedMeasure: Sendable {
  public let measure: Measure
  /// Its own fields and those that it inherits.
  public let fields: MeasureFields
  /// The heading that it stands under, as an index into ``PlacedMeasures/groups``.
  public let group: Int
  /// Its place among the measures under its heading, from 1.
  public let number: Int
  /// The columns that the table has here.
  public let columns: [MeasureColumn]

  init(measure: Measure, fields: MeasureFields, group: Int, number: Int, columns: [MeasureColumn]) {
    self.measure = measure
    self.fields = fields
    self.group = group
    self.number = number
    self.columns = columns
  }
}

/// A field as it is written in one place, and the measures that it holds for.
public struct WrittenField<Value: Sendable>: Sendable {
  /// Which field it is.
  public let field: FieldName
  /// What is written.
  public let value: Value
  /// The measures, as indices into ``PlacedMeasures/measures``. Empty where every measure below has its own.
  public fileprivate(set) var measures: [Int] = []

  /// A field that holds for no measure, as far as is known.
  public init(_ field: FieldName, value: Value) {
    self.field = field
    self.value = value
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
      for (position, measure) in place.group.measures.enumerated() {
        let own = note(measure.fields, outer: ofGroup[index])
        let number = measures.count
        measures.append(
          PlacedMeasure(
            measure: measure, fields: measure.fields.inheriting(place.fields), group: index, number: position + 1,
            columns: place.columns))
        if let place = own.deadline { deadlines[place].measures.append(number) }
        for place in own.units { unitLists[place].measures.append(number) }
      }
    }
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

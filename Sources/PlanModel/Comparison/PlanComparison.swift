import PlanText

/// What became of one plan in another: an earlier state of it, or that of the year before.
///
/// Things are compared by what they mean: a measure that has moved is the same measure, 107年6月底 is 6月30日 in a plan
/// of 107, and white space, width and numbering are no difference. Of plans for different years the dates in titles,
/// periods and deadlines count as moved with the year.
public struct PlanComparison: Sendable {
  /// The plan that is compared, as a list of things.
  public let old: ComparedPlan
  /// The plan that it is compared with.
  public let new: ComparedPlan
  /// How many years of the Republic the second is later; 0 where one does not say its year.
  public let yearsLater: Int
  /// The differences, by kind and in the order of the new plan.
  public let changes: [Change]
  /// Units that have something to do in one of the plans alone, in order of appearance.
  public let units: [UnitChange]

  /// What became of a thing.
  public struct Change: Sendable {
    public let kind: ComparedThing.Kind
    /// Its places in the lists of the two plans; one of them is nil for what was added or removed.
    public let old: Int?
    public let new: Int?
    /// How it moved.
    public let move: Move?
    /// The fields that differ.
    public let fields: [FieldChange]
    /// For a removed heading, that of the new plan which the checklist names for it.
    public let mergedInto: Int?
  }

  public enum Move: String, Sendable {
    /// It stands under another heading.
    case elsewhere
    /// It stands among others of its kind in another order.
    case order
  }

  /// What became of something said of a thing.
  public struct FieldChange: Sendable {
    public let name: ComparedField.Name
    /// The words as written; nil where there are none.
    public let old: PlanText?
    public let new: PlanText?
    /// Of units, reports of progress and the like: which are there no longer, and which are new.
    public var removed: [String] = []
    public var added: [String] = []
    /// For how many measures below a heading the field holds in both plans.
    public var measures = 0
  }

  /// A unit that has measures in one of the plans and none in the other.
  public struct UnitChange: Sendable {
    public let name: String
    /// The number of measures that it does, or helps with.
    public let old: Int
    public let new: Int
  }

  /// Compares two plans, the older one first. The checklists say which headings are the same.
  public init(_ old: Plan, _ new: Plan, checklists: (old: Checklist?, new: Checklist?) = (nil, nil)) {
    let years = (old.metadata.intendedROCYear, new.metadata.intendedROCYear)
    let later = years.0.flatMap { first in years.1.map { $0 - first } } ?? 0
    yearsLater = later
    let unitNames = ComparedUnitNames(before: UnitDirectory(old), after: UnitDirectory(new))
    let oldYears = later == 0 ? old.metadata.years : new.metadata.years
    let first = ComparedPlan(old, checklist: checklists.old, years: oldYears, shift: later, unitNames: unitNames)
    let second = ComparedPlan(new, checklist: checklists.new, years: new.metadata.years, shift: 0, unitNames: unitNames)
    let succession: ChecklistComparison? =
      if let one = checklists.old, let other = checklists.new { ChecklistComparison(one, other) } else { nil }
    let matcher = ThingMatcher(first, second, succession: succession)
    (self.old, self.new) = (first, second)
    var changes = ChangeList(first, second, matcher)
    changes.collect()
    self.changes = changes.all
    units = UnitChange.all(first, second)
  }

  /// Whether the two mean the same.
  public var isEmpty: Bool { changes.isEmpty && units.isEmpty }
}

extension PlanComparison.UnitChange {
  fileprivate static func all(
    _ old: ComparedPlan, _ new: ComparedPlan
  ) -> [PlanComparison.UnitChange] {
    var order: [String] = []
    var names: [String: String] = [:]
    var counts: [String: (old: Int, new: Int)] = [:]
    for (isNew, plan) in [(false, old), (true, new)] {
      for thing in plan.things where thing.kind == .measure {
        var seen: Set<String> = []
        for field in thing.fields where [.field(.units), .field(.supportUnits)].contains(field.name) {
          for (key, text) in field.parts where seen.insert(key).inserted {
            if counts[key] == nil { order.append(key) }
            names[key] = names[key] ?? text
            counts[key, default: (0, 0)].old += isNew ? 0 : 1
            counts[key, default: (0, 0)].new += isNew ? 1 : 0
          }
        }
      }
    }
    return order.compactMap { key in
      guard let count = counts[key], (count.old == 0) != (count.new == 0) else { return nil }
      return PlanComparison.UnitChange(name: names[key] ?? key, old: count.old, new: count.new)
    }
  }
}

/// The names by which the units of two plans are compared: what either unit table says of a name holds for both.
struct ComparedUnitNames: Sendable {
  let before: UnitDirectory
  let after: UnitDirectory

  func name(of unit: String) -> String {
    after.knows(unit) ? after.canonicalName(of: unit) : after.canonicalName(of: before.canonicalName(of: unit))
  }
}

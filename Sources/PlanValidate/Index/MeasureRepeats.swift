import PlanModel
import PlanText

/// Measures that say the same as an earlier one, or nearly so.
struct MeasureRepeat: Sendable {
  /// The earlier measure, as an index into ``PlanIndex/measures``.
  let first: Int
  /// The later one.
  let second: Int
  /// How the wording differs, where it does.
  let wording: (first: String, second: String)?
  /// How the fields differ, both as written; empty where they mean the same.
  let differences: [Difference]

  /// A field that differs.
  struct Difference: Sendable {
    let name: FieldName
    let first: PlanText
    let second: PlanText
  }
}

/// A measure that stands in a longer one.
struct ContainedMeasure: Sendable {
  /// The shorter measure, as an index into ``PlanIndex/measures``.
  let part: Int
  /// The longer one.
  let whole: Int
  /// The words of the longer one that are the shorter one's.
  let place: PlanText
  /// The fields that contradict each other, that of the shorter measure first.
  let differences: [MeasureRepeat.Difference]
}

/// Pairs of measures or texts by their numbers, whichever of the two comes first.
struct MeasurePairs {
  private var pairs = NumberTable<Void>()

  /// Puts a pair in; returns whether it was not there before.
  @discardableResult
  mutating func insert(_ one: Int, _ other: Int) -> Bool {
    let count = pairs.count
    return pairs.index(of: Self.key(one, other), default: ()) == count
  }

  func contains(_ one: Int, _ other: Int) -> Bool { pairs.contains(Self.key(one, other)) }

  private static func key(_ one: Int, _ other: Int) -> UInt64 {
    UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }
}

/// What the measures of a plan repeat of each other, found once for all rules about it, in time that grows linearly
/// with the plan.
struct MeasureRepeats: Sendable {
  /// The measures that say the same or nearly so, in the order of the later one.
  private(set) var alike: [MeasureRepeat] = []
  /// The measures whose text a longer one has nearly word for word, in the order of the shorter ones, without those
  /// that are alike.
  private(set) var contained: [ContainedMeasure] = []
  /// Tells the shingles that stand in the measures more than once.
  let shingles: RepeatFilter

  init(_ plan: PlanIndex) {
    let tokens = plan.measureTokens.all
    var filter = RepeatFilter(capacity: tokens.reduce(0) { $0 + $1.values.count })
    for text in tokens { text.forEachShingle { filter.insert($0) } }
    shingles = filter
    var fields = FieldComparison(plan)
    // What one table of a plan says in short another one may say again at length; repeats are looked for within a
    // layout.
    for measures in plan.measuresByLayout {
      let texts = measures.map { tokens[$0] }
      let shared = SharedShingles(texts, filter)
      var repeated = MeasurePairs()
      for (first, second, wording) in TextRepeats.alike(texts, shared) {
        repeated.insert(first, second)
        let (a, b) = (measures[first], measures[second])
        alike.append(
          MeasureRepeat(first: a, second: b, wording: wording, differences: fields.differences(a, b)))
      }
      for (part, whole, place) in TextRepeats.parts(texts, shared)
      where !repeated.contains(part, whole) {
        let (a, b) = (measures[part], measures[whole])
        contained.append(ContainedMeasure(part: a, whole: b, place: place, differences: fields.conflicts(a, b)))
      }
    }
    alike.sort { ($0.second, $0.first) < ($1.second, $1.first) }
    contained.sort { $0.part < $1.part }
  }
}

extension PlanIndex {
  /// The measures, as indices, those of each layout together.
  var measuresByLayout: [[Int]] {
    let layouts = measures.map { groups[$0.group].layout }
    return TableLayout.allCases.compactMap { layout in
      let own = measures.indices.filter { layouts[$0] == layout }
      return own.isEmpty ? nil : own
    }
  }
}

/// Compares the fields of two measures.
private struct FieldComparison {
  private let plan: PlanIndex
  /// The units of cells by the names of the unit table. A cell that holds for many measures is looked at once.
  private var known = NumberTable<Set<String>>()

  init(_ plan: PlanIndex) { self.plan = plan }

  /// The fields of two measures that do not mean the same.
  mutating func differences(_ first: Int, _ second: Int) -> [MeasureRepeat.Difference] {
    differences(first, second, isSame: ==)
  }

  /// How the fields of a measure contradict those of one that holds it. Units that are among those of the longer
  /// measure do not.
  mutating func conflicts(_ part: Int, _ whole: Int) -> [MeasureRepeat.Difference] {
    differences(part, whole) { $0.isSubset(of: $1) }
  }

  private mutating func differences(
    _ first: Int, _ second: Int, isSame: (Set<String>, Set<String>) -> Bool
  ) -> [MeasureRepeat.Difference] {
    var differences: [MeasureRepeat.Difference] = []
    let (a, b) = (plan.measures[first].fields, plan.measures[second].fields)
    if let one = a.deadline, let other = b.deadline, !self.isSame(one, other) {
      differences.append(.init(name: .deadline, first: one.text, second: other.text))
    }
    if let one = a.units, let other = b.units, !isSame(names(in: one), names(in: other)) {
      differences.append(.init(name: .units, first: one.text, second: other.text))
    }
    return differences
  }

  private func isSame(_ a: Deadline, _ b: Deadline) -> Bool {
    if let one = a.meaning, let other = b.meaning {
      return one.comparable(in: plan.years) == other.comparable(in: plan.years)
    }
    return NameKey(a.text.string) == NameKey(b.text.string)
  }

  private mutating func names(in list: UnitList) -> Set<String> {
    let range = list.text.range
    let key = UInt64(range.lowerBound) << 32 | UInt64(range.upperBound)
    if let names = known[key] { return names }
    let names = Set(list.units.map { plan.units.canonicalName(of: $0.string) })
    known[key, default: names] = names
    return names
  }
}

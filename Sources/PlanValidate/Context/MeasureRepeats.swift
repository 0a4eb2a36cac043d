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

/// Finds repeats in time that grows linearly with the plan.
enum MeasureRepeats {
  /// Shorter texts (辦理教育訓練) come again for good reasons.
  private static let shortest = 8
  /// Nearly the same can only be said of texts of some length.
  private static let shortestSimilar = 20
  /// A shorter text still counts as contained where it stands in the other without anything between its words.
  private static let shortestContained = 12
  /// A text is compared with at most this many others.
  fileprivate static let mostCandidates = 32

  /// The repeats, in the order of the later measure.
  static func all(in plan: PlanIndex) -> [MeasureRepeat] {
    let units = plan.unitNames
    var repeats: [MeasureRepeat] = []
    func add(_ first: Int, _ second: Int, wording: (String, String)?) {
      repeats.append(
        MeasureRepeat(
          first: first, second: second, wording: wording,
          differences: differences(first, second, units: (units[first], units[second]), in: plan)))
    }
    // What one table of a plan says in short another one may say again at length; repeats are looked for within a
    // layout.
    let layouts = plan.measures.map { plan.groups[$0.group].layout }
    for layout in TableLayout.allCases where layouts.contains(layout) {
      var firsts: [[UInt32]: Int] = [:]
      var distinct: [(measure: Int, tokens: Tokens)] = []
      for (index, tokens) in plan.measureTokens.enumerated() where layouts[index] == layout {
        guard tokens.length >= shortest else { continue }
        if let first = firsts[tokens.values] {
          add(first, index, wording: nil)
        } else {
          firsts[tokens.values] = index
          if tokens.length >= shortestSimilar { distinct.append((index, tokens)) }
        }
      }
      for (first, second) in similar(distinct.map(\.tokens), distinct.map { plan.measureShingles[$0.measure] }) {
        let (a, b) = (distinct[first], distinct[second])
        guard let wording = Tokens.difference(a.tokens, b.tokens) else { continue }
        add(a.measure, b.measure, wording: wording)
      }
    }
    return repeats.sorted { ($0.second, $0.first) < ($1.second, $1.first) }
  }

  private static func differences(
    _ first: Int, _ second: Int, units: (Set<String>?, Set<String>?), in plan: PlanIndex
  ) -> [MeasureRepeat.Difference] {
    var differences: [MeasureRepeat.Difference] = []
    let (a, b) = (plan.measures[first].fields, plan.measures[second].fields)
    if let one = a.deadline, let other = b.deadline, !isSame(one, other, planYear: plan.planYear) {
      differences.append(.init(name: .deadline, first: one.text, second: other.text))
    }
    if let one = a.units, let other = b.units, units.0 != units.1 {
      differences.append(.init(name: .units, first: one.text, second: other.text))
    }
    return differences
  }

  private static func isSame(_ a: Deadline, _ b: Deadline, planYear: Int?) -> Bool {
    if let one = a.meaning, let other = b.meaning {
      return one.comparable(planYear: planYear) == other.comparable(planYear: planYear)
    }
    return NameKey(a.text.string) == NameKey(b.text.string)
  }

  // MARK: Nearly the same

  /// Pairs of texts that are nearly the same, each later text with the first such.
  ///
  /// Their sets of three neighbouring tokens have at least seven tenths in common, so they share at least one of the
  /// rarest three tenths, and only these are looked up.
  private static func similar(_ texts: [Tokens], _ shingles: [ShingleSet]) -> [(Int, Int)] {
    let sets = ShingleSets(shingles)
    var places = NumberLists()
    var candidates = Candidates(of: texts.count)
    var pairs: [(Int, Int)] = []
    for (index, set) in sets.all.enumerated() {
      let rarest = sets.rarest(of: index, count: set.count - (set.count * 7 + 9) / 10 + 1)
      let found = candidates.first(under: rarest, in: places).first {
        isSimilar((texts[$0], sets.all[$0]), (texts[index], set))
      }
      if let found {
        pairs.append((found, index))
      } else {
        // What is close to an earlier text is found through that one.
        for shingle in rarest { places.append(index, to: shingle) }
      }
    }
    return pairs
  }

  private static func isSimilar(_ a: (tokens: Tokens, set: ShingleSet), _ b: (tokens: Tokens, set: ShingleSet)) -> Bool
  {
    // One edit changes at most a tenth of the tokens, and the shingles that reach into it.
    let mostChanged = max(a.tokens.values.count, b.tokens.values.count) / 10 + 2
    let (shorter, longer) = (min(a.set.count, b.set.count), max(a.set.count, b.set.count))
    guard let common = a.set.common(with: b.set, atLeast: max(0, longer - max(mostChanged, longer / 10 + 1))) else {
      return false
    }
    let isNearlySame = shorter * 10 >= longer * 9 && common * 10 >= (a.set.count + b.set.count - common) * 9
    return isNearlySame || Tokens.isOneEdit(a.tokens, b.tokens)
  }

  // MARK: Contained

  /// Measures whose text a longer one of the same layout has nearly word for word, in the order of the shorter ones,
  /// without the pairs that are repeats as a whole.
  static func contained(in plan: PlanIndex) -> [ContainedMeasure] {
    let units = plan.unitNames
    var repeated: [Int: Set<Int>] = [:]
    for found in plan.repeats {
      repeated[found.first, default: []].insert(found.second)
      repeated[found.second, default: []].insert(found.first)
    }
    let layouts = plan.measures.map { plan.groups[$0.group].layout }
    var contained: [ContainedMeasure] = []
    for layout in TableLayout.allCases where layouts.contains(layout) {
      let measures = plan.measures.indices.filter { layouts[$0] == layout }
      let texts = measures.map { plan.measureTokens[$0] }
      for (part, whole, place) in parts(of: texts, measures.map { plan.measureShingles[$0] })
      where repeated[measures[part]]?.contains(measures[whole]) != true {
        contained.append(
          ContainedMeasure(
            part: measures[part], whole: measures[whole], place: place,
            differences: conflicts(measures[part], measures[whole], units: units, in: plan)))
      }
    }
    return contained.sorted { $0.part < $1.part }
  }

  /// How the fields of a measure contradict those of one that holds it. Units that are among those of the longer
  /// measure do not.
  private static func conflicts(
    _ part: Int, _ whole: Int, units: [Set<String>?], in plan: PlanIndex
  ) -> [MeasureRepeat.Difference] {
    let (own, others) = (units[part], units[whole])
    let isAmong = own == others || (own ?? []).isSubset(of: others ?? [])
    return differences(part, whole, units: (own, others), in: plan).filter { $0.name != .units || !isAmong }
  }

  /// How many of some shingles must be in a longer text so that the text counts as contained.
  private static func contained(of count: Int) -> Int { (count * 17 + 19) / 20 }

  /// Whether nearly all shingles of a text are among those of a longer one.
  static func isContained(_ part: ShingleSet, in whole: ShingleSet) -> Bool {
    part.common(with: whole, atLeast: contained(of: part.count)) != nil
  }

  /// Texts that stand in a longer one, and where in it. At least 17 of 20 of their shingles are in the longer text, so
  /// at least one of the rarest is, and only these are looked up.
  private static func parts(
    of texts: [Tokens], _ shingles: [ShingleSet]
  ) -> [(part: Int, whole: Int, place: PlanText)] {
    let sets = ShingleSets(shingles)
    // Through a shingle that many texts have nothing is looked for.
    var places = NumberLists()
    for (index, set) in sets.all.enumerated() {
      for shingle in set.values where (2...mostCandidates).contains(sets.frequency(of: shingle)) {
        places.append(index, to: shingle)
      }
    }
    var candidates = Candidates(of: texts.count)
    var parts: [(Int, Int, PlanText)] = []
    for (index, set) in sets.all.enumerated() where texts[index].length >= shortestContained {
      let isShort = texts[index].length < shortestSimilar
      let needed = isShort ? set.count : contained(of: set.count)
      let rarest = sets.rarest(of: index, count: set.count - needed + 1)
      let whole = candidates.first(under: rarest, in: places).first { candidate in
        texts[candidate].length > texts[index].length
          && set.common(with: sets.all[candidate], atLeast: needed) != nil
          && texts[index].numberShingles.isSubset(of: sets.all[candidate])
          && (!isShort || texts[candidate].place(of: texts[index]) != nil)
      }
      guard let whole else { continue }
      parts.append((index, whole, texts[whole].longestStretch(of: set)))
    }
    return parts
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

extension PlanIndex {
  /// The units of every measure by the names of the unit table. A cell that holds for many measures is looked at once.
  fileprivate var unitNames: [Set<String>?] {
    var known: [SourceRange: Set<String>] = [:]
    return measures.map { measure in
      measure.fields.units.map { list in
        if let names = known[list.text.range] { return names }
        let names = Set(list.units.map { units.canonicalName(of: $0.string) })
        known[list.text.range] = names
        return names
      }
    }
  }
}

/// The shingles of several texts, and how many of the texts have each.
private struct ShingleSets {
  let all: [ShingleSet]
  /// Of those that more than one text has.
  private let frequencies: NumberTable<Int>
  private let filter: RepeatFilter

  init(_ sets: [ShingleSet]) {
    all = sets
    var filter = RepeatFilter(capacity: all.reduce(0) { $0 + $1.count })
    for set in all {
      for shingle in set.values { filter.insert(shingle) }
    }
    var frequencies = NumberTable<Int>()
    for set in all {
      for shingle in set.values where filter.mayRepeat(shingle) { frequencies[shingle, default: 0] += 1 }
    }
    self.filter = filter
    self.frequencies = frequencies
  }

  /// How many of the texts have a shingle of one of them.
  func frequency(of shingle: UInt64) -> Int { filter.mayRepeat(shingle) ? frequencies[shingle] ?? 1 : 1 }

  /// Those among the rarest shingles of a text that another text has as well.
  func rarest(of index: Int, count: Int) -> [UInt64] {
    let values = all[index].values
    // The frequency and, as shingles are in order, the place of each in one number.
    var shared: [UInt64] = []
    for (place, shingle) in values.enumerated() {
      let frequency = frequency(of: shingle)
      if frequency > 1 { shared.append(UInt64(frequency) << 32 | UInt64(place)) }
    }
    let own = values.count - shared.count
    guard own < count else { return [] }
    shared.sort()
    return shared.prefix(count - own).map { values[Int($0 & 0xFFFF_FFFF)] }
  }
}

/// Collects texts that share something with another one, each once.
private struct Candidates {
  /// For each text, the number of the last collection it was in.
  private var collections: [Int]
  private var collection = 0
  private var found: [Int] = []

  init(of count: Int) { collections = Array(repeating: 0, count: count) }

  /// The first texts under some shingles, in order.
  mutating func first(under shingles: [UInt64], in places: NumberLists) -> ArraySlice<Int> {
    found.removeAll(keepingCapacity: true)
    collection += 1
    for shingle in shingles {
      places.forEach(under: shingle, atMost: MeasureRepeats.mostCandidates) { text in
        guard collections[text] != collection else { return }
        collections[text] = collection
        found.append(text)
      }
    }
    found.sort()
    return found.prefix(MeasureRepeats.mostCandidates)
  }
}

import PlanText

/// Lists what differs between the things of two plans that are the same, and those that have no partner.
struct ChangeList {
  private let old: ComparedPlan
  private let new: ComparedPlan
  private let matcher: ThingMatcher
  /// For each new thing the old one that it is.
  private let origins: [Int?]
  /// The new things that stand in another order than before.
  private let reordered: Set<Int>
  /// The fields of headings that differ for measures below them in both plans, with the number of these.
  private var shared: [ComparedPlan.FieldSource: Int] = [:]
  private(set) var all: [PlanComparison.Change] = []

  init(_ old: ComparedPlan, _ new: ComparedPlan, _ matcher: ThingMatcher) {
    (self.old, self.new, self.matcher) = (old, new, matcher)
    var origins: [Int?] = new.things.map { _ in nil }
    for (place, partner) in matcher.partners.enumerated() { if let partner { origins[partner] = place } }
    self.origins = origins
    reordered = Self.reordered(old, new, matcher, origins)
  }

  mutating func collect() {
    // Measures first: what a heading says is told there if it differs for those below.
    var ofMeasures: [Int: [PlanComparison.FieldChange]] = [:]
    for (place, origin) in origins.enumerated() where new.things[place].kind == .measure {
      if let origin { ofMeasures[place] = differences(origin, place) }
    }
    for (place, origin) in origins.enumerated() {
      guard let origin else {
        add(old: nil, new: place)
        continue
      }
      add(old: origin, new: place, fields: ofMeasures[place] ?? differences(origin, place))
    }
    for (place, partner) in matcher.partners.enumerated() where partner == nil { add(old: place, new: nil) }
    let order = all.indices.sorted { rank(all[$0]) < rank(all[$1]) }
    all = order.map { all[$0] }
  }

  private mutating func add(old: Int?, new: Int?, fields: [PlanComparison.FieldChange] = []) {
    guard let kind = (new.map { self.new.things[$0] } ?? old.map { self.old.things[$0] })?.kind else { return }
    var move: PlanComparison.Move?
    if let old, let new {
      let home = self.old.things[old].container.flatMap { matcher.homes[$0] }
      move = home != self.new.things[new].container ? .elsewhere : reordered.contains(new) ? .order : nil
      if fields.isEmpty, move == nil { return }
    }
    all.append(
      PlanComparison.Change(
        kind: kind, old: old, new: new, move: move, fields: fields,
        mergedInto: new == nil ? old.flatMap { matcher.homes[$0] } : nil))
  }

  /// By kind, then by where it stands in the new plan; what is gone stands behind what is still under its heading.
  private func rank(_ change: PlanComparison.Change) -> (Int, Int, Int) {
    let kind = ComparedThing.Kind.allCases.firstIndex(of: change.kind) ?? 0
    if let place = change.new { return (kind, new.things[place].container ?? 0, place) }
    let container = change.old.flatMap { old.things[$0].container }
    let home = container.flatMap { matcher.homes[$0] } ?? new.things.count + (container ?? 0)
    return (kind, home, new.things.count + (change.old ?? 0))
  }

  // MARK: Fields

  private mutating func differences(_ origin: Int, _ place: Int) -> [PlanComparison.FieldChange] {
    let (before, after) = (old.things[origin], new.things[place])
    var pairs: [(ComparedField?, ComparedField?)] = []
    var rest = after.fields
    for field in before.fields {
      let index = rest.firstIndex { $0.name == field.name }
      pairs.append((field, index.map { rest.remove(at: $0) }))
    }
    pairs += rest.map { (nil, $0) }
    var changes: [PlanComparison.FieldChange] = []
    for (field, other) in pairs {
      guard field?.value != other?.value, let name = (field ?? other)?.name else { continue }
      let source = ComparedPlan.FieldSource(thing: place, field: name)
      if after.kind == .measure, isShared(field, other, origin, place) {
        shared[ComparedPlan.FieldSource(thing: other?.source ?? place, field: name), default: 0] += 1
        continue
      }
      // Columns are a way of writing; what stands in them is compared.
      if name == .columns, field == nil || other == nil { continue }
      let isTaken = new.sources.contains(source) || old.sources.contains(.init(thing: origin, field: name))
      if after.kind != .measure, isTaken, shared[source] == nil { continue }
      var change = difference(field, other)
      change.measures = after.kind == .measure ? 0 : shared[source] ?? 0
      changes.append(change)
    }
    return changes
  }

  /// Whether a measure has both fields from the same heading, where the difference is told once.
  private func isShared(_ old: ComparedField?, _ new: ComparedField?, _ origin: Int, _ place: Int) -> Bool {
    guard let old, let new, old.source != origin, new.source != place else { return false }
    return matcher.partners[old.source] == new.source
  }

  private func difference(_ old: ComparedField?, _ new: ComparedField?) -> PlanComparison.FieldChange {
    var change = PlanComparison.FieldChange(name: (old ?? new).map(\.name) ?? .words, old: old?.text, new: new?.text)
    let (before, after) = (old?.parts ?? [], new?.parts ?? [])
    guard !before.isEmpty || !after.isEmpty else { return change }
    var left = Dictionary(before.map { ($0.key, 1) }, uniquingKeysWith: +)
    var right = Dictionary(after.map { ($0.key, 1) }, uniquingKeysWith: +)
    func without(_ parts: [(key: String, text: String)], _ others: inout [String: Int]) -> [String] {
      parts.compactMap { part in
        if let count = others[part.key], count > 0 {
          others[part.key] = count - 1
          return nil
        }
        return part.text
      }
    }
    change.removed = without(before, &right)
    change.added = without(after, &left)
    return change
  }

  // MARK: Order

  /// The things that stand in another order among those of their kind under the same heading: those outside the longest
  /// list that has kept its order.
  private static func reordered(
    _ old: ComparedPlan, _ new: ComparedPlan, _ matcher: ThingMatcher, _ origins: [Int?]
  ) -> Set<Int> {
    struct Place: Hashable {
      let container: Int?
      let kind: ComparedThing.Kind
    }
    var siblings: [Place: [(old: Int, new: Int)]] = [:]
    for (place, origin) in origins.enumerated() {
      let thing = new.things[place]
      guard let origin, old.things[origin].container.flatMap({ matcher.homes[$0] }) == thing.container else { continue }
      siblings[Place(container: thing.container, kind: thing.kind), default: []].append((origin, place))
    }
    var reordered: Set<Int> = []
    for pairs in siblings.values {
      let kept = Set(pairs.map(\.old).longestAscent)
      for (index, pair) in pairs.enumerated() where !kept.contains(index) { reordered.insert(pair.new) }
    }
    return reordered
  }
}

extension [Int] {
  /// The places of the longest list of elements that ascend.
  fileprivate var longestAscent: [Int] {
    /// The place that ends the best list of each length, and for each place the one before it in its list.
    var ends: [Int] = []
    var before: [Int?] = []
    for (place, element) in enumerated() {
      let length = ends.halvingIndex(fromWhich: { self[$0] >= element })
      before.append(length > 0 ? ends[length - 1] : nil)
      if length == ends.count { ends.append(place) } else { ends[length] = place }
    }
    var list: [Int] = []
    var next = ends.last
    while let place = next {
      list.append(place)
      next = before[place]
    }
    return list.reversed()
  }
}

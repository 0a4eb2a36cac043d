import PlanText

/// Finds for the things of a plan those of an earlier one that they are.
///
/// Things are the same by their words under the same heading, by their words anywhere, by their signs (the number of a
/// letter, the entry of a checklist), and at last by what their words have in common; the surest first.
struct ThingMatcher {
  private let old: ComparedPlan
  private let new: ComparedPlan
  /// For each old thing the new one that it is.
  private(set) var partners: [Int?]
  /// For each old thing the new one in which its contents are looked for first: its partner, or the heading that it was
  /// merged into.
  private(set) var homes: [Int?]
  private var isTaken: [Bool]

  init(_ old: ComparedPlan, _ new: ComparedPlan, succession: ChecklistComparison?) {
    (self.old, self.new) = (old, new)
    partners = old.things.map { _ in nil }
    homes = partners
    isTaken = new.things.map { _ in false }
    pair(0, 0)
    match(.section)
    matchHeadings(succession)
    for kind in ComparedThing.Kind.allCases where ![.plan, .section, .heading].contains(kind) { match(kind) }
  }

  private mutating func pair(_ one: Int, _ other: Int) {
    partners[one] = other
    homes[one] = other
    isTaken[other] = true
  }

  private func places(of kind: ComparedThing.Kind) -> (old: [Int], new: [Int]) {
    (
      old.things.indices.filter { old.things[$0].kind == kind },
      new.things.indices.filter { new.things[$0].kind == kind }
    )
  }

  /// Where an old thing would stand, if that is known.
  private func home(_ thing: Int) -> Int? { old.things[thing].container.flatMap { homes[$0] } }

  private mutating func match(_ kind: ComparedThing.Kind) {
    let (ofOld, ofNew) = places(of: kind)
    match(ofOld, ofNew)
  }

  private mutating func match(_ ofOld: [Int], _ ofNew: [Int]) {
    pairByWords(ofOld, ofNew)
    let (old, new) = (self.old.things, self.new.things)
    pairEqual(ofOld, ofNew) { place in
      old[place].signs.map { Mark(place, $0) }
    } new: { place in
      new[place].signs.map { Mark(place, $0) }
    }
    pairAlike(ofOld, ofNew)
  }

  /// Pairs what has the same words, first what also says the same otherwise.
  private mutating func pairByWords(_ ofOld: [Int], _ ofNew: [Int]) {
    let (old, new) = (self.old.things, self.new.things)
    pairEqual(ofOld, ofNew) {
      [Mark($0, old[$0].key, old[$0].fields.map(\.value))]
    } new: {
      [Mark($0, new[$0].key, new[$0].fields.map(\.value))]
    }
    pairEqual(ofOld, ofNew) {
      [Mark($0, old[$0].key)]
    } new: {
      [Mark($0, new[$0].key)]
    }
  }

  /// What two things must have in common to be the same.
  private struct Mark {
    let thing: Int
    let words: String
    let values: [ComparedField.Value]

    init(_ thing: Int, _ words: String, _ values: [ComparedField.Value] = []) {
      (self.thing, self.words, self.values) = (thing, words, values)
    }
  }

  private struct Key: Hashable {
    let container: Int?
    let words: String
    let values: [ComparedField.Value]
  }

  /// Pairs what has the same mark, in order: first under the same heading, then anywhere.
  private mutating func pairEqual(
    _ ofOld: [Int], _ ofNew: [Int], old oldMarks: (Int) -> [Mark], new newMarks: (Int) -> [Mark]
  ) {
    for isAnywhere in [false, true] {
      var waiting: [Key: [Int]] = [:]
      for place in ofOld.reversed() where partners[place] == nil {
        guard isAnywhere || home(place) != nil else { continue }
        for mark in oldMarks(place) where !mark.words.isEmpty || !isAnywhere {
          let key = Key(container: isAnywhere ? nil : home(place), words: mark.words, values: mark.values)
          waiting[key, default: []].append(place)
        }
      }
      for place in ofNew where !isTaken[place] {
        for mark in newMarks(place) where !isTaken[place] {
          let container = isAnywhere ? nil : new.things[place].container
          let key = Key(container: container, words: mark.words, values: mark.values)
          while !isTaken[place], let other = waiting[key]?.popLast() {
            if partners[other] == nil { pair(other, place) }
          }
        }
      }
    }
  }

  /// How much words must have in common to be those of the same thing, under the same heading and anywhere else.
  private static let near = 0.4
  private static let far = 0.65

  private mutating func pairAlike(_ ofOld: [Int], _ ofNew: [Int]) {
    let (ofOld, ofNew) = (ofOld.filter { partners[$0] == nil }, ofNew.filter { !isTaken[$0] })
    guard !ofOld.isEmpty, !ofNew.isEmpty else { return }
    let olds = ofOld.map { Likeness(old.things[$0].key) }
    let news = ofNew.map { Likeness(new.things[$0].key) }
    var pairs: [(degree: Double, old: Int, new: Int)] = []
    for (index, candidates) in Likeness.candidates(for: news, among: olds).enumerated() {
      for candidate in candidates {
        let isNear = home(ofOld[candidate]) == new.things[ofNew[index]].container
        let degree = news[index].degree(to: olds[candidate])
        if degree >= (isNear ? Self.near : Self.far) { pairs.append((degree, ofOld[candidate], ofNew[index])) }
      }
    }
    pairs.sort { ($0.degree, $1.new, $1.old) > ($1.degree, $0.new, $0.old) }
    for (_, one, other) in pairs where partners[one] == nil && !isTaken[other] { pair(one, other) }
  }

  // MARK: Headings

  /// Headings are the same if the checklists say so; then those of each level by their names, for what is below them is
  /// looked for under them.
  private mutating func matchHeadings(_ succession: ChecklistComparison?) {
    let (ofOld, ofNew) = places(of: .heading)
    var ofEntry: [Int: [Int]] = [:]
    for place in ofNew.reversed() { if let entry = new.entries[place] { ofEntry[entry, default: []].append(place) } }
    for place in ofOld {
      guard let entry = old.entries[place], let successor = succession.map({ $0.successors[entry] }) ?? entry,
        let other = ofEntry[successor]?.last
      else { continue }
      if isTaken[other] { homes[place] = other } else { pair(place, other) }
    }
    let (oldLevels, newLevels) = (levels(ofOld, in: old), levels(ofNew, in: new))
    for level in 0..<max(oldLevels.count, newLevels.count) {
      let ofOld = level < oldLevels.count ? oldLevels[level] : []
      let ofNew = level < newLevels.count ? newLevels[level] : []
      // A plan may keep the heading that the checklist has merged into another.
      pairByWords(ofOld, ofNew)
      match(ofOld.filter { homes[$0] == nil }, ofNew)
    }
  }

  /// Headings by how many others they stand under.
  private func levels(_ headings: [Int], in plan: ComparedPlan) -> [[Int]] {
    var levels: [[Int]] = []
    var depths: [Int: Int] = [:]
    for heading in headings {
      let depth = plan.things[heading].container.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
      depths[heading] = depth
      while levels.count <= depth { levels.append([]) }
      levels[depth].append(heading)
    }
    return levels
  }
}

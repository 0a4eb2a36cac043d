import PlanModel
import PlanText

extension Checklist {
  /// What headings of measure tables are in the checklist, misspelt ones included, so that one slip is not reported
  /// twice. One for each heading.
  func likelyEntries(of headings: [PlacedGroup]) -> [Int?] {
    var likely: [Int?] = []
    likely.reserveCapacity(headings.count)
    for heading in headings {
      let parent = heading.parent.flatMap { likely[$0] }
      if let entry = heading.entry ?? heading.focus {
        likely.append(entry)
      } else if heading.parent != nil, parent == nil {
        likely.append(nil)
      } else {
        let name = heading.group.heading.string
        likely.append(
          entry(named: name, under: parent, layout: heading.layout)
            ?? nearMiss(for: name, under: parent, layout: heading.layout)?.entry)
      }
    }
    return likely
  }

  /// The entry whose name is probably meant by a name that the checklist does not have below `parent`, and whether no
  /// other comes close.
  func nearMiss(for name: String, under parent: Int?, layout: TableLayout = .measures) -> (entry: Int, isOnly: Bool)? {
    let place = parent ?? -1 - outline(for: layout).entries.lowerBound
    let letters = Array(NameKey(name).text.unicodeScalars)
    let names = memory.value { SpelledNames(self) }.names[place] ?? []
    guard let best = NearMiss.best(for: letters, among: names.map(\.letters)) else { return nil }
    let found = names[best].entry
    let others = names.filter { $0.entry != found }
    return (found, NearMiss.best(for: letters, among: others.map(\.letters)) == nil)
  }
}

/// The names of a checklist, letter by letter, as they are compared with what may be a slip of them.
private struct SpelledNames: Sendable {
  /// The names at all depths below each entry, official and accepted, in order and no more than are compared. Those of
  /// an outline whose first entry is n are at -1 - n.
  private(set) var names: [Int: [(letters: [Unicode.Scalar], entry: Int)]] = [:]

  init(_ checklist: Checklist) {
    for (index, entry) in checklist.entries.enumerated() {
      let spelled = ([entry.name] + entry.node.aliases.map(\.string)).map {
        (letters: Array(NameKey($0).text.unicodeScalars), entry: index)
      }
      let start = checklist.outline(of: index)?.entries.lowerBound ?? 0
      for place in checklist.path(to: index).dropLast() + [-1 - start] {
        guard names[place, default: []].count < NearMiss.mostCandidates else { continue }
        names[place, default: []] += spelled
      }
    }
  }
}

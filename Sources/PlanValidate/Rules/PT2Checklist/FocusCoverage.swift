import PlanModel

/// Which entries of the checklist the measure tables of a plan answer.
struct FocusCoverage {
  private let checklist: Checklist
  /// The first heading of each entry, as an index into the plan's groups.
  private var headings: [Int: Int] = [:]
  /// Entries with a heading that holds measures.
  private var answered: Set<Int> = []
  /// Entries above one that has a heading.
  private var opened: Set<Int> = []

  init(_ plan: PlanIndex, _ checklist: Checklist) {
    self.checklist = checklist
    for (index, entry) in plan.likelyEntries.enumerated() {
      guard let entry else { continue }
      if headings[entry] == nil {
        headings[entry] = index
        opened.formUnion(checklist.path(to: entry).dropLast())
      }
      if !plan.groups[index].group.isEmpty { answered.insert(entry) }
    }
  }

  /// The heading of an entry.
  func heading(of entry: Int) -> Int? { headings[entry] }

  /// Whether an entry below this one has a heading.
  func isOpened(_ entry: Int) -> Bool { opened.contains(entry) }

  /// Whether a heading of the entry holds measures.
  func isAnswered(_ entry: Int) -> Bool { answered.contains(entry) }

  /// The focuses at or below an entry that a plan must answer.
  func required(at entry: Int) -> [Int] {
    if checklist.entries[entry].isFocus { return checklist.entries[entry].needsNoPart ? [] : [entry] }
    return checklist.children(of: entry).flatMap(required)
  }
}

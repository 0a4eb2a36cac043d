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
    for (index, entry) in plan.likelyEntries(in: checklist).enumerated() {
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
    if checklist.entries[entry].isFocus { return isExempt(entry) ? [] : [entry] }
    return checklist.children(of: entry).flatMap(required)
  }

  /// Whether the checklist says that a focus needs no part of its own: 本構面毋須另闢專節撰寫.
  private func isExempt(_ entry: Int) -> Bool {
    checklist.entries[entry].node.guidance.contains { guidance in
      ["毋須另闢專節", "毋需另闢專節", "無須另闢專節", "無需另闢專節"].contains { guidance.text.string.contains($0) }
    }
  }

  /// Whether a focus only invites further measures: 除上述3項外，可自行提供…; 除前述作法外，其他…
  func isOptional(_ entry: Int) -> Bool {
    let checkpoints = checklist.entries[entry].node.checkpoints
    return !checkpoints.isEmpty
      && checkpoints.allSatisfy { $0.text.string.hasPrefix("除") && $0.text.string.contains("外，") }
  }
}

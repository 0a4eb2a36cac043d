import PlanModel
import PlanText

/// Why nothing stands under a focus.
struct CheckpointGaps {
  private let checklist: Checklist
  /// The entries that have a heading in the plan, those above them included.
  private var headed: Set<Int> = []
  /// The entries under which measures stand that answer no focus.
  private var strayUnder: Set<Int> = []
  /// The outlines, by their first entry, that have measures under no known heading.
  private var strayIn: Set<Int> = []
  /// The outlines, by their first entry, of which the plan has a table.
  private var tables: Set<Int> = []

  init(plan: Plan, groups: [PlacedGroup], checklist: Checklist) {
    self.checklist = checklist
    for layout in plan.sections.compactMap(\.content.kind.layout) {
      tables.insert(checklist.outline(for: layout).entries.lowerBound)
    }
    // The nearest entry at or above each heading.
    var nearest: [Int?] = []
    for place in groups {
      let entry = place.focus ?? place.entry ?? place.parent.flatMap { nearest[$0] }
      nearest.append(entry)
      if let known = place.focus ?? place.entry { headed.formUnion(checklist.path(to: known)) }
      guard place.focus == nil, place.group.measures.contains(where: { !$0.text.string.saysNothing }) else { continue }
      if let entry {
        strayUnder.insert(entry)
      } else {
        strayIn.insert(checklist.outline(for: place.layout).entries.lowerBound)
      }
    }
  }

  /// The state of the checkpoints of an entry that has no measure.
  func state(of index: Int) -> CheckpointCoverage.State {
    let entry = checklist.entries[index]
    guard let outline = checklist.outline(of: index),
      tables.contains(outline.entries.lowerBound)
    else { return .noTable }
    if entry.needsNoPart { return .elsewhere }
    if !headed.contains(index),
      checklist.path(to: index).dropLast().contains(where: strayUnder.contains)
        || strayIn.contains(outline.entries.lowerBound)
    {
      return .unplaced
    }
    return entry.invitesMore ? .optional : .open
  }
}

import PlanText

/// Finds for each entry of a framework the entries of an older one that it stands for.
///
/// The older entries wait under their names below the entry of the newer framework that the one above them has become.
/// An entry that is taken waits no longer, so that every name is looked at once, however many entries have it.
struct ChecklistSuccession {
  /// The entries that wait under a name, by the name they have and by those that they had.
  private struct Waiting {
    var named: [NameKey: [Int]] = [:]
    var formerly: [NameKey: [Int]] = [:]
  }

  private let old: Checklist
  private let new: Checklist
  /// The entries of the older framework right below each.
  private let children: [[Int]]
  /// What waits among the dimensions of an outline of the older framework, by its first entry.
  private var dimensions: [Int: Waiting] = [:]
  /// What waits below each entry of the newer framework.
  private var below: [Int: Waiting] = [:]
  /// For each entry of the newer framework, the older ones that it stands for, in order.
  private(set) var origins: [[Int]] = []
  /// For each entry of the older framework, the newer one that stands for it.
  private(set) var successors: [Int?]

  init(from old: Checklist, to new: Checklist) {
    self.old = old
    self.new = new
    successors = Array(repeating: nil, count: old.entries.count)
    var children: [[Int]] = Array(repeating: [], count: old.entries.count)
    for index in old.entries.indices {
      if let parent = old.entries[index].parent { children[parent].append(index) }
    }
    self.children = children
    for outline in old.outlines {
      for index in outline.entries where old.entries[index].parent == nil {
        wait(index, in: &dimensions[outline.entries.lowerBound, default: Waiting()])
      }
    }
    for outline in new.outlines {
      let dimensions = old.outline(for: outline.layout ?? .measures).entries.lowerBound
      for index in outline.entries { take(index, dimensions: dimensions) }
    }
  }

  private func wait(_ index: Int, in waiting: inout Waiting) {
    for key in old.entries[index].keys { waiting.named[key, default: []].append(index) }
    for name in old.entries[index].node.formerNames {
      waiting.formerly[NameKey(name.string), default: []].append(index)
    }
  }

  /// Finds what an entry of the newer framework stands for. Those before it are done.
  private mutating func take(_ index: Int, dimensions: Int) {
    let entry = new.entries[index]
    var found: Set<Int> = []
    func take(from waiting: inout Waiting) {
      for key in entry.keys {
        found.formUnion(waiting.named.removeValue(forKey: key) ?? [])
        found.formUnion(waiting.formerly.removeValue(forKey: key) ?? [])
      }
      for name in entry.node.formerNames {
        found.formUnion(waiting.named.removeValue(forKey: NameKey(name.string)) ?? [])
      }
    }
    if let parent = entry.parent {
      take(from: &below[parent, default: Waiting()])
    } else {
      take(from: &self.dimensions[dimensions, default: Waiting()])
    }
    let own = found.filter { successors[$0] == nil }.sorted()
    for candidate in own { successors[candidate] = index }
    origins.append(own)
    guard !own.isEmpty else { return }
    var waiting = Waiting()
    for candidate in own { waitBelow(candidate, in: &waiting) }
    below[index] = waiting
  }

  /// Everything below an entry waits, however deep.
  private func waitBelow(_ index: Int, in waiting: inout Waiting) {
    for child in children[index] {
      wait(child, in: &waiting)
      waitBelow(child, in: &waiting)
    }
  }
}

import PlanText

/// What became of a framework in the next one: what an officer needs to roll a plan over.
///
/// Entries are the same if they go by the same name (別名 included) below the same entry, or if the newer framework
/// says what the entry was called before (原名).
public struct ChecklistComparison: Sendable {
  /// The framework that is compared.
  public let old: Checklist
  /// The framework that it is compared with.
  public let new: Checklist
  /// For each entry of the new framework, the entries of the old one that it stands for, in order.
  public let origins: [[Int]]
  /// For each entry of the old framework, the entry of the new one that stands for it.
  public let successors: [Int?]

  /// A difference between the two frameworks.
  public enum Change: Sendable, Hashable {
    /// An entry of the old framework has another name in the new one.
    case renamed(old: Int, new: Int)
    /// An entry of the old framework is part of an entry of the new one that stands for others as well, or that is one
    /// level up.
    case merged(old: Int, new: Int)
    /// An entry of the old framework has nothing in the new one. What is below it is dropped with it.
    case dropped(old: Int)
    /// An entry of the new framework has nothing in the old one. What is below it is new with it.
    case added(new: Int)
    /// The weight differs; nil where a framework states none.
    case weight(old: Int, new: Int)
    /// The number of 辦理事項 differs.
    case checkpoints(old: Int, new: Int)
  }

  /// Compares two frameworks, the older one first or last: a 原名 counts in either direction.
  public init(_ old: Checklist, _ new: Checklist) {
    self.old = old
    self.new = new
    let succession = ChecklistSuccession(from: old, to: new)
    origins = succession.origins
    successors = succession.successors
  }

  /// The differences, in the order of the old framework, what was added last.
  public var changes: [Change] {
    old.entries.indices.flatMap(changes) + new.entries.indices.filter(isAdded).map { .added(new: $0) }
  }

  /// The entries of the old framework that are in the new one under the same name.
  public var sameCount: Int {
    old.entries.indices.count { index in
      !changes(of: index).contains { change in
        switch change {
        case .renamed, .merged, .dropped: true
        default: false
        }
      } && successors[index] != nil
    }
  }

  private func changes(of index: Int) -> [Change] {
    let entry = old.entries[index]
    guard let successor = successors[index] else {
      // What is below a dropped entry goes with it.
      let isAboveDropped = entry.parent.map { successors[$0] == nil } ?? false
      return isAboveDropped ? [] : [.dropped(old: index)]
    }
    let other = new.entries[successor]
    var changes: [Change] = []
    if origins[successor].first != index {
      changes.append(.merged(old: index, new: successor))
    } else if NameKey(entry.name) != NameKey(other.name) {
      changes.append(.renamed(old: index, new: successor))
    }
    if entry.node.weight != other.node.weight { changes.append(.weight(old: index, new: successor)) }
    if entry.isFocus, other.isFocus, origins[successor].count == 1,
      entry.node.checkpoints.count != other.node.checkpoints.count
    {
      changes.append(.checkpoints(old: index, new: successor))
    }
    return changes
  }

  private func isAdded(_ index: Int) -> Bool {
    guard origins[index].isEmpty else { return false }
    return new.entries[index].parent.map { !origins[$0].isEmpty } ?? true
  }
}

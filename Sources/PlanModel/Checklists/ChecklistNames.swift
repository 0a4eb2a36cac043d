import PlanText

/// Where the entries of a checklist are found by name, worked out once: a plan may have as many headings as its
/// checklist has names.
struct ChecklistNames: Sendable {
  /// The entries that go by a name, in order.
  private var called: [NameKey: [Int]] = [:]
  /// The entries that an earlier framework called so, in order.
  private var formerlyCalled: [NameKey: [Int]] = [:]
  /// The entries in their places.
  private var placed: [Place: Int] = [:]
  /// For each entry, the first one that is no longer below it. An entry stands before what is below it.
  private var ends: [Int]

  /// A name directly below an entry, or among the dimensions of an outline.
  private struct Place: Hashable {
    let parent: Int?
    /// The first entry of the range that is looked in, since the dimensions of several outlines have no parent.
    let start: Int
    let key: NameKey
  }

  init(_ checklist: Checklist) {
    let entries = checklist.entries
    ends = entries.indices.map { $0 + 1 }
    for index in entries.indices.reversed() {
      if let parent = entries[index].parent { ends[parent] = max(ends[parent], ends[index]) }
    }
    for (index, entry) in entries.enumerated() {
      let start = entry.parent.map { $0 + 1 } ?? checklist.outline(of: index)?.entries.lowerBound ?? 0
      for key in entry.keys {
        called[key, default: []].append(index)
        let place = Place(parent: entry.parent, start: start, key: key)
        // The first of several that are called alike.
        if placed[place] == nil { placed[place] = index }
      }
      for name in Set(entry.node.formerNames.map { NameKey($0.string) }) {
        formerlyCalled[name, default: []].append(index)
      }
    }
  }

  /// All entries below an entry.
  func descendants(of entry: Int) -> Range<Int> { (entry + 1)..<ends[entry] }

  /// The highest entries of the descendants of an entry, or of an outline.
  func children(in range: Range<Int>) -> [Int] {
    var children: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      children.append(index)
      index = ends[index]
    }
    return children
  }

  /// The first entry of a name directly below another one, whose descendants are `range`; or among the dimensions of an
  /// outline, which is `range`.
  func child(called key: NameKey, of parent: Int?, in range: Range<Int>) -> Int? {
    let found = placed[Place(parent: parent, start: range.lowerBound, key: key)]
    // An outline may be empty, and the next one begin where it does.
    return found.flatMap { range.contains($0) ? $0 : nil }
  }

  /// The entries of a name within a range, in order.
  func entries(called key: NameKey, in range: Range<Int>) -> ArraySlice<Int> { Self.part(of: called[key], in: range) }

  /// The entries within a range that an earlier framework called so, in order.
  func entries(formerlyCalled key: NameKey, in range: Range<Int>) -> ArraySlice<Int> {
    Self.part(of: formerlyCalled[key], in: range)
  }

  private static func part(of indices: [Int]?, in range: Range<Int>) -> ArraySlice<Int> {
    guard let indices else { return [] }
    let start = indices.halvingIndex(fromWhich: { $0 >= range.lowerBound })
    let end = indices.halvingIndex(fromWhich: { $0 >= range.upperBound })
    return indices[start..<end]
  }
}

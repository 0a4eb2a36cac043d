import PlanText

/// For each key the numbers that were put under it, in order. Most lists are short, and none has memory of its own.
struct NumberLists {
  private var ends: NumberTable<(first: Int, last: Int)>
  private var entries: [(number: Int, next: Int)] = []

  init(capacity: Int = 16) { ends = NumberTable(capacity: capacity) }

  /// Puts a number at the end of the list of a key.
  mutating func append(_ number: Int, to key: UInt64) {
    let entry = entries.count
    entries.append((number, -1))
    if let last = ends[key]?.last { entries[last].next = entry }
    ends[key, default: (entry, entry)].last = entry
  }

  /// Does something with the first numbers under a key.
  func forEach(under key: UInt64, atMost limit: Int, _ body: (Int) -> Void) {
    var entry = ends[key]?.first ?? -1
    var count = 0
    while entry >= 0, count < limit {
      body(entries[entry].number)
      entry = entries[entry].next
      count += 1
    }
  }
}

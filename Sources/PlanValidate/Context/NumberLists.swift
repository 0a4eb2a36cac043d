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

  /// The first numbers under a key.
  func numbers(under key: UInt64, atMost limit: Int) -> some Sequence<Int> {
    sequence(state: (ends[key]?.first ?? -1, limit)) { state in
      guard state.0 >= 0, state.1 > 0 else { return nil }
      let entry = entries[state.0]
      state = (entry.next, state.1 - 1)
      return entry.number
    }
  }
}

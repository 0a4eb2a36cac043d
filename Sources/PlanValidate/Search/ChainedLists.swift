/// Lists of numbers, none of which has memory of its own: most have one or two.
struct ChainedLists {
  private var ends: [(first: Int32, last: Int32)]
  private var entries: [(number: Int32, next: Int32)] = []

  /// So many empty lists.
  init(count: Int) { ends = Array(repeating: (-1, -1), count: count) }

  /// Puts a number at the end of a list.
  mutating func append(_ number: Int, to list: Int) {
    let entry = Int32(truncatingIfNeeded: entries.count)
    entries.append((Int32(truncatingIfNeeded: number), -1))
    let last = ends[list].last
    if last >= 0 { entries[Int(last)].next = entry } else { ends[list].first = entry }
    ends[list].last = entry
  }

  /// Does something with the first numbers of a list.
  func forEach(in list: Int, atMost limit: Int, _ body: (Int) -> Void) {
    var entry = ends[list].first
    var count = 0
    while entry >= 0, count < limit {
      body(Int(entries[Int(entry)].number))
      entry = entries[Int(entry)].next
      count += 1
    }
  }
}

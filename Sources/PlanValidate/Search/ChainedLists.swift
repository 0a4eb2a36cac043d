/// Lists of numbers, none of which has memory of its own: most have one or two.
struct ChainedLists {
  /// For each list its last entry; -1 where it has none.
  private var lasts: [Int32]
  /// Behind the last entry of a list comes its first.
  private var entries: [(number: Int32, next: Int32)] = []

  /// So many empty lists.
  init(count: Int) { lasts = Array(repeating: -1, count: count) }

  /// Puts a number at the end of a list.
  mutating func append(_ number: Int, to list: Int) {
    let entry = Int32(truncatingIfNeeded: entries.count)
    entries.append((Int32(truncatingIfNeeded: number), entry))
    let last = lasts[list]
    if last >= 0 {
      entries[Int(entry)].next = entries[Int(last)].next
      entries[Int(last)].next = entry
    }
    lasts[list] = entry
  }

  /// Does something with the first numbers of a list.
  func forEach(in list: Int, atMost limit: Int, _ body: (Int) -> Void) {
    let last = lasts[list]
    guard last >= 0, limit > 0 else { return }
    var entry = last
    var count = 0
    repeat {
      entry = entries[Int(entry)].next
      body(Int(entries[Int(entry)].number))
      count += 1
    } while entry != last && count < limit
  }
}

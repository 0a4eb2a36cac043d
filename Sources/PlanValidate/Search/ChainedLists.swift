/// Lists of numbers, none of which has memory of its own: most have one or two.
struct ChainedLists {
  /// For each list its last entry; -1 where it has none.
  private var lasts: [Int32]
  /// How many numbers each has.
  private var counts: [UInt8]
  private let most: UInt8
  /// Behind the last entry of a list comes its first.
  private var entries: [(number: Int32, next: Int32)] = []

  /// So many empty lists, each of which takes its first numbers and no others.
  init(count: Int, most: UInt8) {
    lasts = Array(repeating: -1, count: count)
    counts = Array(repeating: 0, count: count)
    self.most = most
  }

  /// Puts a number at the end of a list that is not full.
  mutating func append(_ number: Int, to list: Int) {
    guard counts[list] < most else { return }
    counts[list] += 1
    let entry = Int32(truncatingIfNeeded: entries.count)
    entries.append((Int32(truncatingIfNeeded: number), entry))
    let last = lasts[list]
    if last >= 0 {
      entries[Int(entry)].next = entries[Int(last)].next
      entries[Int(last)].next = entry
    }
    lasts[list] = entry
  }

  /// Does something with the numbers of a list.
  func forEach(in list: Int, _ body: (Int) -> Void) {
    let last = lasts[list]
    guard last >= 0 else { return }
    var entry = last
    repeat {
      entry = entries[Int(entry)].next
      body(Int(entries[Int(entry)].number))
    } while entry != last
  }

  /// Whether a list has a number.
  func has(_ number: Int, in list: Int) -> Bool {
    let last = lasts[list]
    guard last >= 0 else { return false }
    var entry = last
    repeat {
      entry = entries[Int(entry)].next
      if Int(entries[Int(entry)].number) == number { return true }
    } while entry != last
    return false
  }
}

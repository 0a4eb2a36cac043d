/// For some characters, those before them that make a common word with them.
struct WordsByEnd {
  private var firsts: [[(number: UInt16, level: UInt8)]]

  init(of ends: some Sequence<UInt16>) {
    var isWanted = NumberSet()
    for end in ends { isWanted.insert(end) }
    var firsts: [[(number: UInt16, level: UInt8)]] = Array(repeating: [], count: NumberSet.size)
    Vocabulary.shared.forEachWord { first, second, level in
      if isWanted.contains(second) { firsts[Int(second)].append((first, UInt8(truncatingIfNeeded: level))) }
    }
    self.firsts = firsts
  }

  /// Those of at least some level, in the order of their numbers.
  subscript(second: UInt16, level level: UInt8) -> [UInt16] {
    firsts[Int(second)].lazy.filter { $0.level >= level }.map(\.number)
  }

  /// All of them, with their levels.
  subscript(second: UInt16) -> [(number: UInt16, level: UInt8)] { firsts[Int(second)] }
}

/// The common words by their second characters: what stands before each.
struct WordsByEnd: Sendable {
  /// Those of the vocabulary that comes with the program, put in order when first asked for.
  static let shared = WordsByEnd(.shared)

  /// The numbers of first characters, each above four bits with the level of the word; by second characters, and those of
  /// one in the order of their numbers.
  private let words: [UInt16]
  /// For each number, where the words that end with it begin; at the end, how many there are.
  private let starts: [Int32]

  init(_ vocabulary: Vocabulary) {
    var starts = Array(repeating: Int32(0), count: NumberSet.size + 1)
    vocabulary.forEachWord { _, second, _ in starts[Int(second) + 1] += 1 }
    for number in 0..<NumberSet.size { starts[number + 1] += starts[number] }
    var free = starts
    var words = Array(repeating: UInt16(0), count: Int(starts[NumberSet.size]))
    vocabulary.forEachWord { first, second, level in
      words[Int(free[Int(second)])] = first &<< 4 | level
      free[Int(second)] += 1
    }
    (self.words, self.starts) = (words, starts)
  }

  /// Goes through the words that end with a character, or with the end of a clause, each with its level, 0 to 7.
  func forEachWord(to second: UInt16, _ body: (_ first: UInt16, _ level: UInt16) -> Void) {
    guard second < NumberSet.size else { return }
    for word in words[Int(starts[Int(second)])..<Int(starts[Int(second) + 1])] { body(word &>> 4, word & 15) }
  }

  /// The characters that make a word of at least some level with the one behind.
  func words(to second: UInt16, level: UInt16) -> [UInt16] {
    var found: [UInt16] = []
    forEachWord(to: second) { if $1 >= level { found.append($0) } }
    return found
  }
}

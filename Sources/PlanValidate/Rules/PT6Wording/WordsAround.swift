/// The characters that make a common word with a neighbour of a suspicious one.
struct WordsAround {
  /// For each number, at which of the places looked at it did so last: nothing has to be cleared for the next one.
  private var marks = [UInt32](repeating: 0, count: NumberSet.size)
  private var place: UInt32 = 0

  /// Looks at the neighbours of another one.
  mutating func look(around suspect: LikelySlips.Suspect) {
    place += 1
    Vocabulary.shared.forEachWord(from: suspect.before) { second, _ in marks[Int(second)] = place }
    WordsByEnd.shared.forEachWord(to: suspect.after) { first, _ in marks[Int(first)] = place }
  }

  func have(_ number: UInt16) -> Bool { number < NumberSet.size && marks[Int(number)] == place }
}

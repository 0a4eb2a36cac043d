import PlanText

/// Words that are looked for together, in time that does not grow with their number.
struct WordSet {
  private var words: Set<String> = []
  /// The lengths of the words, by their first character.
  private var lengths: [Unicode.Scalar: Set<Int>] = [:]

  mutating func insert(_ word: String) {
    guard let first = word.unicodeScalars.first, words.insert(word).inserted else { return }
    lengths[first, default: []].insert(word.unicodeScalars.count)
  }

  /// The words that a folded text has, in the order in which they stand there.
  func found(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var found: [String] = []
    var seen: Set<String> = []
    for start in scalars.indices {
      for length in lengths[scalars[start]] ?? [] where start + length <= scalars.count {
        let part = String(scalars: scalars[start..<(start + length)])
        if words.contains(part), seen.insert(part).inserted { found.append(part) }
      }
    }
    return found
  }
}

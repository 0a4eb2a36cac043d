/// The characters that make a common word with a neighbour of a suspicious one.
struct WordsAround {
  private var numbers = NumberSet()

  init(_ suspect: LikelySlips.Suspect, _ wordsByEnd: WordsByEnd) {
    Vocabulary.shared.forEachWord(from: suspect.before) { second, _ in numbers.insert(second) }
    for first in wordsByEnd[suspect.after] { numbers.insert(first.number) }
  }

  func have(_ number: UInt16) -> Bool { numbers.contains(number) }
}

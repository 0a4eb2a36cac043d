import PlanText

/// Words that are looked for at every character of a plan, found by their first character.
struct WordTable<Value: Sendable>: Sendable {
  /// A word and what belongs to it.
  struct Entry: Sendable {
    let word: [Unicode.Scalar]
    let value: Value
  }

  /// Asked about every character, most of which begin none of the words.
  private let firsts: ScalarSet
  private let byFirst: [Unicode.Scalar: [Entry]]

  /// A table; of several words that stand at one place the earliest is found.
  init(_ entries: [Entry]) {
    byFirst = Dictionary(grouping: entries.filter { !$0.word.isEmpty }) { $0.word[0] }
    firsts = ScalarSet(byFirst.keys)
  }

  /// Whether one of the words begins with a character.
  @inline(__always)
  func mayBegin(with scalar: Unicode.Scalar) -> Bool { firsts.contains(scalar) }

  /// The word that stands at a place.
  func entry(at index: Int, in dense: DenseText) -> Entry? {
    byFirst[dense.scalars[index]]?.first { dense.has($0.word, at: index) }
  }

  /// The word that stands at a place among some characters.
  func entry(at index: Int, in scalars: [Unicode.Scalar]) -> Entry? {
    guard firsts.contains(scalars[index]) else { return nil }
    return byFirst[scalars[index]]?.first { scalars.has($0.word, at: index) }
  }

  /// All words that stand at a place.
  func entries(at index: Int, in dense: DenseText) -> [Entry] {
    guard firsts.contains(dense.scalars[index]) else { return [] }
    return byFirst[dense.scalars[index]]?.filter { dense.has($0.word, at: index) } ?? []
  }
}

extension [Unicode.Scalar] {
  /// Whether a word stands at a place.
  func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for (offset, scalar) in word.enumerated() where self[index + offset] != scalar { return false }
    return true
  }
}

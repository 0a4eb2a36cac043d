/// A set of numbers of the ``Vocabulary``, and of the one behind them, which stands for a character that it lacks.
struct NumberSet: Sendable {
  /// How many different numbers there are.
  static let size = Int(Vocabulary.clauseEnd) + 2

  private var isMember = [Bool](repeating: false, count: size)

  init() {}

  init(_ characters: String) {
    for character in characters.unicodeScalars { insert(Vocabulary.shared.number(of: character)) }
  }

  mutating func insert(_ number: UInt16) {
    if isMember.indices.contains(Int(number)) { isMember[Int(number)] = true }
  }

  func contains(_ number: UInt16) -> Bool { isMember.indices.contains(Int(number)) && isMember[Int(number)] }
}

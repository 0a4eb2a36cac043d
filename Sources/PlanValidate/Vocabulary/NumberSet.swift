/// A set of numbers of the ``Vocabulary``, and of the one behind them, which stands for a character that it lacks.
struct NumberSet: Sendable {
  /// How many different numbers there are.
  static let size = Int(Vocabulary.clauseEnd) + 2

  /// A bit for each number: a set is made for each suspicious character, and is to be empty at little cost.
  private var bits = [UInt64](repeating: 0, count: (size + 63) / 64)

  init() {}

  init(_ characters: String) {
    for character in characters.unicodeScalars { insert(Vocabulary.shared.number(of: character)) }
  }

  mutating func insert(_ number: UInt16) {
    if number < Self.size { bits[Int(number >> 6)] |= 1 << UInt64(number & 63) }
  }

  func contains(_ number: UInt16) -> Bool {
    number < Self.size && bits[Int(number >> 6)] &>> UInt64(number & 63) & 1 == 1
  }
}

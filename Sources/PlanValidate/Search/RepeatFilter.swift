/// Tells which numbers of a long row come more than once. It needs three bytes for each, where a table of all of them
/// needs fifty, so that only the few that may come again are put into a table. It may say of a number that it does
/// although it does not, never the other way round.
struct RepeatFilter {
  private var once: [UInt64]
  private var again: [UInt64]
  /// How far a hash is moved to give a bit.
  private let shift: UInt64

  /// A filter for so many numbers.
  init(capacity: Int) {
    var words = 4
    // Twelve or more bits for each.
    while words * 64 < 12 * capacity { words *= 2 }
    once = Array(repeating: 0, count: words)
    again = once
    shift = UInt64(58 - words.trailingZeroBitCount)
  }

  /// Notes that a number has come.
  mutating func insert(_ number: UInt64) {
    let (word, bit) = place(of: number)
    if once[word] & bit != 0 { again[word] |= bit } else { once[word] |= bit }
  }

  /// Whether a number has probably come more than once.
  func mayRepeat(_ number: UInt64) -> Bool {
    let (word, bit) = place(of: number)
    return again[word] & bit != 0
  }

  private func place(of number: UInt64) -> (word: Int, bit: UInt64) {
    let place = numberHash(number) &>> shift
    return (Int(truncatingIfNeeded: place &>> 6), 1 &<< (place & 63))
  }
}

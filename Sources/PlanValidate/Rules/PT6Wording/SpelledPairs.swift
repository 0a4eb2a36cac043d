/// The pairs of neighbours among the numbers of ``SpelledTexts``: how often each stands there, and what the vocabulary
/// knows of it.
///
/// Every place is looked at by several steps, while a document has few different pairs; so each is put into a table
/// once, in eight bytes.
struct SpelledPairs {
  /// What is known of one pair.
  struct Entry {
    /// The key of the pair above seven bits of its use; 0 where nothing is.
    fileprivate let keyAndUse: UInt32
    fileprivate(set) var count: UInt32

    fileprivate static let none = Entry(keyAndUse: 0, count: 0)

    var use: PairUse { PairUse(bits: UInt8(truncatingIfNeeded: keyAndUse & 0x7F)) }
  }

  private var entries: [Entry]
  private var taken = 0
  /// How far a hash is moved to give a place.
  private var shift: UInt64

  init(_ numbers: [UInt16]) {
    let size = Self.size(for: min(numbers.count / 2, 1 << 15))
    entries = Array(repeating: .none, count: size)
    shift = Self.shift(of: size)
    for index in numbers.indices.dropLast() { add(numbers[index], numbers[index + 1]) }
  }

  /// How often a pair stands in the texts.
  func count(_ first: UInt16, _ second: UInt16) -> Int {
    Int(entries[slot(of: Self.key(first, second))].count)
  }

  /// What the vocabulary knows of a pair that stands in the texts. Nothing is known of digits and brackets, nor of
  /// characters that it lacks.
  func use(_ first: UInt16, _ second: UInt16) -> PairUse { entries[slot(of: Self.key(first, second))].use }

  private mutating func add(_ first: UInt16, _ second: UInt16) {
    let key = Self.key(first, second)
    let place = slot(of: key)
    if entries[place].keyAndUse != 0 {
      entries[place].count += 1
      return
    }
    let isKnown = first != 0 && second != 0 && max(first, second) < SpelledTexts.foreign
    let use = isKnown ? Vocabulary.shared.use(of: first, second) : .unknown
    entries[place] = Entry(keyAndUse: key &<< 7 | UInt32(use.bits), count: 1)
    taken += 1
    if taken * 3 > entries.count * 2 { grow() }
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: .none, count: old.count * 2)
    shift = Self.shift(of: entries.count)
    for entry in old where entry.keyAndUse != 0 { entries[slot(of: entry.keyAndUse &>> 7)] = entry }
  }

  /// The place of a pair, or the free one where it belongs.
  private func slot(of key: UInt32) -> Int {
    var slot = Int(truncatingIfNeeded: numberHash(UInt64(key)) &>> shift)
    while entries[slot].keyAndUse != 0, entries[slot].keyAndUse &>> 7 != key { slot = (slot + 1) & (entries.count - 1) }
    return slot
  }

  /// Of 25 bits, and never 0.
  private static func key(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) &* (UInt32(SpelledTexts.foreign) &+ 1) &+ UInt32(second) &+ 1
  }

  /// A power of two that leaves room beside so many pairs.
  private static func size(for count: Int) -> Int {
    var size = 64
    while size < 2 * count { size *= 2 }
    return size
  }

  private static func shift(of size: Int) -> UInt64 { UInt64(64 - size.trailingZeroBitCount) }
}

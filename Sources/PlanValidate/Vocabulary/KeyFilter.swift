/// A set of numbers that says yes for a few others too (an xor filter): each number has a cell of some bits in each third
/// of the table, and the xor of the three is its mark. With cells of three bits one in eight others has its mark too. What
/// differs from the mark may be a value that belongs to the number.
///
/// The table begins with a seed of four bytes, the number of cells in a third, three bytes, and the bits of a cell, one.
struct KeyFilter {
  private let bytes: PackedTable.Bytes
  private let seed: UInt32
  private let third: UInt64
  private let width: UInt64
  private let mask: UInt32

  /// A filter that is shorter than it says has no numbers.
  init(_ bytes: PackedTable.Bytes) {
    self.bytes = bytes
    let size = bytes.long(at: 4)
    let (third, width) = (UInt64(size & 0xFF_FFFF), min(24, UInt64(size &>> 24)))
    let lastCell = 8 + Int(width * 3 * third / 8)
    (seed, self.third, self.width) = (bytes.long(at: 0), bytes.count >= lastCell + 4 ? third : 0, width)
    mask = 1 &<< UInt32(width) &- 1
  }

  func mayHave(_ key: UInt32) -> Bool { value(of: key) == 0 }

  /// The value of a number; any for one that is not in the set. Nil where the table has none.
  func value(of key: UInt32) -> UInt32? {
    guard third > 0 else { return nil }
    let first = Self.mixed(key ^ seed)
    let second = Self.mixed(first ^ 0x5BD1_E995)
    let last = Self.mixed(second ^ 0x5BD1_E995)
    return (cell(first, ofThird: 0) ^ cell(second, ofThird: 1) ^ cell(last, ofThird: 2) ^ last) & mask
  }

  /// The cell to which a number belongs, in the lowest bits.
  @inline(__always) private func cell(_ hash: UInt32, ofThird number: UInt64) -> UInt32 {
    let bit = width &* (number &* third &+ (UInt64(hash) &* third) &>> 32)
    return bytes.longInside(at: 8 &+ Int(truncatingIfNeeded: bit &>> 3)) &>> UInt32(truncatingIfNeeded: bit & 7)
  }

  /// A number whose bits all depend on all bits of the other.
  @inline(__always) static func mixed(_ key: UInt32) -> UInt32 {
    var value = (key ^ key &>> 15) &* 0x2C1B_3C6D
    value = (value ^ value &>> 12) &* 0x297A_2D39
    return value ^ value &>> 15
  }
}

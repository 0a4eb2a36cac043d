/// A set of numbers that says yes for one in eight others too (an xor filter): each number has a cell of three bits in
/// each third of the table, and the xor of the three is its mark.
///
/// The table begins with a seed and the number of cells in a third, four bytes each.
struct KeyFilter {
  private let bytes: PackedTable.Bytes
  private let seed: UInt32
  private let third: UInt64

  init(_ bytes: PackedTable.Bytes) {
    self.bytes = bytes
    (seed, third) = (bytes.long(at: 0), UInt64(bytes.long(at: 4)))
  }

  func mayHave(_ key: UInt32) -> Bool {
    guard third > 0 else { return false }
    let first = Self.mixed(key ^ seed)
    let second = Self.mixed(first ^ 0x5BD1_E995)
    let last = Self.mixed(second ^ 0x5BD1_E995)
    return (cell(first, ofThird: 0) ^ cell(second, ofThird: 1) ^ cell(last, ofThird: 2) ^ last) & 7 == 0
  }

  /// The cell to which a number belongs, in the lowest three bits.
  @inline(__always) private func cell(_ hash: UInt32, ofThird number: UInt64) -> UInt32 {
    let bit = 3 &* (number &* third &+ (UInt64(hash) &* third) &>> 32)
    return bytes.long(at: 8 + Int(truncatingIfNeeded: bit &>> 3)) &>> UInt32(truncatingIfNeeded: bit & 7)
  }

  /// A number whose bits all depend on all bits of the other.
  @inline(__always) static func mixed(_ key: UInt32) -> UInt32 {
    var value = (key ^ key &>> 15) &* 0x2C1B_3C6D
    value = (value ^ value &>> 12) &* 0x297A_2D39
    return value ^ value &>> 15
  }
}

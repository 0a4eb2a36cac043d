/// A set of numbers that says yes for a few others too (a Bloom filter): the number of bits, then the bits.
struct KeyFilter {
  private let bytes: PackedTable.Bytes
  private let bits: UInt64

  init(_ bytes: PackedTable.Bytes) {
    self.bytes = bytes
    bits = UInt64(bytes.long(at: 0))
  }

  func mayHave(_ key: UInt32) -> Bool {
    var place = Self.mixed(key)
    let step = Self.mixed(key ^ 0x5BD1_E995) | 1
    for _ in 0..<3 {
      let bit = Int(truncatingIfNeeded: (UInt64(place) &* bits) &>> 32)
      if bytes.byte(4 + bit >> 3) &>> UInt8(truncatingIfNeeded: bit & 7) & 1 == 0 { return false }
      place &+= step
    }
    return true
  }

  /// A number whose bits all depend on all bits of the other.
  @inline(__always) static func mixed(_ key: UInt32) -> UInt32 {
    var value = (key ^ key &>> 15) &* 0x2C1B_3C6D
    value = (value ^ value &>> 12) &* 0x297A_2D39
    return value ^ value &>> 15
  }
}

/// A number by which a text is known again, in this run and in others: FNV-1a with 64 bits.
///
/// It is quick and the same everywhere, and no protection against people who look for texts with the same number.
package struct FNV1a: Sendable, Hashable {
  package let value: UInt64

  package init(_ text: String) {
    value = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// 16 hexadecimal digits.
  package var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// 8 hexadecimal digits, for what is only told from a few others.
  package var shortHex: String {
    let digits = String(UInt32(truncatingIfNeeded: value ^ (value >> 32)), radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

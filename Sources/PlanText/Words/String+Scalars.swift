extension String {
  /// A text of some scalars. Putting it together as bytes takes a fraction of what appending them to a view of scalars
  /// does.
  public init(scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.underestimatedCount * 3)
    for scalar in scalars { bytes.append(scalar) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Adds a scalar as UTF-8.
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case ..<0x80: append(UInt8(value))
    case ..<0x800:
      append(0xC0 | UInt8(value >> 6))
      append(0x80 | UInt8(value & 0x3F))
    case ..<0x10000:
      append(0xE0 | UInt8(value >> 12))
      append(0x80 | UInt8(value >> 6 & 0x3F))
      append(0x80 | UInt8(value & 0x3F))
    default:
      append(0xF0 | UInt8(value >> 18))
      append(0x80 | UInt8(value >> 12 & 0x3F))
      append(0x80 | UInt8(value >> 6 & 0x3F))
      append(0x80 | UInt8(value & 0x3F))
    }
  }

  /// The scalar that begins at an index of well-formed UTF-8, and the index behind it.
  package func scalar(at index: Int) -> (scalar: Unicode.Scalar, next: Int) { UTF8Scalar.read(at: index, in: self) }
}

/// Decoding single scalars out of bytes, where a whole string would be far more than is wanted.
enum UTF8Scalar {
  /// The scalar that begins at an index, and the index behind it. Damaged bytes are U+FFFD one by one.
  @inline(__always)
  static func read<Bytes: RandomAccessCollection<UInt8>>(at index: Int, in bytes: Bytes) -> (
    scalar: Unicode.Scalar, next: Int
  ) where Bytes.Index == Int {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), index + 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.endIndex else { return ("\u{FFFD}", index + 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for further in (index + 1)..<(index + length) { value = value << 6 | UInt32(bytes[further] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, index + length) } ?? ("\u{FFFD}", index + 1)
  }
}

extension String {
  /// A text of some scalars. Putting it together as bytes takes a fraction of what appending them to a view of scalars
  /// does.
  @inlinable public init(scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.underestimatedCount * 3)
    for scalar in scalars { bytes.append(scalar) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// Does something with every scalar and the UTF-8 offset at which it begins.
  ///
  /// The bytes are decoded here, Chinese characters first: a view of scalars takes twice as long for each.
  @inlinable package func forEachScalar(_ body: (Unicode.Scalar, Int) -> Void) {
    let isDone: Void? = utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while index < bytes.count {
        let lead = UInt32(bytes[index])
        let width = lead < 0x80 ? 1 : lead >= 0xE0 ? lead < 0xF0 ? 3 : 4 : 2
        var value = lead
        if width == 3 {
          value = (lead & 0xF) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        } else if width > 1 {
          value &= 0x7F >> UInt32(width)
          for further in 1..<width { value = value << 6 | UInt32(bytes[index + further] & 0x3F) }
        }
        // A string is well-formed.
        if let scalar = Unicode.Scalar(value) { body(scalar, index) }
        index += width
      }
    }
    if isDone != nil { return }
    var offset = 0
    for scalar in unicodeScalars {
      body(scalar, offset)
      offset += UTF8.width(scalar)
    }
  }
}

extension String {
  /// Does something with every scalar and the UTF-8 offset at which it begins, from the last one on and until it is told
  /// that this is enough.
  @inlinable package func forEachScalarFromEnd(_ body: (Unicode.Scalar, Int) -> Bool) {
    var offset = utf8.count
    for scalar in unicodeScalars.reversed() {
      offset -= UTF8.width(scalar)
      if !body(scalar, offset) { return }
    }
  }
}

extension [UInt8] {
  /// Adds a scalar as UTF-8.
  @usableFromInline package mutating func append(_ scalar: Unicode.Scalar) {
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
  @inlinable package func scalar(at index: Int) -> (scalar: Unicode.Scalar, next: Int) {
    UTF8Scalar.read(at: index, in: self)
  }
}

/// Decoding single scalars out of bytes, where a whole string would be far more than is wanted.
@usableFromInline package enum UTF8Scalar {
  /// The scalar that begins at an index, and the index behind it. Damaged bytes are U+FFFD one by one.
  @inlinable @inline(__always)
  package static func read<Bytes: RandomAccessCollection<UInt8>>(at index: Int, in bytes: Bytes) -> (
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

extension Unicode.Scalar {
  /// The first of its bytes in UTF-8.
  package var utf8Lead: UInt8 {
    switch value {
    case ..<0x80: UInt8(truncatingIfNeeded: value)
    case ..<0x800: 0xC0 | UInt8(truncatingIfNeeded: value >> 6)
    case ..<0x1_0000: 0xE0 | UInt8(truncatingIfNeeded: value >> 12)
    default: 0xF0 | UInt8(truncatingIfNeeded: value >> 18)
    }
  }
}

import PlanText

/// Tells some pairs of neighbouring characters from most others. It may say of a pair that it is there although it is
/// not, never the other way round.
struct PairFilter: Sendable {
  private var bits: [UInt64]
  /// How many bits of a product are not needed.
  private let shift: UInt64

  /// A filter with so many bits, a power of two of at least 64.
  init(bits count: Int = 8192) {
    bits = Array(repeating: 0, count: count / 64)
    shift = UInt64(64 - count.trailingZeroBitCount)
  }

  mutating func insert(_ pair: UInt64) {
    let place = place(of: pair)
    bits[Int(truncatingIfNeeded: place >> 6)] |= 1 << (place & 63)
  }

  func mayHave(_ pair: UInt64) -> Bool {
    let place = place(of: pair)
    return bits[Int(truncatingIfNeeded: place >> 6)] & (1 << (place & 63)) != 0
  }

  private func place(of pair: UInt64) -> UInt64 { Self.hash(pair) >> shift }

  /// The upper bits of a product by the golden ratio depend on all bits of the pair.
  static func hash(_ pair: UInt64) -> UInt64 { pair &* 0x9E37_79B9_7F4A_7C15 }

  /// Does something with the characters of a text in UTF-8, each alone and with the one behind it.
  @inline(__always)
  static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    var (index, before): (Int, UInt64) = (0, 0)
    while index < bytes.count {
      let next = min(index + width(of: bytes[index]), bytes.count)
      let own = number(bytes, index, next)
      if index > 0 { body(before << UInt64(8 * (next - index)) | own) }
      body(own)
      (index, before) = (next, own)
    }
  }

  /// The first two characters of a text in UTF-8 as one number, or the only one.
  static func firstPair(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let first = bytes.first else { return 0 }
    let length = width(of: first)
    let second = length < bytes.count ? length + width(of: bytes[length]) : length
    return number(bytes, 0, min(second, bytes.count))
  }

  /// The bytes of a character and of the one behind it as one number.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var number: UInt64 = 0
    for index in start..<end { number = number << 8 | UInt64(bytes[index]) }
    return number
  }

  /// How many bytes a character has that begins with a byte of UTF-8.
  static func width(of byte: UInt8) -> Int {
    switch byte {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}

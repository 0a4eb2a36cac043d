import PlanText

/// Where a file has characters that tables are drawn with: tabs, bars, `<t`, two hyphens or signs of equality side by
/// side. Most stretches have none, and are looked at no further.
///
/// The file is looked through once, sixteen bytes in a step; what is kept is one flag for 32 bytes that may have one.
struct TableMarks {
  private let bytes: [UInt8]
  private let flags: [Bool]

  private static let width = 32

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    flags = bytes.withUnsafeBytes { bytes in
      var flags = Array(repeating: false, count: bytes.count / Self.width + 1)
      var index = 0
      // The byte behind each is looked at too.
      while index + 17 <= bytes.count {
        let own = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        let next = bytes.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
        if any(Self.mayBegin(own, next)) { flags[index / Self.width] = true }
        index += 16
      }
      for rest in stride(from: index, to: bytes.count, by: 16) { flags[rest / Self.width] = true }
      return flags
    }
  }

  /// Whether a stretch has such a character.
  func stand(in range: SourceRange) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = min((index / Self.width + 1) * Self.width, range.upperBound)
      if flags[index / Self.width], (index..<end).contains(where: { isMark(at: $0, to: range.upperBound) }) {
        return true
      }
      index = end
    }
    return false
  }

  /// Whether there may be such a character: of the wide ones, ｜￨︱ and │┃∣❘, the first two bytes are compared, which
  /// others have too.
  @inline(__always)
  private static func mayBegin(_ own: SIMD16<UInt8>, _ next: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    func isOne(_ bytes: SIMD16<UInt8>, _ byte: UInt8) -> SIMDMask<SIMD16<Int8>> { bytes .== SIMD16(repeating: byte) }
    let alone = isOne(own, Ascii.tab) .| isOne(own, Ascii.pipe) .| isOne(own, Ascii.less)
    let pairs = (isOne(own, Ascii.hyphen) .| isOne(own, UInt8(ascii: "="))) .& (own .== next)
    let wide = isOne(own, 0xEF) .& (isOne(next, 0xBD) .| isOne(next, 0xBF) .| isOne(next, 0xB8))
    let drawn = isOne(own, 0xE2) .& (isOne(next, 0x94) .| isOne(next, 0x88) .| isOne(next, 0x9D))
    return alone .| pairs .| wide .| drawn
  }

  private func isMark(at index: Int, to end: Int) -> Bool {
    let next = index + 1 < end ? bytes[index + 1] : 0
    switch bytes[index] {
    case Ascii.tab, Ascii.pipe: return true
    case Ascii.less: return next | 0x20 == UInt8(ascii: "t")
    case Ascii.hyphen: return next == Ascii.hyphen
    case UInt8(ascii: "="): return next == UInt8(ascii: "=")
    case 0xEF where index + 2 < end:
      let last = bytes[index + 2]
      return next == 0xBD && last == 0x9C || next == 0xBF && last == 0xA8 || next == 0xB8 && last == 0xB1
    case 0xE2: return next == 0x94 || next == 0x88 || next == 0x9D
    default: return false
    }
  }
}

import PlanText

/// What must hold of the bytes before anything is read.
enum ByteCheck {
  /// The largest file that is read at all, in bytes. The command line stops far earlier unless it is told otherwise.
  static let sizeLimit = 2048 * 1024 * 1024

  static func problem(in source: SourceText) -> Located<ReadProblem>? {
    let bytes = source.bytes
    if bytes.count > sizeLimit { return Located(.tooLarge(size: bytes.count, limit: sizeLimit), at: 0..<0) }
    if bytes.allSatisfy({ $0 <= Ascii.space }) || bytes.count == 3 && bytes == SourceText.byteOrderMark {
      return Located(.emptyFile, at: 0..<0)
    }
    let nul = bytes.firstIndex(upTo: 0, from: 0)
    if nul < bytes.count { return Located(.nulByte, at: nul..<(nul + 1)) }
    if let bad = firstInvalidUTF8(bytes) { return Located(.notUTF8, at: bad..<min(bytes.count, bad + 1)) }
    return nil
  }

  /// The offset of the first byte that is no part of well-formed UTF-8 (Unicode 3.9, table 3-7).
  static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
          index += 1
          continue
        }
        // Nearly all of a plan: CJK, three bytes without exceptions.
        if lead >= 0xE1, lead <= 0xEC {
          guard index + 3 <= bytes.count, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80 else {
            return index
          }
          index += 3
          continue
        }
        let (length, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return index
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
        for offset in 2..<max(2, length) where !Ascii.isUTF8Continuation(bytes[index + offset]) { return index }
        index += length
      }
      return nil
    }
  }
}

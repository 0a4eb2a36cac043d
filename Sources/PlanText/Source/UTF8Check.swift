/// Whether bytes are UTF-8.
package enum UTF8Check {
  /// The offset of the first byte that is no part of well-formed UTF-8 (Unicode 3.9, table 3-7).
  package static func firstInvalid(in bytes: [UInt8]) -> Int? {
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

import PlanText

/// Characters between tags and in values.
enum XMLCharacters {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == Ascii.space || byte >= 9 && byte <= 13 && byte != 11 && byte != 12
  }

  /// A stretch of a file with its entities replaced.
  static func text(of bytes: [UInt8], in range: Range<Int>) throws(XMLFault) -> String {
    let written = bytes[range]
    guard written.contains(0x26) else { return plain(written) }
    var text = ""
    var start = range.lowerBound
    while let mark = bytes[start..<range.upperBound].firstIndex(of: 0x26) {
      text += plain(bytes[start..<mark])
      let (scalar, end) = try entity(at: mark, to: range.upperBound, of: bytes)
      text.unicodeScalars.append(scalar)
      start = end
    }
    return text + plain(bytes[start..<range.upperBound])
  }

  /// Bytes as they are, but for the ends of lines, which are all read as LF (XML 1.0, 2.11).
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(Ascii.carriageReturn) else { return String(decoding: bytes, as: UTF8.self) }
    var kept: [UInt8] = []
    for index in bytes.indices {
      if bytes[index] != Ascii.carriageReturn {
        kept.append(bytes[index])
      } else if index + 1 == bytes.endIndex || bytes[index + 1] != Ascii.lineFeed {
        kept.append(Ascii.lineFeed)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The character of an entity, and the place behind it.
  private static func entity(
    at mark: Int, to end: Int, of bytes: [UInt8]
  ) throws(XMLFault) -> (Unicode.Scalar, Int) {
    // No number of a character is longer, even with some zeros.
    guard let close = bytes[mark..<min(end, mark + 16)].firstIndex(of: UInt8(ascii: ";")) else {
      throw .unknownEntity(at: mark)
    }
    let name = String(decoding: bytes[(mark + 1)..<close], as: UTF8.self)
    guard let scalar = named[name] ?? numbered(name) else { throw .unknownEntity(at: mark) }
    return (scalar, close + 1)
  }

  private static let named: [String: Unicode.Scalar] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]

  private static func numbered(_ name: String) -> Unicode.Scalar? {
    guard name.utf8.first == Ascii.hash else { return nil }
    let isHex = name.utf8.dropFirst().first == UInt8(ascii: "x")
    let digits = name.utf8.dropFirst(isHex ? 2 : 1)
    guard let first = digits.first, first != Ascii.plus, first != Ascii.hyphen,
      let value = UInt32(Substring(digits), radix: isHex ? 16 : 10)
    else { return nil }
    // XML 1.0, 2.2: no other control characters.
    if value < 0x20, value != 9, value != 10, value != 13 { return nil }
    return value == 0xFFFE || value == 0xFFFF ? nil : Unicode.Scalar(value)
  }
}

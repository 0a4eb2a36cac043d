extension JSONParser {
  /// A string, from its opening quotation mark on.
  mutating func string() throws(Located<JSONProblem>) -> PlanText {
    let start = index
    index = bytes.firstIndexInString(from: index + 1)
    if index < bytes.count, bytes[index] == Ascii.quote {
      // Most strings are as they stand in the file.
      let range = (start + 1)..<index
      index += 1
      return PlanText(String(decoding: bytes[range], as: UTF8.self), range: range)
    }
    index = start + 1
    var builder = PlanTextBuilder(bytes)
    var plain = index
    while true {
      guard index < bytes.count else { throw fault(.unterminatedString, from: start, to: start + 1) }
      let byte = bytes[index]
      if byte == Ascii.quote { break }
      if byte < 0x20 {
        // A line break inside a string is nearly always a forgotten quotation mark.
        if byte == Ascii.lineFeed || byte == Ascii.carriageReturn {
          throw fault(.unterminatedString, from: start, to: index)
        }
        throw fault(.controlCharacter(byte))
      }
      guard byte == Ascii.backslash else {
        index = bytes.firstIndexInString(from: index)
        continue
      }
      if plain < index { builder.append(plain..<index) }
      let escape = index
      var decoded = try self.escape()
      if decoded == [Ascii.carriageReturn] {
        // In Markdown a CR would end the line inside a table cell.
        if bytes.has("\\n", at: index) { index += 2 }
        decoded = [Ascii.lineFeed]
        carriageReturns.append(escape..<index)
      } else if decoded == [0] {
        nulCharacters.append(escape..<index)
      }
      builder.append(decoded, for: escape..<index)
      plain = index
    }
    if plain < index { builder.append(plain..<index) }
    index += 1
    let text = builder.buildUntrimmed()
    return text.string.isEmpty ? PlanText("", range: (start + 1)..<(start + 1)) : text
  }

  private mutating func escape() throws(Located<JSONProblem>) -> [UInt8] {
    let start = index
    guard index + 1 < bytes.count else { throw fault(.unexpectedEnd) }
    let kind = bytes[index + 1]
    index += 2
    switch kind {
    case Ascii.quote, Ascii.backslash, Ascii.slash: return [kind]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): break
    default: throw fault(.invalidEscape, from: start, to: bytes.scalar(at: start + 1).next)
    }
    var unit = try hexadecimal(from: start)
    if (0xD800...0xDBFF).contains(unit) {
      guard index + 1 < bytes.count, bytes[index] == Ascii.backslash, bytes[index + 1] == UInt8(ascii: "u") else {
        throw fault(.loneSurrogate, from: start, to: index)
      }
      index += 2
      let low = try hexadecimal(from: start)
      guard (0xDC00...0xDFFF).contains(low) else { throw fault(.loneSurrogate, from: start, to: index) }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw fault(.loneSurrogate, from: start, to: index) }
    return Array(String(scalar).utf8)
  }

  private mutating func hexadecimal(from start: Int) throws(Located<JSONProblem>) -> UInt32 {
    guard index + 4 <= bytes.count else { throw fault(.invalidEscape, from: start, to: bytes.count) }
    var value: UInt32 = 0
    for byte in bytes[index..<(index + 4)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default:
        // The last of the four bytes may be the first of a character.
        var end = index + 4
        while end < bytes.count, Ascii.isUTF8Continuation(bytes[end]) { end += 1 }
        throw fault(.invalidEscape, from: start, to: end)
      }
    }
    index += 4
    return value
  }
}

/// `&nbsp;`, `&#9675;`, `&#x25CB;`: a character by its name or number, as HTML and Markdown have it.
package struct CharacterReference {
  package let scalar: Unicode.Scalar
  /// In bytes, with `&` and `;`.
  package let length: Int

  /// Reads what stands at an ampersand; nil where it is only that.
  package init?(at index: Int, to end: Int, in bytes: [UInt8]) {
    guard index + 3 < end, bytes[index] == 0x26 else { return nil }
    // No name and no number is longer.
    let limit = min(end, index + 12)
    var close = index + 1
    while close < limit, bytes[close] != UInt8(ascii: ";") { close += 1 }
    guard close < limit, close > index + 1 else { return nil }
    let name = bytes[(index + 1)..<close]
    guard let scalar = name.first == Ascii.hash ? Self.numbered(name.dropFirst()) : Self.named(name) else {
      return nil
    }
    self.scalar = scalar
    length = close + 1 - index
  }

  /// Whether the character means in Markdown what its name means: `&lt;` in front of a letter keeps it from being a tag.
  package func isPlain(before next: UInt8?) -> Bool {
    switch scalar {
    case "&": next.map { !HTMLBlockStart.isLetter($0) && $0 != Ascii.hash } ?? true
    case "<":
      next.map {
        !HTMLBlockStart.isLetter($0) && $0 != Ascii.slash && $0 != UInt8(ascii: "!") && $0 != UInt8(ascii: "?")
      }
        ?? true
    case "\\", "`", "*", "_", "[", "]", "~", "|", "#", "-", "+", "\n", "\r": false
    default: true
    }
  }

  private static func numbered(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHex = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard text.utf8.allSatisfy({ Ascii.isDigit($0) || isHex && HTMLBlockStart.isLetter($0) }),
      let value = UInt32(text, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value)
    else { return nil }
    // A no-break space keeps words together on the page, and says no more than a blank.
    if value == 0xA0 { return " " }
    return value < 0x20 && value != 9 || (0x7F..<0xA0).contains(value) ? nil : scalar
  }

  private static func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    names[String(decoding: name, as: UTF8.self)]
  }

  /// The names that word processors and converters write (HTML, section 13.5).
  private static let names: [String: Unicode.Scalar] = [
    "nbsp": " ", "ensp": " ", "emsp": "\u{3000}", "thinsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"",
    "apos": "'", "middot": "·", "bull": "•", "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’",
    "ldquo": "“", "rdquo": "”", "times": "×", "divide": "÷", "plusmn": "±", "deg": "°", "le": "≤", "ge": "≥",
    "ne": "≠", "rarr": "→", "larr": "←", "uarr": "↑", "darr": "↓", "yen": "¥", "copy": "©", "reg": "®", "sect": "§",
    "para": "¶", "permil": "‰", "frac12": "½", "frac14": "¼", "frac34": "¾", "sup2": "²", "sup3": "³", "micro": "µ",
    "check": "✓", "star": "☆", "starf": "★", "squ": "□", "laquo": "«", "raquo": "»", "sdot": "⋅", "minus": "−",
  ]
}

import PlanText

/// Characters of symbol fonts, which have no letters of their own: Word names the font (`w:sym`); other programs leave a
/// character of the private area.
enum SymbolFont {
  /// The character that a sign of a font is read as; nil for one that nobody here knows.
  static func scalar(font: String, code: String) -> Unicode.Scalar? {
    guard let value = UInt32(code, radix: 16) else { return nil }
    // Symbol fonts have their signs in the private area as well.
    let place = (0xF000...0xF0FF).contains(value) ? value - 0xF000 : value
    let key = font.lowercased()
    if key == "wingdings" { return wingdings[place] }
    if key == "wingdings 2" { return wingdings2[place] }
    if key == "symbol" { return symbol[place] }
    return (0xE000...0xF8FF).contains(value) ? nil : Unicode.Scalar(value)
  }

  /// Words whose characters of the private area are read as those of Wingdings, the font that they nearly always are of;
  /// what is no sign of it stays as it is.
  static func shown(_ text: String) -> String {
    guard text.hasSymbols else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0xF020...0xF0FF).contains(scalar.value) ? wingdings[scalar.value - 0xF000] ?? scalar : scalar
        }))
  }

  private static let wingdings: [UInt32: Unicode.Scalar] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0xA1: "○", 0xA2: "○", 0xA4: "◎",
    0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE8: "➔", 0xFB: "☒", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0xAB: "★", 0xB5: "☆", 0x46: "☞",
  ]
  private static let wingdings2: [UInt32: Unicode.Scalar] = [
    0x2A: "□", 0x30: "□", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA2: "■",
    0xA3: "□",
  ]
  private static let symbol: [UInt32: Unicode.Scalar] = [
    0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xAE: "→", 0xAC: "←",
  ]
}

extension String {
  /// Whether there is a character from U+F000 to U+F0FF, which are EF 80 80 to EF 83 BF; commas begin with EF as well.
  fileprivate var hasSymbols: Bool {
    var isAfterLead = false
    for byte in utf8 {
      if isAfterLead, byte <= 0x83 { return true }
      isAfterLead = byte == 0xEF
    }
    return false
  }
}

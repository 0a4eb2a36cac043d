/// How many cells of a terminal or a fixed-width font a text takes, for padding tables and underlining.
///
/// East Asian wide and full-width characters take two cells and so do emoji; combining marks, format and control
/// characters take none. Characters that UAX #11 calls ambiguous (□ ◎ ① …) take one, as terminals outside legacy
/// encodings show them.
public enum DisplayWidth {
  /// The width of a text. What a reader sees as one character, such as a family emoji, counts once.
  public static func of(_ text: String) -> Int { of(text, upTo: .max) ?? 0 }

  /// The width of a text if it is no more than a limit; a long text is not looked at further.
  package static func of(_ text: String, upTo limit: Int) -> Int? {
    // Nearly all texts are made of letters that always stand alone: no need to look for the borders of characters
    // there.
    var width = 0
    for scalar in text.unicodeScalars {
      guard let own = ofPlain(scalar) else {
        width = text.reduce(0) { $0 + of($1) }
        break
      }
      width += own
      if width > limit { return nil }
    }
    return width <= limit ? width : nil
  }

  /// The width of a letter of ASCII or a common Chinese one; nil for what may join with others, or is less common.
  private static func ofPlain(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20..<0x7F: 1
    case 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF60: 2
    default: nil
    }
  }

  /// The width of one character.
  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let base = scalars.first(where: { of($0) > 0 }) else { return 0 }
    // U+FE0F asks for the emoji form of a character that has two: ☑ is narrow, ☑️ is not.
    let isEmoji = scalars.contains("\u{FE0F}") && base.properties.isEmoji
    return isEmoji ? 2 : of(base)
  }

  /// The width of a scalar standing alone.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7F).contains(scalar.value) { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator, .surrogate: return 0
    // A soft hyphen is shown where it stands.
    case .format: return scalar.value == 0xAD ? 1 : 0
    default: break
    }
    // Vowels and final consonants join the Hangul letter before them.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
  }

  /// The blocks of wide and full-width characters (UAX #11), in order; wide emoji are known by another property.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul letters
    0x2329...0x232A,  // angle brackets
    0x2E80...0x303E,  // radicals, CJK punctuation
    0x3041...0x3247,  // kana, bopomofo, enclosed letters
    0x3250...0x4DBF,  // enclosed letters, extension A
    0x4E00...0xA4CF,  // unified ideographs, Yi
    0xA960...0xA97F,  // Hangul letters
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,  // compatibility ideographs
    0xFE10...0xFE19,  // vertical forms
    0xFE30...0xFE6B,  // compatibility and small forms
    0xFF01...0xFF60,  // full-width forms
    0xFFE0...0xFFE6,  // full-width signs
    0x16FE0...0x18DFF,  // Tangut, Khitan
    0x1AFF0...0x1B2FF,  // kana supplements, Nüshu
    0x1F200...0x1F265,  // enclosed ideographs
    0x20000...0x3FFFD,  // the planes of ideographs
  ]

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wide.contains { $0.contains(value) }
  }
}

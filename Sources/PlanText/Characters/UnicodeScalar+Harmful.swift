extension Unicode.Scalar {
  /// Whether the scalar does something to what is shown around it instead of being shown: a control character, line
  /// breaks included, or one of those that turn the reading direction around.
  package var isHarmful: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    // LRM, RLM, ALM; embeddings and overrides; isolates; line and paragraph separator.
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The scalar by its number, for places where it must not be itself: \u{202E}.
  package var spelledOut: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }

  /// The scalar by its number, as people look it up: U+FF5C.
  package var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Text from files, made harmless for terminals and for line-based formats.
enum TerminalText {
  /// The text with control characters, and the characters that turn the reading direction around, as `\u{…}`. Line breaks are escaped too: a
  /// finding is one line, and a file must not be able to forge another.
  static func escape(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if isHarmful(scalar) {
        escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    // LRM, RLM, ALM; embeddings and overrides; isolates; line and paragraph separator.
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: false
    }
  }
}

/// Colours, or their absence.
struct TerminalStyle: Sendable {
  let isColored: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;33")
    case .note: wrap(text, "1;36")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String { isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

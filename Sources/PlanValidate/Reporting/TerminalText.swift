import PlanModel

/// Text from files, made harmless for terminals and for line-based formats.
package enum TerminalText {
  /// The text with control characters, and the characters that turn the reading direction around, as `\u{…}`. Line breaks are escaped too: a
  /// finding is one line, and a file must not be able to forge another.
  package static func escape(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isHarmful) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar.isHarmful {
        escaped += scalar.spelledOut
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The same for a text of several lines, whose line breaks and tabs are meant.
  package static func escapeLines(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isHarmful && $0 != "\n" && $0 != "\t" }) else { return text }
    // CRLF is one Character, but two scalars.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line -> String in
      let words = line.last == "\r" ? line.dropLast() : line
      return words.split(separator: "\t", omittingEmptySubsequences: false).map { escape(String($0)) }
        .joined(separator: "\t")
    }.joined(separator: "\n")
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

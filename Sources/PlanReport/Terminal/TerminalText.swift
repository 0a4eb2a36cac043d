import PlanText
import PlanValidate

/// Text from files, made harmless for terminals and for line-based formats.
package enum TerminalText {
  /// The text with control characters, and the characters that turn the reading direction around, as `\u{…}`. Line
  /// breaks are escaped too: a finding is one line, and a file must not be able to forge another.
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

  /// The same for a text of several lines, whose line breaks and tabs are meant. `keepingColors` is whether the colours
  /// of reports are meant too.
  package static func escapeLines(_ text: String, keepingColors: Bool = false) -> String {
    guard keepingColors else { return escapeLines(text) }
    var (escaped, rest) = ("", text[...])
    while let start = rest.place(of: "\u{1B}[")?.lowerBound {
      escaped += escapeLines(String(rest[..<start]))
      rest = rest[start...]
      // Any other sequence begins with a character that is escaped.
      let color = TerminalStyle.sequences.first { rest.hasPrefix($0) }
      escaped += color ?? escape(String(rest.prefix(1)))
      rest = rest.dropFirst(color?.count ?? 1)
    }
    return escaped + escapeLines(String(rest))
  }

  private static func escapeLines(_ text: String) -> String {
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

  /// Everything that can be put into a text.
  static let sequences = ["1", "2", "1;31", "1;33", "1;36", "0"].map { "\u{1B}[\($0)m" }

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

/// Text for an element or an attribute of XML and HTML.
enum MarkupText {
  /// The text with everything escaped that would end it. Control characters, which XML cannot hold, are shown by their
  /// number; the two scalars that it cannot hold either, and that are no characters, are left out.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in TerminalText.escape(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

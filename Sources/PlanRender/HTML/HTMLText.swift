import PlanText

/// Text from a plan as it may stand in HTML, between tags or in an attribute.
enum HTMLText {
  /// The text with everything escaped that means something to HTML. Control characters, and those that turn the reading
  /// direction around, are spelt out; line breaks and tabs become blanks.
  static func escape(_ text: some StringProtocol) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\r", "\t": escaped += " "
      default:
        if scalar.isHarmful || scalar.properties.isNoncharacterCodePoint {
          escaped += scalar.spelledOut
        } else {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}

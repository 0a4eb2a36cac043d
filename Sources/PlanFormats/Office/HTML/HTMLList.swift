import PlanText

/// A list of a page while it is open, with the numbers that a browser puts before its items.
struct HTMLList {
  private let format: NumberFormat?
  private var next: Int

  /// `<ol>` or `<ul>`. How it is numbered, its attributes say; a style sheet is not read.
  init(_ tag: HTMLTagView) {
    format = Self.format(of: tag)
    next = tag.number("start", within: Self.values) ?? 1
  }

  /// The number or bullet of the next item.
  mutating func label(value: Int?) -> (text: String, isBullet: Bool) {
    guard let format else { return ("•", true) }
    if let value { next = value }
    defer { next += 1 }
    let number = format.text(next)
    return (number.isEmpty ? "" : number + (number.unicodeScalars.allSatisfy(\.isASCII) ? ". " : "、"), false)
  }

  /// The numbers that an item may have.
  static let values = -1_000_000...1_000_000

  private static func format(of tag: HTMLTagView) -> NumberFormat? {
    if let style = tag.property("list-style-type") ?? tag.property("list-style") {
      if let format = formats[style] { return format }
      if ["disc", "circle", "square"].contains(style) { return nil }
      if style == "none" { return NumberFormat.none }
    }
    guard tag.name == "ol" else { return nil }
    switch tag["type"] {
    case "a": return .lowerLetter
    case "A": return .upperLetter
    case "i": return .lowerRoman
    case "I": return .upperRoman
    default: return .decimal
    }
  }

  private static let formats: [String: NumberFormat] = [
    "decimal": .decimal, "decimal-leading-zero": .decimalZero, "lower-alpha": .lowerLetter, "lower-latin": .lowerLetter,
    "upper-alpha": .upperLetter, "upper-latin": .upperLetter, "lower-roman": .lowerRoman, "upper-roman": .upperRoman,
    "cjk-ideographic": .chinese, "trad-chinese-informal": .chinese, "simp-chinese-informal": .chinese,
    "cjk-decimal": .chinese, "trad-chinese-formal": .formal, "simp-chinese-formal": .formal,
    "cjk-heavenly-stem": .stem, "cjk-earthly-branch": .branch,
  ]
}

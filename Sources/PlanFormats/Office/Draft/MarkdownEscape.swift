import PlanText

/// Words of a document as Markdown, so that a reader of it sees the same words.
enum MarkdownEscape {
  /// Words inside a line: what would be code, HTML or an entity is written as itself. Marks of emphasis stay: a text
  /// that has them means nothing else by them than a star.
  static func words(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == Ascii.backtick || $0 == Ascii.backslash || $0 == Ascii.less || $0 == 0x26 })
    else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case "`": result.append(contentsOf: "\\`".unicodeScalars)
      case "\\" where next.map(isPunctuation) ?? true: result.append(contentsOf: "\\\\".unicodeScalars)
      case "<" where next.map { isLetter($0) || $0 == "!" || $0 == "?" || $0 == "/" } ?? false:
        result.append(contentsOf: "&lt;".unicodeScalars)
      case "&" where beginsReference(scalars[(index + 1)...]): result.append(contentsOf: "&amp;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Words at the beginning of a line: what would be a heading, a list, a quotation, a rule or a table is written as
  /// itself.
  static func lineStart(_ text: String) -> String {
    let words = words(text)
    guard let first = words.utf8.first else { return words }
    switch first {
    case Ascii.hash, Ascii.greater, Ascii.hyphen, Ascii.plus, Ascii.asterisk, Ascii.equals, Ascii.pipe, Ascii.tilde,
      Ascii.underscore, Ascii.colon:
      return "\\" + words
    default: return words
    }
  }

  /// Whether what stands behind & makes it a reference to a character: amp; or #38;.
  private static func beginsReference(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = scalars.prefix { $0.isASCIIAlphanumeric || $0 == "#" }
    let behind = name.endIndex
    return !name.isEmpty && behind < scalars.endIndex && scalars[behind] == ";"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && !scalar.isASCIIAlphanumeric && scalar.value > 0x20
  }
}

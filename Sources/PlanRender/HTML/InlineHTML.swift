import PlanText

/// The words of a paragraph or a cell as HTML.
enum InlineHTML {
  /// The HTML of some words.
  static func html(_ text: String, lineBreaks: InlineReading.LineBreaks) -> String {
    InlineReading.parts(of: text, lineBreaks: lineBreaks).map(html).joined()
  }

  private static func html(_ part: InlinePart) -> String {
    switch part {
    case .text(let words): HTMLText.escape(words)
    case .code(let code): "<code>\(HTMLText.escape(code))</code>"
    case .lineBreak: "<br>\n"
    case .footnote(let name): "<sup>[\(HTMLText.escape(name))]</sup>"
    case .begin(.bold): "<strong>"
    case .end(.bold): "</strong>"
    case .begin(.underline): "<u>"
    case .end(.underline): "</u>"
    case .begin(.link(let address)): "<a href=\"\(HTMLText.escape(address))\">"
    case .end(.link): "</a>"
    }
  }
}

import PlanText

/// The words of a cell in plain text, in which converters leave tags and lose line breaks.
enum TextCell {
  /// The lines of a cell: what tags part, and what numbers do behind the end of a sentence.
  static func lines(of text: String) -> [String] {
    var lines = [text]
    if hasTags(text) {
      var reader = HTMLReader(Array(text.utf8))
      // Words and tags without tables are no table that may be too large.
      if let document = try? reader.read() {
        lines = document.blocks.paragraphs.flatMap { $0.shown.split(separator: "\n").map { String($0) } }
      }
    }
    return lines.flatMap(divided).map { $0.trimmingWhiteSpace() }.filter { !$0.isEmpty }
  }

  static func hasTags(_ text: String) -> Bool {
    let names = [
      "p", "br", "b", "ol", "ul", "li", "i", "u", "sup", "sub", "span", "table", "strong", "em",
      "input", "div", "img", "a", "font", "tr", "td", "th", "hr",
    ]
    guard let open = text.firstIndex(of: "<") else { return false }
    return text[open...].split(separator: "<").contains { part in
      let name = part.drop { $0 == "/" }.prefix { $0.isASCII && $0.isLetter }.lowercased()
      return names.contains(name) && part.contains(">")
    }
  }

  /// A line before each number in it: 一、 and 1-1 behind a blank, 1. and (1) behind the end of a sentence as well.
  private static func divided(_ line: String) -> [String] {
    guard line.has(ascii: " ") || line.has("　") else { return [line] }
    var lines: [String] = []
    var start = line.startIndex
    var (index, hasGap, end) = (line.startIndex, false, Unicode.Scalar("。"))
    let scalars = line.unicodeScalars
    while index < line.endIndex {
      let scalar = scalars[index]
      if scalar.showsNothing {
        hasGap = true
      } else {
        if hasGap, index > start, let label = Label.read(at: line[index...].unicodeScalars)?.label,
          begins(label, behind: end)
        {
          lines.append(String(line[start..<index]))
          start = index
        }
        (hasGap, end) = (false, scalar)
      }
      index = scalars.index(after: index)
    }
    return lines + [String(line[start...])]
  }

  private static func begins(_ label: Label, behind last: Unicode.Scalar) -> Bool {
    switch label.style {
    case .pair, .chinese, .formal, .chineseInParentheses: true
    case .decimal, .decimalInParentheses, .decimalBeforeParenthesis, .circled:
      "。：:；;".unicodeScalars.contains(last)
    case .stem: false
    }
  }
}

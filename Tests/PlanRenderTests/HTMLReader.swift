import PlanText

/// Reads the HTML that plantool writes, and refuses everything else: every tag and attribute that is not on a list,
/// every tag that is not closed, every character that should be escaped.
struct HTMLReader {
  enum Node: Hashable {
    case element(Element)
    case text(String)
  }

  struct Element: Hashable {
    let tag: String
    let attributes: [String: String]
    var children: [Node] = []

    /// All elements below this one with a tag, outer ones first.
    func all(_ tag: String) -> [Element] {
      elements.flatMap { ($0.tag == tag ? [$0] : []) + $0.all(tag) }
    }

    var elements: [Element] {
      children.compactMap { child in
        guard case .element(let element) = child else { return nil }
        return element
      }
    }

    /// What a person reads: line breaks as LF.
    var text: String {
      children.map { child in
        switch child {
        case .text(let text): text
        case .element(let element): element.tag == "br" ? "" : element.text
        }
      }.joined()
    }
  }

  struct Refused: Error, CustomStringConvertible {
    let description: String
  }

  private static let attributes: [String: Set<String>] = [
    "html": ["lang"], "head": [], "meta": ["charset", "name", "content"], "title": [], "style": [], "body": [],
    "main": [],
    "section": ["class"], "div": ["class"], "h1": ["class"], "h2": [], "h3": [], "h4": [], "h5": [], "h6": [], "p": [],
    "br": [], "hr": [],
    "ul": [], "li": ["class"], "blockquote": [], "pre": [], "code": [], "strong": [], "span": [], "sup": [], "u": [],
    "a": ["href"],
    "table": [], "caption": [], "colgroup": [], "col": ["style"], "thead": [], "tbody": [], "tr": ["class"],
    "th": ["scope", "rowspan"], "td": ["rowspan"],
    "figure": ["style"], "svg": ["xmlns", "width", "height", "viewBox", "role", "aria-label", "fill", "font-family"],
    "g": [], "text": ["x", "y", "font-size", "font-weight", "text-anchor"],
    "line": ["x1", "y1", "x2", "y2", "stroke", "stroke-width", "stroke-dasharray"],
    "rect": ["x", "y", "width", "height", "fill", "stroke"],
    "circle": ["cx", "cy", "r", "fill", "stroke", "stroke-width"], "path": ["d", "fill", "stroke", "stroke-width"],
  ]
  /// Elements of SVG, which end where they begin.
  private static let shapes: Set<String> = ["line", "rect", "circle", "path"]
  private static let void: Set<String> = ["meta", "br", "hr", "col"]
  private static let entities: [String: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]

  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// The `html` element of a whole file.
  static func read(_ html: String) throws -> Element {
    let head = "<!DOCTYPE html>\n"
    guard html.hasPrefix(head) else { throw Refused(description: "no doctype") }
    var reader = HTMLReader(scalars: Array(html.dropFirst(head.count).unicodeScalars))
    let element = try reader.element()
    guard element.tag == "html", String(String.UnicodeScalarView(reader.scalars[reader.index...])) == "\n" else {
      throw Refused(description: "something behind the end")
    }
    return element
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func element() throws -> Element {
    try expect("<")
    let tag = name()
    guard let allowed = Self.attributes[tag] else { throw refused("<\(tag)>") }
    var attributes: [String: String] = [:]
    while peek == " " {
      index += 1
      let name = name()
      guard allowed.contains(name), attributes[name] == nil else { throw refused("\(name) of <\(tag)>") }
      try expect("=")
      try expect("\"")
      attributes[name] = try text(until: "\"", forbidden: "<>")
      try expect("\"")
    }
    if Self.shapes.contains(tag) {
      try expect("/>")
      return Element(tag: tag, attributes: attributes)
    }
    try expect(">")
    if let address = attributes["href"], !address.hasPrefix("http://"), !address.hasPrefix("https://") {
      throw refused("a link to \(address)")
    }
    var element = Element(tag: tag, attributes: attributes)
    if Self.void.contains(tag) { return element }
    if tag == "style" {
      // What stands here is read by other rules; there is nothing of the plan in it.
      index = scalars[index...].firstIndex(of: "<") ?? scalars.count
    }
    while !isAt("</") {
      guard let next = peek else { throw refused("the end inside <\(tag)>") }
      guard next == "<" else {
        element.children.append(.text(try text(until: "<", forbidden: ">")))
        continue
      }
      // A picture says what the table below it says.
      let child = try self.element()
      if child.tag != "figure" { element.children.append(.element(child)) }
    }
    try expect("</\(tag)>")
    return element
  }

  private mutating func text(until end: Unicode.Scalar, forbidden: String) throws -> String {
    var text = ""
    while let next = peek, next != end {
      if forbidden.unicodeScalars.contains(next) { throw refused("a bare \(next)") }
      let isLineBreak = next == "\n" && end == "<"
      let isControl = next.value < 0x20 || (0x7F...0x9F).contains(next.value)
      if isControl && !isLineBreak || (0x202A...0x202E).contains(next.value) || (0x2066...0x2069).contains(next.value)
        || next.properties.isNoncharacterCodePoint
      {
        throw refused("U+\(String(next.value, radix: 16))")
      }
      index += 1
      guard next == "&" else {
        text.unicodeScalars.append(next)
        continue
      }
      var name = ""
      while let letter = peek, letter != ";", name.utf8.count < 8 {
        name.unicodeScalars.append(letter)
        index += 1
      }
      try expect(";")
      guard let character = Self.entities[name] else { throw refused("&\(name);") }
      text += character
    }
    return text
  }

  private mutating func name() -> String {
    var name = ""
    while let next = peek, next.isASCII,
      next == "-" || next.properties.isAlphabetic || next.properties.numericType != nil
    {
      name.unicodeScalars.append(next)
      index += 1
    }
    return name
  }

  private var peek: Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  private func isAt(_ word: String) -> Bool { scalars[index...].starts(with: word.unicodeScalars) }

  private mutating func expect(_ word: String) throws {
    guard isAt(word) else { throw refused("no \(word)") }
    index += word.unicodeScalars.count
  }

  private func refused(_ what: String) -> Refused {
    let around = scalars[max(0, index - 60)..<min(scalars.count, index + 20)]
    return Refused(description: "\(what) at: \(String(String.UnicodeScalarView(around)))")
  }
}

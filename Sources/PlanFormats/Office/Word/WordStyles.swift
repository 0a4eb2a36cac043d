import PlanOffice

/// What a paragraph's properties say that matters here; nil where they say nothing.
struct WordParagraphProperties: Sendable {
  var style: String?
  /// Which list it is in; 0 for none although its style is in one.
  var list: String?
  /// The level in the list, from 0.
  var listLevel: Int?
  /// The level of a heading, from 0; 9 is none.
  var outline: Int?
}

/// The styles of paragraphs (`word/styles.xml`).
struct WordStyles: Sendable {
  private struct Style: Sendable {
    /// In small letters, as every paragraph asks for it.
    var name = ""
    var parent: String?
    var properties = WordParagraphProperties()
  }

  private var styles: [String: Style] = [:]
  private var standard: String?

  init() {}

  init(_ bytes: [UInt8]) throws(XMLFault) {
    var xml = try XMLReader(bytes, namespaces: .openXML)
    while let event = try xml.next() {
      guard event == .start("w:style"), let id = try xml.attribute("w:styleId"),
        try xml.attribute("w:type") ?? "paragraph" == "paragraph"
      else { continue }
      if try xml.attribute("w:default").map(WordReader.isOn) ?? false { standard = id }
      styles[id] = try Self.style(&xml)
    }
  }

  private static func style(_ xml: inout XMLReader) throws(XMLFault) -> Style {
    var style = Style()
    let depth = xml.depth
    while let event = try xml.next() {
      switch event {
      case .start("w:name"): style.name = (try xml.attribute("w:val") ?? "").lowercased()
      case .start("w:basedOn"): style.parent = try xml.attribute("w:val")
      case .start("w:pPr"): style.properties = try WordReader.properties(&xml)
      case .end where xml.depth < depth: return style
      default: break
      }
    }
    return style
  }

  /// The properties of a paragraph with what it has from its styles.
  func resolved(_ own: WordParagraphProperties) -> WordParagraphProperties {
    var result = own
    var next = own.style ?? standard
    // Styles that lead in a circle are left after as many steps as there may be levels.
    for _ in 0..<32 {
      guard let id = next, let style = styles[id] else { break }
      let inherited = style.properties
      if result.list == nil, let list = inherited.list {
        result.list = list
        result.listLevel = result.listLevel ?? inherited.listLevel
      }
      result.outline = result.outline ?? inherited.outline ?? Self.outline(named: style.name)
      next = style.parent
    }
    return result
  }

  /// Whether a paragraph has the style of a document's title.
  func isTitle(_ own: WordParagraphProperties) -> Bool {
    own.style.flatMap { styles[$0]?.name } == "title"
  }

  /// Whether it is a line of a table of contents.
  func isContents(_ own: WordParagraphProperties) -> Bool {
    let name = own.style.flatMap { styles[$0]?.name } ?? ""
    return name.hasPrefix("toc ") && name != "toc heading"
  }

  private static func outline(named name: String) -> Int? {
    guard name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) else { return nil }
    return level - 1
  }
}

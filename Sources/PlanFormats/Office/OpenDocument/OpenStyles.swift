import PlanOffice
import PlanText

/// What the styles of a text say that matters here (ODF 1.3, 16).
struct OpenStyles: Sendable {
  private struct Style: Sendable {
    var parent: String?
    var list: String?
    var isHidden: Bool?
  }

  /// By family and name.
  private var styles: [String: Style] = [:]
  private var lists: [String: OpenListStyle] = [:]
  private var outline: OpenListStyle?

  /// Takes in the element that has just begun, if it is about styles, to its end; false where it is not.
  mutating func take(_ name: String, _ xml: inout XMLReader) throws(XMLFault) -> Bool {
    switch name {
    case "text:list-style":
      let name = try xml.attribute("style:name") ?? ""
      lists[name] = try OpenListStyle(&xml)
    case "text:outline-style": outline = try OpenListStyle(&xml)
    case "style:style":
      let key = "\(try xml.attribute("style:family") ?? "") \(try xml.attribute("style:name") ?? "")"
      var style = Style(
        parent: try xml.attribute("style:parent-style-name"), list: try xml.attribute("style:list-style-name"))
      let depth = xml.depth
      while let event = try xml.next() {
        if event == .start("style:text-properties"), let display = try xml.attribute("text:display") {
          style.isHidden = display == "none"
        }
        if case .end = event, xml.depth < depth { break }
      }
      styles[key] = style
    default: return false
    }
    return true
  }

  /// Whether words in a style are not shown.
  func isHidden(_ family: String, _ name: String?) -> Bool {
    first(family, name) { $0.isHidden } ?? false
  }

  /// The list style of a name, or of a paragraph's style.
  func list(_ name: String?, paragraph: String?) -> OpenListStyle? {
    (name ?? first("paragraph", paragraph) { $0.list }).flatMap { lists[$0] }
  }

  /// How headings are numbered.
  func outlineLabel(level: Int, counts: [Int: Int]) -> String? {
    outline?.label(level: level, counts: counts).flatMap { $0.isBullet ? nil : $0.label }
  }

  func outlineStart(level: Int) -> Int { outline?.levels[level]?.start ?? 1 }

  private func first<Value>(_ family: String, _ name: String?, _ value: (Style) -> Value?) -> Value? {
    var next = name
    // Styles that lead in a circle are left after as many steps as there may be levels.
    for _ in 0..<32 {
      guard let name = next, let style = styles["\(family) \(name)"] else { return nil }
      if let found = value(style) { return found }
      next = style.parent
    }
    return nil
  }
}

import PlanOffice

/// A drawing in SVG 1.1 that is made of plain shapes and texts: nothing in it is active, refers to anything else, or needs
/// an identifier. Lengths are in pixels, 96 to the inch.
struct SVGDrawing: Sendable {
  let width: Int
  var height: Int
  /// What the drawing shows, for those who cannot see it.
  let label: String
  private var content = XMLWriter(fragment: ())

  /// The ink of everything that has no colour of its own.
  static let ink = "#000"
  /// The size of texts, in pixels: 8 and 9 points on paper.
  static let small = 11
  static let normal = 12

  init(width: Int, height: Int, label: String) {
    (self.width, self.height, self.label) = (width, height, label)
  }

  /// Where a text is held.
  enum Anchor: String { case start, middle, end }

  mutating func text(
    _ words: String, x: Int, y: Int, size: Int = normal, anchor: Anchor = .start, isBold: Bool = false
  ) {
    content.begin("text", ("x", "\(x)"), ("y", "\(y)"), ("font-size", "\(size)"))
    if anchor != .start { content.attribute("text-anchor", anchor.rawValue) }
    if isBold { content.attribute("font-weight", "bold") }
    content.text(words)
    content.end()
    content.lineBreak()
  }

  mutating func line(
    _ from: (x: Int, y: Int), _ to: (x: Int, y: Int), stroke: String = ink, width: String = "1", isDashed: Bool = false
  ) {
    content.begin(
      "line", ("x1", "\(from.x)"), ("y1", "\(from.y)"), ("x2", "\(to.x)"), ("y2", "\(to.y)"), ("stroke", stroke),
      ("stroke-width", width))
    if isDashed { content.attribute("stroke-dasharray", "4 3") }
    content.end()
    content.lineBreak()
  }

  mutating func rectangle(x: Int, y: Int, width: Int, height: Int, fill: String, stroke: String = "none") {
    content.empty(
      "rect", ("x", "\(x)"), ("y", "\(y)"), ("width", "\(width)"), ("height", "\(height)"), ("fill", fill),
      ("stroke", stroke))
    content.lineBreak()
  }

  mutating func circle(x: Int, y: Int, radius: Int, fill: String, stroke: String = ink) {
    content.empty(
      "circle", ("cx", "\(x)"), ("cy", "\(y)"), ("r", "\(radius)"), ("fill", fill), ("stroke", stroke),
      ("stroke-width", "1.5"))
    content.lineBreak()
  }

  mutating func path(_ path: String, fill: String = "none", stroke: String = ink) {
    content.empty("path", ("d", path), ("fill", fill), ("stroke", stroke), ("stroke-width", "1.2"))
    content.lineBreak()
  }

  /// Shapes that belong together, with words that are shown when somebody points at them.
  mutating func group(_ title: String, _ draw: (inout SVGDrawing) -> Void) {
    content.begin("g")
    content.element("title") { $0.text(title) }
    content.lineBreak()
    draw(&self)
    content.end()
    content.lineBreak()
  }

  /// The element. One that stands in another has a place in it.
  func element(at y: Int? = nil) -> XMLWriter {
    var svg = XMLWriter(fragment: ())
    svg.begin(
      "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("width", "\(width)"), ("height", "\(height)"),
      ("viewBox", "0 0 \(width) \(height)"))
    if let y { svg.attribute("y", "\(y)") }
    svg.attribute("role", "img")
    svg.attribute("aria-label", label)
    svg.attribute("fill", Self.ink)
    svg.attribute(
      "font-family", "'Noto Sans TC', 'Noto Sans CJK TC', 'PingFang TC', 'Microsoft JhengHei', sans-serif")
    svg.lineBreak()
    svg.add(content)
    svg.end()
    return svg
  }
}

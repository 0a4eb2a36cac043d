import PlanOffice
import PlanText

/// SVG 1.1: the pictures of tables, one below the other, in one file that is active in nothing and needs no other.
enum SVGFormat: TextFormat {
  static let summary = LocalizedText(
    zh: "圖檔（只有 timeline、coverage），可放進網頁與文件", en: "a picture (of timeline and coverage alone) for pages and documents")

  /// What fits on a page across, below a heading.
  private static let pageHeight = 630
  private static let gap = 16

  static func text(_ parts: [ViewPart], title: String?, options: RenderOptions) -> String {
    let drawings = parts.compactMap(\.table?.picture).flatMap { $0.pieces(upTo: .max) }
    var file = XMLWriter()
    guard drawings.count > 1 else {
      if let only = drawings.first { file.add(only.element()) }
      return String(decoding: file.finished(), as: UTF8.self)
    }
    let width = drawings.map(\.width).max() ?? 0
    let height = drawings.reduce(0) { $0 + $1.height + gap } - gap
    file.begin(
      "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("width", "\(width)"), ("height", "\(height)"),
      ("viewBox", "0 0 \(width) \(height)"))
    file.lineBreak()
    var y = 0
    for drawing in drawings {
      file.add(drawing.element(at: y))
      file.lineBreak()
      y += drawing.height + gap
    }
    return String(decoding: file.finished(), as: UTF8.self)
  }

  /// A picture in a web page, in pieces between which a printed page can end.
  static func figures(of picture: any Picture) -> String {
    picture.pieces(upTo: pageHeight).map {
      "<figure style=\"margin: 0 0 1rem; break-inside: avoid\">\n\(String(decoding: $0.element().written, as: UTF8.self))\n</figure>\n"
    }.joined()
  }
}

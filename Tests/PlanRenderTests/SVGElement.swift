import PlanOffice

/// A picture as a strict reader of XML reads it.
struct SVGElement {
  let name: String
  private(set) var attributes: [String: String] = [:]
  /// The words right inside it.
  fileprivate(set) var words = ""

  subscript(name: String) -> String? { attributes[name] }

  /// A length in pixels.
  func length(_ name: String) -> Int? { attributes[name].flatMap { Int($0) } }

  /// The elements of a picture in order.
  static func all(in text: String) throws -> [SVGElement] {
    var reader = try XMLReader(Array(text.utf8), namespaces: XMLNamespaces(["http://www.w3.org/2000/svg": "svg"]))
    var elements: [SVGElement] = []
    var open: [Int] = []
    while let event = try reader.next() {
      switch event {
      case .start(let name):
        var element = SVGElement(name: name)
        for attribute in reader.attributes { element.attributes[attribute.name] = try reader.value(of: attribute) }
        open.append(elements.count)
        elements.append(element)
      case .end: open.removeLast()
      case .text(let words): if let last = open.last { elements[last].words += words }
      }
    }
    return elements
  }
}

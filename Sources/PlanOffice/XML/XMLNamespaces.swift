/// Which prefix stands for which namespace in the names that an `XMLReader` gives, whatever the file calls it.
package struct XMLNamespaces: Sendable {
  private let prefixes: [String: String]

  /// Takes namespaces by their names, with the prefix of each. Several may have one prefix.
  package init(_ prefixes: [String: String]) { self.prefixes = prefixes }

  /// The prefix of a namespace, with its colon; “?:” for one that is not known.
  func prefix(of namespace: String) -> String {
    if namespace.isEmpty { return "" }
    return prefixes[namespace].map { $0 + ":" } ?? "?:"
  }

  /// Those of OpenDocument (ISO/IEC 26300), with the prefixes of the standard.
  package static let openDocument: XMLNamespaces = {
    let names = [
      "office", "style", "text", "table", "meta", "number", "presentation", "chart", "form", "script", "config",
      "manifest", "animation", "database",
    ]
    var prefixes = Dictionary(
      uniqueKeysWithValues: names.map { ("urn:oasis:names:tc:opendocument:xmlns:\($0):1.0", $0) })
    prefixes["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"] = "draw"
    for (name, prefix) in [("xsl-fo", "fo"), ("svg", "svg"), ("smil", "smil")] {
      prefixes["urn:oasis:names:tc:opendocument:xmlns:\(name)-compatible:1.0"] = prefix
    }
    prefixes["urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"] = "loext"
    return XMLNamespaces(prefixes.merging(shared) { first, _ in first })
  }()

  /// Those of Office Open XML (ISO/IEC 29500), transitional and strict, with the prefixes that Word and Excel use.
  package static let openXML: XMLNamespaces = {
    var prefixes: [String: String] = [:]
    let names = [
      ("wordprocessingml/main", "w"), ("spreadsheetml/main", "x"), ("officeDocument/relationships", "r"),
      ("drawingml/main", "a"), ("drawingml/wordprocessingDrawing", "wp"), ("officeDocument/math", "m"),
    ]
    for (name, prefix) in names {
      prefixes["http://schemas.openxmlformats.org/" + name.replacingMain("2006")] = prefix
      prefixes["http://purl.oclc.org/ooxml/" + name] = prefix
    }
    prefixes["http://schemas.openxmlformats.org/markup-compatibility/2006"] = "mc"
    prefixes["http://schemas.openxmlformats.org/package/2006/relationships"] = "rel"
    prefixes["http://schemas.openxmlformats.org/package/2006/content-types"] = "ct"
    prefixes["http://schemas.openxmlformats.org/package/2006/metadata/core-properties"] = "cp"
    prefixes["http://schemas.microsoft.com/office/word/2010/wordprocessingShape"] = "wps"
    prefixes["http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"] = "wpg"
    prefixes["http://schemas.microsoft.com/office/word/2010/wordml"] = "w14"
    prefixes["urn:schemas-microsoft-com:vml"] = "v"
    prefixes["urn:schemas-microsoft-com:office:office"] = "o"
    return XMLNamespaces(prefixes.merging(shared) { first, _ in first })
  }()

  /// What both have.
  private static let shared = [
    "http://www.w3.org/XML/1998/namespace": "xml", "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms", "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/1998/Math/MathML": "math",
  ]
}

extension String {
  /// `wordprocessingml/main` with a year in it, as the transitional namespaces have one.
  fileprivate func replacingMain(_ year: String) -> String {
    guard let slash = firstIndex(of: "/") else { return self }
    return self[..<slash] + "/" + year + self[slash...]
  }
}

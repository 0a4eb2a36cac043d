import PlanOffice

/// The package of a Word file (ISO/IEC 29500-2): every part has a content type, and a relationship that leads to it.
struct WordPackage {
  private struct Part {
    let name: String
    let type: String
    let content: [UInt8]
  }

  private struct Relationship {
    let identifier: String
    let type: String
    let target: String
    var isExternal = false
  }

  private var parts: [Part] = []
  /// What the package leads to, and what the document does.
  private var outer: [Relationship] = []
  private var inner: [Relationship] = []

  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  /// Adds the document itself.
  mutating func addDocument(_ content: [UInt8]) {
    parts.append(Part(name: "word/document.xml", type: Self.types + "document.main+xml", content: content))
    outer.append(
      Relationship(
        identifier: "rId1", type: Self.relationships + "officeDocument", target: "word/document.xml"))
  }

  /// Adds the properties of the document. There is no date among them: equal plans give equal files.
  mutating func addProperties(title: String) {
    var xml = XMLWriter()
    xml.begin(
      "cp:coreProperties",
      ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
      ("xmlns:dc", "http://purl.org/dc/elements/1.1/"))
    xml.element("dc:title") { $0.text(title) }
    xml.element("dc:language") { $0.text("zh-TW") }
    parts.append(
      Part(
        name: "docProps/core.xml", type: "application/vnd.openxmlformats-package.core-properties+xml",
        content: xml.finished()))
    outer.append(
      Relationship(
        identifier: "rId2",
        type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        target: "docProps/core.xml"))
  }

  /// Adds a part that the document uses: styles.xml is of the kind `styles`, footer1.xml a `footer`.
  mutating func add(_ name: String, kind: String, as identifier: String, _ content: [UInt8]) {
    parts.append(Part(name: "word/" + name, type: Self.types + kind + "+xml", content: content))
    inner.append(Relationship(identifier: identifier, type: Self.relationships + kind, target: name))
  }

  /// Adds an address that the document leads to.
  mutating func addLink(_ address: String, as identifier: String) {
    inner.append(
      Relationship(
        identifier: identifier, type: Self.relationships + "hyperlink", target: address, isExternal: true))
  }

  /// The archive.
  func bytes() -> [UInt8] {
    var archive = ZipWriter()
    archive.add("[Content_Types].xml", contentTypes())
    archive.add("_rels/.rels", Self.xml(of: outer))
    for part in parts { archive.add(part.name, part.content) }
    archive.add("word/_rels/document.xml.rels", Self.xml(of: inner))
    return archive.finished()
  }

  private func contentTypes() -> [UInt8] {
    var xml = XMLWriter()
    xml.begin("Types", ("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"))
    xml.lineBreak()
    xml.empty(
      "Default", ("Extension", "rels"),
      ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"))
    xml.empty("Default", ("Extension", "xml"), ("ContentType", "application/xml"))
    for part in parts {
      xml.lineBreak()
      xml.empty("Override", ("PartName", "/" + part.name), ("ContentType", part.type))
    }
    return xml.finished()
  }

  private static func xml(of relationships: [Relationship]) -> [UInt8] {
    var xml = XMLWriter()
    xml.begin("Relationships", ("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"))
    for relationship in relationships {
      xml.lineBreak()
      xml.begin(
        "Relationship", ("Id", relationship.identifier), ("Type", relationship.type), ("Target", relationship.target))
      if relationship.isExternal { xml.attribute("TargetMode", "External") }
      xml.end()
    }
    return xml.finished()
  }
}

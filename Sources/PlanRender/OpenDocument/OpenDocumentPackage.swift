import PlanOffice

/// The package of an OpenDocument file (ODF 1.3, part 2), which is CNS 15251: a zip archive that begins with its own
/// type.
enum OpenDocumentPackage {
  static let text = "application/vnd.oasis.opendocument.text"
  static let spreadsheet = "application/vnd.oasis.opendocument.spreadsheet"
  static let version = "1.3"

  /// The archive of some XML files.
  static func bytes(type: String, title: String, files: [(name: String, content: [UInt8])]) -> [UInt8] {
    let files = files + [("meta.xml", meta(title: title))]
    var archive = ZipWriter()
    // First and as it is, so that programs that know nothing of archives find it.
    archive.add("mimetype", Array(type.utf8), compressed: false)
    for file in files { archive.add(file.name, file.content) }
    archive.add("META-INF/manifest.xml", manifest(type: type, names: files.map(\.name)))
    return archive.finished()
  }

  private static func manifest(type: String, names: [String]) -> [UInt8] {
    var xml = XMLWriter()
    xml.begin(
      "manifest:manifest", ("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"),
      ("manifest:version", version))
    xml.lineBreak()
    xml.empty(
      "manifest:file-entry", ("manifest:full-path", "/"), ("manifest:version", version), ("manifest:media-type", type))
    for name in names {
      xml.lineBreak()
      xml.empty("manifest:file-entry", ("manifest:full-path", name), ("manifest:media-type", "text/xml"))
    }
    return xml.finished()
  }

  /// The properties of the document. There is no date among them: equal plans give equal files.
  private static func meta(title: String) -> [UInt8] {
    var xml = XMLWriter()
    begin("office:document-meta", in: &xml)
    xml.element("office:meta") { xml in
      xml.element("meta:generator") { $0.text("plantool") }
      xml.element("dc:title") { $0.text(title) }
      xml.element("dc:language") { $0.text("zh-TW") }
    }
    return xml.finished()
  }

  /// Begins the outermost element of a file.
  static func begin(
    _ name: StaticString, with others: [(StaticString, String)] = [], in xml: inout XMLWriter
  ) {
    xml.begin(name)
    for (name, address) in namespaces + others { xml.attribute(name, address) }
    xml.attribute("office:version", version)
    xml.lineBreak()
  }

  private static let namespaces: [(StaticString, String)] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"),
    // In settings.xml a value has this prefix.
    ("xmlns:ooo", "http://openoffice.org/2004/office"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"), ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
  ]
}

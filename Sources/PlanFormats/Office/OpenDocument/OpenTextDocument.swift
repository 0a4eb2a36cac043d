import PlanOffice
import PlanText

/// Opens an OpenDocument text: a package (`.odt`) or one file (`.fodt`).
enum OpenTextDocument {
  /// The part that a document's words are in.
  static func content(of zip: ZipReader) throws(OfficeFault) -> [UInt8] {
    // Parts of a document with a password are listed as encrypted; what they hold is noise.
    if let manifest = try part("META-INF/manifest.xml", zip),
      manifest.firstOffset(of: Array("encryption-data".utf8)) != nil
    {
      throw .encrypted
    }
    guard let content = try part("content.xml", zip) else { throw .missing(part: "content.xml") }
    return content
  }

  static func read(_ zip: ZipReader) throws(OfficeFault) -> OfficeDocument {
    let content = try content(of: zip)
    var styles = OpenStyles()
    var leftOut: [LeftOut] = []
    if let bytes = try part("styles.xml", zip) {
      var reader = try reader(bytes, part: "styles.xml", styles)
      _ = try reader.read()
      styles = reader.styles
      leftOut = reader.counter.leftOut
    }
    var document = try read(content, part: "content.xml", styles)
    document.leftOut += leftOut
    return document
  }

  /// Reads a flat document.
  static func read(flat bytes: [UInt8]) throws(OfficeFault) -> OfficeDocument {
    try read(bytes, part: "", OpenStyles())
  }

  private static func read(_ bytes: [UInt8], part: String, _ styles: OpenStyles) throws(OfficeFault) -> OfficeDocument {
    var reader = try reader(bytes, part: part, styles)
    let blocks = try reader.read()
    return OfficeDocument(
      blocks: blocks, leftOut: reader.counter.leftOut, pendingChanges: reader.counter.pendingChanges)
  }

  private static func reader(
    _ bytes: [UInt8], part: String, _ styles: OpenStyles
  ) throws(OfficeFault) -> OpenReader {
    do throws(XMLFault) {
      return try OpenReader(bytes, part: part, styles: styles)
    } catch {
      throw .xml(error, part: part)
    }
  }

  private static func part(_ path: String, _ zip: ZipReader) throws(OfficeFault) -> [UInt8]? {
    do throws(ZipFault) { return try zip.contents(of: path) } catch { throw .archive(error) }
  }
}

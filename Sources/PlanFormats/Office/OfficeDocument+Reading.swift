import PlanOffice
import PlanText

extension OfficeDocument {
  /// Reads a document by what its bytes are; where they do not tell, by its name.
  package init(reading source: SourceText) throws(OfficeFault) {
    switch OfficeFileKind.of(source) {
    case .page: self = try HTMLDocument.read(source.bytes)
    case .values(let isTabbed): self = try CommaValues.read(source.bytes, isTabbed: isTabbed)
    case .text: self = try PlainText.read(source.bytes)
    default: self = try OfficeDocument(reading: source.bytes)
    }
  }

  /// Reads an archive or a flat OpenDocument, whatever its name.
  package init(reading bytes: [UInt8]) throws(OfficeFault) {
    guard bytes.starts(with: [0x50, 0x4B]) else {
      let isWorkbook = TextEncoding.asciiHead(of: bytes).has("opendocument.spreadsheet")
      self = isWorkbook ? try OpenWorkbook.read(bytes, part: "") : try OpenTextDocument.read(flat: bytes)
      return
    }
    let zip: ZipReader
    let type: String
    do throws(ZipFault) {
      zip = try ZipReader(bytes)
      type = String(decoding: try zip.contents(of: "mimetype") ?? [], as: UTF8.self)
    } catch {
      throw .archive(error)
    }
    if type.hasPrefix("application/vnd.oasis.opendocument.text") {
      self = try OpenTextDocument.read(zip)
    } else if type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
      self = try OpenWorkbook.read(try OpenTextDocument.content(of: zip), part: "content.xml")
    } else if zip.entries.contains(where: { $0.name == "xl/workbook.xml" }) {
      self = try ExcelWorkbook.read(zip)
    } else if zip.entries.contains(where: { $0.name.hasPrefix("word/") }) {
      self = try WordDocument.read(zip)
    } else if zip.entries.contains(where: { $0.name.hasSuffix(".iwa") }) {
      throw .otherKind("pages")
    } else {
      throw .otherKind(type)
    }
  }
}

import PlanOffice
import PlanText

extension OfficeDocument {
  /// Reads a document by what its bytes are, whatever its name.
  package init(reading bytes: [UInt8]) throws(OfficeFault) {
    guard bytes.starts(with: [0x50, 0x4B]) else {
      self = try OpenTextDocument.read(flat: bytes)
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
    } else if zip.entries.contains(where: { $0.name.hasPrefix("word/") }) {
      self = try WordDocument.read(zip)
    } else if zip.entries.contains(where: { $0.name.hasSuffix(".iwa") }) {
      throw .otherKind("pages")
    } else {
      throw .otherKind(type)
    }
  }
}

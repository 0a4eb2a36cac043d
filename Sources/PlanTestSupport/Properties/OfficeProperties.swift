import PlanFormats
import PlanOffice
import PlanText

/// What must hold of an office document whatever its bytes are.
enum OfficeProperties {
  /// The bytes as a document; as the XML of a Word file, which no damaged checksum keeps from being read; and as a
  /// deflated stream.
  static func check(_ bytes: [UInt8], everyOutput: Bool) throws(BrokenProperty) {
    _ = try? Inflate.bytes(of: bytes[...], limit: 1 << 16)
    try check(document: bytes, everyOutput: everyOutput)
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8), compressed: false)
    zip.add("word/document.xml", bytes, compressed: false)
    zip.add("word/numbering.xml", bytes, compressed: false)
    try check(document: zip.finished(), everyOutput: everyOutput)
  }

  private static func check(document bytes: [UInt8], everyOutput: Bool) throws(BrokenProperty) {
    guard let plan = try? OfficePlan.reading(SourceText(name: "fuzzed.odt", bytes: bytes)) else { return }
    let text = plan.source
    guard String(decoding: text.bytes, as: UTF8.self).utf8.elementsEqual(text.bytes) else {
      throw BrokenProperty("The plan of a document is no UTF-8.")
    }
    // What is written is bounded by what was read.
    guard text.bytes.count <= 400 * bytes.count + 1 << 16 else {
      throw BrokenProperty("\(bytes.count) bytes became a plan of \(text.bytes.count).")
    }
    try PlanProperties.check(PlanDocument(reading: text, as: .text), everyOutput: everyOutput)
  }
}

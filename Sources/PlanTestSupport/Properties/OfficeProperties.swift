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

  /// The bytes as what has no mark of its own: a page, text, values; and as the XML of sheets.
  static func check(named bytes: [UInt8], everyOutput: Bool) throws(BrokenProperty) {
    for name in ["fuzzed.html", "fuzzed.txt", "fuzzed.csv", "fuzzed.tsv"] {
      try check(document: bytes, name: name, everyOutput: everyOutput)
    }
    var zip = ZipWriter()
    let book = """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" r:id="a"/></sheets></workbook>
      """
    let relations = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>
      """
    zip.add("xl/workbook.xml", Array(book.utf8), compressed: false)
    zip.add("xl/_rels/workbook.xml.rels", Array(relations.utf8), compressed: false)
    zip.add("xl/worksheets/sheet1.xml", bytes, compressed: false)
    try check(document: zip.finished(), everyOutput: everyOutput)
    zip = ZipWriter()
    zip.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8), compressed: false)
    zip.add("content.xml", bytes, compressed: false)
    try check(document: zip.finished(), everyOutput: everyOutput)
  }

  private static func check(
    document bytes: [UInt8], name: String = "fuzzed.odt", everyOutput: Bool
  ) throws(BrokenProperty) {
    guard let plan = try? OfficePlan.reading(SourceText(name: name, bytes: bytes)) else { return }
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

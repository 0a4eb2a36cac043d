import PlanModel
import PlanText
import Testing

@testable import PlanFormats

@Suite("Office documents that are damaged or were made to harm")
struct OfficeHostileTests {
  /// A flat document with a body.
  private func flat(_ body: String, before: String = "") -> [UInt8] {
    let names = ["office", "text", "table", "style"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }
    return Array(
      """
      <?xml version="1.0"?>\(before)
      <office:document \(names.joined(separator: " "))><office:body><office:text>\(body)</office:text></office:body></office:document>
      """.utf8)
  }

  private func plan(_ bytes: [UInt8]) throws(OfficeProblem) -> Plan {
    PlanDocument(reading: try OfficePlan.reading(SourceText(name: "x", bytes: bytes)).source, as: .text).plan
  }

  @Test(
    "end in a plan or in a problem wherever they are cut off",
    arguments: OfficeSamples.names.filter { $0.hasSuffix("9.docx") || $0.hasSuffix("9.odt") })
  func truncated(name: String) {
    let bytes = OfficeSamples.bytes(name)
    for count in stride(from: 4, to: bytes.count, by: max(1, bytes.count / 150)) {
      #expect(throws: OfficeProblem.self, "\(count) bytes") { try plan(Array(bytes[..<count])) }
    }
  }

  @Test(
    "with a damaged byte end in a plan or in a problem",
    arguments: OfficeSamples.names.filter { $0.hasSuffix("9.docx") })
  func damaged(name: String) {
    let bytes = OfficeSamples.bytes(name)
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 150)) {
      var bytes = bytes
      bytes[place] ^= 0x41
      _ = try? plan(bytes)
    }
  }

  @Test("with any byte of their XML damaged end in a plan or in a problem")
  func damagedXML() {
    let bytes = flat(
      """
      <text:p>某某分局107年度計畫</text:p><text:list><text:list-item><text:p>甲</text:p></text:list-item></text:list>\
      <table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>乙</text:p></table:table-cell></table:table-row></table:table>
      """)
    for place in bytes.indices {
      for flip in [0x01, 0x10, 0x80] as [UInt8] {
        var bytes = bytes
        bytes[place] ^= flip
        _ = try? plan(bytes)
      }
    }
  }

  @Test("that define entities are refused")
  func entities() {
    let bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
    #expect(throws: OfficeProblem.suspicious(part: "")) { try plan(flat("<text:p>甲</text:p>", before: bomb)) }
  }

  @Test("that are nested without end are refused")
  func nested() {
    func deep(_ count: Int) -> [UInt8] {
      let open = "<table:table><table:table-row><table:table-cell>"
      let close = "</table:table-cell></table:table-row></table:table>"
      return flat(
        String(repeating: open, count: count) + "<text:p>甲</text:p><text:p>乙</text:p>"
          + String(repeating: close, count: count))
    }
    #expect(throws: Never.self) { try plan(deep(80)) }
    #expect(throws: OfficeProblem.suspicious(part: "")) { try plan(deep(90)) }
    #expect(throws: OfficeProblem.suspicious(part: "")) { try plan(deep(100_000)) }
  }

  @Test("that repeat rows and columns to the last there can be are read as far as there are words")
  func repeated() throws {
    let cell = "<table:table-cell table:number-columns-repeated=\"16384\"/>"
    let sheet = flat(
      """
      <table:table><table:table-column table:number-columns-repeated="16384"/><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>\(cell)</table:table-row>\
      <table:table-row table:number-rows-repeated="1048575">\(cell)</table:table-row></table:table>
      """)
    let text = String(decoding: try OfficePlan.reading(SourceText(name: "x", bytes: sheet)).source.bytes, as: UTF8.self)
    #expect(text.has("甲"))
    #expect(text.utf8.count < 100_000)
    let full = flat(
      """
      <table:table><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"><text:p>甲</text:p></table:table-cell></table:table-row></table:table>
      """)
    #expect(throws: OfficeProblem.tableTooLarge) { try plan(full) }
  }

  @Test(
    "with numbers that mean nothing are read",
    arguments: ["0", "-1", "99999999999999999999", "4611686018427387904", "9223372036854775807", "x", ""])
  func numbers(number: String) throws {
    let body = flat(
      """
      <text:h text:outline-level="\(number)">甲</text:h><text:p>乙<text:s text:c="\(number)"/>丙</text:p>\
      <text:list text:style-name="L"><text:list-item text:start-value="\(number)"><text:p>丁</text:p></text:list-item><text:list-item><text:p>戊</text:p></text:list-item></text:list>\
      <table:table><table:table-column table:number-columns-repeated="\(number)"/><table:table-row><table:table-cell table:number-columns-spanned="\(number)" \
      table:number-rows-spanned="\(number)"><text:p>己</text:p></table:table-cell><table:table-cell><text:p>庚</text:p></table:table-cell></table:table-row></table:table>
      """)
    let text = String(decoding: try OfficePlan.reading(SourceText(name: "x", bytes: body)).source.bytes, as: UTF8.self)
    for word in ["甲", "乙", "丙", "丁", "戊", "己", "庚"] { #expect(text.has(word), "\(word)") }
  }

  @Test("with marks of Markdown and HTML in their words say the same words")
  func marks() throws {
    let words = "# 甲 `乙` &lt;!-- 丙 --&gt; &lt;b&gt;丁&lt;/b&gt; &amp;amp; \\* | 戊"
    let body = flat(
      """
      <text:p>某某分局107年度計畫</text:p><text:p>壹、甲</text:p><text:p>\(words)</text:p><text:p>貳、乙</text:p>\
      <table:table><table:table-row><table:table-cell><text:p>\(words)</text:p></table:table-cell><table:table-cell><text:p>丁</text:p></table:table-cell></table:table-row></table:table>
      """)
    let document = PlanDocument(reading: try OfficePlan.reading(SourceText(name: "x", bytes: body)).source, as: .text)
    #expect(document.problems.isEmpty)
    #expect(document.plan.comments.isEmpty)
    #expect(document.plan.sections.count == 2)
    let text = try PlanConversion.canonical(document)
    #expect(text.has("\\# 甲 \\`乙\\` &lt;!-- 丙 --> &lt;b>丁&lt;/b> &amp;amp; \\\\* | 戊"))
    #expect(text.has("# 甲 \\`乙\\` &lt;!-- 丙 --> &lt;b>丁&lt;/b> &amp;amp; \\\\* \\| 戊"))
  }

  @Test(
    "of kinds that are not read are told by their first bytes",
    arguments: [
      ("%PDF-1.7\n", .pdf), ("{\\rtf1\\ansi}", .richText), ("PK\u{5}\u{6}", .damaged(part: "")),
      (
        "<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>",
        .wordXML
      ),
      ("計畫", .damaged(part: "")),
    ] as [(String, OfficeProblem)])
  func kinds(text: String, problem: OfficeProblem) {
    #expect(throws: problem) { try plan(Array(text.utf8)) }
  }

  @Test("of Word before 2007 are told from those with a password")
  func oldWord() {
    let start: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(throws: OfficeProblem.oldWord) { try plan(start + [UInt8](repeating: 0, count: 512)) }
    let name = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    #expect(throws: OfficeProblem.encrypted) { try plan(start + [UInt8](repeating: 0, count: 512) + name) }
  }
}

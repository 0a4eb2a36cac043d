import Foundation
import PlanFormats
import PlanOffice
import PlanRender
import PlanTestSupport
import PlanText
import Testing

/// Comments that are put into documents. `scripts/check-office.py` has other programs read them.
@Suite struct OfficeCommentTests {
  private static let text = "PT301 警告：<甲> & 「乙」\u{7}。\n第二行"

  private func document(_ format: FormatName) throws -> [UInt8] {
    let table = TableView(
      title: "附表1", intro: "前言。", columns: [.init("構面", isHierarchy: true), .init("作法"), .init("期限")],
      rows: [[.init("基礎"), .init("甲。\n- 乙"), .init("107年4月")], [.init("基礎"), .init("丙"), .init("")]], closing: "結語。")
    return Renderer.bytes(of: [.table(table)], title: "題", as: format)
  }

  /// The paragraphs of a document that have words.
  private func paragraphs(_ bytes: [UInt8], _ format: FormatName) throws -> [(part: String, content: Range<Int>)] {
    let part = format == .docx ? "word/document.xml" : "content.xml"
    let content = try OfficeReader(bytes).content(of: part)
    var reader = try XMLReader(content, namespaces: format == .docx ? .openXML : .openDocument)
    var found: [(String, Range<Int>)] = []
    var start = 0
    while let event = try reader.next() {
      switch event {
      case .start("text:p"), .start("text:h"), .start("w:p"): start = reader.range.upperBound
      case .end("w:pPr"): start = reader.range.upperBound
      case .end("text:p"), .end("text:h"), .end("w:p"):
        if reader.range.lowerBound > start { found.append((part, start..<reader.range.lowerBound)) }
      default: break
      }
    }
    return found
  }

  private func commented(_ bytes: [UInt8], _ format: FormatName) throws -> [UInt8] {
    try OfficeComment.adding(
      paragraphs(bytes, format).map { OfficeComment(part: $0.part, content: $0.content, text: Self.text) }, to: bytes)
  }

  /// What is left without the comments is what was there.
  private func withoutComments(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacing(/<office:annotation .*?<\/office:annotation>|<office:annotation-end [^>]*\/>/, with: "")
      .replacing(/<w:commentRange[^>]*\/>|<w:r><w:commentReference [^>]*\/><\/w:r>/, with: "")
  }

  @Test("stand beside the words that they are about, where these are certain")
  func wordsOfAComment() throws {
    for format in [FormatName.odt, .docx] {
      let table = TableView(
        title: "附表1", columns: [.init("作法")], rows: [[.init("甲。**乙 & 丙**，見丁。")], [.init("戊，戊。")]])
      let bytes = Renderer.bytes(of: [.table(table)], title: "題", as: format)
      func beside(_ words: String, paragraph index: Int) throws -> String {
        let place = try paragraphs(bytes, format)[index]
        let comment = OfficeComment(part: place.part, content: place.content, text: "Ａ", words: words)
        let part = try OfficeReader(OfficeComment.adding([comment], to: bytes)).content(of: place.part)
        let text = String(decoding: part, as: UTF8.self)
        let marks =
          format == .odt
          ? ("</office:annotation>", "<office:annotation-end")
          : ("<w:commentRangeStart w:id=\"0\"/>", "<w:commentRangeEnd")
        let start = try #require(text.range(of: marks.0)).upperBound
        let end = try #require(text.range(of: marks.1)).lowerBound
        return String(text[start..<end]).replacing(/<[^>]*>/, with: "")
      }
      // Word has comments between runs.
      #expect(try beside("乙 & 丙", paragraph: 2) == "乙 &amp; 丙")
      #expect(try beside("見丁", paragraph: 2) == (format == .odt ? "見丁" : "，見丁。"))
      #expect(try beside("甲", paragraph: 2) == (format == .odt ? "甲" : "甲。"))
      // What comes twice, stands in two pieces, or is not there.
      #expect(try beside("戊", paragraph: 3) == "戊，戊。")
      #expect(try beside("。乙", paragraph: 2) == (format == .odt ? "甲。乙 &amp; 丙，見丁。" : "甲。乙 &amp; 丙"))
      #expect(try beside("己", paragraph: 2) == "甲。乙 &amp; 丙，見丁。")
    }
  }

  @Test(arguments: [FormatName.odt, .docx])
  func everythingElseStaysAsItIs(format: FormatName) throws {
    let bytes = try document(format)
    let count = try paragraphs(bytes, format).count
    #expect(count > 8)
    let before = try OfficeReader(bytes)
    let after = try OfficeReader(commented(bytes, format))
    try after.expectXML()
    let new = ["[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"]
    for file in before.files where !new.contains(file.name) {
      let now = try after.content(of: file.name)
      #expect(now == file.content || withoutComments(now) == String(decoding: file.content, as: UTF8.self))
    }
    #expect(
      Set(after.files.map(\.name)) == Set(before.files.map(\.name) + (format == .docx ? ["word/comments.xml"] : [])))
    #expect(after.files.first?.name == before.files.first?.name)
    let part = String(
      decoding: try after.content(of: format == .docx ? "word/comments.xml" : "content.xml"), as: UTF8.self)
    #expect(part.matches(of: /PT301 警告：&lt;甲&gt; &amp; 「乙」\\u\{7\}。/).count == count)
    // The same findings give the same file.
    #expect(try commented(bytes, format) == commented(bytes, format))
  }

  @Test(arguments: [FormatName.odt, .docx])
  func commentsThatAreThereStay(format: FormatName) throws {
    let bytes = try document(format)
    let count = try paragraphs(bytes, format).count
    let once = try commented(bytes, format)
    let first = try #require(try paragraphs(once, format).first)
    let twice = try OfficeComment.adding(
      [OfficeComment(part: first.part, content: first.content, text: "又一則")], to: once)
    let file = try OfficeReader(twice)
    try file.expectXML()
    let part = String(
      decoding: try file.content(of: format == .docx ? "word/comments.xml" : "content.xml"), as: UTF8.self)
    let names = part.matches(of: /<(?:office:annotation|w:comment) [^>]*(?:office:name|w:id)="([^"]*)"/).map { $0.1 }
    #expect(names.count == count + 1 && Set(names).count == count + 1)
    #expect(part.contains("又一則"))
    let relationships = (file.files.first { $0.name == "word/_rels/document.xml.rels" }?.content).map {
      String(decoding: $0, as: UTF8.self).matches(of: /relationships\/comments"/).count
    }
    #expect(relationships == (format == .docx ? 1 : nil))
  }

  /// A package with as little as Word accepts, in which nothing is called as usual.
  @Test func smallestWordFile() throws {
    var archive = ZipWriter()
    archive.add(
      "[Content_Types].xml",
      Array("<c:Types xmlns:c='http://schemas.openxmlformats.org/package/2006/content-types'/>".utf8))
    archive.add(
      "_rels/.rels",
      Array(
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/main.xml"/></Relationships>
        """.utf8))
    let start = "<x:document xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><x:body><x:p>"
    let words = "<x:r><x:t>甲</x:t></x:r>"
    archive.add("main.xml", Array((start + words + "</x:p></x:body></x:document>").utf8))
    let content = start.utf8.count..<(start + words).utf8.count
    let file = try OfficeReader(
      OfficeComment.adding([OfficeComment(part: "main.xml", content: content, text: "乙")], to: archive.finished()))
    try file.expectXML()
    #expect(
      Set(file.files.map(\.name)) == [
        "[Content_Types].xml", "_rels/.rels", "main.xml", "comments.xml", "_rels/main.xml.rels",
      ])
    let main = String(decoding: try file.content(of: "main.xml"), as: UTF8.self)
    #expect(
      main.contains(
        "<w:commentRangeStart xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" w:id=\"0\"/>"
          + words))
    let types = String(decoding: try file.content(of: "[Content_Types].xml"), as: UTF8.self)
    #expect(types.contains("PartName=\"/comments.xml\"") && types.hasSuffix("</c:Types>"))
  }

  @Test func flatDocument() throws {
    let start = """
      <?xml version="1.0"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>
      """
    let bytes = Array((start + "甲</text:p></office:text></office:body></office:document>").utf8)
    let content = start.utf8.count..<(start.utf8.count + 3)
    let after = try OfficeComment.adding([OfficeComment(part: "", content: content, text: "乙")], to: bytes)
    let text = String(decoding: after, as: UTF8.self)
    #expect(withoutComments(after) == String(decoding: bytes, as: UTF8.self))
    #expect(
      text.contains("xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>plantool</dc:creator><text:p>乙</text:p>")
    )
  }

  @Test func damagedFilesAreRefused() throws {
    let comment = OfficeComment(part: "content.xml", content: 5..<10, text: "甲")
    #expect(throws: OfficeCommentFault.self) { try OfficeComment.adding([comment], to: Array("PK".utf8)) }
    var archive = ZipWriter()
    archive.add("content.xml", Array("<a".utf8))
    #expect(throws: OfficeCommentFault.self) { try OfficeComment.adding([comment], to: archive.finished()) }
    var other = ZipWriter()
    other.add("a.txt", [])
    #expect(throws: OfficeCommentFault.otherKind) { try OfficeComment.adding([comment], to: other.finished()) }
    // Places that are not of this file are moved to its ends.
    let bytes = try document(.odt)
    #expect(throws: Never.self) {
      try OfficeComment.adding(
        [OfficeComment(part: "content.xml", content: 1_000_000..<Int.max, text: "甲")], to: bytes)
    }
  }
}

import PlanOffice
import Testing

@Suite("XML")
struct XMLReaderTests {
  private static let names = XMLNamespaces(["urn:w": "w", "urn:other": "o"])

  /// The events, one word each; attributes behind the names of their elements.
  private func events(_ text: String) throws(XMLFault) -> [String] {
    try events(Array(text.utf8))
  }

  private func events(_ bytes: [UInt8]) throws(XMLFault) -> [String] {
    var reader = try XMLReader(bytes, namespaces: Self.names)
    var found: [String] = []
    while let event = try reader.next() {
      switch event {
      case .start(let name):
        var line = "<" + name
        for attribute in reader.attributes { line += " \(attribute.name)=\(try reader.value(of: attribute))" }
        found.append(line)
      case .end(let name): found.append("/" + name)
      case .text(let text): found.append(text)
      }
    }
    return found
  }

  @Test("is read event by event, with names by their namespaces")
  func read() throws {
    let text = """
      \u{FEFF}<?xml version="1.0" encoding="UTF-8"?><!-- 註 <a> -->
      <x:doc xmlns:x="urn:w" xmlns="urn:other"><p x:val='1 &lt; 2' plain="&#x58F9;"/>壹&amp;貳&#65;<![CDATA[<a>&amp;]]>
      <p xmlns="urn:w" xmlns:x="urn:none"><x:q/></p><x:r>a\r\nb\rc</x:r><?go on?></x:doc>

      """
    #expect(
      try events(text) == [
        "<w:doc", "<o:p w:val=1 < 2 plain=壹", "/o:p", "壹&貳A", "<a>&amp;", "\n", "<w:p", "<?:q", "/?:q", "/w:p", "<w:r",
        "a\nb\nc", "/w:r", "/w:doc",
      ])
  }

  @Test("knows where each event stands")
  func places() throws {
    let text = "<a><b c=\"1\"/>字</a>"
    let bytes = Array(text.utf8)
    var reader = try XMLReader(bytes, namespaces: Self.names)
    var pieces: [String] = []
    while try reader.next() != nil { pieces.append(String(decoding: bytes[reader.range], as: UTF8.self)) }
    #expect(pieces == ["<a>", "<b c=\"1\"/>", "", "字", "</a>"])
  }

  @Test("can be gone through element by element")
  func skipped() throws {
    var reader = try XMLReader(Array("<a><b><c/>x</b><d/></a>".utf8), namespaces: Self.names)
    #expect(try reader.next() == .start("a"))
    #expect(try reader.next() == .start("b"))
    try reader.skipElement()
    #expect(try reader.next() == .start("d"))
    #expect(reader.isEmptyElement)
    try reader.skipElement()
    #expect(try reader.next() == .end("a"))
    #expect(try reader.next() == nil)
  }

  @Test(
    "that is broken says how and where",
    arguments: [
      ("", .truncated), ("<a", .truncated), ("<a>", .truncated), ("<a><!-- ", .truncated), ("<a b=\"", .truncated),
      ("<a></b>", .wrongEnd(at: 3)), ("<a></a></a>", .wrongEnd(at: 7)), ("<a/><b/>", .syntax(at: 4)),
      ("x<a/>", .syntax(at: 0)), ("<a/>x", .syntax(at: 4)), ("<a b/>", .syntax(at: 4)), ("<a b=1/>", .syntax(at: 5)),
      ("<a b=\"1\"c=\"2\"/>", .syntax(at: 8)), ("<a b=\"<\"/>", .syntax(at: 6)), ("<1/>", .syntax(at: 1)),
      ("<a b=\"1\" b=\"2\"/>", .syntax(at: 9)), ("<x:a/>", .unknownPrefix(at: 0)),
      ("<a y:b=\"1\"/>", .unknownPrefix(at: 3)),
      ("<a>&nbsp;</a>", .unknownEntity(at: 3)), ("<a>&</a>", .unknownEntity(at: 3)),
      ("<a>&#0;</a>", .unknownEntity(at: 3)),
      ("<a>&#xD800;</a>", .unknownEntity(at: 3)), ("<a>&#99999999;</a>", .unknownEntity(at: 3)),
      ("<!DOCTYPE a><a/>", .documentType(at: 0)), ("<a><!ENTITY b \"c\"></a>", .documentType(at: 3)),
      ("<?xml version=\"1.0\" encoding=\"Big5\"?><a/>", .encoding), ("<a>\u{0}</a>", .encoding),
    ] as [(String, XMLFault)])
  func broken(text: String, fault: XMLFault) {
    #expect(throws: fault) { try events(text) }
  }

  @Test("in another encoding is refused")
  func encodings() {
    #expect(throws: XMLFault.encoding) { try events([0x3C, 0x61, 0x3E, 0xA5, 0xFC, 0x3C, 0x2F, 0x61, 0x3E]) }
    #expect(throws: XMLFault.encoding) { try events([0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00]) }
    #expect(throws: XMLFault.encoding) { try events([0x3C, 0x00, 0x61, 0x00, 0x2F, 0x00, 0x3E, 0x00]) }
  }

  @Test("is read as deep as the limit, and has as many attributes")
  func limits() throws {
    func deep(_ count: Int) -> String {
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(try events(deep(256)).count == 512)
    #expect(throws: XMLFault.tooDeep(limit: 256)) { try events(deep(257)) }
    #expect(throws: XMLFault.tooDeep(limit: 256)) { try events(String(repeating: "<a>", count: 1_000_000)) }
    func wide(_ count: Int) -> String { "<a " + (0..<count).map { "b\($0)=\"\"" }.joined(separator: " ") + "/>" }
    #expect(try events(wide(256)).count == 2)
    #expect(throws: XMLFault.tooManyAttributes(at: 1941, limit: 256)) { try events(wide(257)) }
  }

  @Test("that is cut off or damaged anywhere ends in an error or in events, and never otherwise")
  func damaged() throws {
    let bytes = Array(
      "<?xml version='1.0'?><a xmlns:w='urn:w'><w:b w:c='1&lt;'>字&#x58F9;</w:b><![CDATA[x]]><!-- y --></a>".utf8)
    for count in bytes.indices { #expect(throws: XMLFault.self) { try events(Array(bytes[..<count])) } }
    for place in bytes.indices {
      for flip in [0x01, 0x20, 0x80, 0xFF] as [UInt8] {
        var bytes = bytes
        bytes[place] ^= flip
        _ = try? events(bytes)
      }
    }
  }
}

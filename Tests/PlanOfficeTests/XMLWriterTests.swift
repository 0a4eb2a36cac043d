import PlanOffice
import Testing

@Suite("Writing XML")
struct XMLWriterTests {
  private func xml(_ write: (inout XMLWriter) -> Void) -> String {
    var writer = XMLWriter()
    write(&writer)
    return String(decoding: writer.finished(), as: UTF8.self)
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  @Test("writes elements, attributes and text, and ends what is open")
  func elements() {
    let text = xml { writer in
      writer.begin("a", ("b", "甲"))
      writer.empty("c", ("d", "1"), ("e", "2"))
      writer.lineBreak()
      writer.element("f") { $0.text("乙") }
      writer.begin("g")
      writer.attribute("h", "丙")
      writer.begin("i")
      writer.text("")
    }
    #expect(text == Self.head + "<a b=\"甲\"><c d=\"1\" e=\"2\"/>\n<f>乙</f><g h=\"丙\"><i></i></g></a>\n")
  }

  @Test(
    "escapes what means something to XML",
    arguments: [
      ("甲，「乙」 a", "甲，「乙」 a"), ("<b>&amp;]]>", "&lt;b&gt;&amp;amp;]]&gt;"), ("\"'", "\"'"), ("a\n\tb", "a\n\tb"),
      ("a\r\nb", "a&#13;\nb"),
      ("", ""), ("é🇹🇼𠮷ＡＢ", "é🇹🇼𠮷ＡＢ"),
    ])
  func escaping(text: String, expected: String) {
    #expect(xml { $0.element("a") { $0.text(text) } } == Self.head + "<a>\(expected)</a>\n")
  }

  @Test("keeps line breaks, tabs and quotation marks of attributes")
  func attributes() {
    #expect(xml { $0.empty("a", ("b", "x\"<>&'\n\ty")) } == Self.head + "<a b=\"x&quot;&lt;&gt;&amp;'&#10;&#9;y\"/>\n")
  }

  @Test(
    "spells out what XML cannot hold, and what turns the words around",
    arguments: [
      0x00, 0x07, 0x0B, 0x1B, 0x7F, 0x85, 0x200F, 0x202E, 0x2028, 0x2066, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFF,
    ])
  func harmful(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let text = xml { $0.element("a") { $0.text("甲\(scalar)乙") } }
    #expect(text == Self.head + "<a>甲\\u{\(String(value, radix: 16, uppercase: true))}乙</a>\n")
  }
}

import PlanOffice
import Testing

@Suite("Pieces of HTML pages")
struct HTMLTokenizerTests {
  /// The pieces, one word each.
  private func pieces(_ text: String) -> [String] {
    var reader = HTMLTokenizer(Array(text.utf8))
    var found: [String] = []
    while let token = reader.next() {
      switch token {
      case .start(let tag):
        found.append(tag.attributes.reduce("<" + tag.name) { $0 + " \($1.name)=[\($1.value)]" })
      case .end(let name): found.append("/" + name)
      case .text(let text): found.append(text)
      case .raw(let name, let text): found.append("{\(name)}" + text)
      case .comment(let text): found.append("!" + text)
      }
    }
    return found
  }

  @Test("are tags, words and comments")
  func read() {
    #expect(
      pieces("<!DOCTYPE html><P Class=a id='b c' hidden data-x=\"1>2\">甲&nbsp;乙<BR/>丙</p>") == [
        "<p class=[a] id=[b c] hidden=[] data-x=[1>2]", "甲 乙", "<br", "丙", "/p",
      ])
    #expect(pieces("甲<!-- 乙 -- > 丙 -->丁<?xml x?><![if !x]>戊<![endif]>") == ["甲", "! 乙 -- > 丙 ", "丁", "戊"])
  }

  @Test("are words where a mark begins no tag")
  func marks() {
    #expect(pieces("1 < 2 <3 << & &x; &amp;lt; &#20013;&#x6587; <") == ["1 < 2 <3 << & &x; &lt; 中文 <"])
    #expect(pieces("a<") == ["a<"])
    #expect(pieces("</ >") == ["</ >"])
  }

  @Test("have no tags inside scripts and styles, and entities in titles")
  func raw() {
    #expect(
      pieces("<script>if (a<b) \"<p>\"</script ><style><!-- p{} --></STYLE><title>甲&amp;乙</title>") == [
        "<script", "{script}if (a<b) \"<p>\"", "/script", "<style", "{style}<!-- p{} -->", "/style", "<title",
        "{title}甲&乙", "/title",
      ])
  }

  @Test(
    "go on to the end of the file where they are not closed",
    arguments: [
      ("<!-- 甲", ["! 甲"]), ("<script>甲</scrip", ["<script", "{script}甲</scrip"]), ("<p class=\"甲", ["<p class=[甲]"]),
      ("<p", ["<p"]), ("甲<!", ["甲"]), ("<p a=", ["<p a=[]"]), ("<p a =b=c", ["<p a=[b=c]"]), ("<!-->甲", ["甲"]),
      ("<!--->甲", ["甲"]), ("<p//=x>", ["<p =x=[]"]),
    ] as [(String, [String])])
  func unclosed(text: String, expected: [String]) {
    #expect(pieces(text) == expected)
  }

  @Test("are told with their places, which follow one another")
  func ranges() {
    let bytes = Array("甲<b>乙</b><i class='丙'>丁</i>&amp;<!-- 戊 --><br>".utf8)
    var reader = HTMLTokenizer(bytes)
    var last = 0
    while reader.next() != nil {
      #expect(reader.range.lowerBound == last)
      #expect(reader.range.upperBound > reader.range.lowerBound)
      last = reader.range.upperBound
    }
    #expect(last == bytes.count)
  }

  @Test("are read whatever the bytes are")
  func damaged() {
    let bytes = Array("<p a='b'>甲&#65;</p><!-- 乙 --><script>x</script><td rowspan=\"2\">丙".utf8)
    for place in bytes.indices {
      for value in [0, 0x3C, 0x3E, 0x22, 0x26, 0x2F, 0x80, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[place] = value
        var reader = HTMLTokenizer(damaged)
        var count = 0
        while reader.next() != nil { count += 1 }
        #expect(count <= damaged.count)
      }
    }
  }
}

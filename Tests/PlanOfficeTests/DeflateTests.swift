import PlanOffice
import Testing

/// What is deflated is undone again, and small where there is something to save. `scripts/check-office.py` has other
/// programs undo it.
@Suite("Compression of zip archives")
struct DeflateTests {
  @Test("writes what RFC 1951 says, bit by bit")
  func smallStreams() {
    // The end of the block alone; a literal of each width; four bytes and a repeat of 258 of them.
    #expect(Deflate.bytes(of: []) == [0x03, 0x00])
    #expect(Deflate.bytes(of: Array("a".utf8)) == [0x4B, 0x04, 0x00])
    #expect(Deflate.bytes(of: [0xFF]) == [0xFB, 0x0F, 0x00])
    #expect(Deflate.bytes(of: Array("aaaaaaaa".utf8)) == [0x4B, 0x84, 0x02, 0x00])
  }

  @Test("makes a regular text small")
  func regularText() {
    let row = "<table:table-row><table:table-cell><text:p>每月檢討逾期案件並改善。</text:p></table:table-cell></table:table-row>\n"
    let text = Array(String(repeating: row, count: 1000).utf8)
    #expect(Deflate.bytes(of: text).count * 50 < text.count)
  }

  @Test("takes time in proportion to the text, whatever repeats in it", arguments: ["a", "ab", "abcdefg", "計畫"])
  func endlessRepeats(piece: String) {
    let text = Array(String(repeating: piece, count: 200_000).utf8)
    #expect(Deflate.bytes(of: text).count < text.count / 100)
  }
}

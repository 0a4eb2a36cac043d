import PlanTestSupport
import PlanText
import Testing

/// Tables of any spelling become rows and columns, in which a cell that spans several counts in each.
@Suite struct GridTests {
  private static func html(_ text: String) -> Grid? {
    let bytes = Array(text.utf8)
    return HTMLTable.grid(0..<bytes.count, in: bytes)
  }

  private static func rows(_ grid: Grid?) -> [[String]]? { grid?.rows.map { $0.cells.map(\.string) } }

  @Test(arguments: [
    ("<tr><td rowspan=2>甲<td>乙<tr><td>丙", [["甲", "乙"], ["甲", "丙"]]),
    (
      "<tr><td colspan=\"2\">甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td><td>戊</td></tr>",
      [["甲", "甲", "乙"], ["丙", "丁", "戊"]]
    ),
    ("<tr><td>甲<td rowspan=3>乙<tr><td>丙<tr><td>丁", [["甲", "乙"], ["丙", "乙"], ["丁", "乙"]]),
    // A span of 0 reaches to the end of the group.
    ("<tbody><tr><td>甲<td rowspan=0>乙<tr><td>丙</tbody><tbody><tr><td>丁", [["甲", "乙"], ["丙", "乙"], ["丁"]]),
    ("<tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙", [["甲", "甲", "乙"], ["甲", "甲", "丙"]]),
    // A cell below the row's end has empty ones before it.
    ("<tr><td>甲<td>乙<td rowspan=2>丙<tr><td>丁", [["甲", "乙", "丙"], ["丁", "", "丙"]]),
    ("<tr><td><p>甲</p><p>乙</p></td><td>丙<br/>丁</td></tr>", [["甲\n乙", "丙\n丁"]]),
    ("<tr><td>甲\n  乙</td><td>a\nb</td><td> 丙 &nbsp; </td></tr>", [["甲乙", "a b", "丙"]]),
    ("<tr><td><ol><li>甲<li>乙</ol></td><td><ul><li>丙</ul></td></tr>", [["1. 甲\n2. 乙", "- 丙"]]),
    (
      "<tr><td>R&amp;D &gt;90&#37; &#x25CB;&unknown; a&b</td><td>&lt;b&gt;</td></tr>",
      [["R&amp;D >90% ○&unknown; a&b", "&lt;b>"]]
    ),
    (
      "<tr><td title='a > b'><b>甲</b><a href=\"x\">乙</a><del>丙</del><!-- 註 --></td></tr>",
      [["甲<a href=\"x\">乙</a><del>丙</del><!-- 註 -->"]]
    ),
  ])
  func htmlIsAGrid(inside: String, rows: [[String]]) {
    for text in ["<table>\(inside)</table>", "<TABLE\n border=1>\n\(inside)\n</TABLE>"] {
      #expect(Self.rows(Self.html(text)) == rows, "\(text)")
    }
  }

  /// What has no place in rows and columns is left to a person.
  @Test(arguments: [
    "<table>甲<tr><td>乙</td></tr></table>", "<table><tr><td><table><tr><td>甲</td></tr></table></td></tr></table>",
    "<table><caption>甲</caption><tr><td>乙</td></tr></table>", "<table><tr><td>甲</td></tr>", "<table></table>",
    "<table><tr><td><pre>甲</pre></td></tr></table>", "<table><!-- 註 --><tr><td>甲</td></tr></table>",
    "<table><tr><td>甲</td></tr>乙</table>",
  ])
  func oddHTMLIsNoGrid(text: String) {
    #expect(Self.html(text) == nil)
  }

  @Test func cellsKnowWhatTheyContinueAndWhereTheyStand() throws {
    let text = "<table><tr><td rowspan=2>甲<td colspan=2>乙&amp;丙<tr><td>丁<td>戊</table>"
    let grid = try #require(Self.html(text))
    #expect(grid.rows.map(\.continued) == [[], [0]])
    #expect(grid.rows.map(\.joined) == [[2], []])
    #expect(grid.headerRows == 2)
    let words = grid.rows[1].cells[0]
    #expect(String(decoding: Array(text.utf8)[words.range], as: UTF8.self) == "甲")
    let cell = grid.rows[0].cells[1]
    let last = cell.sourceRange(of: cell.string.range(of: "丙") ?? cell.string.startIndex..<cell.string.endIndex)
    #expect(String(decoding: Array(text.utf8)[last], as: UTF8.self) == "丙")
  }

  /// No number in a file makes a grid that is much larger than the file.
  @Test func spansAreBoundedByTheFile() {
    for span in ["1000000000", "99999999999999999999", "0", "65534"] {
      let grid = Self.html("<table><tr><td rowspan=\(span) colspan=\(span)>甲<td>乙<tr><td>丙</table>")
      #expect((grid?.rows.reduce(0) { $0 + $1.cells.count } ?? 0) < 200)
    }
    // A header of a thousand columns that all reach down through a thousand rows.
    let wide = String(repeating: "<td rowspan=5000>甲", count: 1000) + String(repeating: "<tr><td>乙", count: 1000)
    #expect(Self.html("<table><tr>\(wide)</table>") == nil)
    // A long cell in a thousand rows.
    let long = String(repeating: "甲", count: 9000)
    #expect(
      Self.html("<table><tr><td rowspan=1000>\(long)" + String(repeating: "<tr><td>乙", count: 999) + "</table>") == nil)
  }

  @Test func quotedCellsHoldTabsAndLineBreaks() {
    let bytes = Array("甲\t乙\n\"丙\r\n\"\"丁\"\"\t戊\"\t己\n\"庚\t\"辛\" 壬\n\n癸\t子\n".utf8)
    let grid = TabTable.grid(from: 0, to: bytes.count, in: bytes)
    #expect(Self.rows(grid) == [["甲", "乙"], ["丙\n\"丁\"\t戊", "己"], ["\"庚", "\"辛\" 壬"]])
  }

  /// Where walls do not stand above one another, words could be lost.
  @Test(arguments: [
    ["+------+", "| 甲 | 乙 |", "+------+"], ["+--+--+", "|甲|乙|", "+--+  +", "|丙 丁|", "+-----+"],
    ["+--+--+", "|甲|乙|", "+--+  |", "|丙|丁 |", "+--+--+"],
  ])
  func crookedFramesAreNoGrid(lines: [String]) {
    let source = SourceText(name: "", text: lines.joined(separator: "\n"))
    let rows = (1...source.lineCount).map { number in
      let range = source.rangeOfLine(number)
      return TableLine(MarkdownLine(start: range.lowerBound, end: range.upperBound), in: source.bytes)
    }
    #expect(FrameTable.grid(rows, isBorder: [true] + rows.dropFirst().map { _ in false }, in: source.bytes) == nil)
  }
}

import PlanFormats
import PlanText
import Testing

/// The one convention for places: lines and columns from 1, a column is a Unicode scalar.
@Suite struct PositionTests {
  private func position(of needle: String, in text: String) throws -> SourcePosition {
    let source = SourceText(name: "x", text: text)
    let bytes = Array(needle.utf8)
    let offset = try #require(source.bytes.indices.first { source.bytes[$0...].starts(with: bytes) })
    return source.position(at: offset)
  }

  @Test(arguments: [
    // 中 is one column.
    ("中文X", 1, 3),
    // e with a combining accent, as decomposed (NFD) text has it, is two.
    ("e\u{301}X", 1, 3),
    // A family emoji is five scalars.
    ("👨‍👩‍👧X", 1, 6),
    // A tab is one.
    ("\t\tX", 1, 3),
    ("一\r\n二X", 2, 2),
    ("一\r二X", 2, 2),
    ("一\n\n二X", 3, 2),
    // A byte order mark belongs to no line.
    ("\u{FEFF}中X", 1, 2),
  ])
  func countsScalars(text: String, line: Int, column: Int) throws {
    let place = try position(of: "X", in: text)
    #expect(place.line == line)
    #expect(place.column == column)
  }

  @Test func findsLineBreaksWhereverTheyStand() {
    for length in 0...40 {
      for end in ["\n", "\r\n", "\r"] {
        let source = SourceText(name: "x", text: String(repeating: "a", count: length) + end + "\tb" + end)
        #expect(source.lineCount == 3)
        #expect(source.rangeOfLine(1) == 0..<length)
        #expect(source.textOfLine(2) == "\tb")
      }
    }
  }

  @Test func columnsOfLongLinesAreCountedToo() {
    let line = String(repeating: "中a", count: 50_000)
    let source = SourceText(name: "x", text: "一\n\(line)\n二")
    for count in [1, 4_095, 4_096, 4_097, 49_999, 99_999, 100_000] {
      let offset = 4 + (count - 1) / 2 * 4 + (count - 1) % 2 * 3
      #expect(source.position(at: offset) == SourcePosition(line: 2, column: count))
    }
    #expect(source.position(at: source.bytes.count - 3) == SourcePosition(line: 3, column: 1))
  }

  @Test func theEndOfTheFileIsAPlace() {
    let source = SourceText(name: "x", text: "一二\n三")
    #expect(source.position(at: source.bytes.count) == SourcePosition(line: 2, column: 2))
    #expect(SourceText(name: "x", text: "").position(at: 0) == SourcePosition(line: 1, column: 1))
  }

  @Test func aTextKnowsWhereEachOfItsPartsStands() throws {
    let file = """
      # 計畫

      - 機關：甲
      - 年度：107

      ## 附表1、具體作法表

      ### 基礎服務

      #### 服務一致及正確

      ##### 服務及時性

      1. 第一行
         - 完成期限：107年4月

         第二段有錯字。
      """
    let source = SourceText(name: "x.plan.md", text: file)
    let plan = PlanDocument(reading: source).plan
    guard case .measures(let table) = plan.sections[0].content else {
      Issue.record("no table of measures")
      return
    }
    let measure = table.groups[0].groups[0].groups[0].measures[0]
    #expect(measure.text.string == "第一行\n\n第二段有錯字。")
    let part = try #require(measure.text.string.firstRange(of: "錯字"))
    let range = measure.text.sourceRange(of: part)
    #expect(source.text(in: range) == "錯字")
    #expect(source.position(at: range.lowerBound) == SourcePosition(line: 17, column: 8))
  }

  @Test func aJSONStringKnowsWhereItsEscapesStand() throws {
    let source = SourceText(
      name: "x.plan.json",
      text:
        #"{"format":"plantool/1","title":"a\nb\u4e2d錯","agency":"甲","year":107,"period":"107年","checklist":"c","sections":[]}"#
    )
    let title = try #require(PlanDocument(reading: source).plan.title)
    #expect(title.string == "a\nb中錯")
    let part = try #require(title.string.firstRange(of: "錯"))
    #expect(source.text(in: title.sourceRange(of: part)) == "錯")
  }
}

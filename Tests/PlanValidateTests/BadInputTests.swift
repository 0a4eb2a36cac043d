import PlanFormats
import PlanText
import PlanValidate
import Testing

/// Files as they go wrong in practice: each gives one finding of the reading rules, at the right place, and nothing
/// else of theirs.
@Suite struct BadInputTests {
  /// `code line:column` of each finding of the reading rules.
  private func reading(_ bytes: [UInt8], name: String = "a.plan.md") -> [String] {
    let source = SourceText(name: name, bytes: bytes)
    return Validator().findings(on: PlanDocument(reading: source)).filter { $0.code.hasPrefix("PT0") }.map { finding in
      let place = source.position(at: finding.range.lowerBound)
      return "\(finding.code) \(place.line):\(place.column)"
    }
  }

  private func reading(_ text: String) -> [String] { reading(Array(text.utf8)) }

  private func readingJSON(_ text: String) -> [String] { reading(Array(text.utf8), name: "a.plan.json") }

  private static let beginning = """
    # 某某市政府警察局甲分局107年度提升服務品質執行計畫

    - 機關：某某市政府警察局甲分局
    - 年度：107
    - 期程：107年1月1日至107年12月31日
    - 檢核表：police-107


    """

  /// A table with one focus; what is added stands from line 16 on.
  private static let table =
    beginning + """
      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性


      """

  private static func json(_ members: String = "", sections: String = "[]") -> String {
    """
    {
      "format": "plantool/1",
      "title": "某某市政府警察局甲分局107年度提升服務品質執行計畫",
      "agency": "某某市政府警察局甲分局",
      "year": 107,
      "period": "107年1月至107年12月",
      "checklist": "police-107",
      \(members)"sections": \(sections)
    }
    """
  }

  // MARK: Bytes

  @Test func soundFilesHaveNone() {
    #expect(reading(Self.table) == [])
    #expect(readingJSON(Self.json()) == [])
  }

  @Test func notUTF8() {
    // 計畫 in Big5, behind a sound first line.
    #expect(reading(Array("# 計畫\n\n".utf8) + [0xAD, 0x70, 0xB5, 0x65]) == ["PT001 3:1"])
    #expect(reading(Array("# 計".utf8) + [0xE7, 0x95]) == ["PT001 1:4"])
    // A surrogate and an overlong slash are no UTF-8 either.
    #expect(reading(Array("# ".utf8) + [0xED, 0xA0, 0x80]) == ["PT001 1:3"])
    #expect(reading(Array("# ".utf8) + [0xC0, 0xAF]) == ["PT001 1:3"])
  }

  @Test func unreadableFilesAreNotJudgedByOtherRules() {
    let source = SourceText(name: "a.plan.md", bytes: Array("# 計畫\n".utf8) + [0xFF])
    #expect(Validator().findings(on: PlanDocument(reading: source)).map(\.code) == ["PT001"])
  }

  @Test func nulBytes() {
    #expect(reading("# 計畫\u{0}\n") == ["PT001 1:5"])
    #expect(readingJSON("{\"format\": \"\u{0}\"}") == ["PT001 1:13"])
  }

  @Test(arguments: ["", "\n", " \r\n\t", "\u{FEFF}"])
  func emptyFile(text: String) {
    #expect(reading(text) == ["PT001 1:1"])
  }

  @Test func byteOrderMarkIsFine() {
    #expect(reading("\u{FEFF}" + Self.table) == [])
    #expect(readingJSON("\u{FEFF}" + Self.json()) == [])
    // It takes no column.
    #expect(reading("\u{FEFF}##甲\n") == reading("##甲\n"))
  }

  @Test func lineBreaksDoNotMatter() {
    let text = Self.table + "1. 甲。\n   - 完成期限：4月\n   - 完成期限：5月\n\n乙。\n\n<!-- 丙\n"
    let expected = ["PT007 18:4", "PT009 20:1", "PT012 22:1"]
    #expect(reading(text) == expected)
    #expect(
      reading(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")) == expected)
    #expect(reading(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r")) == expected)
  }

  // MARK: JSON

  @Test func jsonCutOff() {
    #expect(readingJSON("{\"format\": \"plantool/1\",\n\"sections\": [") == ["PT002 2:14"])
    #expect(readingJSON("{\"format\": \"plantool/1\",\n\"sections") == ["PT002 2:1"])
    #expect(readingJSON("{") == ["PT002 1:2"])
  }

  @Test func duplicateKeys() {
    #expect(readingJSON(Self.json("\"year\": 106,\n  ")) == ["PT002 8:3"])
    // Escaped, it is the same key.
    #expect(readingJSON(Self.json("\"ye\\u0061r\": 106,\n  ")) == ["PT002 8:3"])
    let source = SourceText(name: "a.plan.json", text: Self.json("\"year\": 106,\n  "))
    let finding = Validator().findings(on: PlanDocument(reading: source)).first { $0.code == "PT002" }
    #expect(finding?.notes.map { source.position(at: $0.range.lowerBound).line } == [5])
  }

  @Test func unknownKeys() throws {
    let text = Self.json("\"peroid\": \"107年\",\n  ")
    #expect(readingJSON(text) == ["PT003 8:3"])
    let finding = try #require(
      Validator().findings(on: PlanDocument(reading: SourceText(name: "a.plan.json", text: text))).first {
        $0.code == "PT003"
      })
    #expect(finding.summary(.en).contains("did you mean “period”?"))
  }

  @Test func wrongShape() {
    #expect(readingJSON("[]") == ["PT003 1:1"])
    #expect(readingJSON(Self.json(sections: "{}")) == ["PT003 8:15"])
    #expect(readingJSON(Self.json(sections: "[{\"heading\": \"壹、甲\", \"kind\": \"narative\"}]")) == ["PT003 8:44"])
    #expect(readingJSON(Self.json(sections: "[{\"heading\": \"壹、甲\", \"kind\": \"narrative\"}]")) == ["PT003 8:16"])
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func deepNesting(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(readingJSON(text).count == 1)
    #expect(readingJSON(text).first?.hasPrefix("PT002 1:") == true)
    #expect(readingJSON(Self.json("\"comments\": " + text + ", ")).map { $0.prefix(7) } == ["PT002 8"])
  }

  @Test func hugeNumbers() {
    let year = "\"year\": 107"
    let digits = String(repeating: "9", count: 100_000)
    // They are sound JSON; what they mean is for other rules.
    #expect(readingJSON(Self.json().replacing(year, with: "\"year\": " + digits)) == [])
    #expect(readingJSON(Self.json().replacing(year, with: "\"year\": 1e999999999")) == [])
    #expect(readingJSON(Self.json().replacing(year, with: "\"year\": -0.0")) == [])
    #expect(readingJSON(Self.json().replacing(year, with: "\"year\": 0107")) == ["PT002 5:11"])
    #expect(readingJSON(Self.json().replacing(year, with: "\"year\": +107")) == ["PT002 5:11"])
  }

  @Test func otherSyntaxFaults() {
    #expect(readingJSON(Self.json() + "{}") == ["PT002 9:2"])
    #expect(readingJSON(Self.json(sections: "[],")) == ["PT002 8:17"])
    #expect(readingJSON(Self.json("// 註解\n  ")) == ["PT002 8:3"])
    #expect(readingJSON(Self.json("\"comments\": [\"\\ud800\"],\n  ")) == ["PT002 8:17"])
    #expect(readingJSON(Self.json("\"comments\": [\"a\tb\"],\n  ")) == ["PT002 8:18"])
    #expect(readingJSON(Self.json("\"comments\": [\"甲],\n  ")) == ["PT002 8:16"])
  }

  // MARK: Markdown

  @Test func headingLevelSkipped() {
    #expect(reading(Self.table + "1. 甲。\n\n### 服務遞送（300分）\n\n##### 主動服務\n\n1. 乙。\n") == ["PT005 20:1"])
    #expect(reading(Self.table + "###### 甲\n\n1. 乙。\n") == [])
  }

  @Test func malformedHeadings() {
    #expect(reading(Self.beginning + "##壹、計畫目標\n\n甲。\n") == ["PT004 8:1"])
    #expect(reading(Self.beginning + "＃＃ 壹、計畫目標\n\n甲。\n") == ["PT004 8:1"])
    #expect(reading(Self.beginning + "## 壹、計畫目標\n\n甲。\n\n# 乙\n") == ["PT004 12:1"])
  }

  @Test func headingFixesMakeAHeading() throws {
    for written in ["##壹、甲", "＃＃壹、甲", "＃＃ 壹、甲", "#＃　壹、甲"] {
      let text = Self.beginning + written + "\n"
      let finding = try #require(
        Validator().findings(on: PlanDocument(reading: SourceText(name: "a.plan.md", text: text))).first {
          $0.code == "PT004"
        })
      let edit = try #require(finding.fixes.first?.edits.first)
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
      #expect(reading(bytes) == [], "\(written)")
    }
  }

  @Test func fieldOutsideMeasure() {
    #expect(reading(Self.table + "1. 甲。\n\n- 完成期限：4月\n") == ["PT008 18:1"])
    // After the measures of the focus above, not among the first of its own.
    #expect(reading(Self.table + "1. 甲。\n\n#### 服務友善\n\n- 完成期限：4月\n\n1. 乙。\n") == [])
  }

  @Test func repeatedField() {
    #expect(reading(Self.table + "- 完成期限：4月\n- 期限：5月\n\n1. 甲。\n") == ["PT007 17:1"])
    #expect(reading(Self.beginning.replacing("- 年度：107", with: "- 年度：107\n- 年度：106")) == ["PT007 5:1"])
  }

  @Test func misspeltField() {
    #expect(reading(Self.table + "1. 甲。\n   - 完成期線：4月\n") == ["PT006 17:6"])
    #expect(reading(Self.table + "1. 甲。\n   - 完成期限　4月\n") == ["PT006 17:6"])
    #expect(reading(Self.beginning.replacing("- 年度：107", with: "- 電話：1999\n- 年度：107")) == ["PT006 4:3"])
    // Other words before a colon are text.
    #expect(reading(Self.table + "1. 甲：\n   - 地點：各派出所\n") == [])
  }

  @Test func tableRows() {
    let head = Self.beginning + "## 附表3、推動小組編組名冊\n\n| 職稱 | 現職 | 姓名 |\n| --- | --- | --- |\n"
    #expect(reading(head + "| 召集人 | 分局長 | |\n") == [])
    #expect(reading(head + "| 召集人 | 分局長 | | 甲 |\n") == ["PT011 12:1"])
    #expect(reading(head + "| 召集人 | 分局長 |\n") == ["PT011 12:1"])
    #expect(reading(head + "| 召集人 | 分局\\|長 | |\n") == [])
  }

  @Test func tableColumns() {
    let head = Self.beginning + "## 附表3、推動小組編組名冊\n\n"
    #expect(reading(head + "| 現職 | 姓名 |\n| --- | --- |\n| 分局長 | |\n") == ["PT011 10:1"])
    #expect(reading(head + "| 職稱 | 現職 | 職稱 |\n| --- | --- | --- |\n| 召集人 | 分局長 | 委員 |\n") == ["PT011 10:13"])
  }

  @Test func unknownTables() {
    #expect(reading(Self.beginning + "## 附表1、一覽表\n\n甲。\n") == [])
    #expect(reading(Self.beginning + "## 附表1、一覽表\n\n- 表別：績效指標\n\n甲。\n") == [])
    #expect(reading(Self.beginning + "## 附表1、一覽表\n\n- 表別：措施調察表\n\n甲。\n") == ["PT010 10:6"])
    #expect(
      reading(Self.beginning + "## 附表1、措施調查表\n\n| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n") == ["PT010 8:4"])
  }

  @Test func unclosedComment() {
    #expect(reading(Self.beginning + "## 壹、計畫目標\n\n<!-- 甲\n\n乙。\n") == ["PT012 10:1"])
    #expect(reading(Self.table + "<!-- 甲\n丁\n\n1. 乙。\n") == ["PT012 16:1"])
    #expect(reading(Self.table + "1. 乙。\n\n<!-- 甲 --> <!-- 丙\n") == ["PT012 18:12"])
  }

  @Test(arguments: ["", "-->", "--> 甲"])
  func manyCommentsAreReadInOnePass(end: String) {
    let text = Self.beginning + "## 壹、甲\n\n" + String(repeating: "<!--\n\n", count: 20_000) + end + "\n"
    #expect(reading(text) == (end.isEmpty ? ["PT012 10:1"] : []))
  }

  @Test func misplacedContent() {
    #expect(reading("甲。\n\n" + Self.beginning) == ["PT009 1:1"])
    #expect(reading(Self.beginning + "甲。\n\n## 壹、乙\n") == [])
    // A section without its mark, and a file without sections.
    #expect(reading(Self.beginning + "壹、甲。\n\n## 貳、乙\n") == ["PT009 8:1"])
    #expect(reading(Self.beginning + "甲。\n") == ["PT009 8:1"])
    #expect(reading(Self.table + "甲。\n\n1. 乙。\n") == ["PT009 16:1"])
    #expect(reading(Self.table + "> 甲。\n\n1. 乙。\n") == ["PT009 16:3"])
    #expect(reading(Self.beginning + "## 附表1、具體作法表\n\n1. 甲。\n") == [])
    #expect(reading(Self.beginning + "## 附表1、檢核表\n\n### 基礎服務\n\n甲。\n") == ["PT009 12:1"])
    #expect(reading("## 壹、甲\n\n乙。\n\n# 丙\n") == ["PT009 5:1"])
  }
}

import PlanFormats
import PlanText
import Testing

/// What plantool writes reads back as it was, in the places where that is not obvious.
@Suite struct TextFormTests {
  /// A plan that reads without a problem, and its canonical text, which must convert to JSON and back.
  private func canonical(_ sections: String) throws -> String {
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: "# 計畫\n\n" + sections))
    try #require(document.problems.isEmpty, "\(document.problemList)")
    let json = try PlanConversion.convert(document, to: .json)
    let fromJSON = PlanDocument(reading: SourceText(name: "b.plan.json", text: json))
    try #require(fromJSON.problems.isEmpty, "\(fromJSON.problemList)")
    let text = try PlanConversion.convert(fromJSON, to: .text)
    return String(text.dropFirst("# 計畫\n\n".count))
  }

  private func table(_ measures: String) -> String { "## 附表1、具體作法表\n\n### 構面\n\n" + measures }

  private func problems(_ text: String, name: String = "a.plan.md") -> [String] {
    PlanDocument(reading: SourceText(name: name, text: text)).problems.map {
      String("\($0.value)".prefix { $0 != "(" })
    }
  }

  // MARK: Lines of an item

  @Test func linesOfANumberedCitationStandUnderItsNumber() throws {
    let text = "## 計畫依據\n\n- (1)甲函\n  第二行\n\n  - 細項\n1. 乙函\n   第二行\n"
    #expect(try canonical(text) == text)
  }

  @Test func linesOfACheckpointStandUnderItsBox() throws {
    let text = "## 附表4、檢核表\n\n### 構面\n\n- [ ] 甲\n  第二行\n- 小標\n  第二行\n  - [x] 乙\n    第二行\n"
    #expect(try canonical(text) == text)
  }

  @Test func numbersBehindBoxesAndOfSubheadingsAreKept() throws {
    let text = "## 附表4、檢核表\n\n### 構面\n\n- [ ] 一、甲\n- 二、小標\n  - [ ] (一)乙\n"
    #expect(try canonical(text) == text)
    #expect(
      try canonical("## 附表4、檢核表\n\n### 構面\n\n1. 小標\n   - [ ] 甲\n") == "## 附表4、檢核表\n\n### 構面\n\n- 1. 小標\n  - [ ] 甲\n")
  }

  @Test func boxesOfMeasuresAreWords() throws {
    let text = table("- 完成期限：107年4月\n\n- 甲\n- [x] 乙\n- [ ] 一、丙\n  - [ ] 丁\n")
    #expect(try canonical(text) == text)
  }

  @Test func aListGoesOnBehindItsThousandthItem() throws {
    let text = table(
      (1...1002).map { number in
        let indentation = String(repeating: " ", count: "\(number). ".count)
        return "\(number). 辦理第\(number)件\n\(indentation)- 完成期限：107年4月\n"
      }.joined())
    #expect(try canonical(text) == text)
  }

  // MARK: Fields of a measure

  @Test func fieldsStandBehindTheFirstParagraph() throws {
    let text = table("1. 第一行\n   3月起辦理\n   `第三行`\n   - 完成期限：107年4月\n   - (一)甲\n\n   第二段\n")
    #expect(try canonical(text) == text)
  }

  @Test func fieldsStandBehindATextThatTheyWouldChange() throws {
    // Behind the first paragraph, the list would become part of the field.
    let indented = table("1. 甲\n     - (一)乙\n   - 完成期限：107年4月\n")
    #expect(try canonical(indented) == indented)
    // Right behind the table, the field would be a row of it.
    let pipes = table("1. | 甲 | 乙 |\n   | --- | --- |\n   | 丙 | 丁 |\n\n   - 完成期限：107年4月\n   - 承辦單位：甲|乙\n")
    #expect(try canonical(pipes) == pipes)
  }

  @Test func aMeasureThatLooksLikeANumberOrFieldStaysOne() throws {
    let text = table("-\n  1. 甲\n  2. 乙\n-\n  期限：以公文為準\n- 丙\n")
    #expect(try canonical(text) == text)
  }

  @Test func tableBehindABulletBelongsToTheItem() throws {
    let text = table("- | 甲 | 乙 |\n  | --- | --- |\n  | 丙 | 丁 |\n")
    #expect(try canonical(text) == text)
  }

  // MARK: Sections

  @Test func remarkBehindATableStandsBehindALine() throws {
    let written = table("- 甲\n\n---\n\n（本表不敷使用時請自行擴充）\n\n第二段\n")
    #expect(try canonical(written) == written)
    let pipes = "## 附表1、具體作法表\n\n| 評核構面 | 具體作法 |\n| --- | --- |\n| 構面 | 甲 |\n\n（本表不敷使用時請自行擴充）\n\n第二段\n"
    #expect(try canonical(pipes) == pipes)
  }

  @Test func lineWithoutARemarkIsMisplaced() {
    #expect(problems("# 計畫\n\n" + table("- 甲\n\n---\n\n- 乙\n")) == ["misplaced"])
    #expect(problems("# 計畫\n\n" + table("- 甲\n\n---\n")) == ["misplaced"])
    #expect(problems("# 計畫\n\n" + table("- 甲\n\n---\n\n乙\n\n#### 丙\n")) == ["misplaced", "misplaced"])
  }

  @Test func narrativeKeepsTheIndentationOfItsFirstLine() throws {
    let text = "## 貳、計畫目標\n\n  - 甲\n    - 乙\n"
    #expect(try canonical(text) == text)
    #expect(try canonical("## 貳、計畫目標\n\n   \n　　首行縮排。\n") == "## 貳、計畫目標\n\n　　首行縮排。\n")
  }

  @Test func nestedBoxesDoNotMakeMeasuresAChecklist() throws {
    let text = table("1. 甲\n   - [ ] 乙\n")
    #expect(try canonical(text) == text)
  }

  @Test func statedUnitTableKeepsItsNamesWhole() throws {
    let text =
      "## 附表1、具體作法表\n\n### 構面\n\n- 甲\n  - 承辦單位：甲、乙聯合中心\n\n## 附表5、名稱\n\n- 表別：單位表\n\n| 單位 | 別名 | 上級 | 性質 |\n| --- | --- | --- | --- |\n| 甲、乙聯合中心 | | | |\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let json = try PlanConversion.convert(document, to: .json).filter { !$0.isWhitespace }
    #expect(json.contains(#""names":["甲、乙聯合中心"]"#))
    #expect(try canonical(text) == text)
  }

  @Test func statedCitationsThatAreNoListStayAsTheyAre() throws {
    let text = "## 附件二\n\n- 表別：計畫依據\n\n> 甲\n"
    #expect(try canonical(text) == text)
  }

  @Test func twoRostersWithDifferentColumnsBecomeOne() throws {
    let text = "## 附表3、編組名冊\n\n| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 局長 |\n\n\n| 組別 | 職稱 |\n| --- | --- |\n| 督導組 | 組長 |\n"
    let written = try canonical(text)
    #expect(written.contains("| 組別 | 職稱 | 現職 |") && written.contains("召集人") && written.contains("督導組"))
    #expect(try canonical(written) == written)
  }

  // MARK: Levels

  @Test func fifthLevelUnderAHeadingIsAProblem() {
    let columns = "| 評核項目 | 評核重點 | 具體作法 |\n| --- | --- | --- |\n| 項目 | 重點 | 甲 |\n| | 重點二 | 乙 |\n"
    #expect(problems("# 計畫\n\n" + table(columns)) == [])
    #expect(problems("# 計畫\n\n" + table("#### 項目\n\n" + columns)) == [])
    #expect(problems("# 計畫\n\n" + table("#### 項目\n\n##### 重點\n\n" + columns)) == ["cellTooDeep"])
  }

  @Test func levelsInJSONFollowFromWhatTheyHold() throws {
    func json(_ group: String) -> String {
      """
      {"format": "plantool/1", "title": "計畫", "sections": [
        {"kind": "measures", "heading": "附表1、具體作法表", "dimensions": [{"heading": "構面", \(group)}]}]}
      """
    }
    // An item without focuses is a focus, as it is in text.
    let leaf = PlanDocument(
      reading: SourceText(name: "a.plan.json", text: json(#""items": [{"heading": "甲", "measures": [{"text": "乙"}]}]"#))
    )
    #expect(leaf.problems.isEmpty)
    #expect(try PlanConversion.convert(leaf, to: .text).hasSuffix("### 構面\n\n#### 甲\n\n- 乙\n"))
    let wrong = json(#""items": [{"heading": "甲", "level": "item"}]"#)
    #expect(problems(wrong, name: "a.plan.json") == ["derivedValueDiffers"])
    let four = json(#""items": [{"heading": "甲", "items": [{"heading": "乙", "focuses": [{"heading": "丙"}]}]}]"#)
    #expect(problems(four, name: "a.plan.json") == [])
    let deep = json(
      #""items": [{"heading": "甲", "items": [{"heading": "乙", "items": [{"heading": "丙", "focuses": [{"heading": "丁", "focuses": []}]}]}]}]"#
    )
    #expect(problems(deep, name: "a.plan.json") == ["unknownKey"])
  }

  @Test func conversionWhoseResultHasProblemsIsRefused() {
    let json =
      #"{"format": "plantool/1", "title": "計畫", "sections": [{"kind": "narrative", "heading": "貳、目標", "text": "<!-- 甲"}]}"#
    let document = PlanDocument(reading: SourceText(name: "a.plan.json", text: json))
    #expect(document.problems.isEmpty)
    #expect(throws: PlanConversion.Problem.self) { try PlanConversion.convert(document, to: .text) }
  }
}

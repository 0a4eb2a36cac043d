import Testing

@testable import PlanFormats
@testable import PlanText

/// A text that holds for many rows is written again and again only while it is short; a long one is empty where it
/// continues.
@Suite struct ContinuedPartsTests {
  private static let rowCount = 40
  private static let long = String(repeating: "甲乙", count: 400)

  private static func text(_ table: String) -> PlanDocument {
    let text = "# 甲107年度計畫\n\n- 機關：甲\n- 年度：107\n\n" + table
    return PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  private static func survey(dimension: String, item: String) -> PlanDocument {
    let rows = (0..<rowCount).map { "| \($0 == 0 ? dimension : "") | \($0 == 0 ? item : "") | 名稱\($0) | 內容\($0)。 |\n" }
    return text(
      "## 附表2、措施調查表\n\n| 評核構面 | 評核項目 | 措施名稱 | 措施內容 |\n| --- | --- | --- | --- |\n" + rows.joined())
  }

  private static func taskForce(group: String) -> PlanDocument {
    let rows = (0..<rowCount).map { "| \($0 == 0 ? group : "") | 組員 | 科長 | |\n" }
    return text(
      "## 附表3、推動小組名冊\n\n| 組別 | 職稱 | 現職 | 姓名 |\n| --- | --- | --- | --- |\n" + rows.joined())
  }

  /// What is written for all rows together, and that it is read back as it was.
  private func written(_ document: PlanDocument) throws -> Int {
    #expect(document.problems.isEmpty)
    let json = try PlanConversion.convert(document, to: .json)
    let fromJSON = PlanDocument(reading: SourceText(name: "a.plan.json", text: json))
    #expect(fromJSON.problems.isEmpty)
    let text = try PlanConversion.convert(document, to: .text)
    #expect(try PlanConversion.convert(fromJSON, to: .text) == text)
    return json.utf8.count
  }

  @Test func longTextsAreWrittenOnce() throws {
    let few = try written(Self.survey(dimension: "甲構面", item: "乙項目"))
    #expect(try written(Self.survey(dimension: Self.long, item: "乙項目")) < few + 2 * Self.long.utf8.count)
    #expect(try written(Self.survey(dimension: "甲構面", item: Self.long)) < few + 2 * Self.long.utf8.count)
    let members = try written(Self.taskForce(group: "甲組"))
    #expect(try written(Self.taskForce(group: Self.long)) < members + 2 * Self.long.utf8.count)
  }

  @Test func shortTextsAreWrittenForEveryRow() throws {
    let json = try PlanConversion.convert(Self.survey(dimension: "甲構面", item: "乙項目"), to: .json)
    #expect(json.ranges(of: "\"甲構面\"").count == Self.rowCount)
    #expect(json.ranges(of: "\"乙項目\"").count == Self.rowCount)
  }
}

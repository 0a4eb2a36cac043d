import PlanModel
import PlanTestSupport
import PlanText
import Testing

@testable import PlanFormats

/// Surveys, rosters and unit tables with columns that the form does not have.
@Suite struct OwnColumnTests {
  private static func document(_ table: String, heading: String = "附件、推動小組編組名冊") -> PlanDocument {
    PlanDocument(reading: SourceText(name: "a.plan.md", text: "# 甲計畫\n\n- 年度：107\n\n## \(heading)\n\n\(table)\n"))
  }

  @Test(arguments: [
    ("附件、推動小組編組名冊", "| 編號 | 職稱 | 現職 | 聯絡電話 |\n| --- | --- | --- | --- |\n| 1 | 召集人 | 主任 | 分機1 |\n| 2 | 委員 | 課長 | |"),
    (
      "附件、措施調查表",
      "| 項次 | 構面名稱 | 項目 | 措施名稱 | 措施內容 | 主責人員 |\n| --- | --- | --- | --- | --- | --- |\n| 1 | 甲 | 乙 | 丙 | 丁 | 某課 |"
    ),
    ("附件、單位表", "| 單位 | 別名 | 樓層 |\n| --- | --- | --- |\n| 登記課 | 登記 | 1樓 |\n| 測量課 | | |"),
  ])
  func areKeptInTheirPlaces(heading: String, table: String) throws {
    let document = Self.document(table, heading: heading)
    #expect(document.problems.isEmpty, "\(document.problems)")
    let json = PlanJSON.output(document.content).text()
    #expect(json.contains("\"extra\""))
    let again = PlanDocument(reading: SourceText(name: "a.plan.json", text: json))
    #expect(again.problems.isEmpty, "\(again.problems)")
    #expect(
      PlanTextWriter.text(again.content).replacing("\u{20}|", with: "|").contains(table.replacing("\u{20}|", with: "|"))
    )
  }

  /// What is probably a slip is no column of the plan's own, and two of one name cannot be told apart.
  @Test(arguments: ["單位職秤", "聯絡電話"])
  func slipsAndRepeatsAreTold(name: String) {
    let document = Self.document("| 職稱 | 聯絡電話 | \(name) |\n| --- | --- | --- |\n| 召集人 | 分機1 | 主任 |")
    #expect(document.problems.count == 1, "\(document.problems)")
  }

  /// In JSON what is blank is nothing, and rows may have different columns.
  @Test func rowsInJSONMayDiffer() throws {
    let text = """
      {"format": "plantool/1", "title": "甲", "year": 107, "sections": [{"heading": "附件、編組名冊", "kind": "taskForce", "members": [
      {"role": "召集人", "extra": [{"name": "電話", "text": ""}]}, {"role": "委員", "extra": [{"name": "樓層", "text": "2樓"}]}]}]}
      """
    let document = PlanDocument(reading: SourceText(name: "a.plan.json", text: text))
    #expect(document.problems.isEmpty, "\(document.problems)")
    #expect(try PlanConversion.canonical(document).contains("樓層"))
    #expect(PlanTextWriter.text(document.content).contains("| 職稱 | 現職 |") == false)
  }
}

import PlanModel
import PlanTestSupport
import PlanText
import Testing

@testable import PlanFormats

/// Measures that are written as a list count wherever they stand, as those in a table do.
@Suite struct ListOfMeasuresTests {
  private static func document(_ body: String) -> PlanDocument {
    let text = "# 甲計畫\n\n- 年度：107\n\n## 伍、計畫內容\n\n\(body)\n"
    return PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  @Test(arguments: [
    "1. 檢討。\n   - 完成期限：107年4月\n2. 公布。\n   - 承辦單位：秘書室", "說明如下。\n\n### 基礎服務\n\n一、檢討。\n  - 完成期限：107年4月",
    "### 基礎服務\n\n- 完成期限：107年4月\n\n1. 檢討。\n2. 公布。", "• 檢討。\n  • 完成期限：107年4月\n• 公布。\n  • 完成期限：107年5月",
  ])
  func areMeasuresUnderAnyHeading(body: String) throws {
    let document = Self.document(body)
    #expect(document.problems.isEmpty, "\(document.problems)")
    #expect(document.plan.sections.first?.content.kind == .measures, "\(body)")
    let written = try PlanConversion.canonical(document)
    let again = PlanDocument(reading: SourceText(name: "a.plan.md", text: written))
    #expect(PlanJSON.output(again.content).text() == PlanJSON.output(document.content).text())
  }

  /// Running text in which one of several points says who.
  @Test(arguments: [
    "1. 檢討。\n2. 公布。\n   - 承辦單位：秘書室", "1. 檢討。\n   - 完成期限：107年4月\n\n其餘另訂。", "完成期限：107年4月", "1. 完成期限依各項規定辦理。",
    "- [ ] 檢討\n  - 完成期限：107年4月",
  ])
  func runningTextStaysText(body: String) {
    #expect(Self.document(body).plan.sections.first?.content.kind == .narrative, "\(body)")
  }

  @Test("A table with levels of its own loses nothing under a line that is read as a measure")
  func tableBehindALine() throws {
    let text = """
      # 計畫

      ## 附表1、具體作法表

      壹、個別評核構面

      | 評核構面 | 具體作法 | 完成期限 | 承辦單位 |
      | --- | --- | --- | --- |
      | 基礎服務 | 每月抽測同仁。 | 107年12月 | 秘書室 |
      """
    let plan = PlanDocument(reading: SourceText(name: "t.plan.md", text: text)).plan
    let groups = plan.placedGroups(checklist: nil).map(\.group)
    #expect(groups.map(\.heading.string) == ["", "基礎服務"])
    #expect(groups.flatMap(\.measures).map(\.text.string) == ["個別評核構面", "每月抽測同仁。"])
  }
}

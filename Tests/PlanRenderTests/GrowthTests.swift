import PlanAudit
import PlanFormats
import PlanTestSupport
import PlanText
import Testing

@testable import PlanRender

/// What is printed grows with the plan, and not with its square; what is left out is said.
@Suite struct GrowthTests {
  private static let head =
    "# 計畫\n\n- 年度：107\n- 期程：107年1月1日至116年12月31日\n\n## 附表1、具體作法表\n\n### 基礎\n\n#### 項目\n\n##### 重點\n\n"

  private func parts(_ text: String, _ view: ViewName, expands: Bool = false) throws -> [TableView] {
    let plan = PlanDocument(reading: SourceText(name: "a.plan.md", text: text)).plan
    return try Renderer.tables(
      of: plan, checklist: nil, for: view, options: RenderOptions(expandsRecurrences: expands))
  }

  @Test(arguments: [FormatName.markdown, .csv, .html])
  func longTextOfManyRowsIsPrintedWholeOnlySoOften(format: FormatName) throws {
    let long = "開頭" + String(repeating: "甲乙", count: 2000)
    func table(_ rows: Int) -> ViewPart {
      .table(
        TableView(
          title: "表", columns: [.init("甲"), .init("乙")], rows: (0..<rows).map { [.init("第\($0)項"), .init(long)] }))
    }
    let (few, many) = (Renderer.text(of: [table(60)], as: format), Renderer.text(of: [table(5000)], as: format))
    // What a person writes is printed as it is.
    #expect(!few.contains("全文見"))
    #expect(many.utf8.count < 3_000_000)
    #expect(many.contains("開頭甲乙") && many.contains(format == .csv ? "…（全文見第2列）" : "…（全文見本表第1列）"))
    #expect(many.contains("第4999項"))
  }

  @Test func shortTextIsAlwaysPrinted() {
    let rows: [[TableView.Cell]] = Array(repeating: ["每月檢討逾期案件並改善。"], count: 100_000)
    let table = TableView(title: "表", columns: [.init("甲")], rows: rows)
    #expect(!Renderer.text(of: [.table(table)], as: .csv).contains("全文見"))
  }

  @Test func unitsOfAHeadingOverManyMeasuresStayTogether() throws {
    func plan(_ units: Int, _ measures: Int) -> String {
      Self.head + "- 承辦單位：" + (0..<units).map { "第\($0)科" }.joined(separator: "、") + "\n\n"
        + (1...measures).map { "\($0). 檢討第\($0)案。\n" }.joined()
    }
    #expect(try parts(plan(20, 60), .byUnit)[0].rows.count == 1200)
    let table = try parts(plan(300, 300), .byUnit)[0]
    #expect(table.rows.count == 300)
    #expect(table.rows[0][0].text.contains("第299科"))
    #expect(table.closing?.contains("未逐一列出的作法計300項") == true)
  }

  @Test func statusHasUnitsOfAHeadingOnceIfTheyAreMany() throws {
    func report(_ units: Int) throws -> StatusReport {
      let text =
        Self.head + "- 完成期限：107年6月30日\n- 承辦單位：" + (0..<units).map { "第\($0)科" }.joined(separator: "、")
        + "\n\n" + (1...30).map { "\($0). 檢討第\($0)案。\n" }.joined()
      let plan = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
      let day = try #require(CalendarDate(year: 2018, month: 7, day: 1))
      return StatusReport([PlanStatus(plan, asOf: day, within: 30)], asOf: day, within: 30, in: .en) { _, _ in "" }
    }
    // Once for each measure and once among the units; of many for the first measure alone.
    #expect(try report(20).json().matches(of: /"第19科"/).count == 31)
    #expect(try report(300).json().matches(of: /"第299科"/).count == 2)
    let tallies = try report(300).byUnit
    #expect(tallies.count == 300 && tallies.allSatisfy { $0.tally.all == 30 && $0.tally[.overdue] == 30 })
  }

  @Test func statusHasALongDimensionOnce() throws {
    let long = String(repeating: "甲乙", count: 1000)
    let text =
      "# 計畫\n\n- 年度：107\n\n## 附表1、具體作法表\n\n### \(long)\n\n#### 項目\n\n"
      + (1...30).map { "##### 重點\($0)\n\n1. 檢討第\($0)案。\n\n" }.joined()
    let plan = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let day = try #require(CalendarDate(year: 2018, month: 7, day: 1))
    let status = PlanStatus(plan, asOf: day, within: 30)
    let report = StatusReport([status], asOf: day, within: 30, in: .en) { _, _ in "" }
    #expect(status.lines.count == 30 && status.lines.allSatisfy { $0.headings.first == long })
    // For the first measure and among the dimensions.
    #expect(report.json().components(separatedBy: long).count == 3)
    #expect(!Renderer.text(of: report.records(), as: .csv).contains(long))
    #expect(report.byDimension.map { [$0.name: $0.tally.all] } == [[long: 30]])
  }

  @Test func daysOfAHeadingOverManyUnitsStayTogether() throws {
    let days = (0..<300).map { "107年\($0 % 12 + 1)月\($0 % 28 + 1)日" }.joined(separator: "、")
    let text =
      Self.head + "- 完成期限：\(days)\n\n"
      + (1...300).map { "\($0). 檢討第\($0)案。\n   - 承辦單位：第\($0)科\n" }.joined()
    let table = try parts(text, .deadlines)[0]
    #expect(table.rows.count == 300)
    #expect(table.rows.allSatisfy { $0[4].text.contains("第1科") && $0[4].text.contains("第300科") })
  }

  @Test func tooManyTimesAreNotListedOneByOne() throws {
    let text =
      Self.head + (1...40).map { "\($0). 檢討第\($0)案。\n   - 完成期限：每日（\($0)）\n" }.joined()
      + "41. 檢討。\n   - 完成期限：每月\n"
    let table = try parts(text, .deadlines, expands: true)[0]
    #expect(table.rows.count < 25_000)
    #expect(table.rows.count { $0[2].text == "每月" } == 120)
    #expect(table.closing?.contains("無從逐次列出日期的具體作法計") == true)
  }

  @Test func slotsOfManyGroupsAreOneColumn() throws {
    func plan(_ groups: Int) -> String {
      "# 計畫\n\n## 工作日誌\n\n"
        + (0..<groups).map { "### 【第\($0)區】\n\n| 巡檢項目 | 第\($0)班 |\n| --- | --- |\n| 檢查 | □ 是 |\n\n" }.joined()
    }
    #expect(try parts(plan(20), .inspectionLog)[0].columns.count == 22)
    let table = try parts(plan(200), .inspectionLog)[0]
    #expect(table.columns.map(\.title).suffix(1) == ["紀錄"] && table.columns.count == 3)
    #expect(table.rows.last?[2].text == "第199班：□ 是")
  }

  @Test func longNameIsNotRepeatedBeforeEverythingBelowIt() throws {
    let text =
      "# 計畫\n\n## 附表1、具體作法表\n\n### \(String(repeating: "甲乙", count: 2000))\n\n#### 項目\n\n"
      + (0..<500).map { "##### 重點\($0)\n\n1. 檢討。\n   - 承辦單位：秘書室\n\n" }.joined()
    #expect(try Renderer.text(of: parts(text, .byUnit).map { .table($0) }, as: .csv).utf8.count < 400_000)
  }
}

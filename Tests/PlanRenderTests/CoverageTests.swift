import PlanAudit
import PlanFormats
import PlanModel
import PlanRender
import PlanTestSupport
import PlanText
import Testing

@Suite struct CoverageTests {
  private static let body = """
    ## 基礎（60分）

    ### 友善

    #### 設施

    - [ ] 提供設施。
    - [ ] 提供說明。

    #### 網站

    - [ ] 維護網站。

    #### 其他

    - [ ] 除上述2項外，可自行提供其他作法。

    ## 創新（40分）

    - 欄位：評核構面、評核重點、具體作法

    ### 參與

    - [ ] 邀集民眾。

    > 本構面毋須另闢專節撰寫。

    ### 創意

    - [ ] 提出創意。

    """

  @Test func rowsSumsAndWhatIsOutside() throws {
    let plan = try PlanSketch.plan(
      """
      ### 基礎

      #### 友善

      1. 直接列在項目下。

      ##### 設施

      - 承辦單位：勤指中心、各分局、大隊、隊

      1. 甲。
         - 完成期限：107年6月
         - 辦理事項：1
      2. 乙。
         - 完成期限：賡續辦理，並請於3月31日前提報
         - 承辦單位：勤務指揮中心
      3. 丙。
         - 完成期限：每月
      4. 待補

      ##### 網站

      1. 丁。

      ##### 美化

      1. 戊。
      2. 己。

      ### 創新

      #### 創意

      1. 庚。

      ### 自訂
      """,
      rest: "## 單位表\n\n| 單位 | 別名 |\n| --- | --- |\n| 勤務指揮中心 | 勤指中心 |")
    let table = try PlanSketch.table(.coverage, of: plan, checklist: PlanSketch.checklist(Self.body))
    #expect(
      table.columns.map(\.title) == [
        "評核構面", "評核項目", "評核重點", "作法項數", "完成期限", "單位數", "承辦單位", "辦理事項數", "已對應數", "其中依文字推定數", "缺漏",
      ])
    #expect(
      table.lines(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) == [
        "基礎|友善|設施|3|107年3月31日–107年6月30日、定期、賡續|2|勤務指揮中心；各分局、大隊、隊|2|1|0|1項具體作法未填內容/1項辦理事項未見對應",
        "基礎|友善|網站|1||0||1|0|0|1項無完成期限/1項無承辦單位",
        "基礎|友善|其他|0||0||1|0|0|（未另提具體作法）",
        "創新||參與|0||0||1|0|0|（無須另列）", "創新||創意|1||0||1|0|0|",
      ])
    #expect(
      table.closing == """
        - 基礎：3個重點中2個有作法，作法4項；辦理事項4項，已對應1項（其中依文字推定0項）。
        - 創新：2個重點中1個有作法，作法1項；辦理事項2項，已對應0項（其中依文字推定0項）。
        - 合計：5個重點中3個有作法，作法5項；辦理事項6項，已對應1項（其中依文字推定0項）。

        計畫有而檢核表沒有，未計入上表：基礎／友善／美化（2項）；自訂（0項）。

        列在上層標題之下、不屬於任何重點而未計入上表的具體作法計1項：基礎／友善（第1項）。
        """)
  }

  @Test func severalDatesAreFirstAndLast() throws {
    let plan = try PlanSketch.plan("### 基礎\n\n#### 友善\n\n##### 設施\n\n1. 一。\n   - 完成期限：6月及12月", metadata: "- 年度：107")
    let table = try PlanSketch.table(.coverage, of: plan, checklist: PlanSketch.checklist(Self.body))
    #expect(table.lines(4).first == "107年6月30日–107年12月31日")
  }

  @Test func planWithoutMeasuresLacksEverythingThatIsAskedFor() throws {
    let table = try PlanSketch.table(.coverage, of: Plan(), checklist: PlanSketch.checklist(Self.body))
    #expect(table.lines(3, 10) == ["0|無具體作法", "0|無具體作法", "0|（未另提具體作法）", "0|（無須另列）", "0|無具體作法"])
  }

  /// Each table of a framework with several is compared with its own outline, in its own words.
  @Test func onlyTheOutlinesOfThePlansTables() throws {
    let text = """
      # 計畫

      - 年度：105

      ## 實施方法

      ### 二、便捷服務程序，確保流程透明

      #### 提供服務流程便捷性

      1. 簡化。

      ## 工作要項執行表

      ### 三、提升機關服務形象，強化服務行銷作為

      #### 1. 提供合宜的服務設施

      ##### 1. 洽公環境適切程度

      - (1)訂定計畫。
        - 執行期間：1月~12月
        - 執行單位：雙語研考
      - (2)每月檢討。
        - 執行期間：每月

      """
    let document = PlanDocument(reading: SourceText(name: "t.plan.md", text: text))
    try #require(document.problems.map { "\($0.value)" } == [])
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: "household-105"))
    let tables = try Renderer.tables(of: document.plan, checklist: checklist, for: .coverage)
    try #require(tables.count == 2)
    #expect(tables[0].columns.map(\.title) == ["實施要領", "執行策略", "作法項數", "缺漏"])
    #expect(tables[0].lines(1, 2, 3).prefix(2).last == "提供服務流程便捷性|1|")
    let table = tables[1]
    #expect(table.columns.map(\.title) == ["實施要領", "執行策略細目", "作法項數", "執行期間", "單位數", "執行單位", "缺漏"])
    #expect(table.rows.count == checklist.outline(for: .workItems).entries.count { checklist.entries[$0].isFocus })
    #expect(table.lines(1, 2, 3, 4, 5, 6).contains("提供合宜的服務設施|2|105年12月31日、定期|1|雙語研考|1項無執行單位"))
    let byUnit = try PlanSketch.table(.byUnit, of: document.plan, checklist: checklist)
    #expect(byUnit.columns.map(\.title) == ["執行單位", "期限日", "執行期間", "推動作法", "執行策略細目"])
    // The form prints the numbers of its measures.
    #expect(byUnit.lines(0, 3) == ["雙語研考|(1)訂定計畫。"])
    #expect(byUnit.closing == "未列執行單位的推動作法計1項：提升機關服務形象，強化服務行銷作為／提供合宜的服務設施／洽公環境適切程度（第2項）。\n\n原表不設執行單位欄的作法計1項，不在上表。")
    let deadlines = try PlanSketch.table(.deadlines, of: document.plan, checklist: checklist)
    #expect(deadlines.title == "執行期間一覽表")
  }

  @Test func needsAChecklist() throws {
    #expect(throws: RenderError.noChecklist(identifier: nil)) {
      try Renderer.tables(of: Plan(), checklist: nil, for: .coverage)
    }
  }

  /// Every measure is counted in a row, but for those that are no answer to a focus.
  @Test(arguments: [Seed.shilin, .taichung, .household, .district])
  func countsOfSeed(seed: Seed) throws {
    let plan = PlanDocument(reading: try seed.source()).plan
    let identifier = try #require(plan.metadata.checklist?.string)
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: identifier))
    let tables = try Renderer.tables(of: plan, checklist: checklist, for: .coverage)
    #expect(tables.map(\.rows.count).reduce(0, +) == checklist.entries.count { $0.isFocus })
    func sum(_ title: String) throws -> Int {
      try tables.map { table -> Int in
        guard let column = table.columns.firstIndex(where: { $0.title == title }) else { return 0 }
        return try table.rows.map { try #require(Int($0[column].text)) }.reduce(0, +)
      }.reduce(0, +)
    }
    let placed = PlacedMeasures(of: plan, checklist: checklist)
    let answers = placed.measures.count {
      placed.groups[$0.group].focus != nil && !$0.measure.text.string.saysNothing
    }
    #expect(try sum("作法項數") == answers)
    let coverage = CheckpointCoverage(of: plan, checklist: checklist)
    #expect(try sum("辦理事項數") == coverage.points.count)
    let met = coverage.points.filter(\.state.isMet)
    #expect(try sum("已對應數") == met.count)
    #expect(try sum("其中依文字推定數") == coverage.points.count { $0.state.isGuess })
  }

  /// The plans of other years have a table, or two, for every outline of their checklist. What stands under no focus is
  /// named behind a table: the two measures before the lost page of the 105 plan, and those under a heading of the 109
  /// plan that doubles a word.
  @Test(arguments: [(Seed.household, [42, 86]), (.district, [49])])
  func countsOfOtherLayouts(seed: Seed, expected: [Int]) throws {
    let plan = PlanDocument(reading: try seed.source()).plan
    let checklist = try #require(
      plan.metadata.checklist.flatMap { ChecklistCatalog.builtIn.checklist(identifier: $0.string) })
    let tables = try Renderer.tables(of: plan, checklist: checklist, for: .coverage)
    let totals = tables.map { table in
      let column = table.columns.firstIndex { $0.title.hasSuffix("項數") } ?? 0
      return table.rows.compactMap { Int($0[column].text) }.reduce(0, +)
    }
    #expect(totals == expected)
  }
}

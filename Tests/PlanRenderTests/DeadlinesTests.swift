import PlanModel
import PlanText
import PlanRender
import PlanTestSupport
import Testing

@Suite struct DeadlinesTests {
  private static let expanded = RenderOptions(expandsRecurrences: true)

  @Test func everyKindInItsPlace() throws {
    let plan = try PlanSketch.plan(
      """
      - 承辦單位：行政科

      ### 基礎

      1. 甲。
         - 完成期限：持續辦理
      2. 乙。
         - 完成期限：儘速
      3. 丙。
         - 完成期限：107年每季
      4. 丁。
         - 完成期限：107年12月，並請於6月30日前提報進度
      5. 戊。
         - 完成期限：1月~6月
      6. 己。
         - 完成期限：賡續辦理，並請於6月29日前提供辦理情形
      7. 庚。
         - 完成期限：107年4月起
      8. 辛。
      9. 壬。
         - 完成期限：每月，並請於7月5日前提供辦理情形
      """)
    let table = try PlanSketch.table(.deadlines, of: plan)
    #expect(
      table.lines(0, 1, 3) == [
        "107年6月29日|提報|基礎（第6項）/己。", "107年6月30日|提報|基礎（第4項）/丁。", "107年6月30日|起迄|基礎（第5項）/戊。",
        "107年7月5日|提報|基礎（第9項）/壬。", "107年12月31日|期限|基礎（第4項）/丁。",
        "|定期|基礎（第3項）/丙。", "|定期|基礎（第9項）/壬。", "|不明|基礎（第2項）/乙。", "|起迄|基礎（第7項）/庚。", "|賡續|基礎（第1項）/甲。",
      ])
    #expect(
      table.closing == "賡續辦理而未定提報日期的具體作法計1項，列於表末。\n\n未列完成期限的具體作法計1項：基礎（第8項）。")
    #expect(Set(table.lines(4)) == ["行政科"])
  }

  @Test func deadlineWrittenOnceHasOneRowAndNamesItsMeasures() throws {
    let plan = try PlanSketch.plan(
      """
      - 完成期限：107年4月
      - 承辦單位：行政科

      ### 基礎

      #### 友善

      1. 一。
      2. 二。
      3. 三。
         - 完成期限：107年4月
      4. 四。
         - 承辦單位：督察室
      5. 五。
      6. 六。

      #### 便捷

      1. 七。
      """)
    #expect(
      try PlanSketch.table(.deadlines, of: plan).lines(0, 3, 4) == [
        "107年4月30日|基礎／友善（第1–2、5–6項）/基礎／便捷（第1項）|行政科", "107年4月30日|基礎／友善（第3項）/三。|行政科",
        "107年4月30日|基礎／友善（第4項）/四。|督察室",
      ])
  }

  @Test func expandsRecurrencesWithinThePeriod() throws {
    let measures = "### 基礎\n\n1. 一。\n   - 完成期限：每季\n2. 二。\n   - 完成期限：107年6月30日\n3. 三。\n   - 完成期限：每年"
    let plan = try PlanSketch.plan(measures, metadata: "- 年度：107\n- 期程：107年2月1日至107年10月15日")
    let table = try PlanSketch.table(.deadlines, of: plan, options: Self.expanded)
    #expect(
      table.lines(0, 1, 2) == [
        "107年3月31日|定期|每季", "107年6月30日|定期|每季", "107年6月30日|期限|107年6月30日", "107年9月30日|定期|每季",
        "107年10月15日|定期|每季", "107年10月15日|定期|每年",
      ])
    #expect(table.closing == nil)
    #expect(
      try PlanSketch.table(.deadlines, of: plan).lines(0, 1, 2) == [
        "107年6月30日|期限|107年6月30日", "|定期|每季", "|定期|每年",
      ])
  }

  @Test(arguments: [
    // Without a period the plan's year is the period, without that the year in the words.
    ("- 年度：107", "每週三", 52), ("- 機關：某局", "107年每週三", 52), ("- 年度：109", "每月", 12), ("- 機關：某局", "每月", 1),
    ("- 年度：107", "108年每月", 1), ("- 年度：107\n- 期程：107年至207年", "每日", 1),
  ])
  func rowsOfARecurrence(metadata: String, words: String, count: Int) throws {
    let plan = try PlanSketch.plan("### 基礎\n\n1. 一。\n   - 完成期限：\(words)", metadata: metadata)
    let table = try PlanSketch.table(.deadlines, of: plan, options: Self.expanded)
    #expect(table.rows.count == count)
    #expect(table.closing == (count == 1 ? "定期辦理而期程內無從逐次列出日期的具體作法計1項。" : nil))
    #expect(table.rows.allSatisfy { ($0[0].text.isEmpty) == (count == 1) })
  }

  @Test(arguments: [
    ("6月及12月", ["109年6月30日|期限", "109年12月31日|期限"]), ("每年2月", ["109年2月29日|定期"]),
    ("每年6月15日前", ["109年6月15日|定期"]), ("視需要辦理", ["視需要|未定"]),
    ("收件後3日內", ["視收件日|時限"]), ("年度結束後1個月內", ["110年1月31日|時限"]), ("108年12月已完成", ["108年12月31日|完成"]),
    ("每季結束後10日內", ["109年4月10日|定期", "109年7月10日|定期", "109年10月10日|定期", "110年1月10日|定期"]),
    ("每學期初", ["視學校行事曆|定期"]),
  ])
  func daysThatAreNamed(words: String, rows: [String]) throws {
    let plan = try PlanSketch.plan("### 基礎\n\n1. 一。\n   - 完成期限：\(words)", metadata: "- 年度：109")
    #expect(try PlanSketch.table(.deadlines, of: plan, options: Self.expanded).lines(0, 1) == rows)
  }

  @Test func aDayThatNotEveryMonthHas() throws {
    let plan = try PlanSketch.plan("### 基礎\n\n1. 一。\n   - 完成期限：每月31日", metadata: "- 年度：109")
    let days = try PlanSketch.table(.deadlines, of: plan, options: Self.expanded).lines(0)
    #expect(days.count == 12)
    #expect(days[1] == "109年2月29日")
  }

  @Test func everySecondWeek() throws {
    let plan = try PlanSketch.plan("### 基礎\n\n1. 一。\n   - 完成期限：隔週", metadata: "- 年度：107")
    #expect(try PlanSketch.table(.deadlines, of: plan, options: Self.expanded).rows.count == 26)
  }

  @Test func leapDay() throws {
    let plan = try PlanSketch.plan("### 基礎\n\n1. 一。\n   - 完成期限：2月", metadata: "- 年度：109")
    #expect(try PlanSketch.table(.deadlines, of: plan).lines(0) == ["109年2月29日"])
  }

  @Test func planWithoutDeadlinesHasNoSuchView() throws {
    let noOne = try PlanSketch.plan("- 完成期限：107年4月\n\n### 基礎\n\n1. 一。\n   - 完成期限：")
    for plan in [Plan(), noOne] {
      #expect(throws: RenderError.noSuchTable(.deadlines)) {
        try Renderer.tables(of: plan, checklist: nil, for: .deadlines)
      }
    }
  }

  /// Every measure with a deadline is in a row, and every row has a measure.
  @Test(arguments: 0..<100)
  func nothingOfAGeneratedPlanIsLost(number: Int) throws {
    var generator = PlanGenerator(seed: UInt64(number))
    let plan = generator.plan()
    let placed = PlacedMeasures(of: plan, checklist: nil)
    guard placed.measures.contains(where: { $0.fields.deadline != nil }) else { return }
    let table = try PlanSketch.table(.deadlines, of: plan)
    let written = placed.deadlines.filter { !$0.measures.isEmpty }
    #expect(table.rows.count >= written.count)
    #expect(Set(table.rows.map(\.[2].text)) == Set(written.map(\.value.text.string)))
    for measure in placed.measures where measure.fields.deadline != nil {
      let units = measure.fields.units?.text.string ?? ""
      let deadline = measure.fields.deadline?.text.string
      #expect(
        table.rows.contains { $0[2].text == deadline && $0[4].text == units }, "\(measure.measure.text.string)")
    }
  }
}

import PlanFormats
import PlanModel
import PlanText
import PlanRender
import PlanTestSupport
import Testing

@Suite struct ByUnitTests {
  @Test func ordersByDateThenRecurringThenOngoingThenNone() throws {
    let plan = try PlanSketch.plan(
      """
      - 承辦單位：行政科

      ### 基礎

      1. 儘速。
         - 完成期限：儘速
      2. 持續。
         - 完成期限：持續辦理
      3. 每月。
         - 完成期限：每月
      4. 十二月，六月提報。
         - 完成期限：107年12月，並請於6月30日前提報
      5. 四月。
         - 完成期限：107年4月
      6. 無期限。
      7. 賡續，三月提報。
         - 完成期限：賡續辦理，並請於3月5日前提供辦理情形
      8. 四月二十日至三十日。
         - 完成期限：4月20日至30日
      9. 起。
         - 完成期限：107年4月起
      10. 去年。
          - 完成期限：106年12月31日
      """)
    #expect(
      try PlanSketch.table(.byUnit, of: plan).lines(0, 1, 3) == [
        "行政科|106年12月31日|去年。", "行政科|107年3月5日|賡續，三月提報。", "行政科|107年4月30日|四月。", "行政科|107年4月30日|四月二十日至三十日。",
        "行政科|107年6月30日/107年12月31日|十二月，六月提報。", "行政科||每月。", "行政科||持續。", "行政科||起。", "行政科||儘速。", "行政科||無期限。",
      ])
  }

  @Test func dateWithoutAnyYearIsUnknown() throws {
    let plan = try PlanSketch.plan(
      "### 基礎\n\n- 承辦單位：甲\n\n1. 一。\n   - 完成期限：4月\n2. 二。\n   - 完成期限：持續辦理", metadata: "- 機關：某局")
    #expect(try PlanSketch.table(.byUnit, of: plan).lines(1, 2, 3) == ["|持續辦理|二。", "|4月|一。"])
  }

  @Test func aliasesAreOneUnitUnderItsOwnName() throws {
    let units = """
      ## 單位表

      | 單位 | 別名 | 上級 | 性質 |
      | --- | --- | --- | --- |
      | 勤務指揮中心 | 勤指中心；110中心 | | |
      | 各外勤（中）隊 | | | 統稱 |
      """
    let plan = try PlanSketch.plan(
      """
      ### 基礎

      1. 一。
         - 承辦單位：勤指中心、各外勤(中)隊、各分局、大隊、隊
      2. 二。
         - 承辦單位：110中心、勤務指揮中心、秘書室、勤務指揮中心(資訊)
      3. 三。
         - 承辦單位：秘書 室、秘書室
      4. 四。
      """, rest: units)
    let table = try PlanSketch.table(.byUnit, of: plan)
    #expect(
      table.lines(0, 3) == [
        "勤務指揮中心|一。", "勤務指揮中心|二。", "各外勤（中）隊|一。", "各分局、大隊、隊|一。", "秘書室|二。", "秘書室|三。",
        "勤務指揮中心(資訊)|二。",
      ])
    #expect(table.closing == "未列承辦單位的具體作法計1項：基礎（第4項）。")
  }

  /// Nothing is guessed where the plan has no unit table.
  @Test func withoutUnitTableNamesStayAsWritten() throws {
    let plan = try PlanSketch.plan("### 基礎\n\n1. 一。\n   - 承辦單位：勤指中心、勤務指揮中心；全所")
    #expect(try PlanSketch.table(.byUnit, of: plan).lines(0) == ["勤指中心", "勤務指揮中心", "全所"])
  }

  @Test func placeAndInheritedFields() throws {
    let plan = try PlanSketch.plan(
      "- 承辦單位：甲科\n\n### 一、基礎（200分）\n\n#### 項目\n\n- 完成期限：107年4月\n\n##### 重點\n\n1. 一。\n   - (一)細。\n   - (二)節。")
    #expect(
      try PlanSketch.table(.byUnit, of: plan).lines(0, 1, 2, 3, 4) == [
        "甲科|107年4月30日|107年4月|一。/- (一)細。/- (二)節。|基礎／項目／重點"
      ])
  }

  /// What a unit helps with stands among what it owes; a column says so in a plan that has such units.
  @Test func whatAUnitHelpsWithStandsUnderIt() throws {
    let plan = try PlanSketch.plan(
      """
      ### 基礎

      - 承辦單位：甲科

      1. 一。
         - 完成期限：107年6月
         - 協辦單位：乙科、甲科
      2. 二。
         - 完成期限：107年4月
         - 承辦單位：乙科
      """)
    let table = try PlanSketch.table(.byUnit, of: plan)
    #expect(table.columns.map(\.title).prefix(3) == ["單位", "承辦或協辦", "期限日"])
    #expect(
      table.lines(0, 1, 2, 4) == [
        "甲科|承辦|107年6月30日|一。", "乙科|承辦|107年4月30日|二。", "乙科|協辦|107年6月30日|一。",
      ])
  }

  @Test func planWithoutUnitsHasNoSuchView() throws {
    for plan in [Plan(), try PlanSketch.plan("### 基礎\n\n1. 一。\n   - 完成期限：107年4月")] {
      #expect(throws: RenderError.noSuchTable(.byUnit)) {
        try Renderer.tables(of: plan, checklist: nil, for: .byUnit)
      }
    }
  }

  /// Every measure stands once under each of its units, whether these carry it or help, and under no other.
  private func expectEveryUnitOnce(_ plan: Plan) throws {
    let directory = UnitDirectory(plan)
    let measures = PlacedMeasures(of: plan, checklist: nil).measures
    // The last characters tell the measures apart; some forms print a number before the first.
    let expected = measures.flatMap { measure -> [String] in
      func names(_ list: UnitList?) -> Set<String> {
        Set((list?.units ?? []).map { directory.canonicalName(of: $0.string) })
      }
      let carriers = names(measure.fields.units)
      let helpers = names(measure.fields.supportUnits).subtracting(carriers)
      let text = measure.measure.text.string.suffix(8)
      return carriers.map { "\($0)|承辦|\(text)" } + helpers.map { "\($0)|協辦|\(text)" }
    }
    guard !expected.isEmpty else { return }
    let table = try PlanSketch.table(.byUnit, of: plan)
    let rows = table.rows
    let hasRoles = table.columns.count == 6
    #expect(hasRoles == expected.contains { $0.contains("|協辦|") })
    #expect(rows.count == expected.count)
    let found = rows.map { row in
      "\(directory.canonicalName(of: row[0].text))|\(hasRoles ? row[1].text : "承辦")|\(row[hasRoles ? 4 : 3].text.suffix(8))"
    }
    #expect(found.sorted() == expected.sorted())
    // A unit's rows stand together.
    let units = rows.map(\.[0].text)
    #expect(units.indices.count { $0 == 0 || units[$0] != units[$0 - 1] } == Set(units).count)
  }

  @Test(arguments: [Seed.shilin, .taichung, .household])
  func everyUnitOfSeedOnce(seed: Seed) throws { try expectEveryUnitOnce(PlanDocument(reading: seed.source()).plan) }

  /// The layout of the 109 plan has no units.
  @Test func aPlanWithoutUnitsHasNoSuchTable() throws {
    let plan = PlanDocument(reading: try Seed.district.source()).plan
    #expect(throws: RenderError.noSuchTable(.byUnit)) { try PlanSketch.table(.byUnit, of: plan) }
  }

  @Test(arguments: 0..<100)
  func everyUnitOfGeneratedPlanOnce(number: Int) throws {
    var generator = PlanGenerator(seed: UInt64(number))
    try expectEveryUnitOnce(generator.plan())
  }
}

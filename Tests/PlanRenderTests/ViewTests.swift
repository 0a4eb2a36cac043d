import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import PlanRender
import Testing

@Suite struct ViewTests {
  private func plan(_ measures: String) throws -> Plan {
    let document = PlanDocument(reading: SourceText(name: "t.plan.md", text: "# 計畫\n\n## 附表1、具體作法表\n\n\(measures)\n"))
    try #require(document.problems.isEmpty)
    return document.plan
  }

  private func rows(_ plan: Plan, checklist: Checklist? = nil) throws -> [[String]] {
    let table = try Renderer.tables(of: plan, checklist: checklist, for: .measures)[0]
    return [table.columns.map(\.title)] + table.rows.map { $0.map { $0.text + $0.addition } }
  }

  @Test func inheritedFieldsStandInEveryRowAndAnEmptyHeadingStaysVisible() throws {
    let plan = try plan(
      "- 承辦單位：行政科\n\n### 一、基礎(200 分)\n\n#### 項目\n\n- 完成期限：107年4月\n\n##### 重點\n\n1. 甲。\n2. 乙。\n   - 承辦單位：督察室\n\n##### 空")
    #expect(
      try rows(plan) == [
        ["評核構面", "評核項目", "評核重點", "具體作法", "完成期限", "承辦單位"],
        ["一、基礎（200分）", "項目", "重點", "甲。", "107年4月", "行政科"],
        ["一、基礎（200分）", "項目", "重點", "乙。", "107年4月", "督察室"],
        ["一、基礎（200分）", "項目", "空", "", "", ""],
      ])
  }

  @Test func columnThatThePlanNeedsIsAdded() throws {
    let plan = try plan("### 基礎\n\n#### 項目\n\n##### 重點\n\n1. 甲。\n   - 預期效益：快。")
    #expect(try rows(plan).map(\.last) == ["預期效益", "快。"])
  }

  /// Columns that only some plans have stand where a plan has them, in the order of the fields.
  @Test func columnsThatFewPlansHaveStandInTheirOrder() throws {
    let plan = try plan(
      "- 備註：另函通知\n\n### 基礎\n\n#### 項目\n\n##### 重點\n\n1. 甲。\n   - 經費：五萬元\n   - 協辦單位：人事室\n2. 乙。\n   - 目標值：90%")
    #expect(
      try rows(plan) == [
        ["評核構面", "評核項目", "評核重點", "具體作法", "完成期限", "承辦單位", "協辦單位", "目標值", "經費", "備註"],
        ["基礎", "項目", "重點", "甲。", "", "", "人事室", "", "五萬元", "另函通知"],
        ["基礎", "項目", "重點", "乙。", "", "", "", "90%", "", "另函通知"],
      ])
    let csv = try Renderer.text(.measures, of: plan, checklist: nil, as: .csv)
    #expect(csv.hasPrefix("評核構面,評核項目,評核重點,具體作法,完成期限,承辦單位,協辦單位,目標值,經費,備註\r\n"))
  }

  /// Without a checklist levels have the plan's numbers, and there are no more than the plan has.
  @Test func levelsAreThePlansOwn() throws {
    let plan = try plan("### 一、便捷（60分）\n\n#### (一) 窗口\n\n1. 甲。\n\n### 二、公開\n\n1. 乙。")
    #expect(
      try rows(plan) == [
        ["評核構面", "評核重點", "具體作法", "完成期限", "承辦單位"], ["一、便捷（60分）", "(一)窗口", "甲。", "", ""],
        ["二、公開", "", "乙。", "", ""],
      ])
  }

  /// Tables under the headings of a section that have the same columns keep them, behind one for the headings.
  @Test func tablesUnderHeadingsKeepTheirColumns() throws {
    let columns = "| 項次 | 工作重點 | 具體作法 | 權責單位 |\n| --- | --- | --- | --- |\n"
    let table = "### 一、便捷\n\n\(columns)| 1 | 窗口 | 甲。 | 行政科 |\n\n### 二、公開\n\n"
    #expect(
      try rows(plan(table + columns + "| 2 | 網站 | 乙。 | 督察室 |")) == [
        ["評核構面", "項次", "工作重點", "具體作法", "權責單位"], ["一、便捷", "1", "窗口", "甲。", "行政科"],
        ["二、公開", "2", "網站", "乙。", "督察室"],
      ])
    let other = columns.replacing("權責單位", with: "承辦單位")
    #expect(
      try rows(plan(table + other + "| 2 | 網站 | 乙。 | 督察室 |"))[0] == [
        "評核構面", "評核重點", "具體作法", "完成期限", "承辦單位", "項次",
      ])
  }

  /// Frameworks of two levels have no column for focuses, though their leaves are focuses.
  @Test func leavesOfTwoLevelsStandInTheColumnThatThereIs() throws {
    let text = "# 表\n\n- 代號：t\n- 欄位：實施要領、執行策略、推動作法\n\n## 便捷\n\n### 單一窗口\n"
    let checklist = try #require(Checklist.read(SourceText(name: "t.checklist.md", text: text)).checklist)
    let plan = try plan("### 便捷\n\n#### 1.單一窗口\n\n1. 甲。")
    #expect(try rows(plan, checklist: checklist) == [["實施要領", "執行策略", "推動作法"], ["便捷", "單一窗口", "甲。"]])
  }

  @Test func checklistViewNeedsAChecklist() throws {
    #expect(throws: RenderError.noChecklist(identifier: nil)) {
      try Renderer.text(.checklist, of: Plan(), checklist: nil, as: .csv)
    }
    let plan = Plan(metadata: Metadata(checklist: "police-999"))
    #expect(throws: RenderError.noChecklist(identifier: "police-999")) {
      try Renderer.text(.checklist, of: plan, checklist: nil, as: .csv)
    }
  }

  @Test func checklistViewNeedsCheckpoints() throws {
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: "household-105"))
    #expect(throws: RenderError.noCheckpoints(identifier: "household-105")) {
      try Renderer.text(.checklist, of: Plan(), checklist: checklist, as: .csv)
    }
  }

  @Test func statedCheckpointIsTickedWithoutAGuess() throws {
    let text = "# 檢核表\n\n- 代號：t\n\n## 構面（9分）\n\n### 項目\n\n#### 重點\n\n- 公開\n  - [ ] 主動公開。\n- [ ] 其他。\n\n> 提供數據。\n"
    let checklist = try #require(Checklist.read(SourceText(name: "t.checklist.md", text: text)).checklist)
    let plan = try plan("### 構面\n\n#### 項目\n\n##### 重點\n\n1. 公布「流程」於網站，供民眾隨時查閱與下載。\n   - 辦理事項：1")
    let table = try Renderer.tables(of: plan, checklist: checklist, for: .checklist)[0]
    #expect(table.title == "檢核表")
    #expect(
      table.rows.map { $0.dropFirst(3).map(\.text) } == [
        ["（公開）主動公開。", "☑", "〔計畫寫明〕第1項「公布流程於網站，供民眾隨時查…」"], ["其他。", "□", "〔未見對應文字〕"], ["◎提供數據。", "", ""],
      ])
  }
}

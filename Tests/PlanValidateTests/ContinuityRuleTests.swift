import PlanValidate
import Testing

/// Traps of PT114 to PT118, PT313 to PT315, PT507 and PT510, which compare one place of a document with another.
@Suite struct ContinuityRuleTests {
  private func narrative(_ body: String) -> String { "## 壹、計畫目標\n\n\(body)\n" }

  private func measures(_ items: [String], deadline: String = "持續辦理") -> String {
    "### 基礎服務（200分）\n\n#### 服務一致及正確\n\n##### 服務及時性\n\n- 完成期限：\(deadline)\n\n"
      + items.enumerated().map { "\($0.offset + 1). \($0.element)\n" }.joined()
  }

  // MARK: PT114, PT115

  @Test(arguments: [
    "- 一、甲：\n  - ↓１.乙。\n  - 2.丙。\n  - 3.丁。", "- 一、甲：\n  - (1)乙。\n  - (2)丙。\n  - ↓（3)丁。",
    "- (一)甲。\n- (二)乙。\n- ↓（三）丙。\n- (四)丁。",
  ])
  func numbersInTwoWays(text: String) {
    let probe = RuleProbe("PT114", narrative(text))
    #expect(probe.places == probe.marks)
  }

  @Test(arguments: [
    "- 1.甲。\n- 2.乙。\n\n第二期：\n\n- 1、甲。\n- 2、乙。", "- (1)甲。\n- （2）乙。",
    "- 一、甲：\n  - 1、乙。\n    - 1.丙。\n    - 2.丁。\n  - 2、戊。",
  ])
  func numbersOfTwoLists(text: String) { #expect(RuleProbe("PT114", narrative(text)).findings.isEmpty) }

  @Test func oneListAmongMany() {
    let list = { (mark: String) in "- (一)甲：\n  - 1\(mark)乙。\n  - 2\(mark)丙。\n" }
    let probe = RuleProbe(
      "PT114",
      measures(
        ["甲：\n\(list("."))- (二)乙：\n  - 1.甲。\n  - 2.乙。\n- (三)丙：\n  - ↓1、甲。\n  - 2、乙。\n- (四)丁：\n  - 1.甲。\n  - 2.乙。"].map {
          $0.replacing("\n", with: "\n   ")
        }))
    #expect(probe.places == probe.marks)
    #expect(probe.findings.map(\.severity) == [.note])
  }

  @Test(arguments: [
    "一、只有一項的一段話。", "甲：\n- (一)乙；(二)丙。", "甲：\n- (一)乙，並依\n  （二）辦理。", "甲：\n- (一)乙。\n\n丙：\n- (二)丁。",
  ])
  func numbersThatAreNotAlone(text: String) { #expect(RuleProbe("PT115", narrative(text)).findings.isEmpty) }

  @Test func aNumberThatStandsAlone() {
    let probe = RuleProbe("PT115", narrative("- 一、甲：\n  - ↓(1)乙。\n- 二、丙：\n  - (1)乙。\n  - (2)丁。"))
    #expect(probe.places == probe.marks)
  }

  // MARK: PT116

  private func listed(_ entry: String, heading: String) -> RuleProbe {
    RuleProbe(
      "PT116",
      "## 壹、附件\n\n- 一、\(entry)\n\n## 附表1、\(heading)\n\n| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n")
  }

  @Test func titlesThatDiffer() {
    #expect(listed("推動小組名冊(附表1)。", heading: "推動小組編組名冊").findings.isEmpty)
    #expect(listed("107年度推動小組編組名冊（附表 1）", heading: "甲分局推動小組編組名冊").findings.isEmpty)
    #expect(listed("附表1：滿意度調查問卷", heading: "推動小組編組名冊").findings.count == 1)
    #expect(listed("推動小組編制名冊(附表1)", heading: "推動小組編組名冊").findings.count == 1)
    #expect(listed("本計畫所稱小組，指推動小組，其成員另定之(附表1)。", heading: "編組名冊").findings.isEmpty)
  }

  // MARK: PT117

  @Test func logsThatAreFilledInByHand() {
    func log(_ rows: [String]) -> String {
      "## 巡檢工作日誌\n\n### 一、環境\n\n| 巡檢項目 | 08:30至10:30 |\n| --- | --- |\n" + rows.map { "| \($0) |\n" }.joined()
    }
    #expect(RuleProbe("PT117", log(["環境整潔 | ", "照明完整 | "])).findings.isEmpty)
    #expect(RuleProbe("PT117", log(["環境整潔 | □ 是", "照明完整 | □ 是", "洽公人數 | "])).findings.isEmpty)
    #expect(RuleProbe("PT117", log(["環境整潔 | □ 是", "照明完整 | □ 是", "奉茶 | "])).findings.count == 1)
  }

  // MARK: PT307, PT313

  @Test(arguments: ["每年不定期辦理2次。", "依「每年不定期查核」要點辦理。", "每年或不定期辦理。"])
  func yearlyAndSureHowOften(text: String) { #expect(RuleProbe("PT307", measures([text])).findings.isEmpty) }

  @Test(arguments: [
    ["每季辦理電話禮貌測試。", "每月辦理服務禮貌測試。"], ["定期召開為民服務會報。", "每月召開為民服務會報。"], ["每年辦理員警教育訓練。", "每季辦理員警射擊教育訓練。"],
    ["每月召開服務品質檢討會議。", "每季統計服務品質檢討會議決議事項。"], ["每月辦理資安演練，並不定期辦理資安演練。"],
    ["定期或不定期辦理服務禮儀講習。", "每年辦理服務禮儀講習。"],
  ])
  func activitiesThatAgree(texts: [String]) { #expect(RuleProbe("PT313", measures(texts)).findings.isEmpty) }

  @Test(arguments: [
    ["每年至少2次辦理圖書館館員服務禮儀講習。", "↓每季辦理館員服務禮儀講習，邀請專家授課。"], ["定期召開為民服務會報。", "↓不定期召開為民服務會報。"],
    ["每半年實施稅務服務滿意度調查一次。", "↓每年辦理稅務服務滿意度調查及分析。"],
  ])
  func activitiesThatDiffer(texts: [String]) {
    let probe = RuleProbe("PT313", measures(texts))
    #expect(probe.places == probe.marks)
  }

  // MARK: PT314, PT315

  @Test func deadlinesBeforeTheLetter() {
    let basis = "## 壹、計畫依據\n\n- 一、某某部107年3月1日某署秘字第1070062631號函。\n\n## 附表1、提升服務品質組織診斷具體作法表\n\n"
    #expect(RuleProbe("PT314", basis + measures(["甲。"], deadline: "↓107年2月底前")).findings.count == 1)
    for deadline in ["107年3月", "1月~2月", "107年", "107年每月"] {
      #expect(RuleProbe("PT314", basis + measures(["甲。"], deadline: deadline)).findings.isEmpty)
    }
  }

  @Test(arguments: ["6月29日", "9月29日", "6月底"])
  func reportsOnOtherDays(day: String) {
    #expect(RuleProbe("PT315", measures(["甲。"], deadline: "賡續辦理，並請於\(day)前提供辦理情形")).findings.isEmpty)
  }

  // MARK: PT507, PT510

  @Test(arguments: [
    "自105年5月6日決標，並於同年12月9日完成驗收，建構期程約210個日曆天。", "自105年5月6日決標，契約工期為210個日曆天，於同年12月9日完成驗收。",
    "自105年5月6日起受理。於同年12月9日完成，共計210個日曆天。", "自105年5月6日決標，於105年12月9日完成驗收，歷時218個日曆天。",
  ])
  func daysThatMayBeRight(text: String) { #expect(RuleProbe("PT507", narrative(text)).findings.isEmpty) }

  @Test func aSundayTellsWhichYearIsWrong() throws {
    let basis = { (date: String) in "## 壹、計畫依據\n\n- 一、某某局\(date)某市警秘字第10733653600號函。\n" }
    let finding = try #require(RuleProbe("PT501", basis("106年4月2日")).findings.first)
    #expect(finding.notes.first?.text(.zhHant).contains("107年4月2日是星期一") ?? false)
    #expect(RuleProbe("PT510", basis("106年4月2日")).findings.isEmpty)
    #expect(RuleProbe("PT510", basis("107年4月1日")).findings.count == 1)
    #expect(RuleProbe("PT510", basis("107年3月31日")).findings.isEmpty)
  }

  // MARK: PT406

  @Test(arguments: ["聯絡人：王科員 ↓(02)1234-5678", "承辦人電話：↓04-1234-5678分機12", "連絡窗口：研考 ↓037-123456"])
  func numbersOfPeople(text: String) {
    let probe = RuleProbe("PT406", narrative(text))
    #expect(probe.places == probe.marks)
    #expect(probe.summaries.allSatisfy { !$0.contains("0912") && !$0.contains("1234") })
  }

  @Test(arguments: [
    "聯絡人請撥1999。", "承辦人員應接聽服務專線02-1234-5678。", "聯絡人：王科員，編號107-1234-5678", "電話：02-1234-5678", "承辦人：0800-000-123",
    "承辦人於05-10至06-30期間受理。",
  ])
  func numbersOfOffices(text: String) { #expect(RuleProbe("PT406", narrative(text)).findings.isEmpty) }
}

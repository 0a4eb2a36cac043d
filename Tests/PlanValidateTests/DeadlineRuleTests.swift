import PlanFormats
import PlanText
import PlanTestSupport
import PlanValidate
import Testing

/// Traps of the rules on deadlines that the two examples of a rule do not show.
@Suite struct DeadlineRuleTests {
  /// One measure with a deadline, in a plan that runs from January to December 107 unless the period says otherwise.
  private func findings(
    _ code: String, deadline: String, text: String = "檢討逾期案件。", period: String = "107年1月1日至107年12月31日"
  ) -> [Finding] {
    let plan = """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107
      - 期程：\(period)
      - 檢核表：police-107

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. \(text)
         - 完成期限：\(deadline)

      """
    let document = PlanDocument(reading: SourceText(name: "example.plan.md", text: plan))
    return Validator().findings(on: document).filter { $0.code == code }
  }

  @Test(arguments: ["107年4月30日", "第2季", "107年每月至少1次", "自即日起至107年12月31日止", "四月底", "１０７年４月"])
  func formsThatWorkAreUnderstood(deadline: String) {
    #expect(findings("PT302", deadline: deadline).isEmpty)
  }

  @Test func understandingStopsAtTheWordsLeft() throws {
    let finding = try #require(findings("PT302", deadline: "107年4月，再議").first)
    #expect(finding.summary(.zhHant).contains("從「再議」起"))
  }

  @Test(arguments: ["105年2月29日", "2月28日", "109/2/29"])
  func datesThatExist(deadline: String) { #expect(findings("PT303", deadline: deadline).isEmpty) }

  @Test(arguments: [
    ("107年2月30日", "28日"), ("2月29日", "28日"), ("4月31日", "30日"), ("第5季", "第4季"), ("1月~13月", "13月"),
  ])
  func datesThatDoNotExist(deadline: String, expected: String) throws {
    let finding = try #require(findings("PT303", deadline: deadline).first)
    #expect(finding.summary(.zhHant).contains(expected))
  }

  // In a plan from July to June, a month without a year is that of the period.
  @Test(arguments: ["3月", "9月", "108年3月底前", "107年"])
  func datesInsideAPeriodOfTwoYears(deadline: String) {
    #expect(findings("PT304", deadline: deadline, period: "107年7月1日至108年6月30日").isEmpty)
  }

  @Test(arguments: ["108年1月", "106年12月31日", "107年3月~108年2月", "108年每月", "106年1月~106年12月"])
  func deadlinesOutsideThePeriod(deadline: String) {
    #expect(findings("PT304", deadline: deadline).map(\.severity) == [.error])
  }

  /// What a deadline understands, the words of a measure understand as well.
  @Test(arguments: [
    "108年4月", "民國一〇八年四月", "中華民國108年4月30日", "一百零八年四月底", "108/5", "108/5/3", "108.05.03", "2019-05-03", "108年第2季",
    "108年上半年", "108年度",
    "１０８年４月", "108 年 4 月",
  ])
  func datesOutsideThePeriodInFieldsAndWords(date: String) {
    #expect(findings("PT304", deadline: date).count == 1, "\(date)")
    #expect(findings("PT311", deadline: "持續辦理", text: "預定於\(date)前完成汰換。").count == 1, "\(date)")
  }

  // A month that holds the last day of the period is still within it.
  @Test func monthOfTheLastDay() {
    #expect(findings("PT304", deadline: "107年12月", period: "107年1月1日至107年12月20日").isEmpty)
  }

  @Test(arguments: ["訂於108年完成擴建。", "於１０８年底前完成汰換。", "預計2019年完工。"])
  func completionAfterThePeriod(text: String) {
    #expect(findings("PT311", deadline: "持續辦理", text: text).map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "編列108年度預算。", "依「108年完成計畫」辦理。", "107年底前完成。", "撥打108年齡層專線，完成登記。", "自108年起試辦，本年完成規劃。", "回溯至民國96年完成。",
  ])
  func yearsThatPromiseNothing(text: String) {
    #expect(findings("PT311", deadline: "持續辦理", text: text).isEmpty)
  }

  // What was still to come when it was written; what has happened, or depends on others, is history.
  @Test(arguments: ["預計於106年底完成。", "106年12月31日前建置完成。", "預定108年3月啟用。", "將於108年度汰換設備。"])
  func promisesOutsideThePeriod(text: String) {
    #expect(findings("PT311", deadline: "持續辦理", text: text).map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "於106年建立系統。", "自106年起整合。", "106年完成建置。", "已於106年底前完成。", "106年底前完成登記者免附證件。", "配合市府108年完成光纖建設。", "30年前完成之廳舍。",
    "將於107年12月完成。", "108年度預算增列設備。", "108年3月底前啟用後之服務。",
  ])
  func datesThatAreNoPromise(text: String) {
    #expect(findings("PT311", deadline: "持續辦理", text: text).isEmpty)
  }

  @Test(arguments: ["本年度案件數與去年度相比較。", "107年較106年增加之件數。", "今年與上年度滿意度比較。"])
  func comparisonsOfTwoYears(text: String) {
    #expect(findings("PT312", deadline: "107年6月", text: text).map(\.severity) == [.note])
    #expect(findings("PT312", deadline: "107年12月", text: text).isEmpty)
    #expect(findings("PT312", deadline: "持續辦理", text: text).isEmpty)
  }

  @Test(arguments: [
    "與去年同期比較。", "今年度與去年同期比較。", "106年與105年比較。", "今年度依去年度檢討結果改善。", "今年1月份與去年1月份比較。", "今年度辦理講習；與去年度相比較。",
  ])
  func comparisonsThatCanBeMade(text: String) {
    #expect(findings("PT312", deadline: "107年6月", text: text).isEmpty)
  }

  @Test(arguments: ["逐月統計件數。", "每兩個月召開會議。", "每 半 年至少舉辦1次。", "定期檢討報告。", "持續檢討改善，精進服務。", "定時檢視維護。", "服務臺 24 小時值班。"])
  func recurrenceIsFound(text: String) { #expect(findings("PT306", deadline: "107年4月", text: text).count == 1) }

  @Test(arguments: [
    "每年定期調查。", "每年度不定期調查。", "本「持續改善」理念。", "宣導定期存款安全。", "建立可持續機制。", "統計每日平均件數。", "處理持續增加之案件。", "24小時內回復值班人員。",
    "依「24小時值班」要點辦理。",
  ])
  func wordsThatAreNoRecurrence(text: String) { #expect(findings("PT306", deadline: "107年4月", text: text).isEmpty) }

  @Test(arguments: ["107年每月", "持續辦理", "107年", "107年12月31日", "1月~12月"])
  func deadlinesThatSuitRecurrence(deadline: String) {
    #expect(findings("PT306", deadline: deadline, text: "每月統計件數。").isEmpty)
  }

  @Test(arguments: ["每週不定期抽查。", "每季不定期檢核。"])
  func contradictions(text: String) { #expect(findings("PT307", deadline: "持續辦理", text: text).count == 1) }

  @Test(arguments: ["每月不定期抽查2次。", "定期及不定期抽查。", "每日不定期巡查。", "不定期抽查，每月檢討。"])
  func noContradictions(text: String) { #expect(findings("PT307", deadline: "持續辦理", text: text).isEmpty) }

  @Test(arguments: [9, 10])
  func bunchingNeedsTenMeasures(count: Int) {
    let items = (1...count).map { "\($0). 檢討第\($0)類案件。" }.joined(separator: "\n")
    let text = RuleExample("### 基礎服務（200分）\n\n#### 服務一致及正確\n\n##### 服務及時性\n\n- 完成期限：4月\n\n" + items + "\n").fullText
    let document = PlanDocument(reading: SourceText(name: "example.plan.md", text: text))
    let found = Validator().findings(on: document).filter { $0.code == "PT308" }
    #expect(found.count == (count < 10 ? 0 : 1))
  }
}

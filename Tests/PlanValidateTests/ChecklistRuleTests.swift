import PlanFormats
import PlanText
import PlanValidate
import Testing

@Suite struct ChecklistRuleTests {
  // MARK: PT201

  @Test func aChecklistGivenToTheRunMakesThePlansOwnNameUnimportant() throws {
    let text = "# 甲分局計畫\n\n- 檢核表：agency-own\n"
    #expect(RuleProbe("PT201", text).findings.count == 1)
    let given = try #require(ChecklistCatalog.builtIn.checklist(identifier: "police-107"))
    #expect(RuleProbe("PT201", text, checklist: given).findings.isEmpty)
  }

  @Test func anotherYearIsNeverSuggested() throws {
    let finding = try #require(RuleProbe("PT201", "# 甲分局計畫\n\n- 檢核表：police-106\n").findings.first)
    #expect(!finding.summary(.zhHant).contains("是否為"))
    #expect(finding.fixes.isEmpty)
    let slip = try #require(RuleProbe("PT201", "# 甲分局計畫\n\n- 檢核表：polise-107\n").findings.first)
    #expect(slip.summary(.zhHant).contains("是否為「police-107」"))
    #expect(slip.fixes.isEmpty)
  }

  /// A plan without a checklist is told to write one only where that is its own, by year and agency.
  @Test(arguments: [
    ("某某市政府警察局甲分局", "107", "police-107"), ("某某市政府警察局甲分局", "108", nil), ("臺北市甲區公所", "109", "district-109"),
    ("臺中市甲區公所", "109", nil), ("臺北市甲區公所", "107", nil), ("臺北市甲區戶政事務所", "105", "household-105"), ("某某縣政府稅務局", "107", nil),
  ])
  func noOtherChecklistIsProposed(agency: String, year: String, proposed: String?) throws {
    let text = "# \(agency)\(year)年度計畫\n\n- 機關：\(agency)\n- 年度：\(year)\n- 期程：\(year)年1月1日至\(year)年12月31日\n"
    for language in Language.allCases {
      let summary = try #require(RuleProbe("PT101", text).findings.first).summary(language)
      let named = ChecklistCatalog.builtIn.checklists.map(\.identifier).filter(summary.contains)
      #expect(named == [proposed].compactMap { $0 }, "\(summary)")
    }
  }

  // MARK: PT202

  @Test func aFixKeepsNumberAndWeight() throws {
    let probe = RuleProbe("PT202", "### 一、↓個別評核構面-基楚服務（200分）\n")
    #expect(probe.places == probe.marks)
    let fixed = try #require(probe.findings.first.flatMap(probe.fixed))
    #expect(fixed.contains("### 一、基礎服務（200分）\n") || fixed.contains("### 一、個別評核構面-基礎服務（200分）\n"))
  }

  @Test func headingsBelowAnUnknownOneAreReportedOnlyIfTheyAreUnknownEverywhere() {
    let probe = RuleProbe(
      "PT202",
      """
      ### ↓特色服務（200分）

      #### 服務友善

      ##### 其他服務作法

      ##### ↓巡迴服務車
      """)
    #expect(probe.places == probe.marks)
  }

  @Test func aNameFromElsewhereIsNotReplaced() throws {
    let probe = RuleProbe("PT202", "### 基礎服務（200分）\n\n#### 服務友善\n\n##### ↓在地化服務\n")
    #expect(probe.places == probe.marks)
    let finding = try #require(probe.findings.first)
    #expect(finding.summary(.zhHant).contains("它屬於「服務遞送／服務可近性」。"))
    #expect(finding.fixes.isEmpty)
  }

  @Test func aSurveyCellForSeveralRowsIsReportedOnce() {
    let probe = RuleProbe(
      "PT202",
      """
      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 基礎服務 | ↓友善服務環境 | 甲 | 設置無障礙坡道。 |
      | | | 乙 | 設置愛心鈴。 |
      | 開放創新 | 創新性 | 丙 | 以圖示標牌辨識派出所。 |
      """)
    #expect(probe.places == probe.marks)
  }

  // MARK: PT203

  @Test func aPlanWithoutATableIsOneFinding() {
    let probe = RuleProbe("PT203", "# ↓甲分局107年度計畫\n\n- 檢核表：police-107\n\n## 壹、計畫目標\n\n提升服務品質。\n")
    #expect(probe.places == probe.marks)
    #expect(probe.summaries == ["計畫沒有具體作法的表格，檢核表的 24 個評核重點都沒有作法。"])
  }

  @Test func aMissingItemIsOneFindingThatListsItsFocuses() throws {
    let probe = RuleProbe("PT203", "### ↓基礎服務（200分）\n\n#### 服務友善\n\n##### 網站使用便利性\n\n1. 每月檢測網站連結。\n")
    let finding = try #require(probe.findings.first { $0.summary(.zhHant).contains("服務一致及正確") })
    #expect(finding.range.lowerBound == probe.marks.first)
    #expect(finding.explanation?(.zhHant).contains("「服務及時性」") ?? false)
    #expect(!probe.summaries.contains { $0.contains("服務及時性") })
  }

  @Test func anEmptyHeadingIsReportedAtTheHeading() {
    let probe = RuleProbe(
      "PT203",
      """
      ### 服務評價（200分）

      #### 服務滿意情形

      ##### ↓定期進行滿意度調查

      ##### 運用其他機制瞭解民眾對服務的評價

      1. 電話訪問。
      """)
    #expect(probe.findings.contains { $0.range.lowerBound == probe.marks.first && $0.severity == .error })
  }

  @Test func measuresDirectlyUnderAnItemAreToBeSorted() {
    let probe = RuleProbe("PT203", "### 服務評價（200分）\n\n#### ↓服務滿意情形\n\n1. 電話訪問。\n")
    let here = probe.findings.filter { $0.range.lowerBound == probe.marks.first }
    #expect(here.map { $0.summary(.zhHant) } == ["評核項目「服務滿意情形」的作法沒有分列在評核重點之下，請分到 2 個重點。"])
  }

  @Test func aMisspeltHeadingIsNotMissingAsWell() {
    let probe = RuleProbe("PT203", "### 服務評價（200分）\n\n#### 服務滿意情況\n\n##### 定期進行滿意渡調查\n\n1. 電話訪問。\n")
    #expect(!probe.summaries.contains { $0.contains("「服務滿意情形」") || $0.contains("「定期進行滿意度調查」") })
  }

  @Test func openInnovationNeedsNoPartOfItsOwn() {
    let probe = RuleProbe("PT203", "### 開放創新（100分）\n\n#### 開放參與\n\n#### 創新性\n\n1. 以圖示標牌辨識派出所。\n")
    #expect(!probe.summaries.contains { $0.contains("開放") })
  }

  @Test func aFocusForFurtherMeasuresIsOnlyANote() {
    let probe = RuleProbe(
      "PT203",
      """
      ### 服務遞送（300分）

      #### ↓服務可近性

      ##### 在地化服務

      1. 提供英語服務。

      ##### 專人全程服務

      1. 專人陪同報案。

      ##### 主動服務

      1. 到府受理。
      """)
    let here = probe.findings.filter { $0.range.lowerBound == probe.marks.first }
    #expect(here.map(\.severity) == [.note])
  }

  // MARK: PT204

  @Test(arguments: ["（200分）", "(200 分)", "（２００分）", "（二百分）"])
  func aWeightMayBeWrittenInSeveralWays(weight: String) {
    #expect(RuleProbe("PT204", "### 一、個別評核構面-基礎服務\(weight)\n\n1. 甲。\n").findings.isEmpty)
  }

  @Test func aTableThatStatesNoWeightsIsLeftAlone() {
    #expect(RuleProbe("PT204", "### 基礎服務\n\n#### 服務友善\n\n### 服務遞送\n").findings.isEmpty)
  }

  @Test func theCopyOfTheChecklistIsComparedToo() {
    let probe = RuleProbe("PT204", "## 附表2、檢核表\n\n### 服務評價↓（300分）\n")
    #expect(probe.places == probe.marks)
  }

  // MARK: PT205 and PT206

  @Test func asFewHeadingsAsPossibleAreToMove() {
    let probe = RuleProbe(
      "PT205",
      """
      ### ↓服務評價（200分）

      ### 基礎服務（200分）

      ### 服務遞送（300分）

      ### 服務量能（200分）
      """)
    #expect(probe.places == probe.marks)
    #expect(probe.summaries == ["「服務評價」的位置與檢核表不同，應在「服務量能」之後。"])
  }

  @Test func aRepeatedHeadingIsNoMatterOfOrder() {
    let text = "### 基礎服務（200分）\n\n### 服務遞送（300分）\n\n### 二、↓基礎服務（200分）\n"
    #expect(RuleProbe("PT205", text).findings.isEmpty)
    let probe = RuleProbe("PT206", text)
    #expect(probe.places == probe.marks)
  }

  @Test func twoTablesMayAnswerTheSameFocus() {
    let table = "### 開放創新（100分）\n\n#### 創新性\n\n1. 甲。\n\n"
    #expect(RuleProbe("PT206", table + "## 附表2、乙類具體作法表\n\n" + table).findings.isEmpty)
  }

  // MARK: PT207

  @Test(arguments: ["無", "無。", "（略）", "-", "待 補", "ＴＢＤ", "N/A", "同上"])
  func aMeasureThatSaysNothingIsFound(text: String) {
    #expect(RuleProbe("PT207", measure(text)).findings.count == 1)
  }

  @Test(arguments: ["無障礙設施。", "略述案件進度。", "同上年度續辦。", "無待補件案件。", "訂定SOP。"])
  func aMeasureThatBeginsLikeOneIsNot(text: String) {
    #expect(RuleProbe("PT207", measure(text)).findings.isEmpty)
  }

  @Test func theMeasuresOfTheSameItemAreCounted() throws {
    let probe = RuleProbe(
      "PT207",
      """
      ### 開放創新（100分）

      #### 開放參與

      1. 設民眾意見區。

      #### 創新性

      1. 以圖示標牌辨識派出所。
      2. 無
      3. 製作導引影片。

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 開放創新 | 創新性 | 無 | 無 |
      """)
    let survey = try #require(probe.findings.last)
    #expect(survey.summary(.zhHant) == "措施調查表「創新性」的措施只寫「無」，具體作法表同一項目卻列有 2 項作法。")
    #expect(survey.notes.map { probe.source.text(in: $0.range) } == ["以圖示標牌辨識派出所。"])
  }

  // MARK: PT208

  @Test func aWordLeftOutOfACheckpointIsNamed() throws {
    let probe = RuleProbe(
      "PT208",
      """
      ## 附表2、檢核表

      ### 服務量能

      #### 內部作業簡化

      ##### 簡化內部作業，並聚焦核心業務，創新精進服務

      - [ ] 運用多元管道蒐集成員意見，據以檢討及改造內部流程、精實作業，減省不必要的審核及行政程序
      """)
    let changed = probe.findings.filter { $0.summary(.zhHant).contains("用語不同") }
    #expect(changed.count == 1)
    #expect(changed.first?.summary(.zhHant).contains("機關") ?? false)
  }

  @Test func aFocusOneLevelTooHighIsNotMissing() {
    let probe = RuleProbe(
      "PT208",
      """
      ## 附表2、檢核表

      ### 服務量能

      #### 簡化內部作業，並聚焦核心業務，創新精進服務

      - [ ] 運用多元管道蒐集機關成員意見，據以檢討及改造內部流程，精實作業，減省不必要的審核及行政程序。
      """)
    #expect(!probe.summaries.contains { $0.contains("內部作業簡化") })
  }

  private func measure(_ text: String) -> String {
    "### 開放創新（100分）\n\n#### 創新性\n\n1. \(text)\n"
  }

  // MARK: PT209

  // Thousands of headings that all differ must not be compared each with each.
  @Test func tablesWithoutACommonHeading() {
    let table = { (letters: ClosedRange<UInt32>, fields: String) in
      letters.compactMap(Unicode.Scalar.init).map { "### 第\($0)項\($0)\($0)\n\n#### 細目\n\n- 公告\($0)。\n\(fields)\n" }
        .joined()
    }
    let text =
      "# 某戶政事務所105年度提升服務品質實施計畫\n\n## 策略與方法表\n\n" + table(0x4E00...0x59B8, "") + "## 工作要項執行表\n\n"
      + table(0x6E00...0x79B8, "  - 執行期間：1月~12月\n  - 執行單位：各課\n")
    let findings = RuleProbe("PT209", text).findings
    #expect(findings.count == 3001)
    #expect(findings.allSatisfy { $0.summary(.en).hasPrefix("One 實施要領 (number ") })
  }
}

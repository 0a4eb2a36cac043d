import PlanFormats
import PlanText
import PlanTestSupport
import PlanValidate
import Testing

/// Traps of PT113, PT211, PT212 and PT408, which read what a plan says as a whole.
@Suite struct ContentRuleTests {
  /// Measures under the headings of one focus, without fields.
  private func measures(
    _ texts: [String], dimension: String = "服務評價（200分）", item: String = "意見回應處理情形",
    focus: String = "針對民眾意見、抱怨及陳情等積極回應"
  ) -> String {
    "### \(dimension)\n\n#### \(item)\n\n##### \(focus)\n\n"
      + texts.enumerated().map { "\($0.offset + 1). \($0.element)\n" }.joined()
  }

  // MARK: PT113

  @Test(arguments: ["定期將案件↓涉及之問", "訂定處理規↓定，以及", "設置意↓見信箱並", "依規定將案件↓、陳情、", "由專人處↓理案件的", "檢討機↓關同仁與"])
  func textsThatBreakOff(text: String) {
    let probe = RuleProbe("PT113", measures(["設置意見箱。", "每月檢討案件。", text]))
    #expect(probe.places == probe.marks, "\(probe.summaries)")
    #expect(probe.findings.map(\.severity) == [.warning])
  }

  @Test(arguments: ["依規定處理之", "鼓勵民眾參與", "改善待加強之處", "推動資訊普及", "說明調查之目的", "由各組辦理如下：", "訂定處理規定", "檢討案件（含陳情）"])
  func textsThatOnlyLackAFullStop(text: String) {
    #expect(RuleProbe("PT113", measures(["設置意見箱。", "每月檢討案件。", text])).summaries == [])
  }

  // Without full stops in the list, half a word is only a guess.
  @Test func aListWithoutFullStops() {
    #expect(RuleProbe("PT113", measures(["設置意見箱", "每月檢討案件", "案件涉及之問", "民眾的"])).summaries == [])
  }

  @Test func whatLeadsToAList() {
    let text = measures(["設置意見箱。", "每月檢討。", "本分局辦理下列及\n   - (一)甲。\n   - (二)乙。"])
    #expect(RuleProbe("PT113", text).summaries == [])
  }

  @Test func everyKindOfTextIsLookedAt() {
    let text = """
      ## 壹、計畫依據

      - 一、某某市政府107年1月2日府研字第1070001號函。
      - 二、某某市政府警察局107年1月3日函↓頒計畫及

      ## 貳、計畫目標

      提升服務品質，使民↓眾滿意或

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      - 預期效益：縮短等↓候時間並

      """
    let probe = RuleProbe("PT113", text)
    #expect(probe.places == probe.marks, "\(probe.summaries)")
  }

  @Test func aWordInFullElsewhere() {
    func survey(_ name: String, _ text: String) -> RuleProbe {
      RuleProbe(
        "PT113",
        """
        ## 附表2、措施調查表

        | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
        | --- | --- | --- | --- |
        | 服務量能 | 服務精進機制 | \(name) | \(text) |
        """)
    }
    #expect(
      survey("辦理員警服務態度示範演", "依服務態度示範演練程序，辦理服務態度示範演練。").findings.map(\.severity) == [.note])
    // A name that is part of a longer one ends with a whole word: phrases end with it elsewhere.
    #expect(survey("辦理派出所簿冊電子化", "推動簿冊電子化作業，訂定簿冊電子化作業程序；逐步電子化。").summaries == [])
  }

  // MARK: PT211

  private func survey(_ texts: [String], focus: String = "定期進行滿意度調查") -> String {
    measures(texts, item: "服務滿意情形", focus: focus)
  }

  private static let subjects = "調查洽公環境、服務禮儀、專業、服務措施及內部同仁滿意度"
  private static let parts = "提出抽樣與調查設計、調查結果及趨勢分析"

  @Test(arguments: [
    (["\(subjects)。", "\(parts)，並檢討改善。"], [String]()),
    (["\(subjects)，\(parts)，據以改善。"], []),
    (["調查洽公環境、電話禮貌、專業、服務措施及員工滿意度（內部），\(parts)，據以改善。"], []),
    (["\(subjects)，\(parts)。"], ["檢討改善情形"]),
    (["調查洽公環境、專業、服務措施及內部同仁滿意度，\(parts)，據以改善。"], ["服務禮儀"]),
  ])
  func subjectsThatAreMissing(texts: [String], missing: [String]) {
    let found = RuleProbe("PT211", survey(texts)).summaries
    #expect(found.count == (missing.isEmpty ? 0 : 1))
    for name in missing { #expect(found.first?.contains("「\(name)」") ?? false, "\(found)") }
  }

  @Test func subjectsOfOtherItemsAreNamed() {
    let other = "\n### 基礎服務（200分）\n\n#### 服務友善\n\n##### 洽公環境適切性\n\n1. 改善洽公環境。\n"
    let text = survey(["調查專業、服務措施及內部同仁滿意度。"]) + other
    let found = RuleProbe("PT211", text).summaries.filter { $0.hasPrefix("「定期進行滿意度調查」") }
    #expect(found.count == 1)
    #expect(found.first?.contains("（「洽公環境」、「檢討改善情形」其他項目的作法有提到）") == true, "\(found)")
    // Each of the sentences that ask for what is missing.
    #expect(found.first?.contains("」、「") == true)
  }

  @Test(arguments: ["每件節省15分鐘。", "減少簿冊三件。", "核發時間縮短2成。", "減章比率達90％。", "節省百分之十之紙張。"])
  func figures(text: String) { #expect(simplification(text).isEmpty) }

  @Test(arguments: ["107年4月減章。", "於3月15日檢討。", "檢討110報案流程。", "節省紙張數量。", "配合第2季檢討簡化。"])
  func numbersThatAreNoFigures(text: String) { #expect(simplification(text).count == 1) }

  private func simplification(_ text: String) -> [Finding] {
    RuleProbe(
      "PT211",
      measures([text], dimension: "服務量能（200分）", item: "內部作業簡化", focus: "簡化內部作業，並聚焦核心業務，創新精進服務")
    ).findings
  }

  // 得以…數據呈現績效 allows figures, and (例如…) are examples.
  @Test func whatIsAllowedOrAnExampleIsNotRequired() {
    let text = measures(["以電子查驗取代謄本。"], dimension: "服務遞送（300分）", item: "服務便捷", focus: "減除申辦案件需檢附之書表謄本")
    #expect(RuleProbe("PT211", text).summaries == [])
  }

  @Test(arguments: [
    (["於櫃檯放置問卷。"], 1), (["以電話調查民眾滿意度。"], 1), (["於櫃檯放置問卷。", "召開里民座談會。"], 0), (["由神秘客查核，瞭解民眾滿意度。"], 0),
  ])
  func excludedMeans(texts: [String], count: Int) {
    #expect(RuleProbe("PT211", survey(texts, focus: "運用其他機制瞭解民眾對服務的評價")).findings.count == count)
  }

  // What another focus of the item has is not missing.
  @Test func theItemCountsAsAWhole() {
    let text =
      measures(["微笑服務。"], dimension: "基礎服務（200分）", item: "服務友善", focus: "服務行為的友善性")
    #expect(RuleProbe("PT211", text).findings.count == 1)
    #expect(RuleProbe("PT211", text + "\n##### 其他服務作法\n\n1. 每季實施電話禮貌測試。\n").summaries == [])
  }

  // MARK: PT212

  private func table(_ rows: [String]) -> String {
    measures(["設置意見箱。"]) + "\n## 附表2、措施調查表\n\n| 構面名稱 | 項目 | 措施名稱 | 措施內容 |\n| --- | --- | --- | --- |\n"
      + rows.map { "| \($0) |\n" }.joined()
  }

  @Test(arguments: [
    // The name of its own item or focus, a name that occurs under several items, one of the agency's own.
    "服務評價 | 意見回應處理情形 | 意見回應處理情形 | 依限回覆。", "服務評價 | 意見回應處理情形 | 針對民眾意見、抱怨及陳情積極回應 | 依限回覆。",
    "服務評價 | 意見回應處理情形 | 陳情案件列管 | 依限回覆。",
    // PT207 and PT202 speak of these.
    "服務評價 | 意見回應處理情形 | 無 | 無", "服務評價 | 意見處理 | 主動服務 | 到府。",
    // The table need not have a part for it, and an empty row claims nothing.
    "開放創新 | 開放參與 | 里民座談 | 每季召開。", "服務遞送 | 服務便捷 | 單一窗口 | 無",
  ])
  func surveysThatFit(row: String) { #expect(RuleProbe("PT212", table([row])).summaries == []) }

  @Test(arguments: ["服務評價 | 意見回應處理情形 | ↓主動服務 | 到府。", "服務遞送 | 服務便捷 | ↓單一窗口 | 隨到隨辦。"])
  func surveysThatDiffer(row: String) {
    let probe = RuleProbe("PT212", table([row]))
    #expect(probe.places == probe.marks, "\(probe.summaries)")
  }

  // Without any measures there is nothing to compare.
  @Test func aSurveyAlone() {
    let survey = table(["服務遞送 | 服務便捷 | 單一窗口 | 隨到隨辦。"]).split(separator: "## 附表2", maxSplits: 1)
    #expect(RuleProbe("PT212", "## 附表2" + (survey.last ?? "")).summaries == [])
  }

  // MARK: PT408

  private func scope(
    agency: String, _ texts: [String], unit: String = "秘書室", target: String = "本機關所屬各單位。", title: String = "具體作法表"
  ) -> [Finding] {
    let text = """
      # \(agency)107年度提升服務品質執行計畫

      - 機關：\(agency)
      - 年度：107
      - 期程：107年1月1日至107年12月31日
      - 檢核表：police-107

      ## 參、執行對象

      \(target)

      ## 附表1、\(title)

      \(measures(texts.map { "\($0)\n   - 承辦單位：\(unit)" }))
      """
    let document = PlanDocument(reading: SourceText(name: "example.plan.md", text: text))
    return Validator().findings(on: document).filter { $0.code == "PT408" }
  }

  private static let precinct = "某某市政府警察局甲分局"

  @Test(arguments: [
    ["本分局各分局網站公開流程。", "各分局設信箱。"], ["本分局暨所屬派出所設信箱。", "本分局暨各分局設信箱。", "本分局乙丙分局製作影片。"], ["本局各單位設信箱。", "本分局交通警察大隊核發通行證。"],
    ["資料交由甲乙、丙丁等分局試辦。", "本分局各分局設信箱。"],
  ])
  func speakingForOthers(texts: [String]) {
    #expect(scope(agency: Self.precinct, texts).map(\.severity) == [.warning])
  }

  @Test(arguments: [
    ["參照乙分局作法。", "與各分局聯合宣導。"], ["本分局與乙分局、丙分局合辦。", "本分局甲派出所設信箱。"], ["本分局各派出所設信箱。", "本分局分局長主持會議。"],
    ["請交通警察大隊協助。", "本分局偵查隊辦理。"], ["參照乙丙、丁戊等分局作法。", "與各分局聯合宣導。"],
  ])
  func sistersAndPartners(texts: [String]) { #expect(scope(agency: Self.precinct, texts).isEmpty) }

  @Test func cellsAndTitles() {
    #expect(scope(agency: Self.precinct, ["設信箱。", "設電話。"], unit: "各分局、大隊、隊").count == 1)
    #expect(scope(agency: Self.precinct, ["設信箱。", "設電話。"], unit: "各分局", target: "本局及各分局。").isEmpty)
    #expect(scope(agency: Self.precinct, ["設信箱。"], title: "某某市政府警察局具體作法表").map(\.severity) == [.note])
    // One entry for titles, one for words and one for units, since each is mended in its own way.
    #expect(
      scope(
        agency: Self.precinct, ["本分局各分局設信箱。", "設電話。"], unit: "各分局、大隊、隊", title: "某某市政府警察局具體作法表"
      ).map(\.severity) == [.note, .warning, .warning])
    #expect(scope(agency: Self.precinct, ["設信箱。"], title: "\(Self.precinct)具體作法表").isEmpty)
  }

  // A police department has precincts; a corps has companies.
  @Test func agenciesThatHaveSuchUnits() {
    #expect(scope(agency: "某某市政府警察局", ["各分局設信箱。", "本局各分局設信箱。"], unit: "各分局、大隊、隊").isEmpty)
    #expect(scope(agency: "某某部某某署甲總隊", ["本總隊各中隊設信箱。", "本總隊第二大隊設信箱。"], unit: "各中隊").isEmpty)
    #expect(scope(agency: "某某市甲區戶政事務所", ["本所與各戶政事務所互測電話。", "本所各課設信箱。"], unit: "各課").isEmpty)
  }

  // MARK: PT210, PT213 and PT214

  private static let asked = "針對特殊或弱勢族群、偏遠或交通不便地區民眾，提供到府、到點服務。"

  private func proximity(_ measures: String, survey: String = "") -> String {
    let table = "### 服務遞送（300分）\n\n#### 服務可近性\n\n##### 主動服務\n\n- 完成期限：持續辦理\n- 承辦單位：秘書室\n\n" + measures + "\n"
    guard !survey.isEmpty else { return table }
    let head = "\n## 附表2、措施調查表\n\n| 構面名稱 | 項目 | 措施名稱 | 措施內容 |\n| --- | --- | --- | --- |\n"
    return table + head + "| 服務遞送 | 服務可近性 | 到府到點服務措施 | \(survey) |\n"
  }

  @Test func theChecklistWhoseWordsTheyAreIsNamed() throws {
    let plan = { (identifier: String, year: Int) in
      """
      # 某某市甲區公所\(year)年度提升服務品質執行計畫

      - 年度：\(year)
      - 檢核表：\(identifier)

      ## 附表1、具體作法表

      ### 服務遞送

      #### 服務可近性

      ##### 主動服務

      - \(Self.asked)
        - 完成期限：持續辦理
        - 承辦單位：秘書室

      """
    }
    let own = try #require(RuleProbe("PT210", plan("police-107", 107)).findings.first)
    #expect(own.explanation?(.zhHant).hasPrefix("檢核表原文：") == true)
    let earlier = try #require(RuleProbe("PT210", plan("district-109", 109)).findings.first)
    #expect(earlier.explanation?(.zhHant).hasPrefix("前一版檢核表（police-107）原文：") == true)
    #expect(earlier.summary(.en).contains("the previous checklist (police-107)"))
  }

  @Test func partsThatRestateACheckpoint() {
    let items = proximity("1. 主動服務如下：\n   - (一)每月到山地里受理，全年12場。\n   - (二)↓\(Self.asked)")
    let survey = proximity("1. 每月到山地里受理。", survey: "一、每月12場。<br>二、↓\(Self.asked)")
    for text in [items, survey] {
      let probe = RuleProbe("PT210", text)
      #expect(probe.places == probe.marks)
      #expect(probe.findings.allSatisfy { $0.severity == .note })
    }
    // What leads to items is said in these.
    let lead = proximity("1. 主動服務如下：\n   - (一)\(Self.asked.dropLast())：\n     - 1.每月到山地里受理，全年12場。")
    #expect(RuleProbe("PT210", lead).summaries == [])
  }

  @Test(arguments: ["到府到點服務措施。", "一、每月12場。<br>二、到府到點服務措施"])
  func contentThatIsItsName(cell: String) {
    #expect(RuleProbe("PT213", proximity("1. 每月到山地里受理。", survey: cell)).findings.count == 1)
  }

  @Test(arguments: ["每月辦理到府到點服務措施。", "到府到點服務措施12場。", "無"])
  func contentThatSaysMore(cell: String) {
    #expect(RuleProbe("PT213", proximity("1. 每月到山地里受理。", survey: cell)).summaries == [])
  }
}

import PlanAudit
import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import Testing

@Suite struct CheckpointCoverageTests {
  private static let checklist = """
    # 表

    - 代號：t

    ## 構面

    ### 項目

    #### 網站

    - [ ] 提供多元及便利的資訊檢索服務。
    - [ ] 確保網站內容的正確性及有效連結。
    - [ ] 注重服務人員的禮貌態度。

    #### 單一

    - [ ] 依受理方式提供單一窗口。
    """

  /// The states of the checkpoints, and the numbers of the measures that meet them, for measures under 網站.
  private func coverage(_ measures: String, single: String = "") throws -> [String] {
    Self.words(
      try AuditSketch.coverage(of: [("網站", measures), ("單一", single)], checklist: Self.checklist))
  }

  private func states(_ sections: String, checklist: String) throws -> [String] {
    let checklist = try #require(Checklist.read(SourceText(name: "t.checklist.md", text: checklist)).checklist)
    let text = "# 計畫\n\n\(sections)"
    let document = PlanDocument(reading: SourceText(name: "t.plan.md", text: text))
    #expect(document.problems.isEmpty)
    return Self.words(CheckpointCoverage(of: document.plan, checklist: checklist))
  }

  private static func words(_ coverage: CheckpointCoverage) -> [String] {
    coverage.points.map { point in
      ([point.state.rawValue] + point.measures.map { String($0.number) }).joined(separator: " ")
    }
  }

  @Test(arguments: ["1、3", "第1項，第3項", "一、三", "1\n     3", "提供多元及便利的資訊檢索服務；注重服務人員的禮貌態度", "1、3、9", "資訊檢索；禮貌態度"])
  func statedByNumberOrWords(field: String) throws {
    #expect(try coverage("1. 甲。\n   - 辦理事項：\(field)") == ["stated 1", "open", "stated 1", "open"])
  }

  /// 的 is in all of them.
  @Test(arguments: ["的", "服務很多", "0", ""])
  func wordsThatNameNoneAreIgnored(field: String) throws {
    #expect(try coverage("1. 甲。\n   - 辦理事項：\(field)") == ["open", "open", "open", "open"])
  }

  @Test func measureThatStatesOneMeetsNoOtherByItsWords() throws {
    #expect(try coverage("1. 確保網站內容的正確性。\n   - 辦理事項：1") == ["stated 1", "open", "open", "open"])
  }

  @Test func onlyCheckpointIsMetByWhatHasAWordOfIt() throws {
    #expect(
      try coverage("1. 無", single: "1. 設綜合窗口，一次辦好。\n2. 無。\n3. 採購電話。\n4. 電話也有單一號碼受理。") == [
        "open", "open", "open", "only 1 4",
      ])
    #expect(try coverage("1. 無", single: "1. 待補")[3] == "open")
    // What has no word of it may be an answer all the same: nobody can tell.
    #expect(try coverage("1. 無", single: "1. 端午節龍舟賽。")[3] == "unlike")
  }

  @Test func wordedWhereTheWordingIsTakenUp() throws {
    #expect(
      try coverage("1. 首頁設全文檢索，可用關鍵字搜尋。\n2. 每週抽查20頁，失效的連結3日內修復。\n3. 提供服務。") == [
        "worded 1", "worded 2", "open", "open",
      ])
  }

  @Test func commonWordsAreNoAnswer() throws {
    #expect(try coverage("1. 說明提供服務及辦理情形。\n2. 服務人員服務民眾。") == ["open", "open", "open", "open"])
  }

  // MARK: what is not met

  private static let optional = """
    # 表

    - 代號：t

    ## 構面

    ### 項目

    #### 網站

    - [ ] 提供資訊。

    #### 其他

    - [ ] 除前述作法外，其他可提升便捷度之作法。

    ## 開放創新

    ### 創新性

    #### 創新

    - [ ] 有別於現行的作法。

    > 本構面毋須另闢專節撰寫。
    """

  @Test(arguments: ["不適用", "本所無此項業務。", "（不適用）", "本項不適用", "本段並無須檢附謄本之案件，本項不適用。", "不適用，該系統由縣局統一辦理。"])
  func declinedIsNotApplicable(words: String) throws {
    #expect(try coverage("1. 無", single: "1. \(words)") == ["open", "open", "open", "declined 1"])
    // A measure beside it is the answer.
    #expect(try coverage("1. 無", single: "1. \(words)\n2. 設單一櫃檯。")[3] == "only 2")
  }

  @Test(arguments: ["身心障礙者不適用者改以電話服務。", "檢討申請書不適用之欄位", "設置櫃檯，無涉個資", "不適用者改以電話服務。", "各所自行辦理。每月檢討，本項不適用"])
  func wordsThatSayMoreAreNoRefusal(words: String) throws {
    #expect(try coverage("1. 無", single: "1. \(words)")[3] == "unlike")
  }

  @Test(
    "No answer is what is not done, or says the form back",
    arguments: [
      "尚未設置單一窗口。", "單一窗口今年停辦。", "原訂的綜合窗口，因經費不足取消。", "不再提供單一窗口服務。", "本所持續依受理方式提供單一窗口。",
    ])
  func noAnswer(words: String) throws {
    #expect(try coverage("1. 無", single: "1. \(words)")[3] == "open")
  }

  @Test(
    "A refusal that only bounds others takes nothing back",
    arguments: [
      "尚未領到號碼牌者由志工帶到窗口。", "若未能當場辦妥，窗口代為轉送。", "單一窗口受理，不再往返奔波。", "單一窗口受理，並無逾期。",
      "窗口未能於規定期限內辦結者，應說明原因。", "單一窗口停止適用舊表。",
    ])
  func answerBesideRefusal(words: String) throws {
    #expect(try coverage("1. 無", single: "1. \(words)")[3] == "only 1")
  }

  @Test func itemsAreNamedAndWhatOnlyLeadsToThemIsNot() throws {
    let text = """
      1. 網站維護如下：
         - (1)首頁設全文檢索。
         - (2)每週更換橫幅。
         - (3)連結失效即修復，內容由股長校對是否正確。
      """
    let points = try AuditSketch.coverage(of: [("網站", text)], checklist: Self.checklist).points
    #expect(points.prefix(3).map { $0.measures.flatMap(\.items).map(\.label) } == [["(1)"], ["(3)"], []])
  }

  @Test("What leads to items says what they are about", arguments: ["網站的連結管理如下：", "網站的連結："])
  func contextOfItems(lead: String) throws {
    let items = "1. \(lead)\n   - (1)每週抽查20頁。\n   - (2)首頁設全文檢索。"
    #expect(try coverage(items) == ["worded 1", "open", "open", "open"])
  }

  @Test(arguments: ["本重點無其他作法。", "除上述各項外，本所無其他應填報事項。"])
  func nothingMoreIsNotApplicable(words: String) throws {
    #expect(try coverage("1. 無", single: "1. \(words)")[3] == "declined 1")
  }

  @Test func aLineElsewhereMakesItUndecided() throws {
    let table = "## 附表1、具體作法表\n\n### 構面\n\n#### 項目\n\n##### 網站\n\n1. 網站每週更換橫幅。\n"
    let sections = "## 壹、現況\n\n首頁已設全文檢索系統。\n\n" + table
    #expect(try states(sections, checklist: Self.keyed) == ["otherPlace", "open"])
    #expect(try states(table, checklist: Self.keyed) == ["open", "open"])
    // Beside the question itself, what is asked there is no answer here.
    #expect(try states("## 壹、現況\n\n全文檢索系統尚未建置。\n\n" + table, checklist: Self.keyed) == ["open", "open"])
  }

  @Test("Of aims and steps a sentence with a figure is enough, in several clauses")
  func aSentenceElsewhereMakesItUndecided() throws {
    let table = "## 附表1、具體作法表\n\n### 構面\n\n#### 項目\n\n##### 網站\n\n1. 網站每週更換橫幅。\n"
    func state(_ goal: String) throws -> String {
      try states("## 貳、目標\n\n\(goal)\n\n" + table, checklist: Self.keyed)[0]
    }
    #expect(try state("首頁可以搜尋，新的系統每天5,000人使用。") == "otherPlace")
    #expect(try state("首頁可以搜尋，新的系統很多人使用。") == "open")
    #expect(try state("首頁可以搜尋。新的系統每天5,000人使用。") == "open")
  }

  private static let keyed = """
    # 表

    - 代號：t

    ## 構面

    ### 項目

    #### 網站

    - [ ] 提供多元及便利的資訊檢索服務。
      - 關鍵詞：全文檢索、搜尋；次數、系統、關鍵字
    - [ ] 確保連結有效。
      - 關鍵詞：連結

    """

  @Test func whatTheChecklistDoesNotAskFor() throws {
    let table = "## 附表1、具體作法表\n\n### 構面\n\n#### 項目\n\n"
    #expect(
      try states(table + "##### 網站\n\n1. 官網公布各項資訊。\n", checklist: Self.optional) == ["only 1", "optional", "elsewhere"])
    #expect(
      try states(table + "##### 網站\n\n##### 其他\n\n1. 無\n", checklist: Self.optional) == [
        "open", "optional", "elsewhere",
      ])
    #expect(
      try states(table + "##### 其他\n\n1. 夜間也收件，提高便捷度。\n", checklist: Self.optional) == ["open", "only 1", "elsewhere"])
  }

  @Test func whatCannotBeJudgedIsUnknown() throws {
    #expect(try states("## 壹、目的\n\n甲。\n", checklist: Self.optional) == ["noTable", "noTable", "noTable"])
    let table = "## 附表1、具體作法表\n\n### 構面\n\n#### 項目\n\n"
    // Measures at the item, or under a heading of it that the checklist lacks, may answer any of its focuses that has
    // no heading of its own.
    #expect(try states(table + "1. 甲。\n", checklist: Self.optional) == ["unplaced", "unplaced", "elsewhere"])
    #expect(try states(table + "##### 網頁\n\n1. 甲。\n", checklist: Self.optional)[0] == "unplaced")
    #expect(try states(table + "##### 網頁\n\n1. 無\n", checklist: Self.optional)[0] == "open")
    #expect(try states(table + "1. 甲。\n\n##### 網站\n\n", checklist: Self.optional)[0] == "open")
    #expect(
      try states("## 附表1、具體作法表\n\n### 別的構面\n\n#### 項\n\n##### 點\n\n1. 甲。\n", checklist: Self.optional)[0]
        == "unplaced")
  }

  @Test func everyStateComesToAStatus() {
    let states = Dictionary(grouping: CheckpointCoverage.State.allCases, by: \.status)
    #expect(states.count == CheckpointCoverage.Status.allCases.count)
    #expect(CheckpointCoverage.State.allCases.filter(\.isMet) == [.stated, .only, .worded])
  }

  /// The counts were checked by reading: a change of the policy that moves them is to be judged on the plans again.
  @Test(arguments: [
    (Seed.shilin, [0, 16, 18, 4, 0, 0, 0, 2, 0, 0, 0]), (.taichung, [0, 17, 15, 6, 0, 0, 0, 1, 1, 0, 0]),
  ])
  func countsOfSeeds(seed: Seed, counts: [Int]) throws {
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: "police-107"))
    let coverage = CheckpointCoverage(of: PlanDocument(reading: try seed.source()).plan, checklist: checklist)
    #expect(CheckpointCoverage.State.allCases.map { coverage.count($0) } == counts)
  }
}

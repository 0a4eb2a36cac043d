import PlanModel
import PlanTestSupport
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
    let checklist = try #require(Checklist.read(SourceText(name: "t.checklist.md", text: Self.checklist)).checklist)
    let text = "# 計畫\n\n## 附表1、具體作法表\n\n### 構面\n\n#### 項目\n\n##### 網站\n\n\(measures)\n\n##### 單一\n\n\(single)\n"
    let document = PlanDocument(reading: SourceText(name: "t.plan.md", text: text))
    #expect(document.problems.isEmpty)
    return CheckpointCoverage(of: document.plan, checklist: checklist).points.map { point in
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

  @Test func onlyCheckpointIsMetByAnyRealMeasure() throws {
    #expect(try coverage("1. 無", single: "1. 櫃檯。\n2. 無。\n3. 電話。") == ["open", "open", "open", "only 1 3"])
    #expect(try coverage("1. 無", single: "1. 待補")[3] == "open")
  }

  @Test func wordedWhereTheWordingIsTakenUp() throws {
    #expect(
      try coverage("1. 另提供資訊檢索，多元又便利。\n2. 定期檢查，確保本網站內容正確性與有效連結。\n3. 提供服務。") == [
        "worded 1", "worded 2", "open", "open",
      ])
  }

  @Test func commonWordsAreNoAnswer() throws {
    #expect(try coverage("1. 說明提供服務及辦理情形。\n2. 服務人員服務民眾。") == ["open", "open", "open", "open"])
  }

  /// The counts were checked by reading: a change of the policy that moves them is to be judged on the plans again.
  @Test(arguments: [(Seed.shilin, [0, 18, 14, 8]), (.taichung, [0, 18, 8, 14])])
  func countsOfSeeds(seed: Seed, counts: [Int]) throws {
    let checklist = try #require(ChecklistCatalog.builtIn.checklist(identifier: "police-107"))
    let coverage = CheckpointCoverage(of: PlanDocument(reading: try seed.source()).plan, checklist: checklist)
    #expect(CheckpointCoverage.State.allCases.map(coverage.count) == counts)
  }
}

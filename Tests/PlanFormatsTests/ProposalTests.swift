import PlanFormats
import PlanModel
import PlanText
import PlanTestSupport
import Testing

/// How a proposal is told from a plan, and what its sections may hold.
@Suite struct ProposalTests {
  private static let beginning = "# 提案表\n\n- 文件種類：創意提案\n- 提案名稱：線上預約\n\n"

  /// Markdown, or JSON if it begins with `{`.
  private func document(_ text: String) -> PlanDocument {
    PlanDocument(reading: SourceText(name: text.hasPrefix("{") ? "a.plan.json" : "a.plan.md", text: text))
  }

  private func problems(_ text: String) -> [String] { document(text).problems.map { "\($0.value)" } }

  private func parts(_ methods: String) throws -> [ProposalPart] {
    let document = document(Self.beginning + "## 實施方法\n\n" + methods)
    try #require(document.problems.isEmpty, "\(document.problemList)")
    return try #require(document.proposal).parts
  }

  // MARK: The kind

  @Test func kindDecidesWhatIsRead() {
    #expect(document(Self.beginning).content.kind == .proposal)
    #expect(document("# 計畫\n\n- 文件種類：實施計畫\n").content.kind == .plan)
    #expect(document("# 計畫\n\n- 機關：甲\n").content.kind == .plan)
    #expect(document(#"{"format": "plantool/1", "document": "proposal", "sections": []}"#).content.kind == .proposal)
  }

  @Test func misspeltKindIsAnErrorWithASuggestionAndNothingElse() {
    let slip = "# 提案表\n\n- 文件種類：創意題案\n- 提案名稱：甲\n"
    #expect(document(slip).content.kind == .proposal)
    let found = problems(slip)
    #expect(found.count == 1)
    #expect(found.first?.contains("unknownDocumentKind") == true)
    #expect(found.first?.contains("創意提案") == true)
    let json = #"{"format": "plantool/1", "document": "proposals", "name": "甲", "sections": []}"#
    #expect(document(json).content.kind == .proposal)
    #expect(problems(json).count == 1)
  }

  @Test func fieldsOfAProposalWithoutItsKindAskForIt() {
    let text = "# 提案表\n\n- 提案名稱：甲\n- 年度：106\n"
    #expect(document(text).content.kind == .proposal)
    #expect(problems(text) == ["missingField(\"文件種類\")"])
  }

  @Test func statedKindOfAPlanIsKept() throws {
    let text = "# 計畫\n\n- 文件種類：執行計畫\n- 機關：甲\n"
    #expect(PlanTextWriter.text(document(text).content) == text)
    #expect(try PlanConversion.convert(document(text), to: .json).contains(#""document": "plan""#))
  }

  // MARK: Phases

  @Test func itemsWithATimeArePhasesAndTheRestIsText() throws {
    let parts = try parts(
      """
      前言。

      ### 一、期程

      說明：

      - (一)準備
      - (二)第一階段
        - 時程：106年1月至3月
        - 單位：甲
          - (1)乙
      <!-- 註 -->
      - (三)待定階段
      - (四)第二階段
        另有說明。
        - 實施時程：106年4月至6月

      結語。

      ### 二、其他

      - 單位：這是文字。
      """)
    #expect(parts.map { $0.heading?.string } == [nil, "一、期程", "二、其他"])
    #expect(parts[0].text?.string == "前言。")
    #expect(parts[1].text?.string == "說明：\n\n- (一)準備")
    #expect(parts[1].closing?.string == "結語。")
    let phases = parts[1].phases
    #expect(phases.map(\.text.string) == ["第一階段", "待定階段", "第二階段\n另有說明。"])
    #expect(phases.map { $0.period?.text.string } == ["106年1月至3月", nil, "106年4月至6月"])
    #expect(phases[0].units?.string == "甲\n- (1)乙")
    #expect(phases[1].comments.map(\.string) == ["註"])
    #expect(parts[2].phases.isEmpty)
    #expect(parts[2].text?.string == "- 單位：這是文字。")
  }

  @Test func namesThatAreOnlySimilarAreText() throws {
    let phases = try parts("- 第一階段\n  - 時程：106年1月至3月\n  - 各單位：自行規劃\n").flatMap(\.phases)
    #expect(phases.map(\.text.string) == ["第一階段\n- 各單位：自行規劃"])
  }

  @Test func timeWithoutItsColonAndTextBetweenPhasesAreProblems() {
    let beginning = Self.beginning + "## 實施方法\n\n"
    #expect(problems(beginning + "- 甲階段\n  - 時程 106年1月至3月\n") == ["fieldWithoutColon(\"時程\", isCertain: true)"])
    #expect(
      problems(beginning + "- 甲\n  - 時程：106年1月\n\n段落。\n\n- 乙\n  - 時程：106年2月\n") == [
        "misplaced(PlanFormats.MisplacedContent.amongPhases)"
      ])
  }

  // MARK: Other sections

  @Test func headingWordsTellTheSection() throws {
    let headings = ["一、提案類別", "預期效益", "附件", "附件3、照片", "投入成本說明", "聯絡人", "相關附件", "審查意見"]
    let text = Self.beginning + headings.map { "## \($0)\n\n" }.joined()
    let proposal = try #require(document(text).proposal)
    #expect(
      proposal.sections.map(\.kind) == [
        .categories, .effects, .attachment, .attachment, .methods, .contact, .attachmentList, .narrative,
      ])
  }

  @Test func whatHasNoPlaceIsAProblem() {
    #expect(
      problems(Self.beginning + "## 提案類別\n\n- 創新獎\n") == ["misplaced(PlanFormats.MisplacedContent.amongCategories)"])
    #expect(problems(Self.beginning + "## 聯絡窗口\n\n- 傳真：1\n").count == 1)
    #expect(problems(Self.beginning + "## 聯絡窗口\n\n> 甲\n") == ["misplaced(PlanFormats.MisplacedContent.amongContact)"])
    #expect(problems(Self.beginning + "## 提案人員\n\n| 身分 | 電話 |\n| --- | --- |\n").count == 1)
    #expect(problems(Self.beginning + "## 提案人員\n\n- 甲\n").count == 1)
  }

  @Test(
    arguments: [
      ("40%", 4000), ("４０ ％", 4000), ("33.3%", 3330), ("33.33", 3333), ("百分之三十", 3000), ("百分之7.5", 750),
      ("12.345%", nil), ("四成", nil), ("%", nil), ("40.", nil), ("-5%", nil),
    ] as [(String, Int?)])
  func percentages(text: String, hundredths: Int?) {
    #expect(Percentage(text)?.hundredths == hundredths)
  }

  @Test func derivedPercentMustAgree() {
    func json(_ percent: String) -> String {
      """
      {"format": "plantool/1", "document": "proposal", "sections": [{"heading": "提案人員", "kind": "contributors",
        "contributors": [{"role": "甲", "share": "33.3%", "percent": \(percent)}]}]}
      """
    }
    #expect(problems(json(#""33.3""#)).isEmpty)
    #expect(problems(json("33")).count == 1)
  }
}

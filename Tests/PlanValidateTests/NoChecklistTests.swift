import PlanFormats
import PlanModel
import PlanText
import PlanValidate
import Testing

/// Plans that follow no checklist.
@Suite struct NoChecklistTests {
  private static func plan(_ checklist: String?, _ table: String = "") -> String {
    """
    # 某某市甲地政事務所112年度為民服務工作計畫

    - 機關：某某市甲地政事務所
    - 年度：112
    - 期程：112年1月1日至112年12月31日
    \(checklist.map { "- 檢核表：\($0)" } ?? "")

    ## 附表1、具體作法表

    \(table)
    """
  }

  private static let table = """
    ### 一、基礎服務

    #### （一）登記業務

    1. 每月檢討逾期案件。
       - 完成期限：每月
       - 承辦單位：登記課
    """

  private func report(_ text: String) -> FileReport {
    Validator().report(on: PlanDocument(reading: SourceText(name: "a.plan.md", text: text)))
  }

  @Test(arguments: ["無", "無。", "（無）", "不適用", "none", "免"])
  func aPlanMaySayThatItHasNone(word: String) {
    let report = report(Self.plan(word, Self.table))
    #expect(report.findings.isEmpty, "\(report.findings.map { $0.summary(.zhHant) })")
    #expect(report.checklist == nil)
  }

  @Test func aMissingOneIsOneNote() {
    let findings = report(Self.plan(nil, Self.table)).findings
    #expect(findings.map(\.code) == ["PT101"])
    #expect(findings.map(\.severity) == [.note])
  }

  /// A blank one is a field to be filled in, and one that is still to be filled in is no answer.
  @Test(arguments: ["", "○○", "（待填）"])
  func whatSaysNothingIsNoAnswer(word: String) {
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: Self.plan(word)))
    #expect(!document.plan.metadata.declinesChecklist)
  }

  /// Without its checklist a rule finds nothing exactly where it says that it needs one.
  @Test func rulesSayWhetherTheyNeedOne() throws {
    for rule in RuleRegistry.all where !["PT101", "PT201"].contains(rule.description.code) {
      let (code, needsOne) = (rule.description.code, rule.needsChecklist)
      let plan = rule.description.failing.plan
      guard !rule.description.failing.isJSON, plan.contains("- 檢核表：police-107\n") else {
        #expect(!needsOne, "\(code)")
        continue
      }
      let without = plan.replacing("- 檢核表：police-107\n", with: "- 檢核表：無\n")
      let found = report(without).findings.contains { $0.code == code }
      if needsOne { #expect(!found, "\(code)") }
      // These go by the plan's own levels and columns, in which their examples have nothing wrong.
      if !found, !["PT204", "PT206", "PT301"].contains(code) { #expect(needsOne, "\(code)") }
    }
  }

  // MARK: Its own levels

  private func findings(_ code: String, _ table: String) -> [Finding] {
    report(Self.plan("無", table)).findings.filter { $0.code == code }
  }

  @Test func weightsAddUp() throws {
    func table(_ parent: Int, _ weights: [Int?]) -> String {
      let items = weights.enumerated().map { number, weight in
        "#### （\(Numeral.chinese(number + 1))）項目\(number)\(weight.map { "（\($0)分）" } ?? "")\n"
      }
      return "### 一、基礎服務（\(parent)分）\n\n" + items.joined(separator: "\n")
    }
    #expect(findings("PT204", table(200, [100, 100])).isEmpty)
    // One that states none may have the rest.
    #expect(findings("PT204", table(200, [100, nil])).isEmpty)
    #expect(findings("PT204", table(200, [100])).isEmpty)
    let wrong = try #require(findings("PT204", table(200, [100, 50])).first)
    #expect(wrong.severity == .error)
    #expect(wrong.summary(.zhHant) == "「基礎服務」的配分寫 200 分，其下 2 項合計 150 分。")
  }

  @Test func mostHeadingsStateTheirPointsAndOneDoesNot() {
    let table = "### 一、甲類（20分）\n\n### 二、乙類（30分）\n\n### 三、丙類\n"
    #expect(findings("PT204", table).map(\.severity) == [.note])
    #expect(findings("PT204", "### 一、甲類（20分）\n\n### 二、乙類\n\n### 三、丙類\n").isEmpty)
  }

  @Test func aHeadingThatComesAgainIsANote() {
    let table = "### 一、甲類\n\n#### 其他\n\n### 二、乙類\n\n#### 其他\n\n### 三、「甲類」\n"
    #expect(findings("PT206", table).map { $0.summary(.zhHant) } == ["「「甲類」」重複列出，請併入前一處。"])
    #expect(findings("PT206", table).map(\.severity) == [.note])
  }

  @Test func aHeadingIsStillToBeFilledIn() {
    #expect(findings("PT112", "### 一、（待填：構面）\n\n#### （一）項目\n").count == 1)
  }

  @Test func anotherAgencyIsNeverSuggested() throws {
    let office = try #require(RuleProbe("PT201", "# 甲所計畫\n\n- 檢核表：office-107\n").findings.first)
    #expect(!office.summary(.zhHant).contains("police-107"))
    #expect(office.explanation?(.zhHant).contains("police-107") == false)
  }
}

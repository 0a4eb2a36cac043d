import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import PlanValidate
import Testing

/// One cause is one finding, as it is printed.
@Suite struct OneCauseTests {
  private static func printed(_ text: String) -> (shown: [Finding], hidden: [Finding]) {
    let source = SourceText(name: "a.plan.md", text: RuleExample(measures: text).fullText)
    let report = Validator().report(on: PlanDocument(reading: source)).joiningRepeats()
    return (report.findings, report.hidden)
  }

  @Test func aSlipAtThreePlacesIsOneFindingWithOneFix() throws {
    let text = "- 完成期限：廣續辦理\n- 承辦單位：秘書室\n\n1. 廣續辦理宣導。\n2. 前瞻規劃，並廣續辦理。\n"
    let found = Self.printed(text).shown.filter { $0.code == "PT603" }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.summary(.zhHant).contains("共 3 處"))
    #expect(finding.notes.count == 2)
    #expect(finding.fixes.map(\.edits.count) == [3])
  }

  // A comment hides one place, and the others are still reported.
  @Test func aHiddenPlaceIsNotJoined() throws {
    let text = """
      - 完成期限：持續辦理
      - 承辦單位：秘書室

      1. 廣續辦理宣導。
      <!-- plantool-disable-next-line PT603 -- 引自來文 -->
      2. 廣續辦理查核。
      3. 廣續辦理檢討。

      """
    let (shown, hidden) = Self.printed(text)
    #expect(shown.filter { $0.code == "PT603" }.map(\.notes.count) == [1])
    #expect(hidden.map(\.code) == ["PT603"])
  }

  // What is quoted may be as it should be.
  @Test func aPlaceThatIsLeftToAPersonIsNamed() throws {
    let text = "- 完成期限：持續辦理\n- 承辦單位：秘書室\n\n1. 設檔案閲覽室。\n2. 整修「檔案閲覽室」。\n"
    let finding = try #require(Self.printed(text).shown.first { $0.code == "PT603" })
    #expect(finding.notes.map { $0.text(.zhHant) } == ["此處亦同，但須人工判斷，不會自動改正"])
    #expect(finding.notes.first?.text(.en).contains("not fixed automatically") == true)
  }

  @Test(arguments: [(3, 3), (4, 1)])
  func halfWidthMarksOfOneStretchAreOneFinding(passages: Int, findings: Int) {
    let wide = String(repeating: "受理申請後，由專人審核，並通知申請人；逾期者，檢討原因，提會討論。", count: 6)
    let items = (1...passages).map { "\($0 + 1). 第\($0)次辦結後,通知申請人。\n" }.joined()
    let text = "- 完成期限：持續辦理\n- 承辦單位：秘書室\n\n1. \(wide)\n\(items)"
    let found = Self.printed(text).shown.filter { $0.code == "PT612" }
    #expect(found.count == findings)
    #expect(found.reduce(0) { $0 + ($1.fixes.first?.edits.count ?? 0) } == passages)
  }

  @Test func slipsThatDifferStayApart() {
    let text = "- 完成期限：廣續辦理\n- 承辦單位：秘書室\n\n1. 設檔案閲覽室。\n"
    #expect(Self.printed(text).shown.count { $0.code == "PT603" } == 2)
  }

  @Test func aWordDoubledInANameIsTheNamesFinding() {
    let text = "- 完成期限：持續辦理\n- 承辦單位：秘書室\n\n1. 甲乙丙丁戊己庚辛。\n"
    let whole = RuleExample(measures: text).fullText.replacing("服務及時性", with: "服務服務及時性")
    let source = SourceText(name: "a.plan.md", text: whole)
    let report = Validator().report(on: PlanDocument(reading: source))
    #expect(Set(report.findings.map(\.code)).isSuperset(of: ["PT202", "PT606"]))
    let printed = report.joiningRepeats().findings.map(\.code)
    #expect(printed.contains("PT202") && !printed.contains("PT606"))
  }

  @Test(arguments: [(5, 5), (6, 1)])
  func aFormThatNobodyFilledInIsOneFinding(places: Int, findings: Int) {
    let items = (1...places).map { "\($0). 第\($0)項查核（待填）。\n" }.joined()
    let found = Self.printed("- 完成期限：持續辦理\n- 承辦單位：秘書室\n\n" + items).shown.filter { $0.code == "PT112" }
    #expect(found.count == findings)
    #expect(found.first.map { $0.notes.count == (findings == 1 ? places : 0) } ?? false)
  }

  // MARK: A missing page

  private static func list(_ last: String, _ first: Int) -> String {
    """
    - 完成期限：持續辦理
    - 承辦單位：秘書室

    1. 公布檢討結果。
    2. 定期調查並公布。
    3. \(last)

    #### 服務友善

    ##### 服務設施合宜程度

    - 完成期限：持續辦理
    - 承辦單位：秘書室

    \(first). 檢視動線並改善。
    \(first + 1). 更新標示牌並維護。

    """
  }

  @Test func aTextThatStopsBeforeAListWithoutItsBeginning() throws {
    let found = Self.printed(Self.list("定期將案件涉及之問", 4)).shown.filter { ["PT106", "PT113"].contains($0.code) }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.summary(.zhHant).contains("漏了一頁"))
    #expect(finding.summary(.zhHant).contains("「1.」至「3.」"))
    #expect(finding.notes.count == 1)
  }

  @Test func withAnEndItIsTheListAlone() {
    let found = Self.printed(Self.list("定期將案件提報會議。", 4)).shown.filter { ["PT106", "PT113"].contains($0.code) }
    #expect(found.map(\.code) == ["PT106"])
    #expect(!(found.first?.summary(.zhHant).contains("漏了一頁") ?? true))
  }

  // MARK: Numbers

  @Test(arguments: [
    ([1, 2, 4, 3], "前後顛倒"), ([1, 2, 4, 5], "缺「3.」"), ([1, 2, 6, 7], "缺「3.」至「5.」"), ([1, 2, 4, 4], "應為「3.」"),
  ])
  func aGapIsSaidAsWhatItIs(numbers: [Int], words: String) {
    let text = "- 完成期限：持續辦理\n- 承辦單位：秘書室\n\n" + numbers.map { "\($0). 辦理第\($0)期查核。\n" }.joined()
    let found = Self.printed(text).shown.filter { $0.code == "PT106" }
    #expect(found.first?.summary(.zhHant).contains(words) ?? false)
  }

  @Test func aNumberInAnotherStyleIsSaidSo() {
    let text = "- 完成期限：持續辦理\n- 承辦單位：秘書室\n\n1. 辦理下列措施：\n   - (一)公布。\n   - (二)檢討。\n   - 三、考核。\n"
    let found = Self.printed(text).shown.filter { $0.code == "PT106" }
    #expect(found.map { $0.summary(.zhHant).contains("應為「(三)」") } == [true])
  }

  // MARK: Headings that are hidden or lost

  private static func codes(_ body: String) -> [String] {
    let source = SourceText(name: "a.plan.md", text: RuleExample(body).fullText)
    return Validator().findings(on: PlanDocument(reading: source)).map(\.code).filter {
      ["PT004", "PT012"].contains($0)
    }
  }

  @Test func aCommentThatEndsWithAnother() {
    #expect(Self.codes("## 壹、甲\n\n乙。\n\n<!-- 暫存\n\n## 貳、丙\n\n丁。\n\n<!-- 備註 -->\n\n## 參、戊\n\n己。\n") == ["PT012"])
    #expect(Self.codes("## 壹、甲\n\n乙。\n\n<!-- 原為 <!-- 暫存 -->\n\n## 貳、丙\n\n丁。\n") == [])
  }

  @Test func aSectionWithoutItsMark() {
    #expect(Self.codes("## 壹、甲\n\n乙。\n\n貳、丙\n\n丁。\n\n## 參、戊\n\n己。\n") == ["PT004"])
    #expect(Self.codes("## 壹、甲\n\n乙。\n\n貳、丙\n\n丁。\n") == ["PT004"])
    #expect(Self.codes("## 壹、甲\n\n如\n貳、丙\n所述。\n\n## 貳、丙\n\n己。\n") == [])
    #expect(Self.codes("## 一、甲\n\n乙。\n\n二、丙。\n") == [])
  }
}

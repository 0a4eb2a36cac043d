import PlanModel
import PlanTestSupport
import PlanValidate
import Testing

/// Traps of the rules on wording that the two examples of a rule do not show.
@Suite struct WordingRuleTests {
  private func findings(_ code: String, in body: String) -> [Finding] {
    findings(code, plan: RuleExample(body).fullText)
  }

  private func findings(_ code: String, plan: String) -> [Finding] {
    let document = PlanDocument(reading: SourceText(name: "example.plan.md", text: plan))
    return Validator().findings(on: document).filter { $0.code == code }
  }

  private static let focus = "### 基礎服務（200分）\n\n#### 服務一致及正確\n\n##### 服務及時性\n\n- 完成期限：持續辦理\n- 承辦單位：秘書室\n\n"

  private func measures(_ texts: String...) -> String {
    Self.focus + texts.enumerated().map { "\($0 + 1). \($1)\n" }.joined()
  }

  // MARK: Repeats

  private func pair(_ first: String, _ second: String) -> String {
    measures("受理案件後，主動通知申請人辦理情形。\n" + first, "受理案件後主動通知申請人辦理情形\n" + second)
  }

  @Test(arguments: [("4月", "107年4月底前"), ("107年每月", "每月"), ("持續辦理", "賡 續辦理")])
  func deadlinesThatMeanTheSame(first: String, second: String) {
    let text = pair("   - 完成期限：\(first)", "   - 完成期限：\(second)")
    #expect(findings("PT601", in: text).isEmpty)
    #expect(findings("PT602", in: text).count == 1)
  }

  @Test(arguments: [("4月", "5月"), ("持續辦理", "107年每月"), ("持續辦理", "持續辦理，並請於6月29日前提供辦理情形")])
  func deadlinesThatDiffer(first: String, second: String) {
    let text = pair("   - 完成期限：\(first)", "   - 完成期限：\(second)")
    #expect(findings("PT601", in: text).count == 1)
    #expect(findings("PT602", in: text).isEmpty)
  }

  @Test func unitsAreComparedAsSetsOfTheirOwnNames() {
    let table = "\n## 單位表\n\n| 單位 | 別名 | 上級 | 性質 |\n| --- | --- | --- | --- |\n| 勤務指揮中心 | 勤指中心 | | |\n"
    let same = pair("   - 承辦單位：勤指中心、秘書室", "   - 承辦單位：秘書室；勤務指揮中心") + table
    #expect(findings("PT601", in: same).isEmpty)
    let other = pair("   - 承辦單位：勤指中心", "   - 承辦單位：勤務指揮中心、秘書室") + table
    #expect(findings("PT601", in: other).count == 1)
  }

  private static let long = "設置首長信箱、檢舉不法信箱，作為民眾興革、建言、查詢及投訴等反映管道，並加以追蹤管制；所提建言儘速列管分案、具體回復，有建設性者虛心接受並積極改進。"

  @Test func nearlyTheSameIsANoteThatNamesTheWords() throws {
    let finding = try #require(
      findings("PT602", in: measures("利用 Facebook " + Self.long, "利用 FB " + Self.long)).first)
    #expect(finding.severity == .note)
    #expect(finding.summary(.zhHant).contains("在前寫「Facebook」、在此寫「FB」"))
  }

  @Test(arguments: [("第1類", "第2類"), ("第一場", "第二場"), ("甲表", "書面審查及訪談結果彙整表")])
  func textsThatDifferInANumberOrInMuchAreTwo(first: String, second: String) {
    #expect(findings("PT602", in: measures(first + Self.long, second + Self.long)).isEmpty)
  }

  @Test func theSurveyRepeatsTheMeasures() {
    let survey = """

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 基礎服務 | 服務友善 | 信箱 | \(Self.long) |

      """
    #expect(findings("PT602", in: measures(Self.long) + survey).isEmpty)
  }

  // A plan of thousands of measures that resemble one another must not be compared pair by pair.
  @Test func manySimilarMeasures() {
    let items = (1...4000).map { "\($0). 受理第\($0)類申請案件後，由專人主動通知申請人辦理情形及完成時間，並公布於網站。\n" }.joined()
    #expect(findings("PT602", in: Self.focus + items).isEmpty)
  }

  // MARK: Wrong characters

  @Test(arguments: [
    ("完成後↓廣續推動。", "賡"), ("完成後↓廣 續推動。", "賡"), ("各類↓手册。", "冊"), ("依規定辦理，↓籍由網路服務。", "藉"), ("依規定辦理,↓籍由網路服務。", "藉"),
  ])
  func wrongWordsAndTheirFixes(text: String, replacement: String) throws {
    let marked = MarkedText(RuleExample(measures(text)).fullText)
    let finding = try #require(findings("PT603", plan: marked.text).first)
    #expect([finding.range.lowerBound] == marked.offsets)
    #expect(finding.fixes.first?.edits.map(\.text) == [replacement])
  }

  @Test(arguments: ["推廣續辦理事項。", "依國籍由專人服務。", "網址 https://example.gov.tw/手册 下載。", "手冊與簿冊。"])
  func wordsThatAreRight(text: String) { #expect(findings("PT603", in: measures(text)).isEmpty) }

  @Test func everyPartOfThePlanIsSearched() {
    let text = """
      ## 貳、計畫目標

      印製手册。

      ## 附表3、推動小組編組名冊

      | 職稱 | 現職 | 姓名 | 職掌 | 備考 |
      | --- | --- | --- | --- | --- |
      | 承辨人 | 警員 | | 辨理情形彙整 | |

      """
    #expect(findings("PT603", in: text).count == 3)
  }

  // MARK: Brackets

  @Test(arguments: [
    "提供「單一窗口』服務。", "提供服務）。", "提供（含假日服務。", "依【專區公告。", "《服務指南。", "(一)提供服務)。",
  ])
  func halvesWithoutTheOther(text: String) { #expect(!findings("PT604", in: measures(text)).isEmpty) }

  @Test(arguments: [
    "提供(含假日）服務。", "「甲（乙『丙』）丁」", "注意事項：1)親切 2)誠懇；a)迅速", "謝謝指教 :)", "1.甲（\n   乙）丙。", "網址(https://a.gov.tw/(S(1))/b)。",
  ])
  func bracketsInPairs(text: String) { #expect(findings("PT604", in: measures(text)).isEmpty) }

  @Test func oneItemDoesNotCloseTheBracketOfAnother() {
    #expect(findings("PT604", in: measures("事項：\n   - (一)甲（乙。\n   - (二)丙）丁。")).count == 2)
  }

  // MARK: Addresses

  @Test(arguments: [
    ("htpp://a.gov.tw", "http://"), ("https:/a.gov.tw", "https://"), ("http//a.gov.tw", "http://"),
    ("https：//a.gov.tw", "https://"),
    ("http:\\\\\\\\a.gov.tw", "http://"), ("hhttp".dropFirst() + "s;//a.gov.tw", "https://"),
  ])
  func schemesThatAreWrong(address: String, scheme: String) {
    let found = findings("PT605", in: measures("公布於(\(address))。"))
    #expect(found.flatMap { $0.fixes.flatMap { $0.edits.map(\.text) } } == [scheme])
  }

  @Test(arguments: ["http:// www.a.gov.tw", "http://www. a.gov.tw/", "http://www .a.gov.tw/"])
  func addressesWithABlank(address: String) {
    #expect(findings("PT605", in: measures("公布於(\(address))。")).map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "網址https://a.gov.tw/b，供查詢", "網址(http://a.gov.tw/):供查詢", "www.a.gov.tw供查詢", "https://a.gov.tw/ 供查詢",
    "HTTPS://A.GOV.TW/", "見 http://a.gov.tw. 另見附表",
    "http 通訊協定", "採 HTTP/2 傳輸", "「https://a.gov.tw」供查詢", "http://a.gov.tw/,供查詢",
  ])
  func addressesThatAreRight(text: String) { #expect(findings("PT605", in: measures(text)).isEmpty) }
}

import PlanFormats
import PlanText
import Foundation
import PlanTestSupport
import PlanValidate
import Testing

/// Traps of the rules on wording that the two examples of a rule do not show.
@Suite struct WordingRuleTests {
  func findings(_ code: String, in body: String) -> [Finding] {
    findings(code, plan: RuleExample(body).fullText)
  }

  func findings(_ code: String, plan: String) -> [Finding] {
    let document = PlanDocument(reading: SourceText(name: "example.plan.md", text: plan))
    return Validator().findings(on: document).filter { $0.code == code }
  }

  static let focus = "### 基礎服務（200分）\n\n#### 服務一致及正確\n\n##### 服務及時性\n\n- 完成期限：持續辦理\n- 承辦單位：秘書室\n\n"

  func measures(_ texts: String...) -> String {
    Self.focus + texts.enumerated().map { "\($0 + 1). \($1)\n" }.joined()
  }

  // MARK: Form

  @Test(arguments: [
    "並於網站公布↓，，供查閱。", "辦理宣導↓。，並統計。", "強化防護↓、並提供諮詢。", "資訊透明度：查詢公開程度↓：主動提供資訊。",
  ])
  func marksThatCannotStand(text: String) {
    let probe = RuleProbe("PT611", measures(text))
    #expect(probe.places == probe.marks)
  }

  @Test(arguments: [
    "網站、並列顯示、並行推動。", "時間：08:30至17:30；地點：一樓。", "網址：https://a.gov.tw/：供查詢。", "辦理「閱讀…」、「說故事」。", "說明如下：（一）申請：每日。",
  ])
  func marksThatCan(text: String) { #expect(findings("PT611", in: measures(text)).isEmpty) }

  @Test func halfWidthMarksAreFixedTogether() throws {
    let others = "受理申請後，由專人審核，並通知申請人；逾期者，檢討原因，提會討論，並公布於網站，供民眾查閱，按月統計，按季檢討。"
    let probe = RuleProbe("PT612", measures(others, others, "申請後,系統發送簡訊,共1,200件,A,B。"))
    let finding = try #require(probe.findings.first)
    #expect(probe.findings.count == 1)
    #expect(finding.fixes.first?.edits.map(\.text) == ["，", "，"])
    // A document that has them throughout is consistent.
    #expect(findings("PT612", in: measures("申請後,系統發送簡訊,通知領件。", "受理後，審核。")).isEmpty)
  }

  @Test(arguments: ["廣播、電視、網站、電視、海報", "某某組、資訊室、秘書室、資訊室"])
  func namesListedTwice(text: String) { #expect(findings("PT613", in: measures("宣導" + text + "等。")).count == 1) }

  @Test(arguments: ["填寫姓名、電話、地址及代理人姓名、電話。", "平日上午、下午，假日上午、下午。", "甲、乙、甲。"])
  func namesOfTwoLists(text: String) { #expect(findings("PT613", in: measures(text)).isEmpty) }

  @Test(arguments: [
    ("「某系統」(https://a.example.gov.tw/)", "「某系統」（網址為 https://b.example.gov.tw/）", Severity.warning),
    ("http://a.example.gov.tw/x", "https://a.example.gov.tw/y", .note),
  ])
  func sitesWithTwoAddresses(first: String, second: String, severity: Severity) {
    #expect(
      findings("PT614", in: measures(first + " 。", second + " 。", first + " 。")).map(\.severity).first == severity)
    #expect(findings("PT614", in: measures(first + " 。", first + " 。")).isEmpty)
  }

  // In a nested item the text is shorter than the file by its indentation.
  @Test func theNameOfASiteInANestedItem() {
    let items = ["a", "b"].map { "   - 說明：\n     - 甲乙丙丁。\n     - 「便民網」https://\($0).gov.tw/ 。\n" }
    let found = findings("PT614", in: Self.focus + "1. 公告：\n" + items[0] + "2. 宣導：\n" + items[1])
    #expect(found.map(\.severity) == [.warning])
  }

  // MARK: Doubled words

  @Test(arguments: [
    "提供客製化↓服務服務。", "辦理↓本案本案綜合規劃。", "↓受理民眾申請案件受理民眾申請案件後通知。", "推動(↓節能減紙節能減紙)。", "提升↓品質品質的措施。",
    "依服務獎評獎手冊辦理，再依服務獎↓評獎評獎手冊檢討。",
  ])
  func wordsThatStandTwice(text: String) {
    let marked = MarkedText(RuleExample(measures(text)).fullText)
    #expect(findings("PT606", plan: marked.text).map(\.range.lowerBound) == marked.offsets)
  }

  @Test(arguments: [
    "由警察總隊總隊長室受理。", "設置分局分局長信箱。", "彙整市政會議會議紀錄。", "由資訊資訊室公告。", "由國家發展委員會委員會議決定。", "送各單位主管主管會報。",
    "一個一個說明，常常檢討，人人有責，天天更新。", "大家研究研究，共同討論討論。", "提供服務，服務品質提升。", "提供服務\n   服務品質提升。", "登錄自行車車身號碼。", "民防防空演練。",
    "每週三十三十分。", "電話 2222 2222 分機 1212。", "HAHA 及 gogo 專區。", "推動「服務」服務。", "加油加油加油站。",
  ])
  func wordsThatOnlyLookDoubled(text: String) { #expect(findings("PT606", in: measures(text)).isEmpty) }

  // 會議紀錄 in other company says that the second copy begins a word.
  @Test func aWordThatStandsAloneElsewhereIsNoSlip() {
    #expect(findings("PT606", in: measures("彙整本市市政會議會議紀錄，", "市政會議紀錄及局務會議紀錄。")).isEmpty)
  }

  // MARK: Names and words with two spellings

  @Test(arguments: [
    ("「警察刑事紀錄證明」", "↓刑事警察紀錄證明"), ("「臺北市民e點通」網站", "↓臺北市市民 e 點通"), ("「市府單一陳情系統」", "↓市府單一陣情系統"),
    ("「公文處理整合系統」", "↓公文處整合系統"), ("「公文處理整合系統」", "↓公文處理合整系統"),
  ])
  func namesOneSlipAway(right: String, wrong: String) {
    let marked = MarkedText(
      RuleExample(measures("登錄於\(right)。", "登錄於\(right)後，通知申請人。", "另查詢\(wrong)。")).fullText)
    #expect(findings("PT607", plan: marked.text).map(\.range.lowerBound) == marked.offsets)
  }

  @Test(arguments: [
    ("「附件一申請表」", "「附件二申請表」"), ("「第一期監視系統」", "「第二期監視系統」"), ("「線上申辦服務」", "「線下申辦服務」"), ("「甲類案件申請書」", "「乙類案件申請書」"),
    ("「車輛失竊證明」", "「財物失竊證明」"), ("「107年度執行計畫」", "「106年度執行計畫」"), ("「服務禮儀講習計畫」", "服務禮儀講習的計畫"), ("「警察局局長信箱」", "警察局副局長信箱"),
    ("「國內旅遊申請」", "「國外旅遊申請」"), ("「公文處理整合系統」", "「公文處理整合系統之」"), ("「電話禮貌測試」", "電話禮貌測驗"), ("「友善臺北APP」", "友善臺北 AP"),
  ])
  func namesThatAreTwo(first: String, second: String) {
    #expect(findings("PT607", in: measures("登錄於\(first)。", "另查詢\(second)。")).isEmpty)
  }

  @Test(arguments: [("臨時通行證", 4, "「申辦臨行通行證流程」", "↓臨行通行證"), ("臺北市民 e 點通", 2, "臺北市民 e 網通", "↓市民 e 網通")])
  func aSlipInsideAName(right: String, count: Int, wrong: String, marked: String) {
    let usual = (1...count).map { "\($0). 申辦\(right)後，通知申請人。\n" }.joined()
    let words = wrong.replacingOccurrences(of: marked.dropFirst(), with: marked)
    let text = MarkedText(RuleExample(Self.focus + usual + "\(count + 1). 公告\(words)。\n").fullText)
    #expect(findings("PT607", plan: text.text).map(\.range.lowerBound) == text.offsets)
  }

  // Ordinary words may have a rare neighbour; only names are asked to agree.
  @Test func wordsOutsideNamesAreFree() {
    let usual = (1...6).map { "\($0). 由專人實施駐點輔導。\n" }.joined()
    #expect(findings("PT607", in: Self.focus + usual + "7. 赴現場實地駐點輔導。\n").isEmpty)
  }

  @Test func twoNamesInUseAreTwo() {
    let text = measures("查詢「拾得物招領公告」。", "查詢「拾得物認領公告」。", "查詢「拾得物招領公告」。", "查詢「拾得物認領公告」。")
    #expect(findings("PT607", in: text).isEmpty)
  }

  @Test(arguments: [
    ("建置平臺。", "上傳平臺及↓平台。"), ("公布於網站。", "公布後再於網站↓公佈。"), ("提升品質，提升效能。", "以↓提昇滿意度。"), ("工作日誌及日誌。", "工作↓日志。"),
  ])
  func wordsWithTwoSpellings(first: String, second: String) {
    let marked = MarkedText(RuleExample(measures(first, second)).fullText)
    let found = findings("PT607", plan: marked.text)
    #expect(found.map(\.range.lowerBound) == marked.offsets)
    #expect(found.map(\.severity) == [.note])
  }

  @Test(arguments: [
    "聯結車通行證，於網站連結。", "系統回復正常後回覆民眾。", "擬訂實施計畫，記錄情形，會議紀錄上網。", "徹夜執行，徹底檢討。", "意見反應管道與意見反映。", "設紀錄簿，縮短手工記錄簿冊時間。",
  ])
  func spellingsThatAreOtherWords(text: String) { #expect(findings("PT607", in: measures(text)).isEmpty) }

  @Test(arguments: ["建置平臺，於台灣及站台公告。", "提升品質，李東昇講授。", "志工日誌與標誌。", "公布欄與布告欄。"])
  func spellingsOfOtherWords(text: String) { #expect(findings("PT607", in: measures(text)).isEmpty) }

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

  /// Words whose characters are, across the border of two words, those of a wrong one.
  static let rightWords = [
    "分辨理由，補充份數。", "調閱錄影監視系統。", "替代辨識及展開辨識。", "申辦識別證。", "因國籍由專人服務。", "藉閱讀推廣活動。", "請按裝置說明操作。", "各戶藉由信箱反映意見。",
    "公聽、說明會。", "臉書專業、親切。", "失蹤人口查尋。", "收回複本。", "手機製作影片。",
  ]

  @Test(arguments: ["推廣續辦理事項。", "依國籍由專人服務。", "網址 https://example.gov.tw/手册 下載。", "手冊與簿冊。"] + rightWords)
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

  @Test(arguments: ["www.a.gov.tw供查詢", "網址為a-b.c.gov.tw/d?e=1）", "臺北市data.taipei"])
  func addressesWithoutAScheme(text: String) {
    #expect(findings("PT605", in: measures(text)).map(\.severity) == [.note])
  }

  @Test(arguments: [
    "網址https://a.gov.tw/b，供查詢", "網址(http://a.gov.tw/):供查詢", "寄至 a@b.gov.tw 供查詢", "附件a.tw.doc", "https://a.gov.tw/ 供查詢",
    "HTTPS://A.GOV.TW/", "見 http://a.gov.tw. 另見附表",
    "http 通訊協定", "採 HTTP/2 傳輸", "「https://a.gov.tw」供查詢", "http://a.gov.tw/,供查詢",
  ])
  func addressesThatAreRight(text: String) { #expect(findings("PT605", in: measures(text)).isEmpty) }
}

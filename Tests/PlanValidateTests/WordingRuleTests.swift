import PlanFormats
import PlanText
import Foundation
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

  @Test(arguments: [("並公開", ""), ("", "全面"), ("可向", "可致電相關")])
  func textsThatDifferInOneSmallPlace(first: String, second: String) throws {
    let (head, tail) = (
      "訂定", "各項業務標準作業流程、常見問答集與電話服務禮貌測試實施計畫，由各課室檢討後送秘書室彙整，並定期更新於本所網站，供民眾隨時查閱下載，另每年檢討服務流程與應備書表一次，提報主管會議後公告實施。"
    )
    let found = findings("PT602", in: measures(head + first + tail, head + second + tail))
    #expect(found.map(\.severity) == [.note])
  }

  @Test(arguments: [("違規申訴", "拖吊申訴"), ("戶籍登記", "印鑑登記"), ("第一場", "第二場")])
  func aWordForAnotherInAShortTextMakesTwoThings(first: String, second: String) {
    let texts = [first, second].map { "受理民眾之\($0)案件，由專人主動通知申請人辦理情形。" }
    #expect(findings("PT602", in: measures(texts[0], texts[1])).isEmpty)
  }

  // MARK: Look-alikes

  @Test func lookAlikesAreFoundInNumbersToo() throws {
    let found = findings("PT620", in: Self.focus + "ㄧ、公告⽤途。\n\n二、公告⽤途。\n")
    #expect(found.count == 1)
    #expect(try #require(found.first).summary(.zhHant).contains("有3個字"))
  }

  // MARK: Contained measures

  private static let short = "於網站主動公開各項服務標準作業程序及應備證件，供民眾查閱"

  private func contained(_ first: String, _ second: String, fields: (String, String) = ("", "")) -> [Finding] {
    findings("PT608", in: measures(first + "\n" + fields.0, second + "\n" + fields.1))
  }

  @Test(arguments: [
    ("   - 完成期限：4月", "   - 完成期限：5月", Severity.warning), ("   - 完成期限：4月", "   - 完成期限：107年4月底前", .note),
    ("   - 承辦單位：資訊室", "   - 承辦單位：資訊室、秘書室", .note), ("   - 承辦單位：資訊室、秘書室", "   - 承辦單位：資訊室", .warning),
  ])
  func aContainedMeasure(first: String, second: String, severity: Severity) {
    let longer = "檢討申辦流程，並" + Self.short + "，另建立案件查詢機制，主動回應辦理情形。"
    #expect(contained(Self.short, longer, fields: (first, second)).map(\.severity) == [severity])
    #expect(contained(longer, Self.short, fields: (second, first)).map(\.severity) == [severity])
  }

  @Test(arguments: [
    ("於網站公開標準作業程序", "於網站公開標準作業程序，供民眾查閱，並建立申辦案件查詢機制，主動回應。"),
    ("辦理第一場服務禮儀及電話禮貌講習，邀請專家授課並測驗", "辦理第二場服務禮儀及電話禮貌講習，邀請專家授課並測驗，成績優良者公開表揚並列入考核。"),
    ("受理民眾申請後，由專人主動通知申請人辦理情形及完成時間", "受理民眾申請後，檢視應備證件，由專人審核並通知補正；完成時間及辦理情形主動公布，供申請人查詢。"),
  ])
  func shortMeasuresOtherNumbersAndScatteredWords(first: String, second: String) {
    #expect(contained(first, second).isEmpty)
  }

  @Test func whatIsARepeatAsAWholeIsNotContained() {
    #expect(findings("PT608", in: measures(Self.long, Self.long)).isEmpty)
    #expect(findings("PT608", in: measures("利用 Facebook " + Self.long, "利用 FB " + Self.long)).isEmpty)
  }

  @Test func manyMeasuresThatHoldOneAnother() {
    let items = (1...3000).map { "\($0). 受理申請案件後，由專人主動通知申請人辦理情形及完成時間，並公布於第\($0)網站及第\($0 + 1)網站。\n" }.joined()
    #expect(findings("PT608", in: Self.focus + items).isEmpty)
  }

  @Test func aShortMeasureIsContainedWhereItsWordsStandTogether() {
    #expect(contained("建立管轄範圍地圖查詢機制。", "建立管轄範圍地圖查詢機制，並提供民眾線上查詢。").count == 1)
    #expect(contained("建立管轄範圍地圖查詢機制。", "建立管轄範圍線上地圖查詢機制，並於網站建立民眾查詢機制。").isEmpty)
  }

  // MARK: Repeated clauses

  private static let clause = "應於收件次日起依限以書面或電話回復陳情人辦理情形"

  @Test func aClauseOfTwoMeasures() {
    let texts = ["受理民眾陳情後即登錄列管，" + Self.clause + "。", "撥打市民熱線反映者由值班人員登錄，" + Self.clause + "，按月統計。"]
    #expect(findings("PT609", in: measures(texts[0], texts[1])).map(\.severity) == [.note])
    // What three measures have is a phrase of the house.
    #expect(findings("PT609", in: measures(texts[0], texts[1], "設置意見箱並每日開啟，" + Self.clause + "。")).isEmpty)
  }

  @Test(arguments: [
    ("四聯單應於2小時內", "三聯單應於8小時內"), ("臨櫃申辦：", "網路申辦："), ("拖吊申訴案件", "違規申訴案件"),
    ("辦理幼兒疫苗接種，由護理人員評估後", "辦理65歲以上長者疫苗接種，由醫師評估後"),
  ])
  func itemsOfOneFamilyAreTwo(first: String, second: String) {
    let tail = "上傳資訊系統並列印一份交付民眾收執留存備查後歸檔"
    #expect(findings("PT609", in: measures(first + tail + "。", second + tail + "。")).isEmpty)
    let items = "辦理下列事項：\n   - (一)\(first)\(tail)。\n   - (二)\(second)\(tail)，並統計。"
    #expect(findings("PT609", in: measures(items)).isEmpty)
  }

  @Test(arguments: ["依「某某市政府處理人民陳情案件及其他反映意見作業要點」", "依某某市政府處理人民陳情案件及其他反映意見作業要點"])
  func twoMeasuresMayCiteOneRegulation(title: String) {
    #expect(findings("PT609", in: measures("信箱案件" + title + "辦理。", "陳情案件由研考" + title + "列管並分析。")).isEmpty)
  }

  @Test func anItemThatStandsInAnotherOne() {
    let items = "辦理下列事項：\n   - (一)建置檢驗實驗室並導入國際標準認證。\n   - (二)將逐步建置檢驗實驗室並導入國際標準認證，提升能力。"
    #expect(findings("PT609", in: measures(items)).count == 1)
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

  @Test(arguments: ["聯結車通行證，於網站連結。", "系統回復正常後回覆民眾。", "擬訂實施計畫，記錄情形，會議紀錄上網。", "徹夜執行，徹底檢討。", "意見反應管道與意見反映。"])
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
  private static let rightWords = [
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

  @Test(arguments: [
    "網址https://a.gov.tw/b，供查詢", "網址(http://a.gov.tw/):供查詢", "www.a.gov.tw供查詢", "https://a.gov.tw/ 供查詢",
    "HTTPS://A.GOV.TW/", "見 http://a.gov.tw. 另見附表",
    "http 通訊協定", "採 HTTP/2 傳輸", "「https://a.gov.tw」供查詢", "http://a.gov.tw/,供查詢",
  ])
  func addressesThatAreRight(text: String) { #expect(findings("PT605", in: measures(text)).isEmpty) }
}

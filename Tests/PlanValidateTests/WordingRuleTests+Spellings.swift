import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
@testable import PlanValidate
import Testing

/// Names and words that one plan writes in two ways.
extension WordingRuleTests {
  private func marked(_ texts: [String]) -> MarkedText {
    let items = texts.enumerated().map { "\($0 + 1). \($1)\n" }.joined()
    return MarkedText(RuleExample(Self.focus + items).fullText)
  }

  private func places(_ code: String, in texts: [String]) -> (found: [Int], marked: [Int]) {
    let marked = marked(texts)
    return (findings(code, plan: marked.text).map(\.range.lowerBound), marked.offsets)
  }

  // MARK: Latin letters

  @Test(arguments: [
    ["下載 APP。", "以 APP 通知。", "推廣↓App。"], ["印製 QR Code。", "掃描 QR Code。", "張貼↓QR-Code。"],
    ["印製 QR Code。", "掃描QR Code 領取。", "張貼「↓QRcode」。"], ["以 Line 公告。", "Line 群組。", "成立↓LINE 官方帳號。"],
    ["填寫 e-mail。", "以 e-mail 通知。", "寄送↓Email。"], ["以↓Line@ 公告。", "以 LINE Bot 回復。", "成立 LINE 群組。"],
  ])
  func latinWordsInTwoWays(texts: [String]) {
    let (found, marked) = places("PT607", in: texts)
    #expect(found == marked)
  }

  @Test(arguments: [
    ["詳見 https://Example.gov.tw/APP/ 。", "下載 App。"], ["寄至 APP@example.gov.tw 。", "下載 App。"],
    ["填寫 plan.pdf。", "上傳 PDF 檔。"],
    ["上傳 .docx 檔。", "上傳 DOCX 檔。"], ["每件 5 KB。", "每秒 10 kb。"], ["辦理 E 化。", "推動 e 化。"], ["附件 II。", "附件 ii。"],
    ["符合 ISO 9001。", "依 ISO9001 辦理。"], ["標語 We are here for you。", "標語 For All。"], ["執行 `app`。", "下載 App。"],
  ])
  func latinLettersThatAreNoSuchWords(texts: [String]) { #expect(places("PT607", in: texts).found.isEmpty) }

  @Test func aLatinWordIsReportedOnceWithAllItsPlaces() throws {
    let plan = marked(["下載 App。", "以 App 通知。", "推廣 app。", "維護 APP。", "更新 App 及 APP。"])
    let found = findings("PT607", plan: plan.text)
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.severity == .note)
    #expect(finding.summary(.zhHant) == "「APP」（2 處）、「app」（1 處）與「App」（3 處）並見，請統一為「App」。")
    #expect(finding.summary(.en).contains("write “App” throughout"))
    #expect(finding.notes.count == 3)
  }

  @Test func wordsOfTheChecklistAreNotTheAuthors() throws {
    let form = """
      # 甲機關服務品質檢核表

      - 代號：own
      - 年度：107

      ## 基礎服務

      ### 服務友善

      #### 網站使用便利性

      - [ ] 以臉書、Line、簡訊通知民眾

      """
    let checklist = try #require(Checklist.read(SourceText(name: "own.checklist.md", text: form)).checklist)
    func found(_ text: String) -> [Finding] {
      RuleProbe("PT607", marked(["以 LINE 公告。", text]).text, checklist: checklist).findings
    }
    #expect(found("以臉書、Line、簡訊通知。").isEmpty)
    #expect(found("以 Line 及簡訊通知。").count == 1)
  }

  // MARK: Order, words and blanks

  @Test(arguments: [
    ["辦理巡檢養護作業。", "每月巡檢養護一次。", "另訂↓養檢巡護計畫。"], ["作為提升單位創新服務之參考。", "用以↓單位提升創新服務。"],
    ["填寫「事故責任分析研判表」。", "核發↓事故責任初步分析研判表。"], ["核發「事故責任初步分析研判表」。", "填寫↓事故責任分析研判表。"],
    ["由勤務指揮中心受理。", "勤務指揮中心通報。", "陳報↓勤務 指揮中心。"],
  ])
  func namesInTwoForms(texts: [String]) {
    let (found, marked) = places("PT607", in: texts)
    #expect(found == marked)
  }

  @Test(arguments: [
    ["通知甲及乙方。", "通知乙及甲方。"], ["申請案件之處理。", "案件申請後通知。"], ["國內及國外旅遊。", "國外及國內旅遊。"], ["推展「志願服務人員管理計畫」。", "訂定「服務人員考核管理計畫」。"],
    ["依本辦法辦理。", "訂定辦理辦法。"], ["會之決議。", "會議決之。"], ["由勤務指揮中心受理。", "陳報勤務 指揮中心。"], ["由登記課 測量課 辦理。", "登記課及測量課會辦。"],
    ["填寫日 期：及姓 名：。", "登載日期、姓名。", "登載日期、姓名。"],
    ["由勤務指揮中心受理。", "勤務指揮中心通報。", "陳報勤務\n   指揮中心。"],
  ])
  func namesThatAreAsTheyShouldBe(texts: [String]) { #expect(places("PT607", in: texts).found.isEmpty) }

  @Test func blanksAllOverTheTextAreThoseOfItsPages() {
    let names = ["勤務指揮中心", "員警工作紀錄簿", "錄影監視系統"]
    func found(_ split: Int) -> Int {
      let whole = names.map { "由\($0)列管，每月檢查\($0)。" }
      let texts = whole + names.prefix(split).map { "檢視\($0.prefix(2)) \($0.dropFirst(2))。" }
      return findings("PT607", plan: marked(texts).text).count
    }
    #expect((0...3).map(found) == [0, 1, 2, 0])
  }

  @Test func aBlankInANameIsLeftToAPerson() throws {
    let probe = RuleProbe("PT607", marked(["由勤務指揮中心受理。", "勤務指揮中心通報。", "陳報勤務 指揮中心備查。"]).text)
    let finding = try #require(probe.findings.first)
    #expect(probe.fixed(finding)?.contains("陳報勤務指揮中心備查。") == true)
    #expect(finding.fixes.map(\.isSafe) == [false])
    #expect(finding.summary(.zhHant).contains("其他地方作「勤務指揮中心」（2 處）"))
  }

  // MARK: Characters and marks of elsewhere

  @Test(arguments: [("印製宣傳↓图卡。", "圖"), ("設置↓図書角。", "圖"), ("公告服↓务↓电↓话。", "")])
  func charactersOfOtherCountries(text: String, right: String) {
    let marked = marked([text])
    let found = findings("PT603", plan: marked.text)
    #expect(found.map(\.range.lowerBound) == marked.offsets)
    if !right.isEmpty { #expect(found.first?.fixes.first?.edits.map(\.text) == [right]) }
  }

  @Test func aTextInSimplifiedCharactersIsOneFinding() throws {
    let plan = marked(["↓为民服务电话，设置图书阅览区，检讨处理时间并报请总队备查，每月统计办结案件数量。"])
    let finding = try #require(findings("PT603", plan: plan.text).first)
    #expect(findings("PT603", plan: plan.text).count == 1)
    #expect(finding.summary(.zhHant).contains("簡體字書寫（25 種、25 處，例如为→為、务→務、电→電、话→話、设→設）"))
    let fix = try #require(finding.fixes.first)
    #expect(!fix.isSafe)
    #expect(fix.edits.map(\.text).joined() == "為務電話設圖書閱覽區檢討處時間報請總隊備統計辦結數")
  }

  @Test func noCharacterOfTheVocabularyIsOfElsewhere() {
    #expect(SimplifiedCharacter.all.count > 1_200)
    #expect(Set(SimplifiedCharacter.all.map(\.wrong)).count == SimplifiedCharacter.all.count)
    for (wrong, right) in SimplifiedCharacter.all {
      #expect(Vocabulary.shared.number(of: wrong) == 0, "\(wrong)")
      #expect(Vocabulary.shared.number(of: right) != 0, "\(right)")
    }
  }

  @Test(arguments: [
    (["首長到場頒獎↓·表揚績優的服務同仁·並強調服務品質的重要·期許全員精進。"], 1), (["以親切·專業·效率·創新為口號。"], 0), (["首長到場，頒獎表揚·績優的服務同仁·並強調品質·期許全員精進。"], 0),
    (["閱讀馬克·吐溫的作品·並分享心得。"], 0),
  ])
  func dotsForCommas(texts: [String], count: Int) {
    let (found, marked) = places("PT611", in: texts)
    #expect(found == marked && found.count == count)
  }

  @Test(arguments: [(["申請。", "核發。", "公告。", "↓通知"], 1), (["申請。", "核發。", "公告", "通知"], 0), (["申請。", "核發。", "公告"], 0)])
  func theOneItemOfFourWithoutItsMark(texts: [String], count: Int) {
    let (found, marked) = places("PT610", in: texts.map { $0.replacing("。", with: "案件並檢討原因。") })
    #expect(found == marked && found.count == count)
  }

  // MARK: What stands twice

  @Test(arguments: [
    ["於6月↓29日日前提報。"], ["於六月↓三十日日。"], ["頒發↓優良良哺集乳室標章。"], ["提供婦↓女安女安心空間。"], ["檢修錄影監視系統。", "檢修↓監視錄影監視系統。"],
  ])
  func charactersAndWordsThatComeAgain(texts: [String]) {
    let (found, marked) = places("PT606", in: texts)
    #expect(found == marked)
  }

  @Test(arguments: [
    ["天天檢討，人人有責，常常更新。"], ["由警察局局長、外事科科長及中山區區長主持。"], ["每日日誌及29日日間班。"], ["日日檢討。"], ["會議議程與優良良善。"],
    ["市民眾多意見。", "申請請檢附證件。"],
    ["推動跨機關查驗。", "依推動跨機關查驗計畫。", "本機關推動跨機關查驗。"], ["檢修監視錄影監視系統。"], ["檢修監視錄影監視系統。", "檢修監視錄影監視系統及錄影監視系統。"], ["服務申請服務品質。"],
    ["承辦人李芳芳說明，王美美記錄。"],
  ])
  func charactersThatBelongTwice(texts: [String]) { #expect(places("PT606", in: texts).found.isEmpty) }
}

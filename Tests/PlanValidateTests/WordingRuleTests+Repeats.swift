import PlanFormats
import PlanText
import Foundation
import PlanTestSupport
import PlanValidate
import Testing
/// Measures, parts of measures and clauses that stand twice.
extension WordingRuleTests {
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
}

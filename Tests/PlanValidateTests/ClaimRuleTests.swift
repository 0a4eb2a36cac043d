import PlanFormats
import PlanModel
import PlanText
import PlanValidate
import Testing

/// Traps of the rules on cited letters and figures that the two examples of a rule do not show.
@Suite struct ClaimRuleTests {
  private func findings(_ code: String, section: String = "壹、計畫依據", _ text: String) -> [Finding] {
    let plan = RuleExample("## \(section)\n\n\(text)\n").fullText
    let document = PlanDocument(reading: SourceText(name: "example.plan.md", text: plan))
    return Validator().findings(on: document).filter { $0.code == code }
  }

  @Test(arguments: [
    "- 一、某某部106年4月2日某部秘字第10733653600號函。", "- 一、某某部106 年 4 月 2 日某部秘字第 1070013600 號函。",
    "- 一、某某部１０６年４月２日某部秘字第1080013600號函。", "- 一、某某部105年12月2日某部秘字第1040013600A號函。",
    "- 一、甲部107年1月5日甲字第1070001234號函及乙部106年5月5日乙字第1070001234號函。", "- 一、某某部106/4/2某部秘字第1070013600號函。",
    "- 一、某某部107.3.1某署秘字第1060871234號函。", "- 一、某某省政府84年5月3日83府計研字第50337號函。",
    "- 一、某某省政府84年5月3日(83)府計研 字第 50337 號函。", "- 一、某某部98年5月3日台教社字 第 099 006 4211B 號函。",
  ])
  func numbersOfAnotherYear(text: String) { #expect(findings("PT501", text).count == 1) }

  @Test(arguments: [
    "- 一、某某部107年4月2日某部秘字第10733653600號函。", "- 一、某某部107年2月9日某部秘字第1061234567號函。",
    "- 一、某某部98年4月2日某部秘字第0980013600號函。", "- 一、某某部85年4月2日某部秘字第8570123號函。",
    "- 一、106年1月9日核定，某某部107年3月1日某部秘字第1070013600號函。", "- 一、106年4月2日會議決議，依某部秘字第1070013600號函辦理。",
    "- 一、某某部106年4月2日某部秘字第9990013600號函。", "- 一、某某省政府83年5月3日83府計研字第50337號函。",
    "- 一、某某部096年5月3日台教社字第0960064211B號函。", "- 一、某某部107年1月9日某部秘字第1060150466號函。",
  ])
  func numbersThatShowNoFault(text: String) { #expect(findings("PT501", text).isEmpty) }

  /// Plans about better service that are called otherwise need not be the basis.
  @Test(arguments: [
    ("警政署107年3月1日警署秘字第1070062631號函頒「警察機關107年度提升服務品質實施計畫」", Severity.warning),
    ("行政院107年3月1日院授發社字第1070062631號函頒「政府服務躍升方案」", .note), ("行政院107年3月1日院授發社字第1070062631號函頒「行政院公文處理方案」", nil),
    ("行政院107年1月9日院授發社字第1070062631號函頒「政府服務躍升方案」", nil), ("行政院108年1月9日院授發社字第1080062631號函頒「政府服務躍升方案」", nil),
  ])
  func lettersBeforeThatOfASuperior(superior: String, severity: Severity?) {
    let own = "- 二、某某市政府警察局107年2月1日某市警秘字第1073653600號函頒「某某市政府警察局107年度提升服務品質執行計畫」。"
    #expect(findings("PT511", "- 一、\(superior)。\n\(own)").map(\.severity) == [severity].compactMap { $0 })
  }

  @Test func narrativesAreSearchedToo() {
    #expect(findings("PT501", section: "貳、計畫目標", "依某某部106年4月2日某部秘字第1070013600號函辦理。").count == 1)
  }

  @Test(arguments: [
    ("- 一、某某部106年4月2日函。", "發文字號"), ("- 一、某某部某部秘字第1070013600號函頒「實施計畫」。", "發文日期"), ("- 一、某某部函頒「實施計畫」。", "發文日期與字號"),
  ])
  func whatALetterLacks(text: String, missing: String) throws {
    let finding = try #require(findings("PT502", text).first)
    #expect(finding.summary(.zhHant).contains("沒有\(missing)，"))
  }

  @Test(arguments: [
    "- 一、行政程序法。", "- 一、某某部函頒「檔案應用作業要點」。", "- 一、本局107年施政計畫。", "- 一、「某某部函頒計畫」檢討結果。", "- 一、依信函及函件辦理原則。",
    "- 一、某某部一百零七年三月一日某部秘字第 1070013600 號函。", "- 一、某某部2018-03-01某部秘字第1070013600-1號函。",
  ])
  func citationsThatLackNothing(text: String) { #expect(findings("PT502", text).isEmpty) }

  // Programmes of the central government are often cited by their name alone.
  @Test(arguments: [
    ("- 一、行政院核定「政府服務躍升方案」。", Severity.note), ("- 一、行政院函頒「政府服務躍升方案」。", .note),
    ("- 一、行政院106年1月9日函頒「政府服務躍升方案」。", .warning), ("- 一、行政院函106年1月9日頒「政府服務躍升方案」。", .warning),
  ])
  func severities(text: String, severity: Severity) { #expect(findings("PT502", text).map(\.severity) == [severity]) }

  @Test func lettersKnowTheirOwnDates() {
    let text = PlanText("甲部106年1月9日核定，乙部107年3月1日乙署秘字第1070062631號函、丙府府研展字第1070020466號函")
    let letters = CitationParts.letters(in: text)
    #expect(letters.map(\.number.string) == ["乙署秘字第1070062631號", "丙府府研展字第1070020466號"])
    #expect(letters.map { $0.date?.value.iso } == ["2018-03-01", nil])
    #expect(CitationParts(text).date?.value.iso == "2018-03-01")
  }

  // White space in a number means nothing, and a year may stand before its prefix.
  @Test(arguments: [
    ("省府83年5月3日83府計研字第50337號函", "83府計研字第50337號", 83),
    ("甲部107年3月1日警署秘 字 第 107 006 2631 號函", "警署秘 字 第 107 006 2631 號", 107),
    ("甲部099年5月3日台教社字第0990064211B號", "台教社字第0990064211B號", 99), ("甲局107年3月1日甲字第10733653600號函", "甲字第10733653600號", 107),
  ])
  func numbersOfLetters(text: String, number: String, year: Int) {
    let letters = CitationParts.letters(in: PlanText(text))
    #expect(letters.map(\.number.string) == [number])
    #expect(letters.map(\.year) == [year])
    #expect(letters.first?.date != nil)
  }

  @Test func theIssuerIsNoLetter() {
    let parts = CitationParts("行政院函106年1月9日頒「政府服務躍升方案」")
    #expect(parts.issuer?.string == "行政院")
    #expect(parts.date?.value.iso == "2017-01-09")
    #expect(parts.number == nil)
  }

  // MARK: Counts, sums, lengths of time, limits and ratios

  private func probe(_ code: String, _ text: String) -> [Finding] { findings(code, section: "壹、計畫目標", text) }

  private func confirmed(_ code: String, _ text: String) -> [String] {
    let plan = RuleExample("## 壹、計畫目標\n\n\(text)\n").fullText
    let document = PlanDocument(reading: SourceText(name: "example.plan.md", text: plan))
    let confirmations = Validator().report(on: document, withConfirmations: true).confirmations ?? []
    return confirmations.filter { $0.code == code }.map { $0.summary(.zhHant) }
  }

  @Test(arguments: [
    "設「甲」、「乙」及「丙」等 2 項。", "設「甲」、「乙」(如附件)、「丙」等二項。", "甲派出所、乙派出所、丙派出所等2個單位。", "計有２處(甲派出所、乙派出所、丙派出所)。",
    "設「甲」、「乙」共3項。", "方案共3項，如下：\n\n- (一)訓練。\n- (二)檢定。",
  ])
  func countsThatAreWrong(text: String) { #expect(probe("PT505", text).map(\.severity) == [.warning]) }

  @Test(arguments: [
    "設「甲」、「乙」等5項。", "針對派出所、分駐所受理失竊、遺失等2項案件。", "第一、二期等3項，106、107年度等4項。", "網站計有3處（含甲派出所、乙派出所）。",
    "分送海報、手冊、摺頁共300份。", "「甲」、「乙」等措施計11項。", "各派出所、各分駐所、各檢查所共9處。", "戶政5項、地政3項、社政2項，共10項。", "設置太陽能爆閃燈共計19組。",
    "依第3項：甲款、乙款、丙款。", "甲、「乙」、「丙」等2項以上。", "遵循平等、尊重、關懷等3項原則。", "專案會議計9場次(如附件7，含說明會、研討會)。",
    "方案共2項，如下：\n\n- 3、前言。\n- 4、結語。",
  ])
  func countsThatShowNoFault(text: String) { #expect(probe("PT505", text).isEmpty) }

  // 「甲」 and the two others: one reading is right.
  @Test func aConjunctionInTheMiddleMakesANote() {
    #expect(probe("PT505", "針對「甲」及「乙」、「丙」等2項。").map(\.severity) == [.note])
  }

  @Test(arguments: [
    "設「甲」、「乙」等2項。", "甲證明、乙證明、丙檢測工作共3項。", "關懷八大族群：受虐兒童、失蹤人口、獨居老人、單親家庭、身障人士、少年事件、家暴案件、性侵案件。",
    "大安派出所、交通分隊及文德派出所、大湖派出所共計4個單位。", "推動2項措施，如下：\n\n- 1、訓練。\n- 2、檢定。",
  ])
  func countsThatHold(text: String) { #expect(confirmed("PT505", text).count == 1 && probe("PT505", text).isEmpty) }

  @Test func openListsAreNotConfirmed() {
    #expect(confirmed("PT505", "設「甲」、「乙」等5項，「丙」、「丁」等公開措施計2項。").isEmpty)
  }

  @Test(arguments: [
    "戶政12項、地政8項，合計21項。", "4臺×500元＝2,500元。", "4臺＊500元=2,100元。", "2×3＋4＝12。",
  ])
  func sumsThatAreWrong(text: String) { #expect(!probe("PT506", text).isEmpty) }

  @Test(arguments: [
    "戶政12項（線上4項）、地政8項，合計20項。", "線上9項，其中臨櫃12項，共計26項。", "戶政12項、地政8人，合計21項。", "上年12項、本年較增8項，合計21項。", "戶政12項、地政8項。合計21項。",
    "4分鐘×4班×22天×54名＝317小時。", "3萬元×5＝15萬元，1,178,154×0.1174≒13.8萬。", "網址 http://a.tw/?x=2*3&y=7 及107/4/30。",
    "200件/300件＝66.7%。", "縮短2/3時間，日期為1/2。",
  ])
  func sumsThatShowNoFault(text: String) { #expect(probe("PT506", text).isEmpty) }

  @Test func sumsThatHold() {
    #expect(confirmed("PT506", "業務 26 項及申訴 2 項，合計 28 項。") == ["26＋2＝28，與「合計」相符。"])
    #expect(confirmed("PT506", "45份/50份＝90%，2萬元×3＝6萬元。").count == 2)
  }

  @Test(arguments: [
    "自107年3月1日起至同年5月31日止，計2個月。", "107年1月1日至108年12月31日，為期3年。", "自民國107年3月起至107年6月止，共計3個月。", "107年6月29日星期四前。",
    "一百零七年六月二十九日（週四）。", "107年6月規劃，自十月一日起至十月三十一日止，計2個月。",
    "自107/3/1至107/3/5，計3天。",
  ])
  func durationsThatAreWrong(text: String) { #expect(probe("PT507", text).count == 1) }

  @Test(arguments: [
    "自107年3月1日起至107年3月8日，計7天。", "自107年3月1日起至107年4月1日，計1個月。", "自105年5月6日決標，同年12月9日驗收，期程為210個日曆天。",
    "自107年5月7日至107年5月11日，計4個工作天。",
    "自107年5月7日至107年5月11日，共2場。", "107年6月29日（一）講習。", "107年6月29日週三場次，107年4月起至同年6月止，計3年級。",
  ])
  func durationsThatShowNoFault(text: String) { #expect(probe("PT507", text).isEmpty) }

  @Test func durationsThatHold() {
    #expect(confirmed("PT507", "107年6月29日（星期五）前，自107年1月至同年3月止，計3個月。").count == 2)
  }

  @Test func limitsNameTheOtherPlaces() throws {
    let text = "- 一、陳情應於6個工作日內回覆。\n- 二、陳情應於6日內回復。\n- 三、陳情應於 ６ 個工作天內答覆。"
    let finding = try #require(probe("PT508", text).first)
    #expect(finding.summary(.zhHant).contains("「6日內」") && finding.notes.count == 2)
  }

  /// Many limits beside a usual one that stands in many places: each place is named once or twice, not for each other.
  @Test func limitsArePointedAtOnce() {
    let others = (10..<60).map { "- 陳情應於\($0)日內回覆。" }
    let text = (others + Array(repeating: "- 陳情應於6日內回復。", count: 50)).joined(separator: "\n")
    let findings = probe("PT508", text)
    #expect(findings.count == 50 && findings.reduce(0) { $0 + $1.notes.count } == 99)
  }

  @Test(arguments: [
    "- 一、陳情應於6日內回覆。\n- 二、特殊陳情應於30日內回覆。", "- 一、陳情應於6日內回覆。\n- 二、申請案件於3日內回復。", "- 一、陳情應於6日內回覆。\n- 二、電話陳情於2小時內回覆。",
    "- 一、陳情應於6日內回覆，申請於3日內回覆。", "- 一、陳情應於6日內回覆。\n- 二、陳情應於3日內登錄系統。",
  ])
  func limitsThatMayDiffer(text: String) { #expect(probe("PT508", text).isEmpty) }

  @Test(arguments: ["公開比例達100％以上。", "滿意度為 105%。", "回應正確率達百分之百以上。", "回收率百分之一百二十。"])
  func ratiosPastTheWhole(text: String) { #expect(probe("PT509", text).count == 1) }

  @Test(arguments: [
    "公開比例達100％，滿意度90％以上。", "申辦比例成長150%。", "滿意度較去年提高120%。", "預算達成率100%以上。", "檢討滿意度，人數為去年的120%。", "申辦量達120%。",
  ])
  func ratiosThatMayBe(text: String) { #expect(probe("PT509", text).isEmpty) }
}

import Testing

/// What the rules on wording take from the vocabulary.
extension WordingRuleTests {
  @Test(arguments: ["↓檢查檢查設備。", "提供↓服務服務資訊。", "內容↓一致一致之說明。", "由志工↓協助協助填表。"])
  func doubledWords(text: String) {
    let probe = RuleProbe("PT606", measures(text))
    #expect(probe.places == probe.marks)
  }

  @Test(arguments: [
    "再研究研究辦法。", "一次一次說明。", "由警察局局長室及分局分局長信箱受理。", "依統一統一編號登記。", "說明保險保險費計算。", "受理公司公司登記。", "服務，服務再服務。",
  ])
  func wordsThatMeetTheirLike(text: String) { #expect(findings("PT606", in: measures(text)).isEmpty) }

  @Test(arguments: ["並請各課室加強為民宣", "由專人受理民眾申", "秘書室落實走動式管"])
  func textsThatStopWithinAWord(text: String) {
    let closed = ["設置意見箱。", "每月檢討陳情案件。", "公布辦理情形。"]
    let found = findings("PT113", in: measures(closed[0], closed[1], closed[2], text))
    #expect(found.count == 1)
  }

  @Test(arguments: ["並加強為民服務", "由專人受理民眾申請", "設置意見箱及文宣品", "每半年檢討陳情案件登記表"])
  func textsThatStopBehindAWord(text: String) {
    #expect(findings("PT113", in: measures("設置意見箱。", "每月檢討陳情案件。", "公布辦理情形。", text)).isEmpty)
  }
}

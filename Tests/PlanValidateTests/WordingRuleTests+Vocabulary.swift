import Testing

/// What the rules on wording take from the vocabulary.
extension WordingRuleTests {
  @Test(arguments: [
    "↓檢查檢查設備。", "提供↓服務服務資訊。", "內容↓一致一致之說明。", "由志工↓協助協助填表。", "民眾↓參與參與情形。", "結果↓提報提報局務會議。", "↓配合配合三所學校。", "由↓輔導輔導員帶領。",
    "監錄↓設備設備設置地點。", "各項政府↓資訊資訊等措施。", "設有哺乳室、↓會議會議室。", "↓滿意度滿意度調查。", "↓單一窗口單一窗口收件。", "↓電話禮貌電話禮貌測試。", "↓提供民眾提供民眾諮詢。",
  ])
  func doubledWords(text: String) {
    let probe = RuleProbe("PT606", measures(text))
    #expect(probe.places == probe.marks)
  }

  @Test(arguments: [
    "再研究研究辦法。", "一次一次說明。", "由警察局局長室及分局分局長信箱受理。", "依統一統一編號登記。", "說明保險保險費計算。", "受理公司公司登記。", "服務，服務再服務。",
    "提報選舉委員會委員會議審議。", "輸出入動植物檢疫物檢疫作業。", "由各派出所派出所長訪視。", "第一項第一項目辦理。", "依流量計流量計算。", "章程或會員或會員代表大會決議。", "市政會議會議室。",
  ])
  func wordsThatMeetTheirLike(text: String) { #expect(findings("PT606", in: measures(text)).isEmpty) }

  @Test(arguments: ["每季檢討↓改膳作業。", "落實維護↓設旋。", "提供民眾↓諮洵12次。", "公布於↓綱站供民眾查詢。", "檢討↓執衍成效。"])
  func likelySlips(text: String) {
    let probe = RuleProbe("PT603", measures(text))
    #expect(probe.places == probe.marks)
    #expect(probe.findings.allSatisfy { $0.fixes.isEmpty })
  }

  @Test func lostCharacters() {
    let probe = RuleProbe("PT603", measures("提出各項↓服措施供民眾參考。", "檢討各項服務措施，每年更新服務措施供民眾參考。"))
    #expect(probe.places == probe.marks)
    #expect(probe.summaries == ["「服措」之間可能漏了「務」字：「服務」是常用的詞，文中另有 2 處寫作「服務措」，請確認。"])
  }

  /// Rows of four that official texts often have, without their second or third character.
  @Test(arguments: ["定期巡檢↓公設施及環境。", "提供↓社福利諮詢。"])
  func lostCharactersOfRows(text: String) {
    let probe = RuleProbe("PT603", measures(text))
    #expect(probe.places == probe.marks)
  }

  @Test(arguments: ["記取教訓，練習操作。", "處理形式不拘，申請件數按月統計。", "充實公設及運動設施。"])
  func rowsThatLackNothing(text: String) { #expect(findings("PT603", in: measures(text)).isEmpty) }

  /// A term is written more than once, 提昇 is another spelling, and what a table says is not said again.
  @Test func whatIsNoSlip() {
    #expect(findings("PT603", in: measures("每季檢討改膳作業。", "缺失改膳由秘書室辦理，並每月檢討改膳。")).isEmpty)
    #expect(findings("PT603", in: measures("以「舒適愉「閱」」提昇環境品質，並免附戶籍謄本，達到多用網路，少用馬路。")).isEmpty)
    #expect(findings("PT603", in: measures("由承辨人通知。")).count == 1)
    #expect(findings("PT603", in: "- 承辦單位：改膳科\n- 完成期限：改膳後\n").isEmpty)
  }

  /// 億, 參 and 拾 are parts of words; as numbers they are as they are.
  @Test func charactersOfNumbers() {
    let probe = RuleProbe("PT603", measures("辦理民眾↓滿億度調查。", "公布民眾滿意度，並檢討滿意度。"))
    #expect(probe.places == probe.marks)
    let numbers = measures("本案參仟陸佰伍拾元整由業務費支應，經費計三億五千萬元。", "收拾場地，並鼓勵大陸配偶踴躍參與。")
    #expect(findings("PT603", in: numbers).isEmpty)
  }

  @Test func slipsSayHowTheyAreMeant() {
    let probe = RuleProbe("PT603", measures("每季檢討改膳作業。", "改善環境，並檢討改善措施。"))
    #expect(probe.summaries == ["「改膳」不成常用的詞，可能是「改善」之誤（兩字音形皆近；文中另有 2 處寫作「改善」），請確認。"])
  }

  @Test(arguments: ["並請各課室加強為民宣", "由專人受理民眾申", "秘書室落實走動式管", "由志工引導並主動協助民", "結合社區據點之服"])
  func textsThatStopWithinAWord(text: String) {
    let closed = ["設置意見箱。", "每月檢討陳情案件。", "公布辦理情形。"]
    let found = findings("PT113", in: measures(closed[0], closed[1], closed[2], text))
    #expect(found.count == 1)
  }

  @Test(arguments: ["並加強為民服務", "由專人受理民眾申請", "設置意見箱及文宣品", "志工憑證享住宿優惠8折", "每半年檢討陳情案件登記表"])
  func textsThatStopBehindAWord(text: String) {
    #expect(findings("PT113", in: measures("設置意見箱。", "每月檢討陳情案件。", "公布辦理情形。", text)).isEmpty)
  }
}

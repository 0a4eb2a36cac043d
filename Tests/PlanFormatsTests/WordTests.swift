import PlanFormats
import PlanModel
import PlanText
import Testing

/// Numbers, labels, names and cells as plans print them.
@Suite struct WordTests {
  @Test(arguments: [
    ("107", 107), ("１０７", 107), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("廿三", 23), ("一百零七", 107), ("一〇七", 107),
    ("一千", 1000), ("貳拾參", 23), ("零", 0),
  ])
  func readsNumerals(text: String, value: Int) {
    #expect(Numeral.value(of: text) == value)
  }

  @Test(arguments: ["", "一二十", "十十", "1二", "三x", "99999999"])
  func refusesWhatIsNoNumeral(text: String) {
    #expect(Numeral.value(of: text) == nil)
  }

  @Test func numeralsComeBackFromTheirWriting() {
    for value in 1...99 {
      #expect(Numeral.value(of: Numeral.chinese(value)) == value)
      #expect(Numeral.value(of: Numeral.formal(value)) == value)
    }
  }

  @Test(arguments: [
    ("壹、計畫依據", Label.Style.formal, 1, "壹、"), ("一、甲", .chinese, 1, "一、"), ("(十二)甲", .chineseInParentheses, 12, "(十二)"),
    ("（三）甲", .chineseInParentheses, 3, "（三）"), ("1.甲", .decimal, 1, "1."), ("2、甲", .decimal, 2, "2、"),
    ("(3) 甲", .decimalInParentheses, 3, "(3)"),
    ("④甲", .circled, 4, "④"), ("丙、案", .stem, 3, "丙、"), ("1\\. 甲", .decimal, 1, "1."),
    ("12\\)甲", .decimalBeforeParenthesis, 12, "12)"),
    // CommonMark counts up to nine digits.
    ("1000. 甲", .decimal, 1000, "1000."), ("123456789. 甲", .decimal, 123_456_789, "123456789."),
  ])
  func readsLabels(text: String, style: Label.Style, value: Int, printed: String) throws {
    let label = try #require(Label.read(at: text)).label
    #expect(label.style == style)
    #expect(label.value == value)
    #expect(label.text == printed)
  }

  @Test(arguments: [
    "1.5 倍", "107年", "一般案件", "三日內", "(如附表)", "二〇一八", "1..2", "、甲",
    // Years and numbers of letters are no places in a list.
    "2018、2019年", "2018.甲", "２０１８. 甲", "1070062631. 甲",
    // An enumeration, and what a backslash stands before in vain.
    "甲、乙兩類", "甲類", "1\\甲", "\\. 甲",
  ])
  func takesNoWordsForLabels(text: String) {
    #expect(Label.read(at: text) == nil)
  }

  @Test(arguments: [
    ("一、 個別評核構面-基礎服務 (200 分)", "個別評核構面－基礎服務"), ("「服務 友善」：", "服務友善"), ("**完成期限**", "完成期限"),
    ("基礎服務（二百分）", "基礎服務"),
  ])
  func foldsWhatDoesNotMatterInNames(a: String, b: String) {
    #expect(NameKey(a) == NameKey(b))
  }

  @Test func keepsVariantsOfCharactersApart() {
    #expect(NameKey("跨平臺") != NameKey("跨平台"))
  }

  @Test(arguments: [
    ("完成期線", "完成期限"), ("成完期限", "完成期限"), ("完成限期", "完成期限"), ("valdiate", "validate"),
  ])
  func findsTheNameThatWasMeant(word: String, expected: String) {
    #expect(NearMiss.best(for: word, among: ["完成期限", "承辦單位", "validate", "render"]) == expected)
  }

  @Test(arguments: ["期間", "承辦人員", "備註", "help"])
  func suggestsNothingFarOff(word: String) {
    #expect(NearMiss.best(for: word, among: ["期限", "完成期限", "承辦單位", "validate"]) == nil)
  }

  @Test(arguments: [
    ("各分局、大隊、隊；公關室；資訊室", ["各分局、大隊、隊", "公關室", "資訊室"]), ("各內、外勤單位", ["各內、外勤單位"]),
    ("秘書室、行政科、國際科", ["秘書室", "行政科", "國際科"]), ("秘書室(檔案、收發)、人事室", ["秘書室(檔案、收發)", "人事室"]), ("甲科/乙科", ["甲科", "乙科"]),
    ("甲科\n乙科", ["甲科", "乙科"]), ("各科、室、中心、隊，人事室", ["各科、室、中心、隊", "人事室"]), ("各外勤(中)隊、秘書室", ["各外勤(中)隊", "秘書室"]), ("、；", []),
  ])
  func splitsUnits(cell: String, units: [String]) {
    #expect(UnitList(PlanText(cell)).units.map(\.string) == units)
  }

  @Test func knownNamesWinOverSeparators() {
    let list = UnitList("法制、人事聯合小組、秘書室", known: ["法制、人事聯合小組"])
    #expect(list.units.map(\.string) == ["法制、人事聯合小組", "秘書室"])
  }

  @Test(arguments: [
    ("附表1", ["附表1"]), ("(如附件 2)及附件三", ["附件2", "附件三"]), ("附表(二)", ["附表二"]), ("附帶一提、附件", []),
    ("附件1至附件12", ["附件1", "附件12"]),
  ])
  func findsAttachments(text: String, names: [String]) {
    #expect(AttachmentReference.all(in: PlanText(text)).map(\.name) == names)
  }

  @Test(arguments: [
    "a|b", #"a\|b"#, #"結尾\"#, #"\\|"#, "一行\n二行", "<br>", "&lt;br>", "&amp;lt;br>", #"\<br>"#, "<br/>|\\\n|",
    "- 清單\n  - 巢狀",
  ])
  func cellsComeBackFromTheirWriting(text: String) throws {
    let file = """
      # 計畫

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 甲 | 乙 | 丙 | \(TableCell.escape(text)) |
      """
    let plan = PlanDocument(reading: SourceText(name: "x.plan.md", text: file)).plan
    guard case .survey(let rows) = plan.sections[0].content else {
      Issue.record("no survey")
      return
    }
    #expect(rows.map(\.text.string) == [text])
  }
}

import PlanFormats
import PlanText
import PlanValidate
import Testing

/// The traps of the rules on the document as a whole.
@Suite struct DocumentTests {
  private static let table = """
    ## 附表1、提升服務品質組織診斷具體作法表

    ### 基礎服務（200分）

    #### 服務一致及正確

    ##### 服務及時性


    """

  private static func plan(
    title: String = "# 甲分局107年度提升服務品質執行計畫", year: String = "107", period: String = "107年1月1日至107年12月31日",
    _ body: String = ""
  ) -> String {
    "\(title)\n\n- 機關：甲分局\n- 年度：\(year)\n- 期程：\(period)\n- 檢核表：police-107\n\n\(body)\n"
  }

  private func findings(_ text: String, _ code: String = "PT1", name: String = "a.plan.md") -> [Finding] {
    Validator().findings(on: PlanDocument(reading: SourceText(name: name, text: text))).filter {
      $0.code.hasPrefix(code)
    }
  }

  /// The marked words of each finding, with the code in front.
  private func marked(_ text: String, _ code: String = "PT1", name: String = "a.plan.md") -> [String] {
    let source = SourceText(name: name, text: text)
    return findings(text, code, name: name).map { "\($0.code) \(source.text(in: $0.range))" }
  }

  private func numbering(_ body: String) -> [String] {
    marked(Self.plan("## 壹、甲\n\n" + body), "PT106").map { String($0.dropFirst(6)) }
  }

  /// A table of measures, or one of no known kind, stands in the middle of a list.
  @Test func listsGoOnBehindTables() {
    let table = "| 工作項目 | 實施方式 | 期限 | 承辦單位 |\n| --- | --- | --- | --- |\n| 甲 | 乙。 | 每月 | 丙課 |\n\n"
    let headings = ["一、甲", "二、乙", "三、丙"]
    #expect(numbering(headings.map { "### \($0)\n\n" + table }.joined()) == [])
    #expect(numbering("前言。\n\n- 一、甲。\n\n\(table)- 二、乙。\n\n\(table)- 四、丙。\n") == ["四、"])
    #expect(marked(Self.plan("## 壹、甲\n\n前言。\n\n- 一、甲。\n\n\(table)- 二、乙。\n"), "PT115") == [])
    let tabs = "（一）甲：\n\n（二）乙：\n\n類別\t內容\t負責單位\n丙\t\"（一）丁。\n（二）戊。\"\t己處\n"
    #expect(numbering(tabs) == [])
  }

  // MARK: Metadata

  @Test func missingFieldsAreReportedOneByOne() {
    #expect(marked("## 壹、甲\n\n乙。\n", "PT101") == Array(repeating: "PT101 ## 壹、甲", count: 5))
    #expect(marked("# 甲\n\n- 機關：甲\n- 年度：107\n\n## 壹、乙\n", "PT101") == ["PT101 甲", "PT101 甲"])
  }

  @Test func theLineToAddFollowsTheSyntax() {
    let text =
      "{\"format\": \"plantool/1\", \"title\": \"甲106年度計畫\", \"agency\": \"甲\", \"year\": 106, \"checklist\": \"police-107\", \"sections\": []}"
    let found = findings(text, "PT101", name: "a.plan.json")
    #expect(found.map { $0.summary(.en).contains("add “\"period\": \"106年1月1日至106年12月31日\"”.") } == [true])
  }

  @Test func aMisspeltFieldIsNotMissingToo() {
    #expect(marked(Self.plan().replacing("機關：", with: "機関名稱：")) == [])
    #expect(marked(Self.plan().replacing("年度：107", with: "年度 107")) == [])
    let json = "{\"format\": \"plantool/1\", \"title\": \"甲\", \"agancy\": \"甲\", \"year\": [], \"sections\": []}"
    #expect(findings(json, "PT101", name: "a.plan.json").count == 2)
  }

  @Test(arguments: ["107", "107年度", "民國107年", "１０７", "一百零七", "一〇七年度"])
  func properYears(year: String) {
    #expect(marked(Self.plan(year: year)) == [])
  }

  @Test(arguments: [("2018", "107"), ("西元2018年", "107"), ("二〇一八", "107")])
  func yearsInAnotherForm(year: String, right: String) {
    let found = findings(Self.plan(year: year))
    #expect(found.map(\.code) == ["PT102"])
    #expect(found.first?.summary(.zhHant).contains("「\(right)」") == true)
    // A year of another era is another number, which no fix may write.
    #expect(found.first?.fixes.isEmpty == (year != "二〇一八"))
  }

  @Test(arguments: ["本年", "0", "-107", "99999999999999999999", "1e9"])
  func yearsThatAreNone(year: String) {
    #expect(marked(Self.plan(year: year), "PT102") == ["PT102 \(year)"])
  }

  @Test(arguments: [
    "107年1月至107年12月", "107年度", "自107年1月1日起至同年12月31日止，計1年", "107.1.1~107.12.31", "2018-01-01至2018-12-31", "1月1日至12月31日",
    "106年12月1日至107年11月30日",
  ])
  func soundPeriods(period: String) {
    #expect(marked(Self.plan(period: period)) == [])
  }

  @Test(arguments: [
    "持續辦理", "107年每月", "即日起至107年12月31日", "107年1月1日起", "107年12月31日前", "全年都辦", "107年13月1日至107年12月31日",
    "107年2月29日至107年12月31日", "2月29日至12月31日",
  ])
  func periodsThatAreNone(period: String) {
    #expect(marked(Self.plan(period: period)) == ["PT102 \(period)"])
  }

  @Test func lastValidDayIsNamed() {
    #expect(findings(Self.plan(period: "107年2月29日至107年12月31日")).first?.summary(.zhHant).contains("2月28日") == true)
    #expect(findings(Self.plan(period: "107年1月1日至11月31日")).first?.summary(.zhHant).contains("11月30日") == true)
  }

  @Test func emptyFields() {
    #expect(findings(Self.plan(year: "", period: "")).map(\.code) == ["PT102", "PT102"])
  }

  // MARK: Years and periods

  @Test func theOddOneOutIsReported() {
    #expect(marked(Self.plan(title: "# 甲分局106年度計畫")) == ["PT103 106年度"])
    #expect(marked(Self.plan(year: "106")) == ["PT103 106"])
    #expect(marked(Self.plan(period: "106年1月1日至106年12月31日")) == ["PT103 106年1月1日至106年12月31日"])
  }

  @Test(arguments: ["# 甲分局提升服務品質執行計畫", "# 甲分局107至108年度計畫", "# 甲分局一百零七年度計畫", "# 甲分局第3年計畫", "# 甲分局2018年度計畫"])
  func titlesThatAgree(title: String) {
    #expect(marked(Self.plan(title: title)) == [])
  }

  @Test(arguments: [
    "自107年1月1日起至107年12月31日止，計1年。", "本計畫自民國107年1月起至同年12月止。另自108年1月1日起至108年6月30日止檢討。", "依本分局公告之期程辦理。",
    "一、自107年1月1日起至12月31日止。", "配合106年計畫，持續辦理。",
  ])
  func sentencesThatAgree(sentence: String) {
    #expect(marked(Self.plan("## 壹、執行期程\n\n\(sentence)")) == [])
  }

  @Test func sentencesThatDiffer() {
    func codes(_ sentence: String) -> [String] { findings(Self.plan("## 壹、執行期程\n\n\(sentence)")).map(\.code) }
    #expect(codes("自107年1月1日起至107年6月30日止。") == ["PT103"])
    #expect(codes("自106年1月1日起至106年12月31日止，計1年。") == ["PT103"])
    #expect(codes("本計畫自107年12月31日起至107年1月1日止。") == ["PT104"])
    #expect(codes("自107年1月1日起至107年12月31日止，計11個月。") == ["PT105"])
    #expect(codes("自107年1月1日起至107年12月31日止，計364日。") == ["PT105"])
  }

  @Test func partsOfAUnitAreNoLength() {
    #expect(findings(Self.plan(period: "107年1月1日至107年12月30日，計1年")).map(\.code) == ["PT105"])
    #expect(findings(Self.plan(period: "107年1月15日至107年12月31日，計12個月")).map(\.code) == ["PT105"])
    #expect(marked(Self.plan(period: "107年1月15日至108年1月14日，計1年")) == [])
  }

  // MARK: Numbering

  @Test(arguments: [
    "1. 甲。\n1. 乙。\n1. 丙。",
    "第一、二期。\n\n第三期。",
    "- 一、甲。\n  - (一)乙。\n  - (二)丙。\n- 二、丁。\n  - (一)戊。",
    "一、甲\n(一)乙\n(二)丙\n二、丁\n(一)戊\n1.己\n2.庚\n(二)辛\n三、壬",
    "- 一、甲。\n- 二、乙。\n\n另：\n\n- 一、丙。\n- 二、丁。",
    "- 一、甲。\n\n說明。\n\n- 二、乙。",
    "8. - 1.甲。\n   - 2.乙。".replacing("8.", with: "1."),
    "一、(一)甲\n(二)乙\n二、丙",
    "- 一、1.甲\n  2.乙\n- 二、丙",
    "一、甲：(1)乙、\n(2)丙。\n二、丁",
    "106、107年成果。\n\n二、三線警員。",
    "3.5倍。\n7.5分。",
    "1.甲\n1.乙\n2.丙\n2.丁",
    "```\n1. 甲\n3. 乙\n```",
    "| 一、甲 | 三、乙 |\n| --- | --- |",
    "（1）甲\n(2)乙\n(3)丙",
    "### 一、甲\n\n1. 乙。\n2. 丙。\n\n### 二、丁\n\n1. 戊。",
    "- 甲\n- 乙\n  1. 丙\n  2. 丁\n- 戊\n  1. 己",
  ])
  func soundLists(body: String) {
    #expect(numbering(body) == [])
  }

  @Test(arguments: [
    ("- 一、甲。\n- 二、乙。\n- 二、丙。\n- 三、丁。", ["二、"]),
    ("- 一、甲。\n- 二、乙。\n- 二、丙。\n- 四、丁。", ["二、"]),
    ("- 一、甲。\n- 一、乙。\n- 二、丙。", ["一、"]),
    ("- 一、甲。\n- 三、乙。\n- 四、丙。", ["三、"]),
    ("1. 甲。\n2. 乙。\n4. 丙。", ["4."]),
    ("(三)甲。\n(四)乙。", ["(三)"]),
    ("一、甲\n(一)乙\n(三)丙\n二、丁\n四、戊", ["(三)", "四、"]),
    ("- 一、甲。\n- 二、乙。\n- 三、丙。\n- 二、丁。\n- 五、戊。", ["二、"]),
    ("### 一、甲\n\n### 三、乙", ["三、"]),
    ("- 一、甲。\n  - (二)乙。\n- 二、丙。", ["(二)"]),
  ])
  func faultyLists(body: String, expected: [String]) {
    #expect(numbering(body) == expected)
  }

  @Test func sections() {
    func sections(_ headings: [String]) -> [String] {
      marked(Self.plan(headings.map { "## \($0)\n\n甲。\n\n" }.joined()), "PT106").map { String($0.dropFirst(6)) }
    }
    #expect(sections(["壹、甲", "貳、乙", "參、丙"]) == [])
    #expect(sections(["壹、甲", "貳、乙", "叁、丙", "肆、丁"]) == [])
    #expect(sections(["壹、甲", "參、丙"]) == ["參、"])
    #expect(sections(["壹、甲", "貳、乙", "貳、丙", "參、丁"]) == ["貳、"])
    #expect(sections(["壹、甲", "二、乙", "參、丙"]) == ["二、"])
    #expect(sections(["壹、甲", "前言", "貳、乙"]) == [])
  }

  @Test func measures() {
    func measures(_ items: String) -> [String] {
      marked(Self.plan(Self.table + items), "PT106").map { String($0.dropFirst(6)) }
    }
    #expect(measures("1. 甲。\n2. 乙：\n   - 1.丙。\n   - 2.丁。\n3. 戊。") == [])
    #expect(measures("1. 甲。\n1. 乙。") == [])
    #expect(measures("1. 甲。\n3. 乙。") == ["3."])
    #expect(measures("1. 甲：\n   - (一)丙。\n   - (三)丁。\n2. 乙。") == ["(三)"])
    #expect(measures("1. (一)甲。\n2. (二)乙。") == [])
    // In a table the number stands in the text and goes on from row to row.
    let header = "| 具體作法 | 完成期限 |\n| --- | --- |\n"
    #expect(measures(header + "| 一、甲。 | 4月 |\n| 二、乙。 | 5月 |\n") == [])
    #expect(measures(header + "| 1.甲。<br>2.乙。 | 4月 |\n| 1.丙。<br>2.丁。 | 5月 |\n") == [])
    #expect(measures(header + "| 1.甲。<br>3.乙。 | 4月 |\n") == ["3."])
  }

  /// The numbers of the headings over measures do not come twice and do not go backwards. Some may be left out: a plan
  /// answers what concerns it.
  @Test(arguments: [
    (["一、甲", "二、乙", "三、丙"], []), (["一、甲", "三、乙"], []), (["二、甲", "三、乙"], []), (["一、甲", "二、乙", "二、丙"], ["二、"]),
    (["一、甲", "三、乙", "二、丙"], ["三、"]), (["一、甲", "二、乙", "一、甲"], []), (["一、甲", "（二）乙", "二、丙"], []),
    (["一、甲", "乙", "一、丙"], ["一、"]),
  ])
  func headingsOfMeasures(headings: [String], expected: [String]) {
    let item = "- 丙。\n  - 完成期限：4月\n\n"
    let list = headings.map { "### \($0)\n\n" + item }.joined()
    let found = marked(Self.plan("## 附表1、具體作法表\n\n" + list), "PT106")
    #expect(found.map { String($0.dropFirst(6)) } == expected)
    let deeper = headings.map { "#### \($0)\n\n" + item }.joined()
    let inner = marked(Self.plan("## 附表1、具體作法表\n\n### 一、丁\n\n\(deeper)### 二、戊\n\n\(deeper)"), "PT106")
    #expect(inner.map { String($0.dropFirst(6)) } == expected + expected)
  }

  @Test func survey() {
    func survey(_ rows: String) -> [String] {
      marked(Self.plan("## 附表2、措施調查表\n\n| 構面名稱 | 項目 | 措施名稱 | 措施內容 |\n| --- | --- | --- | --- |\n" + rows), "PT106")
        .map { String($0.dropFirst(6)) }
    }
    #expect(survey("| 基礎服務 | 甲 | 乙 | 1.丙。<br>2.丁。 |\n| | | 戊 | 3.己。<br>4.庚。 |\n") == [])
    #expect(survey("| 基礎服務 | 甲 | 乙 | 1.丙。<br>2.丁。 |\n| | | 戊 | 1.己。<br>2.庚。 |\n") == [])
    #expect(survey("| 基礎服務 | 甲 | 乙 | 一、丙。<br>(一)丁。<br>二、戊。<br>四、己。 |\n") == ["四、"])
  }

  @Test
  func numberingIsLinear() {
    // 1. 3. 1. 3. …: each is a new list with a gap.
    let body = String(repeating: "1.甲\n3.乙\n", count: 5_000)
    #expect(numbering(body).count == 5_000)
  }

  // MARK: Attachments

  @Test func absentAttachmentsAreReportedOnce() {
    let body = "## 壹、甲\n\n如附表 2、附表2與(附表二)。\n\n## 貳、附件\n\n- 一、附表1。\n- 二、附表 2。\n\n" + Self.table
    let found = findings(Self.plan(body), "PT107")
    #expect(found.map(\.notes.count) == [3])
    #expect(marked(Self.plan(body), "PT107") == ["PT107 附表 2"])
  }

  @Test(arguments: [
    "依「乙計畫」附件3辦理。", "依署頒要點之附件 3 辦理。", "附近有附表格式。", "如附表1至附表1。", "詳如附件。",
  ])
  func attachmentsOfOthers(text: String) {
    #expect(marked(Self.plan("## 壹、甲\n\n\(text)\n\n" + Self.table), "PT107") == [])
  }

  /// Tables without a label, one of which may be meant.
  @Test func attachmentsThatNoTableIsLabelledAs() throws {
    let roster = "## 推動小組編組名冊\n\n| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n"
    let body = "## 壹、方法如附件1。\n\n名冊如附表。另填附表，裝訂如附件冊。\n\n\(roster)\n## 工作日誌\n\n### 一、甲\n"
    let found = findings(Self.plan(body), "PT107")
    #expect(marked(Self.plan(body), "PT107") == ["PT107 附件1"])
    #expect(found.map(\.notes.count) == [3])  // 附表, and the two tables.
    #expect(found.map(\.severity) == [.error])
    // With more than there are tables it is none of them.
    #expect(marked(Self.plan(body.replacing("附件1", with: "附件19")), "PT107") == ["PT107 附件19", "PT107 附表"])
    // A table that is called so without a number is the one.
    #expect(marked(Self.plan("## 壹、甲\n\n如附表。\n\n## 附表：\(roster.dropFirst(3))\n## 工作日誌\n"), "PT107") == [])
  }

  @Test func kindsThatAreMixedUp() {
    // 附件1 can only be 附表1.
    #expect(findings(Self.plan("## 壹、甲\n\n如附件1。\n\n" + Self.table)).map(\.code) == ["PT109"])
    // Where 附表1 goes by its own name, 附件1 is something else.
    #expect(findings(Self.plan("## 壹、甲\n\n如附表1及附件1。\n\n" + Self.table)).map(\.code) == ["PT107"])
  }

  @Test func unlistedAttachments() {
    #expect(marked(Self.plan("## 壹、甲\n\n乙。\n\n" + Self.table)) == [])
    #expect(findings(Self.plan("## 壹、甲\n\n如附表2。\n\n" + Self.table)).map(\.code) == ["PT107", "PT108"])
  }
}

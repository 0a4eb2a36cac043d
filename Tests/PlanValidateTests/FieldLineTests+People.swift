import PlanFormats
import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate
/// Lines that a person has to decide about, and lines that are no fields.
extension FieldLineTests {
  /// Read as the field, with advice that names the character.
  @Test(arguments: [("︰", "U+FE30"), ("∶", "U+2236"), ("꞉", "U+A789"), ("︓", "U+FE13"), ("ː", "U+02D0")])
  func aStrangeColonIsNamed(colon: String, code: String) throws {
    let text = Self.plan("1. 檢討。\n   - 完成期限\(colon)107年4月\n").replacing("- 年度：", with: "- 年度 \(colon) ")
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let found = Validator().findings(on: document).filter { $0.code == "PT014" }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.severity == .warning && $0.summary(.zhHant).contains("「\(colon)」（\(code)）") })
    #expect(document.plan.metadata.year?.string == "107")
    #expect(try PlanConversion.canonical(document).contains("   - 完成期限：107年4月\n"))
    #expect(Fixer(Validator()).fix(document).report.document.problems.isEmpty)
  }

  /// A person has to say what belongs to the field, or which of two fields holds.
  @Test(arguments: [
    "1. 檢討。\n   完成期限：107年4月\n   並另行陳報。\n", "1. 檢討。\n   完成期限：\n   - 4月\n",
    "1. 檢討。\n   - 完成期限：107年5月\n\n   完成期限：107年4月\n",
    "1. 檢討。\n   完成期現：107年4月\n",
    // Whose it is: what people made an item of comes first.
    "- 檢討。\n■ 公布。\n  ■ 完成期限：107年4月\n", "1. 檢討。\n   (一)公布。\n   完成期限：107年4月\n",
    "1. 檢討。\n   ２、公布。\n   承辦單位：人事室\n", "1. 檢討：\n   (1)甲案\n      承辦單位：人事室\n", "1. 檢討。\n   ①公布。\n   完成期限：107年4月\n",
    "1. 檢討。\n   - 對象：各所\n   完成期限：107年4月\n", "1. 檢討：\n   - 申請表。\n     承辦單位：人事室\n",
    "1. 檢討。\n   - (一)公布。\n     完成期限：107年4月\n", "1. 檢討。\n   - 甲案\n\n   完成期限：107年4月\n",
    // A sentence goes on.
    "1. 檢討，並註明\n   承辦單位：人事室\n", "1. 檢討，應載明下列事項：\n   承辦單位：人事室\n", "1. 檢討：\n\n   承辦單位：人事室\n",
    "1. 檢討。\n   承辦單位：人事室，俾民眾查詢。\n",
    // Two fields on one line.
    "1. 檢討。\n   承辦單位：人事室，完成期限：107年4月\n", "1. 檢討。\n   完成期限：107年4月 承辦單位：人事室\n",
    "1. 檢討。\n   承辦單位：人事室；完成期限：107年4月\n   完成期限：107年5月\n",
  ])
  func isLeftToAPerson(measure: String) {
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: Self.plan(measure)))
    let result = Fixer(Validator()).fix(document)
    #expect(result.report.findings.contains { $0.code == "PT014" && $0.severity == .error }, "\(measure)")
    #expect(result.applied["PT014"] == nil, "\(measure)")
  }

  /// What a field is cut off before is told where the field is taken away too.
  @Test(arguments: [
    "- 表別：編組名冊\n  表別：單位表\n  重要說明。\n", "- 表別：編組名冊\n  ・表別：單位表\n", "- 表別：編組名冊\n  - 甲\n    表別：乙\n",
    "-　表別：編組名冊\n表別：單位表\n",
  ])
  func aStatedKindLosesNothing(list: String) {
    let text = "# 甲計畫\n\n- 年度：107\n\n## 附件一\n\n\(list)\n| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 局長 |\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(!document.problems.isEmpty, "\(list)")
    #expect(throws: PlanConversion.Problem.self) { try PlanConversion.canonical(document) }
  }

  /// An item that is no 表別 stays what it is, whatever its lines look like.
  @Test func aMeasureIsNoStatedKind() {
    let text = "# 甲計畫\n\n- 年度：107\n\n## 壹、目標\n\n- 一、說明\n  表別：單位表\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(document.plan.sections.first?.content.kind == .narrative)
    #expect(document.problems.isEmpty)
  }

  /// However deep items nest, a line among them that is meant as a field is told.
  @Test(arguments: [1, 7, 8, 9, 19, 20, 21, 40]) func depthHidesNoField(depth: Int) {
    let nested = (0..<depth).map { String(repeating: " ", count: 3 + 2 * $0) + "- 甲\n" }.joined()
    let line = String(repeating: " ", count: 3 + 2 * depth) + "完成期限：107年4月\n"
    let document = PlanDocument(
      reading: SourceText(name: "a.plan.md", text: Self.plan("1. 檢討。\n" + nested + line)))
    #expect(Validator().findings(on: document).contains { $0.code == "PT014" }, "\(depth)")
  }

  /// What would be words of the measure, which takes the deadline of its heading, is reported where it stands.
  @Test(arguments: [
    ("1. 檢討。\n   完成期限 107年4月\n", "PT014"), ("1. 檢討。\n   > 完成期限：107年4月\n", "PT014"),
    ("1. 檢討。\n   - 【完成期限】107年4月\n", "PT006"), ("1. 檢討。\n   - 完成期限=107年4月\n", "PT006"),
    ("1. 檢討。\n   - 完成期限（107年4月）\n", "PT006"), ("1. 檢討。\n   － － 完成期限：107年4月\n", "PT014"),
    ("1. 檢討。\n   (一)公布。\n   - 完成期限：107年4月\n", "PT014"), ("1. 檢討。\n   - 完成期限\n     107年4月\n", "PT006"),
    ("1. 檢討。\n   - 完成期限\t107年4月\n", "PT006"), ("- 檢討。\n■ 公布。\n", "PT014"), ("- 檢討。\n○ 每月宣導5場。\n", "PT014"),
    ("1. 檢討。\n   - 承辦單位：人事室，完成期限：107年4月\n", "PT014"), ("1. 檢討。\n   - 承辦單位 人事室\n", "PT006"),
  ])
  func isNotPassedOver(measure: String, code: String) {
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: Self.plan(measure)))
    let found = Validator().findings(on: document).filter { $0.code.hasPrefix("PT0") }
    #expect(found.map(\.code) == [code] && found[0].severity == .error, "\(measure)")
  }

  /// When and who of a part of a measure are its words: it is said once for each measure, however deep they stand.
  @Test(arguments: [
    "1. 檢討：\n   - (1)甲案\n     - ↓完成期限：107年4月\n     - 承辦單位：交通組\n   - (2)乙案\n     - 完成期限：107年5月\n",
    "1. 檢討：\n   1. 甲案\n      - ↓承辦單位：交通組\n", "1. 檢討：\n   - 甲案\n     - 子案\n       - ↓完成期限：107年4月\n",
  ])
  func ofAPartIsTold(measure: String) {
    let marked = MarkedText(Self.plan(measure))
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: marked.text))
    let found = Validator().findings(on: document).filter { $0.code.hasPrefix("PT0") }
    #expect(found.map(\.code) == ["PT014"] && found[0].severity == .warning, "\(measure)")
    #expect(found.map(\.range.lowerBound) == marked.offsets)
  }

  @Test(arguments: [
    "1. 檢討：\n   - 甲案\n     - 承辦單位：由各單位依權責分工。\n", "1. 檢討：\n   - 甲案\n     - 目標：90%\n",
    "1. 檢討。\n   - 承辦單位 應彙整各科意見\n", "1. 檢討。\n   期限：7日內\n", "1. 檢討：\n   • 甲案\n   • 乙案\n", "1. 檢討。\n   > 承辦單位：由各單位分工。\n",
    "1. 檢討。\n   - 完成期限（另訂）依規定辦理\n", "1. 檢討。\n   完成期限 另由秘書室訂定\n",
  ])
  func isNoField(measure: String) {
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: Self.plan(measure)))
    #expect(document.problems.isEmpty, "\(measure)")
  }

  /// Guesses are not called the second field of their name.
  @Test func aSlipIsReportedOnce() {
    let text = Self.plan("1. 檢討。\n   - 承單位：交通組\n   - 承辦單：交通組\n   - 承辦單位位：交通組\n")
    let found = Validator().findings(on: PlanDocument(reading: SourceText(name: "a.plan.md", text: text)))
    #expect(found.filter { $0.code.hasPrefix("PT0") }.map(\.code) == ["PT006", "PT006", "PT006"])
  }

  @Test func aLineBehindMeasuresBelongsToNone() {
    let document = PlanDocument(
      reading: SourceText(name: "a.plan.md", text: Self.plan("1. 檢討。\n\n完成期限：107年4月\n")))
    let found = Validator().findings(on: document).filter { $0.code.hasPrefix("PT0") }
    #expect(found.map(\.code) == ["PT008"])
  }

  @Test(arguments: [
    "## 貳、目標\n\n承辦單位：各單位。\n完成期限：107年4月\n", "## 壹、計畫依據\n\n- 一、某某函。\n  承辦單位：秘書室\n",
    "## 貳、目標\n\n－ 機關：甲機關\n• 年度︰107\n",
    "## 附表1、具體作法表\n\n說明：各項依序填列。\n備註：無。\n\n### 甲\n\n1. 檢討：依規定辦理。\n   電話：2345-6789\n   時間：上午9時\n   對象：民眾\n   注意：請依限辦理\n",
    "## 附表1、具體作法表\n\n### 甲\n\n1. 檢討。\n   > 期限：依公告\n\n   ```\n   承辦單位：甲\n   ```\n   <!-- 完成期限：107年4月 -->\n",
    "## 附表1、具體作法表\n\n### 甲\n\n1. 檢討。\n\n---\n\n承辦單位：研考科\n",
    "## 附表1、具體作法表\n\n### 甲\n\n1. 檢討，\n   依承辦單位所訂之完成期限：107年4月辦理。\n",
    "## 附表3、編組名冊\n\n承辦單位：研考科\n\n| 職稱 |\n| --- |\n| 委員 |\n",
  ])
  func otherLinesAreText(section: String) {
    let text = "# 甲計畫\n\n- 年度：107\n\n" + section
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(Validator().findings(on: document).filter { $0.code == "PT014" }.isEmpty, "\(section)")
  }
}

import PlanFormats
import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate

/// No field is lost in silence because it is not written as an item of a list.
@Suite struct FieldLineTests {
  /// Places where fields stand, with `@` for one line, the field that is meant, and the way to its value in JSON.
  static let places: [(name: String, text: String, field: String, value: String)] = [
    (
      "a measure", "1. 檢討。\n   @\n", "完成期限", "107年4月"
    ),
    ("a measure without its full stop", "1. 檢討\n   @\n", "完成期限", "107年4月"),
    ("a measure, behind a blank line", "1. 檢討。\n\n   @\n", "承辦單位", "人事室"),
    ("a measure, not indented", "1. 檢討。\n@\n2. 公布。\n", "預期效益", "案件減少"),
    ("a measure, indented too far", "1. 檢討。\n     @\n", "執行期間", "107年5月"),
    ("a measure with a Chinese number", "一、檢討。\n  @\n", "辦理期限", "107年6月"),
    ("a measure with a bullet", "- 檢討。\n  @\n", "措施名稱", "檢討措施"),
    ("the tenth measure", "10. 檢討。\n   @\n", "期限", "107年7月"),
    ("a measure of two lines", "1. 檢討\n   案件。\n   @\n   - 承辦單位：人事室\n", "執行期間", "107年8月"),
    ("behind a field", "1. 檢討。\n   - 承辦單位：人事室\n   @\n", "完成期限", "107年9月"),
    ("in a field", "1. 檢討。\n   - 承辦單位：人事室\n     @\n   - 預期效益：減少\n", "完成期限", "107年10月"),
    ("under a heading", "@\n\n1. 檢討。\n", "主辦單位", "會計室"),
    ("under a heading, behind a field", "- 承辦單位：會計室\n@\n\n1. 檢討。\n", "完成期限", "107年12月"),
    ("under a heading, before the measure", "@\n1. 檢討。\n", "預期成效", "滿意度提升"),
  ]

  /// What a field looks like that is no item, with `N` for its name and `V` for its value.
  static let spellings = [
    "N：V", "N:V", "N: V", "N ：V", "N　：V", "N︰V", "N∶V", "N﹕V", "N꞉V", "N︓V", "N ∶ V", "-N：V", "－ N：V", "－N：V", "— N：V",
    "–N：V", "﹣N：V",
    "・N︰V", "*N：V", "+N:V", "-　N：V", "**N**：V", "「N」：V", "　N：V",
  ]

  /// A plan whose headings have fields of their own, which the measure takes where it has none.
  static func plan(_ measure: String) -> String {
    """
    # 甲機關107年度提升服務品質執行計畫

    - 機關：甲機關
    - 年度：107

    ## 附表1、具體作法表

    - 完成期限：107年1月
    - 承辦單位：秘書室

    ### 基礎服務（200分）

    #### 服務一致及正確

    ##### 服務及時性

    \(measure)
    """
  }

  /// Bullets of word processors are bullets: the field is read, and nothing is wrong.
  @Test(arguments: places.indices, ["• ", "•", "‧", "·", "●　", "➢\t", "\u{F0B2} ", "◎"])
  func isReadBehindAWordBullet(place: Int, bullet: String) throws {
    let (name, text, field, value) = Self.places[place]
    func read(_ bullet: String) -> PlanDocument {
      let text = Self.plan(text.replacing("@", with: "\(bullet)\(field)：\(value)"))
      return PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    }
    let document = read(bullet)
    #expect(document.problems.isEmpty, "\(name): \(document.problems)")
    // Not indented, it belongs to the number above it, as `-` does only where it is indented. In a field it is text.
    if name != "a measure, not indented", name != "in a field" {
      #expect(PlanJSON.output(document.content).text() == PlanJSON.output(read("- ").content).text(), "\(name)")
    }
  }

  static let all = places.indices.flatMap { place in spellings.indices.map { (place, $0) } }

  @Test(arguments: all) func isAnErrorAndMended(place: Int, spelling: Int) {
    let (name, text, field, value) = Self.places[place]
    let line = Self.spellings[spelling].replacing("N", with: field).replacing("V", with: value)
    expectMended(Self.plan(text.replacing("@", with: line)), line: line, value: value, "\(name): \(line)")
  }

  /// A marker alone on its line has no words: the next line is the first that could be a field.
  @Test(arguments: ["1. 檢討。\n   -\n     @", "1.\n   @", "1. 檢討。\n   - 承辦單位：人事室\n   -\n     @"])
  func isAnErrorBehindAMarkerAlone(text: String) {
    let source = SourceText(name: "a.plan.md", text: Self.plan(text.replacing("@", with: "完成期限：107年4月")))
    let document = PlanDocument(reading: source)
    #expect(Validator().findings(on: document).filter { $0.code == "PT014" }.count == 1, "\(text)")
  }

  /// Fields with a number or a box in front, and fields on the line of another. `↓` stands where the finding begins.
  @Test(arguments: [
    "1. 檢討。\n   ↓1. 完成期限：107年4月\n   ↓2. 承辦單位：秘書室", "1. 檢討。\n   - ↓[ ] 完成期限：107年4月".replacing("- ↓", with: "↓- "),
    "1. 檢討。\n   ↓- 一、承辦單位：秘書室", "1. 檢討。\n   ↓(1) 完成期限：107年4月\n   ↓(2) 預期效益：減少逾期案件。",
    "1. 檢討。\n   - 完成期限：107年4月 ↓承辦單位：秘書室", "- 完成期限：107年4月；↓承辦單位：秘書室，↓預期效益：減少\n\n1. 檢討。",
    "1. 檢討。\n   - 承辦單位：秘書室、人事室，↓完成期限： 107年4月",
  ])
  func isAnErrorWithANumberOrOnTheLineOfAnother(text: String) {
    let marked = MarkedText(Self.plan(text + "\n"))
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: marked.text))
    let findings = Validator().findings(on: document)
    #expect(findings.filter { $0.code == "PT014" }.map(\.range.lowerBound) == marked.offsets, "\(text)")
    #expect(!findings.contains { $0.code == "PT302" }, "\(text)")
  }

  /// In a cell and in a JSON string nothing can be mended by a line break, but the place is that of the second name.
  @Test func isAnErrorInTheCellOfAnother() {
    let head = "| 構面 | 項目 | 重點 | 具體作法 | 完成期限 | 承辦單位 |\n| --- | --- | --- | --- | --- | --- |\n"
    let row = "| 甲 | 乙 | 丙 | 檢討。 | 107年4月 | 秘書室，↓預期效益 ：減少逾期 |\n"
    let probe = RuleProbe("PT014", "## 附表1、具體作法表\n\n\(head)\(row)")
    #expect(probe.places == probe.marks)
  }

  @Test func isAnErrorOnTheLineOfTheAgency() {
    let text = "# 甲計畫\n\n- 機關：某分局 年度：107\n\n## 壹、目標\n\n文字。\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let findings = Validator().findings(on: document).filter { $0.code == "PT014" }
    #expect(findings.count == 1)
    #expect(findings.first?.summary(.zhHant).has("與「機關」寫在同一行") == true)
    guard case .plan(let plan) = document.content else { return }
    #expect(plan.metadata.agency?.string == "某分局")
    #expect(plan.metadata.year?.string == "107")
  }

  /// Numbered items that use the names of fields as words, and values that speak of other fields.
  @Test(arguments: [
    "1. 檢討。\n   1. 承辦單位：負責彙整資料，並按月提報。\n   2. 協辦單位：配合辦理。", "1. 檢討。\n   (1) 辦理情形：每月提報\n   (2) 成果：每季公布",
    "1. 檢討。\n   - 預期效益：減少逾期，完成期限：不再展延。", "1. 檢討。\n   - 承辦單位：秘書室 人事室", "1. 檢討。\n   - 完成期限：107年4月 完成期限：107年5月",
  ])
  func wordsWithNumbersAreWords(text: String) {
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: Self.plan(text + "\n")))
    #expect(Validator().findings(on: document).filter { $0.code == "PT014" }.isEmpty, "\(text)")
  }

  /// Phases of which none but the last has its fields as items.
  @Test func isAnErrorInEveryPhase() {
    let source = SourceText(
      name: "a.plan.md",
      text: """
        # 甲提案

        - 文件種類：創意提案

        ## 實施方法

        - 一、規劃
          時程：107年1月至107年3月
          單位：秘書室
        - 二、執行
          時程：107年13月
        - 三、結案
          - 時程：107年9月
        - 四、檢討
          單位：秘書室

        """)
    let findings = Validator().findings(on: PlanDocument(reading: source))
    #expect(
      findings.filter { $0.code == "PT014" }.map { source.position(at: $0.range.lowerBound).line } == [8, 9, 11, 15])
    #expect(findings.contains { $0.code == "PT303" })
    // A unit of measurement makes no phase of an item.
    let money = SourceText(
      name: "a.plan.md", text: "# 甲提案\n\n- 文件種類：創意提案\n\n## 實施方法\n\n- 經費\n  單位：元\n")
    #expect(!Validator().findings(on: PlanDocument(reading: money)).contains { $0.code == "PT014" })
  }

  /// Below a table that is the whole section a line is a remark, unless it can only be meant as a field.
  @Test func isAnErrorBelowATable() {
    let table = "| 構面 | 項目 | 重點 | 具體作法 | 完成期限 |\n| --- | --- | --- | --- | --- |\n| 甲 | 乙 | 丙 | 檢討。 | 107年4月 |\n"
    let probe = RuleProbe("PT008", "## 附表1、具體作法表\n\n\(table)\n↓完成期限：107年5月\n↓－完成期限：107年6月\n")
    #expect(probe.places == probe.marks)
    let remark = "完成期限：依各項作法之規定辦理。\n說明：本表依檢核表之順序。\n"
    #expect(RuleProbe("PT008", "## 附表1、具體作法表\n\n\(table)\n\(remark)").findings.isEmpty)
  }

  /// Where fields stand beside measures.
  @Test(arguments: [
    ("# 甲計畫\n\n- 機關：甲機關\n@\n- 期程：107年\n\n## 壹、目標\n\n文字。\n", "年度：107", "\"year\": 107"),
    ("# 甲計畫\n\n@\n\n- 年度：107\n\n## 壹、目標\n\n文字。\n", "-　機關︰甲機關", "\"agency\": \"甲機關\""),
    ("# 甲計畫\n\n@\n\n## 壹、目標\n\n文字。\n", "檢核表:police-107", "\"checklist\": \"police-107\""),
    ("# 甲計畫\n\n- 年度：107\n\n## 附表1、一覽\n\n@\n\n說明。\n\n### 甲\n\n1. 乙。\n", "－表別：具體作法表", "\"statedKind\": \"具體作法表\""),
    ("# 甲計畫\n\n- 年度：107\n\n## 附表1、巡檢工作日誌\n\n@\n\n### 環境\n\n填入。\n", "日期：107年4月5日", "107年4月5日"),
    ("# 甲提案\n\n- 文件種類：創意提案\n@\n\n## 背景說明\n\n文字。\n", "提案單位：甲科", "甲科"),
    ("# 甲提案\n\n@\n\n- 提案名稱：甲\n\n## 背景說明\n\n文字。\n", "文件種類：創意提案", "\"document\": \"proposal\""),
    ("# 甲提案\n\n- 文件種類：創意提案\n\n## 聯絡窗口\n\n- 姓名：王小明\n\n@\n", "聯絡電話：(02)2345-6789", "(02)2345-6789"),
    ("# 甲提案\n\n- 文件種類：創意提案\n\n## 實施方法\n\n1. 準備\n   - 時程：107年1月\n   @\n", "－單位：甲科", "甲科"),
  ])
  func isMendedInOtherPlaces(text: String, line: String, json: String) {
    expectMended(text.replacing("@", with: line), line: line, value: json, line)
  }

  func expectMended(_ text: String, line: String, value: String, _ name: String) {
    let source = SourceText(name: "a.plan.md", text: text)
    let document = PlanDocument(reading: source)
    let found = Validator().findings(on: document).filter { $0.code == "PT014" }
    #expect(found.count == 1 && found.allSatisfy { $0.severity == .error }, "\(name): \(document.problems)")
    let place = found.first.map { source.text(in: source.rangeOfLine(source.line(at: $0.range.lowerBound))) } ?? ""
    #expect(place.trimmingWhiteSpace() == line.trimmingWhiteSpace(), "\(name)")
    // What is meant is known, but it is not written before somebody has said so.
    #expect(PlanJSON.output(document.content).text().contains(value), "\(name)")
    #expect(throws: PlanConversion.Problem.self) { try PlanConversion.canonical(document) }
    let after = Fixer(Validator()).fix(document).report.document
    let fixed = after.source.text(in: 0..<after.source.bytes.count)
    #expect(after.problems.isEmpty, "\(name): \(after.problems)\n\(fixed)")
    #expect(
      PlanJSON.output(after.content).text() == PlanJSON.output(document.content).text(), "\(name): \(fixed)")
    #expect(throws: Never.self) { try PlanConversion.canonical(after) }
  }
}

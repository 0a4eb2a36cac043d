import PlanFormats
import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate
/// What is written of such a table, and what `--fix` makes of it.
extension UnreadTableTests {
  /// Where the words are kept as part of a text, the file can be written anew; where rows would be missing, it cannot.
  @Test(arguments: inPlaces) func nothingIsWrittenWithoutIt(place: Int, table: Int) {
    let text = MarkedText(Self.head + Self.places[place].text.replacing("@", with: Self.tables[table].text)).text
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let name = "\(Self.places[place].name), \(Self.tables[table].name)"
    guard Self.tables[table].fate == .unread, let written = try? PlanConversion.canonical(document) else { return }
    for line in text.split(separator: "\n") where line.contains("甲") {
      #expect(written.contains(line), "\(name): \(line)")
    }
    let sections = document.plan.sections.map(\.content.kind)
    #expect(sections == [.narrative], "\(name)")
  }

  /// What `--fix` makes of a table.
  static let mended: [(name: String, text: String, fixed: String)] = [
    (
      "a blank line", "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n\n  \n| 委員 | |\n\n| 委員 | 科長 |\n",
      "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n| 委員 | |\n| 委員 | 科長 |\n"
    ),
    (
      "CRLF", "| 職稱 | 現職 |\r\n| --- | --- |\r\n| 召集人 | 分局長 |\r\n\r\n| 委員 | 科長 |\r\n",
      "| 職稱 | 現職 |\r\n| --- | --- |\r\n| 召集人 | 分局長 |\r\n| 委員 | 科長 |\r\n"
    ),
    ("no line of dashes", "| 職稱 | 現職 |\n| 召集人 | 分局長 |\n", "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n"),
    ("full-width bars", "｜職稱｜現職｜\n｜－－｜－－｜\n｜召集人｜分局長｜\n", "|職稱|現職|\n| --- | --- |\n|召集人|分局長|\n"),
    ("strange dashes", "| 職稱 | 現職 |\n| —- | —- |\n| 召集人 | 分局長 |\n", "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n"),
  ]

  @Test(arguments: mended.indices) func isMended(index: Int) {
    let (name, text, fixed) = Self.mended[index]
    let head = Self.head + "## 附表3、推動小組編組名冊\n\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: head + text))
    let after = Fixer(Validator()).fix(document).report.document
    #expect(after.source.text(in: 0..<after.source.bytes.count) == head + fixed, "\(name)")
    #expect(after.problems.isEmpty, "\(name)")
  }

  /// A person has to look where a row has other cells, a header of its own, or a header of unknown columns.
  @Test(arguments: [
    "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n\n| 委員 | 科長 | 甲 |\n",
    "| 職稱 | 現職 |\n| --- | --- |\n| 召集人 | 分局長 |\n\n| 職稱 | 姓名 |\n| 委員 | 甲 |\n", "| 甲 | 乙 |\n| 丙 | 丁 |\n",
    "｜職稱｜現職|\n｜召集人｜分局長|\n", "職稱\t現職\t姓名\n召集人\t分局長\n", "<table><tr><td>職稱</td></tr></table>\n",
  ])
  func isLeftToAPerson(text: String) {
    let document = PlanDocument(
      reading: SourceText(name: "a.plan.md", text: Self.head + "## 附表3、推動小組編組名冊\n\n" + text))
    let result = Fixer(Validator()).fix(document)
    #expect(result.applied["PT013"] == nil, "\(text)")
  }

  /// What a rule of reading may do to the marks of a table, no other rule may.
  @Test func onlyReadingTouchesLines() {
    let bytes = Array("甲\n\n乙".utf8)
    let edit = Finding.Edit(range: 4..<5, text: "")
    #expect(!EditCheck.permits(edit, in: bytes))
    #expect(EditCheck.permits(edit, in: bytes, scope: .layout))
    for (text, range, with) in [("甲|乙", 3..<4, "丙"), ("甲|乙", 0..<3, "|"), ("1|2", 1..<2, ""), ("甲乙", 3..<3, "\\")] {
      #expect(
        !EditCheck.permits(Finding.Edit(range: range, text: with), in: Array(text.utf8), scope: .layout), "\(text)")
    }
    for source in FixTests.fixtures {
      for finding in Validator().findings(on: PlanDocument(reading: source)) {
        let isReading = RuleRegistry.rule(finding.code).map { $0 is any ReadingRule.Type } ?? false
        #expect(isReading || finding.fixes.allSatisfy { $0.scope == .words }, "\(source.name): \(finding.code)")
      }
    }
  }

  /// A line of dashes under a row would make a header of it.
  @Test(arguments: [
    ("<!-- 待確認 -->\n\n| 公布。 | 107年5月 | 交通組 |", "隔著別的內容"), ("以上為本年度作法。\n\n| 公布。 | 107年5月 | 交通組 |", "隔著別的內容"),
    ("| 公布。 | 107年5月 | 交通組 |", "刪去表格中的空白行"), ("｜公布。｜107年5月｜交通組｜", "改用半形"),
    ("| 具體作法 | 完成期限 | 承辦單位 |\n| 公布。 | 107年5月 | 交通組 |", "加「| --- | --- |」"),
    ("說明。\n\n| 甲 | 乙 |\n| 丙 | 丁 |", "加「| --- | --- |」"),
  ])
  func rowsBehindATableAreToldWhatPartsThem(rows: String, advice: String) throws {
    let found = RuleProbe(
      "PT013",
      """
      ## 附表1、具體作法表

      ### 基礎服務

      #### 服務一致及正確

      ##### 服務及時性

      | 具體作法 | 完成期限 | 承辦單位 |
      | --- | --- | --- |
      | 檢討。 | 107年4月 | 秘書室 |

      \(rows)
      """)
    #expect(found.summaries.count == 1 && found.summaries[0].contains(advice), "\(found.summaries)")
  }
}

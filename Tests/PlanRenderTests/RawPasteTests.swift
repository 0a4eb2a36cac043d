import PlanFormats
import PlanModel
import PlanTestSupport
import PlanRender
import PlanText
import Testing

/// What word processors and converters leave in a text is read as what it means.
@Suite struct RawPasteTests {
  private static func csv(_ measures: String) throws -> String {
    let text = "# 某機關107年度計畫\n\n- 年度：107\n\n## 附表1、具體作法表\n\n### 甲\n\n\(measures)\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(document.problems.isEmpty)
    return try Renderer.text(.measures, of: document.plan, checklist: nil, as: .csv)
  }

  @Test(arguments: [
    ("\\*甲\\_乙\\~丙\\#", "*甲_乙~丙#"), ("甲&nbsp;乙&amp;丙&#9675;", "甲 乙&丙○"), ("R&D 與 a&b;c", "R&D 與 a&b;c"),
    ("集合{1}與[註]{乙}", "集合{1}與[註]{乙}"),
    ("`\\*甲&amp;`", "`\\*甲&amp;`"), ("`甲\\*", "`甲*"), ("路徑 C:\\temp", "路徑 C:\\temp"),
  ])
  func marksAreTheCharactersThatTheyMean(written: String, shown: String) throws {
    #expect(try Self.csv("1. \(written)").contains(shown))
    #expect(written.shownWords == shown)
  }

  /// Of what other programs wrote for themselves the words are shown.
  @Test func marksOfOtherProgramsAreNotShown() throws {
    let text =
      "# 某機關107年度計畫\n\n- 年度：107\n\n## 附表1、具體作法表\n\n### 甲\n\n1. 檢討[流程]{.underline}一次[]{#a}。\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(document.problems.count == 1)
    #expect(try Renderer.text(.measures, of: document.plan, checklist: nil, as: .csv).contains("檢討流程一次。"))
  }

  /// In tables and in running text.
  @Test func referencesAreCharactersOnPages() throws {
    let text =
      "# 某機關107年度計畫\n\n- 年度：107\n\n## 壹、目標\n\n甲&nbsp;乙&amp;丙&#9675;，`丁&amp;`，戊&己。\n\n## 附表1、具體作法表\n\n### 甲\n\n1. 庚&lt;br>辛&nbsp;。\n"
    let plan = PlanDocument(reading: SourceText(name: "a.plan.md", text: text)).plan
    let html = try Renderer.text(.plan, of: plan, checklist: nil, as: .html)
    #expect(html.contains("甲 乙&amp;丙○，<code>丁&amp;amp;</code>，戊&amp;己。"))
    #expect(html.contains("庚&lt;br&gt;辛 。"))
  }

  /// What is a formula once its escape is gone is none.
  @Test func escapesHideNoFormula() throws {
    #expect(try Self.csv("1. \\=1+1").contains(",'=1+1,"))
  }

  @Test(arguments: ["1) 檢討。\n2) 公布。", "1)檢討。\n2)公布。", "1） 檢討。\n2） 公布。"])
  func numbersBeforeAParenthesisAreItems(list: String) throws {
    let rows = try Self.csv(list).split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(rows[1].contains("檢討。") && rows[2].contains("公布。"))
  }

  @Test func deadlinesAndUnitsAreReadWithoutReferences() throws {
    let text =
      "# 某機關107年度計畫\n\n- 年度：107\n\n## 附表1、具體作法表\n\n### 甲\n\n- 完成期限：107年&nbsp;3月31日\n- 承辦單位：甲課&nbsp;、乙課\n\n1. 檢討。\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    guard case .measures(let table) = document.plan.sections[0].content else { return #expect(Bool(false)) }
    let fields = table.groups[0].defaults
    #expect(fields.deadline?.meaning != nil)
    #expect(fields.units?.units.map(\.string) == ["甲課", "乙課"])
    let unit = try #require(fields.units?.units.last)
    #expect(document.source.text(in: unit.range) == "乙課")
  }
}

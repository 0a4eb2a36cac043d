import PlanFormats
import PlanModel
import PlanTestSupport
import PlanText
import Testing

@testable import PlanValidate

/// Files that other programs wrote, or that are written for them too.
@Suite struct ForeignMarkTests {
  private static func document(_ text: String) -> PlanDocument {
    PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  private static let plan = "# 甲計畫\n\n- 年度：107\n\n## 壹、目標\n\n文字。\n"

  /// What stands before the title for other programs is kept where it stands, byte for byte, and read by nobody.
  @Test(arguments: [
    "---\ntitle: 甲計畫\ntags: plan, 研考\n---", "---\ntitle: 甲\n...",
    "---\n# 說明\nlang: zh-TW\n\ntags:\n- 計畫\n  - 研考\nx_1: \"# 乙\"\n---",
    "---\nabstract: |\n  ## 不是章節\n---",
  ])
  func frontMatterIsKept(front: String) throws {
    for gap in ["\n", "\n\n"] {
      let document = Self.document(front + gap + Self.plan)
      #expect(document.problems.isEmpty, "\(front): \(document.problems)")
      #expect(document.plan.title?.string == "甲計畫")
      #expect(document.plan.sections.count == 1)
      let written = try PlanConversion.canonical(document)
      #expect(written == front + "\n\n" + Self.plan)
      // By way of JSON too.
      let json = PlanJSON.output(document.content).text()
      let again = PlanDocument(reading: SourceText(name: "a.plan.json", text: json))
      #expect(PlanTextWriter.text(again.content) == written)
    }
  }

  /// Two lines across the page with words between them are no settings.
  @Test(arguments: [
    "---\n備註：甲\n---\n", "---\n\n---\n", "---\n文字。\ntitle: 甲\n---\n", "---\ntitle: 甲\n", "文字\n---\ntitle: 甲\n---\n",
    " ---\ntitle: 甲\n---\n",
  ])
  func wordsBetweenRulesAreNoFrontMatter(text: String) {
    #expect(BlockTree(SourceText(name: "", text: text)).blocks.allSatisfy { $0.kind != .comment })
  }

  /// A comment of the same words in another place stays a comment.
  @Test func aCommentOfSettingsStaysOne() throws {
    let text = "<!-- 甲 -->\n\n<!-- ---\ntitle: 甲\n--- -->\n\n" + Self.plan
    #expect(try PlanConversion.canonical(Self.document(text)) == text)
  }

  /// The fix leaves out the marks and nothing else, and what is read without them is what was read with them.
  @Test(arguments: [
    ("## 壹、目標 {#a}", "## 壹、目標"), ("## 壹、目標 {#_Toc107 .unnumbered}", "## 壹、目標"), ("## 壹、目標[]{#a .anchor}", "## 壹、目標"),
    ("壹、目標 {.x}\n---", "壹、目標\n---"),
  ])
  func namesOfHeadingsAreNoWords(heading: String, plain: String) throws {
    try expectMended(Self.plan.replacing("## 壹、目標", with: heading), Self.plan.replacing("## 壹、目標", with: plain))
  }

  @Test(arguments: [
    ("[文字]{.underline}。", "文字。"), ("依[甲]{.mark}及[乙\\]]{lang=\"zh\"}。", "依甲及乙\\]。"), ("[]{#_Ref5}文字。", "文字。"),
    ("[110年]{.underline}文字[，第3次]{custom-style=\"甲\"}", "110年文字，第3次"),
  ])
  func marksAroundWordsAreNoWords(words: String, plain: String) throws {
    try expectMended(Self.plan.replacing("文字。", with: words), Self.plan.replacing("文字。", with: plain))
  }

  @Test(arguments: ["[TOC]", "[[toc]]", "[[_TOC_]]", "{:toc}"])
  func placesOfContentsAreNoWords(mark: String) throws {
    let text = Self.plan.replacing("## 壹", with: "\(mark)\n\n## 壹")
    #expect(Self.findings(text).map(\.code) == ["PT017"])
    #expect(Fixer(Validator()).fix(Self.document(text)).applied["PT017"] == 1)
  }

  /// What only looks like a mark.
  @Test(arguments: [
    "[甲](https://example.gov.tw)", "代號{#A}", "[甲]{乙}", "[甲]{}", "[甲] {.b}", "`[甲]{.b}`", "[甲\n乙]{.b}", "[[甲]", "]{.b}",
    "[註1]：文字", "集合 {1, 2}",
  ])
  func otherBracketsAreWords(words: String) {
    #expect(Self.findings(Self.plan.replacing("文字。", with: words)).isEmpty, "\(words)")
  }

  /// When and who are read past the marks, in fields and in cells, and what is wrong is shown where it stands.
  @Test(arguments: [
    "- 期限：@\n- 承辦單位：[甲課]{.mark}、乙課", "- 期限：@\n- 承辦單位：[]{#a}甲課[、乙課]{.mark}",
    "- 期限：@\n- 承辦單位：甲課[&nbsp;]{.x}、乙課[]{#b}",
  ])
  func marksInDatesAndNamesAreNoWords(fields: String) throws {
    let cells = fields.split(separator: "\n").map { $0.drop { $0 != "：" }.dropFirst() }.joined(separator: " | ")
    let list = "1. 檢討。\n" + fields.split(separator: "\n").map { "   \($0)\n" }.joined()
    let table = "| 具體作法 | 完成期限 | 承辦單位 |\n| --- | --- | --- |\n| 檢討。 | \(cells) |\n"
    for body in [list, table] {
      let text = "# 甲計畫\n\n- 年度：107\n\n## 附表1、具體作法表\n\n### 一、甲\n\n" + body
      for date in ["[107年9月31日]{.underline}", "107年[9月]{.mark}31日"] {
        let document = Self.document(text.replacing("@", with: date))
        let group = try #require(document.plan.placedGroups(checklist: nil).first?.group)
        let fields = try #require(group.measures.first?.fields)
        #expect(fields.deadline?.text.string == "107年9月31日")
        #expect(fields.units?.units.map(\.string) == ["甲課", "乙課"])
        let finding = try #require(Validator().findings(on: document).first { $0.code == "PT303" })
        #expect(document.source.text(in: finding.range) == date.replacing("[107年9月31日]{.underline}", with: "107年9月31日"))
      }
    }
  }

  private static func findings(_ text: String) -> [Finding] {
    Validator().findings(on: document(text)).filter { $0.code == "PT017" }
  }

  private func expectMended(_ text: String, _ plain: String) throws {
    let document = Self.document(text)
    let found = Self.findings(text)
    #expect(found.count == 1 && found.allSatisfy { $0.severity == .note }, "\(document.problems)")
    let after = Fixer(Validator()).fix(document).report.document
    #expect(after.source.text(in: 0..<after.source.bytes.count) == plain)
    #expect(Self.findings(plain).isEmpty)
  }
}

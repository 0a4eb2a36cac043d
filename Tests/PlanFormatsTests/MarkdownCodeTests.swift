import PlanFormats
import PlanText
import Testing

/// Free Markdown keeps every line that means something, and what looks like a heading in code or HTML is none.
@Suite struct MarkdownCodeTests {
  private static let head = "# 甲107年度計畫\n\n- 年度：107\n\n## 壹、內容\n\n"

  private func document(_ content: String) -> PlanDocument {
    PlanDocument(reading: SourceText(name: "a.plan.md", text: Self.head + content))
  }

  private func headings(_ content: String) -> [String] { document(content).plan.sections.map(\.heading.string) }

  /// Blanks at the ends of lines, U+3000, and blank lines that nothing ends.
  @Test(arguments: [
    "    甲乙  \n", "    甲乙  \n\n    \n    丙  \n", "```\n甲  \n\n```\n", "```\n甲\n\n\n", "~~~\n\n  \n", "　　甲乙。　\n　丙。\n",
    "甲  \n乙\\\n丙  \n", "甲\u{A0}\n\u{3000}\n乙\u{2003}\n", "甲\u{B}乙\u{C}\n\u{85}丙\u{2028}丁\n", "\u{3000}\n",
    "- ```\n  甲\n\n\n",
    "- 甲\n\n      乙  \n", "> ```\n> 甲  \n", "<pre>\n\n甲\n\n\n",
  ])
  func narrativeIsKeptAsItIs(content: String) throws {
    let document = document(content)
    #expect(document.problems.isEmpty, "\(document.problemList)")
    #expect(try PlanConversion.canonical(document) == Self.head + content)
    let json = PlanDocument(
      reading: SourceText(name: "a.plan.json", text: try PlanConversion.convert(document, to: .json)))
    #expect(try PlanConversion.convert(json, to: .text) == Self.head + content)
  }

  @Test func blankLinesOfCodeThatAnItemEndsStay() throws {
    for blanks in ["", "\n", "\n\n\n"] {
      let text = Self.head + "- ```\n  甲\n" + blanks + "## 貳、乙\n\n丙\n"
      let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
      #expect(try PlanConversion.canonical(document) == text)
    }
  }

  /// A paragraph before or behind a table may be indented as paragraphs are in Chinese.
  @Test func introAndClosingKeepTheirIndentation() throws {
    let text =
      "# 甲\n\n## 附表2、措施調查表\n\n　　說明。　\n\n| 評核構面 | 評核項目 | 措施名稱 | 措施內容 |\n| --- | --- | --- | --- |\n| 甲 | 乙 | 丙 | 丁 |\n\n　　附註。\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(try PlanConversion.canonical(document) == text)
  }

  /// U+3000 at the ends of a measure, blanks at the ends of its lines, and the lines of its code.
  @Test func measuresKeepTheirIndentationAndCode() throws {
    let text =
      "# 甲\n\n## 計畫依據\n\n- 　甲函。　\n\n## 附表1、具體作法表\n\n### 構面\n\n1. 　甲乙。　\n   丙  \n   丁\n   - 完成期限：107年4月\n\n   ```\n   戊  \n\n\n   己\n   ```\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(document.problems.isEmpty, "\(document.problemList)")
    #expect(try PlanConversion.canonical(document) == text)
  }

  /// Each of CommonMark's seven kinds of HTML, with a line that ends no block of its kind.
  @Test(arguments: [
    ("<div>", "", "</div>"), ("<table>", "", "</table>"), ("<details open>", "", "</details>"),
    ("   <DIV", "", "></DIV>"),
    ("</div>", "", "甲"), ("<hr/>", "", "甲"), ("<pre>", "\n", "</pre>"), ("<textarea rows=3>", "\n", "甲</Textarea>"),
    ("<script>", "\n", "</script>"), ("<style>", "\n", "</pre>"), ("<!-- 甲", "\n", "-->"), ("<!-- 甲", "\n", "--> 乙"),
    ("<![CDATA[", "\n", "]]>"), ("<?甲", "\n", "?>"), ("<!DOCTYPE", "\n", ">"),
    ("<ruby lang='zh' a=b :c>", "", "</ruby>"),
    ("</ruby >", "", "甲"),
  ])
  func headingsInHTMLAreNone(start: String, blank: String, end: String) throws {
    let content = "\(start)\n## 參、不是章節\n\(blank)## 肆、也不是\n\(end)\n\n## 貳、章節\n\n乙\n"
    #expect(headings(content) == ["壹、內容", "貳、章節"])
    #expect(try PlanConversion.canonical(document(content)) == Self.head + content)
    // Right behind a paragraph too, but for a tag that Markdown does not know.
    if !start.contains("ruby") { #expect(headings("甲\n" + content) == ["壹、內容", "貳、章節"]) }
  }

  @Test(arguments: [
    "<div>甲</div>\n", "<ruby> 甲\n", "<a b=>\n", "< div>\n", "甲\n<ruby>\n", "    <div>\n", "<!-- 甲 -->\n", "<!-->\n",
    "<pre>甲</pre>\n",
  ])
  func headingsBehindHTMLAreSome(html: String) {
    #expect(headings(html + "\n## 貳、章節\n") == ["壹、內容", "貳、章節"])
  }

  @Test(arguments: [
    "```\n## 參、甲\n```\n", "~~~ ```\n## 參、甲\n```\n~~~\n", "  ````\n```\n## 參、甲\n````\n", "```\n    ```\n## 參、甲\n```\n",
    "一、甲\n  ```\n## 參、甲\n  ```\n", "- ```\n  ## 參、甲\n  ```\n", "    ## 參、甲\n",
  ])
  func headingsInCodeAreNone(code: String) {
    #expect(headings(code + "\n## 貳、章節\n") == ["壹、內容", "貳、章節"])
  }

  /// What stands between tags such as `<pre>` in a measure is no field of it and no item.
  @Test(arguments: ["pre", "textarea", "script", "style", "PRE"]) func fieldsInHTMLOfAMeasureAreNone(tag: String) throws
  {
    let html = "<\(tag)>\n   - 完成期限：107年4月\n\n\n     承辦單位：甲\n   </\(tag)>"
    let text = "# 甲\n\n## 附表1、具體作法表\n\n### 構面\n\n1. 作法\n   - 完成期限：107年5月\n   \(html)\n2. 乙\n"
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    #expect(document.problems.isEmpty, "\(document.problemList)")
    guard case .measures(let table)? = document.plan.sections.first?.content else {
      Issue.record("\(document.plan.sections)")
      return
    }
    let measures = table.groups[0].measures
    #expect(measures.map { $0.fields.deadline?.text.string } == ["107年5月", nil])
    #expect(measures[0].text.string.contains("- 完成期限：107年4月\n\n\n  承辦單位：甲"))
    #expect(try PlanConversion.canonical(document) == text)
  }

  @Test(arguments: ["``` 甲 ``` 乙\n", "    ```\n", "```甲`乙\n", "``\n", "- ```\n"])
  func whatIsNoFenceHidesNothing(line: String) {
    #expect(headings(line + "\n## 貳、章節\n") == ["壹、內容", "貳、章節"])
  }

  /// A block that is no paragraph and stands among measures is told, with all that is in it.
  @Test func measuresInHTMLAreTold() {
    let text = "# 甲\n\n## 附表1、具體作法表\n\n### 構面\n\n<div>\n- 甲\n  - 完成期限：107年4月\n</div>\n"
    let problems = PlanDocument(reading: SourceText(name: "a.plan.md", text: text)).problems
    #expect(problems.count == 1)
    guard case .hiddenByHTML(let html)? = problems.first?.value, !html.isKept else {
      Issue.record("\(problems)")
      return
    }
  }

  @Test(arguments: [
    "`<!--` 甲\n", "```\n<!--\n```\n", "甲 `乙\n丙 <!-- 丁` 戊\n", "    <!--\n", "- 甲\n\n      <!--\n", "<!-->\n",
  ])
  func aCommentInCodeIsNotUnclosed(content: String) { #expect(document(content).problems.isEmpty) }

  @Test(arguments: ["<!-- 甲\n", "\\`<!--`\n", "``<!--`\n", "甲\n    <!--\n", "`<!-- -->` <!--\n"])
  func aCommentOutsideOfCodeIs(content: String) {
    let problems = document(content).problems.map { "\($0.value)" }
    #expect(problems == ["unclosedComment"])
  }

  /// Code keeps its place: every byte stands where it stood.
  @Test(arguments: [
    ("甲`乙`丙", "甲`xxx`丙"), ("``甲`乙``", "``xxx`xxx``"), ("`甲", "`甲"), ("\\`甲`", "\\`甲`"),
    ("甲\n\n    b\n\n丙", "甲\n\n     \n\n丙"), ("甲\n\n    乙 `b`\n\n丙", "甲\n\n    乙 `x`\n\n丙"),
    ("    ```\n    乙\n    ```\n", "    \n    \n    \n"), ("- 甲\n\n      乙 `b\n      c`", "- 甲\n\n      乙 `x\nxxxxxxx`"),
    ("甲\n    乙", "甲\n    乙"), ("```\n甲\n```\n乙", "   \n   \n   \n乙"),
    ("- 甲\n  ~~~\n  乙\n  ~~~\n- 丙", "- 甲\n     \n     \n     \n- 丙"),
    ("一、甲\n\n        乙", "一、甲\n\n        乙"), ("> 甲`乙`", "> 甲`xxx`"), ("<!-- ` --> 甲 `乙`", "<!-- ` --> 甲 `xxx`"),
    ("| `甲|` | 乙` |\n| - | - |", "| `xxxx` | 乙` |\n| - | - |"), ("## `甲`", "## `xxx`"), ("`甲\n乙`", "`xxx\nxxx`"),
  ])
  func codeIsTakenOut(text: String, without: String) {
    let found = PlanText(text).withoutCode.string
    #expect(found.utf8.count == text.utf8.count)
    // What looks like four blanks here is blank in the place of three bytes each.
    #expect(found.filter { $0 != " " } == without.filter { $0 != " " })
  }
}

import PlanFormats
import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate

/// No part of a plan is lost in silence because code or HTML that nobody ended is around it.
@Suite struct HiddenContentTests {
  private static let head = "# 甲機關107年度提升服務品質執行計畫\n\n- 機關：甲機關\n- 年度：107\n\n"
  private static let prose = head + "## 壹、計畫目標\n\n"
  private static let table = head + "## 附表1、具體作法表\n\n### 甲（100分）\n\n#### 乙\n\n##### 丙\n\n"

  private func document(_ text: String) -> PlanDocument {
    PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
  }

  private func expect(_ text: String, _ name: String) {
    let marked = MarkedText(text)
    let findings = Validator().findings(on: document(marked.text))
    let found = findings.filter { $0.code == "PT015" }
    #expect(found.map(\.range.lowerBound) == marked.offsets, "\(name): \(findings.map { $0.summary(.zhHant) })")
    #expect(found.allSatisfy { $0.severity == .error }, "\(name)")
    // Nothing else is said of the same lines.
    let places = Set(found.map(\.range.lowerBound))
    #expect(!findings.contains { $0.code == "PT009" && places.contains($0.range.lowerBound) }, "\(name)")
  }

  /// What a plan has parts of.
  static let parts = [
    "## 貳、經費來源", "##貳、經費來源", "- 乙", "二、乙", "1. 乙", "- [ ] 乙", "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |", "完成期限：107年4月",
    "－承辦單位：甲",
  ]

  @Test(arguments: parts, ["```", "~~~", "````md", "  ```"]) func anOpenFenceHidesNothing(part: String, fence: String) {
    let blanks = String(fence.prefix { $0 == " " })
    expect(Self.prose + "\(blanks)↓\(fence.dropFirst(blanks.count))\n文字。\n\n\(part)\n\n文字。\n", "\(fence) \(part)")
    expect(
      Self.table + "1. 甲\n\n\(blanks)↓\(fence.dropFirst(blanks.count))\n文字。\n\n\(part)\n\n文字。\n", "\(fence) \(part)")
  }

  /// Plain lines up to the end are code, as Markdown has it.
  @Test(arguments: [
    "```\n文字。\n\n- 甲\n```\n", "```\n文字。\n\n更多。\n", "~~~\nlet a = 1\n", "- 甲\n  ```\n  文字\n- 乙\n", "- ```\n",
  ])
  func plainCodeIsCode(code: String) { expect(Self.prose + code, code) }

  /// In an item a fence ends with the item, and what follows is read.
  @Test(arguments: ["- ", "1. ", "一、", "（一）", "- 一、"]) func anOpenFenceEndsWithItsItem(marker: String) throws {
    let blanks = String(repeating: " ", count: marker.hasPrefix("1") ? 3 : 2)
    let isMarkdown = marker.hasPrefix("-") || marker.hasPrefix("1")
    let other = ["一、": "二、", "（一）": "（二）"][marker] ?? marker
    let open = isMarkdown ? "" : "↓"
    let text =
      Self.table + "\(marker)作法\n\(blanks)\(open)```\n\(blanks)x\n\(other)乙\n\(blanks)- 完成期限：107年13月\n\n## 參、其他\n\nx\n"
    expect(text, marker)
    let document = document(MarkedText(text).text)
    #expect(document.plan.sections.map(\.heading.string) == ["附表1、具體作法表", "參、其他"])
    #expect(Validator().findings(on: document).contains { $0.code.hasPrefix("PT30") }, "\(marker)")
    if isMarkdown {
      let text = try PlanConversion.canonical(document)
      #expect(text.contains("\n## 參、其他\n"))
      #expect(try PlanConversion.canonical(self.document(text)) == text)
    } else {
      #expect(throws: PlanConversion.Problem.self) { try PlanConversion.canonical(document) }
    }
  }

  @Test(arguments: [
    "- 甲\n  ↓```\n  - 完成期限：107年4月\n- 乙\n", "1. 甲\n   ↓~~~\n   承辦單位：乙\n", "- 甲\n  - 乙\n    ↓```\n    - 丙\n  - 丁\n- 戊\n",
    "- 甲\n  ↓<pre>\n  - 完成期限：107年4月\n- 乙\n", "1. 甲\n   ↓<textarea>\n   - 承辦單位：丙\n\n2. 乙\n",
    "一、甲\n  ↓```\n  x\n（一）乙\n二、丙\n",
  ])
  func fieldsOfAnItemAreMissed(item: String) { expect(Self.table + item, item) }

  @Test(arguments: [
    "<br>\n↓## 貳、經費\n", "</div>\n↓## 貳、經費\n", "<div style=\"page-break-after: always\"></div>\n↓## 附表1、編組名冊\n",
    "<div>\n文字\n↓- 完成期限：107年4月\n</div>\n", "<details>\n↓## 貳、經費\n</details>\n",
    "<center>\n↓| 職稱 | 現職 |\n| --- | --- |\n</center>\n", "<hr/>\n↓##貳、經費\n",
    "<div><pre>\n## 甲\n</pre>\n↓## 貳、經費\n</div>\n", "<div>\n<pre>\n↓## 貳、經費\n</div>\n",
    "<?文字\n\n↓## 貳、經費\n", "<!a 文字\n↓## 貳、經費\n\n甲\n", "<![CDATA[\n↓## 貳、經費\n]]>\n", "<?文字\n↓## 貳、經費\n?>\n",
    "↓<pre>\n文字\n\n## 貳、經費\n", "↓<script>\n\n- 機關：甲\n", "甲\n↓<style>\n## 貳、經費\n",
  ])
  func htmlHidesNothing(html: String) { expect(Self.prose + "文字。\n\n" + html, html) }

  @Test(arguments: [
    "<pre>\n## 甲\n- 完成期限：107年4月\n</pre>\n", "<script>\n\n## 甲\n</script>\n", "<div>\n<pre>\n## 甲\n</pre>\n</div>\n",
    "<!-- 甲\n## 乙\n-->\n", "<!-- 甲\n## 乙\n--> 丙\n", "<br>\n\n## 貳、經費\n", "文字。\n<br>\n## 貳、經費\n",
    "<ul>\n<li>甲\n- 乙\n</ul>\n",
    "<div>\n| a | b |\n| - | - |\n</div>\n", "<pre>\n文字\n", "<?文字\n\n文字。\n", "`<pre>`\n\n## 貳、經費\n",
  ])
  func htmlIsHTML(html: String) { expect(Self.prose + html, html) }

  /// The heading that is hidden is not blamed for what it is not.
  @Test func theHeadingIsNoReference() {
    let findings = Validator().findings(on: document(Self.prose + "<br>\n## 附表1、編組名冊\n\n甲\n"))
    #expect(findings.filter { $0.code == "PT107" }.isEmpty)
    // Personal data and wrong words are told wherever they stand.
    let others = Validator().findings(on: document(Self.prose + "<br>\n## 貳、各單位單位之經費\n\n甲\n"))
    #expect(others.contains { $0.code == "PT606" })
  }

  /// Among measures HTML is out of place; the blank line that is missing is the cause.
  @Test func amongMeasuresNothingIsWritten() {
    let document = document(Self.table + "1. 甲\n\n<br>\n## 貳、經費\n")
    #expect(document.problems.count == 1)
    #expect(throws: PlanConversion.Problem.self) { try PlanConversion.canonical(document) }
    // In prose all lines are kept as they are.
    let prose = self.document(Self.prose + "<br>\n## 貳、經費\n")
    #expect(throws: Never.self) { try PlanConversion.canonical(prose) }
  }
}

import PlanFormats
import PlanText
import PlanTestSupport
import PlanValidate
import Testing

/// Code is an example: no rule looks into it, whatever it holds.
@Suite struct CodeTests {
  /// Everything that all rules say of a plan with some Markdown in a section, without the places.
  private func findings(_ content: String) -> [String] {
    let example = RuleExample("## 壹、計畫目標\n\n說明如下。\n\n\(content)\n\n以上為例。\n\n## 貳、其他\n\n無。\n")
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: example.plan))
    return Validator().findings(on: document)
      // Whoever reads a published plan reads what stands in its code too.
      .filter { $0.code != "PT406" }
      .map { "\($0.code) \($0.summary(.zhHant))" }
  }

  /// The failing example of a rule, line by line.
  private func lines(_ code: String) throws -> [String] {
    let example = try #require(RuleRegistry.rule(code)).description.failing
    return RuleExample(example.text).plan.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: RuleExampleTests.codes)
  func noRuleLooksBetweenFences(code: String) throws {
    let text = try lines(code).joined(separator: "\n")
    #expect(findings("`````\n\(text)\n`````") == findings("`````\n甲\n`````"))
    let nested = try lines(code).map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    #expect(findings("- 甲。\n\n  ~~~~~\n\(nested)\n  ~~~~~") == findings("- 甲。\n\n  ~~~~~\n  甲\n  ~~~~~"))
  }

  /// Fences inside fences end nothing, and what stands behind them is no code.
  @Test func faultsBehindFencesInFencesAreFound() {
    let expected = findings("```\n甲\n```\n\n- 一、甲。\n- 三、乙。\n- 四、丙。")
    #expect(expected.contains { $0.hasPrefix("PT106") })
    for code in ["````\n```\n一、甲\n````", "~~~\n```\n二、甲\n~~~", "````\n```\n甲\n```\n````"] {
      #expect(findings("\(code)\n\n- 一、甲。\n- 三、乙。\n- 四、丙。") == expected, "\(code)")
    }
  }

  /// `<!--` in code begins no comment, which would have to be closed.
  @Test(arguments: ["`<!--`", "`` <!-- ` ``", "```\n<!--\n```", "~~~\n```\n<!--\n~~~"])
  func codeHasNoUnclosedComment(code: String) {
    #expect(!findings(code).contains { $0.hasPrefix("PT012") }, "\(code)")
    #expect(findings(code + "\n\n甲 <!-- 乙").contains { $0.hasPrefix("PT012") }, "\(code)")
  }

  /// Lines that are only indented are code where there is no word of Chinese in them.
  @Test(arguments: ["(a", "a..b", "echo echo", "http:/a", "107/13/45", "<br", "a  b", "U+200B:\u{200B}"])
  func noRuleLooksIntoIndentedCode(line: String) {
    #expect(findings("    \(line)\n\n      \(line)") == findings("    a"))
    #expect(findings("1. 甲。\n\n       \(line)") == findings("1. 甲。\n\n       a"))
  }

  /// People indent paragraphs as they like: what a rule says of one, it says of it with blanks in front.
  @Test(arguments: ["應週知各各單位單位。", "應於107年2月30日（星期五前完成。", "詳附表9，並依附件12辦理", "如 `各各單位單位` 所示。"])
  func indentedProseIsProse(line: String) {
    let expected = findings(line)
    for blanks in ["    ", "\t", "        "] { #expect(findings(blanks + line) == expected, "\(blanks)\(line)") }
    #expect(line.contains("`") || expected.count > findings("甲。").count, "\(line)")
  }

  @Test(arguments: RuleExampleTests.codes)
  func noRuleLooksIntoCodeSpans(code: String) throws {
    let spans = try lines(code).filter { !$0.isEmpty && !$0.contains("`") }
    let expected = findings("如 `` 甲 `` 一例。")
    for span in Set(spans) { #expect(findings("如 `` \(span) `` 一例。") == expected, "\(span)") }
  }

  @Test func personalDataIsFoundInCodeToo() {
    let text = "## 壹、計畫目標\n\n```\n身分證字號：A123456789\n```\n"
    let example = RuleExample(text).plan
    let found = Validator().findings(on: PlanDocument(reading: SourceText(name: "a.plan.md", text: example)))
    #expect(found.contains { $0.code == "PT406" })
  }
}

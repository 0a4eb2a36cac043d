import PlanFormats
import PlanText
import PlanTestSupport
import Testing

@testable import PlanValidate

/// A baseline knows findings again by what stands there, and says what it cannot use.
@Suite struct BaselineTests {
  private static let head = "# 甲市政府107年度提升服務品質執行計畫\n\n- 機關：甲市政府\n- 年度：107\n- 檢核表：police-107\n- 期程：107年\n\n"
  private static let settings = RuleSettings([RuleSettings.Layer(select: [.rule("PT603"), .rule("PT301")])])

  private func report(_ body: String, name: String = "a.plan.md") -> FileReport {
    Validator(settings: Self.settings).report(
      on: PlanDocument(reading: SourceText(name: name, text: Self.head + body)))
  }

  private func baseline(_ body: String) -> Baseline { Baseline([("a.plan.md", report(body))]) }

  private func read(_ text: String) throws(SettingsTrouble) -> Baseline {
    try Baseline(reading: SourceText(name: "known.jsonl", text: text))
  }

  private func hidden(_ baseline: Baseline, _ body: String) -> (hidden: Int, shown: Int, stale: Int) {
    var use = BaselineUse(baseline)
    let report = use.hide(report(body), path: "a.plan.md", settings: Self.settings)
    return (report.hidden.count { $0.isInBaseline }, report.findings.count, use.stale.count)
  }

  @Test func whatIsWrittenReadsBack() throws {
    let baseline = baseline("## 壹、目的\n\n廣續辦理「\"\\」。\n\n廣續辦理。\n\n廣續辦理。\n")
    let again = try read(baseline.text)
    #expect(again.counts == baseline.counts)
    #expect(again.count == 3)
    #expect(again.text == baseline.text)
  }

  @Test func linesAreSortedOneAnEntry() {
    let baseline = Baseline(
      ["b.plan.md", "a.plan.md"].map { ($0, report("## 壹、目的\n\n二、廣續推動。\n\n一、廣續辦理。\n", name: $0)) })
    let lines = baseline.text.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(Array(lines.dropFirst()) == lines.dropFirst().sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(baseline.text.hasSuffix("}\n"))
  }

  @Test(arguments: [
    // Moved down, reordered, renumbered, indented, with other white space.
    "## 壹、目的\n\n前言。\n\n一、廣續辦理。\n\n二、廣續推動。\n", "## 壹、目的\n\n二、廣續推動。\n\n一、廣續辦理。\n",
    "## 壹、目的\n\n三、廣續辦理。\n\n四、廣續推動。\n", "## 壹、目的\n\n- 廣續辦理。\n- 廣續推動。\n", "## 壹、目的\r\n\r\n一、 廣續辦理。 \r\n\r\n二、廣續推動。\r\n",
  ])
  func survivesWhatDoesNotChangeTheWords(body: String) {
    let baseline = baseline("## 壹、目的\n\n一、廣續辦理。\n\n二、廣續推動。\n")
    #expect(hidden(baseline, body) == (2, 0, 0))
  }

  @Test func anEditedLineComesBack() {
    let baseline = baseline("## 壹、目的\n\n一、廣續辦理。\n\n二、廣續推動。\n")
    #expect(hidden(baseline, "## 壹、目的\n\n一、廣續辦理宣導。\n\n二、廣續推動。\n") == (1, 1, 1))
  }

  @Test func equalFindingsAreCounted() {
    let twice = baseline("## 壹、目的\n\n廣續辦理。\n\n廣續辦理。\n")
    #expect(twice.counts.values.map { $0 } == [2])
    let line = "廣續辦理。\n\n"
    #expect(hidden(twice, "## 壹、目的\n\n" + line + line) == (2, 0, 0))
    #expect(hidden(twice, "## 壹、目的\n\n" + line + line + line) == (2, 1, 0))
    #expect(hidden(twice, "## 壹、目的\n\n" + line) == (1, 0, 1))
    // Two of one line are two as well.
    #expect(hidden(baseline("## 壹、目的\n\n廣續辦理、廣續辦理。\n"), "## 壹、目的\n\n廣續辦理、廣續辦理。\n") == (2, 0, 0))
  }

  @Test func findingsOfAJSONPlanAreKnownAgainInAnotherLayout() throws {
    func document(_ text: String) -> PlanDocument { PlanDocument(reading: SourceText(name: "a.plan.json", text: text)) }
    let validator = Validator(settings: Self.settings)
    let plan =
      #"{"format": "plantool/1", "title": "甲", "sections": [{"heading": "壹、目的", "kind": "narrative", "text": "廣續辦理"}]}"#
    let baseline = Baseline([("a.plan.json", validator.report(on: document(plan)))])
    #expect(baseline.count == 1)
    var use = BaselineUse(baseline)
    let spread = plan.replacing("{", with: "{\n  ").replacing(", ", with: ",\n  ")
    let report = use.hide(validator.report(on: document(spread)), path: "a.plan.json", settings: Self.settings)
    #expect(report.findings.isEmpty && report.hidden.count == 1)
  }

  @Test func whatIsAboutReadingIsNeverHidden() {
    let unread = Validator().report(on: PlanDocument(reading: SourceText(name: "a.plan.json", text: "{")))
    #expect(Baseline([("a.plan.json", unread)]).count == 0)
  }

  @Test(arguments: [
    ("", 1, "空的"), ("[1]\n", 1, "第一行"), ("{\"format\":\"plantool-baseline/2\"}\n", 1, "第一行"),
    ("{\"format\":\"plantool-baseline/1\"}\n\n{\"path\":\"a\",\"code\":\"PT603\"\n", 3, "中斷"),
    ("{\"format\":\"plantool-baseline/1\"}\n{\"path\":\"a\",\"code\":\"PT603\",\"text\":\"甲\"}\n", 2, "缺少「line」"),
    ("{\"format\":\"plantool-baseline/1\"}\n{\"path\":\"a\",\"cod\":\"PT603\"}\n", 2, "沒有「cod」"),
    (
      "{\"format\":\"plantool-baseline/1\"}\n{\"path\":1,\"code\":\"PT603\",\"text\":\"甲\",\"line\":\"0\"}\n", 2,
      "「path」的值"
    ),
    (
      "{\"format\":\"plantool-baseline/1\"}\n{\"path\":\"a\",\"code\":\"PT603\",\"text\":\"甲\",\"line\":\"0\",\"count\":0}\n",
      2, "「count」的值"
    ), ("{\"format\":\"plantool-baseline/1\"}\n7\n", 2, "不是物件"),
  ])
  func aDamagedLineIsNamed(text: String, line: Int, words: String) {
    do {
      _ = try read(text)
      Issue.record("read without a word: \(text)")
    } catch {
      #expect(error.problems.count == 1)
      #expect(error.source.line(at: error.problems.first?.range.lowerBound ?? 0) == line)
      #expect(error.lines(.zhHant).first?.contains(words) == true, "\(error.lines(.zhHant))")
    }
  }

  @Test(arguments: [
    ("", true), (" \n", true), ("{\"format\":\"plantool-baseline/1\"}\n", true), ("# 甲計畫\n", false), ("{}", false),
  ])
  func onlyABaselineIsWrittenOver(text: String, may: Bool) {
    #expect(Baseline.mayReplace(SourceText(name: "known.jsonl", text: text)) == may)
  }
}

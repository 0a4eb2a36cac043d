import PlanFormats
import PlanModel
import PlanText
import Foundation
import PlanTestSupport
import Testing

@testable import PlanValidate

/// Fixes are applied exactly, come to an end, and touch nothing that a person has to decide.
@Suite struct FixTests {
  /// Every plan there is: seeds, examples, the examples in rules, and each of them as JSON where it can be.
  static let fixtures: [SourceText] = {
    var sources = ["seeds", "Examples"].flatMap { folder -> [SourceText] in
      let root = Package.root.appending(path: folder)
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted()
      return names.filter { $0.hasSuffix(".plan.md") }.compactMap { name in
        (try? Data(contentsOf: root.appending(path: name))).map { SourceText(name: name, bytes: Array($0)) }
      }
    }
    for rule in RuleRegistry.all {
      for (kind, example) in [("failing", rule.description.failing), ("passing", rule.description.passing)] {
        let text = MarkedText(example.fullText).text
        let name = "\(rule.description.code)-\(kind).plan.\(text.hasPrefix("{") ? "json" : "md")"
        sources.append(SourceText(name: name, text: text))
      }
    }
    let converted = sources.compactMap { source -> SourceText? in
      let document = PlanDocument(reading: source)
      guard document.syntax == .text, let json = try? PlanConversion.convert(document, to: .json) else { return nil }
      return SourceText(name: source.name + ".plan.json", text: json)
    }
    return sources + converted
  }()

  @Test func thereAreFixturesOfBothSyntaxes() {
    #expect(Self.fixtures.count > 2 * RuleRegistry.all.count)
    #expect(Self.fixtures.contains { $0.name.hasSuffix(".json") })
  }

  /// Applied, validated anew, nothing is left to apply; what no edit covers is the same, byte for byte.
  @Test(arguments: fixtures.indices)
  func nothingFixableIsLeft(index: Int) {
    let document = PlanDocument(reading: Self.fixtures[index])
    let validator = Validator()
    let before = validator.findings(on: document)
    let result = Fixer(validator).fix(document)
    let name = document.source.name
    #expect(!result.isLimited, "\(name)")
    #expect(Fixer.fixes(for: result.report.findings, in: result.report.document).isEmpty, "\(name)")
    let again = Fixer(validator).fix(result.report.document)
    #expect(again.applied.isEmpty, "\(name)")
    #expect(again.report.document.source.bytes == result.report.document.source.bytes, "\(name)")
    #expect(result.report.document.problems.count <= document.problems.count, "\(name)")
    #expect(result.applied.isEmpty == Fixer.fixes(for: before, in: document).isEmpty, "\(name)")
    #expect(digits(of: document) == digits(of: result.report.document), "\(name)")
    if result.applied.isEmpty { #expect(result.report.document.source.bytes == document.source.bytes, "\(name)") }
    // A line without a finding is untouched.
    let (old, new) = (document.source, result.report.document.source)
    guard old.lineCount == new.lineCount else {
      // Only what makes a table takes lines away or adds one, and it leaves every word.
      #expect(result.applied["PT013"] != nil, "\(name): the number of lines has changed")
      #expect(words(of: document) == words(of: result.report.document), "\(name)")
      return
    }
    let lines = Set((before + result.report.findings).map { old.line(at: $0.range.lowerBound) })
    for line in 1...old.lineCount where !lines.contains(line) {
      #expect(old.bytes[old.rangeOfLine(line)] == new.bytes[new.rangeOfLine(line)], "\(name):\(line)")
    }
  }

  private func digits(of document: PlanDocument) -> [Unicode.Scalar] {
    String(decoding: document.source.bytes, as: UTF8.self).unicodeScalars.filter { Numeral.digit($0) != nil }
  }

  private func words(of document: PlanDocument) -> [Unicode.Scalar] {
    String(decoding: document.source.bytes, as: UTF8.self).unicodeScalars.filter {
      !$0.isLayoutMark && !$0.isWhiteSpace
    }
  }

  @Test func seedsAreFixed() throws {
    let document = PlanDocument(reading: try Seed.shilin.source())
    let result = Fixer(Validator()).fix(document)
    #expect((result.applied["PT603"] ?? 0) > 10)
    // What is left has a correction that a reader must confirm, as where a character was lost.
    let left = result.report.findings.filter { $0.code == "PT603" }
    #expect(left.allSatisfy { finding in !finding.fixes.contains { $0.isSafe } })
    #expect(!left.contains { result.report.document.source.text(in: $0.range).contains("廣") })
  }

  // MARK: what may never change

  @Test(arguments: [
    ("107年4月", "107年5月"), ("107年4月", "107年4日"), ("二、", "三、"), ("５％", "5‰"), ("1.5", "15"), ("1 5", "15"),
    ("一〇七", "107"), ("參次", "三次"), ("3小時", "3小时1"), ("", "1"), ("半年", "年"), ("3/4", "3-4"), ("5萬", "5億"),
    ("2次", "2場"), ("甲\n乙", "甲乙"), ("甲|乙", "甲乙"), ("甲乙", "甲\\乙"), ("甲", "甲\u{202E}"),
  ])
  func refuses(old: String, new: String) {
    #expect(!permits(old, new), "\(old) → \(new)")
  }

  @Test(arguments: [
    ("廣續", "賡續"), ("http:/", "http://"), ("５月", "5月"), ("服務一至", "服務一致"), ("＃＃", "## "), ("", "："),
    ("police_107", "police-107"),
  ])
  func permits(old: String, new: String) {
    #expect(permits(old, new) as Bool, "\(old) → \(new)")
  }

  @Test func looksAtWhatStandsBeside() {
    #expect(!EditCheck.permits(edit(in: "1 5場", " ", ""), in: Array("1 5場".utf8)))
    #expect(!EditCheck.permits(edit(in: "107年", "年", "月"), in: Array("107年".utf8)))
    #expect(EditCheck.permits(edit(in: "107年廣續", "廣", "賡"), in: Array("107年廣續".utf8)))
    #expect(!EditCheck.permits(Finding.Edit(range: 1..<3, text: "甲"), in: Array("廣續".utf8)))
    #expect(!EditCheck.permits(Finding.Edit(range: 3..<9, text: "甲"), in: Array("廣續".utf8)))
  }

  private func permits(_ old: String, _ new: String) -> Bool {
    let bytes = Array("甲\(old)乙".utf8)
    return EditCheck.permits(Finding.Edit(range: 3..<(bytes.count - 3), text: new), in: bytes)
  }

  private func edit(in text: String, _ old: String, _ new: String) -> Finding.Edit {
    let lower = text.range(of: old).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
    return Finding.Edit(range: lower..<(lower + old.utf8.count), text: new)
  }

  // MARK: deadlines

  /// What `--fix` makes of a deadline, and the fix that is shown.
  private func deadline(_ words: String) throws -> (fixed: String, shown: Finding.Fix?) {
    let text = RuleExample("### 基礎服務（200分）\n\n#### 服務一致及正確\n\n##### 服務及時性\n\n1. 檢討。\n   - 完成期限：\(words)\n")
      .fullText
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let validator = Validator(settings: RuleSettings([RuleSettings.Layer(select: [.rule("PT302")])]))
    let shown = validator.findings(on: document).first { $0.code == "PT302" }?.fixes.first
    let fixed = Fixer(validator).fix(document).report.document.plan
    let placed = PlacedMeasures(of: fixed, checklist: nil)
    return (try #require(placed.deadlines.first).value.text.string, shown)
  }

  /// Whatever gives a deadline its meaning says when something is done: shown, for a person to decide.
  @Test(arguments: [
    ("毎月", "每月"), ("持续办理", "持續辦理"), ("107年４月底前辧理完成", "107年４月底前辦理完成"), ("賡续辨理", "賡續辦理"), ("107年6月内", "107年6月內"),
    ("107年4月30曰", "107年4月30日"),
  ])
  func shapesInDeadlinesAreOnlyShown(words: String, right: String) throws {
    let (fixed, shown) = try deadline(words)
    #expect(fixed == words)
    #expect(shown?.isSafe == false)
    #expect(shown?.title(.zhHant) == "改為「\(right)」")
  }

  /// Another rule may want to mend the same words.
  @Test func noRuleMendsADeadlineThatIsNotUnderstood() {
    let text = RuleExample(
      "### 基礎服務（200分）\n\n#### 服務一致及正確\n\n##### 服務及時性\n\n1. 廣續辦理。\n   - 完成期限：廣續辦理，俟核定。。\n"
    ).fullText
    let document = PlanDocument(reading: SourceText(name: "a.plan.md", text: text))
    let report = Fixer(Validator()).fix(document).report
    let fixed = String(decoding: report.document.source.bytes, as: UTF8.self)
    #expect(fixed.contains("1. 賡續辦理。"))
    #expect(fixed.contains("完成期限：廣續辦理，俟核定。。"))
  }

  /// Understood as they are, or not understood for another reason.
  @Test(arguments: ["１０７年４月", "俟経費核定", "儘速辨理", "4月3O日", "一○七年四月"])
  func otherDeadlinesAreLeft(words: String) throws {
    let (fixed, shown) = try deadline(words)
    #expect(fixed == words)
    #expect(shown == nil)
  }

  // MARK: rounds

  /// Findings whose fixes replace the given words wherever they stand.
  private func fixer(_ words: [(String, [(String, Bool)])]) -> Fixer {
    Fixer { document in
      let text = String(decoding: document.source.bytes, as: UTF8.self)
      let findings = words.flatMap { word, replacements in
        text.ranges(of: word).map { range in
          let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
          let place = lower..<(lower + word.utf8.count)
          let title = LocalizedText(zh: "改", en: "Change")
          return Finding(
            code: "PT603", name: "wrong-characters", severity: .warning, range: place, summary: title,
            explanation: nil, notes: [],
            fixes: replacements.map { Finding.Fix(title, replace: place, with: $0.0, isSafe: $0.1) })
        }
      }
      return FileReport(document: document, findings: findings)
    }
  }

  private func fixed(_ text: String, _ words: [(String, [(String, Bool)])], name: String = "a.plan.md") -> (
    String, Fixer.Result
  ) {
    let result = fixer(words).fix(PlanDocument(reading: SourceText(name: name, text: text)))
    return (String(decoding: result.report.document.source.bytes, as: UTF8.self), result)
  }

  @Test func overlappingFixesTakeRounds() {
    let (text, result) = fixed("# 甲乙丙\n", [("甲乙", [("子", true)]), ("乙丙", [("丑", true)]), ("子丙", [("寅", true)])])
    #expect(text == "# 寅\n")
    #expect(result.applied == ["PT603": 2])
    #expect(!result.isLimited)
  }

  @Test func fixesThatUndoEachOtherStop() {
    let (text, result) = fixed("# 甲\n", [("甲", [("乙", true)]), ("乙", [("甲", true)])])
    #expect(text == "# 甲\n")
    #expect(result.isLimited)
    #expect(result.applied == ["PT603": 10])
  }

  @Test func unsafeAndAmbiguousFixesAreLeft() {
    #expect(fixed("# 甲\n", [("甲", [("乙", false)])]).0 == "# 甲\n")
    #expect(fixed("# 甲\n", [("甲", [("乙", true), ("丙", true)])]).0 == "# 甲\n")
    #expect(fixed("# 甲\n", [("甲", [("乙", true), ("丙", false)])]).0 == "# 乙\n")
  }

  @Test func byteOrderMarkAndLineEndsStay() {
    #expect(fixed("\u{FEFF}# 甲\r\n\r\n乙 \r丙", [("甲", [("子", true)])]).0 == "\u{FEFF}# 子\r\n\r\n乙 \r丙")
  }

  // MARK: JSON

  @Test func jsonTextsAreEscaped() {
    let (text, _) = fixed(#"{"title": "甲"}"#, [("甲", [(#"「"」"#, true)])], name: "a.plan.json")
    #expect(text == #"{"title": "「\"」"}"#)
  }

  @Test func jsonEscapesAreLeft() throws {
    let plan =
      #"{"title": "甲市107年度計畫", "sections": [{"heading": "壹、目的", "kind": "narrative", "text": "\u5ee3續辦理與廣續推動"}]}"#
    let document = PlanDocument(reading: SourceText(name: "a.plan.json", text: plan))
    let result = Fixer(Validator()).fix(document)
    let text = String(decoding: result.report.document.source.bytes, as: UTF8.self)
    #expect(text == plan.replacing("廣續推動", with: "賡續推動"))
    #expect(result.report.findings.contains { $0.code == "PT603" })
  }

  @Test func jsonStretches() {
    let strings = JSONStrings(Array(#"{"a\n\u0041b": "cd"}"#.utf8))
    #expect(strings.isPlain(2..<3))
    #expect(!strings.isPlain(2..<4))
    #expect(!strings.isPlain(5..<11))
    #expect(strings.isPlain(11..<12))
    #expect(!strings.isPlain(12..<13))
    #expect(!strings.isPlain(0..<1))
    #expect(strings.isPlain(16..<18))
  }
}

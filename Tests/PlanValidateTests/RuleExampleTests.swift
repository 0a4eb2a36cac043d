import PlanFormats
import PlanText
import PlanTestSupport
import PlanValidate
import Testing

/// The examples in the rules are tests: a failing one has exactly the findings that it marks, a passing one has none.
@Suite struct RuleExampleTests {
  static let codes: [String] = RuleRegistry.all.map { $0.description.code }

  @Test(arguments: codes)
  func failingExampleHasTheMarkedFindings(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code)).description
    let marks = MarkedText(rule.failing.fullText).offsets
    #expect(!marks.isEmpty, "the failing example marks no place")
    let findings = findings(in: rule.failing, code: code)
    #expect(findings.map(\.range.lowerBound) == marks, "\(findings.map { $0.summary(.zhHant) })")
  }

  @Test(arguments: codes)
  func passingExampleHasNone(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code)).description
    let findings = findings(in: rule.passing, code: code)
    #expect(findings.isEmpty, "\(findings.map { $0.summary(.zhHant) })")
  }

  /// What reads without a problem can be written in its canonical form, which is stable and means the same.
  @Test(arguments: codes)
  func examplesHaveACanonicalForm(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code)).description
    for example in [rule.failing, rule.passing] {
      let name = example.fileName
      let first = PlanDocument(reading: SourceText(name: name, text: example.plan))
      guard first.problems.isEmpty else { continue }
      let once = try PlanConversion.canonical(first)
      let second = PlanDocument(reading: SourceText(name: name, text: once))
      #expect(try PlanConversion.canonical(second) == once)
      #expect(PlanJSON.output(second.content).text() == PlanJSON.output(first.content).text())
    }
  }

  private func findings(in example: RuleExample, code: String) -> [Finding] {
    let document = PlanDocument(reading: SourceText(name: example.fileName, text: example.plan))
    return Validator().findings(on: document).filter { $0.code == code }
  }
}

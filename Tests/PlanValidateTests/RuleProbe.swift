import PlanFormats
import PlanModel
import PlanText
import PlanTestSupport
import PlanValidate

/// What one rule finds in a small plan, written as the examples of rules are.
struct RuleProbe {
  let source: SourceText
  /// The byte offsets that `↓` marks.
  let marks: [Int]
  let findings: [Finding]

  init(_ code: String, _ text: String, checklist: Checklist? = nil) {
    let marked = MarkedText(RuleExample(text).fullText)
    source = SourceText(name: "probe.plan.md", text: marked.text)
    marks = marked.offsets
    findings = Validator(checklist: checklist).findings(on: PlanDocument(reading: source)).filter { $0.code == code }
  }

  var places: [Int] { findings.map(\.range.lowerBound) }
  var summaries: [String] { findings.map { $0.summary(.zhHant) } }

  /// The file after a finding's only fix.
  func fixed(_ finding: Finding) -> String? {
    guard finding.fixes.count == 1, let edit = finding.fixes.first?.edits.first else { return nil }
    return source.text(in: 0..<edit.range.lowerBound) + edit.text
      + source.text(in: edit.range.upperBound..<source.bytes.count)
  }
}

import PlanText

/// Collects the findings of one rule, and what it can confirm.
public struct FindingList: Sendable {
  private let rule: RuleDescription
  /// The suppressions that nothing found by the rules about the document had use for: what rules about comments look
  /// at, which are run last.
  let unusedSuppressions: [Suppressions.Entry]
  /// What was found so far.
  public private(set) var findings: [Finding] = []
  /// What was confirmed so far.
  public private(set) var confirmations: [Confirmation] = []

  init(rule: RuleDescription, unusedSuppressions: [Suppressions.Entry]) {
    self.rule = rule
    self.unusedSuppressions = unusedSuppressions
  }

  /// Leaves fixes that could give a deadline a meaning to a person.
  mutating func withhold(_ deadlines: DeadlinesInDoubt) { deadlines.withhold(from: &findings) }

  /// Removes the findings at some lines, of which something else is said.
  mutating func remove(at lines: [SourceRange]) {
    guard !lines.isEmpty else { return }
    findings.removeAll { finding in lines.contains { $0.contains(finding.range.lowerBound) } }
  }

  /// Says once what was found for several measures at the one cell that they share.
  mutating func removeRepeats() {
    var first: [SourceRange: Int] = [:]
    var kept: [Finding] = []
    kept.reserveCapacity(findings.count)
    for finding in findings {
      if let other = first[finding.range] {
        if kept[other].summary(.zhHant) == finding.summary(.zhHant) { continue }
      } else {
        first[finding.range] = kept.count
      }
      kept.append(finding)
    }
    // Without the room that growing left, too.
    findings = kept
  }

  /// Gives every finding another severity: the one that was configured.
  mutating func setSeverity(_ severity: Severity) {
    for index in findings.indices { findings[index].severity = severity }
  }

  /// Adds a finding. Its severity is the rule's unless another is given.
  public mutating func add(
    at range: SourceRange, _ summary: LocalizedText, severity: Severity? = nil, explanation: LocalizedText? = nil,
    notes: [Finding.Note] = [], fixes: [Finding.Fix] = []
  ) {
    findings.append(
      Finding(
        code: rule.code, name: rule.name, severity: severity ?? rule.severity, range: range, summary: summary,
        explanation: explanation, notes: notes, fixes: fixes))
  }

  /// Adds a claim that was checked and holds.
  public mutating func confirm(at range: SourceRange, _ summary: LocalizedText) {
    confirmations.append(Confirmation(code: rule.code, name: rule.name, range: range, summary: summary))
  }
}

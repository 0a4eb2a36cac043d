import PlanValidate

/// How many findings there are.
public struct FindingCounts: Sendable {
  /// The number of files.
  public let files: Int
  /// The number of findings by severity.
  public let bySeverity: [Severity: Int]
  /// The number of findings by the code of their rule.
  let byRule: [String: Int]
  /// The number of findings that comments suppress.
  public let suppressed: Int
  /// The number of findings that a baseline lists.
  public let inBaseline: Int
  /// What is still to be filled in or confirmed.
  public let open: OpenPlaces
  /// The number of findings that say so, by severity.
  private let openBySeverity: [Severity: Int]

  /// Counts the findings of a file.
  public init(_ report: FileReport) {
    files = 1
    bySeverity = report.findings.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    byRule = report.findings.reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
    suppressed = report.hidden.count { $0.suppression != nil }
    inBaseline = report.hidden.count - suppressed
    open = report.openPlaces
    openBySeverity = report.findings.filter(\.isAboutOpenPlaces).reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
  }

  /// Adds up the counts of some files.
  public init(_ counts: [FindingCounts]) {
    files = counts.reduce(0) { $0 + $1.files }
    bySeverity = counts.reduce(into: [:]) { $0.merge($1.bySeverity, uniquingKeysWith: +) }
    byRule = counts.reduce(into: [:]) { $0.merge($1.byRule, uniquingKeysWith: +) }
    suppressed = counts.reduce(0) { $0 + $1.suppressed }
    inBaseline = counts.reduce(0) { $0 + $1.inBaseline }
    open = counts.reduce(OpenPlaces()) { $0 + $1.open }
    openBySeverity = counts.reduce(into: [:]) { $0.merge($1.openBySeverity, uniquingKeysWith: +) }
  }

  /// The number of findings, hidden ones too.
  var all: Int { bySeverity.values.reduce(0, +) + suppressed + inBaseline }

  /// The number of findings at or above a severity.
  public func count(atLeast severity: Severity) -> Int {
    bySeverity.reduce(0) { $0 + ($1.key >= severity ? $1.value : 0) }
  }

  /// The number of findings that are failures.
  public func failures(_ threshold: FailThreshold) -> Int {
    let failing = threshold.severity.map(count(atLeast:)) ?? 0
    guard threshold.countsOpenPlaces else { return failing }
    return openBySeverity.reduce(failing) { sum, open in
      sum + (threshold.severity.map { open.key >= $0 } ?? false ? 0 : open.value)
    }
  }

  /// The number of findings.
  public subscript(severity: Severity) -> Int { bySeverity[severity] ?? 0 }
}

import PlanModel

/// The findings on one file.
public struct FileReport: Sendable {
  /// The file and the plan in it.
  public let document: PlanDocument
  /// The findings, in the order of the file.
  public let findings: [Finding]
  /// The claims that were checked and hold, in the order of the file; nil where nobody asked for them.
  public let confirmations: [Confirmation]?

  /// A report.
  public init(document: PlanDocument, findings: [Finding], confirmations: [Confirmation]? = nil) {
    self.document = document
    self.findings = findings
    self.confirmations = confirmations
  }
}

/// How many findings there are.
public struct FindingCounts: Sendable {
  /// The number of files.
  public let files: Int
  /// The number of findings by severity.
  public let bySeverity: [Severity: Int]

  /// Counts the findings of some files.
  public init(_ reports: [FileReport]) {
    files = reports.count
    bySeverity = reports.flatMap(\.findings).reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
  }

  /// The number of findings at or above a severity.
  public func count(atLeast severity: Severity) -> Int {
    bySeverity.reduce(0) { $0 + ($1.key >= severity ? $1.value : 0) }
  }

  /// The number of findings.
  public subscript(severity: Severity) -> Int { bySeverity[severity] ?? 0 }
}

/// The formats in which findings are printed.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people: the source line, an underline, explanations and a count at the end.
  case text
  /// One line a finding: path:line:column: severity code message.
  case concise
  /// For programs.
  case json

  /// Prints findings.
  public func output(_ reports: [FileReport], language: Language, isColored: Bool = false) -> String {
    switch self {
    case .text: TextReporter(language: language, style: TerminalStyle(isColored: isColored)).output(reports)
    case .concise: ConciseReporter.output(reports, language: language)
    case .json: JSONReporter.output(reports, language: language)
    }
  }
}

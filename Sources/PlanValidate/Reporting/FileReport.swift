import PlanModel

/// The findings on one file.
public struct FileReport: Sendable {
  /// The file and the plan in it.
  public let document: PlanDocument
  /// The findings, in the order of the file.
  public let findings: [Finding]

  /// A report.
  public init(document: PlanDocument, findings: [Finding]) {
    self.document = document
    self.findings = findings
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
  /// For programs that read line by line.
  case jsonl
  /// Workflow commands, which GitHub Actions shows beside the lines of a change.
  case github
  /// The Static Analysis Results Interchange Format, version 2.1.0.
  case sarif
  /// What test runners write and CI servers show.
  case junit

  /// Prints findings.
  public func output(_ reports: [FileReport], _ options: ReportOptions) -> String {
    let language = options.language
    switch self {
    case .text:
      let style = TerminalStyle(isColored: options.isColored)
      return options.isSummary
        ? SummaryReporter(language: language, style: style).output(reports)
        : TextReporter(language: language, style: style).output(reports)
    case .concise: return ConciseReporter.output(reports, language: language)
    case .json: return JSONReporter.output(reports, language: language)
    case .jsonl: return JSONLinesReporter.output(reports, language: language)
    case .github: return GitHubReporter.output(reports, language: language)
    case .sarif: return SARIFReporter(language: language).output(reports, isComplete: options.isComplete)
    case .junit:
      return JUnitReporter(language: language, failureThreshold: options.failureThreshold).output(reports)
    }
  }
}

import PlanModel

/// The findings on one file.
public struct FileReport: Sendable {
  /// The file and the plan in it.
  public let document: PlanDocument
  /// The findings that are shown and counted, in the order of the file.
  public let findings: [Finding]
  /// The findings that a comment suppresses or a baseline lists, in the order of the file. Only formats for programs have them.
  public let hidden: [Finding]
  /// The claims that were checked and hold, in the order of the file; nil where nobody asked for them.
  public let confirmations: [Confirmation]?
  /// The checklist that the plan was held against; nil where it is unknown or the file is no plan that can be read.
  public let checklist: Checklist?

  /// A report.
  public init(
    document: PlanDocument, findings: [Finding], hidden: [Finding] = [], confirmations: [Confirmation]? = nil,
    checklist: Checklist? = nil
  ) {
    self.document = document
    self.findings = findings
    self.hidden = hidden
    self.confirmations = confirmations
    self.checklist = checklist
  }

  /// The same report with other findings shown and hidden.
  func dividing(shown: [Finding], hidden: [Finding]) -> FileReport {
    FileReport(
      document: document, findings: shown, hidden: hidden, confirmations: confirmations, checklist: checklist)
  }

  /// All findings, hidden or not, in the order of the file.
  public var allFindings: [Finding] { hidden.isEmpty ? findings : (findings + hidden).inOrderOfFile }
}

extension [Finding] {
  /// The findings by their places; those at one place stay as they are.
  var inOrderOfFile: [Finding] {
    enumerated().sorted { a, b in (a.element.range.lowerBound, a.offset) < (b.element.range.lowerBound, b.offset) }
      .map(\.element)
  }
}

/// How many findings there are.
public struct FindingCounts: Sendable {
  /// The number of files.
  public let files: Int
  /// The number of findings by severity.
  public let bySeverity: [Severity: Int]
  /// The number of findings that comments suppress.
  public let suppressed: Int
  /// The number of findings that a baseline lists.
  public let inBaseline: Int

  /// Counts the findings of some files.
  public init(_ reports: [FileReport]) {
    files = reports.count
    bySeverity = reports.flatMap(\.findings).reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    let hidden = reports.flatMap(\.hidden)
    suppressed = hidden.count { $0.suppression != nil }
    inBaseline = hidden.count - suppressed
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
        : TextReporter(language: language, style: style).output(reports, limit: options.findingLimit)
    case .concise: return ConciseReporter.output(reports, language: language)
    case .json: return JSONReporter.output(reports, language: language)
    case .jsonl: return JSONLinesReporter.output(reports, language: language)
    case .github: return GitHubReporter.output(reports, language: language)
    case .sarif: return SARIFReporter(options: options).output(reports)
    case .junit:
      return JUnitReporter(language: language, failureThreshold: options.failureThreshold).output(reports)
    }
  }
}

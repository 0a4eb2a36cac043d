import PlanModel

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

  /// What the format prints of one file.
  public func part(of report: FileReport, _ options: ReportOptions) -> ReportPart {
    let language = options.language
    let style = TerminalStyle(isColored: options.isColored)
    switch self {
    case .text where options.isSummary: return ReportPart(report)
    case .text: return TextReporter(language: language, style: style).part(of: report, limit: options.findingLimit)
    case .concise: return ReportPart(report, text: ConciseReporter.text(of: report, language: language))
    case .json: return ReportPart(report, text: JSONReporter.text(of: report, language: language))
    case .jsonl: return ReportPart(report, text: JSONLinesReporter.text(of: report, language: language))
    case .github: return ReportPart(report, text: GitHubReporter.text(of: report, language: language))
    case .sarif: return ReportPart(report, isKept: true)
    case .junit:
      let reporter = JUnitReporter(language: language, failureThreshold: options.failureThreshold)
      return ReportPart(report, text: reporter.suite(report))
    }
  }

  /// Puts the parts of a report together, in the order in which they come.
  public func output(_ parts: [ReportPart], _ options: ReportOptions) -> String {
    let language = options.language
    let style = TerminalStyle(isColored: options.isColored)
    switch self {
    case .text where options.isSummary: return SummaryReporter(language: language, style: style).output(parts)
    case .text: return TextReporter(language: language, style: style).output(parts)
    case .concise, .jsonl, .github: return parts.map(\.text).joined()
    case .json: return JSONReporter.output(parts, language: language)
    case .sarif: return SARIFReporter(options: options).output(parts.compactMap(\.report))
    case .junit:
      return JUnitReporter(language: language, failureThreshold: options.failureThreshold).output(parts)
    }
  }
}

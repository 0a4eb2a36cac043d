import PlanValidate

/// The formats in which findings are printed. The raw value is what users type.
///
/// A new format is a file of its own, a case here and its line in `definition`.
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
  /// The Code Quality report of GitLab.
  case gitlab
  /// The XML of Checkstyle.
  case checkstyle
  /// Markdown for the summary of a job on GitHub, and for comments.
  case markdown
  /// A page for people that needs no other file.
  case html
  /// The counts by file, for spreadsheet programs.
  case csv

  /// Those that can sum the findings up.
  public static let summaries: [ReportFormat] = [.text, .json, .csv]
  /// Whether it can do nothing else.
  public var isSummaryOnly: Bool { self == .csv }

  /// Whether what the format prints of a file says which checkpoints the plan answers, so that they had better be looked at
  /// beside the rules; `isConfirmed` is whether what holds is listed.
  public func partNeedsCheckpoints(_ options: ReportOptions, isConfirmed: Bool) -> Bool {
    reporter(options).partNeedsCheckpoints(isConfirmed: isConfirmed)
  }

  /// What the format prints of one file.
  public func part(of report: FileReport, _ options: ReportOptions) -> ReportPart {
    reporter(options).part(of: report.joiningRepeats())
  }

  /// Puts the parts of a report together, in the order in which they come.
  public func output(_ parts: [ReportPart], _ options: ReportOptions) -> String {
    var printer = ReportPrinter(self, options)
    return parts.map { printer.add($0) }.joined() + printer.ending(options)
  }

  func reporter(_ options: ReportOptions) -> any Reporter { definition(options.isSummary).init(options) }

  private func definition(_ isSummary: Bool) -> any Reporter.Type {
    switch self {
    case .text: isSummary ? SummaryReporter.self : TextReporter.self
    case .concise: ConciseReporter.self
    case .json: isSummary ? SummaryJSONReporter.self : JSONReporter.self
    case .jsonl: JSONLinesReporter.self
    case .github: GitHubReporter.self
    case .sarif: SARIFReporter.self
    case .junit: JUnitReporter.self
    case .gitlab: GitLabReporter.self
    case .checkstyle: CheckstyleReporter.self
    case .markdown: MarkdownReporter.self
    case .html: HTMLReporter.self
    case .csv: SummaryCSVReporter.self
    }
  }
}

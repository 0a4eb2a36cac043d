import PlanText
import PlanValidate

/// Workflow commands of GitHub Actions: `::error file=…,line=…,col=…::message`.
struct GitHubReporter: Reporter {
  private let language: Language

  init(_ options: ReportOptions) { language = options.language }

  func part(of report: FileReport) -> ReportPart {
    ReportPart(report, text: report.findings.map { command($0, in: report.document.source) + "\n" }.joined())
  }

  private func command(_ finding: Finding, in source: SourceText) -> String {
    let (start, end) = (source.position(at: finding.range.lowerBound), source.position(at: finding.range.upperBound))
    var properties = [("file", source.name)]
    // An office document has no lines.
    if source.places == nil {
      properties.append(("line", String(start.line)))
      // Columns are shown only for what stands on one line.
      if start.line == end.line { properties.append(("col", String(start.column))) }
      properties.append(("endLine", String(end.line)))
      if start.line == end.line { properties.append(("endColumn", String(end.column))) }
    }
    properties.append(("title", "\(finding.code) \(finding.name)"))
    let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
    return "::\(command(finding.severity)) \(list)::\(escaped(message(finding, in: source)))"
  }

  private func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// The place too: the log of a run shows the message alone.
  private func message(_ finding: Finding, in source: SourceText) -> String {
    func place(_ range: SourceRange) -> String { source.namedPlaceText(at: range.lowerBound, language) }
    var lines = ["\(place(finding.range)): \(finding.code) \(TerminalText.escape(finding.summary(language)))"]
    if let explanation = finding.explanation { lines.append(TerminalText.escape(explanation(language))) }
    for note in finding.notes { lines.append("\(place(note.range)): \(TerminalText.escape(note.text(language)))") }
    return lines.joined(separator: "\n")
  }

  /// The signs that would end a message or, in a property, its value. Other control characters are shown by their
  /// number.
  private func escaped(_ text: String, isProperty: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      case _ where scalar.isHarmful: escaped += scalar.spelledOut
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

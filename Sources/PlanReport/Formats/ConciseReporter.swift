import PlanText
import PlanValidate

/// `path:line:column: severity code message`, as compilers print it and editors read it.
package struct ConciseReporter: Reporter {
  private let language: Language

  init(_ options: ReportOptions) { language = options.language }

  func part(of report: FileReport) -> ReportPart {
    // The severity is the word that programs look for.
    let lines = report.findings.map { finding in
      Self.line(finding, severity: finding.severity.rawValue, in: report.document.source, language: language) + "\n"
    }
    return ReportPart(report, text: lines.joined())
  }

  /// One finding as people read it, the severity in their language, without a line break.
  package static func sentence(_ finding: Finding, in source: SourceText, language: Language) -> String {
    line(finding, severity: finding.severity.title(language), in: source, language: language)
  }

  private static func line(
    _ finding: Finding, severity: String, in source: SourceText, language: Language
  ) -> String {
    let place = source.namedPlaceText(at: finding.range.lowerBound, language)
    return "\(place): " + TerminalText.escape("\(severity) \(finding.code) \(finding.summary(language))")
  }
}

import PlanModel

/// `path:line:column: severity code message`, as compilers print it and editors read it.
package enum ConciseReporter {
  /// The findings of a file.
  static func text(of report: FileReport, language: Language) -> String {
    report.findings.map { line($0, in: report.document.source, language: language) + "\n" }.joined()
  }

  /// One finding, without a line break. The severity is the word that programs look for.
  private static func line(_ finding: Finding, in source: SourceText, language: Language) -> String {
    line(finding, severity: finding.severity.rawValue, in: source, language: language)
  }

  /// One finding as people read it, the severity in their language, without a line break.
  package static func sentence(_ finding: Finding, in source: SourceText, language: Language) -> String {
    line(finding, severity: finding.severity.title(language), in: source, language: language)
  }

  private static func line(
    _ finding: Finding, severity: String, in source: SourceText, language: Language
  ) -> String {
    let place = source.position(at: finding.range.lowerBound)
    return TerminalText.escape(
      "\(source.name):\(place.line):\(place.column): \(severity) \(finding.code) \(finding.summary(language))")
  }
}

import PlanModel

/// `path:line:column: severity code message`, as compilers print it and editors read it.
enum ConciseReporter {
  /// The findings of a file.
  static func text(of report: FileReport, language: Language) -> String {
    report.findings.map { line($0, in: report.document.source, language: language) + "\n" }.joined()
  }

  /// One finding, without a line break.
  static func line(_ finding: Finding, in source: SourceText, language: Language) -> String {
    let place = source.position(at: finding.range.lowerBound)
    return TerminalText.escape(
      "\(source.name):\(place.line):\(place.column): \(finding.severity.rawValue) \(finding.code) \(finding.summary(language))"
    )
  }
}

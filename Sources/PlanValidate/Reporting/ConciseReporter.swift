import PlanModel

/// `path:line:column: severity code message`, as compilers print it and editors read it.
enum ConciseReporter {
  static func output(_ reports: [FileReport], language: Language) -> String {
    var lines = ""
    for report in reports {
      for finding in report.findings { lines += line(finding, in: report.document.source, language: language) + "\n" }
    }
    return lines
  }

  /// One finding, without a line break.
  static func line(_ finding: Finding, in source: SourceText, language: Language) -> String {
    let place = source.position(at: finding.range.lowerBound)
    return TerminalText.escape(
      "\(source.name):\(place.line):\(place.column): \(finding.severity.rawValue) \(finding.code) \(finding.summary(language))"
    )
  }
}

import PlanModel

/// `path:line:column: severity code message`, as compilers print it and editors read it.
enum ConciseReporter {
  static func output(_ reports: [FileReport], language: Language) -> String {
    var lines = ""
    for report in reports {
      let source = report.document.source
      for finding in report.findings {
        let place = source.position(at: finding.range.lowerBound)
        lines += TerminalText.escape(
          "\(source.name):\(place.line):\(place.column): \(finding.severity.rawValue) \(finding.code) \(finding.summary(language))"
        )
        lines += "\n"
      }
    }
    return lines
  }
}

import PlanModel

/// One JSON object a line and finding, with the keys of the JSON report behind the file's name. What is hidden is left out: who counts lines counts findings.
enum JSONLinesReporter {
  /// The findings of a file.
  static func text(of report: FileReport, language: Language) -> String {
    let file = JSONOutput.string(report.document.source.name)
    let safe = SafeFixes(report.document)
    return report.findings.map { finding in
      let members = JSONReporter.members(of: finding, in: report.document, safe: safe, language: language)
      return JSONOutput.members([("file", file)] + members).text(isCompact: true)
    }.joined()
  }
}

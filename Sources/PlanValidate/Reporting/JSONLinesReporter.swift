import PlanModel

/// One JSON object a line and finding, with the keys of the JSON report behind the file's name. What is hidden is left out: who counts lines counts findings.
enum JSONLinesReporter {
  static func output(_ reports: [FileReport], language: Language) -> String {
    reports.map { report in
      let file = (key: "file", value: JSONOutput.string(report.document.source.name))
      let safe = SafeFixes(report.document)
      return report.findings.map { finding in
        let members = JSONReporter.members(of: finding, in: report.document, safe: safe, language: language)
        return JSONOutput.members([(file.key, file.value)] + members).text(isCompact: true)
      }.joined()
    }.joined()
  }
}

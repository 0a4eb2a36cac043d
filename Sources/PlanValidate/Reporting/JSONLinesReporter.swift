import PlanModel

/// One JSON object a line and finding, with the keys of the JSON report behind the file's name.
enum JSONLinesReporter {
  static func output(_ reports: [FileReport], language: Language) -> String {
    reports.map { report in
      let file = (key: "file", value: JSONOutput.string(report.document.source.name))
      return report.findings.map { finding in
        let members = JSONReporter.members(of: finding, in: report.document, language: language)
        return JSONOutput.members([(file.key, file.value)] + members).text(isCompact: true)
      }.joined()
    }.joined()
  }
}

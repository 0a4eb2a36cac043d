import PlanText
import PlanValidate

/// One JSON object a line and finding, with the keys of the JSON report behind the file's name. What is hidden is left
/// out: who counts lines counts findings.
struct JSONLinesReporter: Reporter {
  private let json: JSONReporter

  init(_ options: ReportOptions) { json = JSONReporter(options) }

  func part(of report: FileReport) -> ReportPart {
    let file = JSONOutput.string(report.document.source.name)
    let safe = SafeFixes(report.document)
    let lines = report.findings.map { finding in
      let members = json.members(of: finding, in: report.document, safe: safe)
      return JSONOutput.members([("file", file)] + members).text(isCompact: true)
    }
    return ReportPart(report, text: lines.joined())
  }
}

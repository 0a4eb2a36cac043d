import PlanText
import PlanValidate

/// The findings summed up: the files, the worst first, and the rules that have any, the most frequent first.
struct SummaryReporter: Reporter {
  private let text: TextReporter

  init(_ options: ReportOptions) { text = TextReporter(options) }

  func part(of report: FileReport) -> ReportPart { ReportPart(report) }

  func ending(_ parts: [ReportPart], _ shown: ShownParts) -> String {
    let found = parts.filter { !$0.counts.byRule.isEmpty }
    let tables = found.isEmpty ? "" : text.tables.files(found) + "\n" + text.tables.rules(found) + "\n"
    return tables + ClosingLines(parts, text.options, shown).text
  }
}

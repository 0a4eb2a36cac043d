import PlanText
import PlanValidate

/// The findings summed up, for programs: how many there are in each file and by each rule.
struct SummaryJSONReporter: Reporter {
  private static let format = "plantool-summary/1"

  private let language: Language

  init(_ options: ReportOptions) { language = options.language }

  func part(of report: FileReport) -> ReportPart { ReportPart(report) }

  func output(_ parts: [ReportPart]) -> String? {
    let counts = FindingCounts(parts.map(\.counts))
    return JSONOutput.object([
      ("format", .string(Self.format)),
      ("language", .string(language.rawValue)),
      ("summary", .object([("files", .int(counts.files))] + members(counts))),
      ("files", .array(parts.map(file))),
      ("rules", .array(parts.countedRules.map(rule))),
    ]).text()
  }

  private func members(_ counts: FindingCounts) -> [(String, JSONOutput)] {
    Severity.allCases.reversed().map { ($0.rawValue + "s", .int(counts[$0])) } + [
      ("toBeFilledIn", .int(counts.open.toBeFilledIn)), ("toBeConfirmed", .int(counts.open.toBeConfirmed)),
      ("suppressed", .int(counts.suppressed)), ("inBaseline", .int(counts.inBaseline)),
    ]
  }

  private func file(_ part: ReportPart) -> JSONOutput {
    let rules = part.counts.byRule.sorted { $0.key < $1.key }.map { ($0.key, JSONOutput.int($0.value)) }
    return .members(
      [("path", .string(part.name)), ("agency", part.agency.map { .string($0) })] + members(part.counts)
        + [("rules", .object(rules))])
  }

  private func rule(_ rule: CountedRule) -> JSONOutput {
    .object([
      ("code", .string(rule.description.code)), ("name", .string(rule.description.name)),
      ("summary", .string(rule.description.summary(language))), ("findings", .int(rule.times)),
      ("files", .int(rule.files)),
    ])
  }
}

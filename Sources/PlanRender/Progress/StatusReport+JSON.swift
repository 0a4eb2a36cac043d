import PlanAudit
import PlanFormats
import PlanModel
import PlanText

extension StatusReport {
  /// The schema of what ``json()`` makes.
  public static let schema = JSONSchemaFile(
    name: "status", summary: LocalizedText(zh: "status --format json 的輸出", en: "what “status --format json” prints"),
    bytes: PackageResources.status_schema_json)

  /// The state for programs. The value of `format` changes when a key changes its meaning or goes away.
  public func json() -> String {
    JSONOutput.members([
      ("format", .string("plantool-status/1")),
      ("asOf", .string(day.iso)),
      ("within", .int(within)),
      ("summary", output(tally)),
      ("plans", .array(plans.map(output))),
      ("units", .array(byUnit.map { output($0.tally, named: $0.name) })),
      ("dimensions", .array(byDimension.map { output($0.tally, named: $0.name) })),
    ]).text()
  }

  private func output(_ plan: PlanStatus) -> JSONOutput {
    .members([
      ("path", .string(plan.document.source.name)),
      ("name", .string(plan.name)),
      ("summary", output(StatusTally(plan.lines))),
      ("measures", .array(plan.lines.indices.map { output(Entry(plan: plan, line: plan.lines[$0]), number: $0) })),
    ])
  }

  private func output(_ entry: Entry, number: Int) -> JSONOutput {
    let progress = entry.progress
    let previous = number > 0 ? entry.plan.lines[number - 1] : nil
    // What is longer than any real text is empty where it is that of the measure before, as in the JSON of a plan.
    let headings = entry.line.headings.enumerated().map { level, name -> JSONOutput in
      let above = previous?.headings.dropFirst(level).first
      return .string(name.utf8.count > PlanJSON.longestRepeated && name == above ? "" : name)
    }
    let units = entry.line.units
    let areUnitsRepeated = units.joined.utf8.count > PlanJSON.longestRepeated && units == previous?.units
    let deadline = entry.line.deadline
    let isDeadlineRepeated = deadline.utf8.count > PlanJSON.longestRepeated && deadline == previous?.deadline
    let range = entry.line.measure.text.range
    let position = range.isEmpty ? nil : entry.plan.document.source.position(at: range.lowerBound)
    return .members([
      ("state", .string(progress.state.rawValue)),
      ("text", .string(entry.line.measure.text.string)),
      ("in", .array(headings)),
      ("line", position.map { .int($0.line) }),
      ("deadline", deadline.isEmpty ? nil : .string(isDeadlineRepeated ? "" : deadline)),
      ("units", .array(areUnitsRepeated ? [] : units.names.map { .string($0) })),
      ("missed", progress.missed.isEmpty ? nil : .array(progress.missed.map { .string($0.iso) })),
      ("next", progress.next.map { .string($0.iso) }),
      ("daysLeft", entry.day.map { .int($0.dayNumber - day.dayNumber) }),
      ("due", .int(progress.due.all)),
      ("met", .int(progress.due.met)),
      ("reports", .int(progress.reports)),
      ("laterReports", progress.laterReports == 0 ? nil : .int(progress.laterReports)),
      ("lastReport", progress.lastReport.map { .string($0.iso) }),
      ("percent", progress.percent.map { .int($0) }),
    ])
  }

  private func output(_ tally: StatusTally, named name: String? = nil) -> JSONOutput {
    .members(
      [("name", name.map { .string($0) }), ("measures", .int(tally.all))]
        + MeasureProgress.State.allCases.map { ($0.rawValue, .int(tally[$0])) } + [
          ("percent", tally.percent.map { .int($0) }), ("lastReport", tally.lastReport.map { .string($0.iso) }),
        ])
  }
}

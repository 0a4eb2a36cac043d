import PlanAudit
import PlanFormats
import PlanModel
import PlanText
import PlanValidate

extension PortfolioReport {
  /// What can be made of a report. The raw value is what users type.
  public enum Format: String, Sendable, CaseIterable {
    case html, csv, json
  }

  public func output(_ format: Format) -> String {
    switch format {
    case .html: PortfolioPage(report: self).text
    case .csv: csv
    case .json: json
    }
  }

  /// One sentence: how many plans there are, and what is the matter with them.
  var summary: String {
    let counts = FindingCounts(parts.map(\.counts))
    let late = parts.reduce(0) { $0 + ($1.progress?.tally[.overdue] ?? 0) }
    let day = options.day
    let overdue =
      day.map { options.words("；截至\($0.roc)逾期 \(late) 項", "; \(Self.plural(late, "measure")) overdue as of \($0.iso)") }
      ?? options.words("；寫了 --as-of 才列辦理情形", "; progress is shown only with --as-of")
    return options.words(
      "\(parts.count) 份計畫：\(counts[.error]) 個錯誤、\(counts[.warning]) 個警告、\(counts[.note]) 個提示\(overdue)；\(copies.count) 組作法在機關之間雷同。",
      "\(Self.plural(parts.count, "plan")): \(Self.plural(counts[.error], "error")), \(Self.plural(counts[.warning], "warning")), \(Self.plural(counts[.note], "note"))\(overdue); measures shared between agencies: \(copies.count)."
    )
  }

  private static func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// The plans as records, for spreadsheet programs.
  private var csv: String {
    let table = agencyTable
    var text: [UInt8] = []
    for record in [table.columns.map(\.title)] + table.rows.map({ $0.map(\.text) }) {
      CSVRecord.write(record, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: JSON

  /// The schema of the report in JSON.
  public static let schema = JSONSchemaFile(
    name: "report", summary: LocalizedText(zh: "report --format json 的輸出", en: "what “report --format json” prints"),
    bytes: PackageResources.report_schema_json)

  /// Everything, for programs. The value of `format` changes when a key changes its meaning or goes away.
  private var json: String {
    let counts = FindingCounts(parts.map(\.counts))
    return JSONOutput.members([
      ("format", .string("plantool-report/1")),
      ("language", .string(options.language.rawValue)),
      ("asOf", options.day.map { .string($0.iso) }),
      ("within", options.day == nil ? nil : .int(options.within)),
      ("summary", .members([("plans", .int(parts.count))] + severities(counts))),
      ("plans", .array(parts.indices.map(plan))),
      (
        "overdue",
        options.day == nil
          ? nil
          : .array(
            overdue.map { plan, measure in
              .members([
                ("path", path(plan)), ("place", .string(measure.place)), ("text", .string(measure.text)),
                ("deadline", .string(measure.deadline)), ("units", .string(measure.units)),
                ("since", .string(measure.day.iso)),
              ])
            })
      ),
      (
        "focuses",
        .array(
          focuses.map { row in
            .members([
              ("checklist", .string(row.checklist.identifier)),
              ("focus", .array(row.checklist.names(to: row.entry).map { .string($0.excerpt(200)) })),
              ("answered", .int(row.answered)), ("missing", .array(row.missing.map(path))),
            ])
          })
      ),
      (
        "faults",
        .array(
          faults.map { fault in
            let code = fault.rule.description.code
            return .members([
              ("code", .string(code)), ("times", .int(fault.rule.times)),
              (
                "plans",
                .array(
                  fault.plans.compactMap { plan in
                    parts[plan].faults[code].map {
                      .members([
                        ("path", path(plan)), ("place", .string($0.place)), ("message", .string($0.summary)),
                      ])
                    }
                  })
              ),
            ])
          })
      ),
      (
        "copies",
        .array(
          copies.map { copy in
            .members([
              ("text", .string(copy.text)), ("agencies", .int(copy.agencies)),
              (
                "places",
                .array(
                  copy.members.map { member in
                    .members([
                      ("path", path(member.plan)), ("place", .string(member.place)),
                      ("differs", member.wording.map { .array([.string($0.first), .string($0.own)]) }),
                    ])
                  })
              ),
            ])
          })
      ),
    ]).text()
  }

  private func path(_ plan: Int) -> JSONOutput { .string(parts[plan].part.name) }

  private func severities(_ counts: FindingCounts) -> [(String, JSONOutput?)] {
    Severity.allCases.reversed().map { ($0.rawValue + "s", .int(counts[$0])) }
  }

  private func plan(_ number: Int) -> JSONOutput {
    let part = parts[number]
    return .members(
      [("path", path(number)), ("name", .string(part.name))] + severities(part.counts) + [
        ("toBeFilledIn", .int(part.counts.open.toBeFilledIn)),
        ("checklist", part.coverage.map { .string($0.checklist.identifier) }),
        (
          "focuses",
          part.coverage.map {
            .object([("all", .int($0.focuses.count)), ("answered", .int($0.answered))])
          }
        ),
        (
          "checkpoints",
          part.coverage.map {
            .object([("all", .int($0.checkpoints.all)), ("met", .int($0.checkpoints.met))])
          }
        ),
        ("measures", .int(part.measureCount)),
        ("shared", .int(copied[number])),
        (
          "progress",
          part.progress.map { progress in
            .object(MeasureProgress.State.allCases.map { ($0.rawValue, .int(progress.tally[$0])) })
          }
        ),
      ])
  }
}

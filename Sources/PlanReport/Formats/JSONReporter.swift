import PlanAudit
import PlanFormats
import PlanModel
import PlanText
import PlanValidate

/// Findings for programs. `format` changes when a key changes its meaning or goes away, not when one is added.
struct JSONReporter: Reporter {
  private static let format = "plantool-findings/1"

  private let language: Language
  /// Whether the checkpoints are listed although the claims that hold are not.
  private let showsCheckpoints: Bool

  init(_ options: ReportOptions) {
    language = options.language
    showsCheckpoints = options.showsCheckpoints
  }

  func output(_ parts: [ReportPart]) -> String? {
    let counts = FindingCounts(parts.map(\.counts))
    return JSONOutput.members([
      ("format", .string(Self.format)),
      ("language", .string(language.rawValue)),
      (
        "summary",
        .object(
          [("files", .int(counts.files))] + Severity.allCases.reversed().map { ($0.rawValue + "s", .int(counts[$0])) })
      ),
      ("files", .array(parts.map { .written($0.text) })),
    ]).text()
  }

  /// Most of it is the wording of the checklist, the same for every plan: whoever wants to know what holds asks for it.
  func partNeedsCheckpoints(isConfirmed: Bool) -> Bool { showsCheckpoints || isConfirmed }

  /// A file's element of the list, which stands two levels deep; one line where there is nothing to say of the file.
  func part(of report: FileReport) -> ReportPart {
    let file = file(report)
    let isBare =
      report.findings.isEmpty && report.hidden.isEmpty && report.confirmations == nil && !showsCheckpoints
      && report.notChecked.isEmpty
    return ReportPart(report, text: isBare ? String(file.text(isCompact: true).dropLast()) : file.text(level: 2))
  }

  func file(_ report: FileReport) -> JSONOutput {
    let safe = SafeFixes(report.document)
    return .members([
      ("path", .string(report.document.source.name)),
      (
        "findings",
        .array(
          report.allFindings.map { .members(members(of: $0, in: report.document, safe: safe)) })
      ),
      (
        "confirmed",
        report.confirmations.map { .array($0.map { confirmation($0, in: report.document) }) }
      ),
      (
        "notChecked",
        report.notChecked.isEmpty ? nil : .array(report.notChecked.parts.map { notChecked($0, in: report.document) })
      ),
      ("checklist", partNeedsCheckpoints(isConfirmed: report.confirmations != nil) ? checklist(of: report) : nil),
    ])
  }

  /// How many measures a checkpoint lists: all measures of a focus may answer each of its checkpoints.
  private static let mostPlaces = 20
  /// Where a name is cut off, in characters: it is printed for every checkpoint below it.
  private static let longestName = 200

  /// What the plan has for each checkpoint of its checklist.
  private func checklist(of report: FileReport) -> JSONOutput? {
    guard let checklist = report.checklist, let coverage = report.coverage else { return nil }
    return .object([
      ("id", .string(checklist.identifier)),
      (
        "summary",
        .object(CheckpointCoverage.Status.allCases.map { ($0.rawValue, .int(coverage.count($0))) })
      ),
      (
        "checkpoints",
        .array(
          coverage.points.map { point in
            .members([
              ("path", .array(checklist.names(to: point.entry).map { .string($0.excerpt(Self.longestName)) })),
              ("number", .int(point.number)),
              ("group", point.checkpoint.group.map { .string($0.string) }),
              ("text", .string(point.checkpoint.text.string)),
              ("status", .string(point.state.status.rawValue)),
              ("basis", .string(point.state.rawValue)),
              (
                "places",
                .array(point.measures.prefix(Self.mostPlaces).flatMap { places(point, $0, in: report.document) })
              ),
              ("otherPlace", point.otherPlace.map { .members(members(of: $0, in: report.document)) }),
            ])
          })
      ),
    ])
  }

  /// The items of a measure that answer a checkpoint.
  private func places(
    _ point: CheckpointCoverage.Point, _ reference: CheckpointCoverage.Reference, in document: PlanDocument
  ) -> [JSONOutput] {
    point.words(of: reference).enumerated().map { index, words in
      let label = reference.items.indices.contains(index) ? reference.items[index].label : ""
      return .members(
        [("measure", .int(reference.number)), ("item", label.isEmpty ? nil : .string(label))]
          + members(of: words, in: document))
    }
  }

  /// The first words of a text, and where it stands.
  private func members(of words: PlanText, in document: PlanDocument) -> [(String, JSONOutput?)] {
    [
      ("words", .string(words.string.excerpt())),
      ("range", range(words.range, in: document.source)),
      ("pointer", document.pointer(to: words.range).map { .string($0) }),
    ]
  }

  private func confirmation(
    _ confirmation: Confirmation, in document: PlanDocument
  ) -> JSONOutput {
    .members([
      ("code", .string(confirmation.code)),
      ("name", .string(confirmation.name)),
      ("message", .string(confirmation.summary(language))),
      ("range", range(confirmation.range, in: document.source)),
      ("pointer", document.pointer(to: confirmation.range).map { .string($0) }),
      ("place", place(confirmation.range, in: document.source)),
    ])
  }

  private func notChecked(_ part: NotChecked.Part, in document: PlanDocument) -> JSONOutput {
    .members([
      ("kind", .string(part.kind.rawValue)),
      ("name", part.name.map { .string($0) }),
      ("count", .int(part.count)),
      ("codes", part.codes.isEmpty ? nil : .array(part.codes.map { .string($0) })),
      ("message", .string(part.summary(language))),
      ("range", part.range.map { range($0, in: document.source) }),
      ("pointer", part.range.flatMap { document.pointer(to: $0) }.map { .string($0) }),
      ("place", part.range.flatMap { place($0, in: document.source) }),
    ])
  }

  /// The keys of a finding.
  func members(
    of finding: Finding, in document: PlanDocument, safe: SafeFixes
  ) -> [(String, JSONOutput?)] {
    let safe = safe.index(in: finding)
    return [
      ("code", .string(finding.code)),
      ("name", .string(finding.name)),
      ("severity", .string(finding.severity.rawValue)),
      ("message", .string(finding.summary(language))),
      ("explanation", finding.explanation.map { .string($0(language)) }),
      ("range", range(finding.range, in: document.source)),
      ("pointer", document.pointer(to: finding.range).map { .string($0) }),
      ("place", place(finding.range, in: document.source)),
      (
        "notes",
        finding.notes.isEmpty
          ? nil
          : .array(
            finding.notes.map { note in
              .members([
                ("message", .string(note.text(language))), ("range", range(note.range, in: document.source)),
                ("place", place(note.range, in: document.source)),
              ])
            })
      ),
      (
        "fixes",
        finding.fixes.isEmpty
          ? nil
          : .array(
            finding.fixes.enumerated().map { index, fix in
              self.fix(fix, isSafe: index == safe, in: document.source)
            })
      ),
      (
        "suppressed",
        finding.suppression.map { .object([("reason", .string($0.reason)), ("line", .int($0.line))]) }
      ),
      ("baseline", finding.isInBaseline ? .bool(true) : nil),
    ]
  }

  private func fix(
    _ fix: Finding.Fix, isSafe: Bool, in source: SourceText
  ) -> JSONOutput {
    .object([
      ("title", .string(fix.title(language))),
      ("safe", .bool(isSafe)),
      (
        "edits",
        .array(fix.edits.map { .members([("range", range($0.range, in: source)), ("text", .string($0.text))]) })
      ),
    ])
  }

  /// Where something stands in the office document that the plan was made of; nil for a plan file.
  private func place(_ range: SourceRange, in source: SourceText) -> JSONOutput? {
    guard let place = source.places?.place(at: range.lowerBound) else { return nil }
    return .members([
      ("text", .string(place.words(language))),
      ("section", place.section.isEmpty ? nil : .string(place.section)),
      ("paragraph", .int(place.paragraph)),
      ("table", place.cell.map { .int($0.table) }),
      ("row", place.cell.map { .int($0.row) }),
      ("column", place.cell.map { .int($0.column) }),
      ("columnName", place.cell.flatMap { $0.name.isEmpty ? nil : .string($0.name) }),
      ("part", place.part.isEmpty ? nil : .string(place.part)),
      ("line", place.line.map { .int($0) }),
      ("sheet", place.sheet.map { .string($0) }),
    ])
  }

  /// Lines and columns from 1; a column is one Unicode scalar; `end` is behind the last character.
  private func range(_ range: SourceRange, in source: SourceText) -> JSONOutput {
    func place(_ offset: Int) -> JSONOutput {
      let position = source.position(at: offset)
      return .object([("line", .int(position.line)), ("column", .int(position.column))])
    }
    return .object([("start", place(range.lowerBound)), ("end", place(range.upperBound))])
  }
}

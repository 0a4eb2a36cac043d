import PlanFormats
import PlanModel
import PlanText

extension ComparisonReport {
  /// The comparison for programs. The value of `format` changes when a key changes its meaning or goes away.
  public func json() -> String {
    JSONOutput.members([
      ("format", .string("plantool-diff/1")),
      ("old", file(old)),
      ("new", file(new)),
      ("yearsLater", .int(comparison.yearsLater)),
      ("summary", summary),
      ("changes", .array(comparison.changes.map(output))),
      (
        "units",
        .array(
          comparison.units.map {
            .members([("name", .string($0.name)), ("old", .int($0.old)), ("new", .int($0.new))])
          })
      ),
    ]).text()
  }

  private func file(_ document: PlanDocument) -> JSONOutput {
    .members([
      ("path", .string(document.source.name)),
      ("year", document.plan.metadata.intendedROCYear.map { .int($0) }),
    ])
  }

  private var summary: JSONOutput {
    let counts = Dictionary(grouping: comparison.changes) { ComparisonMark($0) }
    return .object(ComparisonMark.allCases.map { ($0.rawValue, .int(counts[$0]?.count ?? 0)) })
  }

  private func output(_ change: PlanComparison.Change) -> JSONOutput {
    .members([
      ("kind", .string(change.kind.rawValue)),
      ("change", .string(ComparisonMark(change).rawValue)),
      ("moved", change.move.map { .string($0.rawValue) }),
      ("old", side(change.old, in: comparison.old, of: old)),
      ("new", side(change.new, in: comparison.new, of: new)),
      ("mergedInto", change.mergedInto.map { .string(comparison.new.things[$0].name.string) }),
      ("fields", change.fields.isEmpty ? nil : .array(change.fields.map(output))),
    ])
  }

  /// A thing in one of the plans: its words, the headings above it, its number under them and its line.
  private func side(_ thing: Int?, in plan: ComparedPlan, of document: PlanDocument) -> JSONOutput? {
    guard let thing else { return nil }
    let found = plan.things[thing]
    let isPlaced = !found.name.range.isEmpty || found.name.range.lowerBound > 0
    let position = isPlaced ? document.source.position(at: found.name.range.lowerBound) : nil
    return .members([
      ("name", .string(found.name.string)),
      ("in", .array(path(of: thing, in: plan).map { .string($0) })),
      ("number", .int(found.number)),
      ("line", position.map { .int($0.line) }),
      ("column", position.map { .int($0.column) }),
    ])
  }

  private func output(_ field: PlanComparison.FieldChange) -> JSONOutput {
    func list(_ texts: [String]) -> JSONOutput? { texts.isEmpty ? nil : .array(texts.map { .string($0) }) }
    return .members([
      ("field", .string(field.name.key)),
      ("old", field.old.map { .string($0.string) }),
      ("new", field.new.map { .string($0.string) }),
      ("removed", list(field.removed)),
      ("added", list(field.added)),
      ("measures", field.measures > 0 ? .int(field.measures) : nil),
    ])
  }
}

import PlanAudit
import PlanText
import PlanValidate

extension SARIFReporter {
  /// The checkpoints of the checklist as results that are no failures: `pass` where the plan answers one, `notApplicable`
  /// where there is nothing to answer, else `open`, which asks for a person's judgement (SARIF 2.1.0, 3.27.9).
  func checkpoints(of report: FileReport, in file: File) -> [JSONOutput] {
    guard let coverage = report.coverage, let checklist = report.checklist else { return [] }
    return coverage.points.map { point in
      let names = checklist.names(to: point.entry)
      let places = point.measures.flatMap { point.words(of: $0) } + (point.otherPlace.map { [$0] } ?? [])
      return .members([
        ("ruleId", .string("checkpoint/\(checklist.identifier)/\(names.joined(separator: "/"))/\(point.number)")),
        ("kind", .string(point.state.status.sarifKind)), ("level", .string("none")),
        (
          "message",
          message(words(for: point)(language))
        ),
        (
          "locations",
          places.isEmpty
            ? nil : .array(places.prefix(20).map { .object([("physicalLocation", place($0.range, in: file))]) })
        ),
      ])
    }
  }
}

/// What is asked, whether it is answered, and how that is known.
private func words(for point: CheckpointCoverage.Point) -> LocalizedText {
  let (status, state, asked) = (point.state.status.title, point.state.title, point.checkpoint.text.string.excerpt(60))
  return LocalizedText(
    zh: "\(status(.zhHant))（\(state(.zhHant))）：\(asked)", en: "\(status(.en)) (\(state(.en))): “\(asked)”")
}

extension CheckpointCoverage.Status {
  fileprivate var sarifKind: String {
    switch self {
    case .met: "pass"
    case .notApplicable: "notApplicable"
    case .notRecognised, .unknown: "open"
    }
  }
}

import PlanValidate

/// A format of reports: what is printed of each file, and of all files together.
///
/// Parts are made by several threads at once, and the files are gone when the whole is put together.
protocol Reporter: Sendable {
  init(_ options: ReportOptions)
  /// Whether what is printed of a file says which checkpoints the plan answers; `isConfirmed` is whether what holds is
  /// listed.
  func partNeedsCheckpoints(isConfirmed: Bool) -> Bool
  /// What is printed of a file.
  func part(of report: FileReport) -> ReportPart
  /// The report in one piece, of the parts in the order in which the files come; nil where files are printed one by
  /// one.
  func output(_ parts: [ReportPart]) -> String?
  /// Whether the text of a part is printed behind those that were.
  func shows(_ part: ReportPart, after shown: ShownParts) -> Bool
  /// What is printed behind the texts of all parts.
  func ending(_ parts: [ReportPart], _ shown: ShownParts) -> String
}

/// What was printed of the parts so far.
struct ShownParts {
  /// The number of findings in them.
  var findings = 0
  /// Whether the text of any was left out.
  var isCut = false
}

extension Reporter {
  func partNeedsCheckpoints(isConfirmed: Bool) -> Bool { false }
  func output(_ parts: [ReportPart]) -> String? { nil }
  func shows(_ part: ReportPart, after shown: ShownParts) -> Bool { true }
  func ending(_ parts: [ReportPart], _ shown: ShownParts) -> String { "" }
}

import PlanValidate

/// A format of reports: what is printed of each file, and of all files together.
///
/// Parts are made by several threads at once, and the files are gone when the whole is put together.
protocol Reporter: Sendable {
  init(_ options: ReportOptions)
  /// What is printed of a file.
  func part(of report: FileReport) -> ReportPart
  /// The whole report, of the parts in the order in which the files come.
  func output(_ parts: [ReportPart]) -> String
}

extension Reporter {
  func output(_ parts: [ReportPart]) -> String { parts.map(\.text).joined() }
}

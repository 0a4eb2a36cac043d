import PlanText
import PlanValidate

/// What `validate --stream` writes for each line: an object on a line of its own.
public struct StreamReplies: Sendable {
  private let json: JSONReporter

  public init(_ options: ReportOptions) { json = JSONReporter(options) }

  /// The findings on a plan, as they stand among the `files` of the JSON report; and how many there are.
  public func reply(to report: FileReport) -> (text: String, counts: FindingCounts) {
    let report = report.joiningRepeats()
    return (json.file(report).text(isCompact: true), FindingCounts(report))
  }

  /// What is said of a line without a plan. Lines and columns count from 1.
  public func refusal(line: Int, column: Int? = nil, path: String? = nil, saying message: String) -> String {
    JSONOutput.members([
      ("line", .int(line)),
      ("column", column.map { .int($0) }),
      ("path", path.map { .string($0) }),
      ("error", .string(message)),
    ]).text(isCompact: true)
  }
}

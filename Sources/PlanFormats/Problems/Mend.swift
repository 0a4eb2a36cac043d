import PlanText

/// A change to a file that makes readable what was not read.
public struct Mend: Sendable {
  /// The changes; none overlaps another. They touch the marks of tables and lists, colons, white space and line breaks
  /// only.
  public let edits: [(range: SourceRange, text: String)]
  /// Whether nobody could have meant anything else.
  public let isCertain: Bool
}

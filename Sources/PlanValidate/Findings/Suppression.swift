/// Why a finding is not shown: a comment in the plan says so.
public struct Suppression: Sendable, Hashable {
  /// The reason that the comment gives.
  public let reason: String
  /// The line of the comment, from 1.
  public let line: Int
}

/// From when on a plan does not pass, which `--fail-on` and `failOn` say.
public struct FailThreshold: Sendable, Equatable {
  /// The severity from which on a finding is a failure; nil for none.
  public var severity: Severity?
  /// Whether something to be filled in or confirmed is one too, whatever its severity.
  public var countsOpenPlaces = false

  /// Errors are failures.
  public static let error = FailThreshold(severity: .error)
  /// Nothing is a failure.
  public static let never = FailThreshold(severity: nil)
  /// Errors are failures, and so is what is still to be filled in or confirmed.
  public static let unfilled = FailThreshold(severity: .error, countsOpenPlaces: true)

  public init(severity: Severity?, countsOpenPlaces: Bool = false) {
    self.severity = severity
    self.countsOpenPlaces = countsOpenPlaces
  }

  private static let named: [(word: String, threshold: FailThreshold)] =
    Severity.allCases.map { ($0.rawValue, FailThreshold(severity: $0)) } + [("unfilled", .unfilled), ("never", .never)]

  /// The words for thresholds.
  public static let words = named.map(\.word)

  /// The threshold that a word names; nil where it is none of ``words``.
  public init?(_ word: String) {
    guard let found = Self.named.first(where: { $0.word == word }) else { return nil }
    self = found.threshold
  }

  /// The word for it.
  public var word: String { Self.named.first { $0.threshold == self }?.word ?? "" }

  /// What is a failure by any of some thresholds.
  public static func strictest(of thresholds: [FailThreshold]) -> FailThreshold {
    FailThreshold(
      severity: thresholds.compactMap(\.severity).min(),
      countsOpenPlaces: thresholds.contains(where: \.countsOpenPlaces))
  }

  /// Whether a finding is a failure.
  public func isFailure(_ finding: Finding) -> Bool {
    severity.map { finding.severity >= $0 } ?? false || countsOpenPlaces && finding.isAboutOpenPlaces
  }
}

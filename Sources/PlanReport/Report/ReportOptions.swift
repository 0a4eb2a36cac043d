import PlanText
import PlanValidate

/// How findings are to be printed.
public struct ReportOptions: Sendable {
  /// The language of the messages.
  public let language: Language
  /// Whether the text for people is coloured.
  public var isColored: Bool
  /// From which severity on a finding is a failure; nil where none is.
  public var failureThreshold: Severity?
  /// Whether every file could be read.
  public var isComplete: Bool
  /// The status with which the run ends, where it is known.
  public var exitCode: Int?
  /// Whether the text for people sums the findings up instead of showing each.
  public var isSummary: Bool
  /// Whether every checkpoint of the checklist is listed with what answers it.
  public var showsCheckpoints: Bool
  /// How many files there are, where that is known.
  public var fileCount: Int
  /// How many findings of a file the text for people shows; nil for all.
  public var findingLimit: Int?

  /// Options; errors are failures unless another severity is given.
  public init(
    language: Language, isColored: Bool = false, failureThreshold: Severity? = .error, isComplete: Bool = true,
    exitCode: Int? = nil, isSummary: Bool = false,
    showsCheckpoints: Bool = false, fileCount: Int = 1, findingLimit: Int? = nil
  ) {
    self.language = language
    self.isColored = isColored
    self.failureThreshold = failureThreshold
    self.isComplete = isComplete
    self.exitCode = exitCode
    self.isSummary = isSummary
    self.showsCheckpoints = showsCheckpoints
    self.fileCount = fileCount
    self.findingLimit = findingLimit
  }
}

import PlanText
import PlanValidate

/// How findings are to be printed.
public struct ReportOptions: Sendable {
  /// The language of the messages.
  public let language: Language
  /// Whether the text for people is coloured.
  public var isColored: Bool
  /// What is a failure.
  public var threshold: FailThreshold
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
  /// Which findings the text for people shows.
  public var detail: Detail
  /// The width of the terminal that the text for people is for, in columns.
  public var width = 80

  /// How much the text for people says. Formats for programs always say all.
  public enum Detail: Sendable {
    /// Errors and warnings, as long as somebody will read them; notes are counted.
    case worst
    /// Notes too.
    case notes
    /// Every finding with its line and all that belongs to it, however many there are.
    case all
  }

  /// Options; errors are failures unless another severity is given.
  public init(
    language: Language, isColored: Bool = false, threshold: FailThreshold = .error, isComplete: Bool = true,
    exitCode: Int? = nil, isSummary: Bool = false,
    showsCheckpoints: Bool = false, fileCount: Int = 1, findingLimit: Int? = nil, detail: Detail = .worst
  ) {
    self.language = language
    self.isColored = isColored
    self.threshold = threshold
    self.isComplete = isComplete
    self.exitCode = exitCode
    self.isSummary = isSummary
    self.showsCheckpoints = showsCheckpoints
    self.fileCount = fileCount
    self.findingLimit = findingLimit
    self.detail = detail
  }
}

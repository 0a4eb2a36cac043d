import PlanFormats
import PlanText

/// A file of settings that cannot be used, with every reason.
public struct SettingsTrouble: Error {
  /// The kinds of file.
  public enum Kind: Sendable {
    /// `.plantool.json`
    case configuration
    /// What `--write-baseline` wrote.
    case baseline
  }

  /// What the file is.
  public let kind: Kind
  /// The file.
  public let source: SourceText
  /// The reasons, in the order of the file.
  public let problems: [Located<LocalizedText>]

  /// A file that cannot be used.
  public init(kind: Kind, source: SourceText, problems: [Located<LocalizedText>]) {
    self.kind = kind
    self.source = source
    self.problems = problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What follows from it.
  public var conclusion: LocalizedText {
    switch kind {
    case .configuration:
      LocalizedText(zh: "設定檔「\(source.name)」不能使用。", en: "The configuration “\(source.name)” cannot be used.")
    case .baseline:
      LocalizedText(zh: "基準檔「\(source.name)」不能使用。", en: "The baseline “\(source.name)” cannot be used.")
    }
  }
}

extension Located<ReadProblem> {
  /// The problem in the words of the rule that reports it in plans.
  func words(in source: SourceText) -> Located<LocalizedText> {
    Located<LocalizedText>(value.wording(at: range, in: source).words().summary, at: range)
  }
}

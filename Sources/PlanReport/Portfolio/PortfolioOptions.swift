import PlanModel
import PlanText

/// What is asked of a report on many plans.
public struct PortfolioOptions: Sendable {
  public let language: Language
  /// The day whose progress is told; nil where none is.
  public let day: CalendarDate?
  /// For how many days ahead a deadline is near.
  public let within: Int

  public init(language: Language, asOf day: CalendarDate?, within: Int) {
    (self.language, self.day, self.within) = (language, day, within)
  }

  func words(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)(language) }
}

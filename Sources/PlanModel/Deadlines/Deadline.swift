import PlanText

/// 完成期限, 執行期間 or 期程: the words as written and what they mean.
///
/// The forms are those of ``DeadlineForms``, with other dates and numbers. White space, full-width digits and Chinese
/// numerals are all right anywhere in them.
public struct Deadline: Sendable {
  /// The words as they stand in the plan.
  public let text: PlanText
  /// What was understood, which deadlines of the same words share.
  private let understood: Understood

  /// What they mean, or why they mean nothing.
  public var reading: Result<DeadlineMeaning, DeadlineProblem> { understood.reading }

  /// Reads a deadline.
  public init(_ text: PlanText) {
    self.init(text, Understood(reading: DeadlineParser.parse(text.string)))
  }

  private init(_ text: PlanText, _ understood: Understood) {
    self.text = text
    self.understood = understood
  }

  /// A deadline of the same words in another place.
  package func standing(as other: PlanText) -> Deadline { Deadline(other.sharing(text.string), understood) }

  private final class Understood: Sendable {
    let reading: Result<DeadlineMeaning, DeadlineProblem>

    init(reading: Result<DeadlineMeaning, DeadlineProblem>) { self.reading = reading }
  }

  /// The meaning, if the words have one.
  public var meaning: DeadlineMeaning? { try? reading.get() }
}

/// Why a deadline means nothing.
public enum DeadlineProblem: Error, Sendable, Hashable {
  /// There are no words.
  case empty
  /// The words say that there is no deadline, or do not say when: 無, －, 未定, 另訂, 儘速.
  case unstated
  /// 43190: the number that a spreadsheet keeps for a day.
  case spreadsheetDay(CalendarDate)
  /// The words are none of the forms that are known. `rest` is where the reader stopped understanding.
  case notUnderstood(rest: String)
  /// A date is written as dates are, and does not exist.
  case impossible(ImpossibleDate)
}

import PlanText

/// 完成期限, 執行期間 or 期程: the words as written and what they mean.
///
/// The forms are those that real plans use (107年4月, 4月底, 第2季, 1月~12月, 自…起至同年…止, 持續辦理, 107年每月,
/// 賡續辦理，並請於6月29日前提供 辦理情形 …). White space, full-width digits and Chinese numerals are all right
/// anywhere in them.
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

/// What a deadline says.
public struct DeadlineMeaning: Sendable, Hashable {
  /// The kinds of deadline.
  public enum Form: Sendable, Hashable {
    /// 持續辦理, 賡續辦理: for as long as the plan runs.
    case ongoing
    /// 107年4月30日, 107年4月, 第2季: by the last day of the date.
    case due(DatePoint)
    /// 1月~12月, 自…起至…止. `from` is nil for 即日起, `to` is nil where no end is given (107年4月起).
    case span(from: DatePoint?, to: DatePoint?)
    /// 6月及12月, 106年6、9、12月: once by the last day of each, at least two.
    case dates([DatePoint])
    /// 每月, 每季, 每週三.
    case recurring(Recurrence)
    /// 視需要辦理, 不定期, 開徵期間, 收件後3日內: on days that no calendar knows.
    case unscheduled
  }

  /// The kind of deadline, with its dates.
  public let form: Form
  /// 並請於6月29日前提供辦理情形: when the agency wants to hear about it.
  public let report: Report?
  /// 計1年: how long the span is said to be.
  public let statedLength: StatedLength?

  /// A meaning; most deadlines have no report and no stated length.
  public init(form: Form, report: Report? = nil, statedLength: StatedLength? = nil) {
    self.form = form
    self.report = report
    self.statedLength = statedLength
  }

  /// The days that the deadline covers in a plan of the given Gregorian year: for something due, the whole of the
  /// month, quarter or day named; for a span, from its first to its last day. Nil for ongoing and recurring deadlines
  /// without a year, and for open spans.
  public func days(planYear: Int?) -> ClosedRange<CalendarDate>? {
    switch form {
    case .ongoing, .unscheduled: return nil
    case .dates(let points):
      let days = points.compactMap { $0.days(defaultYear: planYear) }
      guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else { return nil }
      return first...last
    case .recurring(let recurrence):
      return recurrence.year.flatMap { DatePoint(year: $0, precision: .year).days(defaultYear: nil) }
    case .due(let point): return point.days(defaultYear: planYear)
    case .span(let from, let to):
      guard let first = from?.days(defaultYear: planYear)?.lowerBound,
        let last = to?.days(defaultYear: planYear)?.upperBound,
        first <= last
      else { return nil }
      return first...last
    }
  }

  /// The day by which the work must be done: the last of the month, quarter or span named. Nil where the deadline names
  /// no end, and where it names no year and there is no `planYear` either.
  public func dueDay(planYear: Int?) -> CalendarDate? { dueDays(planYear: planYear).max() }

  /// The days by which something must be done: one for each of several dates. Empty where the deadline names no end,
  /// and where it names no year and there is no `planYear` either.
  public func dueDays(planYear: Int?) -> [CalendarDate] {
    let points: [DatePoint] =
      switch form {
      case .ongoing, .recurring, .unscheduled: []
      case .due(let point): [point]
      case .dates(let points): points
      case .span(_, let to): [to].compactMap { $0 }
      }
    return points.compactMap { $0.days(defaultYear: planYear)?.upperBound }
  }

  /// The day by which the work is to be reported on.
  public func reportDay(planYear: Int?) -> CalendarDate? { report?.due.days(defaultYear: planYear)?.upperBound }

  /// The dates in the deadline, in order, that of its report last.
  public var points: [DatePoint] {
    let own: [DatePoint?]
    switch form {
    case .ongoing, .recurring, .unscheduled: own = []
    case .due(let point): own = [point]
    case .dates(let points): own = points
    case .span(let from, let to): own = [from, to]
    }
    return own.compactMap { $0 } + (report.map { [$0.due] } ?? [])
  }

  /// The meaning by which deadlines are compared: every date has a year, so that 4月 is 107年4月 in a plan of 107, and
  /// what a report holds, which is only wording, is left out.
  public func comparable(planYear: Int?) -> DeadlineMeaning {
    func dated(_ point: DatePoint) -> DatePoint { planYear.map { point.with(year: $0) } ?? point }
    let form: Form
    switch self.form {
    case .ongoing, .unscheduled: form = self.form
    case .due(let point): form = .due(dated(point))
    case .dates(let points): form = .dates(points.map(dated))
    case .span(let from, let to): form = .span(from: from.map(dated), to: to.map(dated))
    case .recurring(let recurrence):
      form = .recurring(
        Recurrence(
          interval: recurrence.interval, year: recurrence.year ?? planYear, times: recurrence.times,
          weekday: recurrence.weekday, month: recurrence.month, day: recurrence.day))
    }
    return DeadlineMeaning(form: form, report: report.map { Report(due: dated($0.due), content: "") })
  }
}

/// Something that comes again: 每月, 107年每季, 每週三, 每年至少1次.
public struct Recurrence: Sendable, Hashable {
  /// How often.
  public enum Interval: String, Sendable, Hashable, CaseIterable {
    /// 每日, 每天
    case day
    /// 每週, 每星期
    case week
    /// 每兩週, 隔週
    case twoWeeks
    /// 每月
    case month
    /// 每雙月, 每兩個月
    case twoMonths
    /// 每季
    case quarter
    /// 每半年
    case halfYear
    /// 每年
    case year
  }

  /// How often.
  public let interval: Interval
  /// The Gregorian year, where one is written.
  public let year: Int?
  /// The number of times per interval, where one is written (至少1次).
  public let times: Int?
  /// The day of the week, 1 (Monday) to 7, of 每週三.
  public let weekday: Int?
  /// The month of 每年12月, 1 to 12.
  public let month: Int?
  /// The day of the month of 每月5日, 1 to 31.
  public let day: Int?
}

/// A report that is due while the work goes on.
public struct Report: Sendable, Hashable {
  /// By when.
  public let due: DatePoint
  /// What it reports: 辦理情形.
  public let content: String
}

/// How long a period says it is: 計1年, 計6個月.
public struct StatedLength: Sendable, Hashable {
  /// What is counted.
  public enum Unit: String, Sendable, Hashable {
    /// 年
    case years
    /// 個月
    case months
    /// 日, 天
    case days
  }

  /// How many.
  public let count: Int
  /// Of what.
  public let unit: Unit

  public init(count: Int, unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Whether a period of whole days is this long, counting its first and its last day.
  public func holds(for days: ClosedRange<CalendarDate>) -> Bool { length(of: days) == count }

  /// The length of a period in this unit, if it is a whole number of them.
  public func length(of days: ClosedRange<CalendarDate>) -> Int? {
    let first = days.lowerBound
    let end = days.upperBound.next
    switch unit {
    case .days: return end.dayNumber - first.dayNumber
    case .months, .years:
      guard end.day == first.day else { return nil }
      let months = (end.year - first.year) * 12 + end.month - first.month
      if unit == .months { return months }
      return months.isMultiple(of: 12) ? months / 12 : nil
    }
  }
}

/// Why a deadline means nothing.
public enum DeadlineProblem: Error, Sendable, Hashable {
  /// There are no words.
  case empty
  /// The words say that there is no deadline: 無, －, 未定, 另訂.
  case unstated
  /// The words are none of the forms that are known. `rest` is where the reader stopped understanding.
  case notUnderstood(rest: String)
  /// A date is written as dates are, and does not exist.
  case impossible(ImpossibleDate)
}

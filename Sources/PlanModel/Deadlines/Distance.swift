import PlanText

/// So long from something: 收件後3個工作日內, 活動前1週, 年度結束後1個月內, 1年內.
public struct Distance: Sendable, Hashable {
  /// What is counted. The raw values stand in JSON.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// 分鐘
    case minutes
    /// 小時
    case hours
    /// 日, 天
    case days
    /// 個工作日
    case workdays
    /// 週
    case weeks
    /// 個月
    case months
    /// 年
    case years
  }

  /// What it is counted from.
  public enum Anchor: Sendable, Hashable {
    /// Not said: 1年內.
    case unsaid
    /// 年度結束後, 計畫期程結束後: the last day of the plan's period.
    case periodEnd
    /// Something that happens, in the words of the deadline: 收件, 核定.
    case event(String)
  }

  /// How many; 0 for 當日 and 立即.
  public let count: Int
  /// Of what.
  public let unit: Unit
  /// What it is counted from.
  public let anchor: Anchor
  /// Whether it is counted back: 活動前1週.
  public let isBefore: Bool

  public init(count: Int, unit: Unit, anchor: Anchor = .unsaid, isBefore: Bool = false) {
    self.count = count
    self.unit = unit
    self.anchor = anchor
    self.isBefore = isBefore
  }

  /// The last day, where it is known from when to count.
  public func day(in years: PlanYears) -> CalendarDate? {
    guard anchor == .periodEnd else { return nil }
    let whole = years.year.flatMap { DatePoint(year: $0, precision: .year).days(defaultYear: nil) }
    return (years.period ?? whole).flatMap { day(from: $0.upperBound) }
  }

  /// The last day, counted from another; nil outside the calendar. Days on which nobody works are those of a week:
  /// holidays differ from year to year.
  func day(from start: CalendarDate) -> CalendarDate? {
    guard count < 10_000 else { return nil }
    let count = isBefore ? -count : count
    switch unit {
    case .minutes, .hours: return start
    case .days: return CalendarDate(dayNumber: start.dayNumber + count)
    case .weeks: return CalendarDate(dayNumber: start.dayNumber + 7 * count)
    case .workdays:
      var (day, left) = (start.dayNumber, abs(count))
      while left > 0 {
        day += count.signum()
        guard let date = CalendarDate(dayNumber: day) else { return nil }
        if date.weekday < 6 { left -= 1 }
      }
      return CalendarDate(dayNumber: day)
    case .months: return start.endingMonth(after: count)
    case .years: return start.endingMonth(after: 12 * count)
    }
  }
}

extension CalendarDate {
  /// So many months later: from the last day of a month to the last of another.
  fileprivate func endingMonth(after months: Int) -> CalendarDate? {
    guard let day = adding(months: months) else { return nil }
    return next.day == 1 ? .last(ofMonth: day.month, year: day.year) : day
  }
}

/// A date as it is written, which may name only a month, a quarter or a year, and may leave out the year.
public struct DatePoint: Sendable, Hashable {
  /// How exactly the date is given.
  public enum Precision: Sendable, Hashable {
    /// 4月30日
    case day(month: Int, day: Int)
    /// 4月, 4月底
    case month(Int)
    /// 第2季
    case quarter(Int)
    /// 上半年, 下半年
    case half(Int)
    /// 107年, 107年底
    case year
  }

  /// The Gregorian year, where one is written.
  public let year: Int?
  /// The rest of the date.
  public let precision: Precision

  /// A date as written; `year` is Gregorian.
  public init(year: Int?, precision: Precision) {
    self.year = year
    self.precision = precision
  }

  public init(_ date: CalendarDate) {
    self.init(year: date.year, precision: .day(month: date.month, day: date.day))
  }

  /// The same date with a year, if it had none.
  public func with(year: Int) -> DatePoint { DatePoint(year: self.year ?? year, precision: precision) }

  /// The first and the last day that the date covers: 4月 is the 1st to the 30th. A missing year is taken from
  /// `defaultYear` (Gregorian). Nil without any year or with one outside `CalendarDate.years`, and for a day that does
  /// not exist.
  public func days(defaultYear: Int?) -> ClosedRange<CalendarDate>? {
    guard let year = year ?? defaultYear, CalendarDate.years.contains(year) else { return nil }
    switch precision {
    case .day(let month, let day):
      return CalendarDate(year: year, month: month, day: day).map { $0...$0 }
    case .month(let month):
      return months(month, month, year)
    case .quarter(let quarter):
      return months(quarter * 3 - 2, quarter * 3, year)
    case .half(let half):
      return months(half * 6 - 5, half * 6, year)
    case .year:
      return months(1, 12, year)
    }
  }

  private func months(_ first: Int, _ last: Int, _ year: Int) -> ClosedRange<CalendarDate>? {
    guard (1...12).contains(first), (first...12).contains(last) else { return nil }
    return CalendarDate.first(ofMonth: first, year: year)...CalendarDate.last(ofMonth: last, year: year)
  }
}

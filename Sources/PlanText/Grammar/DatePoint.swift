/// A date as it is written, which may name only a month, a quarter or a year, and may leave out the year.
public struct DatePoint: Sendable, Hashable {
  /// How exactly the date is given.
  public enum Precision: Sendable, Hashable {
    /// 4月30日
    case day(month: Int, day: Int)
    /// 4月, 4月底
    case month(Int)
    /// 4月初, 4月中旬, 4月第2週: a part of a month, its days counted from 1; what the month has not got is cut off.
    case part(month: Int, days: ClosedRange<Int>)
    /// 第2季
    case quarter(Int)
    /// 上半年, 下半年
    case half(Int)
    /// 107年, 107年底
    case year
    /// 第1學期, 上學期: August to January, or February to July.
    case term(Int)
    /// 107學年度: August to July.
    case schoolYear
  }

  /// The Gregorian year, where one is written; of a school year and its terms that in which it begins.
  public let year: Int?
  /// 次年1月: how many years after the one that is not written.
  public let yearsLater: Int
  /// The rest of the date.
  public let precision: Precision

  /// A date as written; `year` is Gregorian.
  public init(year: Int?, precision: Precision, yearsLater: Int = 0) {
    self.year = year
    self.precision = precision
    self.yearsLater = yearsLater
  }

  public init(_ date: CalendarDate) {
    self.init(year: date.year, precision: .day(month: date.month, day: date.day))
  }

  /// The same date with a year, if it had none.
  public func with(year: Int) -> DatePoint {
    // Whatever a file says the year is, there is one more.
    DatePoint(year: self.year ?? year.addingReportingOverflow(yearsLater).partialValue, precision: precision)
  }

  /// The first and the last day that the date covers: 4月 is the 1st to the 30th. A missing year is taken from
  /// `defaultYear` (Gregorian). Nil without any year or with one outside `CalendarDate.years`, and for a day that does
  /// not exist.
  public func days(defaultYear: Int?) -> ClosedRange<CalendarDate>? {
    guard let year = year ?? defaultYear?.addingReportingOverflow(yearsLater).partialValue,
      CalendarDate.years.contains(year)
    else { return nil }
    switch precision {
    case .day(let month, let day):
      return CalendarDate(year: year, month: month, day: day).map { $0...$0 }
    case .month(let month):
      return months(month, month, year)
    case .part(let month, let days):
      guard (1...12).contains(month) else { return nil }
      let last = CalendarDate.daysIn(month: month, year: year)
      return CalendarDate(year: year, month: month, day: min(days.lowerBound, last)).flatMap { first in
        CalendarDate(year: year, month: month, day: min(days.upperBound, last)).map { first...$0 }
      }
    case .quarter(let quarter):
      return months(quarter * 3 - 2, quarter * 3, year)
    case .half(let half):
      return months(half * 6 - 5, half * 6, year)
    case .year:
      return months(1, 12, year)
    case .term(let term): return term == 1 ? schoolMonths(8, 1, year) : schoolMonths(2, 7, year)
    case .schoolYear: return schoolMonths(8, 7, year)
    }
  }

  /// From a month to another of a school year. Those before August are of the next Gregorian year.
  private func schoolMonths(_ first: Int, _ last: Int, _ year: Int) -> ClosedRange<CalendarDate>? {
    guard CalendarDate.years.contains(year + 1) else { return nil }
    return CalendarDate.first(
      ofMonth: first, year: first < 8 ? year + 1 : year)...CalendarDate.last(
        ofMonth: last, year: year + 1)
  }

  private func months(_ first: Int, _ last: Int, _ year: Int) -> ClosedRange<CalendarDate>? {
    guard (1...12).contains(first), (first...12).contains(last) else { return nil }
    return CalendarDate.first(ofMonth: first, year: year)...CalendarDate.last(ofMonth: last, year: year)
  }
}

import PlanText

/// Something that comes again: 每月, 107年每季, 每週三, 每年至少1次, 每年6月及12月, 每季結束後10日內.
public struct Recurrence: Sendable, Hashable {
  /// How often. The raw values stand in JSON.
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
    /// 每學期
    case term
  }

  /// When in an interval it is to be done. Where nothing is said it is by its last day.
  public enum Moment: Sendable, Hashable {
    /// 每週一、三; 每月第1個星期三, where `week` counts in the month (-1 is the last): days of the week, 1 (Monday) to 7.
    case weekdays([Int], week: Int?)
    /// 每月5日及20日: days of the month, 1 to 31. A month that has not got one has its last instead.
    case days([Int])
    /// 每年6月及12月: dates without a year, by the last day of each.
    case dates([DatePoint])
    /// 次月5日前: the day of the month that follows.
    case dayOfNextMonth(Int)
    /// 每季結束後10日內.
    case after(Distance)
    /// 每學期初, 每學年開學後: words for days that no calendar knows.
    case unknown(String)
  }

  /// How often.
  public let interval: Interval
  /// Every how many of the intervals: 每3年.
  public let count: Int
  /// The Gregorian year, where one is written.
  public let year: Int?
  /// The number of times per interval, where one is written (至少1次).
  public let times: Int?
  /// When in the interval, where it is written.
  public let moment: Moment?

  public init(
    _ interval: Interval, count: Int = 1, year: Int? = nil, times: Int? = nil, moment: Moment? = nil
  ) {
    self.interval = interval
    self.count = count
    self.year = year
    self.times = times
    self.moment = moment
  }

  /// The same in a year, if none was written.
  func with(year: Int?) -> Recurrence {
    Recurrence(interval, count: count, year: self.year ?? year, times: times, moment: moment)
  }
}

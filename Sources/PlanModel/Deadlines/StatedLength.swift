import PlanText

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

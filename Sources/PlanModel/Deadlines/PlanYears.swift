import PlanText

/// Where dates without a year belong: into the plan's period, or else into its year.
public struct PlanYears: Sendable, Hashable {
  /// The Gregorian year of the plan, or the first of its years.
  public let year: Int?
  /// The days from the first to the last of the plan's period, where it is known.
  public let period: ClosedRange<CalendarDate>?

  public init(year: Int?, period: ClosedRange<CalendarDate>? = nil) {
    self.year = year
    self.period = period
  }

  /// The days of a date.
  public func days(of point: DatePoint) -> ClosedRange<CalendarDate>? {
    point.year != nil ? point.days(defaultYear: nil) : point.days(defaultYear: year(of: point))
  }

  /// A date with its year, where that is known.
  public func dated(_ point: DatePoint) -> DatePoint {
    point.year == nil ? year(of: point).map { point.with(year: $0) } ?? point : point
  }

  /// The year of a date that has none: the plan's own, unless the date is only in the period in another. 3月 of a plan
  /// from August to July is next year's.
  private func year(of point: DatePoint) -> Int? {
    guard let period, period.upperBound.year - period.lowerBound.year < 12, point.yearsLater == 0 else { return year }
    let years = [year].compactMap { $0 } + Array((period.lowerBound.year - 1)...period.upperBound.year)
    func first(where isIn: (ClosedRange<CalendarDate>) -> Bool) -> Int? {
      years.first { point.days(defaultYear: $0).map(isIn) ?? false }
    }
    return first { period.contains($0.lowerBound) && period.contains($0.upperBound) }
      ?? first { period.contains($0.lowerBound) } ?? first { $0.overlaps(period) } ?? year
  }
}

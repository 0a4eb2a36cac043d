import PlanText

extension Recurrence {
  /// The days within a period on which the work must have been done once more, in order: the last day of every month,
  /// quarter, half or year, the day of the week that is named, or Sunday where none is, the day of the month or year
  /// that is named.
  ///
  /// Months, quarters and so on are those of the calendar. The last one, where the period ends before it does, is due
  /// on the period's last day; a week that is cut off so is not counted. A year that is written limits the period.
  /// Empty where the two have no day in common, and where the period is longer than ten years: no plan runs that long,
  /// and a list of its days would help nobody.
  public func days(in period: ClosedRange<CalendarDate>) -> [CalendarDate] {
    guard let period = limited(period), period.upperBound.year - period.lowerBound.year <= 10 else { return [] }
    switch interval {
    case .day: return Self.days(of: period) { _ in true }
    case .week: return Self.days(of: period) { $0.weekday == weekday ?? 7 }
    case .twoWeeks:
      return Self.days(of: period) { $0.weekday == 7 }.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(
        \.element)
    case .month where day != nil, .year where month != nil: return Self.days(of: period, where: isNamed)
    case .month: return Self.ends(of: 1, in: period)
    case .twoMonths: return Self.ends(of: 2, in: period)
    case .quarter: return Self.ends(of: 3, in: period)
    case .halfYear: return Self.ends(of: 6, in: period)
    case .year: return Self.ends(of: 12, in: period)
    }
  }

  /// Whether a date is the day that the words name; the last of its month where they name none, or one that the month
  /// has not got.
  private func isNamed(_ date: CalendarDate) -> Bool {
    let last = CalendarDate.daysIn(month: date.month, year: date.year)
    return date.month == month ?? date.month && date.day == min(day ?? last, last)
  }

  private func limited(_ period: ClosedRange<CalendarDate>) -> ClosedRange<CalendarDate>? {
    guard let year else { return period }
    let first = max(period.lowerBound, CalendarDate.first(ofMonth: 1, year: year))
    let last = min(period.upperBound, CalendarDate.last(ofMonth: 12, year: year))
    return first <= last ? first...last : nil
  }

  private static func days(of period: ClosedRange<CalendarDate>, where isDue: (CalendarDate) -> Bool) -> [CalendarDate]
  {
    Array(sequence(first: period.lowerBound, next: \.next).prefix { $0 <= period.upperBound }.filter(isDue))
  }

  /// The last days of the parts of the year that have so many months, those in which the period begins and ends
  /// included.
  private static func ends(of months: Int, in period: ClosedRange<CalendarDate>) -> [CalendarDate] {
    var ends: [CalendarDate] = []
    var (year, month) = (period.lowerBound.year, period.lowerBound.month)
    while (ends.last ?? period.lowerBound) < period.upperBound || ends.isEmpty {
      month = (month + months - 1) / months * months
      ends.append(min(CalendarDate.last(ofMonth: month, year: year), period.upperBound))
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return ends
  }
}

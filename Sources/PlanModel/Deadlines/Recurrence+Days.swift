import PlanText

extension Recurrence {
  /// The days within a period on which the work must have been done once more, in order: the last day of every month,
  /// quarter, half, year or term, the day of the week that is named, or Sunday where none is, the day of the month or
  /// year that is named. What is due behind its interval (每季結束後10日內) may be due behind the period.
  ///
  /// Months, quarters and so on are those of the calendar. The last one, where the period ends before it does, is due
  /// on the period's last day; a week that is cut off so is not counted. A year that is written limits the period.
  /// Empty where the two have no day in common, where the words do not tell the days (每學期初, 每3年), and where the
  /// period is longer than ten years: no plan runs that long, and a list of its days would help nobody.
  public func days(in period: ClosedRange<CalendarDate>) -> [CalendarDate] {
    guard let period = limited(period), period.upperBound.year - period.lowerBound.year <= 10, count == 1 else {
      return []
    }
    switch moment {
    case nil: return ends(in: period)
    case .unknown: return []
    case .weekdays(let weekdays, let week):
      return Self.days(of: period) { weekdays.contains($0.weekday) && (week.map($0.isInWeek) ?? true) }
    case .days(let days):
      return Self.days(of: period) { date in
        let last = CalendarDate.daysIn(month: date.month, year: date.year)
        return days.contains { min($0, last) == date.day }
      }
    case .dates(let points):
      let years = (period.lowerBound.year - 1)...period.upperBound.year
      let days = years.flatMap { year in points.compactMap { $0.days(defaultYear: year)?.upperBound } }
      return Set(days.filter(period.contains)).sorted()
    case .dayOfNextMonth(let day):
      return ends(in: period).compactMap { end in
        end.adding(months: 1).flatMap { next in
          CalendarDate(
            year: next.year, month: next.month, day: min(day, CalendarDate.daysIn(month: next.month, year: next.year)))
        }
      }
    case .after(let distance): return ends(in: period).compactMap { distance.day(from: $0) }
    }
  }

  /// The last days of the intervals in a period.
  private func ends(in period: ClosedRange<CalendarDate>) -> [CalendarDate] {
    switch interval {
    case .day: Self.days(of: period) { _ in true }
    case .week: Self.days(of: period) { $0.weekday == 7 }
    case .twoWeeks:
      Self.days(of: period) { $0.weekday == 7 }.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    case .month: Self.ends(of: 1, in: period)
    case .twoMonths: Self.ends(of: 2, in: period)
    case .quarter: Self.ends(of: 3, in: period)
    case .halfYear: Self.ends(of: 6, in: period)
    case .year: Self.ends(of: 12, in: period)
    case .term: Self.days(of: period) { $0.day == 31 && ($0.month == 1 || $0.month == 7) }
    }
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

extension CalendarDate {
  /// Whether the day is in the week of its month with a number: the first of its weekday is in week 1, the last in
  /// week -1.
  fileprivate func isInWeek(_ week: Int) -> Bool {
    week > 0 ? (day + 6) / 7 == week : day + 7 > Self.daysIn(month: month, year: year)
  }
}

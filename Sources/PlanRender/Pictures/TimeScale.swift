import PlanText

/// The axis of a timeline: where the days of a period stand.
struct TimeScale: Sendable {
  let period: ClosedRange<CalendarDate>
  /// The first pixel, and how many there are.
  let start: Int
  let width: Int

  /// The pixels of a column, in which there is one mark.
  private static let columnWidth = 10
  /// The most months that have a line each.
  private static let mostLines = 14

  /// The column of a day; what is outside of the period has a column before or behind all others.
  func column(of day: CalendarDate) -> Int {
    if day < period.lowerBound { return -1 }
    if day > period.upperBound { return width / Self.columnWidth + 1 }
    return (x(of: day) - start) / Self.columnWidth
  }

  /// Where a day stands; what is outside of the period stands beside it.
  func x(of day: CalendarDate) -> Int {
    if day < period.lowerBound { return start - 14 }
    if day > period.upperBound { return start + width + 14 }
    let all = max(1, period.upperBound.dayNumber - period.lowerBound.dayNumber)
    return start + (day.dayNumber - period.lowerBound.dayNumber) * width / all
  }

  /// A line of the axis, and what is written behind it.
  struct Line: Sendable {
    let day: CalendarDate
    let words: String
  }

  /// The first days of months, or where these are too many, of every third, sixth or twelfth, and so on.
  var lines: [Line] {
    let (first, last) = (period.lowerBound, period.upperBound)
    let months = (last.year - first.year) * 12 + last.month - first.month + 1
    var step = 1
    for wider in [2, 3, 6, 12] where (months - 1) / step >= Self.mostLines { step = wider }
    while (months - 1) / step >= Self.mostLines { step *= 2 }
    return stride(from: 0, to: months, by: step).map { offset in
      let month = first.month - 1 + offset
      let day = CalendarDate.first(ofMonth: month % 12 + 1, year: first.year + month / 12)
      let isNewYear = offset == 0 || month % 12 < step
      return Line(day: max(day, first), words: isNewYear ? "\(day.rocYear)年\(day.month)月" : "\(day.month)月")
    }
  }

  /// A day in few characters: 6/30, or 108/6/30 where the period does not say of which year it is.
  func words(of day: CalendarDate) -> String {
    let isOnlyYear = period.contains(day) && period.lowerBound.year == period.upperBound.year
    return (isOnlyYear ? "" : "\(day.rocYear)/") + "\(day.month)/\(day.day)"
  }

  /// Days in few characters: 6/26–6/30.
  func words(of days: ClosedRange<CalendarDate>) -> String {
    let first = words(of: days.lowerBound)
    return days.lowerBound == days.upperBound ? first : first + "–" + words(of: days.upperBound)
  }
}

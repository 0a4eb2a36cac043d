/// A day of the proleptic Gregorian calendar, without time or time zone.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// The Gregorian year.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day that exists; nil for one that does not, such as 30 February, and outside `years`.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1, day <= Self.daysIn(month: month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The Gregorian years of which there are days: those that ISO 8601 writes with four digits.
  public static let years = 1...9999

  /// The first day of a month. `month` must be 1 to 12.
  package static func first(ofMonth month: Int, year: Int) -> CalendarDate {
    CalendarDate(uncheckedYear: year, month: month, day: 1)
  }

  /// The last day of a month. `month` must be 1 to 12.
  package static func last(ofMonth month: Int, year: Int) -> CalendarDate {
    CalendarDate(uncheckedYear: year, month: month, day: daysIn(month: month, year: year))
  }

  /// The ROC year (民國): the Gregorian year − 1911.
  public var rocYear: Int { year - CalendarDate.rocOffset }

  /// What is added to a year of the Republic of China to get the Gregorian year.
  public static let rocOffset = 1911

  /// The number of days in a month, 28 to 31.
  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day so many days after 1970-01-01; nil outside `years`.
  package init?(dayNumber: Int) {
    guard Self.dayNumbers.contains(dayNumber) else { return nil }
    // Years of 365.2425 days from 1970 on are at most one off.
    var year = 1970 + dayNumber * 400 / 146_097
    while Self.first(ofMonth: 1, year: year).dayNumber > dayNumber { year -= 1 }
    while Self.first(ofMonth: 1, year: year + 1).dayNumber <= dayNumber { year += 1 }
    var month = 12
    while Self.first(ofMonth: month, year: year).dayNumber > dayNumber { month -= 1 }
    self.init(
      uncheckedYear: year, month: month, day: dayNumber - Self.first(ofMonth: month, year: year).dayNumber + 1)
  }

  private static let dayNumbers =
    first(ofMonth: 1, year: years.lowerBound).dayNumber...last(ofMonth: 12, year: years.upperBound).dayNumber

  /// The same day so many months later, or the last of its month; nil outside `years`.
  package func adding(months: Int) -> CalendarDate? {
    let index = year * 12 + month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    guard index > 0, Self.years.contains(year) else { return nil }
    return CalendarDate(uncheckedYear: year, month: month, day: min(day, Self.daysIn(month: month, year: year)))
  }

  /// Days since 1970-01-01, for day arithmetic.
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The next day; behind the last of `years` it is the first of a year without four digits, so that a period always
  /// has an end to count to.
  public var next: CalendarDate {
    if day < Self.daysIn(month: month, year: year) {
      return CalendarDate(uncheckedYear: year, month: month, day: day + 1)
    }
    return month < 12 ? Self.first(ofMonth: month + 1, year: year) : Self.first(ofMonth: 1, year: year + 1)
  }

  /// The day of the week, 1 (Monday) to 7 (Sunday).
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let days = (dayNumber + 3) % 7
    return (days < 0 ? days + 7 : days) + 1
  }

  /// ISO 8601: `2018-04-30`.
  public var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// As plans write it: `107年4月30日`.
  public var roc: String { "\(rocYear)年\(month)月\(day)日" }

  /// Earlier days come first.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

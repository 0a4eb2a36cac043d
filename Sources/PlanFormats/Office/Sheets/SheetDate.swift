import PlanText

/// Dates in cells, which programs keep as numbers and show in many ways.
enum SheetDate {
  /// What a cell says that has a date: as it is shown where that says the year in words, or else in years of the
  /// Republic. `iso` is its value, 2018-06-30 or with a time behind it.
  static func shown(_ text: String, _ iso: String?) -> String {
    guard let iso, !text.has("年") else { return text }
    let parts = iso.prefix { $0 != "T" }.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      let date = CalendarDate(year: year, month: month, day: day)
    else { return text }
    return shown(date)
  }

  /// A date that a workbook counts from the end of 1899, or from 1904; nil for one that is no day.
  static func shown(serial: Double, since1904: Bool) -> String? {
    guard serial.isFinite, serial >= 61, serial < 2_958_466 else { return nil }
    // 1970-01-01 is 25569.
    return CalendarDate(dayNumber: Int(serial) - 25569 + (since1904 ? 1462 : 0)).map(shown)
  }

  private static func shown(_ date: CalendarDate) -> String {
    date.rocYear > 0 ? date.roc : "\(date.year)年\(date.month)月\(date.day)日"
  }
}

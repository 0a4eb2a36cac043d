import PlanText

/// A day or a month as a sentence writes it, with its place: 107年6月29日, 同年12月.
struct WrittenDay {
  /// The day, or all days of the month.
  let days: ClosedRange<CalendarDate>
  /// Whether the day is written.
  let isDay: Bool
  /// The characters.
  let range: Range<Int>

  /// The day or month that begins at a character. Without a year it is of `year`, which 同年 refers to.
  init?(in dense: DenseText, at start: Int, year: Int?) {
    guard let date = dense.date(at: start), let year = date.point.year ?? year,
      (1950...2110).contains(year), let days = date.point.days(defaultYear: year)
    else { return nil }
    switch date.point.precision {
    case .day: isDay = true
    case .month, .part: isDay = false
    case .quarter, .half, .year, .term, .schoolYear: return nil
    }
    self.days = days
    range = date.range
  }
}

extension CalendarDate {
  /// 星期一 for Monday to 星期日 for Sunday.
  var weekdayName: LocalizedText {
    LocalizedText(
      zh: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"][weekday - 1],
      en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday - 1])
  }
}

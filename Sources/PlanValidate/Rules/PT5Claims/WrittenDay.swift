import PlanText

/// A day or a month as a sentence writes it, with its place: 107年6月29日, 同年12月.
struct WrittenDay {
  /// The day, or all days of the month.
  let days: ClosedRange<CalendarDate>
  /// Whether the day is written.
  let isDay: Bool
  /// The characters.
  let range: Range<Int>

  /// What a day or month begins with: a number, 中華民國, 同年, 當年.
  private static let beginnings: ScalarSet = "0123456789零〇○一壹二貳貮兩三參叁叄四肆五伍六陸七柒八捌九玖十百民中同當"

  /// The day or month that begins at a character. Without a year it is of `year`, which 同年 refers to.
  init?(in dense: DenseText, at start: Int, year: Int?) {
    guard start < dense.count, Self.beginnings.contains(dense.scalars[start]) else { return nil }
    var index = start
    for word in ["中華民國", "民國"] where dense.has(word, at: index) { index += word.unicodeScalars.count }
    var found: Int?
    if let word = ["同年", "當年"].first(where: { dense.has($0, at: index) }) {
      found = year
      index += word.unicodeScalars.count
    } else if let (number, end) = Self.number(in: dense, at: index), dense.has("年", at: end) {
      found = number >= 1000 ? number : number + CalendarDate.rocOffset
      index = end + 1
    } else {
      found = year
    }
    guard let year = found, (1950...2110).contains(year), let (month, monthEnd) = Self.number(in: dense, at: index),
      dense.has("月", at: monthEnd)
    else { return nil }
    index = monthEnd + 1
    let point: DatePoint
    if let (day, dayEnd) = Self.number(in: dense, at: index), dense.has("日", at: dayEnd) {
      point = DatePoint(year: year, precision: .day(month: month, day: day))
      index = dayEnd + 1
      isDay = true
    } else {
      point = DatePoint(year: year, precision: .month(month))
      isDay = false
    }
    guard let days = point.days(defaultYear: nil) else { return nil }
    self.days = days
    range = start..<index
  }

  /// A number in digits or Chinese numerals.
  static func number(in dense: DenseText, at start: Int) -> (value: Int, end: Int)? {
    var end = start
    while end < dense.count, end < start + 7, Numeral.digit(dense.scalars[end]) != nil { end += 1 }
    if end == start {
      while end < dense.count, end < start + 7,
        Numeral.chineseDigit(dense.scalars[end]) != nil || "十百".unicodeScalars.contains(dense.scalars[end])
      {
        end += 1
      }
    }
    guard end > start, let value = Numeral.value(of: dense.scalars[start..<end]) else { return nil }
    return (value, end)
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

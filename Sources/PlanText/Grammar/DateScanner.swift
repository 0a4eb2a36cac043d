/// Reads dates from text without white space and with narrow characters.
package struct DateScanner {
  package let scalars: [Unicode.Scalar]
  package var index = 0

  package init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    for scalar in text.unicodeScalars where !scalar.showsNothing { scalars.append(scalar.narrow) }
    self.scalars = scalars
  }

  /// Reads from a character of a text on that has no white space and narrow characters already.
  package init(_ scalars: [Unicode.Scalar], at index: Int) {
    self.scalars = scalars
    self.index = index
  }

  package var isAtEnd: Bool { index >= scalars.count }

  /// What has not been read yet.
  package var rest: String { String(scalars: scalars[index...]) }

  /// Takes the first of the words that stands here.
  package mutating func take(_ words: [String]) -> String? {
    for word in words where take(word) { return word }
    return nil
  }

  /// Takes a word if it stands here.
  package mutating func take(_ word: String) -> Bool {
    var end = index
    for scalar in word.unicodeScalars {
      guard end < scalars.count, scalars[end] == scalar else { return false }
      end += 1
    }
    index = end
    return true
  }

  /// Whether a word stands here. It is not taken.
  package func startsWith(_ word: String) -> Bool {
    var copy = self
    return copy.take(word)
  }

  /// Takes a number in digits or Chinese numerals, if one stands here. One that is longer than any year is none: a part
  /// of it would be a number that nobody wrote.
  package mutating func number() -> Int? {
    var end = index
    while end < scalars.count, end - index <= Self.longestNumber, Numeral.digit(scalars[end]) != nil { end += 1 }
    if end == index {
      while end < scalars.count, end - index <= Self.longestNumber, Numeral.isChinese(scalars[end]) { end += 1 }
    }
    guard end > index, end - index <= Self.longestNumber, let value = Numeral.value(of: scalars[index..<end]) else {
      return nil
    }
    index = end
    return value
  }

  /// Takes a date, if one stands here: 107年4月30日, 民國107年4月, 四月底, 107/4/30, 2018-04-30, 第2季, 下半年,
  /// 同年5月.
  package mutating func point() throws(ImpossibleDate) -> DatePoint? {
    let start = index
    _ = take(["中華民國", "民國"])
    if let separated = try separatedDate() { return separated }
    var year: Int?
    let relative = take(["同年度", "同年", "本年度", "本年", "當年度", "當年", "今年"]) != nil
    if !relative { year = self.year() }
    if let precision = try partOfYear(year: year) { return DatePoint(year: year, precision: precision) }
    if year != nil || relative {
      _ = take(["底", "終"])
      return DatePoint(year: year, precision: .year)
    }
    index = start
    return nil
  }

  /// Takes a year with its 年, Gregorian or of the Republic, and returns it as Gregorian.
  package mutating func year() -> Int? {
    let start = index
    _ = take(["中華民國", "民國"])
    if let number = number(), let year = Self.gregorian(number), take(["年度", "年"]) != nil { return year }
    index = start
    return nil
  }

  /// A year as it is written, up to 999 of the Republic and from 1000 on Gregorian; nil for what is no year of the
  /// calendar.
  private static func gregorian(_ number: Int) -> Int? {
    let year = number >= 1000 ? number : number + CalendarDate.rocOffset
    return number > 0 && CalendarDate.years.contains(year) ? year : nil
  }

  /// What follows a year: a month, a day, a quarter or a half.
  private mutating func partOfYear(year: Int?) throws(ImpossibleDate) -> DatePoint.Precision? {
    if take("上半年") { return .half(1) }
    if take("下半年") { return .half(2) }
    let start = index
    _ = take("第")
    guard let number = number() else {
      index = start
      return nil
    }
    if take(["季度", "季"]) != nil {
      guard (1...4).contains(number) else { throw .quarter(number) }
      return .quarter(number)
    }
    guard take(["月份", "月"]) != nil else {
      index = start
      return nil
    }
    guard (1...12).contains(number) else { throw .month(number) }
    let afterMonth = index
    if let day = self.number(), take(["日", "號"]) != nil {
      // Text pulled out of a PDF sometimes prints 日 twice.
      _ = take("日")
      try check(year: year, month: number, day: day)
      return .day(month: number, day: day)
    }
    index = afterMonth
    for (words, day) in [("上旬", 10), ("中旬", 20)] where take(words) { return .day(month: number, day: day) }
    _ = take(["下旬", "底"])
    return .month(number)
  }

  /// 107/4/30, 107.4.30, 2018-04-30, 107/4, 4/30.
  private mutating func separatedDate() throws(ImpossibleDate) -> DatePoint? {
    let start = index
    guard let first = digits(), let separator = take(["/", ".", "-"]), let second = digits() else {
      index = start
      return nil
    }
    if take(separator) {
      guard let third = digits(), let year = Self.gregorian(first) else {
        index = start
        return nil
      }
      guard (1...12).contains(second) else { throw .month(second) }
      try check(year: year, month: second, day: third)
      return DatePoint(year: year, precision: .day(month: second, day: third))
    }
    // Of two numbers alone 107.1 is a month, and 12.5 is no date.
    guard separator == "/" || (separator == "." && (80...200).contains(first)) else {
      index = start
      return nil
    }
    if first > 31 {
      guard let year = Self.gregorian(first) else {
        index = start
        return nil
      }
      guard (1...12).contains(second) else { throw .month(second) }
      return DatePoint(year: year, precision: .month(second))
    }
    guard (1...12).contains(first) else { throw .month(first) }
    try check(year: nil, month: first, day: second)
    return DatePoint(year: nil, precision: .day(month: first, day: second))
  }

  private mutating func digits() -> Int? {
    guard index < scalars.count, Numeral.digit(scalars[index]) != nil else { return nil }
    return number()
  }

  /// A day that exists in no year is impossible even where the year is not written.
  private func check(year: Int?, month: Int, day: Int) throws(ImpossibleDate) {
    guard day >= 1, day <= CalendarDate.daysIn(month: month, year: year ?? 2000) else {
      throw .day(year: year, month: month, day: day)
    }
  }

  private static let longestNumber = 7
}

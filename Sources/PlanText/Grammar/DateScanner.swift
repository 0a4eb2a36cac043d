/// Reads dates from text without white space and with narrow characters.
package struct DateScanner {
  package let scalars: [Unicode.Scalar]
  package var index = 0
  /// Behind what was surely understood, although what follows is not: the end of a span.
  package var stop = 0
  /// The digits that had white space between them and the digit before.
  private var gaps: [Int] = []

  package init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    var isBehindGap = false
    for scalar in text.unicodeScalars {
      if scalar.showsNothing {
        isBehindGap = true
        continue
      }
      let narrow = scalar.narrow
      if isBehindGap {
        if Numeral.digit(narrow) != nil, let last = scalars.last, Numeral.digit(last) != nil {
          gaps.append(scalars.count)
        }
        isBehindGap = false
      }
      scalars.append(narrow)
    }
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
    guard !isAtEnd else { return nil }
    let lead = scalars[index].utf8Lead
    for word in words where word.utf8.first == lead && take(word) { return word }
    return nil
  }

  /// Takes a word if it stands here.
  package mutating func take(_ word: String) -> Bool {
    // Most words show with their first byte that they do not stand here.
    guard index < scalars.count, word.utf8.first == scalars[index].utf8Lead else { return word.isEmpty }
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
    while end < scalars.count, end - index <= Self.longestNumber, Numeral.digit(scalars[end]) != nil,
      !(end > index && beginsAnother(at: end))
    {
      end += 1
    }
    if end == index {
      while end < scalars.count, end - index <= Self.longestNumber, Numeral.isChinese(scalars[end]) { end += 1 }
    }
    guard end > index, end - index <= Self.longestNumber, let value = Numeral.value(of: scalars[index..<end]) else {
      return nil
    }
    index = end
    return value
  }

  /// 2018-03-31 00:00, 6/30 12/31, 107/6/1 50%: whether a time of day, another date or a percentage begins behind white
  /// space, which means nothing in other numbers.
  private func beginsAnother(at place: Int) -> Bool {
    guard gaps.contains(place) else { return false }
    let end = scalars[place...].prefix(4).firstIndex { Numeral.digit($0) == nil }
    return end.map { scalars[$0] == ":" || scalars[$0] == "/" || scalars[$0] == "%" } ?? false
  }

  /// Takes a date, if one stands here: 107年4月30日, 民國107年4月, 四月底, 107/4/30, 2018-04-30, 第2季, 下半年,
  /// 同年5月,
  /// 元月, 4月初, 113年Q2, 112學年度第1學期.
  package mutating func point() throws(ImpossibleDate) -> DatePoint? {
    let start = index
    if !isAtDigit { _ = take(["中華民國", "民國"]) }
    if let separated = try separatedDate() { return separated }
    if let school = partOfSchoolYear() { return school }
    var year: Int?
    let isOwn = !isAtDigit && take(["同年度", "同年", "本年度", "本年", "當年度", "當年", "今年"]) != nil
    let isNext = !isOwn && !isAtDigit && take(["次年度", "次年", "翌年度", "翌年", "隔年", "明年"]) != nil
    if !isOwn, !isNext { year = self.year() ?? yearBeforeItsPart() }
    let precision = try partOfYear(year: year) ?? (year != nil || isOwn || isNext ? endOfYear() : nil)
    if let precision { return DatePoint(year: year, precision: precision, yearsLater: isNext ? 1 : 0) }
    index = start
    return nil
  }

  /// What stands behind a year alone: 107年底, 107年初, 107年中.
  private mutating func endOfYear() -> DatePoint.Precision {
    if take(["年底", "年終", "年末", "底", "終", "末"]) != nil { return .year }
    if takeEnding("初") { return .month(1) }
    if takeEnding("中") { return .month(6) }
    return .year
  }

  /// Takes a word that ends a date, and not one that begins another word, as 中 in 107年中秋 and 初 in 5月初步.
  private mutating func takeEnding(_ word: Unicode.Scalar) -> Bool {
    guard index < scalars.count, scalars[index] == word else { return false }
    let next = index + 1
    guard next >= scalars.count || !scalars[next].isCommonHan || Self.behindEnding.contains(scalars[next]) else {
      return false
    }
    index = next
    return true
  }

  private static let behindEnding: ScalarSet = "前以之至到迄起止及與和或暨完辦提各"

  /// What follows a year: a month, a day, a quarter or a half.
  private mutating func partOfYear(year: Int?) throws(ImpossibleDate) -> DatePoint.Precision? {
    let start = index
    if !isAtDigit {
      if take(["上半年度", "上半年", "前半年"]) != nil { return .half(1) }
      if take(["下半年度", "下半年", "後半年"]) != nil { return .half(2) }
      if take(["Q", "q"]) != nil {
        if let number = digits(), (1...4).contains(number) { return .quarter(number) }
        index = start
      }
      if take(["元月份", "元月"]) != nil { return try partOfMonth(1, year: year) }
      _ = take("第")
    }
    guard let number = number() else {
      index = start
      return nil
    }
    if take(["季度", "季"]) != nil {
      guard (1...4).contains(number) else { throw .quarter(number) }
      _ = take(["結束前", "末"])
      return .quarter(number)
    }
    guard take(["月份", "月"]) != nil else {
      index = start
      return nil
    }
    guard (1...12).contains(number) else { throw .month(number) }
    return try partOfMonth(number, year: year)
  }

  /// What follows a month: a day, a part or nothing.
  private mutating func partOfMonth(_ number: Int, year: Int?) throws(ImpossibleDate) -> DatePoint.Precision {
    let afterMonth = index
    if let day = self.number(), take(["日", "號"]) != nil {
      // Text pulled out of a PDF sometimes prints 日 twice.
      _ = take("日")
      try check(year: year, month: number, day: day)
      return .day(month: number, day: day)
    }
    index = afterMonth
    if take("上旬") || takeEnding("初") { return .part(month: number, days: 1...10) }
    if take("中旬") || takeEnding("中") { return .part(month: number, days: 11...20) }
    if take("下旬") { return .part(month: number, days: 21...31) }
    if let week = weekWithDay() ?? week() { return .part(month: number, days: week) }
    _ = take(["月底", "底", "末"])
    return .month(number)
  }

  /// 第2週, 最後一週: days of a month. The last week is taken as what is left behind the 24th.
  package mutating func week() -> ClosedRange<Int>? {
    let start = index
    if take(["最後1週", "最後一週", "最後一周", "最後1周"]) != nil { return 25...31 }
    if take("第"), let number = number(), (1...5).contains(number), take(["個星期", "週", "周", "星期"]) != nil,
      index >= scalars.count || Numeral.chineseDigit(scalars[index]) == nil
    {
      return (number * 7 - 6)...min(number * 7, 31)
    }
    index = start
    return nil
  }

  /// 第2個星期日, which is one of these days of the month.
  private mutating func weekWithDay() -> ClosedRange<Int>? {
    let start = index
    if take("第"), let number = number(), (1...5).contains(number), take(["個星期", "個週", "個周", "個禮拜"]) != nil,
      index < scalars.count, ("一二三四五六日天" as ScalarSet).contains(scalars[index])
    {
      index += 1
      return (number * 7 - 6)...min(number * 7, 31)
    }
    index = start
    return nil
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
    let isYear = (80...200).contains(first) || (1950...2110).contains(first)
    guard separator == "/" || isYear && (separator == "." || (1...12).contains(second) && !isCounted) else {
      index = start
      return nil
    }
    if first > 31 {
      guard let year = Self.gregorian(first) else {
        index = start
        return nil
      }
      guard (1...12).contains(second) else { throw .month(second) }
      let precision = take(["月份", "月"]) != nil ? try partOfMonth(second, year: year) : .month(second)
      return DatePoint(year: year, precision: precision)
    }
    guard (1...12).contains(first) else { throw .month(first) }
    try check(year: nil, month: first, day: second)
    return DatePoint(year: nil, precision: .day(month: first, day: second))
  }

  /// Whether 年, 月 or 日 follows: 113-116年 is no month.
  private var isCounted: Bool { index < scalars.count && "年月日".unicodeScalars.contains(scalars[index]) }

  /// Whether a digit stands here, so that no word does.
  var isAtDigit: Bool { index < scalars.count && Numeral.digit(scalars[index]) != nil }

  mutating func digits() -> Int? { isAtDigit ? number() : nil }

  /// A day that exists in no year is impossible even where the year is not written.
  private func check(year: Int?, month: Int, day: Int) throws(ImpossibleDate) {
    guard day >= 1, day <= CalendarDate.daysIn(month: month, year: year ?? 2000) else {
      throw .day(year: year, month: month, day: day)
    }
  }

  private static let longestNumber = 7
}

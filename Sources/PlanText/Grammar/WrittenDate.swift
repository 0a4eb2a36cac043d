/// A date in running text: 民國一〇八年四月, 108年3月底, 108/5/3, 同年5月6日. It is read as deadlines are.
///
/// Text is full of numbers that are no dates, so of those with marks between them only three numbers are one, or two of
/// which the first is a year and a slash follows it: 12.5 and 4/30 may be anything.
package struct WrittenDate {
  /// What the words say. Without a year in them, as in 同年5月, it has none.
  package let point: DatePoint
  /// The characters.
  package let range: Range<Int>

  /// What a date begins with: a number, 中華民國, 同年, 本年, 今年.
  private static let beginnings: ScalarSet = "0123456789零〇○一壹二貳貮兩三參叁叄四肆五伍六陸七柒八捌九玖十百廿卅民中同本當今"

  /// The characters of words that dates begin with and what may stand behind them: 民國, 中華民國, 同年, 本(107)年, 本學年度.
  private static let wordBeginnings: ScalarSet = "民中同本當今"
  private static let behindWordBeginnings: ScalarSet = "國華年(學"

  /// What stands behind the first number of a date: 107年, 107學年度, 107(本)年, 4月, 2季, 107上半年, 107Q2, 107/4/30.
  private static let behindNumbers: ScalarSet = "年學(月季上下Qq/.-"

  /// The date that begins at a character of a text without white space and with narrow characters. A number is read from
  /// its first digit only; a date that does not exist is none.
  package init?(in scalars: [Unicode.Scalar], at start: Int) {
    guard start < scalars.count, Self.beginnings.contains(scalars[start]) else { return nil }
    if start > 0, Numeral.isNumeral(scalars[start]), Numeral.isNumeral(scalars[start - 1]) { return nil }
    if Self.wordBeginnings.contains(scalars[start]) {
      guard start + 1 < scalars.count, Self.behindWordBeginnings.contains(scalars[start + 1]) else { return nil }
    } else {
      // Most numbers count something, and what they count shows that they are no dates.
      let end = scalars[start...].firstIndex { !Numeral.isNumeral($0) }
      guard let end, Self.behindNumbers.contains(scalars[end]) else { return nil }
    }
    var scanner = DateScanner(scalars, at: start)
    guard let point = try? scanner.point() else { return nil }
    if !scalars[start..<scanner.index].contains(where: Self.units.contains) {
      let numbers = scalars[start..<scanner.index].split { Numeral.digit($0) == nil }
      let isYearAndMonth = numbers.count == 2 && point.year != nil && scalars[numbers[0].endIndex] == "/"
      guard numbers.count == 3 || isYearAndMonth else { return nil }
      // 107.4.30.2 is the number of a chapter, or an address.
      if scanner.index < scalars.count, "./-".unicodeScalars.contains(scalars[scanner.index]) { return nil }
    }
    self.point = point
    range = start..<scanner.index
  }

  private init(_ point: DatePoint, _ range: Range<Int>) {
    self.point = point
    self.range = range
  }

  /// The same date, its characters counted from one of the text's own.
  package func counted(from start: Int) -> WrittenDate {
    WrittenDate(point, (range.lowerBound - start)..<(range.upperBound - start))
  }

  private static let units: ScalarSet = "年月季"
}

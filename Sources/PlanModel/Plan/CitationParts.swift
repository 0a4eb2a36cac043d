import PlanText

/// The parts of a citation: 內政部警政署 107年3月1日 警署秘字第1070062631號 函頒
/// 「警察機關107年度提升服務品質實施計畫」.
public struct CitationParts: Sendable {
  /// Who issued it: the words before the date.
  public let issuer: PlanText?
  /// When.
  public let date: Located<CalendarDate>?
  /// 發文字號, from the first character of its prefix to 號.
  public let number: PlanText?
  /// The digits of the number.
  public let digits: PlanText?
  /// The title in 「」, the last one that stands outside every other.
  public let title: PlanText?

  /// Reads a citation; what it does not have stays nil.
  public init(_ text: PlanText) {
    let scalars = Array(text.string.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    func part(_ range: Range<Int>) -> PlanText {
      text.part(offsets[range.lowerBound]..<offsets[range.upperBound]).trimmed
    }

    let letters = Self.letters(in: scalars)
    let letter = letters.first { $0.date != nil } ?? letters.first
    let dateRange = letter?.date ?? Self.days(in: scalars).first
    date = dateRange.map { Located($0.date, at: part($0.range).range) }
    issuer = dateRange.flatMap { Self.issuer(in: scalars, before: $0.range.lowerBound) }.map(part)
    number = letter.map { part($0.whole) }
    digits = letter.map { part($0.digits) }
    title = Self.title(in: scalars).map(part)
  }

  /// A letter named in a text: its number, and the date of issue where one stands directly before it.
  public struct Letter: Sendable {
    /// When it was issued.
    public let date: Located<CalendarDate>?
    /// 發文字號, from the first character of its prefix to 號.
    public let number: PlanText
    /// The digits of the number.
    public let digits: PlanText
    /// The year of the Republic that the number shows: before its prefix (83府計研字第50337號), or as the first three of ten
    /// or eleven digits (1070062631, 0980233001).
    public let year: Int?
  }

  /// Every letter that a text names, in order.
  public static func letters(in text: PlanText) -> [Letter] {
    guard text.string.has("第") else { return [] }
    let scalars = Array(text.string.unicodeScalars)
    let found = letters(in: scalars)
    guard !found.isEmpty else { return [] }
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    func part(_ range: Range<Int>) -> PlanText {
      text.part(offsets[range.lowerBound]..<offsets[range.upperBound]).trimmed
    }
    return found.map { letter in
      Letter(
        date: letter.date.map { Located($0.date, at: part($0.range).range) }, number: part(letter.whole),
        digits: part(letter.digits), year: letter.year)
    }
  }

  private typealias Day = (date: CalendarDate, range: Range<Int>)
  private typealias Place = (date: Day?, whole: Range<Int>, digits: Range<Int>, year: Int?)

  /// The words before the date, without the 函 of 行政院函106年1月9日頒.
  private static func issuer(in scalars: [Unicode.Scalar], before end: Int) -> Range<Int>? {
    var end = end
    while end > 0, scalars[end - 1].isWhiteSpace { end -= 1 }
    if end > 1, scalars[end - 1] == "函" { end -= 1 }
    return end > 0 ? 0..<end : nil
  }

  private static func letters(in scalars: [Unicode.Scalar]) -> [Place] {
    var letters: [Place] = []
    var end = 0
    for index in scalars.indices where index >= end && scalars[index] == "第" {
      guard let digits = digits(in: scalars, after: index) else { continue }
      // What stands between the date and 第 is the prefix (警署秘字), perhaps with 以 or a blank before it.
      let start = max(end, index - 44)
      let days = days(in: Array(scalars[start..<index]))
      let day = days.last.map { Day($0.date, ($0.range.lowerBound + start)..<($0.range.upperBound + start)) }
      // The prefix (發社字, 北市警秘字, 83府計研字) reaches back to the date or to a character that cannot be part of it.
      let bound = max(end, day.map { index - $0.range.upperBound <= 20 ? $0.range.upperBound : end } ?? end)
      let prefix = prefix(in: scalars, from: bound, to: index)
      let isNear = day.map { day in
        index - day.range.upperBound <= 20
          && scalars[day.range.upperBound..<max(prefix.head, day.range.upperBound)].allSatisfy {
            $0.properties.isIdeographic || $0.isWhiteSpace || isParenthesis($0)
          }
      }
      letters.append(
        (
          isNear == true ? day : nil, prefix.head..<(digits.close + 1), digits.digits,
          prefix.year ?? year(of: scalars[digits.digits])
        ))
      end = digits.close + 1
    }
    return letters
  }

  /// Where the prefix of a number begins, and the year before it, if there is one.
  private static func prefix(in scalars: [Unicode.Scalar], from first: Int, to index: Int) -> (head: Int, year: Int?) {
    var head = index
    while head > first, head > index - 14 {
      // 警署秘 字 第: white space may stand before 字 and 第, and between characters that all have some.
      let isSpaced = head < index && ("字第".unicodeScalars.contains(scalars[head]) || scalars[head + 1].isWhiteSpace)
      let isGap = scalars[head - 1].isWhiteSpace && (head == index || isSpaced)
      guard scalars[head - 1].properties.isIdeographic || isGap else { break }
      head -= 1
    }
    while head < index, scalars[head].isWhiteSpace { head += 1 }
    guard head < index, !"年月日".unicodeScalars.contains(scalars[head]) else { return (head, nil) }
    var start = head
    while start > first, scalars[start - 1].isWhiteSpace { start -= 1 }
    let isClosed = start > first && ")）".unicodeScalars.contains(scalars[start - 1])
    if isClosed { start -= 1 }
    let end = start
    while start > first, end - start < 4, Numeral.digit(scalars[start - 1]) != nil { start -= 1 }
    guard let year = Numeral.value(of: scalars[start..<end]), (50...200).contains(year) else { return (head, nil) }
    if isClosed {
      guard start > first, "(（".unicodeScalars.contains(scalars[start - 1]) else { return (head, nil) }
      start -= 1
    }
    return (start, year)
  }

  private static func year(of digits: ArraySlice<Unicode.Scalar>) -> Int? {
    let dense = digits.filter { !$0.showsNothing }
    return (10...11).contains(dense.count) ? Numeral.value(of: dense.prefix(3)) : nil
  }

  private static func isParenthesis(_ scalar: Unicode.Scalar) -> Bool { "()（）".unicodeScalars.contains(scalar) }

  /// 1070062631號, also 1070062631A號, 1070062631-1號 and 107 006 2631 號. A shorter number has its 字 before it.
  private static func digits(in scalars: [Unicode.Scalar], after index: Int) -> (digits: Range<Int>, close: Int)? {
    var first = index + 1
    while first < scalars.count, scalars[first].showsNothing { first += 1 }
    var (end, count) = (first, 0)
    var next = first
    while next < scalars.count, Numeral.digit(scalars[next]) != nil || scalars[next].showsNothing {
      if Numeral.digit(scalars[next]) != nil {
        count += 1
        end = next + 1
      }
      next += 1
    }
    let prefix = scalars[max(0, index - 3)..<index].last { !$0.showsNothing }
    guard count >= (prefix == "字" ? 3 : 6) else { return nil }
    var close = end
    while close < scalars.count, close < end + 4, scalars[close] != "號",
      scalars[close].narrow.isASCII || scalars[close].showsNothing
    {
      close += 1
    }
    guard close < scalars.count, scalars[close] == "號" else { return nil }
    return (first..<end, close)
  }

  /// The days named in the text with their year, in order.
  private static func days(in scalars: [Unicode.Scalar]) -> [Day] {
    var days: [Day] = []
    var next = 0
    for start in scalars.indices where start >= next && (Numeral.isNumeral(scalars[start]) || scalars[start] == "民") {
      if start > 0, Numeral.isNumeral(scalars[start - 1]) { continue }
      // A date is short: looking only at the next few characters keeps this linear.
      let window = Array(scalars[start...].prefix(24))
      var scanner = DateScanner(String(scalars: window))
      guard let point = try? scanner.point(), case .day = point.precision,
        let date = point.days(defaultYear: nil)?.lowerBound, (1950...2110).contains(date.year)
      else {
        continue
      }
      // The scanner counts characters that are no white space.
      var remaining = scanner.index
      var end = 0
      while end < window.count, remaining > 0 {
        if !window[end].showsNothing { remaining -= 1 }
        end += 1
      }
      days.append((date, start..<(start + end)))
      next = start + end
    }
    return days
  }

  private static func title(in scalars: [Unicode.Scalar]) -> Range<Int>? {
    var depth = 0
    var start = 0
    var found: Range<Int>?
    for (index, scalar) in scalars.enumerated() {
      if scalar == "「" {
        if depth == 0 { start = index + 1 }
        depth += 1
      } else if scalar == "」", depth > 0 {
        depth -= 1
        if depth == 0, start < index { found = start..<index }
      }
    }
    return found
  }
}

/// The parts of a citation: 內政部警政署 107年3月1日 警署秘字第1070062631號 函頒 「警察機關107年度提升服務品質實施計畫」.
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
    func part(_ range: Range<Int>) -> PlanText { text.part(offsets[range.lowerBound]..<offsets[range.upperBound]).trimmed }

    let dateRange = Self.date(in: scalars)
    date = dateRange.map { Located($0.date, at: part($0.range).range) }
    issuer = dateRange.flatMap { $0.range.lowerBound > 0 ? part(0..<$0.range.lowerBound) : nil }
    let found = Self.number(in: scalars, after: dateRange?.range.upperBound ?? 0)
    number = found.map { part($0.whole) }
    digits = found.map { part($0.digits) }
    title = Self.title(in: scalars).map(part)
  }

  /// The first day named in the text.
  private static func date(in scalars: [Unicode.Scalar]) -> (date: CalendarDate, range: Range<Int>)? {
    for start in scalars.indices where Numeral.digit(scalars[start]) != nil || scalars[start] == "民" {
      if start > 0, Numeral.digit(scalars[start - 1]) != nil { continue }
      // A date is short: looking at the characters up to 日 keeps this linear.
      guard let end = scalars[start...].prefix(24).firstIndex(where: { $0 == "日" }) else { continue }
      var scanner = DateScanner(String(String.UnicodeScalarView(scalars[start...end])))
      guard let point = try? scanner.point(), scanner.isAtEnd, case .day = point.precision,
        let date = point.days(defaultYear: nil)?.lowerBound
      else { continue }
      return (date, start..<(end + 1))
    }
    return nil
  }

  /// 警署秘字第1070062631號
  private static func number(in scalars: [Unicode.Scalar], after start: Int) -> (whole: Range<Int>, digits: Range<Int>)? {
    for index in scalars.indices where index >= start && scalars[index] == "第" {
      var first = index + 1
      while first < scalars.count, scalars[first] == " " { first += 1 }
      var end = first
      while end < scalars.count, Numeral.digit(scalars[end]) != nil { end += 1 }
      var close = end
      while close < scalars.count, scalars[close] == " " { close += 1 }
      guard end - first >= 6, close < scalars.count, scalars[close] == "號" else { continue }
      // The prefix (發社字, 北市警秘字) reaches back to the date or to a character that cannot be part of it.
      var head = index
      while head > start, head > index - 14, scalars[head - 1].properties.isIdeographic { head -= 1 }
      return (head..<(close + 1), first..<end)
    }
    return nil
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

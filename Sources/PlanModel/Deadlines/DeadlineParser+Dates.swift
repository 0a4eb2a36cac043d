import PlanText

/// Dates, spans and lists of both.
extension DeadlineParser {
  /// 107年4月、10月; 自107年1月1日起至6月30日止; 6、12月: each date or span is a form. Those without a year take that of
  /// the one before.
  static func dates(_ scanner: inout DateScanner, year: Int?) throws(ImpossibleDate) -> [DeadlineMeaning.Form]? {
    let start = scanner.index
    while scanner.take(DeadlineWords.openings) != nil {}
    guard var forms = try date(&scanner, after: nil, year: year) else {
      scanner.index = start
      return nil
    }
    var end = scanner.index
    takeEnding(&scanner)
    while !scanner.isAtEnd {
      let behind = scanner.index
      let mark = scanner.take(DeadlineWords.and)
      let last = lastPoint(of: forms)
      guard !(mark == nil && end == behind && !endsDate(scanner)),
        let more = try date(&scanner, after: last, year: last?.year ?? year),
        // 4月、6月29日前提供辦理情形: the second date is that of the report.
        !isReport(scanner)
      else {
        scanner.index = behind
        break
      }
      if mark == "或", case .due(let first)? = forms.last, case .due(let second)? = more.first {
        forms[forms.count - 1] = .span(from: first, to: second)
      } else {
        forms += more
      }
      end = scanner.index
      takeEnding(&scanner)
    }
    return forms
  }

  private static func isReport(_ scanner: DateScanner) -> Bool {
    var scanner = scanner
    _ = scanner.take(["底前", "以前", "之前", "前"])
    return scanner.take(DeadlineWords.reportVerbs) != nil
  }

  /// Whether a date ends just before: two dates may stand side by side, as lines of a cell do.
  private static func endsDate(_ scanner: DateScanner) -> Bool {
    scanner.index > 0 && "月日季年前底止".unicodeScalars.contains(scanner.scalars[scanner.index - 1])
  }

  private static func lastPoint(of forms: [DeadlineMeaning.Form]) -> DatePoint? {
    switch forms.last {
    case .due(let point): point
    case .span(let from, let to): to ?? from
    default: nil
    }
  }

  /// A date or span. Behind another date its month may be left out: 4月1日及15日.
  private static func date(
    _ scanner: inout DateScanner, after previous: DatePoint?, year: Int?
  ) throws(ImpossibleDate) -> [DeadlineMeaning.Form]? {
    let start = scanner.index
    if let forms = try sharedNumbers(&scanner, year: year) { return forms }
    if let halves = bothHalves(&scanner, year: year) { return halves }
    let isSince = scanner.take(["自", "從", "由"]) != nil
    var from = try point(&scanner, year: year)
    if from == nil, let previous { from = try dayOfMonth(of: previous, &scanner) }
    if from == nil { scanner.index = start }
    let isSinceEvent = from == nil && takeEventStart(&scanner)
    if from == nil, !isSinceEvent {
      if scanner.take(["至", "迄", "截至"]) != nil, let to = try point(&scanner, year: year) {
        return [.span(from: nil, to: to)]
      }
      scanner.index = start
      return nil
    }
    let behindDate = scanner.index
    _ = takeWeekday(&scanner) || takeTimeOfDay(&scanner) || skipRemark(&scanner)
    let opens = scanner.take("起")
    if scanner.take(DeadlineWords.until) != nil {
      if let to = try end(of: from, &scanner) { return [.span(from: from, to: to)] }
      if isSinceEvent || isSince || opens,
        scanner.take(["計畫結束", "期程結束", "完成為止", "完成", "結束", "完工", "驗收"]) != nil
      {
        return [.span(from: from, to: nil)]
      }
      scanner.stop = max(scanner.stop, scanner.index)
      scanner.index = start
      return nil
    }
    if isSinceEvent || opens {
      return [.span(from: from, to: nil)]
    }
    scanner.index = behindDate
    return from.map { isSince ? [.span(from: $0, to: nil)] : [.due($0)] }
  }

  /// The second date of a span, whose year and month may be those of the first.
  private static func end(of from: DatePoint?, _ scanner: inout DateScanner) throws(ImpossibleDate) -> DatePoint? {
    _ = scanner.take("於")
    if let from, let day = try dayOfMonth(of: from, &scanner) { return day }
    if let to = try point(&scanner, year: nil) {
      return to.year == nil && to.yearsLater == 0 ? from?.year.map { to.with(year: $0) } ?? to : to
    }
    // 107.3.1~9.30
    let start = scanner.index
    if let month = scanner.number(), (1...12).contains(month), scanner.take([".", "-"]) != nil,
      let day = scanner.number(),
      (1...31).contains(day)
    {
      guard day <= CalendarDate.daysIn(month: month, year: from?.year ?? 2000) else {
        throw .day(year: from?.year, month: month, day: day)
      }
      return DatePoint(year: from?.year, precision: .day(month: month, day: day))
    }
    scanner.index = start
    return nil
  }

  /// A date in any of its spellings: those of running text, 1070331, 年底, 年度結束前.
  private static func point(_ scanner: inout DateScanner, year: Int?) throws(ImpossibleDate) -> DatePoint? {
    if let point = compactDate(&scanner) { return point }
    if let point = try scanner.point() {
      return point.yearsLater == 0 ? year.map { point.with(year: $0) } ?? point : point
    }
    if scanner.take(["年底", "年終", "年末", "歲末", "年度終了", "年度結束前", "年度內", "年內", "學年內"]) != nil {
      return DatePoint(year: year, precision: .year)
    }
    if scanner.take("年初") { return DatePoint(year: year, precision: .month(1)) }
    if scanner.take(["年中"]) != nil { return DatePoint(year: year, precision: .month(6)) }
    return nil
  }

  /// 1070331, 20180331, 10703, and 2018, which is a year where nothing else is written.
  private static func compactDate(_ scanner: inout DateScanner) -> DatePoint? {
    let digits = scanner.scalars[scanner.index...].prefix(9).prefix { Numeral.digit($0) != nil }
    let values = digits.compactMap(Numeral.digit)
    func number(_ range: Range<Int>) -> Int { values[range].reduce(0) { $0 * 10 + $1 } }
    let isWhole = digits.count == scanner.scalars.count
    let point: DatePoint?
    switch values.count {
    case 7, 8:
      let length = values.count - 4
      let year = number(0..<length) + (length == 3 ? CalendarDate.rocOffset : 0)
      let day = CalendarDate(year: year, month: number(length..<(length + 2)), day: number((length + 2)..<values.count))
      point = (1950...2110).contains(year) ? day.map { DatePoint($0) } : nil
    case 5 where isWhole && (80...200).contains(number(0..<3)) && (1...12).contains(number(3..<5)):
      point = DatePoint(year: number(0..<3) + CalendarDate.rocOffset, precision: .month(number(3..<5)))
    case 4 where isWhole && (1950...2110).contains(number(0..<4)):
      point = DatePoint(year: number(0..<4), precision: .year)
    default: point = nil
    }
    if point != nil { scanner.index += values.count }
    return point
  }

  /// 30日 behind 4月1日至: a day without its month.
  private static func dayOfMonth(of point: DatePoint, _ scanner: inout DateScanner) throws(ImpossibleDate) -> DatePoint?
  {
    guard case .day(let month, _) = point.precision else { return nil }
    let start = scanner.index
    guard let day = scanner.number(), scanner.take(["日", "號"]) != nil else {
      scanner.index = start
      return nil
    }
    guard day >= 1, day <= CalendarDate.daysIn(month: month, year: point.year ?? 2000) else {
      throw .day(year: point.year, month: month, day: day)
    }
    return DatePoint(year: point.year, precision: .day(month: month, day: day))
  }

  /// 上、下半年.
  private static func bothHalves(_ scanner: inout DateScanner, year: Int?) -> [DeadlineMeaning.Form]? {
    let start = scanner.index
    let year = scanner.year() ?? year
    guard scanner.take(["上、下半年", "上下半年", "上及下半年", "上/下半年", "上與下半年", "上,下半年"]) != nil else {
      scanner.index = start
      return nil
    }
    return [1, 2].map { .due(DatePoint(year: year, precision: .half($0))) }
  }

  /// 即日起, 自核定日起, 自函頒日: the beginning of a span, on a day that the plan does not give.
  private static func takeEventStart(_ scanner: inout DateScanner) -> Bool {
    let start = scanner.index
    if scanner.take(["自即日起", "即日起", "自即日", "即日"]) != nil { return true }
    if scanner.take("核定後"), (["起"] + DeadlineWords.until).contains(where: { scanner.startsWith($0) }) { return true }
    scanner.index = start
    let isSince = scanner.take(["自", "從"]) != nil
    var length = 0
    while length < 12, !scanner.isAtEnd, scanner.scalars[scanner.index].isCommonHan {
      let isNumber = Numeral.isNumeral(scanner.scalars[scanner.index])
      if length >= 2, isSince, scanner.take(["之日起", "日起", "日後", "後起", "之日", "日", "起", "後"]) != nil { return true }
      if length >= 2, !isSince, scanner.take(["之日起", "日起", "後起"]) != nil { return true }
      if isNumber { break }
      scanner.index += 1
      length += 1
    }
    scanner.index = start
    return false
  }
}

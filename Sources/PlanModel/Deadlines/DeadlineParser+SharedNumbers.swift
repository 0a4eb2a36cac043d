import PlanText

/// Numbers that share one word: 106年6、9、12月; 1至6月; 1-3、9-11月; 第2、4季; 113-116年.
extension DeadlineParser {
  static func sharedNumbers(_ scanner: inout DateScanner, year: Int?) throws(ImpossibleDate) -> [DeadlineMeaning.Form]?
  {
    let start = scanner.index
    if let days = try sharedDays(&scanner, year: year) { return days }
    let own = scanner.year()
    guard let spans = numbers(&scanner), spans.count > 1 || spans[0].count > 1,
      let unit = scanner.take(["學年度", "學期", "月份", "月", "季度", "季", "年度", "年"]), scanner.number() == nil
    else {
      scanner.index = start
      return nil
    }
    if unit == "學期", !spans.joined().allSatisfy((1...2).contains) {
      scanner.index = start
      return nil
    }
    let isYear = unit.first == "年" || unit == "學年度"
    if isYear {
      // 2至3年 is a length.
      guard own == nil, spans.joined().allSatisfy({ (50...200).contains($0) || (1950...2110).contains($0) }) else {
        scanner.index = start
        return nil
      }
    }
    _ = scanner.take("間")
    var forms: [DeadlineMeaning.Form] = []
    for span in spans {
      var points: [DatePoint] = []
      for number in span {
        points.append(try point(number, unit: unit, year: own ?? year))
      }
      forms.append(points.count == 2 ? .span(from: points[0], to: points[1]) : .due(points[0]))
    }
    return forms
  }

  /// 3月5-10日, 3月5、20日.
  private static func sharedDays(_ scanner: inout DateScanner, year: Int?) throws(ImpossibleDate) -> [DeadlineMeaning
    .Form]?
  {
    let start = scanner.index
    let own = scanner.year() ?? year
    guard let month = scanner.number(), (1...12).contains(month), scanner.take("月"), let spans = numbers(&scanner),
      spans.count > 1 || spans[0].count > 1, scanner.take(["日", "號"]) != nil
    else {
      scanner.index = start
      return nil
    }
    for day in spans.joined() where day < 1 || day > CalendarDate.daysIn(month: month, year: own ?? 2000) {
      throw .day(year: own, month: month, day: day)
    }
    return spans.map { span in
      let points = span.map { DatePoint(year: own, precision: .day(month: month, day: $0)) }
      return points.count == 2 ? .span(from: points[0], to: points[1]) : .due(points[0])
    }
  }

  private static func point(_ number: Int, unit: String, year: Int?) throws(ImpossibleDate) -> DatePoint {
    switch unit {
    case "月份", "月":
      guard (1...12).contains(number) else { throw .month(number) }
      return DatePoint(year: year, precision: .month(number))
    case "季度", "季":
      guard (1...4).contains(number) else { throw .quarter(number) }
      return DatePoint(year: year, precision: .quarter(number))
    case "學期":
      return DatePoint(year: year, precision: .term(number))
    default:
      return DatePoint(
        year: number < 1000 ? number + CalendarDate.rocOffset : number,
        precision: unit == "學年度" ? .schoolYear : .year)
    }
  }

  /// 1-3、9、11: each a number, or the two ends of a span.
  private static func numbers(_ scanner: inout DateScanner) -> [[Int]]? {
    var spans: [[Int]] = []
    while true {
      _ = scanner.take("第")
      guard let number = scanner.number() else { return nil }
      spans.append([number])
      let behind = scanner.index
      if scanner.take(DeadlineWords.until) != nil {
        _ = scanner.take("第")
        guard let last = scanner.number() else {
          scanner.index = behind
          return spans
        }
        spans[spans.count - 1].append(last)
      }
      guard scanner.take(["、", "及", "與", "和", ",", "或"]) != nil else { return spans }
    }
  }
}

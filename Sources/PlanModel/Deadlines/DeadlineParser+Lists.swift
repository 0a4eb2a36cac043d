import PlanText

extension DeadlineParser {
  /// 6、12月, 6月及12月, 106年6、9、12月, 4月15日及10月15日: two or more dates that share their year. `first` is the
  /// one that was read already.
  static func dates(from first: DatePoint, _ scanner: inout DateScanner) throws(ImpossibleDate) -> [DatePoint]? {
    let start = scanner.index
    var dates = [first]
    var end = start
    _ = scanner.take(dayEndings)
    while scanner.take(separators) != nil, let next = try scanner.point() {
      dates.append(first.year.map { next.with(year: $0) } ?? next)
      _ = scanner.take(dayEndings)
      end = scanner.index
    }
    scanner.index = end
    // 4月、6月29日前提供辦理情形: the second date is that of the report.
    guard dates.count > 1, !reportVerbs.contains(where: { scanner.startsWith($0) }) else {
      scanner.index = start
      return nil
    }
    return dates
  }

  /// 106年6、9、12月: months of which only the last has its 月.
  static func monthList(_ scanner: inout DateScanner) throws(ImpossibleDate) -> [DatePoint]? {
    let start = scanner.index
    let year = scanner.year()
    var months: [Int] = []
    while let month = scanner.number() {
      months.append(month)
      if scanner.take(separators) == nil { break }
    }
    guard months.count > 1, scanner.take(["月份", "月"]) != nil, scanner.number() == nil else {
      scanner.index = start
      return nil
    }
    for month in months where !(1...12).contains(month) { throw .month(month) }
    return months.map { DatePoint(year: year, precision: .month($0)) }
  }

  private static let separators = ["、", "及", "與", "和"]
  private static let dayEndings = ["底前", "以前", "之前", "前", "底"]
}

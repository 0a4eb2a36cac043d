import PlanText

/// What comes again: 每月, 年2次, 週一至週五, 每年6月及12月, 每季結束後10日內.
extension DeadlineParser {
  static func recurring(_ scanner: inout DateScanner) throws(ImpossibleDate) -> Recurrence? {
    let start = scanner.index
    var year = scanner.year()
    // 1年2次 is how often.
    if let written = year, written < 1961 {
      scanner.index = start
      year = nil
    }
    if year == nil { takeSchoolYear(&scanner) }
    while scanner.take(["平均", "原則上", "原則", "至少", "定期", "於", "約"]) != nil {}
    if ["每年不定期", "每月不定期", "每天24小時", "每日24小時"].contains(where: { scanner.startsWith($0) }) {
      scanner.index = start
      return nil
    }
    guard let head = rate(&scanner) ?? interval(&scanner) ?? bareMoment(&scanner) else {
      scanner.index = start
      return nil
    }
    var (moment, times) = (head.moment, head.times)
    while !scanner.isAtEnd {
      let before = scanner.index
      if moment == nil { moment = try self.moment(of: head.interval, &scanner) }
      if times == nil { times = takeTimes(&scanner) }
      if scanner.index == before { break }
    }
    takeEnding(&scanner)
    return Recurrence(head.interval, count: head.count, year: year, times: times, moment: moment)
  }

  /// How often, before anything else is read.
  private struct Head {
    var interval: Recurrence.Interval
    var count = 1
    var times: Int?
    var moment: Recurrence.Moment?
  }

  private static func takeSchoolYear(_ scanner: inout DateScanner) {
    let start = scanner.index
    if scanner.take(["本學年度", "本學年", "本年度", "本年", "今年"]) != nil { return }
    if scanner.number() == nil || scanner.take(["學年度", "學年"]) == nil { scanner.index = start }
  }

  /// The words that name an interval, and what they add to it.
  private static let intervals: [(word: String, head: Head)] = [
    ("個工作日", Head(interval: .day, moment: workdays)), ("工作日", Head(interval: .day, moment: workdays)),
    ("工作天", Head(interval: .day, moment: workdays)), ("上班日", Head(interval: .day, moment: workdays)),
    ("雙週", Head(interval: .twoWeeks)), ("雙周", Head(interval: .twoWeeks)), ("週末", weekend), ("周末", weekend),
    ("雙月", Head(interval: .twoMonths)), ("偶數月", Head(interval: .twoMonths)), ("單月", oddMonths),
    ("單數月", oddMonths), ("奇數月", oddMonths), ("半個月", Head(interval: .month, moment: .days([15, 31]))),
    ("半月", Head(interval: .month, moment: .days([15, 31]))),
    ("旬", Head(interval: .month, moment: .days([10, 20, 31]))),
    ("半年度", Head(interval: .halfYear)), ("半年", Head(interval: .halfYear)), ("個學期", Head(interval: .term)),
    ("學期", Head(interval: .term)), ("學年度", schoolYear), ("學年", schoolYear), ("個月份", Head(interval: .month)),
    ("個月", Head(interval: .month)), ("月份", Head(interval: .month)), ("月", Head(interval: .month)),
    ("季度", Head(interval: .quarter)), ("季", Head(interval: .quarter)), ("全年度", Head(interval: .year)),
    ("全年", Head(interval: .year)), ("年度", Head(interval: .year)),
    ("年", Head(interval: .year)), ("個星期", Head(interval: .week)), ("星期", Head(interval: .week)),
    ("禮拜", Head(interval: .week)), ("週", Head(interval: .week)), ("周", Head(interval: .week)),
    ("日", Head(interval: .day)), ("天", Head(interval: .day)),
  ]
  private static let workdays = Recurrence.Moment.weekdays([1, 2, 3, 4, 5], week: nil)
  private static let weekend = Head(interval: .week, moment: .weekdays([6, 7], week: nil))
  private static let oddMonths = Head(
    interval: .twoMonths, moment: .dates([1, 3, 5, 7, 9, 11].map { DatePoint(year: nil, precision: .month($0)) }))
  /// A school year ends in July.
  private static let schoolYear = Head(
    interval: .year, moment: .dates([DatePoint(year: nil, precision: .month(7))]))

  private static func unit(_ scanner: inout DateScanner) -> Head? {
    intervals.first { scanner.take($0.word) }?.head
  }

  /// 每月, 逐季, 各學期, 每3個月, 隔週.
  private static func interval(_ scanner: inout DateScanner) -> Head? {
    let start = scanner.index
    guard let word = scanner.take(["每逢", "每隔", "每", "逐", "按", "各", "隔"]) else { return nil }
    var count = word == "隔" ? 2 : 1
    if let number = scanner.number() {
      count = number
    }
    if var head = unit(&scanner), count > 0, word != "逐" || head.interval != .year {
      head.count = count
      return canonical(head)
    }
    scanner.index = start
    return nil
  }

  /// Every two weeks, three or six months have intervals of their own.
  private static func canonical(_ head: Head) -> Head {
    let own: [(Recurrence.Interval, Int, Recurrence.Interval)] = [
      (.week, 2, .twoWeeks), (.month, 2, .twoMonths), (.month, 3, .quarter), (.month, 6, .halfYear),
      (.month, 12, .year),
      (.term, 2, .year), (.quarter, 2, .halfYear), (.halfYear, 2, .year),
    ]
    guard let same = own.first(where: { $0.0 == head.interval && $0.1 == head.count }) else { return head }
    return Head(interval: same.2, times: head.times, moment: head.moment)
  }

  /// 年2次, 半年1次, 2次/年, 1年2次, 3個月1次.
  private static func rate(_ scanner: inout DateScanner) -> Head? {
    let start = scanner.index
    let number = scanner.number()
    if let number, scanner.take(["場次", "次", "場", "回"]) != nil, scanner.take(["/每", "/", "每"]) != nil,
      var head = unit(&scanner)
    {
      head.times = number
      return head
    }
    scanner.index = start
    let count = scanner.number() ?? 1
    if count > 0, var head = unit(&scanner), !(head.interval == .year && count > 49), let times = takeTimes(&scanner) {
      head.count = count
      head.times = times
      return canonical(head)
    }
    scanner.index = start
    return nil
  }

  /// 週一至週五, 雙月, 次月5日前: without 每.
  private static func bareMoment(_ scanner: inout DateScanner) -> Head? {
    let start = scanner.index
    if scanner.take(["星期", "禮拜", "週", "周"]) != nil {
      if let days = weekdays(&scanner) { return Head(interval: .week, moment: .weekdays(days, week: nil)) }
    } else if let day = dayOfNextMonth(&scanner) {
      return Head(interval: .month, moment: .dayOfNextMonth(day))
    } else if ["雙月", "單月", "單數月", "奇數月", "偶數月", "週末", "周末"].contains(where: { scanner.startsWith($0) }) {
      return unit(&scanner)
    }
    scanner.index = start
    return nil
  }

  private static func moment(of interval: Recurrence.Interval, _ scanner: inout DateScanner) throws(ImpossibleDate)
    -> Recurrence.Moment?
  {
    let start = scanner.index
    _ = scanner.take(["於", "之", "的", "應", "須", "均"])
    if let lag = lag(&scanner) { return lag }
    switch interval {
    case .day: if takeTimeOfDay(&scanner) { return nil }
    case .week, .twoWeeks:
      _ = scanner.take(["之", "的"])
      _ = scanner.take(["星期", "禮拜", "週", "周"])
      if let days = weekdays(&scanner) { return .weekdays(days, week: nil) }
    case .month: if let moment = momentOfMonth(&scanner) { return moment }
    case .twoMonths, .quarter, .halfYear, .year:
      if scanner.take(["初", "第1個月", "第一個月", "首月"]) != nil, interval != .year {
        _ = scanner.take(["份", "底", "內"])
        let months = interval == .quarter ? [1, 4, 7, 10] : interval == .halfYear ? [1, 7] : [1, 3, 5, 7, 9, 11]
        return .dates(months.map { DatePoint(year: nil, precision: .month($0)) })
      }
      if scanner.take(["底", "末月", "末", "結束前"]) != nil { return nil }
      if let points = try datesOfYear(&scanner) { return .dates(points) }
      // 每年春節前
      let words = scanner.index
      if occasion(&scanner) == .event { return .unknown(String(scalars: scanner.scalars[words..<scanner.index])) }
    case .term:
      if scanner.take(["末", "底", "期末", "結束前"]) == nil, let word = vagueWord(&scanner) { return .unknown(word) }
      return nil
    }
    scanner.index = start
    return nil
  }

  /// 每學期初, 每學期開學後2週內: up to the end of the clause.
  private static func vagueWord(_ scanner: inout DateScanner) -> String? {
    guard ["初", "中", "期初", "期中", "開學", "第", "前"].contains(where: { scanner.startsWith($0) }) else { return nil }
    let start = scanner.index
    while !isAtClause(scanner), scanner.index - start < 20 { scanner.index += 1 }
    return String(scalars: scanner.scalars[start..<scanner.index])
  }

  /// 結束後10日內, 次月5日前, 後1個月內.
  private static func lag(_ scanner: inout DateScanner) -> Recurrence.Moment? {
    let start = scanner.index
    let isBehind = scanner.take(["結束之後", "結束後", "終了後", "屆滿後", "後", "結束", "終了"]) != nil
    _ = scanner.take(["之", "的", ",", "於"])
    if let day = dayOfNextMonth(&scanner) { return .dayOfNextMonth(day) }
    if isBehind, let (count, unit) = amount(&scanner) {
      _ = scanner.take(["以內", "之內", "內"])
      return .after(Distance(count: count, unit: unit))
    }
    scanner.index = start
    return nil
  }

  /// 次月5日, 翌月10日, 次月底, 次季首月10日.
  private static func dayOfNextMonth(_ scanner: inout DateScanner) -> Int? {
    let start = scanner.index
    guard scanner.take(["次月份", "次月", "翌月", "隔月", "下個月", "下月", "次季第1個月", "次季第一個月", "次季首月"]) != nil else { return nil }
    if scanner.take(["底", "月底", "末"]) != nil { return 31 }
    if scanner.take(["初", "上旬"]) != nil { return 10 }
    if let day = scanner.number(), (1...31).contains(day), scanner.take(["日", "號"]) != nil { return day }
    scanner.index = start
    return nil
  }

  /// 一、三、五; 一至五; 三; 二及週四: days of the week. 三次 is no Wednesday.
  private static func weekdays(_ scanner: inout DateScanner) -> [Int]? {
    let start = scanner.index
    var days: [Int] = []
    while let day = weekday(&scanner) {
      days.append(day)
      let behind = scanner.index
      if scanner.take(DeadlineWords.until) != nil {
        _ = scanner.take(["星期", "禮拜", "週", "周"])
        if let last = weekday(&scanner), last > day { days += (day + 1)...last } else { scanner.index = behind }
      }
      let beforeMark = scanner.index
      _ = scanner.take(DeadlineWords.and)
      _ = scanner.take(["每星期", "每週", "每周", "星期", "禮拜", "週", "周"])
      var ahead = scanner
      if weekday(&ahead) == nil { scanner.index = beforeMark }
      if scanner.index == beforeMark { break }
    }
    if days.isEmpty || ["次", "場", "回", "個", "小"].contains(where: { scanner.startsWith($0) }) {
      scanner.index = start
      return nil
    }
    return days
  }

  /// 5日, 5日及20日, 5、20日, 1日至10日, 底, 上旬, 第2週, 第1個星期三, 最後一個工作日.
  private static func momentOfMonth(_ scanner: inout DateScanner) -> Recurrence.Moment? {
    let start = scanner.index
    if scanner.take([
      "最後1個工作日", "最後一個工作日", "最後1個工作天", "最後一個工作天", "最後1個上班日", "最後一個上班日", "最後一日", "最後一天", "末日", "月底", "底", "末", "下旬",
    ]) != nil {
      return .days([31])
    }
    if scanner.take(["上旬", "月初", "初"]) != nil { return .days([10]) }
    if scanner.take(["中旬", "月中", "中"]) != nil { return .days([20]) }
    if let week = weekAndDay(&scanner) { return week }
    var days: [Int] = []
    while let day = scanner.number(), (1...31).contains(day) {
      let isSpan = scanner.take(["日至", "號至", "日~", "日-", "至", "~", "-"]) != nil
      if !isSpan { days.append(day) }
      let hasUnit = scanner.take(["日", "號"]) != nil
      let behind = scanner.index
      if isSpan || scanner.take(["、", "及", "與", "和", ","]) != nil {
        var ahead = scanner
        if ahead.number() != nil, isSpan || !hasUnit || ahead.take(["日", "號"]) != nil { continue }
        scanner.index = behind
      }
      if hasUnit { return .days(days) }
      break
    }
    scanner.index = start
    return nil
  }

  /// 第1個星期三, 最後一個週五; 第2週 is by its last day.
  private static func weekAndDay(_ scanner: inout DateScanner) -> Recurrence.Moment? {
    let start = scanner.index
    var week: Int? = scanner.take(["最後1個", "最後一個"]) != nil ? -1 : nil
    if week == nil, scanner.take("第"), let number = scanner.number(), (1...5).contains(number) {
      _ = scanner.take("個")
      week = number
    }
    if let week, scanner.take(["星期", "禮拜", "週", "周"]) != nil {
      _ = scanner.take(["之", "的"])
      _ = scanner.take(["星期", "週"])
      if let days = weekdays(&scanner) { return .weekdays(days, week: week) }
    }
    scanner.index = start
    return scanner.week().map { .days([$0.upperBound]) }
  }

  /// 6月、12月; (5月及11月): dates of every year, by the last day of each.
  private static func datesOfYear(_ scanner: inout DateScanner) throws(ImpossibleDate) -> [DatePoint]? {
    let start = scanner.index
    let isOpen = scanner.take("(")
    if let forms = try dates(&scanner, year: nil), !isOpen || scanner.take(")") {
      let points = forms.compactMap { form -> DatePoint? in
        switch form {
        case .due(let point): point
        case .span(_, let to): to
        default: nil
        }
      }
      if points.count == forms.count, points.allSatisfy({ $0.year == nil && $0.precision != .year }) { return points }
      // 每年年底
      if points.allSatisfy({ $0.year == nil }) { return nil }
    }
    scanner.index = start
    return nil
  }
}

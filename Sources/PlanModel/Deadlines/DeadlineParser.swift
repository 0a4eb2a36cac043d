import PlanText

/// The grammar of deadlines and periods.
enum DeadlineParser {
  static func parse(_ text: String) -> Result<DeadlineMeaning, DeadlineProblem> {
    do throws(DeadlineProblem) {
      return .success(try meaning(of: text))
    } catch {
      return .failure(error)
    }
  }

  private static func meaning(of text: String) throws(DeadlineProblem) -> DeadlineMeaning {
    var scanner = DateScanner(text)
    guard !scanner.isAtEnd else { throw .empty }
    if scanner.scalars.count <= 3, nothing.contains(scanner.rest) { throw .unstated }
    do throws(ImpossibleDate) {
      if let meaning = try meaning(&scanner) { return meaning }
    } catch {
      throw .impossible(error)
    }
    throw .notUnderstood(rest: scanner.rest)
  }

  /// What the words mean; nil where they are none of the known forms, the scanner standing where they cease to be one.
  private static func meaning(_ scanner: inout DateScanner) throws(ImpossibleDate) -> DeadlineMeaning? {
    guard let form = try form(&scanner) else { return nil }
    var report: Report?
    var length: StatedLength?
    while !scanner.isAtEnd {
      if scanner.take([",", ";", "、", "。", ":"]) != nil { continue }
      if skipRemark(&scanner) { continue }
      if length == nil, let stated = statedLength(&scanner) {
        length = stated
      } else if report == nil, let wanted = try self.report(&scanner) {
        report = wanted
      } else {
        return nil
      }
    }
    return DeadlineMeaning(form: form, report: report, statedLength: length)
  }

  /// Words that stand for a deadline and give none.
  private static let nothing = [
    "無", "-", "--", "\u{2014}", "\u{2014}\u{2014}", "未定", "待定", "另定", "另訂", "未訂", "待訂", "N/A",
  ]

  private static func form(_ scanner: inout DateScanner) throws(ImpossibleDate) -> DeadlineMeaning.Form? {
    if let recurring = recurring(&scanner) { return .recurring(recurring) }
    if ongoing(&scanner) { return .ongoing }
    if isUnscheduled(&scanner) { return .unscheduled }
    if scanner.take(["年底前", "年終前", "年底", "年度內", "年度結束前"]) != nil {
      takeEnding(&scanner)
      return .due(DatePoint(year: nil, precision: .year))
    }
    _ = scanner.take(["執行期間", "期間"])
    _ = scanner.take(["應於", "請於", "並於", "預計於", "預定於", "訂於", "預計", "預定", "於"])
    let sinceNow = scanner.take(["自即日起", "即日起", "自核定日起", "核定後", "自即日", "即日"]) != nil
    _ = scanner.take(["自", "從"])
    if !sinceNow, let months = try monthsSharingTheirWord(&scanner) { return months }
    if !sinceNow, let months = try monthList(&scanner) {
      takeEnding(&scanner)
      return .dates(months)
    }
    let from = sinceNow ? nil : try scanner.point()
    guard sinceNow || from != nil else { return nil }
    let opens = scanner.take(["起"]) != nil
    if scanner.take(until) != nil {
      var end = try dayOfSameMonth(as: from, &scanner)
      if end == nil { end = try scanner.point() }
      guard var to = end else { return nil }
      if to.year == nil, let year = from?.year { to = to.with(year: year) }
      takeEnding(&scanner)
      return .span(from: from, to: to)
    }
    if sinceNow || opens {
      takeEnding(&scanner)
      return .span(from: from, to: nil)
    }
    if let first = from, let dates = try dates(from: first, &scanner) {
      takeEnding(&scanner)
      return .dates(dates)
    }
    takeEnding(&scanner)
    return from.map { .due($0) }
  }

  /// The words between the two ends of a span.
  private static let until = ["至", "到", "迄", "~", "-", "\u{301C}", "\u{223C}"]

  /// 107年1至6月: two months with one 月.
  private static func monthsSharingTheirWord(_ scanner: inout DateScanner) throws(ImpossibleDate) -> DeadlineMeaning
    .Form?
  {
    let start = scanner.index
    let year = scanner.year()
    guard let first = scanner.number(), scanner.take(until) != nil, let last = scanner.number(),
      scanner.take(["月份", "月"]) != nil,
      scanner.number() == nil
    else {
      scanner.index = start
      return nil
    }
    for month in [first, last] where !(1...12).contains(month) { throw .month(month) }
    takeEnding(&scanner)
    return .span(
      from: DatePoint(year: year, precision: .month(first)), to: DatePoint(year: year, precision: .month(last)))
  }

  /// 4月1日至30日: a second day without its month.
  private static func dayOfSameMonth(as from: DatePoint?, _ scanner: inout DateScanner) throws(ImpossibleDate)
    -> DatePoint?
  {
    guard case .day(let month, _) = from?.precision else { return nil }
    let start = scanner.index
    guard let day = scanner.number(), scanner.take(["日", "號"]) != nil else {
      scanner.index = start
      return nil
    }
    guard day >= 1, day <= CalendarDate.daysIn(month: month, year: from?.year ?? 2000) else {
      throw .day(year: from?.year, month: month, day: day)
    }
    return DatePoint(year: from?.year, precision: .day(month: month, day: day))
  }

  /// The words that go on after 持續 and its like without changing what is meant.
  private static func ongoing(_ scanner: inout DateScanner) -> Bool {
    let start = scanner.index
    let isWholeYear = scanner.take(["全年度", "全年"]) != nil
    if isWholeYear, scanner.isAtEnd || scanner.take("無休") { return true }
    _ = scanner.take("本年度")
    let words = [
      "持續", "賡續", "廣續", "繼續", "續", "經常性", "經常", "常態性", "常態", "例行性", "長期", "常年", "逐年", "分年", "隨時", "隨到隨", "隨案", "即時",
      "平時", "平日",
      "上班時間", "上班日",
    ]
    let deeds = ["辦理", "辦", "推動", "執行", "改善", "實施", "進行", "檢討", "維護", "處理", "業務", "更新", "受理"]
    if isWholeYear, scanner.take(deeds) != nil { return true }
    guard scanner.take(words) != nil else {
      scanner.index = start
      return false
    }
    _ = scanner.take(["檢討", "推動", "執行", "改善", "精進", "宣導"])
    if scanner.take(deeds) != nil { return true }
    if scanner.isAtEnd { return true }
    scanner.index = start
    return false
  }

  private static func recurring(_ scanner: inout DateScanner) -> Recurrence? {
    let start = scanner.index
    let year = scanner.year()
    _ = scanner.take(["定期", "於"])
    let names: [(String, Recurrence.Interval)] = [
      ("每半年", .halfYear), ("每兩週", .twoWeeks), ("每兩周", .twoWeeks), ("每二週", .twoWeeks), ("每2週", .twoWeeks),
      ("每雙週", .twoWeeks),
      ("隔週", .twoWeeks), ("每年度", .year), ("每年", .year), ("每季", .quarter), ("每雙月", .twoMonths), ("每兩個月", .twoMonths),
      ("每2個月", .twoMonths), ("每個月", .month), ("每月份", .month), ("每月", .month), ("每星期", .week), ("每週", .week),
      ("每周", .week),
      ("每日", .day), ("每天", .day), ("逐月", .month), ("逐季", .quarter), ("按月", .month), ("按季", .quarter),
    ]
    guard let (_, interval) = names.first(where: { scanner.take($0.0) }) else {
      scanner.index = start
      return nil
    }
    var weekday: Int?
    if interval == .week {
      let beforeDay = scanner.index
      weekday = ["一", "二", "三", "四", "五", "六", "日"].firstIndex(where: { scanner.take($0) }).map { $0 + 1 }
      // 每週三次 is three times a week, and no Wednesday.
      if scanner.take(["次", "場", "回"]) != nil {
        weekday = nil
        scanner.index = beforeDay
      }
    }
    let day = dayOfInterval(interval, &scanner)
    _ = scanner.take(["至少", "不少於", "不定期", "定期"])
    _ = scanner.take(["舉辦", "辦理", "實施", "召開", "檢討"])
    let beforeTimes = scanner.index
    var times: Int?
    if let number = scanner.number(), scanner.take(["次", "場", "回"]) != nil {
      times = number
    } else {
      scanner.index = beforeTimes
    }
    takeEnding(&scanner)
    return Recurrence(
      interval: interval, year: year, times: times, weekday: weekday, month: day?.month, day: day?.day)
  }

  /// 每月5日, 每月10日前, 每年12月, 每年6月30日: the day on which it comes again, or the month.
  private static func dayOfInterval(_ interval: Recurrence.Interval, _ scanner: inout DateScanner) -> (
    month: Int?, day: Int?
  )? {
    let start = scanner.index
    var month: Int?
    if interval == .year, let number = scanner.number(), (1...12).contains(number), scanner.take(["月份", "月"]) != nil {
      month = number
    } else if interval != .month {
      scanner.index = start
      return nil
    }
    let afterMonth = scanner.index
    if let day = scanner.number(), (1...CalendarDate.daysIn(month: month ?? 1, year: 2000)).contains(day),
      scanner.take(["日", "號"]) != nil
    {
      return (month, day)
    }
    scanner.index = afterMonth
    return month.map { ($0, nil) }
  }

  /// The words that may close a date without changing it.
  private static func takeEnding(_ scanner: inout DateScanner) {
    let endings = [
      "以前", "之前", "前", "止", "底", "初", "內", "起", "定期", "持續", "賡續", "辦理完成", "辦理完竣", "辦理", "完成", "完竣", "辦竣", "提報", "實施",
      "執行",
      "推動", "檢討",
    ]
    while scanner.take(endings) != nil {}
  }

  /// （視預算而定）: a remark in parentheses says nothing about the date.
  private static func skipRemark(_ scanner: inout DateScanner) -> Bool {
    guard scanner.take("("), let close = scanner.scalars[scanner.index...].firstIndex(of: ")") else { return false }
    scanner.index = close + 1
    return true
  }

  /// 計1年, 共6個月.
  private static func statedLength(_ scanner: inout DateScanner) -> StatedLength? {
    let start = scanner.index
    if scanner.take(["合計", "共計", "計", "為期", "共"]) != nil, let count = scanner.number() {
      if scanner.take(["年度", "年"]) != nil { return StatedLength(count: count, unit: .years) }
      if scanner.take(["個月", "月"]) != nil { return StatedLength(count: count, unit: .months) }
      if scanner.take(["個日曆天", "日曆天", "日", "天"]) != nil { return StatedLength(count: count, unit: .days) }
    }
    scanner.index = start
    return nil
  }

  /// What is done with a report.
  static let reportVerbs = ["提供", "提報", "函報", "陳報", "回報", "繳交", "報送", "送交", "填報", "報告", "送"]

  /// 並請於6月29日前提供辦理情形.
  private static func report(_ scanner: inout DateScanner) throws(ImpossibleDate) -> Report? {
    let start = scanner.index
    _ = scanner.take("並")
    _ = scanner.take(["請", "應"])
    _ = scanner.take("於")
    if let due = try scanner.point() {
      _ = scanner.take(["以前", "之前", "前", "底前"])
      if scanner.take(reportVerbs) != nil {
        let content = scanner.rest
        scanner.index = scanner.scalars.count
        return Report(due: due, content: content)
      }
    }
    scanner.index = start
    return nil
  }
}

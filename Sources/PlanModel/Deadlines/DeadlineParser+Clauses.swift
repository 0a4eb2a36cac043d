import PlanText

/// What stands around the parts of a deadline.
extension DeadlineParser {
  /// 1. (2) ① 三、 before a part.
  static func takeLabel(_ scanner: inout DateScanner) -> Bool {
    let start = scanner.index
    if !scanner.isAtEnd, (0x2460...0x2473).contains(scanner.scalars[start].value) {
      scanner.index += 1
      return true
    }
    let isOpen = scanner.take("(")
    if let number = scanner.number(), (1...30).contains(number),
      isOpen ? scanner.take(")") : scanner.take([".", "、", ")"]) != nil
    {
      return true
    }
    scanner.index = start
    return false
  }

  /// 規劃： 第1階段： 第2次: what the deadline is that of; with the deadline in brackets 中程（107-110年）.
  static func takeStage(_ scanner: inout DateScanner, isBracketed: Bool = false) -> Bool {
    let start = scanner.index
    if scanner.take("第"), scanner.number() != nil, scanner.take(["階段", "梯次", "次", "期", "場", "梯", "年"]) != nil {
      _ = scanner.take([":", "於"])
      return true
    }
    scanner.index = start
    var length = 0
    while length < 14, !scanner.isAtEnd {
      if length > 0, scanner.take(":") {
        // 08:30 is no name.
        if Numeral.digit(scanner.scalars[scanner.index - 2]) == nil { return true }
        break
      }
      if length > 0, isBracketed, scanner.take("(") { return true }
      if isMark(scanner.scalars[scanner.index]) { break }
      scanner.index += 1
      length += 1
    }
    scanner.index = start
    return false
  }

  /// （視預算而定）: a remark in parentheses says nothing about the date.
  static func skipRemark(_ scanner: inout DateScanner) -> Bool {
    guard !scanner.isAtEnd, scanner.scalars[scanner.index] == "(",
      let close = scanner.scalars[scanner.index...].firstIndex(of: ")")
    else { return false }
    scanner.index = close + 1
    return true
  }

  /// 計1年, 共6個月.
  static func statedLength(_ scanner: inout DateScanner) -> StatedLength? {
    let start = scanner.index
    if scanner.take(["合計", "共計", "計", "為期", "共"]) != nil, let count = scanner.number() {
      if scanner.take(["年度", "年"]) != nil { return StatedLength(count: count, unit: .years) }
      if scanner.take(["個月", "月"]) != nil { return StatedLength(count: count, unit: .months) }
      if scanner.take(["個日曆天", "日曆天", "日", "天"]) != nil { return StatedLength(count: count, unit: .days) }
    }
    scanner.index = start
    return nil
  }

  /// 並請於6月29日前提供辦理情形.
  static func report(_ scanner: inout DateScanner) throws(ImpossibleDate) -> Report? {
    let start = scanner.index
    _ = scanner.take("並")
    _ = scanner.take(["請", "應"])
    _ = scanner.take("於")
    if let due = try scanner.point() {
      _ = scanner.take(["以前", "之前", "前", "底前"])
      if scanner.take(DeadlineWords.reportVerbs) != nil {
        let content = scanner.rest
        scanner.index = scanner.scalars.count
        return Report(due: due, content: content)
      }
    }
    scanner.index = start
    return nil
  }

  /// Takes what a part ends with and that does not change it: 前, 各1次, 完成驗收, 下午5時, （視經費）. A deed is what is to
  /// be done, and may have words behind it up to the end of the clause.
  static func takeEnding(_ scanner: inout DateScanner) {
    while true {
      if scanner.take(DeadlineWords.endings) != nil || takeWeekday(&scanner) || takeTimeOfDay(&scanner)
        || takeTimes(&scanner) != nil
      {
        continue
      }
      if takeDeed(&scanner) { return }
      let start = scanner.index
      // 第1季：規劃
      if scanner.take(":"), takeWords(&scanner, atMost: 16), scanner.index > start + 1 { return }
      scanner.index = start
      // 3月31日(星期六)前
      guard skipRemark(&scanner), !scanner.isAtEnd, !isMark(scanner.scalars[scanner.index]) else {
        scanner.index = start
        return
      }
      let behind = scanner.index
      if takeDeed(&scanner) { return }
      guard scanner.take(DeadlineWords.endings) != nil || scanner.take(["定期"]) != nil else {
        scanner.index = DeadlineWords.until.contains { scanner.startsWith($0) } ? behind : start
        return
      }
    }
  }

  /// 完成, 辦理評核, 各召開1次會議: a deed and the words behind it, if the clause ends with them.
  static func takeDeed(_ scanner: inout DateScanner) -> Bool {
    let start = scanner.index
    _ = scanner.take(["各", "應", "均", "並", "再", "將", "須"])
    // 驗收之系統 is a thing.
    if scanner.take(DeadlineWords.deeds) != nil, !["之", "的", "者"].contains(where: { scanner.startsWith($0) }),
      takeWords(&scanner, atMost: 16)
    {
      return true
    }
    scanner.index = start
    return false
  }

  /// Takes words up to the end of the clause that tell no date; false where there is one.
  static func takeWords(_ scanner: inout DateScanner, atMost limit: Int) -> Bool {
    let start = scanner.index
    while !scanner.isAtEnd, !isMark(scanner.scalars[scanner.index]), scanner.index - start <= limit {
      if takeTimes(&scanner) != nil { continue }
      let scalar = scanner.scalars[scanner.index]
      if "及與和暨並".unicodeScalars.contains(scalar), beginsDate(scanner.index + 1, scanner) {
        return true
      }
      let isWord = scalar.isCommonHan || scalar.isASCIIAlphanumeric && Numeral.digit(scalar) == nil
      let isDate =
        "年月日季曰".unicodeScalars.contains(scalar) && scanner.index > start
        && Numeral.isNumeral(scanner.scalars[scanner.index - 1])
      guard isWord, !isDate else {
        scanner.index = start
        return false
      }
      scanner.index += 1
    }
    if scanner.index - start <= limit { return true }
    scanner.index = start
    return false
  }

  /// 及6月底前, 及每年12月: whether another part may begin behind a word for “and”.
  private static func beginsDate(_ index: Int, _ scanner: DateScanner) -> Bool {
    guard index < scanner.scalars.count else { return false }
    return scanner.scalars[index] == "每" || Numeral.digit(scanner.scalars[index]) != nil
  }

  /// 至少2次, 各辦理1場次, 1至2次, 2次以上: how many times, the last of two numbers.
  static func takeTimes(_ scanner: inout DateScanner) -> Int? {
    let start = scanner.index
    _ = scanner.take("各")
    _ = scanner.take(["至少", "不少於", "最少", "約", "計", "共", "不定期", "定期"])
    _ = scanner.take(DeadlineWords.deeds)
    _ = scanner.take(["至少", "不少於", "最少", "約"])
    if var number = scanner.number() {
      if scanner.take(DeadlineWords.until) != nil { number = scanner.number() ?? number }
      if scanner.take(["場次", "梯次", "次", "場", "回", "期", "篇", "件"]) != nil {
        _ = scanner.take(["以上", "為原則", "為限"])
        return number
      }
    }
    scanner.index = start
    return nil
  }

  /// 星期六, (六), 週三.
  static func takeWeekday(_ scanner: inout DateScanner) -> Bool {
    let start = scanner.index
    let isOpen = scanner.take("(")
    if scanner.take(["星期", "禮拜", "週", "周"]) != nil || isOpen, weekday(&scanner) != nil, !isOpen || scanner.take(")") {
      return true
    }
    scanner.index = start
    return false
  }

  /// 一 to 六, 日, 天: the day of the week, 1 (Monday) to 7.
  static func weekday(_ scanner: inout DateScanner) -> Int? {
    if scanner.take("天") { return 7 }
    return ["一", "二", "三", "四", "五", "六", "日"].firstIndex { scanner.take($0) }.map { $0 + 1 }
      ?? ["1", "2", "3", "4", "5", "6", "7"].firstIndex { scanner.take($0) }.map { $0 + 1 }
  }

  /// 下午5時30分, 17:00, T00:00:00, 8時至17時, 下班, 中午: a time of day or a stretch of it.
  static func takeTimeOfDay(_ scanner: inout DateScanner) -> Bool {
    guard takeOneTime(&scanner) else { return false }
    let end = scanner.index
    if scanner.take(DeadlineWords.until) == nil || !takeOneTime(&scanner) { scanner.index = end }
    return true
  }

  private static func takeOneTime(_ scanner: inout DateScanner) -> Bool {
    let start = scanner.index
    if scanner.take(["下班", "上班時間", "辦公時間", "服務時間", "上下班時間"]) != nil { return true }
    _ = scanner.take("T")
    let hasPart =
      scanner.take(["上午", "下午", "中午", "正午", "晚上", "晚間", "夜間", "早上", "凌晨", "午夜", "日間"]) != nil
    if let hour = scanner.number() {
      if scanner.take(["時", "點"]) != nil {
        let minutes = scanner.index
        if scanner.take(["半", "整"]) == nil, scanner.number() == nil || !scanner.take("分") { scanner.index = minutes }
        return true
      }
      if hour <= 24, scanner.take(":"), scanner.number() != nil {
        let seconds = scanner.index
        if !scanner.take(":") || scanner.number() == nil { scanner.index = seconds }
        return true
      }
      scanner.index = start
      return false
    }
    if hasPart { return true }
    scanner.index = start
    return false
  }

  /// Whether the words end here, or a remark or another clause follows.
  static func isAtClause(_ scanner: DateScanner) -> Bool {
    scanner.isAtEnd || isMark(scanner.scalars[scanner.index])
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool { marks.contains(scalar) }

  private static let marks: ScalarSet = ",;、。:()/」』】》\u{201D}\""
}

import PlanText

/// Deadlines without a day: what goes on, what is done, what is so long from something, and what depends on events.
extension DeadlineParser {
  /// 持續辦理, 賡續推廣, 全年, 24小時. 持續辦理至12月底 has an end.
  static func ongoing(_ scanner: inout DateScanner) throws(ImpossibleDate) -> DeadlineMeaning.Form? {
    let start = scanner.index
    if scanner.take("本年度") { _ = scanner.take("內") }
    if scanner.take(DeadlineWords.always) != nil {
      _ = takeTimeOfDay(&scanner)
      if takeWords(&scanner, atMost: 8) { return .ongoing }
    }
    scanner.index = start
    _ = scanner.take("本年度")
    guard scanner.take(DeadlineWords.goesOn) != nil else {
      scanner.index = start
      return nil
    }
    let behindHead = scanner.index
    _ = scanner.take(DeadlineWords.deeds)
    if scanner.take(["至", "到"]) != nil, let to = try dates(&scanner, year: nil), to.count == 1,
      case .due(let point) = to[0]
    {
      return .span(from: nil, to: point)
    }
    scanner.index = behindHead
    if takeWords(&scanner, atMost: 14) { return .ongoing }
    scanner.index = start
    return nil
  }

  /// 112年12月已完成, 已於3月完成, 業已辦理完竣.
  static func done(_ scanner: inout DateScanner) throws(ImpossibleDate) -> DeadlineMeaning.Form? {
    let start = scanner.index
    var point = try scanner.point()
    if scanner.take(["以前", "之前", "底前", "前", "底"]) != nil, point == nil { scanner.index = start }
    if scanner.take(["業已於", "業已", "業於", "業經", "已於", "已經", "已"]) != nil {
      if point == nil { point = try scanner.point() }
      _ = scanner.take(["底前", "前", "底"])
      let words = scanner.index
      if takeWords(&scanner, atMost: 14), scanner.index > words,
        !["持續", "賡續", "後", "時"].contains(where: { String(scalars: scanner.scalars[words..<scanner.index]).has($0) })
      {
        let end = scanner.index
        if point == nil, scanner.take("(") {
          point = try scanner.point()
          if !scanner.take(")") { scanner.index = end }
        }
        return .done(point)
      }
    }
    scanner.index = start
    return nil
  }

  /// 收件後3個工作日內, 活動前1週, 年度結束後1個月內, 1年內, 3年, 當日.
  static func distance(_ scanner: inout DateScanner) -> Distance? {
    let start = scanner.index
    if scanner.take(DeadlineWords.atOnce) != nil, takeWords(&scanner, atMost: 10) {
      return Distance(count: 0, unit: .days)
    }
    scanner.index = start
    _ = scanner.take(["為期", "約", "於"])
    if let (count, unit) = amount(&scanner) {
      let isBack = scanner.take(["以前", "之前", "前"]) != nil
      let isBounded = !isBack && scanner.take(["以內", "之內", "內"]) != nil
      _ = scanner.take(["期間", "期"])
      // 5日 is the fifth, and 24小時 around the clock.
      let isLength = unit != .days || scanner.scalars[scanner.index - 1] == "天"
      let isWhole = isAtClause(scanner) || takeDeed(&scanner)
      // 15日前 may be by the fifteenth.
      let isDay = isBack && unit == .days
      if !isDay, isWhole || isBack || isBounded, isBack || isBounded || isLength && !(unit == .hours && count == 24),
        takeWords(&scanner, atMost: 12)
      {
        return Distance(count: count, unit: unit, isBefore: isBack)
      }
    }
    scanner.index = start
    return anchored(&scanner)
  }

  private static func anchored(_ scanner: inout DateScanner) -> Distance? {
    let start = scanner.index
    for length in 1...16 {
      let place = start + length
      guard place < scanner.scalars.count, !isMark(scanner.scalars[place - 1]) else { break }
      guard let isBefore = isAnchor(from: start, to: place, in: scanner.scalars) else { continue }
      scanner.index = place
      if let (count, unit) = amount(&scanner) {
        let isBack = scanner.take(["以前", "之前", "前"]) != nil
        _ = scanner.take(["以內", "之內", "內"])
        let endsHere = takeWords(&scanner, atMost: 14)
        if endsHere, isBefore != nil || isBack {
          let words = String(scalars: scanner.scalars[start..<place])
          return Distance(count: count, unit: unit, anchor: anchor(words), isBefore: isBefore ?? isBack)
        }
      }
    }
    scanner.index = start
    return nil
  }

  /// Whether words may be what a distance is measured from, and whether it is measured back: 收件後, 活動前, 次日起. Nil
  /// inside where the words behind the number have to say it (活動7日前).
  private static func isAnchor(from start: Int, to end: Int, in scalars: [Unicode.Scalar]) -> Bool?? {
    switch scalars[end - 1] {
    case _ where scalars[start..<end].contains(where: { "季月曰毎".unicodeScalars.contains($0) }): return nil
    case "後", "起": return .some(.some(false))
    case "前": return .some(.some(true))
    case "日" where end - start > 1 && !Numeral.isNumeral(scalars[end - 2]): return .some(.some(false))
    case let last:
      let isWords = scalars[start..<end].allSatisfy { $0.isCommonHan && !Numeral.isNumeral($0) }
      return isWords && end - start > 1 && !"年月日季".unicodeScalars.contains(last) ? .some(nil) : nil
    }
  }

  /// 收件 of 收件後; the end of the plan's period where it is that.
  private static func anchor(_ words: String) -> Distance.Anchor {
    var name = words
    for end in ["之次日起", "次日起", "日起", "之後", "之前", "後", "前", "起"] where name.hasSuffix(end) {
      name.removeLast(end.count)
      break
    }
    let ends = ["結束", "終了", "屆滿", "執行完畢", ""]
    let wholes = ["年度", "本年度", "會計年度", "計畫", "本計畫", "計畫期程", "計畫執行期間", "執行期程", "期程", "學年度"]
    let isEnd = wholes.contains { whole in ends.contains { name == whole + $0 } }
    return isEnd && !words.hasSuffix("前") ? .periodEnd : .event(name)
  }

  /// 3個工作日, 10日, 1個月, 半年, 7至10天: how many of what, the last of two numbers.
  static func amount(_ scanner: inout DateScanner) -> (Int, Distance.Unit)? {
    let start = scanner.index
    if let half = [("半年", 6, Distance.Unit.months), ("半個月", 15, .days), ("半小時", 30, .minutes)].first(where: {
      scanner.take($0.0)
    }) {
      return (half.1, half.2)
    }
    if var count = scanner.number() {
      if scanner.take(DeadlineWords.until) != nil { count = scanner.number() ?? count }
      if let unit = units.first(where: { scanner.take($0.0) })?.1, unit != .years || count < 50 { return (count, unit) }
    }
    scanner.index = start
    return nil
  }

  private static let units: [(String, Distance.Unit)] = [
    ("個工作天", .workdays), ("個工作日", .workdays), ("工作天", .workdays), ("工作日", .workdays), ("個上班日", .workdays),
    ("上班日", .workdays),
    ("個日曆天", .days), ("日曆天", .days), ("個月", .months), ("個小時", .hours), ("小時", .hours), ("分鐘", .minutes),
    ("個星期", .weeks),
    ("星期", .weeks), ("週", .weeks), ("周", .weeks), ("日", .days), ("天", .days), ("年度", .years), ("年", .years),
  ]

  /// 視需要辦理, 配合政策, 有異動時, 開徵期間, 核定後: what makes sense and names no day.
  static func occasion(_ scanner: inout DateScanner) -> DeadlineMeaning.Occasion? {
    let start = scanner.index
    if let occasion = takeOccasion(&scanner) {
      if scanner.take(["或", "及", "與", "、"]) != nil { _ = takeOccasion(&scanner) }
      if takeWords(&scanner, atMost: 12) { return occasion }
    }
    scanner.index = start
    if scanner.take(DeadlineWords.dependsOn) != nil, !isAtClause(scanner) {
      let isNeed = ["需要", "需求", "實際"].contains { startsSoon($0, scanner) }
      let words = scanner.index
      let isRule = "限法規令".unicodeScalars.contains(scanner.scalars[words])
      if takeWords(&scanner, atMost: 24), isRule || scanner.index > words + 1 { return isNeed ? .need : .rule }
    }
    scanner.index = start
    if scanner.take(DeadlineWords.looksAt) != nil,
      DeadlineWords.circumstances.contains(where: { startsSoon($0, scanner) }), takeWords(&scanner, atMost: 24)
    {
      return .need
    }
    scanner.index = start
    return happening(&scanner)
  }

  private static func takeOccasion(_ scanner: inout DateScanner) -> DeadlineMeaning.Occasion? {
    DeadlineWords.occasions.first { scanner.take($0.word) }?.occasion
  }

  /// Whether a word stands within the next six characters.
  private static func startsSoon(_ word: String, _ scanner: DateScanner) -> Bool {
    var scanner = scanner
    for _ in 0..<6 where !scanner.isAtEnd {
      if scanner.startsWith(word) { return true }
      scanner.index += 1
    }
    return false
  }

  /// 民眾申辦時, 開徵期間, 核定後辦理.
  private static func happening(_ scanner: inout DateScanner) -> DeadlineMeaning.Occasion? {
    let start = scanner.index
    for length in 0...14 {
      scanner.index = start + length
      if length >= 2, let found = DeadlineWords.happenings.first(where: { scanner.take($0.word) }) {
        if isAtClause(scanner) || takeDeed(&scanner) || found.word == "時" && takeWords(&scanner, atMost: 10) {
          return found.occasion
        }
        scanner.index = start + length
      }
      guard scanner.index < scanner.scalars.count, isPartOfHappening(scanner.scalars[scanner.index]) else { break }
      // 百億日前 is a broken date.
      let before = length > 0 ? scanner.scalars[scanner.index - 1] : "之"
      if scanner.scalars[scanner.index] == "日", Numeral.isNumeral(before) || "萬億".unicodeScalars.contains(before) {
        break
      }
    }
    scanner.index = start
    return nil
  }

  /// A word that names something that happens has no date in it, written rightly or not (三月卅曰前).
  private static func isPartOfHappening(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isCommonHan && !"月季曰".unicodeScalars.contains(scalar)
  }
}

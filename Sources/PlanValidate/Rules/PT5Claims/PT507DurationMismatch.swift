import PlanModel
import PlanText

/// PT507: 自107年3月1日至同年5月31日止，計2個月, and 107年6月29日（星期四）.
enum DurationMismatch: Rule {
  static let description = RuleDescription(
    code: "PT507", name: "duration-mismatch", severity: .warning,
    summary: LocalizedText(zh: "期間長短或星期與日期不符", en: "A length of time or a weekday does not match the dates"),
    explanation: LocalizedText(
      zh: """
        「自3月1日起至5月31日止，計3個月」的長短應與兩個日期相符，首尾兩日都計入或只計一日皆可；日期後面的「星期五」應是那一天。只有文字寫明由這一天到那一天時才檢查；\
        執行期程本身的長短由 PT105 檢查。工作天與寫「約」者不檢查。同一句先寫「自5月6日決標，並於12月9日完成驗收」再寫「期程為210個日曆天」而兩者不符時，因為天數可能是契約所訂，只列為提示。
        """,
      en: """
        In 自3月1日起至5月31日止，計3個月 the length should match the two dates, counting both ends or one; a weekday after a date should be that of the day. This is checked only if the text says that something runs \
        from one date to the other; the plan's own period is checked by PT105. Working days and 約 are not checked. If a sentence says 自5月6日決標，並於12月9日完成驗收 and then a number of \
        calendar days that differs, the number may be set by a contract, so it is a note.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、自107年3月1日起至同年5月31日止，計↓2個月。
      - 二、107年6月29日（↓星期四）前提報，自107年5月6日至107年5月12日，為期↓10天。
      - 三、自105年5月6日決標，並於同年12月9日完成驗收，建構期程為↓210個日曆天。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、自107年3月1日起至同年5月31日止，計3個月。
      - 二、107年6月29日（星期五）前提報，自107年5月6日至107年5月12日，為期7天。
      - 三、自105年5月6日決標，並於同年12月9日完成驗收，建構期程為217個日曆天；自105年5月6日起受理，於同年12月9日前完成，契約工期為180個日曆天。
      - 四、107年6月29日（一）辦理講習，自107年5月7日至107年5月11日，計4個工作天。
      """),
    evidence: LocalizedText(
      zh: "一份 106 年創意提案表寫明決標、驗收兩個日期，相隔 217 天，其後卻是 210 個日曆天。",
      en:
        "A 106 proposal gives the dates of an award and its acceptance, which are 217 days apart, and then says 210 calendar days."
    ))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    // Every date has its month, or marks between its numbers.
    let texts = plan.characterPlaces.texts(withAny: "月/.-")
    guard !texts.isEmpty else { return }
    let periods = StatedPeriod.all(in: plan.plan).filter { $0.meaning.statedLength != nil }.map(\.text.range)
    let denseTexts = plan.denseTexts
    for dense in texts.lazy.map({ denseTexts[$0] }) where dense.text.string.utf8.count < 100_000 {
      var year: Int?
      var index = 0
      while index < dense.count {
        guard let day = WrittenDay(in: dense, at: index, year: year) else {
          index += 1
          continue
        }
        year = day.days.lowerBound.year
        index = day.range.upperBound
        checkWeekday(of: day, dense, &findings)
        guard let end = endOfSpan(dense, from: day) else {
          if dense.has("自", before: day.range.lowerBound) { checkProject(from: day, dense, &findings) }
          continue
        }
        year = end.days.lowerBound.year
        index = end.range.upperBound
        checkWeekday(of: end, dense, &findings)
        let place = dense.range(of: day.range)
        guard !periods.contains(where: { $0.overlaps(place) }) else { continue }
        checkLength(from: day, to: end, dense, &findings)
      }
    }
  }

  private static func endOfSpan(_ dense: DenseText, from day: WrittenDay) -> WrittenDay? {
    var index = day.range.upperBound
    if dense.has("起", at: index) { index += 1 }
    guard let word = ["至", "到", "~", "-"].first(where: { dense.has($0, at: index) }) else { return nil }
    let end = WrittenDay(in: dense, at: index + word.unicodeScalars.count, year: day.days.lowerBound.year)
    guard let end, end.isDay == day.isDay, end.days.upperBound >= day.days.lowerBound else { return nil }
    return end
  }

  // MARK: Lengths

  private static let lengthWords = ["為期", "合計", "共計", "總計", "歷時", "期間", "共", "計"]

  private static func checkLength(
    from first: WrittenDay, to last: WrittenDay, _ dense: DenseText, _ findings: inout FindingList
  ) {
    var index = last.range.upperBound
    if dense.has("止", at: index) { index += 1 }
    if index < dense.count, ",(".unicodeScalars.contains(dense.scalars[index]) { index += 1 }
    guard let word = lengthWords.first(where: { dense.has($0, at: index) }) else { return }
    index += word.unicodeScalars.count
    if dense.has("為", at: index) { index += 1 }
    guard let (count, end) = dense.number(at: index) else { return }
    let units: [(String, StatedLength.Unit)] = [
      ("個日曆天", .days), ("日曆天", .days), ("個月", .months), ("年", .years), ("日", .days), ("天", .days),
    ]
    guard let unit = units.first(where: { dense.has($0.0, at: end) }) else { return }
    let close = end + unit.0.unicodeScalars.count
    // 2年級, 3日內, 2年半
    if ["級", "度", "半", "內", "次"].contains(where: { dense.has($0, at: close) }) { return }
    let length = StatedLength(count: count, unit: unit.1)
    let days = first.days.lowerBound...last.days.upperBound
    let place = dense.range(of: index..<close)
    let written = dense.part(index..<close).excerpt
    if length.holds(for: days) || holdsWithoutLast(length, days) {
      findings.confirm(
        at: place,
        LocalizedText(
          zh: "\(days.lowerBound.roc)至\(days.upperBound.roc)是\(written)，與所寫相符。",
          en: "\(days.lowerBound.roc) to \(days.upperBound.roc) is \(written), as written."))
      return
    }
    let inDays = days.upperBound.next.dayNumber - days.lowerBound.dayNumber
    let exact = length.length(of: days)
    let zh = exact.map { "\($0)\(unit.0)" } ?? "\(inDays)天"
    findings.add(
      at: place,
      LocalizedText(
        zh: "\(days.lowerBound.roc)至\(days.upperBound.roc)是\(zh)，不是\(written)，請查對。",
        en: "\(days.lowerBound.roc) to \(days.upperBound.roc) is \(zh), not \(written); check the dates and the length."
      ))
  }

  /// 自105年5月6日決標，並於同年12月9日完成驗收，建構期程為210個日曆天: a project from its first day to its last.
  private static func checkProject(from first: WrittenDay, _ dense: DenseText, _ findings: inout FindingList) {
    guard first.isDay else { return }
    let year = first.days.lowerBound.year
    let sentence = dense.scalars[first.range.upperBound...].prefix(70).prefix { !"。;".unicodeScalars.contains($0) }
    var last: WrittenDay?
    var index = sentence.startIndex
    while index < sentence.endIndex {
      if let day = WrittenDay(in: dense, at: index, year: year) {
        // A third day, or one that says by when: nothing is certain.
        guard last == nil, day.isDay, day.days.lowerBound > first.days.lowerBound, dense.has("於", before: index),
          ["完成", "驗收", "完工", "竣工", "結束", "辦竣"].contains(where: { dense.has($0, at: day.range.upperBound) })
        else { return }
        last = day
        index = day.range.upperBound
      } else if let last, let word = ["期程為", "工期為", "歷時", "共計", "期間為", "共"].first(where: { dense.has($0, at: index) }),
        !dense.has("契約", before: index),
        case let start = index + word.unicodeScalars.count, let (count, end) = dense.number(at: start),
        let unit = ["個日曆天", "日曆天"].first(where: { dense.has($0, at: end) })
      {
        let days = last.days.lowerBound.dayNumber - first.days.lowerBound.dayNumber
        let range = start..<(end + unit.unicodeScalars.count)
        compareProject(
          (count, dense.part(range)), days: days, from: first.days.lowerBound, to: last.days.lowerBound, &findings)
        return
      } else {
        index += 1
      }
    }
  }

  private static func compareProject(
    _ stated: (count: Int, words: PlanText), days: Int, from first: CalendarDate, to last: CalendarDate,
    _ findings: inout FindingList
  ) {
    if stated.count == days || stated.count == days + 1 {
      findings.confirm(
        at: stated.words.firstLineRange,
        LocalizedText(
          zh: "\(first.roc)至\(last.roc)是\(stated.words.excerpt)，與所寫相符。",
          en: "\(first.roc) to \(last.roc) is \(stated.words.excerpt), as written."))
    } else {
      findings.add(
        at: stated.words.firstLineRange,
        LocalizedText(
          zh: "\(first.roc)至\(last.roc)是 \(days) 天，這裡寫「\(stated.words.excerpt)」；如為契約所訂的天數請寫明，否則請查對。",
          en:
            "\(first.roc) to \(last.roc) is \(days) days, but this says “\(stated.words.excerpt)”; if the contract sets that number, say so; otherwise check it."
        ),
        severity: .note)
    }
  }

  /// 1月1日至2月1日 may be a month, counting one of the two days.
  private static func holdsWithoutLast(_ length: StatedLength, _ days: ClosedRange<CalendarDate>) -> Bool {
    guard days.lowerBound < days.upperBound else { return false }
    let (first, last) = (days.lowerBound, days.upperBound)
    switch length.unit {
    case .days: return last.dayNumber - first.dayNumber == length.count
    case .months, .years:
      guard first.day == last.day else { return false }
      let months = (last.year - first.year) * 12 + last.month - first.month
      return months == (length.unit == .months ? length.count : length.count * 12)
    }
  }

  // MARK: Weekdays

  private static let weekdays: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "日"]

  private static func checkWeekday(of day: WrittenDay, _ dense: DenseText, _ findings: inout FindingList) {
    guard day.isDay else { return }
    var index = day.range.upperBound
    if dense.has("(", at: index) { index += 1 }
    let hasParenthesis = index > day.range.upperBound
    let word = ["星期", "禮拜", "週", "周"].first { dense.has($0, at: index) }
    let name = index + (word?.unicodeScalars.count ?? 0)
    guard name < dense.count else { return }
    let scalar = dense.scalars[name] == "天" && word != nil ? "日" : dense.scalars[name]
    guard let stated = weekdays.firstIndex(of: scalar) else { return }
    let isClosed = hasParenthesis && dense.has(")", at: name + 1)
    let actual = day.days.lowerBound.weekday
    let right = day.days.lowerBound.weekdayName
    let place = dense.range(of: index..<(name + 1))
    if stated + 1 == actual {
      guard word != nil || isClosed else { return }
      findings.confirm(
        at: place,
        LocalizedText(
          zh: "\(day.days.lowerBound.roc)是\(right.zhHant)，與所寫相符。",
          en: "\(day.days.lowerBound.roc) is a \(right.en), as written."))
    } else if word != nil, isClosed || !hasParenthesis {
      // (一) alone may be the number of an item. 週三場 and 週六日 are no weekday of this date.
      guard isClosed || ["前", "上午", "下午", ",", "起", "至", "止"].contains(where: { dense.has($0, at: name + 1) }) else {
        return
      }
      findings.add(
        at: place,
        LocalizedText(
          zh: "\(day.days.lowerBound.roc)是\(right.zhHant)，不是「\(dense.part(index..<(name + 1)).excerpt)」，請查對日期或星期。",
          en:
            "\(day.days.lowerBound.roc) is a \(right.en), not “\(dense.part(index..<(name + 1)).excerpt)”; check the date and the weekday."
        ))
    }
  }
}

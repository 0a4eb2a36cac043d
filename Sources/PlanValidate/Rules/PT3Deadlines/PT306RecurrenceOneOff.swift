import PlanText

/// PT306: a measure is to be done again and again, but its deadline is one date.
enum RecurrenceOneOff: Rule {
  static let description = RuleDescription(
    code: "PT306", name: "recurrence-one-off", severity: .warning,
    summary: LocalizedText(zh: "作法是經常性的，期限卻是單一日期", en: "A recurring measure has a one-off deadline"),
    explanation: LocalizedText(
      zh: """
        作法寫「每月」「每季」「定期」「不定期」「持續」或「24小時值班」，完成期限卻是期程中的某一天或某一月，期限過後做不做就無從考核。期限可改為「107年每月」「107年每季」或\
        「持續辦理」。每年2次以上者亦同。每年一次的工作（每年、每年定期）與期程最後一天的期限不算；引號內的文字也不算。
        """,
      en: """
        The text says every month, every quarter, regularly, continuously or round the clock, but the deadline is one day or month within the period; after that \
        it is not clear whether the work should continue. Write 107年每月, 107年每季 or 持續辦理. The same applies to work done twice a year or more. Work done once a year and deadlines at the end of the period are \
        not reported, nor are words in quotations.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：107年4月

        1. ↓每季至各隊辦理評比。
        2. 由專人↓定期統計網站使用人數。
        3. 辦理演習：
           - (一)↓不定期實施偵測。
           - (二)每月檢討一次。
        4. 服務臺↓24小時值班。
        5. ↓每年至少辦理二次說明會。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：107年4月

        1. 每年定期調查滿意度並提出報告，24小時內回復，每年辦理1次說明會。
        2. 本「持續改善」之理念，修訂「不定期查核要點」。
        3. 宣導定期存款詐騙手法，縮短每日平均等候時間。
        4. 每月統計使用件數。
           - 完成期限：107年每月
        5. 每季辦理評比，於年底前彙整成果。
           - 完成期限：107年12月31日
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫有八項以上經常性作法（每季、每月統計、每半年至少 1 次、不定期…）的期限都是 107 年 4 月。",
      en: "In one 107 police plan more than eight recurring measures (每季, 每月統計, 每半年至少1次, 不定期 …) are all due in 107年4月.")
  )

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let end = plan.period?.upperBound ?? plan.planYear.flatMap { CalendarDate(year: $0, month: 12, day: 31) }
    for (index, entry) in plan.measures.enumerated() {
      guard let deadline = entry.fields.deadline, case .due(let point) = deadline.meaning?.form,
        point.precision != .year
      else { continue }
      // What is due when the plan ends can go on until then.
      if let end, let due = plan.years.days(of: point), due.upperBound >= end { continue }
      let dense = plan.denseMeasures[index]
      let words = RecurrenceWord.all(in: dense)
      let word = words.first
      guard let range = word?.range ?? severalTimesAYear(in: dense) ?? roundTheClock(in: dense) else { continue }
      let written = dense.part(range).string.excerpt()
      let better = words.lazy.compactMap(\.interval).first?.word ?? "持續辦理"
      findings.add(
        at: dense.range(of: range),
        LocalizedText(
          zh:
            "作法\(word == nil ? "寫「\(written)」" : "要「\(written)」辦理")，期限卻是單一的「\(deadline.text.excerpt)」；如須持續辦理，期限請改為「\(better)」之類的寫法。",
          en: """
            The measure is to be done “\(written)”, but its deadline is the single date “\(deadline.text.excerpt)”; if it continues, write a deadline \
            such as “\(better)”.
            """),
        notes: [Finding.Note(deadline.text.firstLineRange, LocalizedText(zh: "期限在此", en: "The deadline is here"))]
          + words.dropFirst().map { word in
            let also = dense.part(word.range).string.excerpt()
            return Finding.Note(
              dense.range(of: word.range), LocalizedText(zh: "另寫「\(also)」", en: "“\(also)” is written here"))
          })
    }
  }

  /// 每年辦理2次, 每年至少二場: what one date cannot hold.
  private static func severalTimesAYear(in dense: DenseText) -> Range<Int>? {
    lazy var isQuoted = dense.isQuoted
    for index in dense.scalars.indices where dense.scalars[index] == "每" && dense.has("每年", at: index) {
      if isQuoted[index] { continue }
      var end = index + 2
      // Few characters of the same clause stand between: 至少, 辦理, 定期舉辦.
      while end < min(dense.count, index + 10),
        dense.scalars[end].isCommonHan || Numeral.digit(dense.scalars[end]) != nil
      {
        if let (count, after) = dense.number(at: end), after > end {
          guard count > 1, ["次", "場", "回", "梯"].contains(where: { dense.has($0, at: after) }) else { break }
          return index..<(after + 1)
        }
        end += 1
      }
    }
    return nil
  }

  /// 24小時值班: what never stops.
  private static func roundTheClock(in dense: DenseText) -> Range<Int>? {
    // Few texts have such words.
    lazy var isQuoted = dense.isQuoted
    let words = ["值班", "輪值", "值勤", "待命", "輪班", "不打烊", "專人值守"]
    for index in dense.scalars.indices where dense.scalars[index] == "2" && !isQuoted[index] {
      guard dense.has("24小時", at: index) else { continue }
      // 24小時內, 124小時
      if index > 0, Numeral.digit(dense.scalars[index - 1]) != nil { continue }
      if let word = words.first(where: { dense.has($0, at: index + 4) }) {
        return index..<(index + 4 + word.unicodeScalars.count)
      }
    }
    return nil
  }
}

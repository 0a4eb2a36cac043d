import PlanText

/// PT311: the words of a measure promise completion on a date outside the plan's period.
enum CompletionOutside: Rule {
  static let description = RuleDescription(
    code: "PT311", name: "completion-outside", severity: .warning,
    summary: LocalizedText(
      zh: "作法內文所寫的完成日期不在計畫期程之內", en: "A measure promises completion outside the plan's period"),
    explanation: LocalizedText(
      zh: """
        期限欄之外，作法內文也會寫何時完成。寫明在計畫期程之後才完成者（訂於108年完成擴建），本年度無從考核，請改寫本年度可完成的階段目標；寫著預定在期程\
        開始之前完成者（預計於106年底前建置完成），多半是沿用上一年的文字。已經發生的事（已於106年完成、自106年起）、引號內的名稱，以及他機關的期程\
        （配合…、依…）不受影響。
        """,
      en: """
        The text of a measure may also say when something will be completed. Completion after the period (訂於108年完成擴建) cannot be assessed this year: say \
        what will be completed this year. Completion planned before the period begins (預計於106年底前建置完成) is probably left over from last year. \
        What has already happened (已於106年完成, 自106年起), names in quotation marks, and other agencies' dates (配合…, 依…) are not checked.
        """),
    failing: RuleExample(
      measures: """
        1. 推動表單電子化，訂於↓108年完成擴建系統。
           - 完成期限：持續辦理
        2. 汰換叫號機，預定於↓108年3月啟用。
           - 完成期限：持續辦理
        3. 增設服務櫃檯，↓106年12月底前建置完成。
           - 完成期限：持續辦理
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件，於107年底前完成，並據以編列108年度預算。
           - 完成期限：107年12月31日
        2. 配合「110年前完成汰換計畫」檢討收費標準；系統已於106年底前完成建置。
           - 完成期限：1月~12月
        3. 自106年起受理線上申辦，106年12月31日前完成登記者免附證件。
           - 完成期限：107年
        """),
    evidence: LocalizedText(
      zh: "107 年警察計畫有一項作法寫明「訂於 108 年完成擴建」，期限卻是賡續辦理；同一份計畫「自 106 年起」「於107年1月1日建立」都是敘述既有的事。",
      en:
        "A measure of a 107 police plan is to be completed in 108 although its deadline says ongoing; 自 106 年起 and 於107年1月1日建立 in the same plan describe what has been done."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let period = plan.period, let written = plan.metadata.period else { return }
    let note = Finding.Note(
      written.text.firstLineRange,
      LocalizedText(zh: "計畫期程是「\(written.text.excerpt)」", en: "The period is “\(written.text.excerpt)”"))
    for dense in plan.denseMeasures {
      for promise in CompletionPromise.all(in: dense) {
        let isLate =
          promise.days.lowerBound > period.upperBound && promise.days.lowerBound.year < period.upperBound.year + 50
        let isEarly = promise.days.upperBound < period.lowerBound && promise.isAnnounced
        if isLate || isEarly { report(promise, isLate: isLate, note: note, &findings) }
      }
    }
  }

  private static func report(
    _ promise: CompletionPromise, isLate: Bool, note: Finding.Note, _ findings: inout FindingList
  ) {
    let (date, words) = (promise.date.excerpt, promise.words.excerpt)
    findings.add(
      at: promise.date.firstLineRange,
      isLate
        ? LocalizedText(
          zh: "作法寫「\(words)」，\(date)在計畫期程之後，請改寫本年度可完成的部分。",
          en:
            "The measure says “\(words)”, but \(date) is after the plan's period; say what will be completed this year."
        )
        : LocalizedText(
          zh: "作法寫「\(words)」，\(date)在計畫期程開始之前；請確認是否沿用前一年的文字。",
          en: "The measure says “\(words)”, but \(date) is before the plan's period; is it left over from last year?"),
      notes: [note])
  }
}

/// A date with a year in running text, by which something will be complete: 訂於108年完成擴建, 108年3月底前啟用.
private struct CompletionPromise {
  /// The date as written.
  let date: PlanText
  /// The date and the words behind it up to the end of the clause.
  let words: PlanText
  /// The days that the date covers.
  let days: ClosedRange<CalendarDate>
  /// Whether the text says that the date was still to come when it was written: 預定於, 底前.
  let isAnnounced: Bool

  private static func words(_ words: [String]) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }

  /// Something will be finished.
  private static let completion = words(["完成", "完工", "完竣", "竣工", "辦竣", "建成", "落成", "汰換完畢"])
  /// Something will be done; this is a promise only where the words before the date say so.
  private static let action = words(["啟用", "上線", "實施", "施行", "建置", "設置", "擴建", "擴充", "汰換", "開辦", "推動"])
  /// What stands before a date that is still to come.
  private static let announcement = words(["訂", "預計", "預定", "預訂", "擬", "將", "規劃", "定", "爭取", "目標"])
  /// What makes history of it, or the date of somebody else.
  private static let disclaimers = words([
    "已", "業於", "業經", "曾", "原訂", "原定", "原預", "前於", "自", "配合", "因應", "依", "截至", "回溯", "迄",
  ])
  /// Behind the word of completion: what is spoken of is a thing (完成登記者, 完成之系統).
  private static let attributes = words(["之", "的", "者"])
  private static let clauseEnds: ScalarSet = "，。；、,;「（(\n：:！？!?"
  private static let longestClause = 16
  /// What every date has that names its year.
  private static let dateMarks: ScalarSet = "年/.-"

  /// The promises of a text, in order, quotations left out.
  static func all(in dense: DenseText) -> [CompletionPromise] {
    guard dense.scalars.contains(where: dateMarks.contains) else { return [] }
    let isQuoted = dense.isQuoted
    var promises: [CompletionPromise] = []
    var clauseStart = 0
    var index = 0
    while index < dense.count {
      if clauseEnds.contains(dense.scalars[index]) { clauseStart = index + 1 }
      guard let date = dense.date(at: index) else {
        index += 1
        continue
      }
      let (start, end) = (index, date.range.upperBound)
      index = end
      guard !isQuoted[start], let year = date.point.year, year >= 1950, let days = date.point.days(defaultYear: nil)
      else {
        continue
      }
      // A clause may be long; what says that the date is past or another's stands near it.
      let before = max(clauseStart, start - longestClause)..<start
      if let promise = promise(in: dense, start: start, end: end, before: before, days: days) {
        promises.append(promise)
      }
    }
    return promises
  }

  private static func promise(
    in dense: DenseText, start: Int, end: Int, before: Range<Int>, days: ClosedRange<CalendarDate>
  ) -> CompletionPromise? {
    let clause = dense.scalars[end...].prefix(longestClause).prefix { !clauseEnds.contains($0) }
    func place(of words: [[Unicode.Scalar]], in range: Range<Int>) -> Int? {
      for index in range {
        if let word = words.first(where: { dense.has($0, at: index) && index + $0.count <= range.upperBound }) {
          return index + word.count
        }
      }
      return nil
    }
    if place(of: disclaimers, in: before) != nil { return nil }
    // 訂於, 預計 and 將在 stand right before the date.
    let isForetold = place(of: announcement, in: max(before.lowerBound, start - 5)..<start) != nil
    let isByThen = dense.has("前", at: end)
    guard
      let done = place(of: completion, in: clause.indices) ?? (isForetold ? place(of: action, in: clause.indices) : nil)
    else { return nil }
    if attributes.contains(where: { dense.has($0, at: done) }) { return nil }
    // 106年12月31日前完成登記者: what is complete is what others have done.
    if dense.scalars[done...].prefix(6).prefix(while: { !clauseEnds.contains($0) }).contains("者") { return nil }
    return CompletionPromise(
      date: dense.part(start..<end), words: dense.part(start..<clause.endIndex), days: days,
      isAnnounced: isForetold || isByThen)
  }
}

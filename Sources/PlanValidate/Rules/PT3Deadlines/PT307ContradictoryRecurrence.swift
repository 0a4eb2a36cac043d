import PlanText

/// PT307: a measure says two frequencies that do not go together.
enum ContradictoryRecurrence: Rule {
  static let description = RuleDescription(
    code: "PT307", name: "contradictory-recurrence", severity: .warning,
    summary: LocalizedText(zh: "辦理頻率互相矛盾", en: "Frequencies contradict each other"),
    explanation: LocalizedText(
      zh: """
        「每月不定期」既說每月、又說不定期，看不出每月是否一定要辦；請寫「每月至少1次」或「不定期」。「定期不定期」漏了「或」。期限是「每月」而作法只說\
        「每季」時，請統一為實際的頻率。「每年不定期」看不出一年幾次，列為提示；「定期或不定期」是通行寫法，不檢查。
        """,
      en: """
        每月不定期 says both every month and irregularly, so it is not clear whether it must happen each month; write 每月至少1次 or 不定期. In 定期不定期 a word is missing \
        between the two. If the deadline is 每月 and the text says only 每季, write the actual frequency in both. 每年不定期 does not say how often and \
        is a note; 定期或不定期 is common and not reported.
        """),
    failing: RuleExample(
      measures: """
        1. 由主管↓每月不定期考核服務態度。
           - 完成期限：持續辦理
        2. ↓定期不定期抽查。
           - 完成期限：持續辦理
        3. 各隊↓每季統計逾期案件。
           - 完成期限：107年每月
        4. ↓每年不定期盤點業務資料，並應定期更新。
           - 完成期限：持續辦理
        """),
    passing: RuleExample(
      measures: """
        1. 每月定期考核，並每月不定期抽查至少2次。
           - 完成期限：持續辦理
        2. 定期或不定期抽查，每年不定期盤點2次，並依「每年不定期查核計畫」辦理。
           - 完成期限：持續辦理
        3. 每日檢查，每月統計逾期案件。
           - 完成期限：107年每月
        """),
    evidence: LocalizedText(
      zh: "105 年戶政事務所計畫有「每月不定期考核」；一份 107 年警察計畫每年不定期盤點資料，又要定期檢視。",
      en:
        "The 105 household-office plan has 每月不定期考核; a 107 police plan reviews its data 每年不定期 and also 定期."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for (entry, dense) in zip(plan.measures, plan.denseMeasures) {
      let words = RecurrenceWord.all(in: dense)
      for (first, second) in zip(words, words.dropFirst())
      where first.range.upperBound == second.range.lowerBound && second.interval == nil {
        checkPhrase(first, second, in: dense, &findings)
      }
      checkYearly(
        in: dense, regular: words.first { $0.interval == nil && dense.has("定期", at: $0.range.lowerBound) }, &findings)
      checkDeadline(entry, words, in: dense, &findings)
    }
  }

  /// 每年不定期, unless it says how many times.
  private static func checkYearly(in dense: DenseText, regular: RecurrenceWord?, _ findings: inout FindingList) {
    // Few texts have such words.
    lazy var isQuoted = dense.isQuoted
    for (index, scalar) in dense.scalars.enumerated() where scalar == "每" && !isQuoted[index] {
      guard let word = ["每年度不定期", "每年不定期", "每一年不定期"].first(where: { dense.has($0, at: index) }) else { continue }
      let range = index..<(index + word.unicodeScalars.count)
      guard !saysHowOften(dense, behind: range.upperBound) else { continue }
      let phrase = dense.part(range).string.excerpt()
      findings.add(
        at: dense.range(of: range),
        LocalizedText(
          zh: "「\(phrase)」看不出一年要辦幾次，請寫「每年至少1次」或只寫「不定期」。",
          en: "“\(phrase)” does not say how many times a year; write “每年至少1次”, or only “不定期”."),
        severity: .note,
        notes: regular.map {
          [.init(dense.range(of: $0.range), LocalizedText(zh: "同一項作法又寫「定期」", en: "the same measure says “定期” too"))]
        } ?? [])
    }
  }

  /// Whether the clause behind a frequency says how many times.
  private static func saysHowOften(_ dense: DenseText, behind end: Int) -> Bool {
    dense.scalars[end...].prefix(16).prefix { !"，。；,;".unicodeScalars.contains($0) }.contains("次")
  }

  /// 每月不定期, 定期不定期.
  private static func checkPhrase(
    _ first: RecurrenceWord, _ second: RecurrenceWord, in dense: DenseText, _ findings: inout FindingList
  ) {
    guard dense.scalars[second.range.lowerBound] == "不" else { return }
    let range = first.range.lowerBound..<second.range.upperBound
    let phrase = dense.part(range).string.excerpt()
    if let interval = first.interval {
      // Several times a day at no fixed hour is a plain duty, and so is what says how many times.
      guard interval != .day, !saysHowOften(dense, behind: range.upperBound) else { return }
      findings.add(
        at: dense.range(of: range),
        LocalizedText(
          zh: "「\(phrase)」看不出是否\(interval.word)都要辦理，請寫「\(interval.word)至少1次」或只寫「不定期」。",
          en:
            "“\(phrase)” does not make clear whether it must happen \(interval.word); write “\(interval.word)至少1次”, or only “不定期”."
        )
      )
    } else if dense.scalars[first.range.lowerBound] == "定" {
      findings.add(
        at: dense.range(of: range),
        LocalizedText(
          zh: "「\(phrase)」互相矛盾，請寫「定期或不定期」或擇一。", en: "“\(phrase)” contradicts itself; write “定期或不定期” or one of the two.")
      )
    }
  }

  /// 每季 in the text and 每月 as the deadline.
  private static func checkDeadline(
    _ entry: PlanIndex.MeasureEntry, _ words: [RecurrenceWord], in dense: DenseText, _ findings: inout FindingList
  ) {
    guard let deadline = entry.fields.deadline, case .recurring(let recurrence) = deadline.meaning?.form,
      recurrence.interval != .year, recurrence.count == 1
    else { return }
    // 週一至週五 is every day on which anybody is there.
    if case .weekdays(let days, _) = recurrence.moment, days.count > 1 { return }
    let timed = words.filter { $0.interval != nil }
    guard let word = timed.first, let interval = word.interval, interval != recurrence.interval,
      timed.allSatisfy({ $0.interval == interval })
    else { return }
    let written = dense.part(word.range).string.excerpt()
    findings.add(
      at: dense.range(of: word.range),
      LocalizedText(
        zh: "作法寫「\(written)」，期限卻是「\(deadline.text.excerpt)」，請統一為實際的辦理頻率。",
        en:
          "The text says “\(written)”, but the deadline is “\(deadline.text.excerpt)”; write the actual frequency in both."
      ),
      notes: [Finding.Note(deadline.text.firstLineRange, LocalizedText(zh: "期限在此", en: "The deadline is here"))])
  }
}

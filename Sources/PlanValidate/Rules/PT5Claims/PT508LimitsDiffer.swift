import PlanText

/// PT508: petitions are to be answered within 6日 here and within 6個工作日 there.
enum LimitsDiffer: Rule {
  static let description = RuleDescription(
    code: "PT508", name: "limits-differ", severity: .warning,
    summary: LocalizedText(zh: "同一件事的期限前後不一", en: "One duty has two time limits"),
    explanation: LocalizedText(
      zh: """
        回覆陳情的期限，一處寫「6個工作日內」、另一處寫「6日內」，民眾與承辦人不知以何者為準。只比較緊接在「回覆、答覆、函復」之前、且同一句提到陳情的期限；\
        同一句寫有特殊、急件、延長、初步等情形或電話、臉書等其他管道時，本來就可能不同，不比較。
        """,
      en: """
        If petitions (陳情) are to be answered within 6個工作日 in one place and within 6日 in another, it is not clear which applies. Only limits directly before 回覆, 答覆 or 函復 in \
        a sentence about petitions are compared; limits for special, urgent, extended or preliminary cases and for other channels may differ.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、陳情案件應於收件日之次日起6個工作日內回復陳情人。
      - 二、民眾陳情，統一於6個工作日內回覆。
      - 三、依人民陳情案件規定列管，應於↓6日內回覆。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、陳情案件應於收件日之次日起6個工作日內回復陳情人，申請案件3日內回復。
      - 二、民眾陳情，統一於６個工作天內答覆；特殊陳情案件得於30日內回覆。
      - 三、電話陳情應於2小時內回覆，臉書留言於1日內回覆。
      - 四、陳情資料於7日內建檔，並於3日內以簡訊通知。
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫三處寫 6 個工作日內回覆陳情人，一處寫 6 日內。",
      en: "A 107 police plan has 6 working days for answering petitions in three places and 6 days in one."))

  /// A limit with its place.
  private struct Limit {
    let length: Length
    let range: SourceRange
    let words: String

    /// How long it is.
    struct Length: Hashable {
      let count: Int
      let unit: Unit
    }

    enum Unit { case workingDays, days, hours }
  }

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let places = plan.characterPlaces
    let limits = places.texts(at: places.all(of: Array("陳情".unicodeScalars))).flatMap { text in
      plan.paragraphs[text].flatMap { self.limits(in: $0) }
    }
    guard let first = limits.first else { return }
    // The limit that most places have is taken as meant; of two alike the first.
    let frequencies = limits.reduce(into: [Limit.Length: Int]()) { $0[$1.length, default: 0] += 1 }
    func frequency(of limit: Limit) -> Int { frequencies[limit.length] ?? 0 }
    let usual = limits.dropFirst().reduce(first) { frequency(of: $1) > frequency(of: $0) ? $1 : $0 }
    let others = limits.filter { !isSame($0, usual) }
    guard !others.isEmpty else { return }
    let notes = limits.filter { isSame($0, usual) }.map {
      Finding.Note($0.range, LocalizedText(zh: "此處為「\($0.words)」", en: "Here it is “\($0.words)”"))
    }
    // Each other limit once, with all its places; those of the usual one stand with the first of them.
    let byLength = Dictionary(grouping: others, by: \.length)
    var said: Set<Limit.Length> = []
    for limit in others where said.insert(limit.length).inserted {
      let same = byLength[limit.length] ?? []
      findings.add(
        at: limit.range,
        LocalizedText(
          zh:
            "回覆陳情的期限在此為「\(limit.words)」（\(same.count) 處），他處為「\(usual.words)」（\(notes.count) 處）；如為同一規定，請寫成一致。",
          en: """
            Petitions are to be answered within “\(limit.words)” here (\(same.count)×) and within “\(usual.words)” elsewhere (\(notes.count)×); if they are the same rule, \
            make them agree.
            """),
        notes: same.dropFirst().map {
          Finding.Note($0.range, LocalizedText(zh: "此處亦為「\($0.words)」", en: "Also “\($0.words)” here"))
        } + (said.count == 1 ? notes : [notes[0]]))
    }
  }

  private static func isSame(_ a: Limit, _ b: Limit) -> Bool { a.length == b.length }

  private static let verbs = ["回覆", "回復", "答覆", "答復", "函覆", "函復"]
  private static let units: [(String, Limit.Unit)] = [
    ("個工作日", .workingDays), ("個工作天", .workingDays), ("工作日", .workingDays), ("工作天", .workingDays), ("個小時", .hours),
    ("小時", .hours),
    ("個日曆天", .days), ("日曆天", .days), ("日", .days), ("天", .days),
  ]
  /// With these words the limit is that of other cases or another channel.
  private static let otherCases = [
    "特殊", "急", "延長", "展延", "延期", "初步", "先行", "電話", "臉書", "留言", "當場", "立即", "媒體", "檢舉", "複雜", "查證", "會勘", "重大", "逾",
    "原則",
  ]

  private static func limits(in paragraph: IndexedParagraph) -> [Limit] {
    let dense = paragraph.words
    guard dense.has("陳情"), dense.count < 7_000 else { return [] }
    return dense.sentences.flatMap { sentence -> [Limit] in
      let starts = sentence.filter { dense.has("陳情", at: $0) }
      guard !starts.isEmpty, !sentence.contains(where: { index in otherCases.contains { dense.has($0, at: index) } })
      else { return [] }
      let found = sentence.compactMap { limit(in: dense, at: $0, sentence) }
      // Of two limits in one sentence the other may be that of applications.
      guard let first = found.first, found.allSatisfy({ isSame($0, first) }) else {
        return found.filter { limit in isAboutPetitions(limit, dense, sentence) }
      }
      return found
    }
  }

  /// Whether 陳情 stands in the clause of the limit.
  private static func isAboutPetitions(_ limit: Limit, _ dense: DenseText, _ sentence: Range<Int>) -> Bool {
    var start = sentence.lowerBound
    for index in sentence where dense.scalars[index] == "," || index == sentence.upperBound - 1 {
      let clause = start..<(index + 1)
      let range = dense.range(of: clause)
      if range.overlaps(limit.range) { return clause.contains { dense.has("陳情", at: $0) } }
      start = index + 1
    }
    return false
  }

  /// 6個工作日內回覆: a limit whose verb follows at once.
  private static func limit(in dense: DenseText, at start: Int, _ sentence: Range<Int>) -> Limit? {
    if start > 0,
      Numeral.digit(dense.scalars[start - 1]) != nil || Numeral.chineseDigit(dense.scalars[start - 1]) != nil
    {
      return nil
    }
    guard let (count, end) = dense.number(at: start), count > 0,
      let unit = units.first(where: { dense.has($0.0, at: end) })
    else { return nil }
    var index = end + unit.0.unicodeScalars.count
    guard let within = ["以內", "之內", "內"].first(where: { dense.has($0, at: index) }) else { return nil }
    index += within.unicodeScalars.count
    let close = index
    for word in [",", "予以", "具體", "書面", "妥適"] where dense.has(word, at: index) { index += word.unicodeScalars.count }
    guard verbs.contains(where: { dense.has($0, at: index) }) else { return nil }
    return Limit(
      length: Limit.Length(count: count, unit: unit.1), range: dense.range(of: start..<close),
      words: dense.part(start..<close).excerpt)
  }
}

import PlanModel
import PlanText

/// PT211: the checklist asks for figures, subjects or means that no measure has.
enum GuidanceUnanswered: Rule {
  static let description = RuleDescription(
    code: "PT211", name: "guidance-unanswered", severity: .note,
    summary: LocalizedText(zh: "作法沒有回應檢核表的說明", en: "Measures do not answer what the checklist asks for"),
    explanation: LocalizedText(
      zh: """
        檢核表的辦理事項與說明（◎）會指定要寫什麼：「應提供具體數據」「提供…比率」、「應包含」「應提出」的各個項目、「應以…結果呈現」，以及「除…外」的其他方式。\
        該重點與同一項目的作法若都沒有帶單位的數字、沒有提到指定的事項，或只有被除外的方式，審查時難以給分。檢核表只是舉例（例如、如…等）或容許（得、可）的不在此限。
        """,
      en: """
        The checkpoints and guidance (◎) of a checklist say what a measure should hold: figures (應提供具體數據, 提供…比率), each subject behind 應包含 or 應提出, results \
        (應以…結果呈現), means other than some (除…外). Reported is a focus for which no measure of its item has a figure with a unit, or one of the subjects, or which \
        has only the excluded means. What the checklist gives as an example (例如, 如…等) or allows (得, 可) is not required.
        """),
    failing: RuleExample(
      """
      ### 服務量能（200分）

      #### 內部作業簡化

      ##### ↓簡化內部作業，並聚焦核心業務，創新精進服務

      1. 合併重複的登記簿，簡化審核層級。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ### 服務評價（200分）

      #### 服務滿意情形

      ##### ↓定期進行滿意度調查

      1. 每季調查民眾對洽公環境、服務禮儀、服務專業及服務措施的滿意度，並調查內部同仁滿意度，提出調查設計、抽樣設計及調查結果。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ##### ↓運用其他機制瞭解民眾對服務的評價

      1. 於櫃檯放置滿意度調查問卷。
         - 完成期限：持續辦理
         - 承辦單位：秘書室
      """),
    passing: RuleExample(
      """
      ### 服務量能（200分）

      #### 內部作業簡化

      ##### 簡化內部作業，並聚焦核心業務，創新精進服務

      1. 合併重複的登記簿，簡化審核層級，每件節省約15分鐘。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ### 服務評價（200分）

      #### 服務滿意情形

      ##### 定期進行滿意度調查

      1. 每季調查民眾對洽公環境、服務禮儀與專業、服務措施的滿意度，並調查內部同仁的滿意度。
         - 完成期限：持續辦理
         - 承辦單位：秘書室
      2. 提出調查及抽樣設計、調查結果與趨勢分析，據以檢討並改善。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ##### 運用其他機制瞭解民眾對服務的評價

      1. 於櫃檯放置滿意度調查問卷。
         - 完成期限：持續辦理
         - 承辦單位：秘書室
      2. 每月召開里民座談會。
         - 完成期限：持續辦理
         - 承辦單位：秘書室
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的「內部作業簡化」十項作法沒有任何數字，「服務行為的友善性」沒有電話禮貌測試，「運用其他機制」兩項都是滿意度調查。",
      en:
        "In a 107 police plan none of ten measures of 內部作業簡化 has a figure, 服務行為的友善性 has no 電話禮貌測試, and both measures for other means are surveys."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let checklist = plan.checklist else { return }
    let likely = plan.likelyEntries
    // The measures of a focus, and those of its whole item.
    var measures: [Int: [Int]] = [:]
    var headings: [Int: PlanText] = [:]
    for (index, entry) in plan.measures.enumerated() where !entry.measure.text.string.saysNothing {
      guard let place = likely[entry.group] else { continue }
      for above in checklist.path(to: place) { measures[above, default: []].append(index) }
    }
    for (index, entry) in likely.enumerated() {
      if let entry, headings[entry] == nil { headings[entry] = plan.groups[index].group.heading }
    }
    let allDemands = ChecklistDemands.of(checklist)
    let texts = plan.denseMeasures.map { MeasureWords($0, lookingFor: allDemands.words) }
    for (focus, own) in measures.sorted(by: { $0.key < $1.key }) {
      let entry = checklist.entries[focus]
      guard entry.isFocus, !entry.needsNoPart, let heading = headings[focus] else { continue }
      let wide = entry.parent.flatMap { checklist.entries[$0].node.level == .item ? measures[$0] : nil } ?? own
      guard let demands = allDemands.byFocus[focus] else { continue }
      if let sentence = demands.figures, !wide.contains(where: { texts[$0].hasFigure }) {
        report(
          heading, sentence: sentence,
          LocalizedText(zh: "作法都沒有帶單位的數字", en: "no measure has a figure with its unit"), &findings)
      }
      let missing = demands.subjects.filter { subject in !wide.contains { texts[$0].mentions(subject) } }
      if let first = missing.first {
        let elsewhere = missing.contains { subject in texts.contains { $0.mentions(subject) } }
        let names = missing.map(\.name).quoted
        report(
          heading, sentence: first.sentence,
          LocalizedText(
            zh: "作法都沒有提到\(names(.zhHant))" + (elsewhere ? "（其他項目的作法有提到）" : ""),
            en: "no measure mentions \(names(.en))" + (elsewhere ? " (measures of other items do)" : "")),
          &findings)
      }
      if let (sentence, means) = demands.excluded, own.allSatisfy({ texts[$0].uses(means) }) {
        report(
          heading, sentence: sentence,
          LocalizedText(zh: "作法卻都是「\(means)」", en: "all measures are “\(means)”"), &findings)
      }
    }
  }

  private static func report(
    _ heading: PlanText, sentence: String, _ what: LocalizedText, _ findings: inout FindingList
  ) {
    let name = ChecklistName.part(of: heading)
    findings.add(
      at: name.firstLineRange,
      LocalizedText(
        zh: "「\(name.excerpt)」的\(what(.zhHant))；檢核表：「\(sentence.excerpt(40))」。",
        en: "Under “\(name.excerpt)” \(what(.en)); the checklist says “\(sentence.excerpt(40))”."),
      explanation: LocalizedText(zh: "檢核表原文：\(sentence)", en: "The checklist says: \(sentence)"))
  }
}

/// What all focuses of a checklist ask for.
private struct ChecklistDemands: Sendable {
  /// By the entry of the focus.
  let byFocus: [Int: FocusDemands]
  /// The words that tell what is asked for, each with its number.
  let words: WordTable<Int>

  /// The demands of a checklist, which are the same for all plans.
  static func of(_ checklist: Checklist) -> ChecklistDemands { checklist.memory.value { ChecklistDemands(checklist) } }

  private init(_ checklist: Checklist) {
    var byFocus: [Int: FocusDemands] = [:]
    var numbers = WordNumbers()
    for (index, entry) in checklist.entries.enumerated() where entry.isFocus {
      byFocus[index] = FocusDemands(entry, &numbers)
    }
    self.byFocus = byFocus
    words = WordTable(numbers.words.enumerated().map { .init(word: Array($1.unicodeScalars), value: $0) })
  }
}

/// Gives each word that is looked for a number.
private struct WordNumbers {
  private(set) var words: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of word: String) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = words.count
    words.append(word)
    return words.count - 1
  }
}

/// What a focus asks for, read from the words of the checklist.
private struct FocusDemands: Sendable {
  /// A thing that is to be mentioned: 抽樣設計.
  struct Subject: Sendable {
    let name: String
    /// The sentence that asks for it.
    let sentence: String
    /// The numbers of the words that tell it, two characters each, every one with those that mean the same: 抽樣 and
    /// 設計.
    let words: [[Int]]
    /// Whether one of the words is enough: 檢討改善 is told by either.
    let needsAll: Bool
  }

  /// The sentence that asks for figures.
  private(set) var figures: String?
  /// The things that are asked for, in order.
  private(set) var subjects: [Subject] = []
  /// 除滿意度調查外: the sentence, and the means that do not count.
  private(set) var excluded: (sentence: String, means: String)?

  private static let sentenceEnds: ScalarSet = "。；\n"
  private static let askingCharacters: ScalarSet = "應除據比"
  private static let figureWords = ["數據", "比率", "比例", "百分比"]
  private static let lists = ["應包含", "應包括", "應含", "應提出", "應提供", "應涵蓋"]

  init(_ entry: Checklist.Entry, _ numbers: inout WordNumbers) {
    for text in entry.node.checkpoints.map(\.text) + entry.node.guidance.map(\.text) {
      for sentence in text.string.unicodeScalars.split(whereSeparator: Self.sentenceEnds.contains) {
        read(String(sentence), &numbers)
      }
    }
    // 除上述3項外，可自行提供…: nothing is required.
    if entry.invitesMore {
      figures = nil
      subjects = []
    }
  }

  private mutating func read(_ written: String, _ numbers: inout WordNumbers) {
    // Nothing is asked for without one of these characters of the words below; a checklist is read at the start of
    // every run.
    guard written.unicodeScalars.contains(where: Self.askingCharacters.contains) else { return }
    let sentence = Self.withoutExamples(written)
    if figures == nil, Self.asksForFigures(sentence) { figures = written }
    for word in Self.lists {
      guard let place = sentence.place(of: word) else { continue }
      let clause = sentence[place.upperBound...].prefix { !"，,：:".contains($0) }
      subjects += Self.subjects(of: String(clause), sentence: written, &numbers)
    }
    // 應以電話禮貌測試結果呈現績效
    if let start = sentence.place(of: "應以")?.upperBound, let end = sentence[start...].place(of: "呈現") {
      let thing = String(sentence[start..<end.lowerBound])
      if ["結果", "測試", "調查"].contains(where: thing.hasSuffix),
        let subject = Self.subject(thing, sentence: written, &numbers)
      {
        subjects.append(subject)
      }
    }
    if sentence.hasPrefix("除"), let end = sentence.place(of: "外")?.lowerBound {
      let means = String(sentence[..<end].dropFirst())
      let isNamed = !["前述", "上述", "應", "上開", "前項", "本", "該"].contains(where: means.hasPrefix)
      if isNamed, (3...10).contains(means.count), sentence[end...].contains("其他") { excluded = (written, means) }
    }
  }

  /// Whether a sentence wants figures: 應說明…並提供具體數據, 提供…比率. What 得 or 可 allows is not wanted.
  private static func asksForFigures(_ sentence: String) -> Bool {
    guard figureWords.contains(where: { sentence.has($0) }), !sentence.has("得以"), !sentence.has("可")
    else {
      return false
    }
    let words = figureWords.compactMap { word in sentence.place(of: word).map { sentence[..<$0.lowerBound] } }
    return words.contains { before in
      ["應", "須", "提供", "提出"].contains { before.contains($0) }
        // 申辦業務標準作業流程訂定比率: the whole checkpoint is the figure.
        || !before.isEmpty && figureWords.contains { before.count + $0.count == sentence.count }
    }
  }

  /// The sentence without what stands in brackets, and without examples: …數據，如減省的人力、物力或時間等.
  private static func withoutExamples(_ sentence: String) -> String {
    var depth = 0
    var kept = ""
    for scalar in sentence.unicodeScalars {
      if scalar == "(" || scalar == "（" { depth += 1 }
      if depth == 0, !scalar.isWhiteSpace { kept.unicodeScalars.append(scalar) }
      if scalar == ")" || scalar == "）" { depth = max(0, depth - 1) }
    }
    for word in ["，如", "，例如", "例如", "、如"] {
      if let example = kept.place(of: word) { kept = String(kept[..<example.lowerBound]) }
    }
    return kept
  }

  /// 調查設計、抽樣設計、調查結果、趨勢分析及檢討改善情形: a list that ends in 等 is one of examples.
  private static func subjects(of list: String, sentence: String, _ numbers: inout WordNumbers) -> [Subject] {
    if list.hasSuffix("等") || list.contains("數據") { return [] }
    var parts: [Substring] = []
    for part in list.split(separator: "、") {
      if let and = ["以及", "及", "與", "和"].lazy.compactMap({ part.place(of: $0) }).first {
        parts += [part[..<and.lowerBound], part[and.upperBound...]]
      } else {
        parts.append(part)
      }
    }
    return parts.compactMap { subject(String($0), sentence: sentence, &numbers) }
  }

  /// Words that mean the same here.
  private static let synonyms = [["禮儀", "禮貌"], ["結果", "成果"], ["同仁", "員工"]]
  /// Words that tell too little without 服務 before them.
  private static let generalWords: Set<String> = ["措施", "方式", "內容", "項目"]

  /// The thing with the words that tell it: 檢討 and 改善 of 檢討改善情形. Words that say too little (執行情形) are
  /// nothing to look for.
  private static func subject(_ name: String, sentence: String, _ numbers: inout WordNumbers) -> Subject? {
    var core = name
    let isCondition = name.hasSuffix("情形")
    for ending in ["情形", "績效", "方式", "性"] where core.hasSuffix(ending) { core.removeLast(ending.count) }
    for ending in ["測試結果", "滿意度調查"] where core.hasSuffix(ending) { core.removeLast(2) }
    guard core.count >= 4 else { return nil }
    if core.hasPrefix("服務"), !generalWords.contains(String(core.dropFirst(2))) { core.removeFirst(2) }
    var words: [[Int]] = []
    var rest = core[...]
    while rest.count >= 2 {
      let word = String(rest.prefix(2))
      let same = synonyms.first { $0.contains(word) } ?? [word]
      words.append(same.map { numbers.number(of: $0) })
      rest = rest.dropFirst(2)
    }
    return Subject(name: name, sentence: sentence, words: words, needsAll: !isCondition)
  }
}

/// The words of a measure, as far as demands are looked for in them.
private struct MeasureWords {
  private let dense: DenseText
  /// The numbers of the words that were looked for and stand in it.
  private let words: Set<Int>

  private var scalars: [Unicode.Scalar] { dense.scalars }

  init(_ dense: DenseText, lookingFor table: WordTable<Int>) {
    self.dense = dense
    var words: Set<Int> = []
    for index in dense.scalars.indices {
      for entry in table.entries(at: index, in: dense) { words.insert(entry.value) }
    }
    self.words = words
  }

  private static let units: ScalarSet = "%件次場人日天分小秒元張項處臺台個名份篇頁倍支輛站戶坪公噸度週種類家班堂組區點條萬千百成位枚題"
  /// What is counted in Chinese numerals: 二場, 三件; behind other units they are names (三聯單).
  private static let fewUnits: ScalarSet = "場次件成倍"

  /// Whether there is a figure with its unit: 90%, 15題, 3場. Dates, numbers of items and telephone names (107年4月,
  /// 1., 110報案) are none.
  var hasFigure: Bool {
    var index = 0
    while index < scalars.count {
      guard Numeral.digit(scalars[index]) != nil else {
        // 百分之九十
        if scalars[index] == "百", scalars[index...].starts(with: "百分之".unicodeScalars) { return true }
        if let next = scalars[index...].dropFirst().first, Self.fewUnits.contains(next),
          (Numeral.chineseDigit(scalars[index]) ?? 0) > 1
        {
          return true
        }
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, Numeral.digit(scalars[index]) != nil || ".,".unicodeScalars.contains(scalars[index])
      {
        index += 1
      }
      let isDate = start > 0 && "月年".unicodeScalars.contains(scalars[start - 1])
      if index < scalars.count, Self.units.contains(scalars[index]), !isDate { return true }
    }
    return false
  }

  /// Whether a thing is mentioned, in whatever order.
  func mentions(_ subject: FocusDemands.Subject) -> Bool {
    let isTold: ([Int]) -> Bool = { $0.contains(where: words.contains) }
    return subject.needsAll ? subject.words.allSatisfy(isTold) : subject.words.contains(where: isTold)
  }

  /// Whether a measure works by some means: 滿意度調查 is 調查…滿意度 as well, and every 問卷 or 意見調查.
  func uses(_ means: String) -> Bool {
    if dense.has(means) { return true }
    guard means.hasSuffix("調查") else { return false }
    return ["問卷", "意見調查"].contains(where: dense.has)
      || (dense.has("調查") && dense.has(String(means.dropLast(2))))
  }
}

import PlanModel
import PlanText

/// What all focuses of a checklist ask for.
struct ChecklistDemands: Sendable {
  /// By the entry of the focus.
  let byFocus: [Int: FocusDemands]
  /// The words that tell what is asked for, by their numbers.
  let words: [[Unicode.Scalar]]

  /// The demands of a checklist, which are the same for all plans.
  static func of(_ checklist: Checklist) -> ChecklistDemands { checklist.memory.value { ChecklistDemands(checklist) } }

  private init(_ checklist: Checklist) {
    var byFocus: [Int: FocusDemands] = [:]
    var numbers = WordNumbers()
    for (index, entry) in checklist.entries.enumerated() where entry.isFocus {
      byFocus[index] = FocusDemands(entry, &numbers)
    }
    self.byFocus = byFocus
    words = numbers.words.map { Array($0.unicodeScalars) }
  }
}

/// Gives each word that is looked for a number.
struct WordNumbers {
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
struct FocusDemands: Sendable {
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
    /// Whether it is a result that shows the whole checkpoint to be met, and not one of several parts: 應以電話禮貌測試結果呈現.
    var isResult = false
  }

  /// The sentence that asks for figures.
  private(set) var figures: String?
  /// The things that are asked for, in order.
  private(set) var subjects: [Subject] = []
  /// 除滿意度調查外: the sentence, and the means that do not count.
  private(set) var excluded: (sentence: String, means: String)?

  private static let sentenceEnds: ScalarSet = "。；\n"
  private static let clauseEnds: ScalarSet = "，,：:"
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
      let clause = sentence[place.upperBound...].unicodeScalars.prefix { !Self.clauseEnds.contains($0) }
      subjects += Self.subjects(of: String(clause), sentence: written, &numbers)
    }
    // 應以電話禮貌測試結果呈現績效
    if let start = sentence.place(of: "應以")?.upperBound, let end = sentence[start...].place(of: "呈現") {
      let thing = String(sentence[start..<end.lowerBound])
      if ["結果", "測試", "調查"].contains(where: thing.ends(with:)),
        var subject = Self.subject(thing, sentence: written, &numbers)
      {
        subject.isResult = true
        subjects.append(subject)
      }
    }
    if sentence.begins(with: "除"), let end = sentence.place(of: "外")?.lowerBound {
      let means = String(sentence[..<end].dropFirst())
      let isNamed = !["前述", "上述", "應", "上開", "前項", "本", "該"].contains(where: means.begins(with:))
      if isNamed, (3...10).contains(means.scalarCount), sentence[end...].place(of: "其他") != nil {
        excluded = (written, means)
      }
    }
  }

  /// Whether a sentence wants figures: 應說明…並提供具體數據, 提供…比率. What 得 or 可 allows is not wanted.
  private static func asksForFigures(_ sentence: String) -> Bool {
    guard figureWords.contains(where: { sentence.has($0) }), !sentence.has("得以"), !sentence.has("可")
    else {
      return false
    }
    let words = figureWords.compactMap { word in sentence.place(of: word).map { sentence[..<$0.lowerBound] } }
    // 申辦業務標準作業流程訂定比率 alone is what a year ends with, and no plan has it yet.
    return words.contains { before in ["應", "須", "提供", "提出"].contains { before.place(of: $0) != nil } }
  }

  /// The sentence without what stands in brackets, and without examples: …數據，如減省的人力、物力或時間等.
  private static func withoutExamples(_ sentence: String) -> String {
    var depth = 0
    var scalars: [Unicode.Scalar] = []
    for scalar in sentence.unicodeScalars {
      if scalar == "(" || scalar == "（" { depth += 1 }
      if depth == 0, !scalar.isWhiteSpace { scalars.append(scalar) }
      if scalar == ")" || scalar == "）" { depth = max(0, depth - 1) }
    }
    var kept = String(scalars: scalars)
    for word in ["，如", "，例如", "例如", "、如"] {
      if let example = kept.place(of: word) { kept = String(kept[..<example.lowerBound]) }
    }
    return kept
  }

  /// 調查設計、抽樣設計、調查結果、趨勢分析及檢討改善情形: a list that ends in 等 is one of examples.
  private static func subjects(of list: String, sentence: String, _ numbers: inout WordNumbers) -> [Subject] {
    if list.ends(with: "等") || list.has("數據") { return [] }
    var parts: [Substring] = []
    for part in list.unicodeScalars.split(separator: "、").map({ Substring($0) }) {
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
  private static let generalWords = ["措施", "方式", "內容", "項目"]

  /// The thing with the words that tell it: 檢討 and 改善 of 檢討改善情形. Words that say too little (執行情形) are
  /// nothing to look for.
  private static func subject(_ name: String, sentence: String, _ numbers: inout WordNumbers) -> Subject? {
    var core = name
    let isCondition = name.ends(with: "情形")
    for ending in ["情形", "績效", "方式", "性"] where core.ends(with: ending) {
      core.unicodeScalars.removeLast(ending.scalarCount)
    }
    for ending in ["測試結果", "滿意度調查"] where core.ends(with: ending) { core.unicodeScalars.removeLast(2) }
    guard core.scalarCount >= 4 else { return nil }
    if core.begins(with: "服務"), !generalWords.contains(String(core.unicodeScalars.dropFirst(2))) {
      core.unicodeScalars.removeFirst(2)
    }
    var words: [[Int]] = []
    var rest = core.unicodeScalars[...]
    while rest.count >= 2 {
      let word = String(rest.prefix(2))
      let same = synonyms.first { $0.contains(word) } ?? [word]
      words.append(same.map { numbers.number(of: $0) })
      rest = rest.dropFirst(2)
    }
    return Subject(name: name, sentence: sentence, words: words, needsAll: !isCondition)
  }
}

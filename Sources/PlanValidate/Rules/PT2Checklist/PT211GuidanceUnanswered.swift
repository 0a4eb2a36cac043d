import PlanAudit
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
        The checkpoints and guidance (◎) of a checklist say what measures should contain: figures (應提供具體數據, 提供…比率), each subject after 應包含 or 應提出, results \
        (應以…結果呈現), means other than those excluded (除…外). A focus is reported if no measure of its item has a figure with a unit, or if a subject is missing, or if it \
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

  static let needsChecklist = true

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
    // Asked only where something is missing that a checkpoint asks for: it may be there by another name.
    func isAnswered(_ sentence: String, at focus: Int) -> Bool {
      checklist.entries[focus].node.checkpoints.contains { $0.text.string.has(sentence) }
        && plan.isAnswered(at: focus) { $0.text.string.has(sentence) }
    }
    let texts = MeasureWords(plan, lookingFor: allDemands.words)
    for (focus, own) in measures.sorted(by: { $0.key < $1.key }) {
      let entry = checklist.entries[focus]
      guard entry.isFocus, !entry.needsNoPart, let heading = headings[focus] else { continue }
      let wide = entry.parent.flatMap { checklist.entries[$0].node.level == .item ? measures[$0] : nil } ?? own
      guard let demands = allDemands.byFocus[focus] else { continue }
      if let sentence = demands.figures, !wide.contains(where: texts.hasFigure), !isAnswered(sentence, at: focus) {
        report(
          heading, sentence: sentence, around: "數據",
          LocalizedText(zh: "作法都沒有帶單位的數字", en: "no measure has a figure with its unit"), &findings)
      }
      let missing = demands.subjects.filter { subject in
        !wide.contains { texts.mention(subject, in: $0) }
          && !(subject.isResult && isAnswered(subject.sentence, at: focus))
      }
      if let first = missing.first {
        let elsewhere = missing.filter { subject in
          plan.measures.indices.contains { texts.mention(subject, in: $0) }
        }
        let names = missing.map(\.name).quoted
        report(
          heading, sentence: first.sentence, around: first.name,
          besides: missing.dropFirst().filter { $0.sentence != first.sentence }.map { ($0.sentence, $0.name) },
          LocalizedText(
            zh: "作法都沒有提到\(names(.zhHant))" + remark(on: elsewhere.map(\.name), of: missing.count, .zhHant),
            en: "no measure mentions \(names(.en))" + remark(on: elsewhere.map(\.name), of: missing.count, .en)),
          &findings)
      }
      if let (sentence, means) = demands.excluded, own.allSatisfy({ texts.use(means, in: $0) }),
        !isAnswered(sentence, at: focus)
      {
        report(
          heading, sentence: sentence, around: means,
          LocalizedText(zh: "作法卻都是「\(means)」", en: "all measures are “\(means)”"), &findings)
      }
    }
  }

  /// Which of the subjects that are missing other items have, in brackets.
  private static func remark(on elsewhere: [String], of count: Int, _ language: Language) -> String {
    guard !elsewhere.isEmpty else { return "" }
    let names = elsewhere.count < count ? elsewhere.quoted : LocalizedText(zh: "", en: "")
    return LocalizedText(
      zh: "（\(names.zhHant)其他項目的作法有提到）",
      en: " (measures of other items do\(names.en.isEmpty ? "" : " mention \(names.en)"))")(language)
  }

  /// The sentence from the clause on that asks for something, where it is long.
  private static func clause(of sentence: String, around word: String) -> String {
    guard sentence.scalarCount > 40, let place = sentence.place(of: word),
      let start = sentence[..<place.lowerBound].lastIndex(of: "，")
    else { return sentence }
    return "…" + sentence[sentence.index(after: start)...]
  }

  private static func report(
    _ heading: PlanText, sentence: String, around word: String, besides others: [(sentence: String, word: String)] = [],
    _ what: LocalizedText, _ findings: inout FindingList
  ) {
    let name = ChecklistName.part(of: heading)
    var sentences: [String] = []
    var clauses: [String] = []
    for (sentence, word) in [(sentence, word)] + others where !sentences.contains(sentence) {
      sentences.append(sentence)
      clauses.append(clause(of: sentence, around: word).excerpt(48))
    }
    let asked = clauses.quoted
    findings.add(
      at: name.firstLineRange,
      LocalizedText(
        zh: "「\(name.excerpt)」的\(what(.zhHant))；檢核表：\(asked.zhHant)。",
        en: "Under “\(name.excerpt)” \(what(.en)); the checklist says \(asked.en)."),
      explanation: LocalizedText(
        zh: "檢核表原文：\(sentences.joined(separator: "／"))",
        en: "The checklist says: \(sentences.joined(separator: " / "))"))
  }
}

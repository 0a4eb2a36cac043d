import PlanModel

/// PT210: a measure says what the checklist asks for and not what the agency does.
enum ChecklistRestated: Rule {
  static let description = RuleDescription(
    code: "PT210", name: "checklist-restated", severity: .warning,
    summary: LocalizedText(zh: "作法只是照抄檢核表的文字", en: "A measure only restates the checklist"),
    explanation: LocalizedText(
      zh: """
        辦理事項說的是要求，作法要說本機關怎麼做到：哪些業務、用什麼方式、做多少、何時完成。與檢核表（含前一版檢核表的同一重點）的文字幾乎相同、沒有寫出\
        自己內容的作法，審查時等於沒有作答。同一重點還有其他作法時只是提示；唯一的作法就是照抄時是警告。
        """,
      en: """
        A checkpoint says what is asked; a measure should say how this agency does it: for which services, by what means, how much and \
        by when. A measure in nearly the words of the checklist (or of the same focus in its predecessor) answers nothing. With other \
        measures beside it under the focus it is a note, alone it is a warning.
        """),
    failing: RuleExample(
      """
      ### 服務遞送（300分）

      #### 服務可近性

      ##### 專人全程服務

      1. ↓改變由民眾四處奔波洽辦業務的服務模式，由本機關內部進行協調整合，提供專人全程服務。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ##### 主動服務

      1. ↓針對特殊或弱勢族群、偏遠或交通不便地區民眾，提供到府、到點服務。
         - 完成期限：持續辦理
         - 承辦單位：秘書室
      2. 每月第一週到山地里定點受理，全年12場。
         - 完成期限：107年每月
         - 承辦單位：秘書室
      """),
    passing: RuleExample(
      """
      ### 服務遞送（300分）

      #### 服務可近性

      ##### 專人全程服務

      1. 提供專人全程服務。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ##### 主動服務

      1. 針對特殊或弱勢族群、偏遠或交通不便地區民眾，以2輛行動服務車每月到五個山地里受理申請，提供到府、到點服務，全年60場。
         - 完成期限：107年每月
         - 承辦單位：秘書室
      """),
    evidence: LocalizedText(
      zh: "109 年區公所計畫有五個項目的作法就是前一版檢核表的文字，其中三個沒有其他作法；107 年兩份警察計畫也各有三項。",
      en:
        "Five measures of the 109 district plan are the words of the checklist before it, three of them the only ones of their focus; either 107 police plan has three."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let checklist = plan.checklist else { return }
    let wordings = OfficialWordings(checklist, catalog: plan.catalog)
    let likely = plan.likelyEntries(in: checklist)
    var ofFocus: [Int: [Int]] = [:]
    for (index, entry) in plan.measures.enumerated() where !entry.measure.text.string.saysNothing {
      if let focus = likely[entry.group] { ofFocus[focus, default: []].append(index) }
    }
    for (focus, measures) in ofFocus.sorted(by: { $0.key < $1.key }) {
      let restated = measures.compactMap { index in
        wordings.restated(by: plan.measures[index].measure.text.string, at: focus).map { (index, $0) }
      }
      for (index, official) in restated {
        report(
          plan.measures[index].measure.text, official: official, isAll: restated.count == measures.count, &findings)
      }
    }
  }

  private static func report(_ text: PlanText, official: String, isAll: Bool, _ findings: inout FindingList) {
    findings.add(
      at: text.firstLineRange,
      LocalizedText(
        zh: "作法「\(text.excerpt)」與檢核表的文字幾乎相同，沒有寫出本機關怎麼做；請補上具體的作法。",
        en: "The measure “\(text.excerpt)” has nearly the words of the checklist; say how this agency does it."),
      severity: isAll ? nil : .note,
      explanation: LocalizedText(zh: "檢核表原文：\(official)", en: "The checklist says: \(official)"))
  }
}

/// What the checklist, and the one before it, say at each focus.
private struct OfficialWordings {
  private let words: [Int: [(text: String, pairs: Set<[Unicode.Scalar]>)]]

  /// Shorter texts share their words with the checklist by necessity.
  private static let shortest = 14
  /// The share of a measure's pairs of neighbouring characters that are the checklist's, and the share of the checklist's that are in the measure.
  private static let ownShare = 0.8
  private static let officialShare = 0.6

  init(_ checklist: Checklist, catalog: ChecklistCatalog) {
    let earlier = catalog.checklists.filter { ($0.year ?? 0) < (checklist.year ?? 0) }.max {
      ($0.year ?? 0) < ($1.year ?? 0)
    }
    words = Dictionary(
      uniqueKeysWithValues: checklist.entries.indices.filter { checklist.entries[$0].isFocus }.map { index in
        let entry = checklist.entries[index]
        let names = [entry.name] + (entry.node.aliases + entry.node.formerNames).map(\.string)
        let before = earlier.map { earlier in
          Set(names.compactMap { earlier.anyEntry(named: $0) }).sorted().map { earlier.entries[$0].node }
        }
        let texts = ([entry.node] + (before ?? [])).flatMap { node in
          node.checkpoints.map(\.text.string) + node.guidance.map(\.text.string)
        }
        return (index, texts.map { ($0, Self.pairs($0)) })
      })
  }

  /// The official text that a measure at a focus repeats.
  func restated(by text: String, at focus: Int) -> String? {
    let own = Self.pairs(text)
    guard own.count >= Self.shortest else { return nil }
    return words[focus]?.first { official in
      let common = Double(official.pairs.intersection(own).count)
      return common >= Self.ownShare * Double(own.count) && common >= Self.officialShare * Double(official.pairs.count)
    }?.text
  }

  /// Neighbouring characters; digits count, for a measure with a figure of its own says something.
  private static func pairs(_ text: String) -> Set<[Unicode.Scalar]> {
    let scalars = text.unicodeScalars.filter {
      $0.isCommonHan || $0.properties.isAlphabetic || Numeral.digit($0) != nil
    }
    return Set(zip(scalars, scalars.dropFirst()).map { [$0, $1] })
  }
}

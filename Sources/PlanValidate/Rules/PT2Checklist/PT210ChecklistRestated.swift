import PlanFormats
import PlanModel
import PlanText

/// PT210: a measure says what the checklist asks for and not what the agency does.
enum ChecklistRestated: Rule {
  static let description = RuleDescription(
    code: "PT210", name: "checklist-restated", severity: .warning,
    summary: LocalizedText(zh: "作法只是照抄檢核表的文字", en: "A measure only restates the checklist"),
    explanation: LocalizedText(
      zh: """
        辦理事項說的是要求，作法要說本機關怎麼做到：哪些業務、用什麼方式、做多少、何時完成。與檢核表（含前一版檢核表的同一重點）的文字幾乎相同（也包括把\
        兩個辦理事項連成一句，或只在重點名稱前後加幾個字）、沒有寫出自己內容的作法，審查時等於沒有作答。作法之下的一項，或措施調查表的措施內容照抄時，也一併提出。\
        同一重點還有其他作法時列為提示；唯一的作法就是照抄時是警告。
        """,
      en: """
        A checkpoint says what is asked; a measure should say how this agency does it: for which services, by what means, how much and \
        by when. A measure in nearly the words of the checklist (or of the same focus in its predecessor), of two of its checkpoints joined, or of the long name of \
        the focus answers nothing; nor does an item below a measure, or a paragraph of the survey, that says no more. With other \
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
    let wordings = OfficialWordings.of(checklist, in: plan.catalog)
    let likely = plan.likelyEntries
    var ofFocus: [Int: [Int]] = [:]
    for (index, entry) in plan.measures.enumerated() where !entry.measure.text.string.saysNothing {
      if let focus = likely[entry.group] { ofFocus[focus, default: []].append(index) }
    }
    checkSurveys(plan, checklist, wordings, &findings)
    for (focus, measures) in ofFocus.sorted(by: { $0.key < $1.key }) {
      for index in measures { checkItems(of: plan.measures[index].measure.text, at: focus, wordings, &findings) }
      let restated = measures.compactMap { index in
        wordings.restated(by: plan.measures[index].measure.text.string, at: focus).map { (index, $0) }
      }
      for (index, official) in restated {
        report(
          plan.measures[index].measure.text, official: official, isAll: restated.count == measures.count, &findings)
      }
    }
  }

  /// The items below a measure. What only leads to further items says how in these.
  private static func checkItems(
    of text: PlanText, at focus: Int, _ wordings: OfficialWordings, _ findings: inout FindingList
  ) {
    guard !text.string.isOneLine else { return }
    for paragraph in Paragraph.prose(in: text).dropFirst() where !paragraph.leadsToList {
      guard let official = wordings.restated(by: paragraph.string, at: focus) else { continue }
      reportPart(paragraph.item.words, official: official, &findings)
    }
  }

  private static func checkSurveys(
    _ plan: PlanIndex, _ checklist: Checklist, _ wordings: OfficialWordings, _ findings: inout FindingList
  ) {
    for placed in checklist.placed(plan.surveyRows) {
      guard let item = placed.item else { continue }
      let focuses = checklist.entries.indices.filter { checklist.path(to: $0).contains(item) }
      for paragraph in Paragraph.prose(in: placed.row.text) where !paragraph.leadsToList {
        let own = OfficialWordings.pairs(paragraph.string)
        let official = focuses.lazy.compactMap { wordings.restated(by: own, at: $0, names: false) }.first
        if let official { reportPart(paragraph.item.words, official: official, &findings) }
      }
    }
  }

  private static func reportPart(_ text: PlanText, official: String, _ findings: inout FindingList) {
    findings.add(
      at: text.firstLineRange,
      LocalizedText(
        zh: "「\(text.excerpt)」與檢核表的文字幾乎相同，沒有寫出本機關怎麼做；請補上具體的作法。",
        en: "“\(text.excerpt)” has nearly the words of the checklist; say how this agency does it."),
      severity: .note,
      explanation: LocalizedText(zh: "檢核表原文：\(official)", en: "The checklist says: \(official)"))
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
private struct OfficialWordings: Sendable {
  /// An official text with its pairs of neighbouring characters.
  private struct Wording: Sendable {
    let text: String
    let pairs: ShingleSet

    init(_ text: String) {
      self.text = text
      pairs = OfficialWordings.pairs(text)
    }
  }

  private let words: [Int: [Wording]]
  /// The names of each focus.
  private let names: [Int: [Wording]]

  /// Shorter texts share their words with the checklist by necessity.
  private static let shortest = 14
  /// The share of a measure's pairs of neighbouring characters that are the checklist's, and the share of the
  /// checklist's that are in the measure.
  private static let ownShare = 0.8
  private static let officialShare = 0.6
  /// Beside the whole name of a focus a measure may have this many pairs of its own and still say nothing.
  private static let mostBesideName = 6

  /// The wordings of a checklist, which are the same for all plans.
  static func of(_ checklist: Checklist, in catalog: ChecklistCatalog) -> OfficialWordings {
    let earlier = catalog.checklists.filter { ($0.year ?? 0) < (checklist.year ?? 0) }.max {
      ($0.year ?? 0) < ($1.year ?? 0)
    }
    return checklist.memory.value(beside: earlier?.memory) { OfficialWordings(checklist, earlier: earlier) }
  }

  private init(_ checklist: Checklist, earlier: Checklist?) {
    var words: [Int: [Wording]] = [:]
    var focusNames: [Int: [Wording]] = [:]
    for index in checklist.entries.indices where checklist.entries[index].isFocus {
      let entry = checklist.entries[index]
      let names = [entry.name] + (entry.node.aliases + entry.node.formerNames).map(\.string)
      let earlierEntries =
        earlier.map { earlier in
          Set(names.compactMap { earlier.anyEntry(named: $0) }).sorted().map { earlier.entries[$0] }
        } ?? []
      let texts = ([entry.node] + earlierEntries.map(\.node)).flatMap { node in
        node.checkpoints.map(\.text.string) + node.guidance.map(\.text.string)
      }
      words[index] = texts.map(Wording.init)
      focusNames[index] = Set(names + earlierEntries.map(\.name)).sorted().map(Wording.init)
        .filter { $0.pairs.count >= Self.shortest }
    }
    self.words = words
    names = focusNames
  }

  /// The official text that a measure at a focus repeats; the name of the focus counts as one, unless a name is what
  /// stands there by right.
  func restated(by text: String, at focus: Int) -> String? { restated(by: Self.pairs(text), at: focus) }

  /// The same for the pairs of a text.
  func restated(by own: ShingleSet, at focus: Int, names isNameCounted: Bool = true) -> String? {
    guard own.count >= Self.shortest else { return nil }
    // The checkpoints and hints most of whose words are in the measure, one of them or several joined.
    let repeated = (words[focus] ?? []).map { (wording: $0, common: $0.pairs.common(with: own)) }
      .filter { Double($0.common) >= Self.officialShare * Double($0.wording.pairs.count) }
    let needed = Self.ownShare * Double(own.count)
    if let official = repeated.first(where: { Double($0.common) >= needed }) { return official.wording.text }
    if repeated.count > 1 {
      let joined = ShingleSet(repeated.flatMap(\.wording.pairs.values))
      if Double(joined.common(with: own)) >= needed {
        return repeated.map(\.wording.text).joined(separator: "／")
      }
    }
    guard isNameCounted else { return nil }
    return names[focus]?.first { $0.pairs.isSubset(of: own) && own.count - $0.pairs.count <= Self.mostBesideName }?.text
  }

  /// Neighbouring characters; digits count, for a measure with a figure of its own says something.
  static func pairs(_ text: String) -> ShingleSet {
    var pairs: [UInt64] = []
    pairs.reserveCapacity(text.utf8.count / 3)
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars
    where scalar.isCommonHan || scalar.isASCIIAlphanumeric || Numeral.digit(scalar) != nil
      || (!scalar.isASCII && scalar.properties.isAlphabetic)
    {
      if let previous { pairs.append(UInt64(previous.value) << 21 | UInt64(scalar.value)) }
      previous = scalar
    }
    return ShingleSet(pairs)
  }
}

import PlanAudit
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
        A checkpoint states a requirement; a measure should say how this agency meets it: for which services, by what means, how much and \
        by when. A measure that has nearly the same words as the checklist (or as the same focus in the previous checklist), as two of its checkpoints joined, or as the long name of \
        the focus answers nothing; the same applies to an item below a measure, or a paragraph of the survey. If there are other \
        measures under the focus, it is a note; if it is the only one, it is a warning.
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
        "Five measures of the 109 district plan repeat the previous checklist, three of them as the only measure of their focus; each of the two 107 police plans has three."
    ))

  static let needsChecklist = true

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

  private static func reportPart(
    _ text: PlanText, official: OfficialWordings.Restated, _ findings: inout FindingList
  ) {
    let form = name(of: official)
    findings.add(
      at: text.firstLineRange,
      LocalizedText(
        zh: "「\(text.excerpt)」與\(form.zhHant)的文字幾乎相同，沒有寫出本機關怎麼做；請補上具體的作法。",
        en: "“\(text.excerpt)” is nearly the same as the text of \(form.en); say how this agency does it."),
      severity: .note, explanation: words(of: official))
  }

  private static func report(
    _ text: PlanText, official: OfficialWordings.Restated, isAll: Bool, _ findings: inout FindingList
  ) {
    let form = name(of: official)
    findings.add(
      at: text.firstLineRange,
      LocalizedText(
        zh: "作法「\(text.excerpt)」與\(form.zhHant)的文字幾乎相同，沒有寫出本機關怎麼做；請補上具體的作法。",
        en: "The measure “\(text.excerpt)” is nearly the same as the text of \(form.en); say how this agency does it."),
      severity: isAll ? nil : .note, explanation: words(of: official))
  }

  private static func name(of official: OfficialWordings.Restated) -> LocalizedText {
    guard let earlier = official.earlier else { return LocalizedText(zh: "檢核表", en: "the checklist") }
    return LocalizedText(zh: "前一版檢核表（\(earlier)）", en: "the previous checklist (\(earlier))")
  }

  private static func words(of official: OfficialWordings.Restated) -> LocalizedText {
    guard let earlier = official.earlier else {
      return LocalizedText(zh: "檢核表原文：\(official.text)", en: "The checklist says: \(official.text)")
    }
    return LocalizedText(
      zh: "前一版檢核表（\(earlier)）原文：\(official.text)", en: "The previous checklist (\(earlier)) says: \(official.text)")
  }
}

import PlanModel
import PlanText

/// PT213: what stands under a name only says the name again.
enum NameRestated: Rule {
  static let description = RuleDescription(
    code: "PT213", name: "name-restated", severity: .note,
    summary: LocalizedText(zh: "措施內容或作法只是把名稱再寫一次", en: "A measure only repeats its name"),
    explanation: LocalizedText(
      zh: """
        措施內容與措施名稱一字不差，或作法只在所屬標題前後加一兩個字（標題「專人全程服務」，作法「提供專人全程服務」），讀者看不出要做什麼。請寫出做法、\
        對象、方式或數量。有數字或期限的作法、短於 6 個字的名稱不檢查；照抄檢核表辦理事項者由 PT210 提出。
        """,
      en: """
        The content of a measure repeats its name word for word, or a measure is its heading with a word or two added (提供專人全程服務 under 專人全程服務), so readers do not \
        learn what will be done. Say how, for whom, by what means or how much. Measures with a number or a deadline and names of fewer than six characters are not \
        checked; measures that repeat a checkpoint are reported by PT210.
        """),
    failing: RuleExample(
      """
      ### 服務遞送（300分）

      #### 服務可近性

      ##### 專人全程服務

      1. ↓提供專人全程服務。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 服務遞送 | 服務便捷 | 檢討並簡化申辦流程 | 一、每季檢討各項流程。<br>二、↓檢討並簡化申辦流程。 |
      """),
    passing: RuleExample(
      """
      ### 服務遞送（300分）

      #### 服務可近性

      ##### 專人全程服務

      1. 指派專人全程服務身心障礙者。
         - 完成期限：持續辦理
         - 承辦單位：秘書室
      2. 專人全程服務2件。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 服務遞送 | 服務便捷 | 檢討並簡化申辦流程 | 每季檢討並簡化申辦流程。 |
      """),
    evidence: LocalizedText(
      zh: "107 年警察計畫的措施調查表有一格，第二點就是措施名稱「檢討冗事並落實市府減章、減紙作業」。",
      en: "In the survey of a 107 police plan the second point of a cell is the name of the measure, 檢討冗事並落實市府減章、減紙作業.")
  )

  /// Shorter names are words.
  private static let shortest = 6
  /// A measure with more words of its own than this says something.
  private static let mostOwn = 3

  static let workload = RuleWorkload.comparison

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let measures = plan.measureTokens
    var tokenizer = measures.tokenizer
    var names: [Int: Tokens] = [:]
    for (index, entry) in plan.measures.enumerated() {
      let (group, measure, tokens) = (plan.groups[entry.group], entry.measure, measures[index])
      let name = names[entry.group] ?? tokenizer.tokens(of: ChecklistName.part(of: group.group.heading))
      names[entry.group] = name
      if measure.text.string.isOneLine {
        if let own = measure.name, isSame(tokenizer.tokens(of: own), tokens) {
          report(measure.text, name: own, &findings)
        } else if name.values.count >= shortest, tokens.values.count <= name.values.count + mostOwn,
          let place = tokens.place(of: name),
          !tokens.values.indices.contains(where: { !place.contains($0) && tokens.isNumber($0) })
        {
          report(measure.text, heading: group.group.heading, &findings)
        }
      }
    }
    for row in plan.surveyRows {
      let name = tokenizer.tokens(of: row.name)
      for paragraph in Paragraph.prose(in: row.text) where !paragraph.leadsToList {
        let words = paragraph.item.words
        if isSame(name, tokenizer.tokens(of: words)) { report(words, name: row.name, &findings) }
      }
    }
  }

  private static func isSame(_ name: Tokens, _ text: Tokens) -> Bool {
    name.values.count >= shortest && name.values == text.values
  }

  private static func report(_ text: PlanText, name: PlanText, _ findings: inout FindingList) {
    findings.add(
      at: text.firstLineRange,
      LocalizedText(
        zh: "措施內容「\(text.excerpt)」與措施名稱相同，請寫出做法。",
        en: "“\(text.excerpt)” only repeats the name of the measure; say what will be done."),
      notes: [.init(name.firstLineRange, LocalizedText(zh: "措施名稱", en: "The name"))])
  }

  private static func report(_ text: PlanText, heading: PlanText, _ findings: inout FindingList) {
    findings.add(
      at: text.firstLineRange,
      LocalizedText(
        zh: "作法「\(text.excerpt)」只是把標題再寫一次，請寫出做法。",
        en: "“\(text.excerpt)” only repeats its heading; say what will be done."),
      notes: [.init(heading.firstLineRange, LocalizedText(zh: "所屬標題", en: "The heading"))])
  }
}

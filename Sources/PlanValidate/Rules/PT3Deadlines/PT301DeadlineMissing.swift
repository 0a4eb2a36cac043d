import PlanText

/// PT301: a measure has no deadline although its table has a column for one.
enum DeadlineMissing: Rule {
  static let description = RuleDescription(
    code: "PT301", name: "deadline-missing", severity: .error,
    summary: LocalizedText(zh: "作法沒有完成期限", en: "A measure has no deadline"),
    explanation: LocalizedText(
      zh: """
        具體作法表有「完成期限」欄，沒有期限的作法無從列管。期限可寫在作法之下，也可寫在重點、項目或構面的標題之下，由其下各項作法共用。檢核表沒有這一欄的\
        構面（例如 107 年的開放創新）不檢查。
        """,
      en: """
        The table has a column for deadlines, and a measure without one cannot be followed up. A deadline may be in the measure, or under the heading of \
        its focus, item or dimension for all measures below. Dimensions whose layout has no such column (開放創新 of 107) are not checked.
        """),
    failing: RuleExample(
      measures: """
        1. ↓每月檢討逾期案件。
           - 承辦單位：秘書室
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 每月檢討逾期案件。
           - 承辦單位：秘書室

        ##### 專人全程服務

        1. 本項不適用。

        ### 開放創新（100分）

        #### 開放參與

        1. 邀集民眾共同參與服務設計。
        """),
    evidence: LocalizedText(
      zh: "105 年戶政事務所計畫有一格執行期間空白；兩份 107 年警察計畫的期限欄則無一空白。",
      en: "One empty period cell in the 105 household-office plan; none in the two 107 police plans."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for (index, entry) in plan.measures.enumerated()
    where entry.columns.contains(.deadline) && entry.fields.deadline == nil && !plan.sayNotApplicable([index]) {
      let field = plan.groups[entry.group].layout.name(of: .deadline)
      findings.add(
        at: entry.measure.text.firstLineRange,
        LocalizedText(
          zh: "作法「\(entry.measure.text.excerpt)」沒有\(field)，請補上「\(field)」欄位。",
          en: "The measure “\(entry.measure.text.excerpt)” has no deadline; fill in the field \(field)."))
    }
  }
}

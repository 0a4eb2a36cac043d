import PlanText

/// PT401: a measure names no unit although its table has a column for them.
enum UnitsMissing: Rule {
  static let description = RuleDescription(
    code: "PT401", name: "units-missing", severity: .error,
    summary: LocalizedText(zh: "作法沒有承辦單位", en: "A measure has no unit"),
    explanation: LocalizedText(
      zh: """
        具體作法表有「承辦單位」欄，沒有承辦單位的作法沒有人負責。承辦單位可寫在作法之下，也可寫在重點、項目或構面的標題之下，由其下各項作法共用。\
        檢核表沒有這一欄的構面（例如 107 年的開放創新）不檢查。
        """,
      en: """
        The table has a column for units, and nobody answers for a measure without one. Units may stand in the measure, \
        or under the heading of its focus, item or dimension for all measures below. Dimensions whose layout has no such \
        column (開放創新 of 107) are not checked.
        """),
    failing: RuleExample(
      measures: """
        1. ↓每月檢討逾期案件。
           - 完成期限：持續辦理
        2. 提供進度查詢。
           - 完成期限：持續辦理
           - 承辦單位：資訊室
        """),
    passing: RuleExample(
      """
      ### 基礎服務（200分）

      #### 服務一致及正確

      - 承辦單位：各分局、大隊、隊

      ##### 服務及時性

      1. 每月檢討逾期案件。
         - 完成期限：持續辦理

      ### 開放創新（100分）

      #### 開放參與

      1. 邀集民眾共同參與服務設計。
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫的承辦單位欄無一空白；開放創新構面沒有這一欄。",
      en: "No empty unit cell in the two 107 police plans, whose part on 開放創新 has no such column."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for entry in plan.measures
    where entry.columns.contains(.units) && (entry.fields.units?.units.isEmpty ?? true) {
      let field = plan.groups[entry.group].layout.name(of: .units)
      findings.add(
        at: entry.measure.text.firstLineRange,
        LocalizedText(
          zh: "作法「\(entry.measure.text.excerpt)」沒有\(field)，請補上「\(field)」欄位。",
          en: "The measure “\(entry.measure.text.excerpt)” has no unit; fill in its field \(field)."))
    }
  }
}

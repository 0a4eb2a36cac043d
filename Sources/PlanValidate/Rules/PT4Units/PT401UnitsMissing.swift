import PlanModel
import PlanText

/// PT401: a measure names no unit although its table has a column for them.
enum UnitsMissing: Rule {
  static let description = RuleDescription(
    code: "PT401", name: "units-missing", severity: .error,
    summary: LocalizedText(zh: "作法沒有承辦單位", en: "A measure has no unit"),
    explanation: LocalizedText(
      zh: """
        具體作法表有「承辦單位」欄，沒有承辦單位的作法沒有人負責。承辦單位可寫在作法之下，也可寫在重點、項目或構面的標題之下，由其下各項作法共用。\
        檢核表沒有這一欄的構面（例如 107 年的開放創新）不檢查。只填「-」「無」「待定」的格子等於沒有單位，訊息引出所填的字；待填的記號由 PT112 檢查。
        """,
      en: """
        The table has a column for units, and nobody is responsible for a measure without one. Units may be in the measure, \
        or under the heading of its focus, item or dimension for all measures below. Dimensions whose layout has no such \
        column (開放創新 of 107) are not checked. A cell with only 「-」, 無 or 待定 counts as no unit, and the finding \
        quotes it; placeholders are reported by PT112.
        """),
    failing: RuleExample(
      measures: """
        1. ↓每月檢討逾期案件。
           - 完成期限：持續辦理
        2. 提供進度查詢。
           - 完成期限：持續辦理
           - 承辦單位：資訊室
        3. 公布結果。
           - 完成期限：持續辦理
           - 承辦單位：↓無
        """),
    passing: RuleExample(
      """
      ### 基礎服務（200分）

      #### 服務一致及正確

      - 承辦單位：各分局、大隊、隊

      ##### 服務及時性

      1. 每月檢討逾期案件。
         - 完成期限：持續辦理
         - 協辦單位：無

      #### 服務友善

      ##### 其他服務作法

      1. 除上述4項外，無其他作法。
         - 承辦單位：無

      ### 開放創新（100分）

      #### 開放參與

      1. 邀集民眾共同參與服務設計。
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫的承辦單位欄無一空白；開放創新構面沒有這一欄。",
      en: "No empty unit cell in the two 107 police plans, whose part on 開放創新 has no such column."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for (index, entry) in plan.measures.enumerated()
    where entry.columns.contains(.units) && (entry.fields.units?.text.isBlank ?? true)
      && !plan.sayNotApplicable([index])
    {
      let field = plan.groups[entry.group].layout.name(of: .units)
      findings.add(
        at: entry.measure.text.firstLineRange,
        LocalizedText(
          zh: "作法「\(entry.measure.text.excerpt)」沒有\(field)，請補上「\(field)」欄位。",
          en: "The measure “\(entry.measure.text.excerpt)” has no unit; fill in the field \(field)."))
    }
    for list in plan.unitLists
    where list.field == .units && list.value.units.isEmpty && !list.value.text.isBlank
      && !plan.sayNotApplicable(list.measures)
    {
      reportFiller(list, plan, &findings)
    }
  }

  /// A cell with 「-」 or 無 is filled in, and the measures that it holds for have no unit all the same.
  private static func reportFiller(
    _ list: PlanIndex.FieldEntry<UnitList>, _ plan: PlanIndex, _ findings: inout FindingList
  ) {
    let measures = list.measures.map { plan.measures[$0] }.filter { $0.columns.contains(.units) }
    guard let first = measures.first else { return }
    let (field, text) = (plan.groups[first.group].layout.name(of: .units), list.value.text)
    findings.add(
      at: text.firstLineRange,
      measures.count == 1
        ? LocalizedText(
          zh: "作法「\(first.measure.text.excerpt)」的\(field)只寫「\(text.excerpt)」，請寫出單位。",
          en: "The unit of “\(first.measure.text.excerpt)” is only “\(text.excerpt)”; write the name of the unit.")
        : LocalizedText(
          zh: "\(field)只寫「\(text.excerpt)」，其下 \(measures.count) 項作法都沒有單位，請寫出單位。",
          en:
            "“\(text.excerpt)” is not the name of a unit, and \(measures.count) measures below have no other unit; write the unit."
        ))
  }
}

import PlanText

/// PT208: the checklist in the plan's attachment is not the official one, or not the one that the plan's own table
/// follows.
enum ChecklistCopyDiffers: Rule {
  static let description = RuleDescription(
    code: "PT208", name: "checklist-copy-differs", severity: .warning,
    summary: LocalizedText(zh: "計畫所附檢核表與原檢核表不同", en: "The attached checklist differs from the official one"),
    explanation: LocalizedText(
      zh: """
        計畫後附的檢核表應與函頒的檢核表相同：不缺漏、不增列、用語一致；標點、空白與全形半形不計。另比對同一計畫內，檢核表與具體作法表對同一重點的名稱\
        是否相同，即使兩種名稱都可以用。
        """,
      en: """
        The checklist attached to a plan should be the official one: nothing missing, nothing added, the same words; \
        punctuation, white space and character width do not count. A focus that the copy and the plan's own table of \
        measures name differently is reported too, even where both names are accepted.
        """),
    failing: RuleExample(
      """
      ### 服務評價（200分）

      #### 意見回應處理情形

      ##### 針對民眾意見、抱怨及陳情積極回應

      1. 限期回復。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ## ↓↓↓附表2、提升服務品質組織診斷檢核表

      ### ↓服務量能

      #### 服務精進機制

      ##### ↓組織內部建立常態性運作機制，以及在首長領導及成員合作下，投入服務創新及精進

      - [ ] 機關內部服務精進機↓構運作情形。

      ### 服務評價

      #### 服務滿意情形

      ##### 定期進行滿意度調查

      - [ ] 根據服務對象或特性差異，運用多元管道定期進行滿意度調查，調查項目應包含洽公環境、服務禮儀、服務專業性、服務措施及內部同仁滿意度調查。

      ##### 運用其他機制瞭解民眾對服務的評價

      - [ ] 除滿意度調查外，機關可彈性運用其他機制瞭解民眾對服務的評價。
      - [ ] ↓每年公布檢討報告。

      #### 意見回應處理情形

      ##### ↓針對民眾意見、抱怨及陳情等積極回應

      - [ ] 說明民眾意見回應處理機制、處理情形及陳情案件處理滿意度調查分析(含趨勢分析)及檢討改善情形。
      """),
    passing: RuleExample(ChecklistCopyExample.passing),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的檢核表與具體作法表，有兩個評核重點名稱不同（開發線上申辦…；針對民眾意見…）。",
      en: "A 107 police plan names two focuses differently in its checklist copy and in its table of measures."))

  static let needsChecklist = true

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let checklist = plan.checklist else { return }
    var headings: [Int: PlanText] = [:]
    for group in plan.groups {
      if let entry = group.entry, headings[entry] == nil { headings[entry] = group.group.heading }
    }
    let comparison = CopyComparison(checklist: checklist, headings: headings)
    for section in plan.sections {
      guard case .checklist(let nodes) = section.content else { continue }
      comparison.compare(nodes, under: nil, place: section.heading.firstLineRange, &findings)
    }
  }
}

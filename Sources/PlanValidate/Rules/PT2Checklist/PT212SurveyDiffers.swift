import PlanModel
import PlanText

/// PT212: the survey of measures and the table of measures do not fit together.
enum SurveyDiffers: Rule {
  static let description = RuleDescription(
    code: "PT212", name: "survey-differs", severity: .warning,
    summary: LocalizedText(zh: "措施調查表與具體作法表不一致", en: "The survey and the table of measures differ"),
    explanation: LocalizedText(
      zh: """
        措施調查表是具體作法表的摘要。措施名稱若就是檢核表另一個項目或重點的名稱，多半是填錯列；調查表某項目列有措施、具體作法表的同一項目卻沒有任何作法，\
        兩表必有一漏。調查表填「無」而具體作法表列有作法的情形由 PT207 檢查；檢核表說明毋須另闢專節的構面不在此限。
        """,
      en: """
        The survey summarises the table of measures. A measure in it that has the name of another item or focus of the checklist is probably in the wrong row; \
        if it lists a measure for an item that has none in the table, something is missing in one of the two. A row that says 無 although the table lists \
        measures is reported by PT207. Dimensions that the checklist exempts are not checked.
        """),
    failing: RuleExample(
      """
      ### 服務評價（200分）

      #### 服務滿意情形

      ##### 定期進行滿意度調查

      1. 每季辦理洽公民眾滿意度調查。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 服務評價 | 服務滿意情形 | ↓針對民眾意見、抱怨及陳情等積極回應 | 依限回覆。 |
      | | 意見回應處理情形 | ↓設置意見箱 | 設置意見箱。 |
      """),
    passing: RuleExample(
      """
      ### 服務評價（200分）

      #### 服務滿意情形

      ##### 定期進行滿意度調查

      1. 每季辦理洽公民眾滿意度調查。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 服務評價 | 服務滿意情形 | 定期進行滿意度調查 | 每季辦理。 |
      | | 意見回應處理情形 | 無 | 無 |
      | 開放創新 | 創新性 | 派出所辨識標牌 | 掃描標牌即知地點。 |
      """),
    evidence: LocalizedText(
      zh: "107 年警察計畫的措施調查表在「意見回應處理情形」填了「服務滿意情形」項下的重點名稱。",
      en: "The survey of a 107 police plan has, under 意見回應處理情形, a measure with the name of a focus of 服務滿意情形."))

  static let needsChecklist = true

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let checklist = plan.checklist else { return }
    let tables = AnsweredEntries(plan, checklist)
    for section in plan.sections {
      guard case .survey(let rows) = section.content else { continue }
      var reported: Set<Int> = []
      for placed in checklist.placed(rows) {
        let row = placed.row
        guard let item = placed.item, !row.name.string.saysNothing else { continue }
        let named = checklist.entries(named: row.name.string)
        if !named.isEmpty,
          !named.contains(where: { checklist.isSame($0, orBelow: item) || checklist.isSame(item, orBelow: $0) })
        {
          reportWrongRow(row, item: item, named: named, checklist, &findings)
        } else if !tables.isEmpty, !tables.isAnswered(item), !row.text.string.saysNothing,
          reported.insert(item).inserted
        {
          reportMissing(row, item: item, heading: tables.heading(of: item), checklist, &findings)
        }
      }
    }
  }

  private static func reportWrongRow(
    _ row: SurveyRow, item: Int, named: ArraySlice<Int>, _ checklist: Checklist, _ findings: inout FindingList
  ) {
    let places = named.prefix(3).map { checklist.place(of: $0) }.quoted
    let name = checklist.entries[item].name
    findings.add(
      at: row.name.firstLineRange,
      LocalizedText(
        zh: "措施名稱「\(row.name.excerpt)」是檢核表\(places(.zhHant))的名稱，卻列在「\(name)」；請移到該列或改寫名稱。",
        en:
          "“\(row.name.excerpt)” is the checklist's name for \(places(.en)), but is listed under “\(name)”; move or rename it."
      ))
  }

  private static func reportMissing(
    _ row: SurveyRow, item: Int, heading: PlanText?, _ checklist: Checklist, _ findings: inout FindingList
  ) {
    let name = checklist.entries[item].name
    findings.add(
      at: row.name.firstLineRange,
      LocalizedText(
        zh: "措施調查表在「\(name)」列有「\(row.name.excerpt)」，具體作法表的同一項目卻沒有作法。",
        en: "The survey lists “\(row.name.excerpt)” under “\(name)”, for which the table of measures has none."),
      notes: heading.map {
        [.init($0.firstLineRange, LocalizedText(zh: "具體作法表的同一項目", en: "The item in the table of measures"))]
      } ?? [])
  }
}

/// Which entries of the checklist have a measure in the tables, at themselves or below, and which need none.
private struct AnsweredEntries {
  private let checklist: Checklist
  private var answered: Set<Int> = []
  private var headings: [Int: PlanText] = [:]

  init(_ plan: PlanIndex, _ checklist: Checklist) {
    self.checklist = checklist
    let likely = plan.likelyEntries
    for (index, entry) in likely.enumerated() {
      guard let entry else { continue }
      if headings[entry] == nil { headings[entry] = plan.groups[index].group.heading }
      if !plan.groups[index].group.isEmpty { answered.formUnion(checklist.path(to: entry)) }
    }
  }

  /// Whether the plan has no measures at all, so that there is nothing to compare.
  var isEmpty: Bool { answered.isEmpty }

  /// The heading of an entry in the tables.
  func heading(of entry: Int) -> PlanText? { headings[entry] }

  func isAnswered(_ entry: Int) -> Bool {
    answered.contains(entry) || checklist.path(to: entry).contains { checklist.entries[$0].needsNoPart }
      || needsNoPart(entry)
  }

  private func needsNoPart(_ entry: Int) -> Bool {
    let children = checklist.children(of: entry)
    return !children.isEmpty && children.allSatisfy { checklist.entries[$0].needsNoPart || needsNoPart($0) }
  }
}

extension Checklist {
  /// Whether one entry is another one, or stands below it.
  fileprivate func isSame(_ entry: Int, orBelow other: Int) -> Bool { path(to: entry).contains(other) }
}

import PlanModel
import PlanText

/// PT207: the text of a measure or survey row says nothing.
enum EmptyMeasure: Rule {
  static let description = RuleDescription(
    code: "PT207", name: "empty-measure", severity: .warning,
    summary: LocalizedText(zh: "作法或措施沒有內容", en: "A measure says nothing"),
    explanation: LocalizedText(
      zh: """
        整項作法或措施只寫「無」「略」「待補」「同上」，或是空白，等於沒有作法。措施調查表的這一格若空著、而具體作法表同一項目列有作法，\
        兩表就互相矛盾，訊息會指出作法所在。句子裡含有「無」字（無障礙、無紙化）不受影響。
        """,
      en: """
        A measure that says only 無, 略, 待補, 同上 or nothing at all does not count as a measure. If a survey row is like this although \
        the table of measures has measures for the same item, the two contradict each other, and the finding points to \
        the first of them. Words that only contain 無 are not affected.
        """),
    failing: RuleExample(
      """
      ### 服務遞送（300分）

      #### 服務便捷

      ##### 開發線上申辦

      - 完成期限：持續辦理
      - 承辦單位：秘書室

      1. ↓（待補）
      2. 通行證開放線上申辦。

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 服務遞送 | 服務便捷 | ↓無 | 無 |
      | | 服務可近性 | 到府服務 | ↓同上。 |
      """),
    passing: RuleExample(
      """
      ### 服務遞送（300分）

      #### 服務便捷

      ##### 開發線上申辦

      - 完成期限：持續辦理
      - 承辦單位：秘書室

      1. 無紙化。
      2. 各單位無待補件逾期案件。

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 服務遞送 | 服務便捷 | 無紙化 | 簿冊電子化，同上年度續辦。 |
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的措施調查表在某項目填「無」，具體作法表同一項目卻列了 3 項作法。",
      en:
        "A 107 police plan says 無 in its survey although its table of measures lists three measures for the same item.")
  )

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for entry in plan.measures where isEmpty(entry.measure.text) {
      let text = entry.measure.text
      // Code is something to say, whatever is in it.
      if text.isBlank, plan.source.hasFence(in: entry.measure.range) { continue }
      findings.add(
        at: text.isBlank ? entry.measure.labelRange : text.firstLineRange,
        text.isBlank
          ? LocalizedText(zh: "作法沒有內容。", en: "The measure is blank.")
          : LocalizedText(
            zh: "作法只寫「\(text.excerpt)」，沒有內容。", en: "The measure says “\(text.excerpt)” and nothing else."))
    }
    lazy var places = MeasurePlaces(plan)
    for section in plan.sections {
      guard case .survey(let rows) = section.content else { continue }
      let entries = plan.checklist?.placed(rows).map(\.item)
      for (index, row) in rows.enumerated() where isEmpty(row.text) && Placeholder.first(in: row.name) == nil {
        report(row, entries?[index].flatMap { places.measures(at: $0) }, &findings)
      }
    }
  }

  /// Whether a text says nothing; a placeholder is left to PT112.
  private static func isEmpty(_ text: PlanText) -> Bool {
    text.string.saysNothing && Placeholder.first(in: text) == nil
  }

  /// `found` are the measures that the table of measures has for the same item.
  private static func report(
    _ row: SurveyRow, _ found: (count: Int, first: SourceRange)?, _ findings: inout FindingList
  ) {
    let isNameEmpty = row.name.string.saysNothing
    let place = isNameEmpty && !row.name.isBlank ? row.name : row.text
    let item = row.item.isBlank ? row.dimension : row.item
    let subject = isNameEmpty ? ChecklistName.plain(item.string.excerpt()) : row.name.excerpt
    let value = LocalizedText(
      zh: place.isBlank ? "是空白" : "只寫「\(place.excerpt)」",
      en: place.isBlank ? "is blank" : "says “\(place.excerpt)” only")
    var zh = "措施調查表「\(subject)」的措施\(value(.zhHant))"
    var en = "The survey row “\(subject)” \(value(.en))"
    var notes: [Finding.Note] = []
    if let found {
      zh += "，具體作法表同一項目卻列有 \(found.count) 項作法"
      en +=
        found.count == 1
        ? ", but the table of measures lists one for the same item"
        : ", but the table of measures lists \(found.count) for the same item"
      notes = [.init(found.first, LocalizedText(zh: "同一項目的第一項作法", en: "The first measure of that item"))]
    }
    findings.add(at: place.firstLineRange, LocalizedText(zh: zh + "。", en: en + "."), notes: notes)
  }
}

/// Where the measures of each entry of the checklist stand.
private struct MeasurePlaces {
  private var found: [Int: (count: Int, first: SourceRange)] = [:]

  init(_ plan: PlanIndex) {
    for entry in plan.measures where !entry.measure.text.string.saysNothing {
      for group in plan.path(to: entry.group) {
        guard let place = plan.groups[group].entry else { continue }
        found[place, default: (0, entry.measure.text.firstLineRange)].count += 1
      }
    }
  }

  /// The measures at an entry of the checklist or below, if there are any.
  func measures(at entry: Int) -> (count: Int, first: SourceRange)? { found[entry] }
}

extension SourceText {
  /// Whether a stretch has the fence of a block of code.
  fileprivate func hasFence(in range: SourceRange) -> Bool {
    ["```", "~~~"].contains { bytes.firstOffset(of: Array($0.utf8), in: range) != nil }
  }
}

import PlanModel
import PlanText

/// PT402: one cell names a unit twice, or a unit carries a measure and helps with it.
enum UnitRepeated: Rule {
  static let description = RuleDescription(
    code: "PT402", name: "unit-repeated", severity: .warning,
    summary: LocalizedText(zh: "同一格重複列出同一單位", en: "A unit is listed twice in one cell"),
    explanation: LocalizedText(
      zh: """
        同一格列了兩次的單位，通常是把另一個單位誤植成它，應回頭確認原本是哪一個。單位表列為別名的寫法視為同一單位；\
        「各分局、大隊、隊」是一個統稱，「秘書室」與「秘書室(公關)」是兩個單位。同一項作法的承辦單位又列為協辦單位，也是如此。
        """,
      en: """
        A unit listed twice in a cell is usually there by mistake for another unit, so check which one was meant. Aliases in \
        the unit table are the same unit; 各分局、大隊、隊 is one collective name; 秘書室 and 秘書室(公關) are two units. A unit \
        that is responsible for a measure and is also listed as supporting it (協辦單位) is the same case.
        """),
    failing: RuleExample(
      measures: """
        1. 每月檢討逾期案件。
           - 完成期限：持續辦理
           - 承辦單位：保安科；犯防科；行政科；↓犯防科
        2. 提供進度查詢。
           - 完成期限：持續辦理
           - 承辦單位：勤務指揮中心、↓勤指中心
        3. 公布檢討結果。
           - 完成期限：持續辦理
           - 承辦單位：秘書室
           - 協辦單位：行政科、↓秘書室

        ## 單位表

        | 單位 | 別名 |
        | --- | --- |
        | 勤務指揮中心 | 勤指中心 |
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：各分局、大隊、隊；交通大隊；秘書室；秘書室(公關)；刑事鑑識中心；刑鑑中心

        1. 每月檢討逾期案件。
        """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫各有一格重複列出同一單位（犯防科、國際科）。",
      en: "Each of the two 107 police plans has one such cell (犯防科, 國際科)."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for list in plan.unitLists where list.value.units.count > 1 {
      var first: [String: PlanText] = [:]
      for name in list.value.units {
        let unit = plan.units.canonicalName(of: name.string)
        guard let earlier = first[unit] else {
          first[unit] = name
          continue
        }
        let isAlias = UnitDirectory.key(earlier.string) != UnitDirectory.key(name.string)
        findings.add(
          at: name.firstLineRange,
          LocalizedText(
            zh: isAlias
              ? "「\(name.excerpt)」與同一格的「\(earlier.excerpt)」是同一單位，請確認是否為其他單位之誤。"
              : "同一格重複列出「\(name.excerpt)」，請確認是否為其他單位之誤。",
            en: isAlias
              ? "“\(name.excerpt)” and “\(earlier.excerpt)” in this cell are the same unit; was another one meant?"
              : "“\(name.excerpt)” is listed twice in this cell; was another unit meant?"),
          notes: [.init(earlier.firstLineRange, LocalizedText(zh: "首次列出於此", en: "First listed here"))])
      }
    }
    for list in plan.unitLists where list.field != .units { reportCarriers(among: list, plan, &findings) }
  }

  /// The units of a cell that carry one of its measures as well, each once.
  private static func reportCarriers(
    among list: PlanIndex.FieldEntry<UnitList>, _ plan: PlanIndex, _ findings: inout FindingList
  ) {
    var seen: Set<Int> = []
    let carriers = list.measures.compactMap { plan.measures[$0].fields.units }
      .filter { seen.insert($0.text.range.lowerBound).inserted }
      .flatMap { $0.units.map { (unit: plan.units.canonicalName(of: $0.string), name: $0) } }
    guard !carriers.isEmpty else { return }
    let names = Dictionary(carriers.map { ($0.unit, $0.name) }) { first, _ in first }
    var reported: Set<String> = []
    for name in list.value.units {
      let unit = plan.units.canonicalName(of: name.string)
      guard let carrier = names[unit], reported.insert(unit).inserted else { continue }
      findings.add(
        at: name.firstLineRange,
        LocalizedText(
          zh: "「\(name.excerpt)」已是\(FieldName.units.name)，又列為\(list.field.name)，請確認是否為其他單位之誤。",
          en:
            "“\(name.excerpt)” is responsible for the measure and also listed under \(list.field.name); was another unit meant?"
        ),
        notes: [.init(carrier.firstLineRange, LocalizedText(zh: "承辦單位在此", en: "The responsible unit"))])
    }
  }
}

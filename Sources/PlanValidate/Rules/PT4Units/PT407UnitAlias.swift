import PlanModel
import PlanText

/// PT407: a unit goes by an alias of the plan's unit table.
enum UnitAlias: Rule {
  static let description = RuleDescription(
    code: "PT407", name: "unit-alias", severity: .note,
    summary: LocalizedText(zh: "承辦單位用了別名", en: "A unit is called by its alias"),
    explanation: LocalizedText(
      zh: """
        單位表把某個名稱列為別名，承辦單位欄卻用了它。全表用正式名稱，彙整與依單位列管時才不會分成兩個單位。每個別名只提出一次，指出首次出現之處；\
        不自動修改。沒有單位表時，名稱是名冊中另一個單位的簡稱（勤指中心、勤務指揮中心）而本身不在名冊的，也會提出。
        """,
      en: """
        A cell uses a name that the plan's unit table calls an alias. With one name throughout, lists by unit do not split a unit \
        in two. Each alias is reported once, where it is first used; nothing is changed automatically. Without a unit table, a \
        name that is short for another unit of the roster (勤指中心, 勤務指揮中心), and not in the roster itself, is reported too.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 每月檢討逾期案件。
           - 承辦單位：↓勤指中心、秘書室
        2. 提供進度查詢。
           - 承辦單位：勤指中心、勤務指揮中心

        ## 單位表

        | 單位 | 別名 |
        | --- | --- |
        | 勤務指揮中心 | 勤指中心 |
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 每月檢討逾期案件。
           - 承辦單位：勤務指揮中心、勤務指揮中心（資訊）、刑鑑中心

        ## 單位表

        | 單位 | 別名 | 上級 |
        | --- | --- | --- |
        | 勤務指揮中心 | 勤指中心 | |
        | 勤務指揮中心(資訊) | | 勤務指揮中心 |
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫把同一中心寫作「勤務指揮中心」與「勤指中心」，把同一隊寫作「刑事警察隊」與「刑警隊」。",
      en: "A 107 police plan uses 勤務指揮中心 and 勤指中心, 刑事警察隊 and 刑警隊 side by side."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var aliases: [(name: PlanText, unit: String, count: Int)] = []
    var numbers: [String: Int] = [:]
    for name in plan.unitLists.flatMap({ $0.value.units }) {
      let key = UnitDirectory.key(name.string)
      let unit = plan.units.canonicalName(of: key)
      guard unit != key else { continue }
      if let number = numbers[key] {
        aliases[number].count += 1
      } else {
        numbers[key] = aliases.count
        aliases.append((name, unit, 1))
      }
    }
    for alias in aliases {
      findings.add(
        at: alias.name.firstLineRange,
        LocalizedText(
          zh: "「\(alias.name.excerpt)」是「\(alias.unit)」的別名，共用了 \(alias.count) 處，建議改用「\(alias.unit)」。",
          en:
            "“\(alias.name.excerpt)” is an alias of “\(alias.unit)”, used in \(alias.count) place\(alias.count == 1 ? "" : "s"); use “\(alias.unit)”."
        ))
    }
    checkShortForms(plan, &findings)
  }

  /// Short forms of units that the roster has under their full names.
  private static func checkShortForms(_ plan: PlanIndex, _ findings: inout FindingList) {
    let posts = plan.members.compactMap { Post($0.postText.string).unit }
    guard !posts.isEmpty else { return }
    let known = Set(posts.flatMap(plan.units.lineage))
    for use in plan.unitUses where !known.contains(use.unit) {
      guard let full = UnitName.full(of: use.unit, among: posts), let first = use.places.first else { continue }
      let count = use.places.count
      findings.add(
        at: first.firstLineRange,
        LocalizedText(
          zh: "「\(first.excerpt)」（\(count) 處）應是名冊中「\(full)」的簡稱，請統一用全名；如是另一個單位，請補列成員。",
          en: """
            “\(first.excerpt)” (\(count)×) is probably short for “\(full)” of the roster; use the full name, or add a member if it is a different unit.
            """),
        notes: use.places.dropFirst().map {
          .init($0.firstLineRange, LocalizedText(zh: "此處亦同", en: "Also here"))
        })
    }
  }
}

import PlanModel
import PlanText

/// PT403: a unit carries measures, and nobody in the task force represents it.
enum UnitNotInTaskForce: Rule {
  static let description = RuleDescription(
    code: "PT403", name: "unit-not-in-task-force", severity: .warning,
    summary: LocalizedText(zh: "承辦單位在推動小組沒有代表", en: "A unit is not represented in the task force"),
    explanation: LocalizedText(
      zh: """
        推動小組負責追蹤各項作法，承辦單位若沒有人在小組內，落後時沒有人回報；也可能是單位名稱有誤。成員的現職或職掌提到該單位、它的別名或上級單位\
        即視為有代表；「各單位」等統稱不檢查；只寫「課長」的成員可代表任何一課。計畫沒有名冊時不檢查。
        """,
      en: """
        The task force follows up the measures; if a unit is not represented, nobody can report for it, or its name is wrong. \
        A unit is represented where a member's post or duties name it, an alias of it or the unit it belongs to. \
        Collective names are not checked, and a 課長 without a unit may represent any 課. A plan without a roster is not checked.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 每月檢討逾期案件。
           - 承辦單位：秘書室(研考)、↓資訊室
        2. 提供進度查詢。
           - 承辦單位：資訊室、↓刑事警查隊

        ## 附表2、推動小組編組名冊

        | 職稱 | 現職 | 姓名 | 職掌 |
        | --- | --- | --- | --- |
        | 召集人 | 分局長 | | 綜理全般事宜 |
        | 委員 | 刑事警察隊隊長 | | 督導本案 |
        | 執行秘書 | 秘書室主任 | | 管制考核 |
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 每月檢討逾期案件。
           - 承辦單位：各分局、大隊、隊；秘書室(研考)；人事室；督訓科；勤指中心

        ## 附表2、推動小組編組名冊

        | 職稱 | 現職 | 姓名 | 職掌 |
        | --- | --- | --- | --- |
        | 召集人 | 分局長 | | 綜理全般事宜 |
        | 委員 | 督察長 | | 督導督訓科辦理本案 |
        | 委員 | 人事主任 | | 督導本案 |
        | 委員 | 勤務指揮中心主任 | | 督導本案 |
        | 執行秘書 | 秘書室主任 | | 管制考核 |

        ## 單位表

        | 單位 | 別名 |
        | --- | --- |
        | 勤務指揮中心 | 勤指中心 |
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫有三項作法由「資訊室」承辦，小組卻沒有資訊室，他處的資訊業務都寫「勤務指揮中心(資訊)」。",
      en:
        "A 107 police plan assigns three measures to 資訊室, which is not in its task force; elsewhere such work belongs to 勤務指揮中心(資訊)."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let members = plan.members
    guard !members.isEmpty else { return }
    let uses = plan.unitUses
    let roster = Roster(members, plan)
    let sections = subSections(of: uses)
    for use in uses
    where use.measures + use.supported > 0 && !plan.units.isCollective(use.unit) && !roster.represents(use.unit) {
      // A short form of a unit that is there is what PT407 reports.
      guard let first = use.places.first, UnitName.full(of: use.unit, among: roster.units) == nil else { continue }
      let (count, deed) =
        use.measures > 0
        ? (use.measures, (zh: "承辦", en: "is responsible for")) : (use.supported, (zh: "協辦", en: "supports"))
      let also = use.supported == 0 ? "亦承辦此處" : use.measures == 0 ? "亦協辦此處" : "此處亦列有"
      let suggestion = UnitName.suggestion(for: use.unit, among: roster.units)
      // 資訊室, where other cells say 勤務指揮中心(資訊).
      let section = Post.stem(of: use.unit).flatMap { sections[$0] }
      let hint =
        suggestion.map { LocalizedText(zh: "；是否為「\($0)」？", en: "; did you mean “\($0)”?") }
        ?? section.map {
          LocalizedText(
            zh: "；他處寫的是「\($0)」，如為同一單位，請寫成一致。", en: "; other cells have “\($0)”: if it is the same unit, use one name."
          )
        } ?? LocalizedText(zh: "；請補列成員，或改正單位名稱。", en: "; add a member, or correct the name.")
      findings.add(
        at: first.firstLineRange,
        LocalizedText(
          zh: "「\(first.excerpt)」\(deed.zh) \(count) 項作法，推動小組卻沒有這個單位的代表",
          en:
            "“\(first.excerpt)” \(deed.en) \(count) measure\(count == 1 ? "" : "s"), but nobody in the task force represents it"
        ) + hint,
        notes: use.places.dropFirst().map {
          .init($0.firstLineRange, LocalizedText(zh: also, en: "Also named here"))
        })
    }
  }

  /// 資訊: 勤務指揮中心(資訊)
  private static func subSections(of uses: [UnitUse]) -> [String: String] {
    var found: [String: String] = [:]
    for use in uses where use.unit.hasSuffix(")") {
      guard let open = use.unit.lastIndex(of: "("), open > use.unit.startIndex else { continue }
      let section = String(use.unit[use.unit.index(after: open)...].dropLast())
      if found[section] == nil { found[section] = use.unit }
    }
    return found
  }
}

/// Whom the members of the task forces stand for.
private struct Roster {
  /// The units in the members' posts.
  let units: [String]
  private let directory: UnitDirectory
  private var mentioned: Set<String> = []
  private var stems: Set<String> = []
  private var kinds: Set<String> = []
  private var coversAll = false

  init(_ members: [Member], _ plan: PlanIndex) {
    directory = plan.units
    let mentions = plan.unitMentions
    var units: [String] = []
    var seen: Set<String> = []
    for member in members {
      let post = Post(member.postText.string)
      if let unit = post.unit {
        if seen.insert(unit).inserted { units.append(unit) }
        mentioned.formUnion(plan.units.lineage(of: unit))
      }
      if let stem = post.stem { stems.insert(stem) }
      kinds.formUnion(post.kinds)
      coversAll = coversAll || post.coversAll
      for text in [member.role, member.post, member.duty, member.remark] {
        for unit in mentions.units(in: text) { mentioned.formUnion(plan.units.lineage(of: unit)) }
      }
    }
    self.units = units
  }

  func represents(_ unit: String) -> Bool {
    coversAll
      || directory.lineage(of: unit).contains { name in
        mentioned.contains(name) || kinds.contains { name.hasSuffix($0) }
          || (Post.stem(of: name).map(stems.contains) ?? false)
      }
  }
}

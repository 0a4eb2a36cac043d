import PlanModel
import PlanText

/// PT404: a unit sits in the task force and carries no measure.
enum MemberWithoutMeasure: Rule {
  static let description = RuleDescription(
    code: "PT404", name: "member-without-measure", severity: .warning,
    summary: LocalizedText(zh: "推動小組成員的單位沒有承辦任何作法", en: "A unit in the task force has no measure"),
    explanation: LocalizedText(
      zh: """
        單位主管列為推動小組成員，具體作法表卻沒有一項由該單位承辦，可能是漏列作法，也可能不必列為成員。單位取自現職（行政科科長→行政科）；\
        沒有單位的職務（總隊長、警員）、召集人、副召集人、執行秘書與幹事不檢查；職掌中提到的單位有作法即可。\
        「各業務單位」等統稱不算點名。承辦單位全為統稱時不檢查。
        """,
      en: """
        The head of a unit is a member, but no measure is assigned to the unit: either a measure was forgotten, or the member is not needed. The unit is taken from the post. Posts without a unit, conveners, secretaries and clerks are not checked, \
        and it is enough if a unit in the member's duties has a measure. Collective names do not count as naming a unit; \
        if all cells are collective, nothing is reported.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 每月檢討逾期案件。
           - 承辦單位：行政科、各業務單位

        ## 附表2、推動小組編組名冊

        | 職稱 | 現職 | 姓名 | 職掌 |
        | --- | --- | --- | --- |
        | 召集人 | 分局長 | | 綜理全般事宜 |
        | 委員 | 行政科科長 | | 督導本案 |
        | 委員 | ↓主計室主任 | | 督導主計室辦理本案經費 |
        | 執行秘書 | 秘書室主任 | | 管制考核 |
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 每月檢討逾期案件。
           - 承辦單位：督訓科、秘書室(公關)、刑警隊

        ## 附表2、推動小組編組名冊

        | 職稱 | 現職 | 姓名 | 職掌 |
        | --- | --- | --- | --- |
        | 召集人 | 分局長 | | 綜理全般事宜 |
        | 委員 | 督察長 | | 督導督訓科辦理本案 |
        | 委員 | 秘書室主任 | | 督導本案 |
        | 委員 | 刑事警察隊隊長 | | 督導本案 |
        | 執行秘書 | 行政組組長 | | 管制考核 |
        | 幹事 | 會計室科員 | | 協辦本案 |

        ## 單位表

        | 單位 | 別名 |
        | --- | --- |
        | 刑事警察隊 | 刑警隊 |
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的主計室主任列為委員，122 項作法沒有一項由主計室承辦。",
      en: "In a 107 police plan the head of 主計室 is a member; none of its 122 measures is assigned to 主計室."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let members = plan.members
    guard !members.isEmpty else { return }
    let uses = plan.unitUses
    let own = uses.filter { !plan.units.isCollective($0.unit) }
    guard !own.isEmpty else { return }
    let mentions = plan.unitMentions
    let carrying = Set(own.flatMap { plan.units.lineage(of: $0.unit) })
    let names = own.map(\.unit)
    let collectives = uses.filter { plan.units.isCollective($0.unit) }.compactMap { $0.places.first?.excerpt }.quoted
    var reported: Set<String> = []
    for member in members where !isOffice(member) && Placeholder.first(in: member.postText) == nil {
      guard let name = Post(member.postText.string).unit else { continue }
      let unit = plan.units.canonicalName(of: name)
      let units = plan.units.lineage(of: unit) + mentions.units(in: member.postText) + mentions.units(in: member.duty)
      // A name that only looks different is a matter of PT403, which asks whether it is the same unit.
      guard !units.contains(where: carrying.contains), UnitName.suggestion(for: unit, among: names) == nil,
        reported.insert(unit).inserted
      else { continue }
      findings.add(
        at: member.postText.firstLineRange,
        LocalizedText(
          zh: "「\(member.postText.excerpt)」是推動小組成員，但沒有任何作法由「\(name)」承辦。",
          en: "“\(member.postText.excerpt)” is a member of the task force, but no measure is assigned to “\(name)”."),
        explanation: collectives.zhHant.isEmpty
          ? nil
          : LocalizedText(
            zh: "承辦單位中的統稱（\(collectives(.zhHant))）或許包括該單位，但沒有點名。",
            en: "Collective names among the units (\(collectives(.en))) may include the unit, but do not name it."))
    }
  }

  /// Whether the role itself explains the membership: the chair and the secretariat.
  private static func isOffice(_ member: Member) -> Bool {
    let role = member.role.string.dense
    return ["召集人", "執行秘書", "幹事", "主任委員", "執行長", "顧問"].contains { role.has($0) }
  }
}

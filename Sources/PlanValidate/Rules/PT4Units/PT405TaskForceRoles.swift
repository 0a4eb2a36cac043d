import PlanModel
import PlanText

/// PT405: a task force without a convener or without a secretary.
enum TaskForceRoles: Rule {
  static let description = RuleDescription(
    code: "PT405", name: "task-force-roles", severity: .warning,
    summary: LocalizedText(zh: "推動小組缺召集人或執行秘書", en: "The task force has no convener or secretary"),
    explanation: LocalizedText(
      zh: """
        推動小組要有人召集（召集人），也要有人彙整與追蹤（執行秘書、幹事等）。以組別編組的名冊，督導組、考核組亦可；職掌寫明「綜理」或「管制考核」者\
        視為擔任該職。只有副召集人不算有召集人。
        """,
      en: """
        A task force needs a convener (召集人), and somebody who collects reports and follows up (執行秘書, 幹事 …). In a \
        roster by groups, 督導組 and 考核組 are accepted, as are duties that say 綜理 or 管制考核. A deputy alone does not count as a convener.
        """),
    failing: RuleExample(
      """
      ## ↓↓附表3、推動小組編組名冊

      | 職稱 | 現職 | 姓名 | 職掌 |
      | --- | --- | --- | --- |
      | 副召集人 | 副分局長 | | 襄理全般事宜 |
      | 委員 | 秘書室主任 | | 督導秘書室辦理本案 |
      | 委員 | 行政組組長 | | 督導行政組辦理本案 |
      """),
    passing: RuleExample(
      """
      ## 附表3、推動小組編組名冊

      | 組別 | 職稱 | 姓名 | 工作內容 |
      | --- | --- | --- | --- |
      | 督導組 | 區長 | | 督導指揮本計畫 |
      | 執行組 | 課長 | | 督導民政課執行本計畫 |
      | 考核組 | 課員 | | 辦理本計畫相關事宜 |

      ## 附表4、專案小組編組表

      | 職稱 | 現職 | 職掌 |
      | --- | --- | --- |
      | 召集人兼主席 | 分局長 | |
      | 幹事 | 警務員 | |
      """),
    evidence: LocalizedText(
      zh: "107 年警察計畫的名冊以職稱分（召集人、執行秘書、幹事），109 年區公所的名冊以組別分（督導組、執行組、考核組）。",
      en: "The 107 police rosters are arranged by roles, that of the 109 district plan by groups."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for section in plan.sections {
      guard case .taskForce(let members) = section.content, !members.isEmpty else { continue }
      if !hasConvener(members) {
        findings.add(
          at: section.heading.firstLineRange,
          LocalizedText(zh: "推動小組沒有召集人。", en: "The task force has no convener (召集人)."))
      }
      if !hasSecretary(members) {
        findings.add(
          at: section.heading.firstLineRange,
          LocalizedText(
            zh: "推動小組沒有執行秘書、幹事等負責彙整追蹤的成員。",
            en: "The task force has nobody who collects reports and follows up (執行秘書, 幹事)."))
      }
    }
  }

  private static func hasConvener(_ members: [Member]) -> Bool {
    // 副召集人 is not one, 召集人（副分局長） is.
    offices(of: members).contains { office in
      let office = office.replacing("副召集人", with: "").replacing("副主任委員", with: "")
      return ["召集人", "主任委員", "主席", "總召", "督導組", "指揮組"].contains { office.contains($0) }
    } || members.contains { $0.duty.string.dense.has("綜理") }
  }

  private static func hasSecretary(_ members: [Member]) -> Bool {
    offices(of: members).contains { office in
      ["秘書", "幹事", "執行長", "聯絡人", "承辦", "研考", "工作人員", "考核組", "秘書組", "行政組"].contains { office.contains($0) }
    } || members.contains { $0.duty.string.dense.has("管制考核") }
  }

  /// What members are: their roles and remarks, and their groups, each once for all members in a row.
  private static func offices(of members: [Member]) -> [String] {
    var offices: [String] = []
    var group: String?
    for member in members {
      offices += [member.role.string.dense, member.remark.string.dense]
      guard let own = member.group?.string, own != group else { continue }
      offices.append(own.dense)
      group = own
    }
    return offices
  }
}

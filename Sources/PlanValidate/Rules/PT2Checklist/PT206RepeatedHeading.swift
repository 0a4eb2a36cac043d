import PlanModel
import PlanText

/// PT206: two headings of one table are the same entry of the checklist.
enum RepeatedHeading: Rule {
  static let description = RuleDescription(
    code: "PT206", name: "repeated-heading", severity: .error,
    summary: LocalizedText(zh: "同一構面、項目或重點列了兩次", en: "A dimension, item or focus appears twice"),
    explanation: LocalizedText(
      zh: """
        同一個表內，檢核表的每一個構面、項目與重點只列一次，作法集中在一處，審查時才不會漏看。不同項目之下的同名重點（例如「其他服務作法」）\
        不算重複。計畫沒有檢核表時，同一標題之下名稱相同的項目列為提示。
        """,
      en: """
        In one table, each dimension, item and focus of the checklist should appear once, with its measures together. \
        Focuses of the same name under different items (其他服務作法) are different focuses. In a plan without a \
        checklist, headings with the same name under one heading are a note.
        """),
    failing: RuleExample(
      """
      ### 服務遞送（300分）

      #### 服務便捷

      ##### 開發線上申辦

      1. 通行證開放線上申辦。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      ##### ↓開發線上申辦或跨平臺通用服務

      1. 網站支援行動裝置。
         - 完成期限：持續辦理
         - 承辦單位：秘書室
      """),
    passing: RuleExample(
      """
      ### 服務遞送（300分）

      #### 服務便捷

      ##### 其他服務作法

      1. 結案後以簡訊通知。
         - 完成期限：持續辦理
         - 承辦單位：秘書室

      #### 服務可近性

      ##### 其他服務作法

      1. 設夜間櫃檯。
         - 完成期限：持續辦理
         - 承辦單位：秘書室
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫各有四個「其他服務作法」，都在不同項目之下，並不重複。",
      en: "Both 107 police plans have 其他服務作法 four times, each under a different item, so these are not repeats."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for siblings in plan.siblings() {
      var first: [Thing: Int] = [:]
      for index in siblings {
        guard let thing = thing(index, in: plan) else { continue }
        if let earlier = first[thing] {
          report(plan.groups[index], after: plan.groups[earlier], checklist: plan.checklist, &findings)
        } else {
          first[thing] = index
        }
      }
    }
  }

  /// What a heading stands for: an entry of the checklist, or in a plan without one what it is called.
  private enum Thing: Hashable {
    case entry(Int)
    case name(NameKey)
  }

  private static func thing(_ index: Int, in plan: PlanIndex) -> Thing? {
    let place = plan.groups[index]
    if plan.checklist != nil { return place.entry.map { .entry($0) } }
    let isBlank = place.group.heading.isBlank || Placeholder.first(in: place.group.heading) != nil
    return isBlank ? nil : .name(NameKey(place.group.heading.string))
  }

  private static func report(
    _ place: PlanIndex.GroupEntry, after earlier: PlanIndex.GroupEntry, checklist: Checklist?,
    _ findings: inout FindingList
  ) {
    let written = ChecklistName.part(of: place.group.heading)
    let isSameName = NameKey(written.string) == NameKey(earlier.group.heading.string)
    let official = isSameName ? nil : place.entry.flatMap { checklist?.entries[$0].name }
    findings.add(
      at: written.firstLineRange,
      LocalizedText(
        zh: official.map { "「\(written.excerpt)」就是前面已列出的「\($0)」，請併入前一處。" } ?? "「\(written.excerpt)」重複列出，請併入前一處。",
        en: official.map { "“\(written.excerpt)” is the entry “\($0)”, which is already listed above; merge the two." }
          ?? "“\(written.excerpt)” is listed a second time here; merge it into the first."),
      // Levels of the agency's own may come again on purpose.
      severity: checklist == nil ? .note : nil,
      notes: [.init(earlier.group.heading.firstLineRange, LocalizedText(zh: "首次列出於此", en: "First listed here"))])
  }
}

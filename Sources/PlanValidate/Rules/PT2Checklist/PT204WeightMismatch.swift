import PlanModel
import PlanText

/// PT204: the points in a heading are not those of the checklist; without one, not what those below it add up to.
enum WeightMismatch: Rule {
  static let description = RuleDescription(
    code: "PT204", name: "weight-mismatch", severity: .error,
    summary: LocalizedText(zh: "配分與檢核表不符", en: "The points differ from the checklist"),
    explanation: LocalizedText(
      zh: """
        構面的配分由檢核表規定，標題若載明配分，應與檢核表相同。檢核表沒有配分的項目與重點不檢查。同一表內有些構面載明配分、有些沒有時，\
        沒有載明者列為提示。計畫沒有檢核表時，依計畫自己的層次核對：標題的配分應等於其下各項配分的合計。配分不會自動修改。
        """,
      en: """
        The checklist sets the points of its dimensions; a heading that states points must state the same. Items and \
        focuses without points in the checklist are not checked. Where some dimensions of a table state points and \
        others do not, the latter are notes. A plan without a checklist is checked against its own levels: the points of a \
        heading should be the sum of those directly below it. Points are never changed automatically.
        """),
    failing: RuleExample(
      """
      ### 基礎服務↓（20分）

      #### 服務友善

      ### ↓服務遞送

      #### 服務便捷

      ### 服務量能（200分）

      #### 內部作業簡化
      """),
    passing: RuleExample(
      """
      ### 一、基礎服務（２００分）

      #### 服務友善（100分）

      ### 五、整體評核構面-開放創新 ( 100 分 )

      #### 開放參與
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫的配分都正確（200、300、200、200、100）；改編舊計畫時容易抄錯。",
      en:
        "Both 107 police plans state them correctly (200, 300, 200, 200, 100); they are easily miscopied when an old plan is adapted."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let checklist = plan.checklist else { return OwnWeights(plan: plan).check(&findings) }
    for heading in plan.groups {
      guard let entry = heading.entry else { continue }
      let sum = heading.parent == nil ? wrongSum(inSection: heading.section, of: plan, checklist) : nil
      compare(heading.group.heading, with: checklist.entries[entry], sum: sum, &findings)
    }
    confirmWeights(of: plan, checklist, &findings)
    for siblings in plan.siblings() { checkMissing(siblings, in: plan, checklist, &findings) }
    for section in plan.sections {
      guard case .checklist(let nodes) = section.content else { continue }
      for node in nodes {
        guard let entry = checklist.entry(named: node.heading.string, under: nil) else { continue }
        compare(node.heading, with: checklist.entries[entry], sum: nil, &findings)
      }
    }
  }

  /// The weights of a table hold where each dimension of the checklist stands in it with its points.
  private static func confirmWeights(of plan: PlanIndex, _ checklist: Checklist, _ findings: inout FindingList) {
    for (index, section) in plan.sections.enumerated() {
      guard let layout = section.content.kind.layout, let total = checklist.total else { continue }
      let dimensions = plan.groups.filter { $0.section == index && $0.parent == nil }
      let points = dimensions.compactMap { dimension -> Int? in
        guard let entry = dimension.entry, let points = dimension.group.weight?.points,
          checklist.entries[entry].node.weight == points
        else { return nil }
        return points
      }
      let expected = checklist.children(of: nil, layout: layout)
      guard points.count > 1, points.count == dimensions.count, Set(dimensions.map(\.entry)) == Set(expected),
        points.count == expected.count, points.reduce(0, +) == total
      else { continue }
      findings.confirm(
        at: section.heading.firstLineRange,
        LocalizedText(
          zh: "\(points.count) 個構面的配分（\(points.map(String.init).joined(separator: "＋"))＝\(total)）都與檢核表相同。",
          en: """
            The points of the \(points.count) dimensions (\(points.map(String.init).joined(separator: " + ")) = \(total)) are those of the checklist.
            """))
    }
  }

  /// What the dimensions of a table add up to, where all state their points and the sum is not the checklist's.
  ///
  /// A wrong sum has a cause, which is reported where it is: a wrong weight here, a missing, repeated or unknown
  /// dimension by the rules on those.
  private static func wrongSum(inSection section: Int, of plan: PlanIndex, _ checklist: Checklist) -> LocalizedText? {
    let dimensions = plan.groups.filter { $0.section == section && $0.parent == nil }
    let points = dimensions.compactMap { $0.group.weight?.points }
    let sum = points.reduce(0, +)
    guard let total = checklist.total, points.count == dimensions.count, sum != total else { return nil }
    return LocalizedText(
      zh: "各構面的配分合計 \(sum) 分，檢核表為 \(total) 分。",
      en: "The dimensions add up to \(sum) points; the checklist has \(total).")
  }

  private static func compare(
    _ heading: PlanText, with entry: Checklist.Entry, sum: LocalizedText?, _ findings: inout FindingList
  ) {
    guard let stated = Weight.stated(in: heading), let official = entry.node.weight, stated.points != official else {
      return
    }
    findings.add(
      at: stated.range,
      LocalizedText(
        zh: "「\(entry.name)」的配分寫 \(stated.points) 分，檢核表為 \(official) 分。",
        en: "“\(entry.name)” is given \(stated.points) points; the checklist says \(official)."),
      explanation: sum)
  }

  private static func checkMissing(
    _ siblings: [Int], in plan: PlanIndex, _ checklist: Checklist, _ findings: inout FindingList
  ) {
    guard let first = siblings.first(where: { plan.groups[$0].group.weight != nil }) else { return }
    for index in siblings where plan.groups[index].group.weight == nil {
      guard let entry = plan.groups[index].entry, let official = checklist.entries[entry].node.weight else { continue }
      findings.add(
        at: ChecklistName.part(of: plan.groups[index].group.heading).firstLineRange,
        LocalizedText(
          zh: "「\(checklist.entries[entry].name)」沒有載明配分，其他構面有；檢核表為 \(official) 分。",
          en: "“\(checklist.entries[entry].name)” states no points, but others do; the checklist says \(official)."),
        severity: .note,
        notes: [
          .init(
            plan.groups[first].group.heading.firstLineRange,
            LocalizedText(zh: "此構面載明配分", en: "This dimension states its points"))
        ])
    }
  }
}

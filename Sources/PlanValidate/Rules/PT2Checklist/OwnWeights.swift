import PlanModel
import PlanText

/// The weights of a plan that has no checklist, held against each other.
struct OwnWeights {
  let plan: PlanIndex

  func check(_ findings: inout FindingList) {
    for siblings in plan.siblings() {
      let weights = siblings.compactMap { plan.groups[$0].group.weight?.points }
      guard weights.count > 1 else { continue }
      if weights.count == siblings.count {
        checkSum(of: weights, under: plan.groups[siblings[0]].parent, &findings)
      } else if weights.count * 2 > siblings.count, plan.groups[siblings[0]].parent == nil {
        reportMissing(in: siblings, &findings)
      }
    }
  }

  private func checkSum(of weights: [Int], under parent: Int?, _ findings: inout FindingList) {
    let (sum, overflows) = weights.reduce((0, false)) { total, weight in
      let (sum, overflows) = total.0.addingReportingOverflow(weight)
      return (sum, total.1 || overflows)
    }
    guard !overflows, let parent, let stated = plan.groups[parent].group.weight, stated.points != sum else { return }
    let name = ChecklistName.part(of: plan.groups[parent].group.heading)
    findings.add(
      at: stated.range,
      LocalizedText(
        zh: "「\(name.excerpt)」的配分寫 \(stated.points) 分，其下 \(weights.count) 項合計 \(sum) 分。",
        en: "“\(name.excerpt)” is given \(stated.points) points; the \(weights.count) below it add up to \(sum)."))
  }

  /// Most of the highest headings state their points.
  private func reportMissing(in siblings: [Int], _ findings: inout FindingList) {
    guard let first = siblings.first(where: { plan.groups[$0].group.weight != nil }) else { return }
    for index in siblings where plan.groups[index].group.weight == nil {
      let name = ChecklistName.part(of: plan.groups[index].group.heading)
      findings.add(
        at: name.firstLineRange,
        LocalizedText(
          zh: "「\(name.excerpt)」沒有載明配分，同一層的其他項目有。",
          en: "“\(name.excerpt)” states no points, but others at the same level do."), severity: .note,
        notes: [
          .init(
            plan.groups[first].group.heading.firstLineRange,
            LocalizedText(zh: "此項載明配分", en: "This one states its points"))
        ])
    }
  }
}

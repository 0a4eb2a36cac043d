import PlanModel
import PlanText

extension PlanIndex {
  /// What deadlines are called in this kind of document.
  var deadlineName: String {
    switch document.content.kind {
    case .plan: FieldName.deadline.name
    case .proposal: FieldName.phasePeriod.name
    }
  }

  /// The members of all task forces.
  public var members: [Member] {
    plan.sections.flatMap { section -> [Member] in
      if case .taskForce(let members) = section.content { return members }
      return []
    }
  }

  /// The headings from a dimension down to the given one.
  public func path(to group: Int) -> [Int] {
    var path = [group]
    while let parent = groups[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  /// What the table of a heading calls its level, a dimension or what stands right below: 評核構面, 實施要領,
  /// 執行策略細目.
  func levelName(of group: Int) -> String {
    let place = groups[group]
    let column: MeasureColumn = place.parent == nil ? .dimension : .item
    return checklist?.name(of: column, in: place.layout) ?? place.layout.name(of: column)
  }

  /// The names from a dimension down to the given heading, for messages: 基礎服務／服務友善／網站使用便利性. Official
  /// names where they are known.
  public func name(of group: Int) -> String {
    path(to: group).map { index in
      groups[index].entry.flatMap { checklist?.entries[$0].name }
        ?? ChecklistName.plain(groups[index].group.heading.string)
    }.joined(separator: "／")
  }
}

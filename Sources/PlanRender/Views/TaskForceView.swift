import PlanModel
import PlanText

/// 附表3: who is in the task force.
enum TaskForceView: TableOnlyView {
  static let summary = LocalizedText(zh: "附表3 推動小組編組名冊", en: "the roster of the task force (推動小組編組名冊)")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    let tables = plan.sections.compactMap { section -> TableView? in
      guard case .taskForce(let members) = section.content else { return nil }
      return TableView(
        of: section, usual: MemberColumn.columns(of: members), rows: members.map(\.row), hierarchy: [.group])
    }
    if tables.isEmpty { throw .noSuchTable(.taskForce) }
    return tables
  }
}

import PlanModel
import PlanText

/// 附表2: the measures that an agency picked out for the 措施調查表.
enum SurveyView: TableOnlyView {
  static let summary = LocalizedText(zh: "附表2 措施調查表", en: "the survey of measures (措施調查表)")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    let tables = plan.sections.compactMap { section -> TableView? in
      guard case .survey(let rows) = section.content else { return nil }
      return TableView(
        of: section, usual: SurveyColumn.allCases, rows: rows.map(\.row), hierarchy: [.dimension, .item])
    }
    if tables.isEmpty { throw .noSuchTable(.survey) }
    return tables
  }
}

import PlanModel
import PlanText

/// 工作要項執行表: what is done under each strategy, when and by whom, and what it is good for.
enum WorkItemsView: TableOnlyView {
  static let summary = LocalizedText(zh: "工作要項執行表：實施要領、推動作法、執行期間及單位、預期效益", en: "the table of work items (工作要項執行表)")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    let tables = MeasuresView.tables(of: plan, checklist: checklist, layout: .workItems)
    if tables.isEmpty { throw .noSuchTable(.workItems) }
    return tables
  }
}

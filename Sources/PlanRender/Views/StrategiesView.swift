import PlanModel
import PlanText

/// 實施方法 or 策略與方法: what is done under each item of the framework.
enum StrategiesView: TableOnlyView {
  static let summary = LocalizedText(zh: "策略與方法表（實施方法）：各項目的執行策略及方法", en: "the table of strategies and methods (實施方法)")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    let tables = MeasuresView.tables(of: plan, checklist: checklist, layout: .strategies)
    if tables.isEmpty { throw .noSuchTable(.strategies) }
    return tables
  }
}

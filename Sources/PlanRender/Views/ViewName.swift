import PlanModel

/// The views of a plan. The raw value is what users type.
///
/// A new view is a file of its own, a case here and its line in ``definition``.
public enum ViewName: String, Sendable, Hashable, CaseIterable {
  case measures
  case workItems = "work-items"
  case strategies
  case survey
  case taskForce = "task-force"
  case checklist

  /// One line that says what the view shows.
  public var summary: LocalizedText { definition.summary }

  var definition: any PlanView.Type {
    switch self {
    case .measures: MeasuresView.self
    case .workItems: WorkItemsView.self
    case .strategies: StrategiesView.self
    case .survey: SurveyView.self
    case .taskForce: TaskForceView.self
    case .checklist: ChecklistView.self
    }
  }
}

/// Turns a plan into tables.
protocol PlanView {
  /// One line that says what the view shows, without a full stop.
  static var summary: LocalizedText { get }
  /// The tables, at least one.
  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView]
}

extension TableView {
  /// A table that stands in a section of the plan: it has the section's heading and the paragraphs around it.
  init(of section: Section, columns: [Column], rows: [[Cell]]) {
    self.init(
      title: section.heading.string, intro: section.intro?.string, columns: columns, rows: rows,
      closing: section.closing?.string)
  }
}

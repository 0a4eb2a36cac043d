import PlanModel
import PlanText

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
  case coverage
  case byUnit = "by-unit"
  case deadlines
  case timeline
  case progress
  case plan
  case inspectionLog = "inspection-log"
  case proposal

  /// One line that says what the view shows.
  public var summary: LocalizedText { definition.summary }

  /// The kinds of document that have the view.
  public var documents: [DocumentKind] { definition.documents }

  /// The views that a kind of document has.
  public static func all(of kind: DocumentKind) -> [ViewName] { allCases.filter { $0.documents.contains(kind) } }

  var definition: any PlanView.Type {
    switch self {
    case .measures: MeasuresView.self
    case .workItems: WorkItemsView.self
    case .strategies: StrategiesView.self
    case .survey: SurveyView.self
    case .taskForce: TaskForceView.self
    case .checklist: ChecklistView.self
    case .coverage: CoverageView.self
    case .byUnit: ByUnitView.self
    case .deadlines: DeadlinesView.self
    case .timeline: TimelineView.self
    case .progress: ProgressView.self
    case .plan: WholePlanView.self
    case .inspectionLog: InspectionLogView.self
    case .proposal: ProposalView.self
    }
  }
}

/// Turns a plan into tables and texts.
protocol PlanView {
  /// One line that says what the view shows, without a full stop.
  static var summary: LocalizedText { get }
  /// The kinds of document that it is for; plans alone unless the view says otherwise.
  static var documents: [DocumentKind] { get }
  /// The parts, at least one.
  static func parts(of plan: Plan, checklist: Checklist?, options: RenderOptions) throws(RenderError) -> [ViewPart]
  /// The parts of a proposal, where the view is for proposals.
  static func parts(of proposal: Proposal) throws(RenderError) -> [ViewPart]
}

extension PlanView {
  /// Most views are of plans.
  static var documents: [DocumentKind] { [.plan] }

  /// A view for plans has nothing to show of a proposal; ``Renderer`` says so before it comes to this.
  static func parts(of proposal: Proposal) throws(RenderError) -> [ViewPart] { [] }
}

/// A view that has nothing but tables, and the same ones whatever the options.
protocol TableOnlyView: PlanView {
  /// The tables, at least one.
  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView]
}

extension TableOnlyView {
  static func parts(of plan: Plan, checklist: Checklist?, options: RenderOptions) throws(RenderError) -> [ViewPart] {
    try tables(of: plan, checklist: checklist).map { .table($0) }
  }
}

extension TableView {
  /// A table that stands in a section of the plan: it has the section's heading and the paragraphs around it.
  init(of section: Section, columns: [Column], rows: [[Cell]]) {
    self.init(
      title: section.heading.string, intro: section.intro?.string, columns: columns, rows: rows,
      closing: section.closing?.string)
  }

  /// The table of a section whose rows are no measures, with the columns and names that the plan has.
  init<Column: TableColumn>(
    of section: Section, usual: [Column], rows: [TableRow<Column>], hierarchy: Set<Column> = []
  ) {
    let columns = TableRow.columns(named: section.columnNames, usual: usual, of: rows)
    self.init(
      of: section,
      columns: columns.map { .init($0.name, isHierarchy: $0.column.map(hierarchy.contains) ?? false) },
      rows: rows.map { row in columns.map { .init(row[$0]) } })
  }
}

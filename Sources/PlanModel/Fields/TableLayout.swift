import PlanText

/// The forms in which agencies lay out their measures. All hold dimensions, items and measures; they differ in their
/// columns and in what these are called.
public enum TableLayout: String, Sendable, Hashable, CaseIterable {
  /// 具體作法表: with a deadline and units for each measure, as the police plans of 107 have it.
  case measures
  /// 工作要項執行表: with a period and units for each measure and a benefit for each strategy, as the household offices
  /// of 105 have it.
  case workItems
  /// 實施方法、策略與方法: nothing but the measures, as the district offices of 109 have it.
  case strategies

  /// The columns where no checklist says otherwise.
  public var columns: [MeasureColumn] {
    switch self {
    case .measures: [.dimension, .item, .focus, .measure, .deadline, .units]
    case .workItems: [.dimension, .item, .measure, .deadline, .units, .benefit]
    case .strategies: [.dimension, .item, .measure]
    }
  }

  /// The columns that any of the forms has; an agency may have added others to its own.
  package static let allColumns = MeasureColumn.allCases.filter { column in
    allCases.contains { $0.columns.contains(column) }
  }

  /// Whether the number of a measure is printed with it. In a 具體作法表 every measure has a row of its own, and the
  /// numbers that Markdown gives (1.) only count the list.
  public func prints(_ label: Label) -> Bool { self != .measures || !label.isMarkdown }

  /// What the form calls a column.
  public func name(of column: MeasureColumn) -> String {
    switch (self, column) {
    case (.workItems, .dimension): "實施要領"
    case (.workItems, .item): "執行策略細目"
    case (.workItems, .focus): "作法分項"
    case (.workItems, .measure): "推動作法"
    case (.workItems, .deadline): "執行期間"
    case (.workItems, .units): "執行單位"
    case (.strategies, .dimension): "構面"
    case (.strategies, .measure): "執行策略及方法"
    default: column.name
    }
  }
}

import PlanText

/// A table of measures: what the plan will do, in the order of the checklist.
public struct MeasureTable: Sendable {
  /// Which of the official forms the table is.
  public var layout: TableLayout
  /// 完成期限, 承辦單位 … under the section's heading, for all its measures.
  public var defaults: MeasureFields
  /// The dimensions.
  public var groups: [MeasureGroup]
  /// The columns, in order, where all of it is written as one pipe table.
  public var columns: [WrittenColumn]?

  public init(
    layout: TableLayout = .measures, defaults: MeasureFields = MeasureFields(), groups: [MeasureGroup] = [],
    columns: [WrittenColumn]? = nil
  ) {
    self.layout = layout
    self.defaults = defaults
    self.groups = groups
    self.columns = columns
  }
}

/// The levels of a checklist. The raw value is the JSON word.
public enum ChecklistLevel: String, Sendable, Hashable, CaseIterable {
  /// 評核構面
  case dimension
  /// 評核項目
  case item
  /// 評核重點
  case focus
}

/// Measures under a heading of the checklist: a dimension, an item or a focus.
public struct MeasureGroup: Sendable {
  /// What the heading is.
  public var level: ChecklistLevel
  /// The heading as written: 一、個別評核構面-基礎服務（200分）.
  public var heading: PlanText
  /// 完成期限, 承辦單位 … under the heading, for all measures below it.
  public var defaults: MeasureFields
  /// The next level.
  public var groups: [MeasureGroup]
  /// The measures directly under the heading.
  public var measures: [Measure]
  /// Comments before the heading.
  public var comments: [PlanText]
  /// Comments between the heading and its fields.
  public var innerComments: [InnerComment] = []
  /// Whether it is no heading, but holds the measures of a table that has none.
  public private(set) var isUnnamed = false
  /// The columns, in order, where all that is under the heading is written as one pipe table.
  public var columns: [WrittenColumn]?

  public init(
    level: ChecklistLevel, heading: PlanText, defaults: MeasureFields = MeasureFields(), groups: [MeasureGroup] = [],
    measures: [Measure] = [], comments: [PlanText] = []
  ) {
    self.level = level
    self.heading = heading
    self.defaults = defaults
    self.groups = groups
    self.measures = measures
    self.comments = comments
  }

  /// What holds the measures of a table without headings.
  package static func unnamed(_ measures: [Measure] = []) -> MeasureGroup {
    var group = MeasureGroup(level: .focus, heading: "", measures: measures)
    group.isUnnamed = true
    return group
  }

  /// 配分: the points that the heading states, and where it does.
  public var weight: (points: Int, range: SourceRange)? { Weight.stated(in: heading) }

  /// Whether there is no measure in the group or below it.
  public var isEmpty: Bool { measures.isEmpty && groups.allSatisfy(\.isEmpty) }
}

extension MeasureGroup {
  /// Writes what is under the heading as headings and lists, because a pipe table cannot hold it, or something else
  /// stands beside it.
  package mutating func dissolveTable() {
    guard columns != nil else { return }
    columns = nil
    let waiting = innerComments.filter { $0.before == nil }.map(\.text)
    innerComments.removeAll { $0.before == nil }
    // What stood before the table stands before what it began with.
    if !measures.isEmpty {
      measures[0].comments.insert(contentsOf: waiting, at: 0)
    } else if !groups.isEmpty {
      groups[0].comments.insert(contentsOf: waiting, at: 0)
    } else {
      innerComments += waiting.map { InnerComment(text: $0) }
    }
  }
}

/// A table of measures: what the plan will do, in the order of the checklist.
public struct MeasureTable: Sendable {
  /// Which of the official forms the table is.
  public var layout: TableLayout
  /// 完成期限, 承辦單位 … under the section's heading, for all its measures.
  public var defaults: MeasureFields
  /// The dimensions.
  public var groups: [MeasureGroup]
  /// The columns, in order, where all of it is written as one pipe table.
  public var columns: [MeasureColumn]?

  /// A table.
  public init(
    layout: TableLayout = .measures, defaults: MeasureFields = MeasureFields(), groups: [MeasureGroup] = [],
    columns: [MeasureColumn]? = nil
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
  /// The columns, in order, where all that is under the heading is written as one pipe table.
  public var columns: [MeasureColumn]?

  /// A group.
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

  /// 配分: the points that the heading states, and where it does.
  public var weight: (points: Int, range: SourceRange)? { Weight.stated(in: heading) }

  /// Whether there is no measure in the group or below it.
  public var isEmpty: Bool { measures.isEmpty && groups.allSatisfy(\.isEmpty) }
}

/// The fields that a measure has, or takes from a heading above it.
public struct MeasureFields: Sendable {
  /// 完成期限, 執行期間
  public var deadline: Deadline?
  /// 承辦單位, 執行單位
  public var units: UnitList?
  /// 預期效益
  public var benefit: PlanText?

  /// Fields.
  public init(deadline: Deadline? = nil, units: UnitList? = nil, benefit: PlanText? = nil) {
    self.deadline = deadline
    self.units = units
    self.benefit = benefit
  }

  /// Whether there is none.
  public var isEmpty: Bool { deadline == nil && units == nil && benefit == nil }

  /// These fields, and those of `outer` where one is not given.
  public func inheriting(_ outer: MeasureFields) -> MeasureFields {
    MeasureFields(deadline: deadline ?? outer.deadline, units: units ?? outer.units, benefit: benefit ?? outer.benefit)
  }
}

/// 具體作法: one thing that will be done.
public struct Measure: Sendable {
  /// 1. or 一、, where it is numbered.
  public var label: Label?
  /// What will be done, as Markdown.
  public var text: PlanText
  /// The fields of its own; what it inherits stands at the headings.
  public var fields: MeasureFields
  private var storedLabelRange: StoredRange
  private var storedRange: StoredRange
  /// What few measures have, apart from them, so that the many stay small.
  private var rare: Rare?

  private final class Rare: Sendable {
    let parts: RareParts

    init(parts: RareParts) { self.parts = parts }
  }

  private struct RareParts: Sendable {
    var name: PlanText?
    var checkpoints: PlanText?
    var progress: [ProgressEntry] = []
    var comments: [PlanText] = []
    var innerComments: [InnerComment] = []

    var isEmpty: Bool {
      name == nil && checkpoints == nil && progress.isEmpty && comments.isEmpty && innerComments.isEmpty
    }
  }

  /// A measure.
  public init(
    label: Label? = nil, labelRange: SourceRange = 0..<0, text: PlanText, name: PlanText? = nil,
    fields: MeasureFields = MeasureFields(),
    checkpoints: PlanText? = nil, progress: [ProgressEntry] = [], comments: [PlanText] = [],
    innerComments: [InnerComment] = [], range: SourceRange = 0..<0
  ) {
    self.label = label
    self.text = text
    self.fields = fields
    storedLabelRange = StoredRange(labelRange)
    storedRange = StoredRange(range)
    rareParts = RareParts(
      name: name, checkpoints: checkpoints, progress: progress, comments: comments, innerComments: innerComments)
  }

  private var rareParts: RareParts {
    get { rare?.parts ?? RareParts() }
    set { rare = newValue.isEmpty ? nil : Rare(parts: newValue) }
  }

  /// Where the label stands.
  public var labelRange: SourceRange {
    get { storedLabelRange.range }
    set { storedLabelRange = StoredRange(newValue) }
  }

  /// 措施名稱
  public var name: PlanText? {
    get { rare?.parts.name }
    set { rareParts.name = newValue }
  }

  /// 辦理事項: the checkpoints of its focus that the measure meets, by number or in words.
  public var checkpoints: PlanText? {
    get { rare?.parts.checkpoints }
    set { rareParts.checkpoints = newValue }
  }

  /// 辦理情形
  public var progress: [ProgressEntry] {
    get { rare?.parts.progress ?? [] }
    set { rareParts.progress = newValue }
  }

  /// Comments before the measure.
  public var comments: [PlanText] {
    get { rare?.parts.comments ?? [] }
    set { rareParts.comments = newValue }
  }

  /// Comments inside it.
  public var innerComments: [InnerComment] {
    get { rare?.parts.innerComments ?? [] }
    set { rareParts.innerComments = newValue }
  }

  /// The whole item or row.
  public var range: SourceRange {
    get { storedRange.range }
    set { storedRange = StoredRange(newValue) }
  }
}

/// 辦理情形: how far a measure has come, one entry a report.
public struct ProgressEntry: Sendable {
  /// The words: 107年6月20日 已完成二場講習（50%）.
  public var text: PlanText

  /// An entry.
  public init(text: PlanText) { self.text = text }

  /// The day at the beginning of the entry, where there is one.
  public var date: CalendarDate? {
    var scanner = DateScanner(text.string)
    guard let point = try? scanner.point(), case .day = point.precision else { return nil }
    return point.days(defaultYear: nil)?.lowerBound
  }

  /// The last percentage in the entry, 0 to 100.
  public var percent: Int? {
    let scalars = Array(text.string.unicodeScalars)
    guard let sign = scalars.lastIndex(where: { $0 == "%" || $0 == "％" }) else { return nil }
    let digits = scalars[..<sign].reversed().prefix { Numeral.digit($0) != nil }.reversed()
    return Numeral.value(of: String(scalars: digits)).flatMap { (0...100).contains($0) ? $0 : nil }
  }
}

extension MeasureGroup {
  /// Writes what is under the heading as headings and lists, because a pipe table cannot hold it, or something else
  /// stands beside it.
  mutating func dissolveTable() {
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

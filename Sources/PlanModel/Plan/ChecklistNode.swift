import PlanText

/// A dimension, item or focus of a checklist, with what it asks for.
///
/// The official checklists and the copy that an agency attaches to its plan (檢核表) have the same shape.
public struct ChecklistNode: Sendable {
  /// What the heading is.
  public var level: ChecklistLevel
  /// The heading as written.
  public var heading: PlanText
  /// 別名: other names that mean the same. Only official checklists have them.
  public var aliases: [PlanText]
  /// 原名: what the entry was called in an earlier framework. Only official checklists have them.
  public var formerNames: [PlanText]
  /// 欄位: the columns under this heading, where they differ from those of the whole checklist.
  public var columns: [MeasureColumn]?
  /// 除外詞: what answers nothing under this heading, such as 自強活動. Only official checklists have them.
  public var excludedWords: [String] = []
  /// The next level.
  public var nodes: [ChecklistNode]
  /// □ 辦理事項
  public var checkpoints: [CheckPoint]
  /// ◎: what evidence should be shown.
  public var guidance: [Guidance]
  /// Comments before the heading.
  public var comments: [PlanText]

  public init(
    level: ChecklistLevel, heading: PlanText, aliases: [PlanText] = [], formerNames: [PlanText] = [],
    columns: [MeasureColumn]? = nil,
    nodes: [ChecklistNode] = [],
    checkpoints: [CheckPoint] = [], guidance: [Guidance] = [], comments: [PlanText] = []
  ) {
    self.level = level
    self.heading = heading
    self.aliases = aliases
    self.formerNames = formerNames
    self.columns = columns
    self.nodes = nodes
    self.checkpoints = checkpoints
    self.guidance = guidance
    self.comments = comments
  }

  /// The heading without number and weight.
  public var name: String { ChecklistName.plain(heading.string) }

  /// 配分, where the heading states it.
  public var weight: Int? { Weight.stated(in: heading)?.points }
}

/// □: one thing that a focus asks for.
public struct CheckPoint: Sendable {
  /// 資訊公開: the sub-heading over several checkpoints, where there is one.
  public var group: PlanText?
  /// What is asked.
  public var text: PlanText
  /// Whether the box is ticked.
  public var isTicked: Bool
  /// Comments before the box.
  public var comments: [PlanText]
  /// How an answer is known. Only official checklists say so.
  public var answerWords: AnswerWords

  public init(
    group: PlanText? = nil, text: PlanText, isTicked: Bool = false, comments: [PlanText] = [],
    answerWords: AnswerWords = AnswerWords()
  ) {
    self.group = group
    self.text = text
    self.isTicked = isTicked
    self.comments = comments
    self.answerWords = answerWords
  }
}

/// ◎: what evidence should be shown.
public struct Guidance: Sendable {
  /// The words.
  public var text: PlanText
  /// How many of the checkpoints stand before it; nil where all of them do.
  public var after: Int?

  public init(_ text: PlanText, after: Int? = nil) {
    self.text = text
    self.after = after
  }
}

/// Names of dimensions, items and focuses as they are shown.
public enum ChecklistName {
  /// A heading without its number and weight: 個別評核構面-基礎服務.
  public static func plain(_ heading: String) -> String { part(of: PlanText(heading)).string }

  /// A heading without its weight, behind its number: 一、個別評核構面-基礎服務.
  public static func numbered(_ heading: String) -> String {
    let plain = plain(heading)
    guard let (label, _) = Label.read(at: heading.trimmingWhiteSpace()) else { return plain }
    return label.text + (label.needsSpace ? " " : "") + plain
  }

  /// The part of a heading that is its name, between the number and the weight, still knowing where it stands.
  public static func part(of heading: PlanText) -> PlanText {
    var name = heading.trimmed
    if let label = Label.read(at: name.string) { name = name.part(label.length..<name.string.utf8.count) }
    if let weight = Weight.stated(in: name.string) { name = name.part(0..<weight.offset).trimmed }
    return name
  }
}

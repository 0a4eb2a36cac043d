import PlanText

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
    var comments: [PlanText] = []
    var innerComments: [InnerComment] = []

    var isEmpty: Bool { comments.isEmpty && innerComments.isEmpty }
  }

  public init(
    label: Label? = nil, labelRange: SourceRange = 0..<0, text: PlanText, fields: MeasureFields = MeasureFields(),
    comments: [PlanText] = [], innerComments: [InnerComment] = [], range: SourceRange = 0..<0
  ) {
    self.label = label
    self.text = text
    self.fields = fields
    storedLabelRange = StoredRange(labelRange)
    storedRange = StoredRange(range)
    rareParts = RareParts(comments: comments, innerComments: innerComments)
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
  public var name: PlanText? { fields.text(of: .measureName) }

  /// 辦理事項: the checkpoints of its focus that the measure meets, by number or in words.
  public var checkpoints: PlanText? { fields.text(of: .checkpoints) }

  /// 辦理情形
  public var progress: [ProgressEntry] {
    if case .entries(let entries) = fields[.progress] { entries } else { [] }
  }

  /// Its words and those of its fields, in the order of reading: a name stands before what it names.
  public var texts: [(field: MeasureField?, text: PlanText)] {
    var texts: [(field: MeasureField?, text: PlanText)] = []
    texts.reserveCapacity(4)
    if let name { texts.append((.measureName, name)) }
    texts.append((nil, text))
    for (field, text) in fields.texts where field != .measureName { texts.append((field, text)) }
    return texts
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

import PlanText

/// A `###` part of 實施方法 or 成效.
public struct ProposalPart: Sendable {
  /// 五、系統上線推動期程; nil for what stands before the first heading.
  public var heading: PlanText?
  /// Markdown, as it is, up to the first phase if there is one.
  public var text: PlanText?
  public var phases: [Phase]
  /// Markdown behind the last phase.
  public var closing: PlanText?

  public init(heading: PlanText? = nil, text: PlanText? = nil, phases: [Phase] = [], closing: PlanText? = nil) {
    self.heading = heading
    self.text = text
    self.phases = phases
    self.closing = closing
  }

  /// Whether nothing stands under the heading.
  public var isEmpty: Bool {
    phases.isEmpty && [text, closing].allSatisfy { $0?.string.saysNothing ?? true }
  }
}

/// 第一階段: a stretch of the work with its time and its places.
public struct Phase: Sendable {
  /// (一)
  public var label: Label?
  /// Where the label stands.
  public var labelRange: SourceRange
  /// 第一階段, and whatever else the item says, as Markdown.
  public var text: PlanText
  /// 時程
  public var period: Deadline?
  /// 單位: where and by whom, as Markdown.
  public var units: PlanText?
  /// Comments before the phase or inside it.
  public var comments: [PlanText]
  /// The whole item.
  public var range: SourceRange

  public init(
    label: Label? = nil, labelRange: SourceRange = 0..<0, text: PlanText, period: Deadline? = nil,
    units: PlanText? = nil, comments: [PlanText] = [], range: SourceRange = 0..<0
  ) {
    self.label = label
    self.labelRange = labelRange
    self.text = text
    self.period = period
    self.units = units
    self.comments = comments
    self.range = range
  }
}

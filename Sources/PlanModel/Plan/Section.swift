import PlanText

/// One `##` section of a plan.
public struct Section: Sendable {
  /// The whole heading: 壹、計畫依據 or 附表1、提升服務品質組織診斷具體作法表.
  public var heading: PlanText
  /// What stands under it.
  public var content: SectionContent
  /// Paragraphs between the heading and a table.
  public var intro: PlanText?
  /// Paragraphs behind a table.
  public var closing: PlanText?
  /// 表別: the kind of table, where the author had to say it.
  public var statedKind: PlanText?
  /// Comments before the heading.
  public var comments: [PlanText]
  /// The columns of a survey, roster or unit table as the form calls and orders them, where that is not what plantool
  /// would write.
  public var columnNames: [String]?
  /// Comments between the heading and a table, or its fields.
  public var innerComments: [InnerComment] = []
  /// Whether it has no heading of its own, but goes on with the section before it: running text and tables of measures
  /// in turn.
  public private(set) var isContinuation = false

  public init(
    heading: PlanText, content: SectionContent, intro: PlanText? = nil, closing: PlanText? = nil,
    statedKind: PlanText? = nil,
    comments: [PlanText] = []
  ) {
    self.heading = heading
    self.content = content
    self.intro = intro
    self.closing = closing
    self.statedKind = statedKind
    self.comments = comments
  }

  /// Makes it a part of the section before it, whose heading it gives up.
  package mutating func continues() {
    heading = PlanText("", range: heading.range.upperBound..<heading.range.upperBound)
    isContinuation = true
  }

  /// 壹、: the number of the section, where it has one.
  public var label: Label? { Label.read(at: heading.string)?.label }

  /// 附表1: the number of the attachment, where the section is one.
  public var attachment: AttachmentReference? {
    AttachmentReference.all(in: heading).first { $0.isAtStart }
  }

  /// The heading without its number: 計畫依據, 提升服務品質組織診斷具體作法表.
  public var title: PlanText {
    if let found = Label.read(at: heading.string) {
      return heading.part(found.length..<heading.string.utf8.count).trimmed
    }
    guard let attachment else { return heading }
    let rest = heading.part(attachment.offsets.upperBound..<heading.string.utf8.count).trimmed
    guard let first = rest.string.unicodeScalars.first, "、：:.".unicodeScalars.contains(first) else { return rest }
    return rest.part(UTF8.width(first)..<rest.string.utf8.count).trimmed
  }
}

/// What a section holds.
public enum SectionContent: Sendable {
  /// Free Markdown, kept as it is.
  case narrative(PlanText)
  /// 計畫依據
  case citations([Citation])
  /// 具體作法表, 工作要項執行表 or 實施方法表, by the layout of the table
  case measures(MeasureTable)
  /// 措施調查表
  case survey([SurveyRow])
  /// 推動小組編組名冊
  case taskForce([Member])
  /// 檢核表
  case checklist([ChecklistNode])
  /// 單位表
  case units(UnitTable)
  /// 巡檢工作日誌
  case inspectionLog(InspectionLog)

  /// The kind, without the content.
  public var kind: SectionKind {
    switch self {
    case .narrative: .narrative
    case .citations: .citations
    case .measures(let table): table.layout.kind
    case .survey: .survey
    case .taskForce: .taskForce
    case .checklist: .checklist
    case .units: .units
    case .inspectionLog: .inspectionLog
    }
  }
}

/// The kinds of section. The raw value is the JSON key `kind`.
public enum SectionKind: String, Sendable, CaseIterable {
  case narrative
  case citations
  case measures
  case workItems
  case strategies
  case survey
  case taskForce
  case checklist
  case units
  case inspectionLog

  /// The Chinese word for it, which for a table is what 表別 says.
  public var title: String {
    switch self {
    case .narrative: "敘述章節"
    case .citations: "計畫依據"
    case .measures: "具體作法表"
    case .workItems: "工作要項執行表"
    case .strategies: "策略與方法表"
    case .survey: "措施調查表"
    case .taskForce: "編組名冊"
    case .checklist: "檢核表"
    case .units: "單位表"
    case .inspectionLog: "工作日誌"
    }
  }
}

/// 計畫依據: what the plan rests on, one letter or law an entry.
public struct Citation: Sendable {
  /// 一、
  public var label: Label?
  /// Where the label stands.
  public var labelRange: SourceRange
  /// The whole sentence.
  public var text: PlanText
  /// Comments before the entry.
  public var comments: [PlanText]

  public init(label: Label? = nil, labelRange: SourceRange = 0..<0, text: PlanText, comments: [PlanText] = []) {
    self.label = label
    self.labelRange = labelRange
    self.text = text
    self.comments = comments
  }
}

/// One row of the 措施調查表.
public struct SurveyRow: Sendable {
  /// 構面名稱; where the cell is empty, that of the row above.
  public var dimension: PlanText
  /// 項目; where the cell is empty, that of the row above.
  public var item: PlanText
  /// 措施名稱
  public var name: PlanText
  /// 措施內容
  public var text: PlanText
  /// What stands in columns of the plan's own, in their order, without what is blank.
  public var extra: [NamedText]

  public init(dimension: PlanText, item: PlanText, name: PlanText, text: PlanText, extra: [NamedText] = []) {
    self.dimension = dimension
    self.item = item
    self.name = name
    self.text = text
    self.extra = extra
  }
}

/// One row of the 推動小組編組名冊.
public struct Member: Sendable {
  /// 組別, where the roster has groups; where the cell is empty, that of the row above.
  public var group: PlanText?
  /// 職稱: the role in the task force (召集人, 委員).
  public var role: PlanText
  /// 現職: the post that the member holds (行政科科長).
  public var post: PlanText
  /// 姓名, blank in most agencies' published plans.
  public var name: PlanText
  /// 職掌: what the member does.
  public var duty: PlanText
  /// 備考
  public var remark: PlanText
  /// What stands in columns of the plan's own, in their order, without what is blank.
  public var extra: [NamedText]

  public init(
    group: PlanText? = nil, role: PlanText, post: PlanText, name: PlanText = "", duty: PlanText = "",
    remark: PlanText = "", extra: [NamedText] = []
  ) {
    self.group = group
    self.role = role
    self.post = post
    self.name = name
    self.duty = duty
    self.remark = remark
    self.extra = extra
  }

  /// 現職; where the roster has no such column, 職稱.
  package var postText: PlanText { post.isBlank ? role : post }
}

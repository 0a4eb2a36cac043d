import PlanText

/// One `##` section of a proposal: a part of the form, or an attachment.
public struct ProposalSection: Sendable {
  /// The whole heading: 提案緣起, 附件2.
  public var heading: PlanText
  /// What the section is.
  public var kind: ProposalSectionKind
  /// What stands under the heading.
  public var content: ProposalContent
  /// Paragraphs before boxes, points, fields or a table.
  public var intro: PlanText?
  /// Paragraphs behind boxes, fields or a table.
  public var closing: PlanText?
  /// Comments before the heading.
  public var comments: [PlanText]

  public init(
    heading: PlanText, kind: ProposalSectionKind, content: ProposalContent, intro: PlanText? = nil,
    closing: PlanText? = nil, comments: [PlanText] = []
  ) {
    self.heading = heading
    self.kind = kind
    self.content = content
    self.intro = intro
    self.closing = closing
    self.comments = comments
  }

  /// 附件2: the number of the attachment, where the heading begins with one.
  public var attachment: AttachmentReference? {
    AttachmentReference.all(in: heading).first { $0.isAtStart }
  }

  /// The number of the section, where it has one.
  public var label: Label? { Label.read(at: heading.string)?.label }

  /// Whether nothing stands under the heading.
  public var isEmpty: Bool {
    guard intro == nil, closing == nil else { return false }
    return switch content {
    case .categories(let categories): categories.isEmpty
    case .contributors(let contributors): contributors.isEmpty
    case .points(let points): points.allSatisfy { $0.text.string.saysNothing }
    case .parts(let parts): parts.allSatisfy(\.isEmpty)
    case .text(let text): text.string.saysNothing
    case .contact(let contact): contact.name == nil && contact.phone == nil && contact.email == nil
    }
  }
}

/// What a section of a proposal is. The raw value is the JSON key `kind`.
public enum ProposalSectionKind: String, Sendable, CaseIterable {
  /// 提案類別
  case categories
  /// 提案人員
  case contributors
  /// 提案範圍
  case scope
  /// 提案緣起
  case background
  /// 實施方法、過程及投入成本
  case methods
  /// 成效
  case effects
  /// 相關附件
  case attachmentList
  /// 聯絡窗口
  case contact
  /// 附件1
  case attachment
  /// Anything else, kept as it is.
  case narrative

  /// The words that a heading has, the official ones first.
  public var words: [String] {
    switch self {
    case .categories: ["提案類別", "提案類組", "參賽類別", "參賽類組"]
    case .contributors: ["提案人員", "提案成員", "提案人"]
    case .scope: ["提案範圍"]
    case .background: ["提案緣起", "提案動機", "提案背景", "緣起"]
    case .methods: ["實施方法", "實施過程", "投入成本"]
    case .effects: ["成效", "效益"]
    case .attachmentList: ["相關附件", "附件清單", "附件目錄"]
    case .contact: ["聯絡窗口", "聯絡人", "聯絡方式"]
    case .attachment: ["附件", "附表"]
    case .narrative: []
    }
  }

  /// The kind that a heading names. An attachment begins with its number, or is nothing but 附件.
  package static func named(_ heading: PlanText) -> ProposalSectionKind {
    if AttachmentReference.all(in: heading).contains(where: \.isAtStart) { return .attachment }
    let key = NameKey(heading.string).text
    if Self.attachment.words.contains(key) { return .attachment }
    return allCases.first { kind in kind != .attachment && kind.words.contains { key.contains($0) } } ?? .narrative
  }
}

/// What stands under a heading of a proposal.
public enum ProposalContent: Sendable {
  /// 提案類別
  case categories([ProposalCategory])
  /// 提案人員
  case contributors([Contributor])
  /// A list, one point an item.
  case points([ProposalPoint])
  /// Text under headings of its own, with phases.
  case parts([ProposalPart])
  /// Free Markdown, kept as it is.
  case text(PlanText)
  /// 聯絡窗口
  case contact(ProposalContact)
}

/// □: a category in which a proposal can be entered.
public struct ProposalCategory: Sendable {
  /// 創新獎
  public var text: PlanText
  /// Whether the box is ticked.
  public var isTicked: Bool

  public init(text: PlanText, isTicked: Bool = false) {
    self.text = text
    self.isTicked = isTicked
  }
}

/// An item of a list in the form.
public struct ProposalPoint: Sendable {
  /// 一、
  public var label: Label?
  /// Where the label stands.
  public var labelRange: SourceRange
  /// The words, as Markdown.
  public var text: PlanText

  public init(label: Label? = nil, labelRange: SourceRange = 0..<0, text: PlanText) {
    self.label = label
    self.labelRange = labelRange
    self.text = text
  }
}

/// 聯絡窗口, blank in what is published.
public struct ProposalContact: Sendable {
  /// 姓名
  public var name: PlanText?
  /// 電話
  public var phone: PlanText?
  /// 電子郵件
  public var email: PlanText?

  public init(name: PlanText? = nil, phone: PlanText? = nil, email: PlanText? = nil) {
    self.name = name
    self.phone = phone
    self.email = email
  }
}

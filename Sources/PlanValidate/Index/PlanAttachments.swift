import PlanModel
import PlanText

/// The attachments of a document, and where it names them.
struct PlanAttachments {
  /// A section that is an attachment.
  struct Attached {
    let heading: PlanText
    let label: AttachmentReference
  }

  /// A place that names an attachment.
  struct Mention {
    let reference: AttachmentReference
    /// Whether it stands in the plan's list of attachments.
    let isListed: Bool

    /// Whether there is no more than 至 between this one and a later one with a higher number.
    fileprivate func leads(to next: Mention) -> Bool {
      let gap = next.reference.range.lowerBound - reference.range.upperBound
      return reference.number < next.reference.number && (1...5).contains(gap) && isStretch
    }

    /// Whether 至 or a dash follows.
    let isStretch: Bool
  }

  /// Kind and number, however they are written.
  struct Key: Hashable {
    let kind: String
    let number: Int
  }

  /// The sections, in order.
  let sections: [Attached]
  /// The headings that nothing tells by a number: in a plan tables with neither 附表1 nor 壹、, in a proposal 附件
  /// alone.
  let unlabelled: [PlanText]
  /// 如附表: the places that name an attachment without a number, where no section is called so and one without a label
  /// may be meant.
  let vague: [(name: String, range: SourceRange)]
  /// The places in the narrative sections and around the tables, in order.
  let mentions: [Mention]
  /// The numbers that the document names anywhere: in measures and citations too, and between the ends of 附件2至附件4.
  let numbers: Set<Int>

  /// The places that name an attachment that is not there.
  var absent: [Mention] { mentions.filter { section(for: $0.reference) == nil } }

  /// Whether an attachment that is not there by its number may be one of those without a label: there are as many, or
  /// the plan lists as many.
  func mayBeUnlabelled(_ number: Int) -> Bool {
    let listed = mentions.lazy.filter(\.isListed).map(\.reference.number).max() ?? 0
    return !unlabelled.isEmpty && number <= max(unlabelled.count, listed)
  }

  private let byKey: [Key: Int]
  private let byNumber: [Int: [Int]]
  private let mentioned: Set<Key>

  init(_ content: DocumentContent) {
    switch content {
    case .plan(let plan): self.init(plan)
    case .proposal(let proposal): self.init(proposal)
    }
  }

  private init(_ proposal: Proposal) {
    var mentions: [Mention] = []
    for section in proposal.sections {
      for text in [section.intro, section.closing] {
        if let text { mentions += Self.mentions(in: text, isListed: false) }
      }
      switch section.content {
      case .points(let points): for point in points { mentions += Self.mentions(in: point.text, isListed: false) }
      case .parts(let parts):
        for text in parts.flatMap(\.texts) { mentions += Self.mentions(in: text, isListed: false) }
      case .text(let text): mentions += Self.mentions(in: text, isListed: section.kind == .attachmentList)
      case .categories, .contributors, .contact: break
      }
    }
    self.init(
      sections: proposal.attachments.compactMap { section in
        section.attachment.map { Attached(heading: section.heading, label: $0) }
      },
      unlabelled: proposal.attachments.filter { $0.attachment == nil }.map(\.heading), mentions: mentions)
  }

  private init(_ plan: Plan) {
    var sections: [Attached] = []
    var mentions: [Mention] = []
    var ofMeasures: [Mention] = []
    var numbers: Set<Int> = []
    var texts: [PlanText] = []
    for section in plan.sections {
      if let label = section.attachment {
        sections.append(Attached(heading: section.heading, label: label))
      } else if case .narrative = section.content {
        // 伍、實施方法如附件1。
        mentions += Self.mentions(in: section.heading, isListed: false)
      }
      for text in [section.intro, section.closing].compactMap({ $0 }) {
        mentions += Self.mentions(in: text, isListed: false)
        texts.append(text)
      }
      if section.attachment == nil { texts.append(section.heading) }
      switch section.content {
      case .narrative(let text):
        mentions += Self.mentions(in: text, isListed: Self.isList(section))
        texts.append(text)
      case .citations(let citations): for citation in citations { numbers.formUnion(Self.numbers(in: citation.text)) }
      case .survey(let rows): for row in rows { numbers.formUnion(Self.numbers(in: row.text)) }
      case .measures(let table):
        for group in table.groups { Self.collect(group, into: &numbers, &texts, &ofMeasures) }
      case .inspectionLog(let log):
        for group in log.groups { for item in group.items { numbers.formUnion(Self.numbers(in: item.text)) } }
      case .taskForce, .checklist, .units: break
      }
    }
    mentions += ofMeasures
    let unlabelled = plan.sections.filter(\.isUnlabelledTable).map(\.heading)
    let vague = (unlabelled.isEmpty ? [] : texts).flatMap(Self.vagueMentions).filter { mention in
      !plan.sections.contains { $0.heading.string.hasPrefix(mention.name) }
    }
    self.init(
      sections: sections, unlabelled: unlabelled, vague: vague.sorted { $0.range.lowerBound < $1.range.lowerBound },
      mentions: mentions, numbers: numbers)
  }

  /// `numbers` are those named where nothing has to be looked up.
  private init(
    sections: [Attached], unlabelled: [PlanText], vague: [(name: String, range: SourceRange)] = [], mentions: [Mention],
    numbers: Set<Int> = []
  ) {
    var numbers = numbers
    self.sections = sections
    self.unlabelled = unlabelled
    self.vague = vague
    self.mentions = mentions
    for mention in mentions { numbers.insert(mention.reference.number) }
    for (mention, next) in zip(mentions, mentions.dropFirst()) where mention.leads(to: next) {
      numbers.formUnion(mention.reference.number...next.reference.number)
    }
    self.numbers = numbers
    mentioned = Set(mentions.map { $0.reference.key })
    byKey = Dictionary(sections.enumerated().map { ($1.label.key, $0) }, uniquingKeysWith: { first, _ in first })
    byNumber = Dictionary(grouping: sections.indices) { sections[$0].label.number }
  }

  /// The section that a reference means. 附件1 means 附表1 where there is no 附件1 and nothing calls the table by its
  /// own name.
  func section(for reference: AttachmentReference) -> Attached? {
    if let exact = byKey[reference.key] { return sections[exact] }
    guard let candidates = byNumber[reference.number], candidates.count == 1 else { return nil }
    let other = sections[candidates[0]]
    return mentioned.contains(other.label.key) ? nil : other
  }

  /// Whether a section is the plan's list of attachments.
  static func isList(_ section: Section) -> Bool { listHeadings.contains(NameKey(section.title.string).text) }

  private static let listHeadings: Set<String> = ["附件", "附表", "附錄", "附件目錄", "附件清單", "附件一覽", "附表目錄", "附件及附表"]

  /// References to the plan's own attachments. 「…計畫」附件3 and …要點之附件1 are attachments of another document.
  ///
  /// In a measure only those are meant for the reader to look up that are pointed to: 詳如附表2.
  private static func mentions(in text: PlanText, isListed: Bool, isMeasure: Bool = false) -> [Mention] {
    if isMeasure, !text.string.has("附") { return [] }
    let bytes = Array(text.string.utf8)
    return AttachmentReference.all(in: text).compactMap { reference in
      let before = String(decoding: bytes[..<reference.offsets.lowerBound].suffix(48), as: UTF8.self)
        .trimmingWhiteSpace()
      if before.last.map({ "」』》〉".contains($0) }) ?? false { return nil }
      if isMeasure, !(before.last.map { "如見詳".contains($0) } ?? false) { return nil }
      if before.hasSuffix("之"), !before.hasSuffix("本計畫之"), !before.hasSuffix("本執行計畫之") { return nil }
      let after = String(decoding: bytes[reference.offsets.upperBound...].prefix(12), as: UTF8.self)
        .trimmingWhiteSpace()
      return Mention(
        reference: reference, isListed: isListed, isStretch: after.first.map { "至到~～-－".contains($0) } ?? false)
    }
  }

  private static func numbers(in text: PlanText) -> [Int] { AttachmentReference.all(in: text).map(\.number) }

  /// 如附表, 詳附件 and 見附表, where no number and no other word follows.
  private static func vagueMentions(in text: PlanText) -> [(name: String, range: SourceRange)] {
    let scalars = Array(text.string.unicodeScalars)
    var found: [(String, SourceRange)] = []
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      defer { offset += UTF8.width(scalar) }
      guard scalar == "附", index > 0, "如詳見".unicodeScalars.contains(scalars[index - 1]), index + 1 < scalars.count,
        scalars[index + 1] == "表" || scalars[index + 1] == "件"
      else { continue }
      let isEnd = index + 2 == scalars.count || "。，；、)）」\n".unicodeScalars.contains(scalars[index + 2])
      guard isEnd else { continue }
      let name = "附" + String(scalars[index + 1])
      found.append((name, text.sourceRange(of: offset..<(offset + name.utf8.count))))
    }
    return found
  }

  private static func collect(
    _ group: MeasureGroup, into numbers: inout Set<Int>, _ texts: inout [PlanText], _ mentions: inout [Mention]
  ) {
    for measure in group.measures {
      numbers.formUnion(self.numbers(in: measure.text))
      texts.append(measure.text)
      mentions += self.mentions(in: measure.text, isListed: false, isMeasure: true)
    }
    for inner in group.groups { collect(inner, into: &numbers, &texts, &mentions) }
  }
}

extension Section {
  /// Whether the section is a table that is neither numbered nor labelled. The unit table is plantool's own device.
  fileprivate var isUnlabelledTable: Bool {
    switch content.kind {
    case .narrative, .citations, .units: false
    default: label == nil && !isContinuation && attachment == nil && !heading.string.hasPrefix("附")
    }
  }
}

extension AttachmentReference {
  /// Kind and number, however they are written.
  var key: PlanAttachments.Key { .init(kind: kind, number: number) }
}

import PlanModel
import PlanText

extension PlanTextReader {
  /// A proposal: each section is told by the words of its heading.
  mutating func proposal(_ outline: DocumentOutline) -> Proposal {
    var proposal = Proposal(title: outline.title)
    proposal.metadata.comments = outline.comments
    let fields = fields(of: outline, allowed: FieldName.ofProposal, comments: &proposal.metadata.comments)
    proposal.metadata.name = fields[.proposalName]
    proposal.metadata.year = fields[.proposalYear]
    proposal.metadata.unit = fields[.proposalUnit]
    proposal.sections = outline.sections.map { proposalSection($0) }
    proposal.comments = comments
    return proposal
  }

  private mutating func proposalSection(_ raw: RawSection) -> ProposalSection {
    let before = comments
    comments = []
    var section = ProposalSection(
      heading: raw.text, kind: .named(raw.text), content: .text(""), comments: before)
    switch section.kind {
    case .categories: section.content = .categories(categories(raw.blocks, of: &section))
    case .contributors:
      section.content = .contributors(
        rows(raw.blocks, intro: &section.intro, closing: &section.closing, read: TableReader.contributors))
      if case .contributors(let contributors) = section.content, !raw.hasUnreadTable {
        reportRows(
          among: raw.blocks, kind: nil, named: "提案人員", hasRows: !contributors.isEmpty, isTable: true)
      }
    case .scope: section.content = points(raw.blocks, intro: &section.intro) ?? .text(tree.body(of: raw))
    case .effects: section.content = points(raw.blocks, intro: &section.intro) ?? .parts(parts(of: raw))
    case .methods: section.content = .parts(parts(of: raw))
    case .contact: section.content = .contact(contact(raw.blocks, of: &section))
    case .background, .attachmentList, .attachment, .narrative: section.content = .text(tree.body(of: raw))
    }
    let isKept = if case .text = section.content { true } else { false }
    report(raw.strangeTables, isKept: isKept)
    return section
  }

  /// - [x] 創新獎
  private mutating func categories(
    _ blocks: [Block], of section: inout ProposalSection
  ) -> [ProposalCategory] {
    var categories: [ProposalCategory] = []
    for block in withoutParagraphs(blocks, of: &section) {
      if block.kind == .item, case let item = tree.item(block), let ticked = item.checkbox {
        categories.append(
          ProposalCategory(text: MarkdownText.join(item.content, source: source.bytes), isTicked: ticked))
      } else {
        problems.add(.misplaced(.amongCategories), at: block.range)
      }
    }
    return categories
  }

  private mutating func contact(_ blocks: [Block], of section: inout ProposalSection) -> ProposalContact {
    let reader = FieldReader(tree: tree)
    var fields = FieldSet()
    let rest = blocks.compactMap { block -> Block? in
      guard block.kind == .paragraph else { return block }
      let lines = tree.lines(of: block)
      let strays = reader.strays(in: lines, allowed: FieldName.ofContact, column: 0)
      for stray in strays { fields.add(stray.reading, problems: &problems) }
      return lines.without(strays).map { Block(.paragraph, range: $0.range, lines: block.lines) }
    }
    for block in withoutParagraphs(rest, of: &section) {
      for (reading, range) in reader.readings(of: block, allowed: FieldName.ofContact) {
        if case .text = reading { problems.add(.misplaced(.amongContact), at: range) }
        fields.add(reading, problems: &problems)
      }
    }
    return ProposalContact(
      name: fields[.contactName], phone: fields[.contactPhone], email: fields[.contactEmail])
  }

  /// Takes the paragraphs before and behind a list, and the comments, which belong to the next section.
  private mutating func withoutParagraphs(
    _ blocks: [Block], of section: inout ProposalSection
  ) -> [Block] {
    var before: [SourceRange] = []
    var after: [SourceRange] = []
    var rest: [Block] = []
    for block in blocks {
      switch block.kind {
      case .paragraph: if rest.isEmpty { before.append(block.range) } else { after.append(block.range) }
      case .comment: comments.append(tree.comment(block))
      default: rest.append(block)
      }
    }
    section.intro = source.text(of: before)
    section.closing = source.text(of: after)
    return rest
  }

  /// A list with paragraphs before it at most; nil for anything else.
  private func points(_ blocks: [Block], intro: inout PlanText?) -> ProposalContent? {
    var points: [ProposalPoint] = []
    var paragraphs: [SourceRange] = []
    for block in blocks {
      switch block.kind {
      case .item:
        let item = tree.item(block).withBoxAsText
        points.append(
          ProposalPoint(
            label: item.label, labelRange: item.labelRange,
            text: MarkdownText.join(item.content, source: source.bytes)))
      case .paragraph where points.isEmpty: paragraphs.append(block.range)
      default: return nil
      }
    }
    if points.isEmpty, !paragraphs.isEmpty { return nil }
    intro = source.text(of: paragraphs)
    return .points(points)
  }

  private mutating func parts(of raw: RawSection) -> [ProposalPart] {
    var reader = ProposalPartReader(tree)
    let parts = reader.read(raw)
    problems.add(contentsOf: reader.problems.problems)
    return parts
  }
}

import PlanFormats
import PlanModel
import PlanText

extension NotChecked {
  /// What no rule looks at in a document, whose texts have their code. `idleRules` are the codes of those that did not
  /// run for want of a checklist.
  init(in document: PlanDocument, idleRules: [String]) {
    var parts: [Part] = []
    if !idleRules.isEmpty { parts.append(Part(.rules, count: idleRules.count, codes: idleRules)) }
    switch document.content {
    case .plan(let plan): for section in plan.sections { parts += Self.parts(of: section) }
    case .proposal(let proposal):
      for section in proposal.sections {
        guard case .text(let text) = section.content else { continue }
        parts += Self.tables(in: text, under: section.heading)
      }
    }
    if ["```", "~~~"].contains(where: { document.source.bytes.firstOffset(of: Array($0.utf8)) != nil }) {
      parts += Self.code(in: document)
    }
    self.init(parts: parts)
  }

  private static func parts(of section: Section) -> [Part] {
    guard case .narrative(let text) = section.content else {
      let says = section.attachment != nil && section.intro?.string.saysItStandsElsewhere == true
      return says && !section.content.hasRows ? [part(.attachment, section.heading)] : []
    }
    guard section.isAttachment else { return tables(in: text, under: section.heading) }
    if text.string.saysItStandsElsewhere, text.string.scalarCount <= 60 { return [part(.attachment, section.heading)] }
    return text.isBlank ? [] : [part(.table, section.heading)]
  }

  /// The tables in free words, as one part.
  private static func tables(in text: PlanText, under heading: PlanText) -> [Part] {
    guard ["|", "｜", "│", "\t", "<t", "<T", "--"].contains(where: text.string.has) else { return [] }
    let tables = BlockTree(SourceText(name: "", text: text.string)).tables
    guard let first = tables.first else { return [] }
    return [part(.table, heading, count: tables.count, at: text.part(first).firstLineRange)]
  }

  private static func part(
    _ kind: Kind, _ heading: PlanText, count: Int = 1, at range: SourceRange? = nil
  ) -> Part {
    Part(kind, name: heading.excerpt, count: count, at: range ?? heading.firstLineRange)
  }

  /// The blocks of code, those under one heading as one part.
  private static func code(in document: PlanDocument) -> [Part] {
    let headings: [PlanText] =
      switch document.content {
      case .plan(let plan): plan.sections.map(\.heading)
      case .proposal(let proposal): proposal.sections.map(\.heading)
      }
    var found: [Int: (count: Int, first: SourceRange)] = [:]
    for range in codeBlocks(of: document) {
      let next = headings.halvingIndex { $0.range.lowerBound > range.lowerBound }
      found[max(0, next - 1), default: (0, range)].count += 1
    }
    return found.sorted { $0.key < $1.key }.map { section, code in
      part(.code, headings.indices.contains(section) ? headings[section] : "", count: code.count, at: code.first)
    }
  }

  private static func codeBlocks(of document: PlanDocument) -> [SourceRange] {
    if let tree = document.blocks {
      return tree.blocks.filter { $0.kind == .code }.map { tree.source.firstLine(of: $0.range) }
    }
    // Every string of JSON is a text of its own.
    return PlanTexts(document).all.flatMap { text -> [SourceRange] in
      guard text.string.has("```") || text.string.has("~~~") else { return [] }
      let tree = BlockTree(SourceText(name: "", text: text.string))
      return tree.blocks.filter { $0.kind == .code }.map { text.part($0.range).firstLineRange }
    }
  }
}

extension Section {
  /// Whether the heading calls the section an attachment, with a number or without; the list of attachments is none.
  fileprivate var isAttachment: Bool {
    attachment != nil
      || (label == nil && ["附表", "附件"].contains(where: heading.string.hasPrefix) && !PlanAttachments.isList(self))
  }
}

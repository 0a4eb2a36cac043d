import PlanModel
import PlanText

/// A document that is a form of a proposal: a table whose first column, or whose headings, name the parts of one.
struct ProposalForm {
  /// A part of the form with what stands beside or below its name.
  struct Part {
    let name: OfficeParagraph
    let title: String
    var body: [OfficeBlock] = []

    /// Adds blocks of a cell. In a text a line that was full stands in a row of its own: it goes on with the last.
    mutating func add(_ blocks: [OfficeBlock]) {
      guard case .paragraph(let next)? = blocks.first, case .paragraph(var last)? = body.last, next.place.line != nil,
        last.place.line != nil, last.text.unicodeScalars.count >= 20, next.writtenLabel == nil, !next.isBullet,
        let end = last.text.unicodeScalars.last, !"。；：:;".unicodeScalars.contains(end)
      else {
        body += blocks
        return
      }
      last.text = last.text.joiningLine(next.text)
      body[body.count - 1] = .paragraph(last)
      body += blocks.dropFirst()
    }

    /// The field under the title that it is, if it is one.
    var field: FieldName? { FieldName.named(NameKey(title).text, among: FieldName.ofProposal) }
    var kind: ProposalSectionKind { ProposalSectionKind.named(PlanText(title)) }
  }

  /// What stands before the first part.
  private(set) var head: [OfficeParagraph] = []
  private(set) var parts: [Part] = []

  /// Nil for a document that is no proposal.
  init?(_ blocks: [OfficeBlock]) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): add(paragraph)
      case .table(let table): add(table)
      }
    }
    let kinds = Set(parts.compactMap { $0.kind == .narrative || $0.kind == .attachment ? nil : $0.kind })
    let fields = parts.compactMap(\.field)
    guard fields.contains(.proposalName) || kinds.contains(.categories) && kinds.contains(.contributors),
      kinds.count + fields.count > 3
    else { return nil }
  }

  private mutating func add(_ paragraph: OfficeParagraph) {
    if let title = Self.name(in: [.paragraph(paragraph)], isCell: false) {
      parts.append(Part(name: paragraph, title: title))
    } else if parts.isEmpty {
      head.append(paragraph)
    } else {
      parts[parts.count - 1].body.append(.paragraph(paragraph))
    }
  }

  private mutating func add(_ table: OfficeTable) {
    let before = parts.count
    var isForm = false
    let names = table.rows.count { row in
      row.cells.first.map { $0.column == 0 && Self.name(in: $0.blocks, isCell: true) != nil } ?? false
    }
    isForm = names > 1
    guard isForm else {
      if parts.isEmpty {
        head += table.rows.flatMap { $0.cells.flatMap(\.blocks.paragraphs) }
      } else {
        parts[before - 1].body.append(.table(table))
      }
      return
    }
    for row in table.rows {
      for (index, cell) in row.cells.enumerated() {
        // The last cell of a row is what is said, unless it is all there is of the first column.
        if cell.column == 0 || index + 1 < row.cells.count, let title = Self.name(in: cell.blocks, isCell: true),
          let name = cell.blocks.paragraphs.first
        {
          parts.append(Part(name: name, title: title))
        } else if parts.isEmpty {
          head += cell.blocks.paragraphs
        } else {
          parts[parts.count - 1].add(cell.blocks)
        }
      }
    }
  }

  /// The name of a part, where a cell or a paragraph is nothing else.
  private static func name(in blocks: [OfficeBlock], isCell: Bool) -> String? {
    let title = blocks.text.oneLine
    guard !title.isEmpty, title.unicodeScalars.count <= 40, !isCell || !title.has("：") && !title.has(":") else {
      return nil
    }
    if isCell {
      let key = NameKey(title).text
      if FieldName.named(key, among: FieldName.ofProposal) != nil { return title }
      let kind = ProposalSectionKind.named(PlanText(title))
      return kind == .narrative || kind == .attachment || title.unicodeScalars.count > 24 ? nil : title
    }
    // Outside of the table only attachments begin parts: 附件2、主席裁示.
    return AttachmentReference.all(in: PlanText(title)).first?.isAtStart == true ? title : nil
  }
}

import PlanModel
import PlanText

extension DraftPlan {
  /// Writes a proposal: fields under the title, and a section for each part of the form.
  mutating func write(_ form: ProposalForm) {
    let title = form.head.first { $0.shown.has("提案") } ?? form.head.first
    add("# ")
    if let title {
      add(MarkdownEscape.words(title.shown.oneLine), from: place(of: title))
      note(.title, title.shown.oneLine)
    } else {
      add("創意提案表")
    }
    endBlock()
    add("- \(FieldName.documentKind.name)：\(DocumentKind.proposal.name)")
    endLine()
    note(.field, "\(FieldName.documentKind.name)：\(DocumentKind.proposal.name)")
    var written: Set<FieldName> = []
    for part in form.parts {
      guard let field = part.field, let first = part.body.paragraphs.first, written.insert(field).inserted else {
        continue
      }
      let words = part.body.text.oneLine
      let year = field == .proposalYear ? words.withoutYearWord : words
      add("- \(field.name)：")
      add(MarkdownEscape.words(year), from: place(of: first))
      endLine()
      note(.field, "\(field.name)：\(year)")
    }
    endBlock()
    let rest = form.head.filter { $0.place != title?.place }
    if !rest.isEmpty { note(.head, rest.map(\.shown.oneLine).joined(separator: " "), count: rest.count) }
    for paragraph in rest { writeComment(paragraph) }
    var seen: Set<FieldName> = []
    for part in form.parts {
      if let field = part.field {
        // A field that stands twice is kept as words.
        if seen.insert(field).inserted { continue }
        for paragraph in part.body.paragraphs { writeComment(paragraph) }
        continue
      }
      write(part)
    }
  }

  private mutating func write(_ part: ProposalForm.Part) {
    enter(part.title)
    add("## ")
    add(MarkdownEscape.words(part.title), from: place(of: part.name))
    endBlock()
    switch part.kind {
    case .categories: writeCategories(part)
    case .contributors: writeContributors(part)
    case .contact: writeContact(part)
    case .methods, .effects: writeParts(part)
    default: writeText(part.body, heading: part.title)
    }
    endBlock()
  }

  /// ■創新獎 □精進獎, each with its box.
  private mutating func writeCategories(_ part: ProposalForm.Part) {
    for paragraph in part.body.paragraphs {
      for line in paragraph.plainLines {
        for words in line.partsAtBoxes {
          let mark = CheckMark.read(words)
          guard mark.isBox else {
            writeComment(paragraph)
            continue
          }
          add(mark.kind == .ticked ? "- [x] " : "- [ ] ")
          add(MarkdownEscape.words(mark.words), from: place(of: paragraph))
          endLine()
        }
      }
    }
    note(.text, part.title, count: part.body.paragraphs.count)
  }

  /// 主要提案人：某某 貢獻度：40%, a row each.
  private mutating func writeContributors(_ part: ProposalForm.Part) {
    let columns = ContributorColumn.allCases.map { $0.names[0] }
    var hasHeader = false
    for paragraph in part.body.paragraphs {
      for line in paragraph.plainLines {
        guard let person = ProposalPerson(line) else {
          if hasHeader { endBlock() }
          hasHeader = false
          writeComment(paragraph)
          continue
        }
        if !hasHeader {
          add("| \(columns.joined(separator: " | ")) |")
          endLine()
          add("|" + String(repeating: " --- |", count: columns.count))
          endLine()
          hasHeader = true
        }
        let name = blanksNames ? "" : person.name
        if blanksNames, !person.name.isEmpty {
          leaveOut("name", String(repeating: "○", count: person.name.unicodeScalars.count))
        }
        add("| ")
        add(
          [person.role, name, person.share].map(MarkdownEscape.words).joined(separator: " | "),
          from: place(of: paragraph))
        add(" |")
        endLine()
      }
    }
    note(.taskForce, part.title, count: part.body.paragraphs.count)
  }

  private mutating func writeContact(_ part: ProposalForm.Part) {
    for paragraph in part.body.paragraphs {
      for line in paragraph.plainLines {
        let colon = line.firstIndex { $0 == "：" || $0 == ":" }
        let name = colon.map { NameKey(String(line[..<$0])).text } ?? ""
        guard let colon, let field = FieldName.named(name, among: FieldName.ofContact) else {
          writeComment(paragraph)
          continue
        }
        let words = String(line[line.index(after: colon)...]).trimmingWhiteSpace()
        add("- \(field.name)：")
        add(MarkdownEscape.words(words), from: place(of: paragraph))
        endLine()
      }
    }
    note(.text, part.title, count: part.body.paragraphs.count)
  }

  /// Text under headings of its own: 一、 before a few words.
  private mutating func writeParts(_ part: ProposalForm.Part) {
    var body: [OfficeBlock] = []
    for block in part.body {
      if case .paragraph(let paragraph) = block, paragraph.writtenLabel?.style == .chinese, paragraph.isShort,
        paragraph.shown.unicodeScalars.count <= 30
      {
        writeText(body, heading: part.title)
        endBlock()
        body = []
        add("### ")
        add(MarkdownEscape.words(paragraph.shown.oneLine), from: place(of: paragraph))
        endBlock()
      } else {
        body.append(block)
      }
    }
    writeText(body, heading: part.title)
  }
}

/// Who takes part in a proposal, and with which share.
private struct ProposalPerson {
  let role: String
  let name: String
  let share: String

  init?(_ line: String) {
    let words = line.replacingColons
    guard let mark = words.place(of: "貢獻"), let colon = words.place(of: "："), colon.upperBound <= mark.lowerBound else {
      return nil
    }
    role = String(words[..<colon.lowerBound]).trimmingWhiteSpace()
    name = String(words[colon.upperBound..<mark.lowerBound]).trimmingWhiteSpace()
    let rest = words[mark.lowerBound...]
    guard let second = rest.place(of: "："), !role.isEmpty else { return nil }
    share = String(rest[second.upperBound...]).trimmingWhiteSpace()
  }
}

extension String {
  /// 106年度 as 106.
  fileprivate var withoutYearWord: String {
    var words = self
    for ending in ["年度", "年"] where words.hasSuffix(ending) {
      words.removeLast(ending.count)
      break
    }
    return words.trimmingWhiteSpace()
  }

  fileprivate var replacingColons: String {
    split(separator: ":", omittingEmptySubsequences: false).joined(separator: "：")
  }

  /// A part from each box on.
  fileprivate var partsAtBoxes: [String] {
    var parts: [String] = []
    for scalar in unicodeScalars {
      if parts.isEmpty || CheckMark.read(String(scalar)).isBox { parts.append("") }
      parts[parts.count - 1].unicodeScalars.append(scalar)
    }
    return parts.map { $0.trimmingWhiteSpace() }.filter { !$0.isEmpty }
  }
}

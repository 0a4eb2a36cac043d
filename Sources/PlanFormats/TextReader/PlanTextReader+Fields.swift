import PlanModel
import PlanText

extension PlanTextReader {
  /// What stands between a plan's title and its first section.
  struct Head {
    var fields = FieldSet()
    var metadata = Metadata()
    /// The comments behind the list.
    var rest: [PlanText] = []
    var versions: [PlanText] = []
    /// The paragraphs.
    var intro: [SourceRange] = []
  }

  /// The fields of the list under a plan's title, with the comments before it, in it and behind it, and the paragraphs.
  /// Without a section behind them paragraphs are no introduction, but all that there is.
  mutating func head(of outline: DocumentOutline) -> Head {
    let isIntroduction = !outline.sections.isEmpty && outline.title != nil
    let reader = FieldReader(tree: tree)
    var strays: [SourceRange] = []
    var head = Head()
    var sawField = false
    func note(_ field: Field) {
      if sawField {
        head.metadata.innerComments += head.rest.take(before: field.name)
      } else {
        head.metadata.comments = head.rest
        head.rest = []
      }
      sawField = true
    }
    for block in outline.head {
      if block.kind == .comment {
        head.rest.append(tree.comment(block))
        continue
      }
      if isIntroduction, block.kind == .paragraph, take(block, into: &head) { continue }
      for (reading, range) in reader.readings(of: block, allowed: FieldName.ofPlan) {
        switch reading {
        case .field(let field), .problem(_, _, let field?): note(field)
        case .text: strays.append(range)
        case .problem: break
        }
        head.fields.add(reading, problems: &problems)
      }
    }
    tell(strays, in: outline)
    return head
  }

  /// Tells of words before the first section, which belong nowhere. Where there is no section this has one cause, told
  /// at the first line that begins as headings do.
  private mutating func tell(_ strays: [SourceRange], in outline: DocumentOutline) {
    guard outline.sections.isEmpty else {
      for range in strays { problems.add(.misplaced(.beforeSections), at: range) }
      return
    }
    let heading = strays.first { range in
      let first = source.bytes[range].first ?? Ascii.space
      if first == Ascii.hash { return true }
      // 1. begins a list as well.
      return first >= 0x80 && source.text(of: [range]).map { Label.read(at: $0.string) != nil } ?? false
    }
    if let place = heading ?? strays.first { problems.add(.misplaced(.withoutSections), at: place) }
  }

  /// Takes a paragraph without fields: lines about versions, or words before the first section. What begins as a
  /// section does is one whose heading lacks its mark.
  private func take(_ paragraph: Block, into head: inout Head) -> Bool {
    let lines = tree.lines(of: paragraph)
    guard FieldReader(tree: tree).strays(in: lines, allowed: FieldName.ofPlan, column: 0).isEmpty else { return false }
    let texts = lines.map { source.text(of: [$0.range])?.trimmed ?? "" }
    if texts.allSatisfy({ VersionLine.isOne($0.string) }) {
      head.versions += texts
      return true
    }
    guard !texts.contains(where: { Label.read(at: $0.string) != nil }) else { return false }
    head.intro.append(paragraph.range)
    return true
  }

  /// The fields of the list under the title, which holds nothing else.
  mutating func fields(
    of outline: DocumentOutline, allowed: [FieldName], comments: inout [PlanText]
  ) -> FieldSet {
    let reader = FieldReader(tree: tree)
    var fields = FieldSet()
    var strays: [SourceRange] = []
    for block in outline.head {
      if block.kind == .comment {
        comments.append(tree.comment(block))
        continue
      }
      for (reading, range) in reader.readings(of: block, allowed: allowed) {
        if case .text = reading { strays.append(range) }
        fields.add(reading, problems: &problems)
      }
    }
    tell(strays, in: outline)
    return fields
  }

  /// 表別：措施調查表
  func takeStatedKind(from blocks: inout [Block], problems: inout ProblemList) -> PlanText? {
    guard let first = blocks.first else { return nil }
    let reader = FieldReader(tree: tree)
    var fields = FieldSet()
    switch first.kind {
    case .item:
      // What the field is cut off before is told too: the item is taken away as a whole.
      let readings = reader.readings(of: first, allowed: [.tableKind], isStrict: false)
      guard readings.first?.0.meant != nil else { return nil }
      for (reading, _) in readings { fields.add(reading, problems: &problems) }
    case .paragraph:
      let lines = tree.lines(of: first)
      let strays = reader.strays(in: lines.prefix(1), allowed: [.tableKind], column: 0)
      for stray in strays { fields.add(stray.reading, problems: &problems) }
      guard !strays.isEmpty, lines.count > 1 else { break }
      blocks[0] = first.with(lines.dropFirst())
      return fields[.tableKind]
    default: break
    }
    if fields[.tableKind] != nil { blocks.removeFirst() }
    return fields[.tableKind]
  }
}

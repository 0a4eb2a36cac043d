import PlanModel
import PlanText

/// A `##` heading and the blocks under it.
struct RawSection {
  let heading: MarkdownHeading
  /// The words of the heading.
  let text: PlanText
  var blocks: [Block] = []
  /// The first line behind it, from 1.
  var endLine: Int
  /// The tables under it that Markdown does not know. Of those that are not clear the lines are left out of the blocks.
  var strangeTables: [TableFinder.Found] = []
  var hasUnreadTable: Bool { strangeTables.contains { $0.table == nil } }
}

/// A file as its headings divide it, before anything is known of what it says.
struct DocumentOutline {
  /// The `#` heading.
  private(set) var title: PlanText?
  /// Comments before the title.
  private(set) var comments: [PlanText] = []
  /// What stands between the title and the first section.
  private(set) var head: [Block] = []
  /// The sections.
  private(set) var sections: [RawSection] = []
  /// The tables before the first section that Markdown does not know; none is read there.
  private(set) var strangeTables: [TableFinder.Found] = []
  /// The blocks of the file with all its tables.
  let tree: BlockTree
  /// What code and HTML hide.
  let hidden: [HiddenLines]

  init(_ tree: BlockTree, problems: inout ProblemList) {
    var titleRange: SourceRange?
    var finder = TableFinder(tree)
    let (blocks, grids) = finder.take()
    let tree = grids.isEmpty ? tree : BlockTree(tree, grids: grids)
    self.tree = tree
    hidden = HiddenLineFinder.find(in: tree).filter { lines in
      !grids.contains { $0.range.contains(lines.opening.lowerBound) }
    }
    for block in blocks {
      if block.kind == .heading {
        let heading = tree.heading(block)
        if heading.isMalformed { problems.add(.headingWithoutSpace, at: heading.range) }
        if heading.level == 1, sections.isEmpty, titleRange == nil {
          title = tree.text(of: heading)
          titleRange = heading.range
          for early in head {
            if early.kind == .comment {
              comments.append(tree.comment(early))
            } else {
              problems.add(.misplaced(.beforeTitle), at: early.range)
            }
          }
          head = []
          continue
        }
        if heading.level == 1 {
          problems.add(titleRange.map { .secondTitle(first: $0) } ?? .misplaced(.beforeTitle), at: heading.range)
          continue
        }
        if heading.level == 2 {
          if !sections.isEmpty { sections[sections.count - 1].endLine = tree.source.line(at: heading.range.lowerBound) }
          sections.append(
            RawSection(heading: heading, text: tree.text(of: heading), endLine: tree.source.lineCount + 1))
          continue
        }
      }
      if sections.isEmpty {
        if !block.isGrid { head.append(block) }
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
    divide(finder.found)
  }

  /// Gives each table to the section in which it stands.
  private mutating func divide(_ tables: [TableFinder.Found]) {
    var next = 0
    for table in tables {
      while next < sections.count, sections[next].heading.range.lowerBound < table.range.lowerBound { next += 1 }
      if next == 0 { strangeTables.append(table) } else { sections[next - 1].strangeTables.append(table) }
    }
  }

  private static let ofAnyKind = FieldName.ofPlan.filter { $0 != .documentKind }

  /// The kind that 文件種類 states, and what is wrong with it. A list with fields that only a proposal has is one,
  /// though it should say so.
  func statedKind(in tree: BlockTree) -> (kind: DocumentKind?, problem: Located<ReadProblem>?) {
    let reader = FieldReader(tree: tree)
    let exact = FieldReader(tree: tree, acceptsSlips: false)
    let fields = head.flatMap { block -> [Field] in
      // What plans have too says nothing of the kind.
      if block.kind == .item, block.lines.count == 1, exact.isNamed(tree.item(block), allowed: Self.ofAnyKind) {
        return []
      }
      return reader.readings(of: block, allowed: FieldName.ofProposal, isStrict: false).compactMap { $0.0.meant }
    }
    let own = fields.first { $0.name != .documentKind && NameKey($0.writtenName.string).text.hasPrefix("提案") }
    guard let value = fields.first(where: { $0.name == .documentKind })?.value else {
      return (
        own.map { _ in .proposal }, own.map { Located(.missingField(FieldName.documentKind.name), at: $0.range) }
      )
    }
    if let kind = DocumentKind.named(value.string) { return (kind, nil) }
    let suggestion = FieldSlip.intended(by: NameKey(value.string).text, among: DocumentKind.allCases.flatMap(\.names))
    return (
      suggestion.flatMap(DocumentKind.named) ?? own.map { _ in .proposal },
      Located(
        .unknownDocumentKind(value.string, suggestion: suggestion, known: DocumentKind.allCases.map(\.name)),
        at: value.range)
    )
  }
}

extension BlockTree {
  /// The text under a heading, as it is, without the blank lines at its ends.
  func body(of raw: RawSection) -> PlanText {
    body(ofLines: (source.line(at: raw.heading.range.upperBound) + 1)..<raw.endLine, endingWith: raw.blocks.last)
  }

  /// Some lines as they are, without the blank ones at their ends. The blanks at the ends of other lines stay: the
  /// first may begin a list or code, the last may be code. Blank lines behind code that nothing closes are a part of
  /// it; `last` is the block with which the lines end.
  func body(ofLines lines: Range<Int>, endingWith last: Block?) -> PlanText {
    guard let first = lines.first(where: { !bytes.isBlank(source.rangeOfLine($0)) }) else { return "" }
    var end = lines.upperBound
    // Behind the last line break there is no line.
    if end == source.lineCount + 1, source.rangeOfLine(source.lineCount).isEmpty { end -= 1 }
    if last.map(isOpen) != true {
      while end > first + 1, bytes.isBlank(source.rangeOfLine(end - 1)) { end -= 1 }
    }
    var builder = PlanTextBuilder(bytes)
    for number in first..<end {
      if number > first { builder.appendLineBreak(at: source.rangeOfLine(number - 1).upperBound) }
      builder.append(source.rangeOfLine(number))
    }
    return builder.buildUntrimmed()
  }
}

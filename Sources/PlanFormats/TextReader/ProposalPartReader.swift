import PlanModel
import PlanText

/// Reads a section of a proposal as parts: `###` headings with Markdown under them, and phases among it.
struct ProposalPartReader {
  private let tree: BlockTree
  private(set) var problems = ProblemList()
  private let fieldReader: FieldReader

  init(_ tree: BlockTree) {
    self.tree = tree
    fieldReader = FieldReader(tree: tree, acceptsSlips: false)
  }

  private var source: SourceText { tree.source }

  /// The parts of a section. What stands before the first heading is a part without one.
  mutating func read(_ raw: RawSection) -> [ProposalPart] {
    var parts: [ProposalPart] = []
    var heading: PlanText?
    var firstLine = source.line(at: raw.heading.range.upperBound) + 1
    var blocks: [Block] = []
    func part(endingAt line: Int, _ reader: inout ProposalPartReader) -> ProposalPart? {
      let part = reader.part(heading, blocks, lines: firstLine..<max(firstLine, line))
      return part.heading == nil && part.text == nil && part.phases.isEmpty ? nil : part
    }
    for block in raw.blocks {
      guard block.kind == .heading, case let next = tree.heading(block), next.level == 3 else {
        blocks.append(block)
        continue
      }
      let line = source.line(at: next.range.lowerBound)
      if let part = part(endingAt: line, &self) { parts.append(part) }
      (heading, firstLine, blocks) = (tree.text(of: next), line + 1, [])
    }
    if let part = part(endingAt: raw.endLine, &self) { parts.append(part) }
    return parts
  }

  /// The items from the first to the last with the fields of a phase are the phases; the rest is text.
  private mutating func part(_ heading: PlanText?, _ blocks: [Block], lines: Range<Int>) -> ProposalPart {
    var isPhase = blocks.map { self.isPhase($0) }
    // 單位：元 makes no phase of an item, but among phases it is the field of one.
    if isPhase.contains(true) {
      for index in blocks.indices where !isPhase[index] {
        isPhase[index] = self.isPhase(blocks[index], maySayUnitsAlone: true)
      }
    }
    guard let first = isPhase.firstIndex(of: true), let last = isPhase.lastIndex(of: true) else {
      return ProposalPart(heading: heading, text: text(ofLines: lines, endingWith: blocks.last))
    }
    let firstLine = source.line(at: blocks[first].range.lowerBound)
    let endLine = source.line(at: max(0, blocks[last].range.upperBound - 1)) + 1
    var part = ProposalPart(
      heading: heading, text: text(ofLines: lines.lowerBound..<firstLine, endingWith: nil),
      closing: text(ofLines: endLine..<max(endLine, lines.upperBound), endingWith: blocks.last))
    var comments: [PlanText] = []
    for block in blocks[first...last] {
      switch block.kind {
      case .item:
        part.phases.append(phase(tree.item(block), comments: comments))
        comments = []
      case .comment: comments.append(tree.comment(block))
      default: problems.add(.misplaced(.amongPhases), at: block.range)
      }
    }
    return part
  }

  private func text(ofLines lines: Range<Int>, endingWith last: Block?) -> PlanText? {
    let text = tree.body(ofLines: lines, endingWith: last)
    return text.string.isEmpty ? nil : text
  }

  /// Whether a block is an item with the fields of a phase, or with lines that are meant as such.
  private func isPhase(_ block: Block, maySayUnitsAlone: Bool = false) -> Bool {
    guard block.kind == .item else { return false }
    let item = tree.item(block)
    return tree.inside(item).contains { inner in
      switch inner.kind {
      case .item: field(tree.item(inner), fieldReader) != nil
      case .paragraph:
        fieldReader.strays(
          in: item.furtherLines(of: tree.lines(of: inner), isEscape: true), allowed: FieldName.ofPhase, column: 0
        )
        .contains { maySayUnitsAlone || $0.field.name == .phasePeriod }
      default: false
      }
    }
  }

  /// The field that an item is, and whether its colon is missing. Names that are only similar are text: 各單位 is no
  /// slip.
  private func field(
    _ item: MarkdownItem, _ fieldReader: FieldReader
  ) -> (field: Field, problem: Located<ReadProblem>?)? {
    switch fieldReader.read(item, allowed: FieldName.ofPhase) {
    case .field(let field): (field, nil)
    case .problem(.strangeColon(let name, let colon), let range, let intended?):
      (intended, Located(.strangeColon(name, colon: colon), at: range))
    case .problem(.fieldWithoutColon(let name, let isCertain), let range, let intended?)
    where intended.name == .phasePeriod && Deadline(intended.value).meaning != nil:
      (intended, Located(.fieldWithoutColon(name, isCertain: isCertain), at: range))
    default: nil
    }
  }

  private mutating func phase(_ listed: MarkdownItem, comments: [PlanText]) -> Phase {
    let (item, tree) = tree.rereading(listed)
    let fieldReader = FieldReader(tree: tree, acceptsSlips: false)
    var fields = FieldSet()
    var comments = comments
    var taken: [SourceRange] = []
    var code: [SourceRange] = []
    var strays: [StrayField] = []
    for block in tree.inside(item) {
      switch block.kind {
      case .paragraph:
        let found = fieldReader.strays(
          in: item.furtherLines(of: tree.lines(of: block), isEscape: true), allowed: FieldName.ofPhase,
          column: item.start.contentColumn)
        taken += found.map(\.field.range)
        strays += found
      case .comment:
        comments.append(tree.comment(block))
        taken.append(block.range)
      case .item:
        let inner = tree.item(block)
        guard let (field, problem) = field(inner, fieldReader) else { continue }
        strays += fieldReader.strays(in: inner, allowed: FieldName.ofPhase, column: item.start.contentColumn)
        if let problem { problems.add(problem.value, at: problem.range) }
        fields.add(field, problems: &problems)
        taken.append(inner.range)
      case .code, .html: code.append(block.range)
      default: break
      }
    }
    for stray in strays { fields.add(stray.reading, problems: &problems) }
    return Phase(
      label: item.label, labelRange: item.labelRange,
      text: MarkdownText.of(item, without: taken, code: code, source: source.bytes),
      period: fields[.phasePeriod].map(Deadline.init),
      units: fields[.phaseUnits], comments: comments, range: item.range)
  }
}

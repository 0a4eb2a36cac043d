import PlanModel
import PlanText

/// Reads a table of measures: headings that nest as the checklist does, with fields, lists of measures and pipe tables
/// under them.
struct MeasureTableReader {
  let layout: TableLayout
  var cells: CellReader
  var problems = ProblemList()
  private(set) var intro: [SourceRange] = []
  private(set) var closing: [SourceRange] = []
  /// The comments under the section's heading.
  var innerComments: [InnerComment] { stack.first?.group.innerComments ?? [] }

  private let tree: BlockTree
  private let fieldReader: FieldReader
  /// The open headings, outermost first. The section itself is the first.
  var stack: [OpenGroup] = []
  var comments: [PlanText] = []
  var sawTable = false

  /// The deepest heading that Markdown has.
  static let deepestLevel = 6

  struct OpenGroup {
    let headingLevel: Int
    var group: MeasureGroup
    var fields = FieldSet()
    var isStarted: Bool { !group.measures.isEmpty || !group.groups.isEmpty }
  }

  init(_ tree: BlockTree, knownUnits: Set<String>, layout: TableLayout) {
    self.tree = tree
    cells = CellReader(knownUnits: knownUnits)
    self.layout = layout
    fieldReader = FieldReader(tree: tree)
  }

  /// Reads the blocks under a `##` heading. The comments that are left over belong to whatever follows.
  mutating func read(_ blocks: [Block]) -> (table: MeasureTable, comments: [PlanText]) {
    stack = [OpenGroup(headingLevel: 2, group: MeasureGroup(level: .dimension, heading: ""))]
    let rule = Self.closingRule(in: blocks)
    for block in blocks[..<(rule ?? blocks.count)] { read(block) }
    while stack.count > 1 { closeGroup() }
    for block in blocks[(rule ?? blocks.count)...].dropFirst() { readClosing(block) }
    let root = stack[0]
    var table = MeasureTable(
      layout: layout, defaults: root.fields.measureFields(&cells), groups: root.group.groups,
      columns: root.group.columns)
    table.addColumnOfSupport()
    return (table, comments)
  }

  /// The `---` that ends the table, so that what follows belongs to no heading above it: the last one, if only
  /// paragraphs follow.
  static func closingRule(in blocks: [Block]) -> Int? {
    guard let last = blocks.lastIndex(where: { $0.kind == .rule }) else { return nil }
    let rest = blocks[(last + 1)...]
    let isClosing = rest.allSatisfy { $0.kind == .paragraph || $0.kind == .comment }
    return isClosing && rest.contains { $0.kind == .paragraph } ? last : nil
  }

  private mutating func readClosing(_ block: Block) {
    if block.kind == .paragraph { closing.append(block.range) } else { read(block) }
  }

  private mutating func read(_ block: Block) {
    let current = stack.count - 1
    switch block.kind {
    case .heading: open(tree.heading(block))
    case .comment: comments.append(tree.comment(block))
    case .item: read(tree.item(block))
    case .table: read(tree.table(block), mayMend: !block.isGrid)
    case .paragraph:
      let all = tree.lines(of: block)
      // Behind a table that is the whole section, a line is a remark on it.
      if current == 0, sawTable { reportFields(inRemark: all) }
      guard let lines = current == 0 && sawTable ? all : readFields(all) else { return }
      if current == 0, !stack[0].isStarted {
        intro.append(lines.range)
      } else if current == 0, sawTable {
        closing.append(lines.range)
      } else {
        problems.add(.misplaced(.paragraphAmongMeasures), at: lines.range)
      }
    case .quote, .rule, .code, .html, .text: problems.add(.misplaced(.blockAmongMeasures), at: block.range)
    }
  }

  // MARK: Headings

  private mutating func open(_ heading: MarkdownHeading) {
    if stack[stack.count - 1].group.isUnnamed { closeGroup() }
    while stack.count > 1, stack[stack.count - 1].headingLevel >= heading.level { closeGroup() }
    stack[stack.count - 1].group.dissolveTable()
    let expected = stack[stack.count - 1].headingLevel + 1
    if heading.level > Self.deepestLevel {
      problems.add(.headingTooDeep(level: heading.level, deepest: Self.deepestLevel), at: heading.range)
    } else if heading.level > expected {
      problems.add(.headingLevelSkipped(level: heading.level, expected: expected), at: heading.range)
    }
    open(
      OpenGroup(headingLevel: heading.level, group: MeasureGroup(level: .focus, heading: tree.text(of: heading))))
  }

  /// Opens a heading, before which the comments stand.
  mutating func open(_ group: OpenGroup) {
    stack.append(group)
    stack[stack.count - 1].group.comments = comments
    comments = []
  }

  mutating func closeGroup() {
    var closed = stack.removeLast()
    closed.group.measures = closed.group.measures.withoutSpareRoom()
    closed.group.addColumnOfSupport()
    closed.group.defaults = closed.fields.measureFields(&cells)
    closed.group.level =
      closed.group.isUnnamed ? .focus : Self.level(depth: stack.count, hasGroups: !closed.group.groups.isEmpty)
    stack[stack.count - 1].group.groups.append(closed.group)
  }

  /// The first level is a dimension; what has nothing below it is a focus; what is between them is an item.
  static func level(depth: Int, hasGroups: Bool) -> ChecklistLevel {
    depth == 1 ? .dimension : hasGroups ? .item : .focus
  }

  // MARK: Measures

  private mutating func read(_ item: MarkdownItem) {
    let reading = fieldReader.read(item, allowed: FieldName.ofGroup)
    stack[stack.count - 1].group.dissolveTable()
    switch reading {
    case .field(let field):
      stack[stack.count - 1].group.innerComments += comments.take(before: field.name)
      if stack[stack.count - 1].isStarted {
        problems.add(.fieldOutsideMeasure(field.writtenName.string), at: field.range)
      } else {
        stack[stack.count - 1].fields.add(field, problems: &problems)
      }
      readFields(fieldReader.strays(in: item, allowed: FieldName.ofGroup, column: item.start.column))
    case .problem(let problem, let range, let intended):
      problems.add(problem, at: range)
      if let intended, !stack[stack.count - 1].isStarted {
        stack[stack.count - 1].fields.add(intended, problems: &problems)
      }
      readFields(fieldReader.strays(in: item, allowed: FieldName.ofGroup, column: item.start.column))
    case .text:
      let (whole, own) = tree.rereading(item)
      let measure = MeasureItemReader(own).read(whole, comments: comments, cells: &cells, problems: &problems)
      comments = []
      openUnnamed()
      guard stack.count > 1 else {
        problems.add(.misplaced(.measureWithoutHeading), at: item.range)
        return
      }
      stack[stack.count - 1].group.measures.append(measure)
    }
  }

  /// Reads the lines of a paragraph under a heading that are meant as fields; returns the others.
  private mutating func readFields(_ lines: ArraySlice<MarkdownLine>) -> ArraySlice<MarkdownLine>? {
    let strays = fieldReader.strays(in: lines, allowed: FieldName.ofGroup, column: 0)
    readFields(strays)
    return lines.without(strays)
  }

  private mutating func readFields(_ strays: [StrayField]) {
    guard !strays.isEmpty else { return }
    stack[stack.count - 1].group.dissolveTable()
    for stray in strays {
      if stack[stack.count - 1].isStarted {
        problems.add(.fieldOutsideMeasure(stray.field.writtenName.string), at: stray.range)
      } else {
        stack[stack.count - 1].fields.add(stray.reading, problems: &problems)
      }
    }
  }

  /// Reports the lines of a remark below a table that can only be meant as fields: a name and a value that is no
  /// sentence. They stay in the remark.
  private mutating func reportFields(inRemark lines: ArraySlice<MarkdownLine>) {
    for stray in fieldReader.strays(in: lines, allowed: FieldName.ofGroup, column: 0)
    where stray.unlisted.suggestion == nil && !stray.field.value.isBlank
      && !stray.field.value.string.unicodeScalars.contains("。")
    {
      problems.add(.fieldOutsideMeasure(stray.field.writtenName.string), at: stray.range)
    }
  }

  /// Opens the heading without a name under which measures stand that have none, before any that has one: behind
  /// another heading nobody could tell where they belong.
  mutating func openUnnamed() {
    guard stack.count == 1, stack[0].group.groups.allSatisfy(\.isUnnamed) else { return }
    let unnamed = stack[0].group.groups.popLast() ?? .unnamed()
    stack.append(OpenGroup(headingLevel: 3, group: unnamed))
  }
}

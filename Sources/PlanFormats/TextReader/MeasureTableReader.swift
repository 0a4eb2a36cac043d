import PlanModel
import PlanText

/// Reads a table of measures: headings that nest as the checklist does, with fields, lists of measures and pipe tables
/// under them.
struct MeasureTableReader {
  let layout: TableLayout
  private var cells: CellReader
  private(set) var problems = ProblemList()
  private(set) var intro: [SourceRange] = []
  private(set) var closing: [SourceRange] = []
  /// The comments under the section's heading.
  var innerComments: [InnerComment] { stack.first?.group.innerComments ?? [] }

  private let tree: BlockTree
  private let fieldReader: FieldReader
  /// The open headings, outermost first. The section itself is the first.
  private var stack: [OpenGroup] = []
  private var comments: [PlanText] = []
  private var sawTable = false

  /// The deepest heading of a table: `#####` is a focus.
  static let deepestLevel = 5

  private struct OpenGroup {
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
    return (
      MeasureTable(
        layout: layout, defaults: root.fields.measureFields(&cells), groups: root.group.groups,
        columns: root.group.columns), comments
    )
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
    case .table: read(tree.table(block))
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
    while stack.count > 1, stack[stack.count - 1].headingLevel >= heading.level { closeGroup() }
    stack[stack.count - 1].group.dissolveTable()
    let expected = stack[stack.count - 1].headingLevel + 1
    if heading.level > Self.deepestLevel {
      problems.add(.headingTooDeep(level: heading.level, deepest: Self.deepestLevel), at: heading.range)
    } else if heading.level > expected {
      problems.add(.headingLevelSkipped(level: heading.level, expected: expected), at: heading.range)
    }
    stack.append(
      OpenGroup(
        headingLevel: heading.level,
        group: MeasureGroup(level: .focus, heading: tree.text(of: heading), comments: comments)))
    comments = []
  }

  private mutating func closeGroup() {
    var closed = stack.removeLast()
    closed.group.defaults = closed.fields.measureFields(&cells)
    closed.group.level = Self.level(depth: stack.count, hasGroups: !closed.group.groups.isEmpty)
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

  // MARK: Pipe tables

  private mutating func read(_ table: MarkdownTable) {
    sawTable = true
    let named = NamedTable<MeasureColumn>(table, problems: &problems)
    let base = stack.count
    if stack[base - 1].isStarted || stack[base - 1].group.columns != nil {
      stack[base - 1].group.dissolveTable()
    } else {
      stack[base - 1].group.columns = named.columns
      stack[base - 1].group.innerComments += comments.take()
    }
    let fields = MeasureField.shared.filter { named.columns.contains(.field($0)) }
    var path: [MeasureColumn: PlanText] = [:]
    var isTooDeep = false
    for row in named.rows {
      let changed = Self.hierarchy.first { !row[$0].isBlank && row[$0].string != path[$0]?.string }
      if let changed {
        // A new dimension forgets the item and focus above it.
        for column in Self.hierarchy.drop(while: { $0 != changed }) {
          path[column] = row[column].isBlank ? nil : row[column]
        }
        while stack.count > base + openColumns(before: changed, in: path, columns: named.columns) { closeGroup() }
        for column in Self.hierarchy.drop(while: { $0 != changed }) {
          guard let name = path[column] else { continue }
          if stack.count > Self.deepestLevel - 2, !isTooDeep {
            problems.add(.cellTooDeep(column: column.name, name: name.string), at: name.range)
            isTooDeep = true
          }
          stack.append(
            OpenGroup(
              headingLevel: 2 + stack.count, group: MeasureGroup(level: .focus, heading: name, comments: comments)))
          comments = []
        }
      }
      // Without the column of measures, which was reported, nothing can be said of the rows.
      if named.columns.contains(.measure) { append(row, fields: fields) }
    }
    while stack.count > base { closeGroup() }
  }

  private static let hierarchy: [MeasureColumn] = [.dimension, .item, .focus]

  /// How many headings that the table has opened stay open when `column` changes.
  private func openColumns(before column: MeasureColumn, in path: [MeasureColumn: PlanText], columns: [MeasureColumn])
    -> Int
  {
    Self.hierarchy.prefix { $0 != column }.filter { path[$0] != nil }.count
  }

  private mutating func append(_ row: NamedTable<MeasureColumn>.Row, fields columns: [MeasureField]) {
    let (label, text) = labelled(row[.measure])
    var fields = MeasureFields()
    for field in columns where !row[.field(field)].isBlank {
      fields[field] = cells.value(of: field, row[.field(field)])
    }
    // A row that only names a dimension, item or focus says that nothing is done there.
    if text.isBlank, fields.isEmpty { return }
    guard stack.count > 1 else {
      problems.add(.misplaced(.measureWithoutHeading), at: row.range)
      return
    }
    let measure = Measure(
      label: label, labelRange: label.map { row[.measure].sourceRange(of: 0..<$0.text.utf8.count) } ?? 0..<0,
      text: text,
      fields: fields, comments: comments, range: row.range)
    comments = []
    stack[stack.count - 1].group.measures.append(measure)
  }

  /// The number at the beginning of a cell, and the words behind it. Where further lines have numbers of that style,
  /// the cell holds a list and the number is part of it. In a 具體作法表, which does not print the numbers that
  /// Markdown gives, such a number is part of the words.
  private func labelled(_ cell: PlanText) -> (Label?, PlanText) {
    guard let (label, length) = Label.read(at: cell.string), layout.prints(label) else { return (nil, cell) }
    let isList = cell.string.lineSlices.dropFirst().contains { line in
      Label.read(at: line.unicodeScalars.drop { $0 == " " || $0 == "-" })?.label.style == label.style
    }
    return isList ? (nil, cell) : (label, cell.part(length..<cell.string.utf8.count))
  }
}

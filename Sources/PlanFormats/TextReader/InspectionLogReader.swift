import PlanModel
import PlanText

/// Reads a 巡檢工作日誌: a table under each `###` heading, or one table with a column 類別.
struct InspectionLogReader {
  private let tree: BlockTree
  private let fieldReader: FieldReader
  private(set) var problems = ProblemList()
  private(set) var intro: [SourceRange] = []
  private(set) var closing: [SourceRange] = []

  private var groups: [OpenGroup] = []
  private var comments: [PlanText] = []

  private struct OpenGroup {
    var group: InspectionGroup
    /// Whether it has a `###` heading, and not just a cell of a table.
    let isUnderHeading: Bool
    /// What stands under the heading beside the table.
    var texts: [SourceRange] = []
  }

  init(_ tree: BlockTree) {
    self.tree = tree
    fieldReader = FieldReader(tree: tree)
  }

  private var source: SourceText { tree.source }

  /// Reads the blocks under a `##` heading. The comments that are left over belong to whatever follows.
  mutating func read(_ blocks: [Block]) -> (log: InspectionLog, comments: [PlanText]) {
    var fields = FieldSet()
    let rule = MeasureTableReader.closingRule(in: blocks)
    for block in blocks[..<(rule ?? blocks.count)] { read(block, &fields) }
    // Behind a table that is the whole log, a paragraph is a remark on it all.
    if rule == nil, let last = groups.last, !last.isUnderHeading {
      closing = last.texts
      groups[groups.count - 1].texts = []
    }
    for block in blocks[(rule ?? blocks.count)...] {
      switch block.kind {
      case .paragraph: closing.append(block.range)
      case .comment: comments.append(tree.comment(block))
      default: break
      }
    }
    return (InspectionLog(date: fields[.inspectionDate], groups: groups.map { closed($0) }), comments)
  }

  private mutating func closed(_ open: OpenGroup) -> InspectionGroup {
    var group = open.group
    if group.text == nil {
      group.text = source.text(of: open.texts)
    } else {
      // Words that stood in a cell are never joined with what stands beside the table.
      for range in open.texts { problems.add(.misplaced(.amongInspections), at: range) }
    }
    return group
  }

  private mutating func read(_ block: Block, _ fields: inout FieldSet) {
    switch block.kind {
    case .heading: open(tree.heading(block))
    case .comment: comments.append(tree.comment(block))
    case .table: read(tree.table(block))
    case .paragraph where groups.isEmpty: read(fieldsOf: block, &fields)
    case .paragraph: addText(block.range)
    case .item where groups.isEmpty: read(fieldsOf: block, &fields)
    case .item, .quote:
      guard groups.last?.isUnderHeading == true else { return misplace(block) }
      // The marks of a quotation are none of its range, and part of the text.
      let line = source.rangeOfLine(source.line(at: block.range.lowerBound))
      addText(min(line.lowerBound, block.range.lowerBound)..<block.range.upperBound)
    case .rule, .code, .html, .text: misplace(block)
    }
  }

  private mutating func misplace(_ block: Block) {
    problems.add(.misplaced(.amongInspections), at: block.range)
  }

  private mutating func open(_ heading: MarkdownHeading) {
    if heading.level > 3 { problems.add(.headingTooDeep(level: heading.level, deepest: 3), at: heading.range) }
    open(InspectionGroup(heading: tree.text(of: heading), comments: comments), isUnderHeading: true)
    comments = []
  }

  private mutating func open(_ group: InspectionGroup, isUnderHeading: Bool) {
    groups.append(OpenGroup(group: group, isUnderHeading: isUnderHeading))
  }

  private mutating func addText(_ range: SourceRange) { groups[groups.count - 1].texts.append(range) }

  private mutating func read(fieldsOf block: Block, _ fields: inout FieldSet) {
    for (reading, range) in fieldReader.readings(of: block, allowed: FieldName.ofInspectionLog) {
      if case .text = reading {
        if block.kind == .paragraph { intro.append(range) } else { misplace(block) }
      }
      fields.add(reading, problems: &problems)
    }
  }

  // MARK: Tables

  /// Which cells of a row are what. Columns by other names than 類別 and 巡檢項目 are slots, whatever they are called.
  private struct Columns {
    var group: Int?
    var item: Int?
    var slots: [Int] = []

    init(_ header: MarkdownRow, problems: inout ProblemList) {
      for (index, cell) in header.cells.enumerated() {
        switch InspectionColumn.named(cell.string) {
        case .group where group == nil: group = index
        case .item where item == nil: item = index
        case let column?: problems.add(.repeatedColumn(column.name), at: cell.range)
        case nil: slots.append(index)
        }
      }
      if item == nil {
        problems.add(.missingColumn(InspectionColumn.item.name), at: header.range)
        item = slots.first
        slots = Array(slots.dropFirst())
      }
    }
  }

  private mutating func read(_ table: MarkdownTable) {
    let columns = Columns(table.header, problems: &problems)
    let slots = columns.slots.map { TimeSlot(table.header.cells[$0]) }
    let first = groups.count
    if columns.group == nil || table.rows.isEmpty {
      guard prepare(for: slots) else {
        problems.add(.misplaced(.amongInspections), at: table.range)
        return
      }
    }
    for row in table.rows {
      if row.cells.count != table.header.cells.count {
        problems.add(.cellCount(found: row.cells.count, expected: table.header.cells.count), at: row.range)
      }
      read(row, columns: columns, slots: slots)
    }
    // Where no item needed them, the columns are there all the same.
    let isUsed = groups[min(first, groups.count)...].contains { !$0.group.slots.isEmpty }
    if !isUsed, first < groups.count { groups[first].group.slots = slots }
  }

  private mutating func read(_ row: MarkdownRow, columns: Columns, slots: [TimeSlot]) {
    func cell(_ index: Int?) -> PlanText {
      if let index, row.cells.indices.contains(index) { return row.cells[index] }
      return PlanText("", range: row.range.lowerBound..<row.range.lowerBound)
    }
    let words = cell(columns.item)
    let cells = columns.slots.map { InspectionCell(cell($0)) }
    if columns.group != nil {
      let heading = cell(columns.group)
      if !heading.isBlank {
        open(InspectionGroup(heading: heading), isUnderHeading: false)
      } else if groups.isEmpty {
        open(InspectionGroup(heading: nil), isUnderHeading: false)
      }
      if words.isBlank {
        let filled = cells.indices.filter { !cells[$0].text.isBlank }
        if filled.isEmpty, !heading.isBlank { return }
        // A free field has neither items nor slots; what was entered stands in the first cell that there is.
        let last = groups.count - 1
        if filled == [0], groups[last].group.text == nil, groups[last].texts.isEmpty {
          groups[last].group.text = cells[0].text
          return
        }
      }
      if !prepare(for: slots) { open(InspectionGroup(heading: nil, slots: slots), isUnderHeading: false) }
    }
    groups[groups.count - 1].group.items.append(InspectionItem(words: words, cells: cells))
  }

  /// Makes sure that items with these slots can stand in the last group; false if it has others.
  private mutating func prepare(for slots: [TimeSlot]) -> Bool {
    guard let last = groups.last?.group else {
      open(InspectionGroup(heading: nil, slots: slots), isUnderHeading: false)
      return true
    }
    if last.slots.isEmpty, last.items.isEmpty {
      groups[groups.count - 1].group.slots = slots
      return true
    }
    return last.slots.map(\.text.string) == slots.map(\.text.string)
  }
}

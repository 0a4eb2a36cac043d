import PlanModel
import PlanText

extension PlanTextReader {
  /// What running text with tables of measures in it consists of, in order.
  enum SectionPart {
    /// Some lines that are not all blank, and the block with which they end where that was read.
    case text(Range<Int>, last: Block?)
    /// Tables of measures with the same columns, one behind the other.
    case measures([Block])
  }

  /// The parts of a section that is no table of a known kind, where a table of measures stands in it; nil where none
  /// does.
  func parts(of raw: RawSection, _ blocks: [Block]) -> [SectionPart]? {
    var parts: [SectionPart] = []
    var tables: [Block] = []
    var header: [String] = []
    var start = source.line(at: raw.heading.range.upperBound) + 1
    var between: Block?
    func flush(before line: Int) {
      // Lines may be of no block: those of a table that nobody can read.
      if (start..<line).contains(where: { !tree.bytes.isBlank(source.rangeOfLine($0)) }) {
        endTables()
        parts.append(.text(start..<line, last: between))
      }
      between = nil
    }
    func endTables() {
      if !tables.isEmpty { parts.append(.measures(tables)) }
      tables = []
    }
    for block in blocks {
      guard let names = columnsOfMeasures(block) else {
        between = block
        continue
      }
      let first = source.line(at: block.range.lowerBound)
      flush(before: first)
      if names != header { endTables() }
      tables.append(block)
      header = names
      start = source.line(at: max(block.range.lowerBound, block.range.upperBound - 1)) + 1
    }
    guard !header.isEmpty else { return nil }
    flush(before: raw.endLine)
    endTables()
    return parts
  }

  /// Whether nothing stands in a section but the headings and tables of one table of measures, with paragraphs before
  /// them or behind them.
  func isTableAlone(_ blocks: [Block]) -> Bool {
    let isTable = blocks.map { $0.kind == .heading || columnsOfMeasures($0) != nil }
    guard let first = isTable.firstIndex(of: true), let last = isTable.lastIndex(of: true),
      blocks[last].kind == .table
    else { return false }
    let hasHeadings = blocks.contains { $0.kind == .heading }
    return zip(blocks.indices, blocks).allSatisfy { index, block in
      switch block.kind {
      // Behind a heading a paragraph belongs to what it says.
      case .paragraph: index < first || index > last && !hasHeadings
      case .comment: index < last
      default: isTable[index]
      }
    }
  }

  /// The names above the columns, where a block is a table of measures.
  private func columnsOfMeasures(_ block: Block) -> [String]? {
    guard block.kind == .table, case let header = tree.header(of: block), SectionClassifier.holdsMeasures(header),
      tree.code(at: block.range.lowerBound)?.isBlock != true
    else { return nil }
    return header.cells.map(\.string)
  }

  /// The parts as sections, of which only the first has the heading.
  mutating func sections(of parts: [SectionPart], heading: PlanText, comments before: [PlanText]) -> [Section] {
    var sections: [Section] = []
    for part in parts {
      var section = Section(heading: heading, content: .narrative(""))
      switch part {
      case .text(let lines, let last): section.content = .narrative(tree.body(ofLines: lines, endingWith: last))
      case .measures(let tables):
        let names = tree.header(of: tables[0]).cells.map(\.string)
        read(tables, layout: SectionClassifier.layout(ofColumns: names), into: &section)
      }
      if sections.isEmpty { section.comments = before } else { section.continues() }
      sections.append(section)
    }
    return sections
  }
}

import PlanModel
import PlanText

extension DraftPlan {
  /// Writes a checklist: headings for its levels, and boxes and guidance under them.
  mutating func writeChecklist(_ body: [OfficeBlock], heading: String) {
    let count = body.filter(\.isTable).count
    var (number, rows) = (0, 0)
    for (index, block) in body.enumerated() {
      switch block {
      case .paragraph(let paragraph):
        let isHeading = body.indices.contains(index + 1) && body[index + 1].isTable
        if isHeading || number == 0 {
          add(isHeading ? "### " : "")
          if isHeading {
            add(MarkdownEscape.words(paragraph.shown.oneLine), from: place(of: paragraph))
            endBlock()
          } else {
            writeBeside(paragraph)
          }
        } else {
          writeComment(paragraph)
        }
      case .table(let table):
        number += 1
        guard let open = OpenTable(table, number: number, count: count) else { continue }
        // The headings of a checklist are its columns.
        leaveOut("columnNames", open.header.names.joined(separator: "｜"))
        writeTitles(open, afterHeading: hasTitleInTable && number == 1)
        let marks = CheckMarks(open)
        for row in open.bodyRows { writeCheckRow(open, row, marks) }
        rows += open.bodyRows.count
      }
    }
    note(.checklist, heading, count: rows)
  }

  private mutating func writeCheckRow(_ open: OpenTable, _ row: Int, _ marks: CheckMarks) {
    let checkpoints = open.header.checkpoints ?? open.table.width - 1
    let levels = (0..<open.table.width).filter { $0 != checkpoints && open.header.columns[$0].isLevel }
    // Without a column for the items a focus stands in their place.
    let top = open.header.columns.contains(.dimension) ? 3 : 4
    for (depth, column) in levels.enumerated() where open.begins(row: row, column: column) {
      let blocks = open.blocks(row: row, column: column)
      guard let first = blocks.paragraphs.first(where: { !$0.isBlank }) else { continue }
      add(String(repeating: "#", count: min(5, top + depth)) + " ")
      add(MarkdownEscape.words(blocks.text.oneLine), from: place(of: first, cell: cell(open, row: row, column: column)))
      endBlock()
    }
    // What the form has no column for is kept beside it.
    for column in 0..<open.table.width where column != checkpoints && column != marks.column && !levels.contains(column)
    {
      for paragraph in open.blocks(row: row, column: column).paragraphs
      where open.begins(row: row, column: column) && !paragraph.isBlank {
        writeComment(paragraph)
      }
    }
    guard open.begins(row: row, column: checkpoints) else { return }
    let lines = lines(of: open.blocks(row: row, column: checkpoints))
    var isNested = false
    let mark = marks.column.map { CheckMark.read(open.blocks(row: row, column: $0).text).kind }
    for (index, line) in lines.enumerated() {
      let place = place(of: line.paragraph, cell: cell(open, row: row, column: checkpoints))
      let box = CheckMark.read(line.text)
      switch box.kind {
      case .open, .ticked:
        add((isNested ? "  " : "") + (box.kind == .open ? "- [ ] " : "- [x] "))
        add(MarkdownEscape.words(box.words), from: place)
        endLine()
      case .guidance:
        isNested = false
        endBlock()
        add("> ")
        add(MarkdownEscape.words(box.words), from: place)
        endBlock()
      case .none where !marks.standInLines:
        add(mark == .ticked ? "- [x] " : "- [ ] ")
        add(MarkdownEscape.words(line.text), from: place)
        endLine()
      case .none:
        isNested = index + 1 < lines.count && CheckMark.read(lines[index + 1].text).kind != .none
        add("- ")
        add(MarkdownEscape.words(line.text), from: place)
        endLine()
      }
    }
    endBlock()
  }

  /// Writes an inspection log: a group of items under each heading, with the names of the columns above it.
  mutating func writeLog(_ body: [OfficeBlock], heading: String) {
    let count = body.filter(\.isTable).count
    var (number, rows) = (0, 0)
    for block in body {
      switch block {
      case .paragraph(let paragraph):
        if number == 0, let field = DateField(paragraph.shown.oneLine) {
          write(field, of: paragraph)
        } else if number == 0 {
          writeBeside(paragraph)
        } else {
          writeComment(paragraph)
        }
      case .table(let table):
        number += 1
        guard let open = OpenTable(table, number: number, count: count) else { continue }
        writeTitles(open, afterHeading: hasTitleInTable && number == 1)
        // The groups of a log are headings.
        for name in open.header.names where InspectionColumn.named(name) == .group { leaveOut("columnNames", name) }
        writeLogRows(open)
        rows += open.bodyRows.count
      }
    }
    note(.inspectionLog, heading, count: rows)
  }

  private mutating func writeLogRows(_ open: OpenTable) {
    let header = open.header.titleRows + open.header.rows - 1
    let item = open.header.names.firstIndex { InspectionColumn.named($0) == .item } ?? 0
    var needsHeader = true
    for row in open.bodyRows {
      let first = open.blocks(row: row, column: item).text.oneLine
      let others = (0..<open.table.width).filter { $0 != item && open.owners[row][$0] != open.owners[row][item] }
      let label = Label.read(at: first)?.label
      let isGroup = label?.style == .chinese || label?.style == .formal
      if isGroup, let paragraph = open.blocks(row: row, column: item).paragraphs.first {
        endBlock()
        add("### ")
        add(MarkdownEscape.words(first), from: place(of: paragraph, cell: cell(open, row: row, column: item)))
        endBlock()
        for column in others where open.begins(row: row, column: column) {
          for paragraph in open.blocks(row: row, column: column).paragraphs where !paragraph.isBlank {
            writeBeside(paragraph)
          }
        }
        needsHeader = true
      } else if label == nil, others.isEmpty, let paragraph = open.blocks(row: row, column: item).paragraphs.first {
        writeBeside(paragraph)
      } else {
        if needsHeader {
          writeBars(open, header)
          add("|" + String(repeating: " --- |", count: open.table.width))
          endLine()
        }
        needsHeader = false
        writeBars(open, row)
      }
    }
    endBlock()
  }

  private mutating func writeBars(_ open: OpenTable, _ row: Int) {
    add("|")
    for column in 0..<open.table.width {
      add(" ")
      let all = open.begins(row: row, column: column) ? lines(of: open.blocks(row: row, column: column)) : []
      add(all, in: cell(open, row: row, column: column), isPipe: true)
      add(all.isEmpty ? "|" : " |")
    }
    endLine()
  }
}

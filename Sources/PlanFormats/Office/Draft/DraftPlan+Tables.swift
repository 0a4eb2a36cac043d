import PlanModel
import PlanText

extension DraftPlan {
  /// A table that is being written.
  struct OpenTable {
    let table: OfficeTable
    let owners: [[OfficeTable.Owner?]]
    let header: DraftHeader
    /// Which table of the section it is, from 1, and how many there are.
    let number: Int
    let count: Int

    init?(_ table: OfficeTable, number: Int, count: Int) {
      guard let header = DraftHeader(table) else { return nil }
      (self.table, self.header, self.number, self.count) = (table, header, number, count)
      owners = table.owners
    }

    var bodyRows: Range<Int> { (header.titleRows + header.rows)..<table.rows.count }

    /// How many rows and columns the cell at a place covers from there on.
    func span(row: Int, column: Int) -> (rows: Int, columns: Int) {
      let owner = owners[row][column]
      guard owner != nil else { return (1, 1) }
      var columns = 1
      while column + columns < table.width, owners[row][column + columns] == owner { columns += 1 }
      var rows = 1
      while row + rows < table.rows.count, owners[row + rows][column] == owner { rows += 1 }
      return (rows, columns)
    }

    /// Whether a cell begins at a place, and not above it or to its left.
    func begins(row: Int, column: Int) -> Bool {
      guard let owner = owners[row][column] else { return true }
      return (row == 0 || owners[row - 1][column] != owner) && (column == 0 || owners[row][column - 1] != owner)
    }

    func blocks(row: Int, column: Int) -> [OfficeBlock] { owners[row][column].map { table[$0].blocks } ?? [] }
  }

  /// A line of a cell with the paragraph that it comes from.
  struct CellLine {
    let text: String
    let paragraph: OfficeParagraph
  }

  /// The lines of a cell; a table in it has a line for each of its rows.
  mutating func lines(of blocks: [OfficeBlock]) -> [CellLine] {
    var lines: [CellLine] = []
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): lines += paragraph.plainLines.map { CellLine(text: $0, paragraph: paragraph) }
      case .table(let table):
        noteInnerTable()
        for row in table.rows {
          let words = row.cells.map { $0.blocks.text.oneLine }.filter { !$0.isEmpty }.joined(separator: "　")
          guard let paragraph = row.cells.flatMap(\.blocks.paragraphs).first, !words.isEmpty else { continue }
          lines.append(CellLine(text: words, paragraph: paragraph))
        }
      }
    }
    return lines
  }

  func cell(_ open: OpenTable, row: Int, column: Int) -> DocumentPlaces.Place.Cell {
    DocumentPlaces.Place.Cell(
      table: open.number, tables: open.count, row: open.table.rows[row].number, column: column + 1,
      name: column < open.header.names.count ? open.header.names[column] : "")
  }

  /// Adds the lines of a cell, with a mark between them.
  mutating func add(_ lines: [CellLine], in cell: DocumentPlaces.Place.Cell, isPipe: Bool = false) {
    for (index, line) in lines.enumerated() {
      if index > 0 { add("<br>") }
      let words = MarkdownEscape.words(line.text)
      add(isPipe ? words.escapingPipes : words, from: place(of: line.paragraph, cell: cell))
    }
  }

  /// Adds the names of the columns, each in one line, as rows of HTML.
  mutating func addHeader(_ open: OpenTable, levels: LevelColumns? = nil) {
    for row in open.header.titleRows..<(open.header.titleRows + open.header.rows) {
      add("<tr>")
      for column in 0..<open.table.width where open.begins(row: row, column: column) {
        addTag("th", open.span(row: row, column: column))
        let blocks = open.blocks(row: row, column: column)
        if let first = blocks.paragraphs.first {
          add(
            MarkdownEscape.words(blocks.text.oneLine),
            from: place(of: first, cell: cell(open, row: row, column: column)))
        }
        add("</th>")
        if levels?.shared == column {
          addTag("th", open.span(row: row, column: column), words: LevelColumns.addedName)
        }
      }
      add("</tr>")
      endLine()
    }
  }

  mutating func addTag(_ name: String, _ span: (rows: Int, columns: Int)) {
    add("<\(name)")
    if span.rows > 1 { add(" rowspan=\"\(span.rows)\"") }
    if span.columns > 1 { add(" colspan=\"\(span.columns)\"") }
    add(">")
  }

  /// Writes rows as HTML, in which cells that span others stay what they are. A column whose cells are numbered may be
  /// divided: each number begins a row of its own, for which the other cells hold as well.
  mutating func writeTable(_ open: OpenTable, dividing divided: Int? = nil) {
    add("<table>")
    endLine()
    let levels = divided == nil ? nil : LevelColumns(open)
    add("<thead>")
    endLine()
    addHeader(open, levels: levels)
    add("</thead>")
    endLine()
    // The parts of each divided cell; rows of others have one.
    var parts: [Int: [[CellLine]]] = [:]
    if let divided {
      for row in open.bodyRows where open.begins(row: row, column: divided) {
        guard open.span(row: row, column: divided) == (1, 1) else { continue }
        let found = MeasureParts.divide(lines(of: open.blocks(row: row, column: divided)))
        if found.count > 1 {
          parts[row] = found
          noteDivided()
        }
      }
    }
    let names =
      blanksNames ? open.header.names.indices.filter { MemberColumn.named(open.header.names[$0]) == .name } : []
    for row in open.bodyRows {
      for part in 0..<(parts[row]?.count ?? 1) {
        add("<tr>")
        for column in 0..<open.table.width where open.begins(row: row, column: column) {
          let isDivided = column == divided && parts[row] != nil
          guard part == 0 || isDivided else { continue }
          var span = open.span(row: row, column: column)
          if !isDivided { span.rows = (row..<(row + span.rows)).reduce(0) { $0 + (parts[$1]?.count ?? 1) } }
          let place = cell(open, row: row, column: column)
          let all = isDivided ? parts[row]?[part] ?? [] : lines(of: open.blocks(row: row, column: column))
          if let levels, levels.columns.contains(column) {
            addLevels(all, levels.shared == column ? levels.upperLines(row: row, of: all.count) : nil, span, in: place)
            continue
          }
          addTag("td", span)
          if names.contains(column), !all.isEmpty {
            leaveOut("name", all.map { String(repeating: "○", count: $0.text.count) }.joined(separator: " "))
          } else {
            add(all, in: place)
          }
          add("</td>")
        }
        add("</tr>")
        endLine()
      }
    }
    add("</table>")
    endBlock()
  }

  /// Adds a cell of names, which stand in one line each; two levels in one cell are two cells, of which `upper` says how
  /// many lines the first has.
  private mutating func addLevels(
    _ lines: [CellLine], _ upper: Int?, _ span: (rows: Int, columns: Int), in cell: DocumentPlaces.Place.Cell
  ) {
    for part in upper.map({ [lines[..<$0], lines[$0...]] }) ?? [lines[...]] {
      addTag("td", span)
      if let first = part.first {
        add(
          MarkdownEscape.words(part.map(\.text).joined(separator: "\n").oneLine),
          from: place(of: first.paragraph, cell: cell))
      }
      add("</td>")
    }
  }

  private mutating func addTag(_ name: String, _ span: (rows: Int, columns: Int), words: String) {
    addTag(name, span)
    add("\(words)</\(name)>")
  }

  /// Writes the titles that stand in a table above the names of its columns; the first of them may be the heading of
  /// the section.
  mutating func writeTitles(_ open: OpenTable, afterHeading: Bool = false) {
    var isFirst = afterHeading
    for row in 0..<open.header.titleRows {
      for column in 0..<open.table.width where open.begins(row: row, column: column) {
        for paragraph in open.blocks(row: row, column: column).paragraphs where !paragraph.isBlank {
          if !isFirst, open.header.isLog, let field = DateField(paragraph.shown.oneLine) {
            write(field, of: paragraph)
          } else if !isFirst {
            writeBeside(paragraph)
          }
          isFirst = false
        }
      }
    }
  }
}

extension String {
  /// The words in a cell of a pipe table.
  var escapingPipes: String {
    has(ascii: "|") ? split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : self
  }
}

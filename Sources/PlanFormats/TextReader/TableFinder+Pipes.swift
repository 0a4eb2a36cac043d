import PlanModel
import PlanText

extension TableFinder {
  /// Rows with bars. Blank lines between rows that begin with a bar are passed over.
  mutating func pipes(at first: Int, in entries: [Entry], blocks: [Block]) -> Run? {
    if first < proseUntil { return nil }
    var rows: [TableLine] = []
    var next = first
    while next < entries.count, let line = entries[next].line {
      let belongs =
        next == first || Self.isNear(next, in: entries)
        ? !line.bars.isEmpty || line.isDashes : line.isRow && rows.last?.beginsWithBar == true
      guard belongs else { break }
      rows.append(line)
      next += 1
    }
    // A line across the page behind the last row is none of the table's.
    while rows.count > 2, let last = rows.last, last.isDashes, last.bars.isEmpty { rows.removeLast() }
    let above = first > 0 ? cellsOfTable(entries[first - 1]) : nil
    let isKnown = first > 0 && isKnownTable(entries[first - 1])
    guard
      let start = rows.indices.first(where: { isTable(rows, from: $0, above: $0 == 0 ? above : nil, isKnown: isKnown) })
    else {
      // All rows were looked at.
      proseUntil = next
      return nil
    }
    let table = Array(rows[start...])
    let isContinued = start == 0 && above != nil && !(table.count > 1 && table[1].isDashes)
    let before = isContinued ? entries[first - 1] : nil
    let mend = mend(table, continuing: before)
    let isClear = mend?.isCertain ?? false
    return Run(
      entries: (first + start)..<(first + rows.count),
      form: form(
        of: table, isContinued: isContinued, isBehindBlankLine: isContinued && !Self.isNear(first, in: entries),
        isBehindWords: start > 0 || above == nil ? isBehindWords(table, first + start, in: entries) : false),
      mend: mend, table: isClear ? self.table(of: table, continuing: before.map { blocks[$0.block] }) : nil,
      isContinued: isContinued)
  }

  /// The table that rows with as many cells make, or go on with.
  private func table(of rows: [TableLine], continuing above: Block?) -> MarkdownTable? {
    let own = rows.lazy.filter { !$0.isDashes }.map { TableRowScanner.row($0, in: bytes) }
    // A header alone may have lost its rows.
    guard let last = own.last, above != nil || own.count > 1 else { return nil }
    let before = above.map(tree.table)
    guard let header = before?.header ?? own.first, own.allSatisfy({ $0.cells.count == header.cells.count }) else {
      return nil
    }
    return MarkdownTable(
      header: header, rows: (before?.rows ?? []) + own.dropFirst(before == nil ? 1 : 0),
      range: (before?.range ?? header.range).lowerBound..<last.range.upperBound)
  }

  private func cellsOfTable(_ entry: Entry) -> Int? {
    if case .table(let cells, _, _) = entry.content { cells } else { nil }
  }

  /// Whether a table has columns that are known, so that lines below it are its rows even where there are but two
  /// cells.
  private func isKnownTable(_ entry: Entry) -> Bool {
    if case .table(_, let isKnown, _) = entry.content { isKnown } else { false }
  }

  /// Whether a table begins at a row: bars in prose are words.
  private func isTable(_ rows: [TableLine], from start: Int, above: Int?, isKnown: Bool) -> Bool {
    let row = rows[start]
    let next = start + 1 < rows.count ? rows[start + 1] : nil
    if row.isRow {
      let isOneRow = row.endsWithBar && row.bars.count >= 3
      return isOneRow || above != nil || (next.map { $0.isRow || $0.isDashes } ?? false)
    }
    if let above, row.cells.count == above {
      if above > 2 { return true }
      // One bar is found in prose too.
      let isFollowed = next.map { $0.cells.count == above && isHeader($0.cells) } ?? false
      let isRemark = source.text(in: row.range).unicodeScalars.contains { $0 == "：" || $0 == ":" }
      if above == 2, isHeader(row.cells), !isRemark, isKnown || isFollowed { return true }
    }
    guard let next, !row.bars.isEmpty else { return false }
    if next.isDashes { return !next.bars.isEmpty || start + 2 < rows.count }
    guard next.bars.count == row.bars.count else { return false }
    // 首頁｜申辦｜公告 above another such line is a menu.
    return isHeader(row.cells) && knownColumns(row.cells) > 1
  }

  /// Whether cells could be the names of columns: none is empty or has a sentence in it.
  func isHeader(_ cells: [SourceRange]) -> Bool {
    cells.allSatisfy { cell in
      let words = source.text(in: cell)
      return !PlanText(words).isBlank && !words.unicodeScalars.contains { "。，；！？".unicodeScalars.contains($0) }
    }
  }

  /// How many of the cells have the name of a column that any of the tables may have.
  func knownColumns(_ cells: [SourceRange]) -> Int {
    TableColumns.known(among: cells.lazy.map { source.text(in: $0) })
  }

  private func form(
    of rows: [TableLine], isContinued: Bool, isBehindBlankLine: Bool, isBehindWords: Bool
  ) -> StrangeTable.Form {
    let hasHeader = knownColumns(rows[0].cells) > 1
    if let bar = rows.lazy.compactMap(\.strangeBar).first {
      return .strangeBars(bar, hasHeader: hasHeader || !isContinued)
    }
    if isBehindBlankLine, !hasHeader { return .behindBlankLine }
    guard rows.count > 1, rows[1].isDashes else { return isBehindWords && !hasHeader ? .behindWords : .withoutDashes }
    return isDelimiter(rows[1]) ? .behindBlankLine : .strangeDashes(rows[1].range)
  }

  /// Whether the table before the few words in front of these rows has as many cells as each of them.
  private func isBehindWords(_ rows: [TableLine], _ first: Int, in entries: [Entry]) -> Bool {
    let table = entries[max(0, first - 20)..<first].last { cellsOfTable($0) != nil }.flatMap(cellsOfTable)
    return rows.allSatisfy { $0.cells.count == table }
  }

  /// Whether a line of dashes is one to Markdown.
  private func isDelimiter(_ line: TableLine) -> Bool {
    !line.bars.isEmpty
      && bytes[line.range].allSatisfy {
        $0 == Ascii.hyphen || $0 == Ascii.pipe || $0 == Ascii.colon || Ascii.isBlank($0)
      }
  }

  // MARK: Mending

  /// The changes that make one pipe table of rows that have the same number of cells, and all begin with a bar or none.
  private func mend(_ rows: [TableLine], continuing above: Entry?) -> Mend? {
    let expected = above.flatMap(cellsOfTable) ?? rows[0].cells.count
    let isEven = rows.allSatisfy { row in
      row.isDashes
        || !row.isMixed && (row.isRow || above == nil && !rows[0].beginsWithBar && !row.beginsWithBar)
          && row.cells.count == expected
          && (row.strangeBar == nil) == (rows[0].strangeBar == nil)
    }
    guard isEven, !rows[0].isDashes else { return nil }
    // A header of its own under a table begins another table, whatever it lacks.
    let isNamed = knownColumns(rows[0].cells) > 1
    let hasDashes = rows.count > 1 && rows[1].isDashes
    if above != nil, isNamed { return nil }
    var edits: [(range: SourceRange, text: String)] = []
    var end = above.map { source.rangeOfLine($0.number).upperBound }
    for (index, row) in rows.enumerated() {
      if let end, let blank = blankLines(from: end, to: row) { edits.append((blank, "")) }
      end = source.rangeOfLine(source.line(at: row.range.lowerBound)).upperBound
      if row.isDashes, index == 1, above == nil {
        if !isDelimiter(row) { edits.append((row.range, Self.delimiter(expected))) }
        continue
      }
      if row.isDashes { return nil }
      if row.strangeBar != nil { edits += row.bars.map { ($0, "|") } }
      if index == 0, above == nil, !hasDashes {
        edits.append((row.range.upperBound..<row.range.upperBound, lineBreak(at: row) + Self.delimiter(expected)))
      }
    }
    let deadline =
      if let above, case .table(_, _, let column) = above.content { column } else if above == nil {
        rows[0].cells.firstIndex { MeasureColumn.named(source.text(in: $0)) == .deadline }
      } else { Int?.none }
    let body = rows.dropFirst(above == nil ? 1 : 0).filter { !$0.isDashes }
    return Mend(
      edits: edits,
      isCertain: (above != nil || isNamed || hasDashes)
        && !body.contains { isRemark($0, deadline: deadline) && (above != nil || !repeats($0, rows[0])) })
  }

  /// Whether a row is another one again, as a header is on a new page.
  private func repeats(_ row: TableLine, _ other: TableLine) -> Bool {
    zip(row.cells, other.cells).allSatisfy { row, other in
      source.text(in: row).trimmingWhiteSpace().isWritten(source.text(in: other).trimmingWhiteSpace())
    }
  }

  /// Whether a row may be no row of the table but a remark below it, or the sum: one that would be a measure is not
  /// made without a person looking.
  private func isRemark(_ row: TableLine, deadline: Int?) -> Bool {
    let cells = row.cells.map { source.text(in: $0).trimmingWhiteSpace() }
    let first = cells.first ?? ""
    if ["註", "備註", "附註", "說明", "合計", "總計", "小計"].contains(where: {
      first.hasPrefix($0) && first.utf8.count <= $0.utf8.count + 3
    }) {
      return true
    }
    guard let deadline, deadline < cells.count, !cells[deadline].isEmpty, !cells[deadline].saysSameAsAbove else {
      return false
    }
    // A day that does not exist is meant as one.
    switch Deadline(PlanText(cells[deadline])).reading {
    case .success, .failure(.impossible), .failure(.unstated): return false
    case .failure: return true
    }
  }

  /// The blank lines between the end of a line and a row, with the line breaks behind them.
  func blankLines(from end: Int, to row: TableLine) -> SourceRange? {
    let from = source.line(at: end) + 1
    let number = source.line(at: row.range.lowerBound)
    guard from < number else { return nil }
    return source.rangeOfLine(from).lowerBound..<source.rangeOfLine(number).lowerBound
  }

  /// The line break of the file at the end of a row.
  func lineBreak(at row: TableLine) -> String {
    let end = row.line.end
    guard end < bytes.count, bytes[end] == Ascii.carriageReturn else { return "\n" }
    return end + 1 < bytes.count && bytes[end + 1] == Ascii.lineFeed ? "\r\n" : "\r"
  }

  /// `| --- | --- |`
  static func delimiter(_ cells: Int) -> String { "|" + String(repeating: " --- |", count: cells) }
}

import PlanModel
import PlanText

extension TableFinder {
  // MARK: Tabs

  /// Lines with tabs, as a spreadsheet copies them. Tabs in prose are white space: the first line must look like a
  /// header, and the next have the same columns.
  mutating func tabs(at first: Int, in entries: [Entry], blocks: [Block]) -> Run? {
    guard let header = entries[first].line, let names = cells(of: header), names.count > 1, isHeader(names) else {
      return nil
    }
    let known = knownColumns(names)
    guard names.count > 2 || known == 2, entries[first].number < source.lineCount else { return nil }
    let start = header.line.start
    if known > 1,
      let grid = TabTable.grid(from: start, to: endOfSection(behind: entries[first].block, in: blocks), in: bytes),
      grid.rows.count > 1
    {
      return Run(
        entries: first..<behind(grid.range, from: first, in: entries), form: .tabs, end: grid.range.upperBound,
        table: table(grid))
    }
    // The next line may begin with a number, which makes an item of it.
    let next = source.rangeOfLine(entries[first].number + 1)
    let below = bytes[next].count { $0 == Ascii.tab }
    guard below >= (known > 1 ? 1 : 2), below < names.count, !bytes.isBlank(next) else { return nil }
    var last = entries[first].number + 1
    while last < source.lineCount, case let line = source.rangeOfLine(last + 1), !bytes.isBlank(line),
      bytes[line].contains(Ascii.tab)
    {
      last += 1
    }
    let end = source.rangeOfLine(last).upperBound
    return Run(entries: first..<behind(start..<end, from: first, in: entries), form: .tabs, end: end)
  }

  /// The first entry behind a stretch that begins with one.
  private func behind(_ range: SourceRange, from first: Int, in entries: [Entry]) -> Int {
    var index = first + 1
    while index < entries.count, let line = entries[index].line, line.range.lowerBound < range.upperBound { index += 1 }
    return index
  }

  /// The cells of a line, those before the first word included; nil where it has no tab.
  private func cells(of line: TableLine) -> [SourceRange]? {
    let tabs = line.tabs(in: bytes)
    guard !tabs.isEmpty else { return nil }
    let ends = tabs + [line.range.upperBound]
    var start = line.line.start
    return ends.map { end in
      defer { start = end + 1 }
      return start..<max(start, end)
    }
  }

  /// The table with the names of columns that plans have.
  func table(_ grid: Grid?) -> MarkdownTable? { grid?.table { TableColumns.known(among: [$0]) > 0 } }

  // MARK: Grids

  /// `+---+---+`, with rows between bars, or the same with characters for drawing boxes.
  mutating func grid(at first: Int, in entries: [Entry]) -> Run? {
    guard first >= bordersUntil, let line = entries[first].line else { return nil }
    // A frame may lack its first line.
    let isBelowRow =
      line.beginsWithBar && first + 1 < entries.count && Self.isNear(first + 1, in: entries)
      && entries[first + 1].line.map(isBorder) == true
    guard isBorder(line) || isBelowRow else { return nil }
    var index = first + 1
    var hasRow = isBelowRow
    while index < entries.count, let line = entries[index].line, Self.isNear(index, in: entries),
      line.beginsWithBar || isBorder(line) || bytes[line.range.lowerBound] == Ascii.plus || beginsDrawn(line)
    {
      // One cell in a frame is a box of a chart, unless it is the name of a column.
      if !isBorder(line), line.cells.count > 1 || knownColumns(line.cells) > 0 { hasRow = true }
      index += 1
    }
    if !hasRow { (bordersUntil, proseUntil) = (index, max(proseUntil, index)) }
    guard hasRow else { return nil }
    let lines = entries[first..<index].compactMap(\.line)
    return Run(
      entries: first..<index, form: .grid,
      table: table(FrameTable.grid(lines, isBorder: lines.map(isBorder), in: bytes)))
  }

  private func isBorder(_ line: TableLine) -> Bool {
    let range = line.range
    guard range.count > 2 else { return false }
    if bytes[range.lowerBound] == Ascii.plus {
      return bytes[range.upperBound - 1] == Ascii.plus
        && bytes[range].allSatisfy {
          $0 == Ascii.plus || $0 == Ascii.hyphen || $0 == UInt8(ascii: "=") || $0 == Ascii.colon
        }
    }
    // A bar at the beginning would be a row.
    guard beginsDrawn(line), !line.beginsWithBar else { return false }
    return stride(from: range.lowerBound, to: range.upperBound, by: 3).allSatisfy { isDrawn(at: $0) }
  }

  /// Whether a line begins with a character for drawing boxes, ├ or │.
  private func beginsDrawn(_ line: TableLine) -> Bool { isDrawn(at: line.range.lowerBound) }

  /// U+2500–257F begin with E2 94 or E2 95.
  private func isDrawn(at index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == 0xE2 && (bytes[index + 1] == 0x94 || bytes[index + 1] == 0x95)
  }

  // MARK: Columns under dashes

  /// Pandoc's simple and multiline tables: words above or below `-----  -----`, in the same columns.
  mutating func columns(at first: Int, in entries: [Entry], blocks: [Block]) -> Run? {
    guard let line = entries[first].line else { return nil }
    // The table begins with its header, with a line of dashes above that, or, where there is none, with the dashes.
    var dashes = first
    if isFullLine(line), first + 1 < entries.count, Self.isNear(first + 1, in: entries) { dashes += 1 }
    var headerLines = 0
    while dashes < entries.count, dashes == first || Self.isNear(dashes, in: entries), headerLines < 6,
      let line = entries[dashes].line, !isGroups(line)
    {
      guard line.bars.isEmpty, !line.isDashes, hasColumns(line) else { return nil }
      dashes += 1
      headerLines += 1
    }
    guard dashes < entries.count, let groups = entries[dashes].line, isGroups(groups),
      dashes == first || Self.isNear(dashes, in: entries)
    else { return nil }
    let hasBody = dashes + 1 < entries.count && Self.isNear(dashes + 1, in: entries)
    guard headerLines > 0 || hasBody && (entries[dashes + 1].line.map(hasColumns) ?? false) else { return nil }
    // Rows of a multiline table have blank lines between them, up to the closing line.
    let limit = endOfSection(behind: entries[dashes].block, in: blocks)
    let closing = isFullLine(line) ? closingLine(behind: entries[dashes].number, to: limit) : nil
    let last = closing ?? lastLine(from: entries[dashes].number, to: limit)
    let lines = (entries[first].number...last).map { number in
      let range = source.rangeOfLine(number)
      return MarkdownLine(start: range.lowerBound, end: range.upperBound)
    }
    let grid = ColumnTable.grid(
      lines, dashes: entries[dashes].number - entries[first].number, isMultiline: closing != nil, in: bytes)
    return Run(
      entries: first..<behind(lines[...].range, from: first, in: entries), form: .columns,
      end: lines[...].range.upperBound, table: table(grid))
  }

  /// The number of the last line before a blank one. A row may begin with a number, which makes an item of it.
  private func lastLine(from number: Int, to limit: Int) -> Int {
    var last = number
    while last < source.lineCount, case let line = source.rangeOfLine(last + 1), line.lowerBound < limit,
      !bytes.isBlank(line)
    {
      last += 1
    }
    return last
  }

  /// The number of the next line of dashes in one piece behind another, before a place.
  private func closingLine(behind number: Int, to limit: Int) -> Int? {
    var number = number + 1
    while number <= source.lineCount, case let range = source.rangeOfLine(number), range.lowerBound < limit {
      if isFullLine(TableLine(MarkdownLine(start: range.lowerBound, end: range.upperBound), in: bytes)) {
        return number
      }
      number += 1
    }
    return nil
  }

  /// `----------`, in one piece.
  private func isFullLine(_ line: TableLine) -> Bool {
    line.range.count > 5 && bytes[line.range].allSatisfy { $0 == Ascii.hyphen }
  }

  /// `-----  -----`: two or more groups of at least two dashes.
  private func isGroups(_ line: TableLine) -> Bool {
    guard line.isDashes, line.bars.isEmpty, line.range.contains(where: { Ascii.isBlank(bytes[$0]) }) else {
      return false
    }
    let groups = bytes[line.range].split(whereSeparator: Ascii.isBlank)
    return groups.count > 1
      && groups.allSatisfy { group in
        group.count > 1 && (group.allSatisfy { $0 == Ascii.hyphen } || group.allSatisfy { $0 == UInt8(ascii: "=") })
      }
  }

  /// Whether words stand in columns: with two blanks or a full-width one between them.
  private func hasColumns(_ line: TableLine) -> Bool {
    var blanks = 0
    for scalar in source.text(in: line.range).unicodeScalars {
      switch scalar {
      case " ": blanks += 1
      case "\t", "\u{3000}": blanks += 2
      default: blanks = 0
      }
      if blanks > 1 { return true }
    }
    return false
  }

  // MARK: HTML

  /// `<table>` with rows in it, or rows without it. The name of the tag in prose is a word.
  mutating func html(at first: Int, in entries: [Entry], blocks: [Block]) -> Run? {
    guard let line = entries[first].line, let tag = firstTag(in: line), tag.start >= wordsUntil else { return nil }
    var index = first + 1
    while index < entries.count, entries[index].line != nil, Self.isNear(index, in: entries) { index += 1 }
    let near = entries[index - 1].line?.range.upperBound ?? line.range.upperBound
    var end = near
    var grid: Grid?
    if tag.isTable, tag.start >= unclosedUntil {
      let limit = endOfSection(behind: entries[first].block, in: blocks)
      if let close = closingTable(from: tag.start, to: limit) {
        end = close
        // Words in front of it would be lost.
        if tag.start == line.range.lowerBound { grid = HTMLTable.grid(tag.start..<close, in: bytes) }
      } else {
        unclosedUntil = limit
      }
    }
    guard hasCell(in: tag.start..<end) else {
      wordsUntil = end
      return nil
    }
    let last = entries[first...].prefix { ($0.line?.range.lowerBound ?? end) < end }.endIndex
    return Run(entries: first..<max(first + 1, last), form: .html, end: end, table: table(grid))
  }

  /// The first `<table` of a line, or the `<tr` or `<td` that it begins with.
  private func firstTag(in line: TableLine) -> (start: Int, isTable: Bool)? {
    let range = line.range
    if isTag("tr", at: range.lowerBound) || isTag("td", at: range.lowerBound) { return (range.lowerBound, false) }
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case Ascii.backslash: index += 2
      case Ascii.backtick: index = TableLine.endOfCode(at: index, to: range.upperBound, in: bytes)
      case Ascii.less where isTag("table", at: index): return (index, true)
      default: index += 1
      }
    }
    return nil
  }

  /// Whether a tag of that name begins at a place, whatever the case of its letters.
  private func isTag(_ name: StaticString, at index: Int, closing: Bool = false) -> Bool {
    guard index < bytes.count, bytes[index] == Ascii.less else { return false }
    let start = closing ? index + 2 : index + 1
    let end = start + name.utf8CodeUnitCount
    guard end <= bytes.count, !closing || bytes[index + 1] == Ascii.slash else { return false }
    let isName = name.withUTF8Buffer { name in zip(bytes[start..<end], name).allSatisfy { $0 | 0x20 == $1 } }
    return isName
      && (end == bytes.count || bytes[end] == Ascii.greater || bytes[end] == Ascii.slash || bytes[end] <= Ascii.space)
  }

  /// Behind the `</table>` that closes the table at a place, those inside it passed over.
  private func closingTable(from start: Int, to end: Int) -> Int? {
    var depth = 0
    for index in start..<end where bytes[index] == Ascii.less {
      if isTag("table", at: index) { depth += 1 }
      guard isTag("table", at: index, closing: true) else { continue }
      depth -= 1
      if depth == 0 { return min(end, index + 8) }
    }
    return nil
  }

  private func hasCell(in range: SourceRange) -> Bool {
    range.contains { bytes[$0] == Ascii.less && (isTag("td", at: $0) || isTag("th", at: $0)) }
  }

  /// Where the next heading begins, or the last block ends.
  private mutating func endOfSection(behind block: Int, in blocks: [Block]) -> Int {
    if blocks[block].range.lowerBound >= sectionEnd {
      let next = blocks[block...].first { $0.kind == .heading }
      sectionEnd = next?.range.lowerBound ?? blocks.last?.range.upperBound ?? bytes.count
    }
    return sectionEnd
  }
}

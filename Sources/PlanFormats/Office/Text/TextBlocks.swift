import PlanModel
import PlanText

/// Makes paragraphs and tables of lines of text.
struct TextBlocks {
  private(set) var blocks: [OfficeBlock] = []
  private(set) var leftOut: [LeftOut] = []
  private let lines: [TextLine]
  private var tables = 0
  private var paragraphs = 0
  /// How wide a line is that was broken because it was full, in columns.
  private let fullWidth: Int
  /// Whether a blank line stands behind every line, and so parts nothing.
  private let isSpaced: Bool

  init(_ lines: [TextLine]) {
    self.lines = lines
    let used = lines.filter { !$0.isBlank && !$0.hasTabs }
    let widths = used.map(\.width).sorted()
    // A few lines are longer than the page.
    fullWidth = widths.isEmpty ? 0 : max(40, widths[widths.count * 9 / 10])
    var single = 0
    for index in lines.indices.dropLast() where !lines[index].isBlank && lines[index + 1].isBlank { single += 1 }
    isSpaced = used.count > 8 && single * 10 > used.count * 9
  }

  mutating func read() {
    var index = 0
    while index < lines.count {
      if lines[index].isBlank {
        index += 1
      } else if let end = tabTable(from: index) ?? columnTable(from: index) {
        index = end
      } else {
        index = paragraph(from: index)
      }
    }
  }

  /// Whether a line has names of columns that plantool knows, two or more.
  static func namesColumns(_ line: TextLine) -> Bool {
    let names = line.hasTabs ? line.cells : line.pieces.map(\.text)
    return (2...40).contains(names.count) && DraftHeader.isKnown(names)
  }

  // MARK: Paragraphs

  /// Reads a paragraph with the lines that it was broken into, and tells where it ends.
  private mutating func paragraph(from start: Int) -> Int {
    if Self.isRule(lines[start].words) {
      leftOut.append(LeftOut(kind: .drawnLine, text: lines[start].words))
      return start + 1
    }
    var text = lines[start].words
    var last = start
    while let next = nextLine(behind: last), goesOn(text, lines[last], lines[next]) {
      text = text.joiningLine(lines[next].words)
      last = next
    }
    add(text, line: lines[start].number)
    return last + 1
  }

  /// The line that may go on with a paragraph: the next one, or the one behind a blank line where all are spaced so.
  private func nextLine(behind index: Int) -> Int? {
    var next = index + 1
    if isSpaced, next < lines.count, lines[next].isBlank { next += 1 }
    return next < lines.count && !lines[next].isBlank ? next : nil
  }

  /// Whether a line goes on with what the one before it began: this was full and no sentence ended there.
  private func goesOn(_ text: String, _ last: TextLine, _ next: TextLine) -> Bool {
    let words = next.words
    guard !next.hasTabs, !Self.namesColumns(next), !Self.isRule(words), !text.hasPrefix("#"),
      let end = text.unicodeScalars.last
    else { return false }
    if "。：:；;！？".unicodeScalars.contains(end) { return false }
    let mark = TextMark(words)
    if mark.isBullet || mark.level != nil || Label.read(at: mark.words) != nil { return false }
    if AttachmentReference.all(in: PlanText(words)).first?.isAtStart == true { return false }
    return last.width * 10 >= fullWidth * 8
  }

  private mutating func add(_ text: String, line: Int) {
    let mark = TextMark(text)
    let words = Self.withoutTags(mark.words)
    guard !words.isEmpty else { return }
    paragraphs += 1
    let place = OfficePlace(part: "", paragraph: paragraphs, content: 0..<0, line: line)
    blocks.append(
      .paragraph(
        OfficeParagraph(
          text: words, label: mark.isBullet ? "•" : nil, isBullet: mark.isBullet, level: mark.level, place: place)))
  }

  /// A line of dashes, drawn under a row or between parts.
  static func isRule(_ words: String) -> Bool {
    let scalars = words.unicodeScalars.filter { !$0.showsNothing }
    return scalars.count > 2 && scalars.allSatisfy { "-－—─━_＿=＝|｜+:┼┌┐└┘├┤┬┴│*".unicodeScalars.contains($0) }
  }

  /// Words without the tags that a converter left in them.
  private static func withoutTags(_ text: String) -> String {
    guard TextCell.hasTags(text) else { return text }
    return TextCell.lines(of: text).joined(separator: "\n")
  }

  // MARK: Tables

  /// Reads rows with tabs, blank lines and lines of dashes among them, and tells where they end.
  private mutating func tabTable(from start: Int) -> Int? {
    guard lines[start].hasTabs else { return nil }
    var rows: [(line: Int, cells: [String])] = []
    var (index, end) = (start, start)
    var (hasNames, isLog) = (false, false)
    while index < lines.count {
      let line = lines[index]
      if line.hasTabs {
        let names = Self.namesColumns(line)
        // Names of columns begin another table, or the same on the next page; up to two rows above them are its title.
        if names, hasNames || rows.count > 2 { break }
        hasNames = hasNames || names
        isLog = isLog || names && line.cells.contains { InspectionColumn.named($0) == .item }
        // A name that was broken onto two lines has a blank in it.
        rows.append((line.number, names ? line.cells.map { $0.oneLineName } : line.cells))
        end = index + 1
      } else if Self.isRule(line.words), !rows.isEmpty {
        leftOut.append(LeftOut(kind: .drawnLine, text: line.words))
        end = index + 1
      } else if isLog, Label.read(at: line.words)?.label.style == .chinese, isBeforeRow(index) {
        // The heading of a group of items stands in a row of its own.
        rows.append((line.number, [line.words]))
        end = index + 1
      } else if !line.isBlank {
        break
      }
      index += 1
    }
    let width = rows.map(\.cells.count).max() ?? 0
    // A tab in a single line only moves its words.
    guard rows.count > 1 || width > 2 else { return nil }
    guard width <= OfficeTable.columnLimit else { return nil }
    addTable(rows.map { row in (row.line, row.cells.map { [TextPart(line: row.line, text: $0)] }) })
    return end
  }

  /// Whether a row follows, that names no columns.
  private func isBeforeRow(_ index: Int) -> Bool {
    guard let next = lines[(index + 1)...].first(where: { !$0.isBlank }) else { return false }
    return next.hasTabs && !Self.namesColumns(next)
  }

  private mutating func columnTable(from start: Int) -> Int? {
    guard let table = TextColumns(lines, from: start) else { return nil }
    leftOut += table.rules.map { LeftOut(kind: .drawnLine, text: $0) }
    addTable(table.rows)
    return table.end
  }

  private mutating func addTable(_ rows: [(line: Int, cells: [[TextPart]])]) {
    tables += 1
    let made = rows.enumerated().map { index, row in
      let cells = row.cells.enumerated().map { column, parts in
        OfficeTable.Cell(column: column, columns: 1, blocks: blocks(of: parts, row: index + 1, column: column + 1))
      }
      return OfficeTable.Row(cells: cells.filter { !$0.blocks.isEmpty }, number: index + 1)
    }
    blocks.append(.table(OfficeTable(rows: made, number: tables).mergingBlankLevels))
  }

  private func blocks(of parts: [TextPart], row: Int, column: Int) -> [OfficeBlock] {
    let cell = OfficePlace.Cell(table: tables, row: row, column: column)
    return parts.flatMap { part in
      TextCell.lines(of: part.text).map { text in
        let place = OfficePlace(part: "", paragraph: 1, content: 0..<0, cell: cell, line: part.line)
        return .paragraph(OfficeParagraph(text: text, label: nil, level: nil, place: place))
      }
    }
  }
}

extension String {
  /// A name of a column without blanks, where it has no letters that they may part.
  fileprivate var oneLineName: String {
    unicodeScalars.contains(where: \.isASCIIAlphanumeric) ? self : withoutWhatShowsNothing
  }
}

/// Words of a cell, and the line on which they begin.
struct TextPart {
  let line: Int
  var text: String
}

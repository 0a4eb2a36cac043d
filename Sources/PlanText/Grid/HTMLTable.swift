/// Reads a table in HTML, as pandoc, HackMD and word processors write it.
///
/// What has no place in a plain table, such as a table in a cell or words between the cells, leaves the whole unread:
/// nobody could say where it belongs.
package struct HTMLTable {
  private let source: [UInt8]
  private let range: SourceRange
  private var grid: GridBuilder
  private var index: Int
  private var cell: Cell?
  private var rowStart: Int?
  private var headRows = 0
  private var isHead = false
  private var isOdd = false
  /// Whether all rows so far have nothing but `<th>`, and how many rows there are.
  private var titleRows = 0
  private var isTitleRow = true
  /// The numbers of the lists that are open in a cell; nil for one of bullets.
  private var lists: [Int?] = []

  private struct Cell {
    var words: CellWords
    let start: Int
    let rows: Int
    let columns: Int
  }

  /// Reads `<table>` to `</table>`; nil for what is no plain table.
  package static func grid(_ range: SourceRange, in source: [UInt8]) -> Grid? {
    var reader = HTMLTable(source: source, range: range)
    return reader.read()
  }

  private init(source: [UInt8], range: SourceRange) {
    (self.source, self.range, index) = (source, range, range.lowerBound)
    grid = GridBuilder(tableOf: range.count)
  }

  private mutating func read() -> Grid? {
    guard let first = tag(), first.name == "table", !first.isClosing else { return nil }
    index = first.range.upperBound
    while index < range.upperBound, !isOdd, !grid.isTooLarge {
      switch source[index] {
      case Ascii.less:
        if source.has("<!--", at: index, to: range.upperBound) {
          readComment()
        } else if let tag = tag() {
          if tag.name == "table" {
            // The end, or a table in a cell.
            guard tag.isClosing, tag.range.upperBound == range.upperBound, cell == nil || rowStart != nil else {
              return nil
            }
            endCell()
            endRow(at: index)
            index = tag.range.upperBound
            let titles = isHead || headRows > 0 ? headRows : titleRows
            return isOdd ? nil : grid.grid(headerRows: titles, range: range)
          }
          index = tag.range.upperBound
          read(tag)
        } else {
          addWords(index..<(index + 1))
          index += 1
        }
      case 0x26:
        let reference = CharacterReference(at: index, to: range.upperBound, in: source)
        let own = index..<(index + (reference?.length ?? 1))
        let next = own.upperBound < range.upperBound ? source[own.upperBound] : nil
        if let reference, reference.isPlain(before: next) {
          if reference.scalar == " " { cell?.words.addBlank(at: own) } else { addWords(reference.scalar, own) }
        } else {
          addWords(own)
        }
        index = own.upperBound
      case Ascii.space, Ascii.tab, Ascii.lineFeed, Ascii.carriageReturn: readWhiteSpace()
      default:
        let start = index
        while index < range.upperBound, source[index] > Ascii.space, source[index] != Ascii.less, source[index] != 0x26
        {
          index += 1
        }
        // A control character is a word like any other.
        if index == start { index += 1 }
        addWords(start..<index)
      }
    }
    return nil
  }

  // MARK: Words

  private mutating func addWords(_ range: SourceRange) {
    if cell == nil { isOdd = true }
    cell?.words.add(range)
  }

  private mutating func addWords(_ scalar: Unicode.Scalar, _ range: SourceRange) {
    if cell == nil { isOdd = true }
    cell?.words.add(Array(String(scalar).utf8), for: range)
  }

  private mutating func readWhiteSpace() {
    let start = index
    var hasBreak = false
    while index < range.upperBound, Ascii.isBlank(source[index]) || Ascii.isBreak(source[index]) {
      if Ascii.isBreak(source[index]) { hasBreak = true }
      index += 1
    }
    if hasBreak { cell?.words.addSoftBreak(at: start..<index) } else { cell?.words.addBlank(at: start..<index) }
  }

  /// A comment is kept where it stands in a cell, as in every text.
  private mutating func readComment() {
    var end = index + 4
    while end < range.upperBound, !source.has("-->", at: end, to: range.upperBound) { end += 1 }
    let own = index..<min(end + 3, range.upperBound)
    addWords(own)
    index = own.upperBound
  }

  // MARK: Tags

  private struct Tag {
    let name: String
    let isClosing: Bool
    let range: SourceRange
  }

  /// The tag at the index; nil where there is none that is whole.
  private func tag() -> Tag? {
    var end = index + 1
    let isClosing = end < range.upperBound && source[end] == Ascii.slash
    if isClosing { end += 1 }
    let start = end
    while end < range.upperBound,
      HTMLBlockStart.isLetter(source[end]) || end > start && (Ascii.isDigit(source[end]) || source[end] == Ascii.colon)
    {
      end += 1
    }
    guard end > start else { return nil }
    let name = String(decoding: source[start..<end], as: UTF8.self).lowercased()
    var quote: UInt8?
    // No tag of a table is longer; one that nothing ends is none.
    let limit = min(range.upperBound, end + 500)
    while end < limit {
      let byte = source[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == Ascii.quote || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == Ascii.greater {
        return Tag(name: name, isClosing: isClosing, range: index..<(end + 1))
      } else if byte == Ascii.less {
        return nil
      }
      end += 1
    }
    return nil
  }

  private mutating func read(_ tag: Tag) {
    switch tag.name {
    case "thead", "tbody", "tfoot":
      endCell()
      endRow(at: tag.range.lowerBound)
      grid.endGroup()
      isHead = tag.name == "thead" && !tag.isClosing
    case "tr":
      endCell()
      endRow(at: tag.range.lowerBound)
      if !tag.isClosing { rowStart = tag.range.lowerBound }
    case "td", "th":
      endCell()
      guard !tag.isClosing else { return }
      if rowStart == nil { rowStart = tag.range.lowerBound }
      if tag.name == "td" { isTitleRow = false }
      cell = Cell(
        words: CellWords(source), start: tag.range.upperBound, rows: span("rowspan", in: tag),
        columns: min(1000, max(1, span("colspan", in: tag))))
      lists = []
    case "colgroup", "col": break
    case "caption", "pre", "script", "style", "textarea": isOdd = true
    case "ul", "ol":
      if tag.isClosing { _ = lists.popLast() } else if lists.count < 20 { lists.append(tag.name == "ol" ? 1 : nil) }
      cell?.words.addLineBreak(at: tag.range)
    case "li":
      cell?.words.addLineBreak(at: tag.range)
      if !tag.isClosing { addMark(at: tag.range.emptyEnd) }
    case "br", "p", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd":
      cell?.words.addLineBreak(at: tag.range)
    case _ where Self.plain.contains(tag.name): break
    // What says more than its words, such as a link, stays as it is.
    default: addWords(tag.range)
    }
  }

  /// The bullet or the number of an item.
  private mutating func addMark(at place: SourceRange) {
    guard let list = lists.last, let number = list else {
      cell?.words.addMark("- ", at: place)
      return
    }
    cell?.words.addMark("\(number). ", at: place)
    lists[lists.count - 1] = number + 1
  }

  private mutating func endCell() {
    guard let cell else { return }
    grid.add(cell.words.text(at: cell.start), rows: cell.rows, columns: cell.columns)
    self.cell = nil
  }

  private mutating func endRow(at end: Int) {
    guard let start = rowStart else { return }
    grid.endRow(start..<end)
    rowStart = nil
    if isHead { headRows += 1 }
    if isTitleRow, titleRows == grid.rowCount - 1 { titleRows += 1 }
    isTitleRow = true
  }

  /// The number that an attribute gives; 1 where it gives none.
  private func span(_ name: StaticString, in tag: Tag) -> Int {
    var place = tag.range.lowerBound
    while place < tag.range.upperBound, !Self.has(name, at: place, in: source) { place += 1 }
    place += name.utf8CodeUnitCount
    while place < tag.range.upperBound, !Ascii.isDigit(source[place]) { place += 1 }
    var digits = place
    while digits < tag.range.upperBound, Ascii.isDigit(source[digits]), digits - place < 9 { digits += 1 }
    guard place < digits else { return 1 }
    return Int(String(decoding: source[place..<digits], as: UTF8.self)) ?? 1
  }

  private static func has(_ word: StaticString, at index: Int, in source: [UInt8]) -> Bool {
    guard index + word.utf8CodeUnitCount <= source.count else { return false }
    return word.withUTF8Buffer { word in word.indices.allSatisfy { source[index + $0] | 0x20 == word[$0] } }
  }

  /// Tags that change how words look and not what they say.
  private static let plain: Set<String> = [
    "span", "strong", "b", "em", "i", "u", "font", "center", "big", "small", "ins", "mark", "label", "o:p", "wbr",
    "nobr", "bdo", "tt",
  ]
}

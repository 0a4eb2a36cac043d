/// The beginning of a list item: its indentation, its marker, its printed number and where its text starts.
package struct ItemStart: Sendable {
  /// `-`, `1.`, `一、`: what makes the line an item.
  package var markerRange: SourceRange { storedMarkerRange.range }
  private let storedMarkerRange: StoredRange
  let isBullet: Bool
  let label: Label?
  var labelRange: SourceRange { storedLabelRange.range }
  private let storedLabelRange: StoredRange
  private(set) var checkbox: Bool?
  /// The byte offset of the words: the box, the number or the text, whichever comes first.
  let wordsStart: Int
  /// The byte offset of the text.
  private(set) var contentStart: Int
  /// The column, from 0, to which the item's further lines are indented.
  package let contentColumn: Int
  /// The column, from 0, of the marker.
  package let column: Int

  /// Reads the beginning of an item, if the line is one.
  init?(_ line: MarkdownLine, in source: [UInt8]) {
    var index = line.start
    var column = 0
    while index < line.end, Ascii.isBlank(source[index]) {
      column += source[index] == Ascii.tab ? 4 - column % 4 : 1
      index += 1
    }
    guard index < line.end else { return nil }
    let markerStart = index
    let first = source[index]
    if Self.isBullet(first) {
      index += 1
      guard index == line.end || Ascii.isBlank(source[index]) else { return nil }
      isBullet = true
      storedMarkerRange = StoredRange(markerStart..<index)
      let blanks = source.firstContent(in: index..<line.end) - index
      contentColumn = column + 1 + (blanks == 0 || blanks > 4 ? 1 : blanks)
      index += blanks
      wordsStart = min(index, line.end)
      checkbox = Self.checkbox(at: &index, to: line.end, in: source)
      // Behind a box a number is part of the words.
      let labelled = checkbox == nil ? Label.read(in: source, from: index, to: line.end) : nil
      label = labelled?.label
      storedLabelRange = StoredRange(index..<(index + (labelled?.label.text.utf8.count ?? 0)))
      index += labelled?.length ?? 0
    } else {
      guard first >= 0x80 || Ascii.isDigit(first) || first == 0x28,
        let (label, length) = Label.read(in: source, from: index, to: line.end)
      else { return nil }
      isBullet = false
      checkbox = nil
      wordsStart = index
      self.label = label
      storedLabelRange = StoredRange(index..<(index + label.text.utf8.count))
      storedMarkerRange = storedLabelRange
      let words = index + label.text.utf8.count
      let blanks = source.firstContent(in: words..<line.end) - words
      // Only `1. ` and `1) ` are markers to Markdown, whose text begins behind it; the other numbers are words, whose lines are
      // not indented.
      let isAlone = index + label.text.utf8.count == line.end
      let isMarkdown =
        label.isMarkdown && (blanks > 0 || isAlone)
      contentColumn = column + (isMarkdown ? label.text.utf8.count + max(1, min(blanks, 4)) : 2)
      // U+3000 behind a blank is the first of the words: with it people indent a paragraph.
      index += isMarkdown && blanks > 0 ? label.text.utf8.count + blanks : length
    }
    self.column = column
    contentStart = min(index, line.end)
  }

  /// Whether Markdown knows the item: by its bullet or by a number such as `1.`.
  package var isMarkdown: Bool { isBullet || label?.isMarkdown == true }

  /// The same with the box or the number as part of the text.
  var withWordsAsText: ItemStart {
    var start = self
    start.checkbox = nil
    start.contentStart = wordsStart
    return start
  }

  /// Whether a later item that is not indented as far as this item's text still belongs to it: one that is indented a
  /// little, or one that has another style of number after a number that is no Markdown.
  func nests(_ other: ItemStart) -> Bool {
    let sameStyle = isBullet == other.isBullet && (isBullet || label?.style == other.label?.style)
    if sameStyle { return false }
    if other.column > column { return true }
    let isMarkdown = isMarkdown || label?.text.utf8.last == Ascii.dot
    return other.column == column && !isMarkdown
  }

  /// Whether a line begins an item.
  package static func begins(_ line: MarkdownLine, in source: [UInt8]) -> Bool {
    let index = source.firstContent(in: line.range)
    guard index < line.end else { return false }
    let first = source[index]
    if isBullet(first) { return index + 1 == line.end || Ascii.isBlank(source[index + 1]) }
    return (first >= 0x80 || Ascii.isDigit(first) || first == 0x28)
      && Label.read(in: source, from: index, to: line.end) != nil
  }

  private static func isBullet(_ byte: UInt8) -> Bool {
    byte == Ascii.hyphen || byte == Ascii.asterisk || byte == Ascii.plus
  }

  /// `[ ] ` or `[x] `.
  private static func checkbox(at index: inout Int, to end: Int, in source: [UInt8]) -> Bool? {
    guard end - index >= 3, source[index] == Ascii.openBracket, source[index + 2] == Ascii.closeBracket,
      end - index == 3 || Ascii.isBlank(source[index + 3])
    else { return nil }
    let mark = source[index + 1]
    guard mark == Ascii.space || mark | 0x20 == 0x78 else { return nil }
    index = min(end, index + 4)
    return mark != Ascii.space
  }
}

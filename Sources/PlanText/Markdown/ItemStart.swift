/// The beginning of a list item: its indentation, its marker, its printed number and where its text starts. A tree
/// keeps one for each field of each measure, so it takes 48 bytes.
package struct ItemStart: Sendable {
  private let storedMarkerRange: StoredRange
  private let storedLabelRange: StoredRange
  private let boxedLabel: BoxedLabel?
  /// `-` or `•`, where one makes it an item.
  private let bullet: Unicode.Scalar?
  private(set) var checkbox: Bool?
  private let storedWordsStart: UInt32
  private var storedContentStart: UInt32
  private let storedContentColumn: UInt32
  private let storedColumn: UInt32

  /// Few items have a label.
  private final class BoxedLabel: Sendable {
    let label: Label

    init(label: Label) { self.label = label }
  }

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
    let wordsStart: Int
    let contentColumn: Int
    if let (bullet, length) = Self.bullet(at: index, to: line.end, of: source) {
      index += length
      self.bullet = bullet
      storedMarkerRange = StoredRange(markerStart..<index)
      let blanks = source.firstContent(in: index..<line.end) - index
      contentColumn = column + 1 + (blanks == 0 || blanks > 4 ? 1 : blanks)
      index += blanks
      if !bullet.isASCII { index = WhiteSpace.trimming(index..<line.end, of: source).lowerBound }
      wordsStart = min(index, line.end)
      checkbox = Self.checkbox(at: &index, to: line.end, in: source)
      // Behind a box a number is part of the words.
      let labelled = checkbox == nil ? Label.read(in: source, from: index, to: line.end) : nil
      boxedLabel = labelled.map { BoxedLabel(label: $0.label) }
      storedLabelRange = StoredRange(index..<(index + (labelled?.label.writtenLength ?? 0)))
      index += labelled?.length ?? 0
    } else {
      guard first >= 0x80 || Ascii.isDigit(first) || first == 0x28,
        let (label, length) = Label.read(in: source, from: index, to: line.end)
      else { return nil }
      bullet = nil
      checkbox = nil
      wordsStart = index
      boxedLabel = BoxedLabel(label: label)
      storedLabelRange = StoredRange(index..<(index + label.writtenLength))
      storedMarkerRange = storedLabelRange
      let words = index + label.writtenLength
      let blanks = source.firstContent(in: words..<line.end) - words
      // Only `1. ` and `1) ` are markers to Markdown, whose text begins behind it; the other numbers are words, whose lines are
      // not indented.
      let isAlone = index + label.writtenLength == line.end
      let isMarkdown =
        label.isMarkdown && (blanks > 0 || isAlone)
      contentColumn = column + (isMarkdown ? label.writtenLength + max(1, min(blanks, 4)) : 2)
      // U+3000 behind a blank is the first of the words: with it people indent a paragraph.
      index += isMarkdown && blanks > 0 ? label.writtenLength + blanks : length
    }
    storedWordsStart = UInt32(truncatingIfNeeded: wordsStart)
    storedContentStart = UInt32(truncatingIfNeeded: min(index, line.end))
    storedContentColumn = UInt32(truncatingIfNeeded: contentColumn)
    storedColumn = UInt32(truncatingIfNeeded: column)
  }

  /// `-`, `•`, `1.`, `一、`: what makes the line an item.
  package var markerRange: SourceRange { storedMarkerRange.range }
  var label: Label? { boxedLabel?.label }
  var labelRange: SourceRange { storedLabelRange.range }
  /// The byte offset of the words: the box, the number or the text, whichever comes first.
  var wordsStart: Int { Int(storedWordsStart) }
  /// The byte offset of the text.
  var contentStart: Int { Int(storedContentStart) }
  /// The column, from 0, to which the item's further lines are indented.
  package var contentColumn: Int { Int(storedContentColumn) }
  /// The column, from 0, of the marker.
  package var column: Int { Int(storedColumn) }

  var isBullet: Bool { bullet != nil }
  /// Whether a word processor put the bullet there.
  package var isWordBullet: Bool { bullet.map { !$0.isASCII } ?? false }
  /// Whether Markdown knows the item: by its bullet or by a number such as `1.`.
  package var isMarkdown: Bool { bullet?.isASCII ?? (label?.isMarkdown == true) }

  /// The same with the box or the number as part of the text.
  var withWordsAsText: ItemStart {
    var start = self
    start.checkbox = nil
    start.storedContentStart = storedWordsStart
    return start
  }

  /// Whether a later item that is not indented as far as this item's text still belongs to it: one that is indented a
  /// little, one that has another style of number after a number that is no Markdown, or a bullet of a word processor
  /// behind a number or another such bullet.
  func nests(_ other: ItemStart) -> Bool {
    if isOfSameStyle(as: other) { return false }
    if other.column > column { return true }
    guard other.column == column else { return false }
    if isBullet { return isWordBullet && other.isWordBullet }
    return other.isWordBullet || !isMarkdown && label?.text.utf8.last != Ascii.dot
  }

  private func isOfSameStyle(as other: ItemStart) -> Bool {
    guard let bullet, let second = other.bullet else {
      return isBullet == other.isBullet && label?.style == other.label?.style
    }
    return bullet == second || second.isASCII
  }

  /// Whether a line begins an item.
  package static func begins(_ line: MarkdownLine, in source: [UInt8]) -> Bool {
    let index = source.firstContent(in: line.range)
    guard index < line.end else { return false }
    let first = source[index]
    if bullet(at: index, to: line.end, of: source) != nil { return true }
    return (first >= 0x80 || Ascii.isDigit(first) || first == 0x28)
      && Label.read(in: source, from: index, to: line.end) != nil
  }

  /// The bullet that begins at a byte, and how many bytes it takes: one of Markdown's with a blank behind it, or a word
  /// processor's with words. Behind `●：` stands what the sign means.
  private static func bullet<Bytes: RandomAccessCollection<UInt8>>(
    at index: Int, to end: Int, of source: Bytes
  ) -> (Unicode.Scalar, length: Int)? where Bytes.Index == Int {
    guard index < end else { return nil }
    switch source[index] {
    case Ascii.hyphen, Ascii.asterisk, Ascii.plus:
      guard index + 1 == end || Ascii.isBlank(source[index + 1]) else { return nil }
      return (Unicode.Scalar(source[index]), 1)
    case let first where mayBeWordBullet(first):
      let (bullet, next) = UTF8Scalar.read(at: index, in: source)
      guard LayoutMark.wordBullets.contains(bullet) || symbolFonts.contains(bullet) else { return nil }
      let words = WhiteSpace.trimming(next..<end, of: source).lowerBound
      guard words < end, !behindSigns.contains(UTF8Scalar.read(at: words, in: source).scalar) else { return nil }
      return (bullet, next - index)
    default: return nil
    }
  }

  /// The same in a text. It is not generic: a generic function of another module asks the runtime for every byte, which
  /// is slow, and in one run of some thousands with two threads the runtime stopped there.
  package static func bullet(
    at index: Int, to end: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> (Unicode.Scalar, length: Int)? {
    bullet(at: index, to: end, of: source)
  }

  /// Whether the bullet of a word processor may begin with a byte; words of Chinese have others.
  package static func mayBeWordBullet(_ byte: UInt8) -> Bool { byte == 0xE2 || byte == 0xEF || byte == 0xC2 }

  /// What stands behind a sign that is explained or counted, and is no bullet: `●：已完成`, `◎◎`.
  private static let behindSigns: ScalarSet = ":：=＝、，,。；;・•‣∙▪▫◦·‧●◎◆◇➢➤►▶○"
  /// Where Word keeps the characters of Wingdings and Symbol.
  private static let symbolFonts: ClosedRange<Unicode.Scalar> = "\u{F020}"..."\u{F0FF}"

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

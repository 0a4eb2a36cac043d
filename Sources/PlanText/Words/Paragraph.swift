/// The paragraphs and list items of a Markdown text without code: lines that run on are one, a bullet, a number or a
/// blank line begins the next.
package struct Paragraph {
  /// What a paragraph is. Most rules look at prose only.
  package enum Kind { case prose, heading, tableRow, quotation }

  /// The text that it is a part of. All paragraphs of a plan are kept, so the offsets take four bytes each.
  private let source: PlanText
  private let lower: UInt32
  private let upper: UInt32
  private let first: UInt32
  private let column: UInt32
  /// What it is.
  package let kind: Kind
  /// Whether a deeper item follows, so that it only leads to its list.
  package var leadsToList = false

  /// A text that is one paragraph of prose.
  package init(whole text: PlanText) {
    self.init(text, words: 0..<text.string.utf8.count, start: 0, indent: 0, kind: .prose)
  }

  fileprivate init(_ source: PlanText, words: Range<Int>, start: Int, indent: Int, kind: Kind) {
    self.source = source
    lower = UInt32(truncatingIfNeeded: words.lowerBound)
    upper = UInt32(truncatingIfNeeded: words.upperBound)
    first = UInt32(truncatingIfNeeded: start)
    column = UInt32(truncatingIfNeeded: indent)
    self.kind = kind
  }

  /// The offset in the text of its first character, the bullet included.
  package var start: Int { Int(first) }
  /// The column in which it begins.
  package var indent: Int { Int(column) }

  private var offsets: Range<Int> { Int(lower)..<Int(upper) }
  private var isAll: Bool { offsets == 0..<source.string.utf8.count }
  /// Whether it is prose, and all that its text has.
  package var isWhole: Bool { kind == .prose && start == 0 && indent == 0 && isAll }

  /// The words, without bullet.
  package var string: String { isAll ? source.string : String(source.string.utf8Part(offsets)) }

  /// The words, still knowing where they stand.
  package var text: PlanText { (isAll ? source : source.part(offsets)).trimmed }

  /// The label that it begins with, and the words behind that.
  package var item: (label: Label?, words: PlanText) {
    let words = text
    guard let found = Label.read(at: words.string) else { return (nil, words) }
    return (found.label, words.part(found.length..<words.string.utf8.count))
  }

  /// The paragraphs of prose in a text, in order. Headings, tables and quotations are left out.
  package static func prose(in text: PlanText) -> [Paragraph] { all(in: text).filter { $0.kind == .prose } }

  /// The paragraphs of a text, in order. A heading, a row of a table and a line of a quotation are one each.
  package static func all(in text: PlanText) -> [Paragraph] {
    // Most texts are one line of Chinese.
    if let first = text.string.unicodeScalars.first, first.isCommonHan, text.string.isOneLine {
      return [Paragraph(whole: text)]
    }
    var list = List(source: text)
    var offset = 0
    for line in text.string.lineSlices {
      let end = offset + line.utf8.count
      defer { offset = end + 1 }
      let first = line.unicodeScalars.first
      // Few lines are indented.
      let isIndented = first == " " || first == "\t" || first == "\u{3000}"
      let content =
        isIndented ? Substring(line.unicodeScalars.drop { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }) : line
      let start = end - content.utf8.count
      guard let first = content.unicodeScalars.first else {
        list.close()
        continue
      }
      let indent = isIndented ? line.unicodeScalars.count - content.unicodeScalars.count : 0
      if let kind = kind(of: first) {
        list.close()
        list.open(start: start, words: start..<end, indent: indent, kind)
        list.close()
        continue
      }
      let bullet =
        (first == "-" || first == "*" || first == "+") && content.utf8.dropFirst().first == UInt8(ascii: " ") ? 2 : 0
      if bullet == 0, list.isOpen, Label.read(at: content.unicodeScalars) == nil {
        list.extend(to: end)
      } else {
        list.close()
        list.open(start: start, words: (start + bullet)..<end, indent: indent, .prose)
      }
    }
    list.close()
    return list.paragraphs
  }

  private static func kind(of first: Unicode.Scalar) -> Kind? {
    switch first {
    case "#": .heading
    case "|": .tableRow
    case ">": .quotation
    default: nil
    }
  }

  /// The paragraphs so far, the last of which may go on.
  private struct List {
    let source: PlanText
    var paragraphs: [Paragraph] = []
    private var current: (start: Int, words: Range<Int>, indent: Int, kind: Kind)?

    init(source: PlanText) { self.source = source }

    var isOpen: Bool { current != nil }

    mutating func open(start: Int, words: Range<Int>, indent: Int, _ kind: Kind) {
      current = (start, words, indent, kind)
    }

    mutating func extend(to end: Int) {
      if let words = current?.words { current?.words = words.lowerBound..<end }
    }

    mutating func close() {
      guard let paragraph = current else { return }
      current = nil
      let words = source.string.utf8Part(paragraph.words)
      guard words.unicodeScalars.contains(where: { !$0.isWhiteSpace }) else { return }
      if let last = paragraphs.last, paragraph.kind == .prose, last.kind == .prose, last.indent < paragraph.indent {
        paragraphs[paragraphs.count - 1].leadsToList = true
      }
      paragraphs.append(
        Paragraph(
          source, words: paragraph.words, start: paragraph.start, indent: paragraph.indent, kind: paragraph.kind))
    }
  }
}

extension String {
  /// The words at UTF-8 offsets that lie on character boundaries.
  fileprivate func utf8Part(_ part: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: part.lowerBound)
    return self[start..<utf8.index(start, offsetBy: part.count)]
  }
}

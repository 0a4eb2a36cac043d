import PlanModel

/// The paragraphs and list items of a Markdown text: lines that run on are one, a bullet, a number or a blank line begins the next.
struct Paragraph {
  /// The text that it is a part of, and its UTF-8 offsets there. Cutting it out takes time that grows with the whole text.
  private let source: PlanText
  private let offsets: Range<Int>
  /// The words, without bullet.
  let string: String
  /// The column in which it begins.
  let indent: Int
  /// Whether a deeper item follows, so that it only leads to its list.
  var leadsToList = false

  /// The words, still knowing where they stand.
  var text: PlanText { source.part(offsets).trimmed }

  /// The paragraphs of a text, in order. Headings, tables, quotations and code are left out.
  static func all(in text: PlanText) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var open: (start: Int, end: Int, indent: Int)?
    var isFenced = false
    func close() {
      guard let paragraph = open else { return }
      open = nil
      let words = String(text.string.utf8Part(paragraph.start..<paragraph.end))
      guard words.unicodeScalars.contains(where: { !$0.isWhiteSpace }) else { return }
      if let last = paragraphs.last, last.indent < paragraph.indent {
        paragraphs[paragraphs.count - 1].leadsToList = true
      }
      paragraphs.append(
        Paragraph(source: text, offsets: paragraph.start..<paragraph.end, string: words, indent: paragraph.indent))
    }
    var offset = 0
    for line in text.string.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = offset + line.utf8.count
      defer { offset = end + 1 }
      let content = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
      if content.hasPrefix("```") || content.hasPrefix("~~~") {
        isFenced.toggle()
        close()
        continue
      }
      guard !isFenced, let first = content.first, !"#|>".contains(first) else {
        close()
        continue
      }
      let start = end - content.utf8.count
      let bullet = content.count > 1 && "-*+".contains(first) && content.dropFirst().first == " " ? 2 : 0
      let isItem = bullet > 0 || Label.read(at: String(content.prefix(12))) != nil
      if !isItem, let paragraph = open {
        open = (paragraph.start, end, paragraph.indent)
      } else {
        close()
        open = (start + bullet, end, line.count - content.count)
      }
    }
    close()
    return paragraphs
  }
}

extension String {
  /// The words at UTF-8 offsets that lie on character boundaries.
  fileprivate func utf8Part(_ part: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: part.lowerBound)
    return self[start..<utf8.index(start, offsetBy: part.count)]
  }
}

/// `## 壹、計畫依據`, or the same words with a line of dashes below them.
package struct MarkdownHeading: Sendable {
  /// 1 to 6.
  package let level: Int
  /// The words after the number signs.
  let textRange: SourceRange
  /// The whole line, or both.
  package let range: SourceRange
  /// Whether the space after the number signs is missing, or they are full-width.
  package let isMalformed: Bool
}

extension LineReader {
  /// Whether a line is a heading for the line of `=` or `-` below it. A sentence is none, and neither is a row of a table
  /// that is drawn with blanks.
  func isUnderlined(_ line: MarkdownLine, by next: MarkdownLine) -> Bool {
    guard levelOfUnderline(next) != nil, indentation(of: line).columns < 4, !hasPipe(line) else { return false }
    let text = source[WhiteSpace.trimming(line.range, of: source)]
    return !text.isEmpty && !text.contains(Ascii.tab) && !Self.holdsGap(text)
      && !Self.sentenceEnds.contains { text.suffix(3).elementsEqual($0) }
  }

  /// The heading that a line is for the line below it.
  func underlinedHeading(_ line: MarkdownLine, by next: MarkdownLine) -> MarkdownHeading? {
    guard let level = levelOfUnderline(next) else { return nil }
    var text = WhiteSpace.trimming(line.range, of: source)
    if let mark = ForeignMarkReader.attributes(atEndOf: text, of: source) {
      text = text.lowerBound..<mark.range.lowerBound
    }
    return MarkdownHeading(
      level: level, textRange: text, range: text.lowerBound..<max(text.upperBound, next.end), isMalformed: false)
  }

  /// What a line of nothing but `===` or `---` makes of the words above it: a title or a section.
  private func levelOfUnderline(_ line: MarkdownLine) -> Int? {
    guard indentation(of: line).columns < 4 else { return nil }
    let marks = source[WhiteSpace.trimming(line.range, of: source)]
    guard marks.count >= 3, let first = marks.first, marks.allSatisfy({ $0 == first }) else { return nil }
    return first == Ascii.equals ? 1 : first == Ascii.hyphen ? 2 : nil
  }

  /// Whether columns are kept apart by several blanks, narrow or wide.
  private static func holdsGap(_ text: ArraySlice<UInt8>) -> Bool {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    return zip(scalars, scalars.dropFirst()).contains { $0.isWhiteSpace && $1.isWhiteSpace }
  }

  private static let sentenceEnds = ["。", "；", "：", "，"].map { Array($0.utf8) }
}

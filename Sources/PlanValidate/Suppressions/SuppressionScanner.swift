import PlanText

/// Finds the comments of a Markdown file that speak to plantool.
///
/// It looks at the bytes, so that a comment counts wherever it stands: between sections, in an item, behind words. In
/// code it is an example and does not count. Every byte is looked at a bounded number of times.
struct SuppressionScanner {
  private let source: SourceText
  private let bytes: [UInt8]
  private var comments: [SuppressionComment] = []
  private var code: CodeCursor
  /// The comments that wait for the next line with words.
  private var waiting: [Int] = []
  /// Where the last search for `-->` began, and what it found.
  private var knownEnd: (from: Int, at: Int) = (1, 0)

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    code = CodeCursor(source)
  }

  /// The comments, in the order of the file.
  static func comments(in source: SourceText) -> [SuppressionComment] {
    // Most files have no comment at all.
    guard source.bytes.firstOffset(of: Array("<!--".utf8)) != nil else { return [] }
    var scanner = SuppressionScanner(source)
    scanner.scan()
    return scanner.comments
  }

  private mutating func scan() {
    var number = 1
    var start = source.rangeOfLine(1).lowerBound
    while number <= source.lineCount {
      let line = source.rangeOfLine(number)
      start = max(start, line.lowerBound)
      if let next = scanLine(start..<max(start, line.upperBound), number: number) {
        // A comment goes on over several lines: what is behind it stands on its last one.
        number = source.line(at: next - 1)
        start = next
      } else {
        number += 1
      }
    }
  }

  /// Scans what is left of a line. The end of a comment that ends on a later line comes back.
  private mutating func scanLine(_ line: SourceRange, number: Int) -> Int? {
    var index = line.lowerBound
    var hasWords = false
    var found: [SuppressionComment] = []
    var next: Int?
    while index < line.upperBound {
      if let end = code.end(at: index) {
        hasWords = true
        index = min(end, line.upperBound)
        continue
      }
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), bytes[index..<line.upperBound].starts(with: "<!--".utf8),
        let end = endOfComment(from: index + 4), !hasWords || end <= line.upperBound
      {
        // `<!-->` and `<!--->` are too short to say anything, but they are comments.
        let content = (index + 4)..<max(index + 4, end - 3)
        let text = PlanText(source.text(in: content), range: content)
        if let comment = SuppressionComment(text, range: index..<end) { found.append(comment) }
        if end > line.upperBound {
          next = end
          break
        }
        index = end
      } else {
        if byte != 0x20, byte != 0x09 { hasWords = true }
        index += 1
      }
    }
    if hasWords { settle(at: number) }
    for comment in found {
      if comment.directive == .nextLine { waiting.append(comments.count) }
      comments.append(comment)
    }
    return next
  }

  /// The line is what the comments before it are about.
  private mutating func settle(at line: Int) {
    for index in waiting { comments[index].target = line }
    waiting = []
  }

  /// The offset behind the first `-->` at or behind an offset. No stretch is searched twice.
  private mutating func endOfComment(from start: Int) -> Int? {
    if knownEnd.from <= start, start <= knownEnd.at { return knownEnd.at < bytes.count ? knownEnd.at + 3 : nil }
    var index = start
    while index < bytes.count, !isEndOfComment(index) { index += 1 }
    knownEnd = (start, index)
    return index < bytes.count ? index + 3 : nil
  }

  private func isEndOfComment(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "-") && index + 2 < bytes.count && bytes[index + 1] == UInt8(ascii: "-")
      && bytes[index + 2] == UInt8(ascii: ">")
  }
}

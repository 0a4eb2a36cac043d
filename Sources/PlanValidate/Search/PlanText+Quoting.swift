import PlanText

extension PlanText {
  /// The beginning of the text for quoting in a message: one line, at most 24 characters.
  var excerpt: String { string.excerpt() }

  /// The stretch of the file that the first line takes, so that an underline stays on one line.
  var firstLineRange: SourceRange {
    let length = string.utf8.firstIndex(of: UInt8(ascii: "\n")).map {
      string.utf8.distance(from: string.utf8.startIndex, to: $0)
    }
    return length.map { sourceRange(of: 0..<$0) } ?? range
  }
}

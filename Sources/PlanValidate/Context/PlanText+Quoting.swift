import PlanModel

extension PlanText {
  /// The beginning of the text for quoting in a message: one line, at most 24 characters.
  var excerpt: String { string.excerpt() }

  /// The stretch of the file that the first line takes, so that an underline stays on one line.
  var firstLineRange: SourceRange {
    let length = string.utf8.firstIndex(of: UInt8(ascii: "\n")).map { string.utf8.distance(from: string.utf8.startIndex, to: $0) }
    return length.map { sourceRange(of: 0..<$0) } ?? range
  }
}

extension String {
  /// The beginning of a text for quoting in a message: white space and line breaks as single spaces, at most `limit` characters.
  func excerpt(_ limit: Int = 24) -> String {
    var result = ""
    var count = 0
    var pendingSpace = false
    for character in self {
      if character.isWhitespace {
        pendingSpace = !result.isEmpty
        continue
      }
      if count >= limit { return result + "…" }
      if pendingSpace { result += " " }
      pendingSpace = false
      result.append(character)
      count += 1
    }
    return result
  }
}

import PlanText

/// Finds the comments of a Markdown text that speak to plantool, and the lines that they are about. A comment counts
/// wherever it stands: between sections, in an item, behind words. In code it is an example and does not count.
struct SuppressionScanner {
  private let source: SourceText
  /// All comments, whomever they speak to.
  private let ranges: [SourceRange]
  private var comments: [SuppressionComment] = []

  private init(_ tree: BlockTree) {
    source = tree.source
    ranges = tree.comments
  }

  /// The comments, in the order of the file.
  static func comments(in tree: BlockTree) -> [SuppressionComment] {
    var scanner = SuppressionScanner(tree)
    for range in scanner.ranges {
      // `<!-->` and `<!--->` are too short to say anything, but they are comments.
      let content = (range.lowerBound + 4)..<max(range.lowerBound + 4, range.upperBound - 3)
      let text = PlanText(tree.source.text(in: content), range: content)
      if let comment = SuppressionComment(text, range: range) { scanner.comments.append(comment) }
    }
    if scanner.comments.contains(where: { $0.directive == .nextLine }) { scanner.findTargets() }
    return scanner.comments
  }

  /// Finds the next line with words for each comment that is about it. Words on the line of the comment are another
  /// line's, unless the comment goes on over several lines and they stand behind it.
  private mutating func findTargets() {
    var waiting: ArraySlice<Int> = []
    var (next, known) = (0, 0)
    var index = source.rangeOfLine(1).lowerBound
    while index < source.bytes.count {
      let line = source.line(at: index)
      let end = source.rangeOfLine(line).upperBound
      var hasWords = false
      var found: [Int] = []
      while index < end {
        while next < ranges.count, ranges[next].lowerBound < index { next += 1 }
        guard next < ranges.count, ranges[next].lowerBound == index else {
          if source.bytes[index] != 0x20, source.bytes[index] != 0x09 { hasWords = true }
          index += 1
          continue
        }
        while known < comments.count, comments[known].range.lowerBound < index { known += 1 }
        if known < comments.count, comments[known].range == ranges[next], comments[known].directive == .nextLine {
          found.append(known)
        }
        index = ranges[next].upperBound
      }
      if hasWords {
        for comment in waiting { comments[comment].target = line }
        waiting = []
      }
      waiting += found
      if index == end { index = line < source.lineCount ? source.rangeOfLine(line + 1).lowerBound : source.bytes.count }
    }
  }
}

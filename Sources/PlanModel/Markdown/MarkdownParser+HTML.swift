extension MarkdownParser {
  /// A block of HTML, where the lines in it are no headings or lists. What ends it is another line: a blank one, or one
  /// that closes it. In an item only what something closes is HTML, such as `<pre>`: behind a tag such as `<br>` people
  /// go on with fields.
  func html(at index: Int, in lines: ArraySlice<MarkdownLine>, atTop: Bool) -> (MarkdownBlock, next: Int)? {
    guard let start = HTMLBlockStart(lines[index], in: source), atTop || start.ends != nil else { return nil }
    var end = index + 1
    if start.ends == nil {
      while end < lines.endIndex, !isBlank(lines[end]) { end += 1 }
    } else if !start.isEnded(by: lines[index].range, in: source) {
      while end < lines.endIndex, !start.isEnded(by: lines[end].range, in: source) { end += 1 }
      end = min(end + 1, lines.endIndex)
    }
    // What nothing closes would take in whatever is written behind it.
    let isOpen = start.ends != nil && !start.isEnded(by: lines[end - 1].range, in: source)
    return (atTop && !isOpen ? html(lines[index..<end]) : .html(.init(lines: lines[index..<end])), end)
  }

  /// Lines of HTML: a paragraph, if they would be one without the tags.
  private func html(_ lines: ArraySlice<MarkdownLine>) -> MarkdownBlock {
    let isPlain = lines.indices.dropFirst().allSatisfy {
      !isBlank(lines[$0]) && !startsBlock(at: $0, in: lines, headings: true)
    }
    return isPlain ? .paragraph(.init(lines: lines)) : .html(.init(lines: lines))
  }

  /// A comment that stands alone on its lines. One with words behind it is HTML whose last line the words are on, or a
  /// paragraph in an item: the words are not lost.
  ///
  /// `textUntil` remembers where the search for the end of one that is none has led, so that no stretch is searched twice.
  func comment(
    at index: Int, in lines: ArraySlice<MarkdownLine>, atTop: Bool, textUntil: inout Int
  ) -> (MarkdownBlock, next: Int)? {
    let start = source.firstContent(in: lines[index].range)
    guard index >= textUntil, source.has("<!--", at: start, to: lines[index].end) else { return nil }
    for last in index..<lines.endIndex {
      // `<!-->` is a comment of nothing.
      let from = last == index ? start + 2 : lines[last].start
      guard from < lines[last].end, let close = find("-->", from: from, to: lines[last].end) else { continue }
      let rest = MarkdownLine(start: close + 3, end: lines[last].end)
      guard isBlank(rest) else {
        textUntil = last
        return atTop ? (html(lines[index...last]), last + 1) : nil
      }
      var builder = PlanTextBuilder(source)
      for number in index...last {
        let lower = number == index ? start + 4 : lines[number].start
        builder.append(lower..<max(lower, number == last ? close : lines[number].end))
        if number < last { builder.appendLineBreak(at: lines[number].end) }
      }
      return (.comment(MarkdownComment(text: builder.build(), range: start..<(close + 3))), last + 1)
    }
    textUntil = lines.endIndex
    return nil
  }

  private func find(_ word: StaticString, from start: Int, to end: Int) -> Int? {
    guard end - start >= word.utf8CodeUnitCount else { return nil }
    return (start...(end - word.utf8CodeUnitCount)).first { source.has(word, at: $0, to: end) }
  }
}

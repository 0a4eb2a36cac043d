extension BlockReader {
  /// A block of HTML, where the lines in it are no headings or lists. What ends it is another line: a blank one, or one
  /// that closes it. In an item only what something closes is HTML, such as `<pre>`: behind a tag such as `<br>` people
  /// go on with fields.
  func html(at index: Int, in container: Container) -> Block? {
    let atTop = container.hasHeadings
    guard let start = HTMLBlockStart(lines[index], in: source), atTop || start.ends != nil else { return nil }
    let limit = container.lines.upperBound
    var end = index + 1
    if start.ends == nil {
      while end < limit, !line.isBlank(lines[end]) { end += 1 }
    } else if !start.isEnded(by: lines[index].range, in: source) {
      while end < limit, !start.isEnded(by: lines[end].range, in: source) { end += 1 }
      end = min(end + 1, limit)
    }
    // What nothing closes would take in whatever is written behind it.
    let isOpen = start.ends != nil && !start.isEnded(by: lines[end - 1].range, in: source)
    return atTop && !isOpen
      ? html(index..<end, in: container) : Block(.html, range: lines[index..<end].range, lines: index..<end)
  }

  /// Lines of HTML: a paragraph, if they would be one without the tags.
  private func html(_ own: Range<Int>, in container: Container) -> Block {
    let alone = Container(lines: own, hasHeadings: true, indentedLines: .text, depth: container.depth)
    let isPlain = own.dropFirst().allSatisfy { !line.isBlank(lines[$0]) && !startsBlock(at: $0, in: alone) }
    return Block(isPlain ? .paragraph : .html, range: lines[own].range, lines: own)
  }

  /// A comment that stands alone on its lines. One with words behind it is HTML whose last line the words are on, or a
  /// paragraph in an item: the words are not lost.
  ///
  /// `textUntil` remembers where the search for the end of one that is none has led, so that no stretch is searched twice.
  func comment(at index: Int, in container: Container, textUntil: inout Int) -> Block? {
    let start = source.firstContent(in: lines[index].range)
    guard index >= textUntil, source.has("<!--", at: start, to: lines[index].end) else { return nil }
    for last in index..<container.lines.upperBound {
      // `<!-->` is a comment of nothing.
      let from = last == index ? start + 2 : lines[last].start
      guard from < lines[last].end, let close = find("-->", from: from, to: lines[last].end) else { continue }
      guard source.isBlank((close + 3)..<max(close + 3, lines[last].end)) else {
        textUntil = last
        return container.hasHeadings ? html(index..<(last + 1), in: container) : nil
      }
      return Block(.comment, range: start..<(close + 3), lines: index..<(last + 1))
    }
    textUntil = container.lines.upperBound
    return nil
  }

  private func find(_ word: StaticString, from start: Int, to end: Int) -> Int? {
    guard end - start >= word.utf8CodeUnitCount else { return nil }
    return (start...(end - word.utf8CodeUnitCount)).first { source.has(word, at: $0, to: end) }
  }
}

/// The beginning of a block of HTML: what kind of block it is decides where it ends. The kinds are the seven of
/// CommonMark (0.31, section 4.6); the second, comments, is read by itself.
package struct HTMLBlockStart {
  /// What the last line of the block has in it, whatever the case of its letters; nil where the block ends before a
  /// blank line.
  package let ends: [StaticString]?
  /// Whether a block of this kind can begin right behind a line of a paragraph.
  let interruptsParagraphs: Bool
  /// Whether the words in it stand as they are up to the tag that closes it: `<pre>`.
  package private(set) var isRaw = false

  package init?(_ line: MarkdownLine, in source: [UInt8]) {
    var start = line.start
    while start < line.end, source[start] == Ascii.space { start += 1 }
    guard start - line.start < 4, start + 1 < line.end, source[start] == Ascii.less else { return nil }
    let next = source[start + 1]
    if next == UInt8(ascii: "?") {
      (ends, interruptsParagraphs) = (["?>"], true)
      return
    }
    if next == UInt8(ascii: "!") {
      if source.has("[CDATA[", at: start + 2, to: line.end) {
        (ends, interruptsParagraphs) = (["]]>"], true)
      } else if start + 2 < line.end, Self.isLetter(source[start + 2]) {
        (ends, interruptsParagraphs) = ([">"], true)
      } else {
        return nil
      }
      return
    }
    var tag = HTMLTag(at: start, to: line.end, in: source)
    guard !tag.name.isEmpty else { return nil }
    let behind = tag.index
    let isEnded = behind == line.end || Ascii.isBlank(source[behind]) || source[behind] == Ascii.greater
    if Self.raw.contains(tag.name) {
      guard !tag.isClosing, isEnded else { return nil }
      (ends, interruptsParagraphs, isRaw) = (Self.rawEnds, true, true)
    } else if Self.names.contains(tag.name), isEnded || source.has("/>", at: behind, to: line.end) {
      (ends, interruptsParagraphs) = (nil, true)
    } else {
      guard tag.finish(), source.isBlank(tag.index..<line.end) else { return nil }
      (ends, interruptsParagraphs) = (nil, false)
    }
  }

  /// Whether a line is the last one of the block; a block that ends before a blank line has no such line.
  package func isEnded(by line: SourceRange, in source: [UInt8]) -> Bool {
    guard let ends else { return false }
    for index in line where ends.contains(where: { Self.has($0, at: index, to: line.upperBound, in: source) }) {
      return true
    }
    return false
  }

  /// Whether the lines behind one stand between `<pre>` or its like and what closes it; `isOpen` is whether the line
  /// itself does.
  package static func leavesRaw(_ isOpen: Bool, behind line: SourceRange, in source: [UInt8]) -> Bool {
    var isOpen = isOpen
    for index in line where source[index] == Ascii.less {
      if isOpen {
        if rawEnds.contains(where: { has($0, at: index, to: line.upperBound, in: source) }) { isOpen = false }
      } else {
        let tag = HTMLTag(at: index, to: line.upperBound, in: source)
        isOpen = !tag.isClosing && raw.contains(tag.name)
      }
    }
    return isOpen
  }

  /// Whether a word of ASCII in small letters stands at an index, in letters of any case.
  private static func has(_ word: StaticString, at index: Int, to end: Int, in source: [UInt8]) -> Bool {
    guard end - index >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      word.indices.allSatisfy { offset in
        let byte = source[index + offset]
        return (isLetter(byte) ? byte | 0x20 : byte) == word[offset]
      }
    }
  }

  /// Whether a byte is a letter of ASCII.
  package static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static let rawEnds: [StaticString] = ["</script>", "</pre>", "</style>", "</textarea>"]

  private static let raw: Set<String> = ["script", "pre", "style", "textarea"]

  private static let names: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}

/// An opening or closing tag of HTML, read as far as is asked for.
private struct HTMLTag {
  let isClosing: Bool
  /// In small letters; empty where there is no tag.
  let name: String
  /// The offset behind what was read.
  private(set) var index: Int
  private let end: Int
  private let source: [UInt8]

  /// Reads `<name` or `</name`.
  init(at start: Int, to end: Int, in source: [UInt8]) {
    var index = start + 1
    isClosing = index < end && source[index] == Ascii.slash
    if isClosing { index += 1 }
    let from = index
    if index < end, HTMLBlockStart.isLetter(source[index]) {
      while index < end,
        HTMLBlockStart.isLetter(source[index]) || Ascii.isDigit(source[index]) || source[index] == Ascii.hyphen
      {
        index += 1
      }
    }
    name = String(decoding: source[from..<index], as: UTF8.self).lowercased()
    (self.index, self.end, self.source) = (index, end, source)
  }

  /// Reads the attributes and the mark that ends the tag; false where it is not a whole one.
  mutating func finish() -> Bool {
    while true {
      let blanks = source.firstContent(in: index..<end) - index
      index += blanks
      guard index < end else { return false }
      if source[index] == Ascii.greater {
        index += 1
        return true
      }
      if isClosing { return false }
      if source[index] == Ascii.slash {
        guard source.has("/>", at: index, to: end) else { return false }
        index += 2
        return true
      }
      guard blanks > 0, attribute() else { return false }
    }
  }

  /// `name`, `name=value`, `name = "value"`.
  private mutating func attribute() -> Bool {
    func isNamePart(_ byte: UInt8, first: Bool) -> Bool {
      HTMLBlockStart.isLetter(byte) || byte == Ascii.underscore || byte == Ascii.colon
        || !first && (Ascii.isDigit(byte) || byte == Ascii.dot || byte == Ascii.hyphen)
    }
    guard isNamePart(source[index], first: true) else { return false }
    while index < end, isNamePart(source[index], first: false) { index += 1 }
    let behindName = index
    index = source.firstContent(in: index..<end)
    guard index < end, source[index] == UInt8(ascii: "=") else {
      index = behindName
      return true
    }
    index = source.firstContent(in: (index + 1)..<end)
    guard index < end else { return false }
    let quote = source[index]
    if quote == Ascii.quote || quote == UInt8(ascii: "'") {
      guard let close = source[(index + 1)..<end].firstIndex(of: quote) else { return false }
      index = close + 1
      return true
    }
    let from = index
    while index < end, !Ascii.isBlank(source[index]), !"\"'=<>`".utf8.contains(source[index]) { index += 1 }
    return index > from
  }
}

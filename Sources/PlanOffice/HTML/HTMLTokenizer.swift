import PlanText

/// Reads an HTML page in UTF-8 from one tag to the next. Any bytes are a page: what is no tag is words, and what is not
/// closed goes on to the end of the file (HTML, 13.2.5).
package struct HTMLTokenizer {
  package let bytes: [UInt8]
  /// Where the last token stands in the file, in bytes.
  package private(set) var range = 0..<0
  /// The first byte that was not read yet.
  private var place: Int
  /// The element in which no tag is one, and which has just begun.
  private var rawName: String?

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.starts(with: SourceText.byteOrderMark) ? SourceText.byteOrderMark.count : 0
  }

  /// The next piece; nil at the end of the file.
  package mutating func next() -> HTMLToken? {
    while place < bytes.count {
      if let rawName {
        self.rawName = nil
        return rawText(of: rawName)
      }
      let start = place
      if bytes[place] == Ascii.less, let token = markup() {
        range = start..<place
        if case .some(let token) = token { return token }
        continue
      }
      // A `<` that begins no tag is words.
      place = bytes.firstIndex(of: Ascii.less, or: Ascii.less, from: start + 1)
      while place < bytes.count, !beginsMarkup(at: place) {
        place = bytes.firstIndex(of: Ascii.less, or: Ascii.less, from: place + 1)
      }
      range = start..<place
      return .text(Self.words(of: bytes, in: range))
    }
    return nil
  }

  private func beginsMarkup(at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    if next == Ascii.slash { return index + 2 < bytes.count && HTMLBlockStart.isLetter(bytes[index + 2]) }
    return HTMLBlockStart.isLetter(next) || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
  }

  /// What begins at a `<`: a token, or nothing that anybody sees; nil where it is no markup.
  private mutating func markup() -> HTMLToken?? {
    guard beginsMarkup(at: place) else { return nil }
    switch bytes[place + 1] {
    case UInt8(ascii: "!") where bytes.has("<!--", at: place):
      let start = place + 4
      // `<!-->` and `<!--->` are empty.
      if bytes.has(">", at: start) || bytes.has("->", at: start) {
        place = bytes.firstIndex(of: Ascii.greater, or: Ascii.greater, from: start) + 1
        return .some(.none)
      }
      var end = start
      while end < bytes.count, !bytes.has("-->", at: end) { end += 1 }
      place = min(bytes.count, end + 3)
      return .comment(String(decoding: bytes[start..<end], as: UTF8.self))
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      place = min(bytes.count, bytes.firstIndex(of: Ascii.greater, or: Ascii.greater, from: place + 2) + 1)
      return .some(.none)
    case Ascii.slash:
      var tag = HTMLTagReader(bytes, at: place + 2)
      let found = tag.read()
      place = tag.place
      return .end(found.name)
    default:
      var tag = HTMLTagReader(bytes, at: place + 1)
      let found = tag.read()
      place = tag.place
      if Self.rawNames.contains(found.name) { rawName = found.name }
      return .start(found)
    }
  }

  /// The text of an element in which no tag is one, to its end tag or the end of the file.
  private mutating func rawText(of name: String) -> HTMLToken {
    let start = place
    let letters = Array(name.utf8)
    while place < bytes.count {
      place = bytes.firstIndex(of: Ascii.less, or: Ascii.less, from: place)
      let word = place + 2
      if word + letters.count <= bytes.count, bytes[place + 1] == Ascii.slash,
        zip(bytes[word..<(word + letters.count)], letters).allSatisfy({ $0 | 0x20 == $1 })
      {
        break
      }
      place = min(bytes.count, place + 1)
    }
    range = start..<place
    // Of a title and a field for text entities count.
    let isText = name == "title" || name == "textarea"
    return .raw(name, isText ? Self.words(of: bytes, in: range) : String(decoding: bytes[range], as: UTF8.self))
  }

  private static let rawNames: Set<String> = ["script", "style", "title", "textarea", "xmp", "noembed", "noframes"]

  /// A stretch of a file with its character references replaced.
  package static func words(of bytes: [UInt8], in range: Range<Int>) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x26, let reference = CharacterReference(at: index, to: range.upperBound, in: bytes) {
        kept += Array(String(reference.scalar).utf8)
        index += reference.length
      } else {
        // A byte of zero is nothing that a text has.
        if bytes[index] != 0 { kept.append(bytes[index]) }
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

import PlanOffice
import PlanText

/// Where in a paragraph the words stand that a comment is about.
///
/// What is not found for certain, because it is written in several pieces or comes twice, is the whole paragraph.
struct CommentAnchor {
  /// What may be open around words that a comment of OpenDocument begins and ends among.
  private static let inlineNames = ["span", "a"]

  private let bytes: [UInt8]
  private let content: Range<Int>
  private let words: [UInt8]

  /// Looks for the words of a comment in its paragraph.
  init(_ comment: OfficeComment, in bytes: [UInt8]) {
    self.bytes = bytes
    content = comment.content.clamped(to: 0..<bytes.count)
    var words: [UInt8] = []
    XMLText.escape(comment.words, isAttribute: false, into: &words)
    self.words = words
  }

  /// The words themselves, where they stand in one text; OpenDocument has comments between characters.
  var characters: Range<Int> {
    guard let found = onlyPlace(in: content) else { return content }
    var isInText = false
    visit { part, open in
      if case .text(let range) = part, range.lowerBound <= found.lowerBound, found.upperBound <= range.upperBound {
        isInText = open.allSatisfy { Self.inlineNames.contains($0) }
      }
    }
    return isInText ? found : content
  }

  /// The runs that have the words; Word has comments between runs.
  var runs: Range<Int> {
    var runs: [(range: Range<Int>, text: Range<Int>)] = []
    var text: [UInt8] = []
    var start = content.lowerBound
    var first = 0
    visit { part, open in
      switch part {
      case .start(let range, let name):
        // What is no run parts the words.
        if open.isEmpty {
          (start, first) = (range.lowerBound, text.count)
          if name != "r" { text.append(0) }
        }
      case .text(let range): if open.first == "r", open.last == "t" { text += bytes[range] }
      case .end(let range, let name):
        if open.isEmpty, name == "r" { runs.append((start..<range.upperBound, first..<text.count)) }
      }
    }
    guard let found = Self.onlyPlace(of: words, in: text, text.indices),
      let one = runs.first(where: { $0.text.upperBound > found.lowerBound }),
      let last = runs.last(where: { $0.text.lowerBound < found.upperBound && !$0.text.isEmpty }),
      one.text.lowerBound <= found.lowerBound, last.text.upperBound >= found.upperBound
    else { return content }
    return one.range.lowerBound..<last.range.upperBound
  }

  private func onlyPlace(in range: Range<Int>) -> Range<Int>? { Self.onlyPlace(of: words, in: bytes, range) }

  private static func onlyPlace(of words: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard !words.isEmpty, let first = bytes.firstOffset(of: words, in: range) else { return nil }
    let end = first + words.count
    return bytes.firstOffset(of: words, in: (first + 1)..<max(first + 1, range.upperBound)) == nil ? first..<end : nil
  }

  // MARK: Tags

  private enum Part {
    /// A tag with which an element begins, and its name without a prefix.
    case start(Range<Int>, String)
    case text(Range<Int>)
    /// A tag with which one ends; of one without content the only one.
    case end(Range<Int>, String)
  }

  /// Goes through the tags and texts of the paragraph, which was read as XML before. `open` are the elements around a
  /// part, from outside.
  private func visit(_ each: (Part, _ open: [String]) -> Void) {
    var open: [String] = []
    var index = content.lowerBound
    while index < content.upperBound {
      let start = index
      guard bytes[index] == Ascii.less else {
        while index < content.upperBound, bytes[index] != Ascii.less { index += 1 }
        each(.text(start..<index), open)
        continue
      }
      index = endOfTag(from: start)
      let range = start..<index
      let isEnd = bytes[start + 1 < bytes.count ? start + 1 : start] == Ascii.slash
      let name = name(in: (start + (isEnd ? 2 : 1))..<index)
      if isEnd {
        _ = open.popLast()
      } else {
        each(.start(range, name), open)
        if index - start < 2 || bytes[index - 2] != Ascii.slash {
          open.append(name)
          continue
        }
      }
      each(.end(range, name), open)
    }
  }

  /// Behind the end of a tag; a value in quotation marks may have what looks like one.
  private func endOfTag(from start: Int) -> Int {
    var index = start
    var mark: UInt8 = 0
    while index < content.upperBound {
      let byte = bytes[index]
      index += 1
      if mark != 0 {
        if byte == mark { mark = 0 }
      } else if byte == Ascii.quote || byte == UInt8(ascii: "'") {
        mark = byte
      } else if byte == Ascii.greater {
        break
      }
    }
    return index
  }

  private func name(in range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let whole = bytes[range].prefix { $0 > Ascii.space && $0 != Ascii.greater && $0 != Ascii.slash }
    let local = whole.lastIndex(of: Ascii.colon).map { whole[($0 + 1)...] } ?? whole
    return String(decoding: local, as: UTF8.self)
  }
}

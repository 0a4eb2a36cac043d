import PlanText

/// Takes the words of a paragraph or a cell apart: `**bold**`, `` `code` ``, links to http and https, line breaks.
/// Everything else is text.
struct InlineReading {
  /// What the end of a line means.
  enum LineBreaks {
    /// What people see: a cell's lines are meant.
    case kept
    /// What it means in Markdown: nothing, unless two blanks or a backslash stand before it.
    case markdown
  }

  private let scalars: [Unicode.Scalar]
  private let lineBreaks: LineBreaks
  private var parts: [InlinePart] = []
  private var plain = String.UnicodeScalarView()
  private var isBold = false
  private var isLink = false
  /// Marks for which there is none to close them further on, so that nobody looks again.
  private var unclosed: Set<Mark> = []

  private enum Mark: Hashable {
    case bold
    case code(Int)
    case comment
  }

  /// Link texts and addresses longer than this are no links.
  private static let longest = 2000
  private static let longestReference = 12
  private static let longestNote = 40
  /// How much of what follows tells whether an address ends.
  private static let lookahead = 48

  /// The parts of some words, in order. Every mark that begins ends, the inner before the outer.
  static func parts(of text: String, lineBreaks: LineBreaks) -> [InlinePart] {
    var reading = InlineReading(scalars: Array(text.unicodeScalars), lineBreaks: lineBreaks)
    reading.read(0..<reading.scalars.count, closing: 0)
    return reading.parts
  }

  private init(scalars: [Unicode.Scalar], lineBreaks: LineBreaks) {
    self.scalars = scalars
    self.lineBreaks = lineBreaks
  }

  /// Reads a stretch that a mark of some width closes.
  private mutating func read(_ range: Range<Int>, closing: Int) {
    var index = range.lowerBound
    while index < range.upperBound {
      let next =
        switch scalars[index] {
        case "\\": escaped(at: index, end: range.upperBound)
        case "*": bold(at: index, end: range.upperBound)
        case "`": code(at: index, end: range.upperBound)
        case "[":
          link(at: index, end: range.upperBound) ?? span(at: index, end: range.upperBound)
            ?? footnote(at: index, end: range.upperBound)
        case "<": comment(at: index, end: range.upperBound)
        case "&": reference(at: index, end: range.upperBound)
        case "\n": lineBreak(at: index, end: range.upperBound)
        default: Int?.none
        }
      if let next {
        index = next
      } else {
        plain.append(scalars[index])
        index += 1
      }
    }
    flush(before: range.upperBound + closing)
  }

  /// Reads what stands between two marks, the second as wide as it says. What has no end there may have one behind
  /// them.
  private mutating func inside(_ range: Range<Int>, closing: Int) {
    let outer = unclosed
    unclosed = []
    read(range, closing: closing)
    unclosed = outer
  }

  /// Adds the words that were collected, with links where there are whole addresses. At `next` begins what a reader
  /// sees behind them, which may be the rest of one.
  private mutating func flush(before next: Int) {
    guard !plain.isEmpty else { return }
    let text = String(plain)
    plain = .init()
    guard !isLink, text.utf8.contains(where: { $0 == 0x3A }) else {
      add(text)
      return
    }
    var done = text.utf8.startIndex
    let seen = text + self.text(min(next, scalars.count)..<min(next + Self.lookahead, scalars.count))
    for address in WebAddress.all(in: PlanText(seen, range: 0..<seen.utf8.count))
    where address.isWellFormed && address.blank == nil && !address.isCut
      && address.address.string != address.scheme.string && address.address.range.upperBound <= text.utf8.count
    {
      let lower = text.utf8.index(text.utf8.startIndex, offsetBy: address.address.range.lowerBound)
      let upper = text.utf8.index(text.utf8.startIndex, offsetBy: address.address.range.upperBound)
      add(String(text[done..<lower]))
      let link = InlineMark.link(address.address.string)
      parts += [.begin(link), .text(address.address.string), .end(link)]
      done = upper
    }
    add(String(text[done...]))
  }

  private mutating func add(_ text: String) { if !text.isEmpty { parts.append(.text(text)) } }

  // MARK: Marks. Each returns where to go on, or nil where the mark is a character like any other.

  /// `\*`
  private mutating func escaped(at index: Int, end: Int) -> Int? {
    guard index + 1 < end else { return nil }
    let next = scalars[index + 1]
    if next == "\n" { return lineBreaks == .markdown ? hardBreak(after: index + 1, end: end) : nil }
    guard next.isASCII, (0x21...0x7E).contains(next.value), !next.properties.isAlphabetic,
      next.properties.numericType == nil
    else { return nil }
    plain.append(next)
    return index + 2
  }

  /// `&nbsp;`
  private mutating func reference(at index: Int, end: Int) -> Int? {
    let bytes = Array(text(index..<min(index + Self.longestReference, end)).utf8)
    guard let reference = CharacterReference(at: 0, to: bytes.count, in: bytes) else { return nil }
    plain.append(reference.scalar)
    // Names and numbers are ASCII: as many bytes as characters.
    return index + reference.length
  }

  /// `**bold**`
  private mutating func bold(at index: Int, end: Int) -> Int? {
    guard !isBold, !unclosed.contains(.bold), starts(with: "**", at: index, end: end), index + 2 < end,
      !scalars[index + 2].isWhiteSpace
    else { return nil }
    guard
      let close = (index + 3..<max(index + 3, end - 1)).first(where: {
        scalars[$0] == "*" && scalars[$0 + 1] == "*" && !scalars[$0 - 1].isWhiteSpace
      })
    else {
      unclosed.insert(.bold)
      return nil
    }
    flush(before: index + 2)
    parts.append(.begin(.bold))
    isBold = true
    inside(index + 2..<close, closing: 2)
    isBold = false
    parts.append(.end(.bold))
    return close + 2
  }

  /// `` `code` ``
  private mutating func code(at index: Int, end: Int) -> Int? {
    let length = scalars[index..<end].prefix { $0 == "`" }.count
    if !unclosed.contains(.code(length)) {
      var close = index + length
      while close < end {
        let run = scalars[close..<end].prefix { $0 == "`" }.count
        if run == length {
          flush(before: index + length)
          parts.append(.code(text(index + length..<close)))
          return close + length
        }
        close += max(run, 1)
      }
      unclosed.insert(.code(length))
    }
    plain.append(contentsOf: scalars[index..<index + length])
    return index + length
  }

  /// `[words](https://…)`; addresses of any other kind stay as they were written.
  private mutating func link(at index: Int, end: Int) -> Int? {
    let limit = min(end, index + Self.longest)
    guard !isLink, let close = first(of: "[]\n", in: index + 1..<limit), scalars[close] == "]", close > index + 1,
      starts(with: "](http", at: close, end: end),
      let last = first(of: "()[]<>\" \t\n", in: close + 2..<min(end, close + Self.longest)), scalars[last] == ")"
    else { return nil }
    let address = text(close + 2..<last)
    guard let found = WebAddress.all(in: PlanText(address)).first, found.address.string == address, found.isWellFormed,
      !found.isCut, found.scheme.string != address
    else { return nil }
    flush(before: index + 1)
    parts.append(.begin(.link(address)))
    isLink = true
    inside(index + 1..<close, closing: 1)
    isLink = false
    parts.append(.end(.link(address)))
    return last + 1
  }

  /// `[words]{.underline}`: the words, underlined where that is said.
  private mutating func span(at index: Int, end: Int) -> Int? {
    guard let close = first(of: "]\n", in: index + 1..<min(end, index + Self.longest)), close + 1 < end,
      scalars[close + 1] == "{"
    else { return nil }
    let bytes = Array(text(index..<min(end, index + Self.longest)).utf8)
    guard let mark = ForeignMarkReader.span(at: 0, to: bytes.count, in: bytes) else { return nil }
    func count(_ range: Range<Int>) -> Int { String(decoding: bytes[range], as: UTF8.self).unicodeScalars.count }
    let words = count(mark.words)
    let isUnderlined = String(decoding: bytes[mark.words.upperBound..<mark.range.upperBound], as: UTF8.self).has(
      ".underline")
    flush(before: index + 1)
    if isUnderlined { parts.append(.begin(.underline)) }
    inside(index + 1..<index + 1 + words, closing: 1)
    if isUnderlined { parts.append(.end(.underline)) }
    return index + count(mark.range)
  }

  /// `[^1]`, and `[^1]:` before what it says.
  private mutating func footnote(at index: Int, end: Int) -> Int? {
    guard index + 2 < end, scalars[index + 1] == "^",
      let close = first(of: "[]\n \t", in: index + 2..<min(end, index + Self.longestNote)), scalars[close] == "]",
      close > index + 2
    else { return nil }
    flush(before: index)
    parts.append(.footnote(text(index + 2..<close)))
    let isNote = (index == 0 || scalars[index - 1] == "\n") && close + 1 < end && scalars[close + 1] == ":"
    return isNote ? close + 2 : close + 1
  }

  /// `<!-- … -->`, which no reader of Markdown sees.
  private mutating func comment(at index: Int, end: Int) -> Int? {
    guard !unclosed.contains(.comment), starts(with: "<!--", at: index, end: end) else { return nil }
    guard let close = (index + 4..<max(index + 4, end - 2)).first(where: { starts(with: "-->", at: $0, end: end) })
    else {
      unclosed.insert(.comment)
      return nil
    }
    return close + 3
  }

  private mutating func lineBreak(at index: Int, end: Int) -> Int? {
    let blanks = plain.reversed().prefix { $0 == " " || $0 == "\t" }.count
    if lineBreaks == .kept || blanks > 1 { return hardBreak(after: index, end: end) }
    plain.removeLast(blanks)
    flush(before: index)
    let next = firstWord(from: index + 1, end: end)
    // Between Chinese characters a blank would be a blank too many.
    let isWide = [index - 1, next].allSatisfy { scalars.indices.contains($0) && DisplayWidth.of(scalars[$0]) == 2 }
    if !isWide { plain.append(" ") }
    return next
  }

  private mutating func hardBreak(after index: Int, end: Int) -> Int {
    plain.removeLast(plain.reversed().prefix { $0 == " " || $0 == "\t" }.count)
    flush(before: index)
    parts.append(.lineBreak)
    return firstWord(from: index + 1, end: end)
  }

  private func firstWord(from index: Int, end: Int) -> Int {
    scalars[index..<end].firstIndex { $0 != " " && $0 != "\t" } ?? end
  }

  private func first(of marks: String, in range: Range<Int>) -> Int? {
    range.first { marks.unicodeScalars.contains(scalars[$0]) }
  }

  private func starts(with word: String, at index: Int, end: Int) -> Bool {
    scalars[index..<end].starts(with: word.unicodeScalars)
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }
}

/// Words of a plan and where each of them stands in the file.
///
/// The words are not always one stretch of the file: a measure's text leaves out the indentation of its lines and the
/// fields among them, and a JSON string has escapes. `PlanText` remembers where each stretch came from, so that a
/// finding can point at a single character of it.
public struct PlanText: Sendable {
  /// The words.
  public let string: String
  /// The stretch of the file from the first to the last word; empty (`0..<0`) where the text came from no file.
  public let range: SourceRange
  /// Where stretches of `string` begin, in both texts, after the first, which begins at 0 and `range.lowerBound`.
  private let stretches: [Stretch]

  /// Within a stretch, one byte of the words is one byte of the file.
  struct Stretch: Sendable {
    /// The UTF-8 offset in the words.
    let text: Int
    /// The byte offset in the file.
    let source: Int
  }

  /// Words that came from no file.
  public init(_ string: String) {
    self.init(string, range: 0..<0)
  }

  /// Words that stand in the file as one stretch.
  public init(_ string: String, range: SourceRange) {
    self.string = string
    self.range = range
    self.stretches = []
  }

  init(_ string: String, range: SourceRange, stretches: [Stretch]) {
    self.string = string
    self.range = range
    self.stretches = stretches
  }

  /// Whether there is nothing but white space.
  public var isBlank: Bool { string.unicodeScalars.allSatisfy(\.isWhiteSpace) }

  /// The stretch of the file that holds the given UTF-8 offsets of `string`.
  public func sourceRange(of part: Range<Int>) -> SourceRange {
    let lower = sourceOffset(of: part.lowerBound)
    let upper = part.isEmpty ? lower : sourceOffset(of: part.upperBound - 1) + 1
    return lower..<max(lower, upper)
  }

  /// The stretch of the file that holds a part of `string`.
  public func sourceRange(of part: Range<String.Index>) -> SourceRange {
    let utf8 = string.utf8
    let lower = utf8.distance(from: utf8.startIndex, to: part.lowerBound)
    return sourceRange(of: lower..<(lower + utf8.distance(from: part.lowerBound, to: part.upperBound)))
  }

  /// The words at the given UTF-8 offsets, which must lie on character boundaries, still knowing where they stand.
  public func part(_ part: Range<Int>) -> PlanText {
    let utf8 = string.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: part.lowerBound)
    let upper = utf8.index(lower, offsetBy: part.count)
    // Many parts are cut out of one long text: only the stretches inside are looked at.
    let inner = stretches[firstStretch(behind: part.lowerBound)...].prefix { $0.text < part.upperBound }
      .map { Stretch(text: $0.text - part.lowerBound, source: $0.source) }
    return PlanText(String(string[lower..<upper]), range: sourceRange(of: part), stretches: inner)
  }

  /// The same words without white space at either end.
  public var trimmed: PlanText {
    let bytes = Array(string.utf8)
    var lower = 0
    var upper = bytes.count
    while lower < upper, let width = WhiteSpace.width(startingAt: lower, in: bytes) { lower += width }
    while lower < upper, let width = WhiteSpace.width(endingAt: upper, in: bytes) { upper -= width }
    return lower == 0 && upper == bytes.count ? self : part(lower..<max(lower, upper))
  }

  /// The same words without white space at their end.
  var trimmedAtEnd: PlanText {
    let bytes = Array(string.utf8)
    var upper = bytes.count
    while upper > 0, let width = WhiteSpace.width(endingAt: upper, in: bytes) { upper -= width }
    return upper == bytes.count ? self : part(0..<upper)
  }

  private func sourceOffset(of text: Int) -> Int {
    let next = firstStretch(behind: text)
    guard next > 0 else { return min(range.lowerBound + text, max(range.lowerBound, range.upperBound)) }
    return min(stretches[next - 1].source + text - stretches[next - 1].text, range.upperBound)
  }

  /// The first stretch that begins behind a UTF-8 offset, as an index into `stretches`.
  private func firstStretch(behind text: Int) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].text <= text { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension PlanText: ExpressibleByStringLiteral {
  /// Words that came from no file.
  public init(stringLiteral value: String) { self.init(value) }
}

extension PlanText: CustomStringConvertible {
  /// The words alone.
  public var description: String { string }
}

/// White space at the ends of a byte sequence: ASCII blanks and line breaks, and the ideographic space U+3000.
enum WhiteSpace {
  /// The number of bytes of the white space character that starts at `index`, if one does.
  static func width(startingAt index: Int, in bytes: [UInt8]) -> Int? {
    switch bytes[index] {
    case 0x09...0x0D, 0x20: 1
    case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: 3
    default: nil
    }
  }

  /// The number of bytes of the white space character that ends just before `index`, if one does.
  static func width(endingAt index: Int, in bytes: [UInt8]) -> Int? {
    switch bytes[index - 1] {
    case 0x09...0x0D, 0x20: 1
    case 0x80 where index >= 3 && bytes[index - 2] == 0x80 && bytes[index - 3] == 0xE3: 3
    default: nil
    }
  }
}

/// Words of a plan and where each of them stands in the file.
///
/// The words are not always one stretch of the file: a measure's text leaves out the indentation of its lines and the
/// fields among them, and a JSON string has escapes. `PlanText` remembers where each stretch came from, so that a
/// finding can point at a single character of it.
public struct PlanText: Sendable {
  /// The words.
  public let string: String
  private let storedRange: StoredRange
  /// Where stretches of `string` begin, in both texts, after the first, which begins at 0 and `range.lowerBound`.
  private let stretches: [Stretch]

  /// Within a stretch, one byte of the words is one byte of the file.
  struct Stretch: Sendable {
    private let textOffset: UInt32
    private let sourceOffset: UInt32

    init(text: Int, source: Int) {
      textOffset = UInt32(truncatingIfNeeded: text)
      sourceOffset = UInt32(truncatingIfNeeded: source)
    }

    /// The UTF-8 offset in the words.
    var text: Int { Int(textOffset) }
    /// The byte offset in the file.
    var source: Int { Int(sourceOffset) }
  }

  /// The stretch of the file from the first to the last word; empty (`0..<0`) where the text came from no file.
  public var range: SourceRange { storedRange.range }

  /// Words that came from no file.
  public init(_ string: String) {
    self.init(string, range: 0..<0)
  }

  /// Words that stand in the file as one stretch.
  public init(_ string: String, range: SourceRange) {
    self.init(string, range: range, stretches: [])
  }

  init(_ string: String, range: SourceRange, stretches: [Stretch]) {
    self.string = string
    storedRange = StoredRange(range)
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
    let start = utf8.index(utf8.startIndex, offsetBy: part.lowerBound)
    let end = utf8.index(start, offsetBy: part.count)
    return PlanText(String(string[start..<end]), range: sourceRange(of: part), stretches: stretches(in: part))
  }

  /// Words that stand apart in the file, in the order of the file, as one text: its lines, or with another separator.
  package init(joining parts: [PlanText], with separator: String = "\n") {
    guard parts.count != 1, let first = parts.first, let last = parts.last else {
      self = parts.first ?? ""
      return
    }
    var (string, stretches) = (first.string, first.stretches)
    for part in parts.dropFirst() {
      stretches.append(Stretch(text: string.utf8.count, source: part.range.lowerBound))
      string += separator
      let start = string.utf8.count
      stretches.append(Stretch(text: start, source: part.range.lowerBound))
      stretches += part.stretches.map { Stretch(text: $0.text + start, source: $0.source) }
      string += part.string
    }
    self.init(
      string, range: first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound), stretches: stretches)
  }

  /// The text with other words at some UTF-8 offsets, in order.
  func replacing(_ parts: [(range: Range<Int>, words: String)]) -> PlanText {
    let bytes = Array(string.utf8)
    var result: [UInt8] = []
    var stretches: [Stretch] = []
    var index = 0
    var start = range.lowerBound
    func add(_ range: Range<Int>) {
      let kept = self.stretches(in: range)
      if result.isEmpty { start = sourceOffset(of: range.lowerBound) }
      if !result.isEmpty { stretches.append(Stretch(text: result.count, source: sourceOffset(of: range.lowerBound))) }
      stretches += kept.filter { $0.text > 0 }.map { Stretch(text: $0.text + result.count, source: $0.source) }
      result += bytes[range]
    }
    for part in parts {
      add(index..<part.range.lowerBound)
      if !part.words.isEmpty {
        if result.isEmpty { start = sourceOffset(of: part.range.lowerBound) }
        stretches.append(Stretch(text: result.count, source: sourceOffset(of: part.range.lowerBound)))
        result += Array(part.words.utf8)
      }
      index = part.range.upperBound
    }
    add(index..<bytes.count)
    // What is left out at either end is no part of the text.
    let isCut = parts.last.map { $0.words.isEmpty && $0.range.upperBound == bytes.count } ?? false
    let end = isCut ? sourceOffset(of: parts[parts.count - 1].range.lowerBound) : range.upperBound
    let text = PlanText(
      String(decoding: result, as: UTF8.self), range: start..<max(start, end),
      stretches: stretches.filter { $0.text > 0 })
    return text.trimmed
  }

  /// The words at the given UTF-8 offsets, where a string of them is at hand already.
  package func part(_ part: Range<Int>, is string: String) -> PlanText {
    PlanText(string, range: sourceRange(of: part), stretches: stretches(in: part))
  }

  private func stretches(in part: Range<Int>) -> [Stretch] {
    guard !stretches.isEmpty else { return [] }
    // Many parts are cut out of one long text: only the stretches inside are looked at.
    return stretches[firstStretch(behind: part.lowerBound)...].prefix { $0.text < part.upperBound }
      .map { Stretch(text: $0.text - part.lowerBound, source: $0.source) }
  }

  /// The same words without white space at either end.
  public var trimmed: PlanText {
    let rest = WhiteSpace.trimming(string)
    return rest.count == string.utf8.count ? self : part(rest)
  }

  /// The same words without white space at their end.
  package var trimmedAtEnd: PlanText {
    let rest = WhiteSpace.trimming(string)
    return rest.upperBound == string.utf8.count ? self : part(0..<rest.upperBound)
  }

  /// The same words with the string of an equal text, so that memory holds it once.
  package func sharing(_ string: String) -> PlanText { PlanText(string, range: range, stretches: stretches) }

  private func sourceOffset(of text: Int) -> Int {
    let next = firstStretch(behind: text)
    guard next > 0 else { return min(range.lowerBound + text, max(range.lowerBound, range.upperBound)) }
    return min(stretches[next - 1].source + text - stretches[next - 1].text, range.upperBound)
  }

  /// The first stretch that begins behind a UTF-8 offset, as an index into `stretches`.
  private func firstStretch(behind text: Int) -> Int {
    stretches.halvingIndex(fromWhich: { $0.text > text })
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
@usableFromInline package enum WhiteSpace {
  /// What is left of a text without the white space at its ends, as UTF-8 offsets. Of one with nothing else the end is
  /// left.
  static func trimming(_ text: String) -> Range<Int> {
    text.utf8.withContiguousStorageIfAvailable { trimming(0..<$0.count, of: $0) }
      ?? trimming(0..<text.utf8.count, of: Array(text.utf8))
  }

  /// What is left of a stretch of bytes without the white space at its ends. Of one with nothing else the end is left.
  @inlinable package static func trimming<Bytes: RandomAccessCollection<UInt8>>(
    _ range: Range<Int>, of bytes: Bytes
  ) -> Range<Int> where Bytes.Index == Int {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, let width = width(startingAt: lower, to: upper, in: bytes) { lower += width }
    while lower < upper, let width = width(endingAt: upper, from: lower, in: bytes) { upper -= width }
    return lower..<upper
  }

  /// The number of bytes of the white space character that starts at `index`, if one does.
  @inlinable package static func width<Bytes: RandomAccessCollection<UInt8>>(
    startingAt index: Int, to end: Int, in bytes: Bytes
  ) -> Int? where Bytes.Index == Int {
    switch bytes[index] {
    case 0x09...0x0D, 0x20: 1
    case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: 3
    default: nil
    }
  }

  /// The number of bytes of the white space character that ends just before `index`, if one does.
  @inlinable package static func width<Bytes: RandomAccessCollection<UInt8>>(
    endingAt index: Int, from start: Int, in bytes: Bytes
  ) -> Int? where Bytes.Index == Int {
    switch bytes[index - 1] {
    case 0x09...0x0D, 0x20: 1
    case 0x80 where index >= start + 3 && bytes[index - 2] == 0x80 && bytes[index - 3] == 0xE3: 3
    default: nil
    }
  }
}

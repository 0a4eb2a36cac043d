/// Puts a ``PlanText`` together from stretches of a file.
///
/// Nearly every text is a single stretch, or lines that follow one another as they do in the file. As long as that is
/// so, nothing is copied.
package struct PlanTextBuilder {
  private let source: [UInt8]
  /// The text so far, where it is more than one stretch.
  private var bytes: [UInt8] = []
  /// The stretches of `bytes`, the first included.
  private var stretches: [PlanText.Stretch] = []
  private var lower = 0
  private var upper = 0
  private(set) var state = State.nothing

  enum State {
    /// Nothing was added yet.
    case nothing
    /// The text is `source[lower..<upper]`.
    case oneStretch
    /// The text is `bytes`.
    case several
  }

  /// A text out of a file.
  package init(_ source: [UInt8]) { self.source = source }

  /// Whether there is no text yet.
  package var isEmpty: Bool {
    switch state {
    case .nothing: true
    case .oneStretch: lower == upper
    case .several: bytes.isEmpty
    }
  }

  /// Adds the bytes of the file at `range`, as they are.
  package mutating func append(_ range: SourceRange) {
    switch state {
    case .nothing:
      (lower, upper, state) = (range.lowerBound, range.upperBound, .oneStretch)
    case .oneStretch where upper == range.lowerBound:
      upper = range.upperBound
    default:
      mark(range)
      bytes.append(contentsOf: source[range])
    }
  }

  /// Adds bytes that stand in the file differently: an escape, or nothing at all.
  package mutating func append(_ replacement: some Collection<UInt8>, for range: SourceRange) {
    mark(range)
    bytes.append(contentsOf: replacement)
  }

  /// Adds LF where a line of the file ends.
  package mutating func appendLineBreak(at offset: Int) {
    if state == .oneStretch, upper == offset, offset < source.count, source[offset] == Ascii.lineFeed {
      upper += 1
    } else {
      mark(offset..<offset)
      bytes.append(Ascii.lineFeed)
    }
  }

  /// The text, white space at both ends removed.
  package func build() -> PlanText {
    guard state == .oneStretch else { return buildUntrimmed().trimmed }
    let rest = WhiteSpace.trimming(lower..<upper, of: source)
    return PlanText(String(decoding: source[rest], as: UTF8.self), range: rest)
  }

  /// The text without the blanks and line breaks at its ends that mean nothing to Markdown. U+3000 stays: with it
  /// people indent a paragraph.
  package func buildTrimmingBlanks() -> PlanText {
    let text = buildUntrimmed()
    let bytes = text.string.utf8
    func isBlank(_ byte: UInt8) -> Bool { Ascii.isBlank(byte) || byte == Ascii.lineFeed }
    guard bytes.first.map(isBlank) ?? false || bytes.last.map(isBlank) ?? false else { return text }
    let lower = bytes.prefix(while: isBlank).count
    return text.part(lower..<max(lower, bytes.count - bytes.reversed().prefix(while: isBlank).count))
  }

  /// The text with the white space at its ends, which JSON strings keep.
  package func buildUntrimmed() -> PlanText {
    guard state == .several else {
      return PlanText(String(decoding: source[lower..<upper], as: UTF8.self), range: lower..<upper)
    }
    return PlanText(
      String(decoding: bytes, as: UTF8.self), range: lower..<max(lower, upper), stretches: Array(stretches.dropFirst()))
  }

  private mutating func mark(_ range: SourceRange) {
    switch state {
    case .nothing: lower = range.lowerBound
    case .oneStretch:
      bytes.reserveCapacity(2 * (upper - lower) + range.count)
      bytes.append(contentsOf: source[lower..<upper])
      stretches.append(.init(text: 0, source: lower))
    case .several: break
    }
    state = .several
    // Two appends that touch in both texts are one stretch.
    let continues =
      stretches.last.map { $0.source + bytes.count - $0.text == range.lowerBound && upper == range.lowerBound } ?? false
    if !continues { stretches.append(.init(text: bytes.count, source: range.lowerBound)) }
    upper = max(upper, range.upperBound)
  }
}

/// Puts the words of a cell together that stands on several lines of a file, or among tags.
struct CellWords {
  private var builder: PlanTextBuilder
  private let source: [UInt8]
  private var gap = Gap.none
  private var gapRange = 0..<0
  /// The last byte of the words so far.
  private var last: UInt8?
  /// Whether the mark of an item was added last, whose words follow on the same line.
  private var isBehindMark = false

  private enum Gap: Int {
    case none
    /// A line of the file ends, which between two Chinese characters is nothing.
    case softBreak
    case blank
    case lineBreak
  }

  init(_ source: [UInt8]) { (builder, self.source) = (PlanTextBuilder(source), source) }

  /// Adds words that stand in the file as they are.
  mutating func add(_ range: SourceRange) {
    guard !range.isEmpty else { return }
    close(before: source[range.lowerBound])
    builder.append(range)
    last = source[range.upperBound - 1]
  }

  /// Adds words that stand in the file in another way.
  mutating func add(_ words: some Collection<UInt8>, for range: SourceRange) {
    guard let first = words.first else { return }
    close(before: first)
    builder.append(words, for: range)
    last = words.reduce(first) { $1 }
  }

  /// Adds the bullet or number of an item.
  mutating func addMark(_ mark: String, at place: SourceRange) {
    add(mark.utf8, for: place)
    isBehindMark = true
  }

  mutating func addBlank(at range: SourceRange) { widen(.blank, range) }
  mutating func addSoftBreak(at range: SourceRange) { widen(.softBreak, range) }
  mutating func addLineBreak(at range: SourceRange) { widen(.lineBreak, range) }

  /// The words, without white space at their ends; those of an empty cell stand at `place`.
  func text(at place: Int) -> PlanText {
    if builder.isEmpty { return PlanText("", range: place..<place) }
    let text = builder.build()
    return text.string.isEmpty ? PlanText("", range: place..<place) : text
  }

  private mutating func widen(_ other: Gap, _ range: SourceRange) {
    if isBehindMark { return }
    if gap == .none || other.rawValue > gap.rawValue { (gap, gapRange) = (other, range) }
  }

  private mutating func close(before next: UInt8) {
    defer { (gap, isBehindMark) = (.none, false) }
    guard let last else { return }
    switch gap {
    case .none: break
    case .softBreak where last >= 0x80 && next >= 0x80: break
    case .softBreak, .blank:
      if gapRange.count == 1, source[gapRange.lowerBound] == Ascii.space {
        builder.append(gapRange)
      } else {
        builder.append(CollectionOfOne(Ascii.space), for: gapRange)
      }
    case .lineBreak: builder.append(CollectionOfOne(Ascii.lineFeed), for: gapRange)
    }
  }
}

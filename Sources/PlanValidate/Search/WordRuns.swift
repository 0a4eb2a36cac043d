import PlanText

/// The words of a document as one row of characters: stretches of Chinese characters, Latin letters and digits, narrow
/// and in lower case. White space inside a stretch does not count; a mark of punctuation or a line break ends it.
struct WordRuns {
  /// A stretch.
  struct Run {
    /// Where it begins among the characters, and in the row of the document's texts.
    private let start: UInt32
    fileprivate let place: UInt32
    private let count: UInt32
    /// Whether it is all that stands between quotation marks.
    let isQuoted: Bool
    /// Whether there are Latin letters or digits in it.
    let hasLatin: Bool

    fileprivate init(_ range: Range<Int>, place: Int, isQuoted: Bool, hasLatin: Bool) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      self.place = UInt32(truncatingIfNeeded: place)
      count = UInt32(truncatingIfNeeded: range.count)
      self.isQuoted = isQuoted
      self.hasLatin = hasLatin
    }

    /// Its characters.
    var range: Range<Int> { Int(start)..<Int(start + count) }
  }

  /// What stands between two stretches.
  static let separator = TextRow.separator

  /// The characters of all stretches, with a ``separator`` behind each.
  private(set) var scalars: [Unicode.Scalar] = []
  /// The stretches, in order.
  private(set) var runs: [Run] = []
  private let row: TextRow

  init(_ row: TextRow) {
    self.row = row
    scalars.reserveCapacity(row.scalars.count)
    var stretch = Stretch(first: 0)
    for (place, scalar) in row.scalars.enumerated() {
      if row.isBehindLineBreak(place) { end(&stretch, before: place, with: "\n") }
      if scalar.isCommonHan {
        scalars.append(scalar)
      } else if scalar.isASCIIAlphanumeric {
        scalars.append(scalar.lowercasedASCII)
        stretch.hasLatin = true
      } else {
        end(&stretch, before: place, with: scalar)
      }
    }
  }

  /// A stretch as far as it is read.
  private struct Stretch {
    var first: Int
    var hasLatin = false
    /// Whether a quotation mark opens just before it.
    var isOpened = false
  }

  /// Ends a stretch before a place in the row.
  private mutating func end(_ stretch: inout Stretch, before place: Int, with scalar: Unicode.Scalar) {
    if scalars.count > stretch.first {
      runs.append(
        Run(
          stretch.first..<scalars.count, place: place - (scalars.count - stretch.first),
          isQuoted: stretch.isOpened && (scalar == "」" || scalar == "』"), hasLatin: stretch.hasLatin))
      scalars.append(Self.separator)
      stretch.first = scalars.count
      stretch.hasLatin = false
    }
    stretch.isOpened = scalar == "「" || scalar == "『"
  }

  /// The number of the stretch that a character is in.
  func run(at index: Int) -> Int { runs.halvingIndex { $0.range.upperBound > index } }

  /// The words at some characters of one stretch, as written.
  func part(_ range: Range<Int>) -> PlanText {
    // The characters of a stretch are neighbours in the row as well.
    let run = runs[run(at: range.lowerBound)]
    let start = Int(run.place) + range.lowerBound - run.range.lowerBound
    return row.part(start..<(start + range.count))
  }

  /// The two characters at a place, packed.
  func pair(at index: Int) -> UInt64 { Self.pair(scalars, index) }

  /// Two neighbours among some characters, packed: one takes 21 bits.
  static func pair(_ scalars: [Unicode.Scalar], _ index: Int) -> UInt64 {
    UInt64(scalars[index].value) << 21 | UInt64(scalars[index + 1].value)
  }
}

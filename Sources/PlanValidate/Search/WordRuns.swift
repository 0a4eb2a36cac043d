import PlanText

/// The words of a document as one row of characters: stretches of Chinese characters, Latin letters and digits, narrow
/// and in lower case. White space inside a stretch does not count; a mark of punctuation or a line break ends it.
struct WordRuns {
  /// A stretch, in twelve bytes: there is one for a few characters.
  struct Run {
    /// Where it begins among the characters, and in the row of the document's texts.
    private let start: UInt32
    fileprivate let place: UInt32
    /// How many characters it has, and two bits.
    private let count: UInt32

    private static let quoted: UInt32 = 1 << 31
    private static let latin: UInt32 = 1 << 30

    fileprivate init(_ range: Range<Int>, place: Int, isQuoted: Bool, hasLatin: Bool) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      self.place = UInt32(truncatingIfNeeded: place)
      count =
        UInt32(truncatingIfNeeded: range.count) | (isQuoted ? Self.quoted : 0) | (hasLatin ? Self.latin : 0)
    }

    /// Its characters.
    var range: Range<Int> { Int(start)..<Int(start + (count & ~(Self.quoted | Self.latin))) }
    /// Whether it is all that stands between quotation marks.
    var isQuoted: Bool { count & Self.quoted != 0 }
    /// Whether there are Latin letters or digits in it.
    var hasLatin: Bool { count & Self.latin != 0 }
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
    runs = runs.withoutSpareRoom()
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
  static func pair<Row: RandomAccessCollection<Unicode.Scalar>>(
    _ scalars: Row, _ index: Int
  ) -> UInt64 where Row.Index == Int {
    UInt64(scalars[index].value) << 21 | UInt64(scalars[index + 1].value)
  }
}

/// Characters from the last to the first, without a copy of them.
struct BackwardScalars: RandomAccessCollection {
  let scalars: [Unicode.Scalar]

  var startIndex: Int { 0 }
  var endIndex: Int { scalars.count }

  subscript(index: Int) -> Unicode.Scalar { scalars[scalars.count - 1 - index] }
}

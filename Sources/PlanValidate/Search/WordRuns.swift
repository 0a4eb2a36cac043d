import PlanText

/// The words of a document as one row of characters: stretches of Chinese characters, Latin letters and digits, narrow
/// and in lower case. White space inside a stretch does not count; a mark of punctuation or a line break ends it.
struct WordRuns {
  /// A stretch.
  struct Run {
    /// Its characters.
    let range: Range<Int>
    /// Whether it is all that stands between quotation marks.
    let isQuoted: Bool
    /// Whether there are Latin letters or digits in it.
    let hasLatin: Bool
    /// The text that it stands in, by its number.
    fileprivate let text: Int
  }

  /// What stands between two stretches; no text has it in one.
  static let separator: Unicode.Scalar = "\u{FFFF}"

  /// The characters of all stretches, with a ``separator`` behind each.
  private(set) var scalars: [Unicode.Scalar] = []
  /// The stretches, in order.
  private(set) var runs: [Run] = []
  /// For each character, where it begins in its text, in UTF-8.
  private var starts: [UInt32] = []
  private let texts: [PlanText]

  init(_ texts: [PlanText]) {
    self.texts = texts
    // A separator takes the place of a mark, or of the end of a text.
    let room = texts.reduce(texts.count) { $0 + $1.string.scalarCount }
    scalars.reserveCapacity(room)
    starts.reserveCapacity(room)
    for number in texts.indices { read(number) }
  }

  private mutating func read(_ number: Int) {
    var stretch = Stretch(first: scalars.count)
    texts[number].string.forEachScalar { scalar, offset in
      let start = UInt32(truncatingIfNeeded: offset)
      if scalar.isCommonHan { return add(scalar, at: start) }
      let narrow = scalar.narrow
      if narrow.isCommonHan {
        add(narrow, at: start)
      } else if narrow.isASCIIAlphanumeric {
        add(narrow.lowercasedASCII, at: start)
        stretch.hasLatin = true
      } else if scalar == "\n" || !scalar.isWhiteSpace {
        end(&stretch, with: scalar, at: start, of: number)
      }
    }
    end(&stretch, with: nil, at: UInt32(truncatingIfNeeded: texts[number].string.utf8.count), of: number)
  }

  /// A stretch as far as it is read.
  private struct Stretch {
    var first: Int
    var hasLatin = false
    /// Whether a quotation mark opens just before it.
    var isOpened = false
  }

  private mutating func end(
    _ stretch: inout Stretch, with scalar: Unicode.Scalar?, at offset: UInt32, of number: Int
  ) {
    if scalars.count > stretch.first {
      runs.append(
        Run(
          range: stretch.first..<scalars.count, isQuoted: stretch.isOpened && (scalar == "」" || scalar == "』"),
          hasLatin: stretch.hasLatin, text: number))
      add(Self.separator, at: offset)
      stretch.first = scalars.count
      stretch.hasLatin = false
    }
    stretch.isOpened = scalar == "「" || scalar == "『"
  }

  private mutating func add(_ scalar: Unicode.Scalar, at offset: UInt32) {
    scalars.append(scalar)
    starts.append(offset)
  }

  /// The number of the stretch that a character is in.
  func run(at index: Int) -> Int { runs.halvingIndex { $0.range.upperBound > index } }

  /// The words at some characters of one stretch, as written.
  func part(_ range: Range<Int>) -> PlanText {
    let text = texts[runs[run(at: range.lowerBound)].text]
    let end = text.string.endOfScalar(at: Int(starts[range.upperBound - 1]))
    return text.part(Int(starts[range.lowerBound])..<end)
  }

  /// The two characters at a place, packed.
  func pair(at index: Int) -> UInt64 { Self.pair(scalars, index) }

  /// Two neighbours among some characters, packed: one takes 21 bits.
  static func pair(_ scalars: [Unicode.Scalar], _ index: Int) -> UInt64 {
    UInt64(scalars[index].value) << 21 | UInt64(scalars[index + 1].value)
  }
}

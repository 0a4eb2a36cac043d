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
    var first = scalars.count
    var hasLatin = false
    var opened = false
    var offset: UInt32 = 0
    func end(with scalar: Unicode.Scalar?, _ words: inout WordRuns) {
      if words.scalars.count > first {
        words.runs.append(
          Run(
            range: first..<words.scalars.count, isQuoted: opened && (scalar == "」" || scalar == "』"),
            hasLatin: hasLatin, text: number))
        words.add(Self.separator, at: offset)
        first = words.scalars.count
        hasLatin = false
      }
      opened = scalar == "「" || scalar == "『"
    }
    for scalar in texts[number].string.unicodeScalars {
      let narrow = NameKey.narrow(scalar)
      if narrow.isCommonHan {
        add(narrow, at: offset)
      } else if narrow.isASCIIAlphanumeric {
        add(narrow.lowercasedASCII, at: offset)
        hasLatin = true
      } else if scalar == "\n" || !scalar.isWhiteSpace {
        end(with: scalar, &self)
      }
      offset += UInt32(UTF8.width(scalar))
    }
    end(with: nil, &self)
  }

  private mutating func add(_ scalar: Unicode.Scalar, at offset: UInt32) {
    scalars.append(scalar)
    starts.append(offset)
  }

  /// The number of the stretch that a character is in.
  func run(at index: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].range.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The words at some characters of one stretch, as written.
  func part(_ range: Range<Int>) -> PlanText {
    let text = texts[runs[run(at: range.lowerBound)].text]
    let end = text.string.endOfScalar(at: Int(starts[range.upperBound - 1]))
    return text.part(Int(starts[range.lowerBound])..<end)
  }
}

import PlanModel

/// A text as it is searched for words: without white space and with narrow characters, each character still knowing where it stands.
///
/// Text that came out of a PDF has blanks inside its words (廣 續 辦理), and full-width digits are digits.
struct DenseText: Sendable {
  /// The characters.
  let scalars: [Unicode.Scalar]
  private let text: PlanText
  /// For each character, its UTF-8 offsets in the text.
  private let offsets: [Range<Int>]

  init(_ text: PlanText) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Range<Int>] = []
    var offset = 0
    for scalar in text.string.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if !scalar.isWhiteSpace {
        scalars.append(NameKey.narrow(scalar))
        offsets.append(offset..<end)
      }
      offset = end
    }
    self.scalars = scalars
    self.text = text
    self.offsets = offsets
  }

  var count: Int { scalars.count }

  /// The words at some of the characters, as written.
  func part(_ range: Range<Int>) -> PlanText {
    guard !range.isEmpty else { return text.part(0..<0) }
    return text.part(offsets[range.lowerBound].lowerBound..<offsets[range.upperBound - 1].upperBound)
  }

  /// Where some of the characters stand in the file, as far as that is on one line.
  func range(of range: Range<Int>) -> SourceRange { part(range).firstLineRange }

  /// Whether a word stands at a place.
  func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    index >= 0 && index + word.count <= scalars.count && scalars[index..<(index + word.count)].elementsEqual(word)
  }

  /// Whether a word stands at a place.
  func has(_ word: String, at index: Int) -> Bool { has(Array(word.unicodeScalars), at: index) }

  /// Whether a word ends just before a place.
  func has(_ word: String, before index: Int) -> Bool { has(word, at: index - word.unicodeScalars.count) }

  /// The stretches between the marks that end a sentence or a part of one that stands by itself.
  var sentences: [Range<Int>] {
    let ends = scalars.indices.filter { "。;!?".unicodeScalars.contains(scalars[$0]) } + [scalars.count]
    return zip([0] + ends.map { $0 + 1 }, ends).filter { $0 < $1 }.map { $0..<$1 }
  }

  /// For each character, whether it stands inside 「」 or 『』.
  var isQuoted: [Bool] {
    var depth = 0
    return scalars.map { scalar in
      if scalar == "「" || scalar == "『" { depth += 1 }
      let quoted = depth > 0
      if scalar == "」" || scalar == "』" { depth = max(0, depth - 1) }
      return quoted
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is one of the common Chinese characters. Asking this first saves looking up properties for most of a plan.
  var isCommonHan: Bool { (0x4E00...0x9FFF).contains(value) }

  /// Whether the scalar is white space.
  var isWhiteSpace: Bool { !isCommonHan && properties.isWhitespace }
}

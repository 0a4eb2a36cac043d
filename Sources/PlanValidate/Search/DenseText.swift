import PlanText

/// A text as it is searched for words: without white space or characters that nobody sees, and with narrow ones, each
/// character still knowing where it stands.
///
/// Text that came out of a PDF has blanks inside its words (廣 續 辦理), and full-width digits are digits.
struct DenseText: Sendable {
  /// The characters.
  let scalars: [Unicode.Scalar]
  /// The text in which they stand.
  let text: PlanText
  /// For each character, where it begins in the text, in UTF-8. A whole plan is kept in this form, so it is kept small.
  private let starts: [UInt32]

  init(_ text: PlanText) {
    let room = text.string.scalarCount
    var starts: [UInt32] = []
    scalars = Array(unsafeUninitializedCapacity: room) { scalars, count in
      starts = Array(unsafeUninitializedCapacity: room) { starts, filled in
        text.string.forEachScalar { scalar, offset in
          guard scalar.isCommonHan || !scalar.showsNothing else { return }
          scalars.initializeElement(at: filled, to: scalar.isCommonHan ? scalar : scalar.narrow)
          starts.initializeElement(at: filled, to: UInt32(truncatingIfNeeded: offset))
          filled += 1
        }
        count = filled
      }
    }
    self.text = text
    self.starts = starts
  }

  var count: Int { scalars.count }

  /// The words at some of the characters, as written.
  func part(_ range: Range<Int>) -> PlanText {
    guard !range.isEmpty else { return text.part(0..<0) }
    // A character may be wider in the text than the narrow one that it is searched as.
    let end = text.string.endOfScalar(at: Int(starts[range.upperBound - 1]))
    return text.part(Int(starts[range.lowerBound])..<end)
  }

  /// Where some of the characters stand in the file, as far as that is on one line.
  func range(of range: Range<Int>) -> SourceRange { part(range).firstLineRange }

  /// Whether a word stands at a place.
  func has(_ word: [Unicode.Scalar], at index: Int) -> Bool { scalars.has(word, at: index) }

  /// Whether a word stands at a place. Nearly always its first character does not, and nothing else is looked at.
  func has(_ word: String, at index: Int) -> Bool {
    guard index >= 0 else { return false }
    var place = index
    for scalar in word.unicodeScalars {
      guard place < scalars.count, scalars[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  /// Whether a word stands anywhere.
  func has(_ word: String) -> Bool { scalars.indices.contains { has(word, at: $0) } }

  /// Whether a word ends just before a place.
  func has(_ word: String, before index: Int) -> Bool {
    var place = index
    for scalar in word.unicodeScalars.reversed() {
      place -= 1
      guard place >= 0, place < scalars.count, scalars[place] == scalar else { return false }
    }
    return true
  }

  /// The stretches between the marks that end a sentence or a part of one that stands by itself.
  var sentences: [Range<Int>] {
    let ends = scalars.indices.filter { Self.sentenceEnds.contains(scalars[$0]) } + [scalars.count]
    return zip([0] + ends.map { $0 + 1 }, ends).filter { $0 < $1 }.map { $0..<$1 }
  }

  private static let sentenceEnds: ScalarSet = "。;!?"

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

extension String {
  /// Where the scalar ends that begins at a UTF-8 offset.
  func endOfScalar(at start: Int) -> Int {
    switch utf8[utf8.index(utf8.startIndex, offsetBy: start)] {
    case ..<0x80: start + 1
    case ..<0xE0: start + 2
    case ..<0xF0: start + 3
    default: start + 4
    }
  }
}

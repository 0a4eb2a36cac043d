import PlanText

/// A text as it is searched for words: a stretch of a ``TextRow``, whose characters count from 0.
struct DenseText: Sendable {
  private let row: TextRow
  private let number: Int

  /// A text of a row.
  init(_ row: TextRow, _ number: Int) {
    self.row = row
    self.number = number
  }

  /// A text that stands in no row of a document.
  init(_ text: PlanText) { self.init(TextRow([text]), 0) }

  /// The characters.
  var scalars: DenseScalars { DenseScalars(row.scalars, row.starts[number]..<(row.starts[number + 1] - 1)) }

  /// Some of them.
  func scalars(_ range: Range<Int>) -> ArraySlice<Unicode.Scalar> {
    row.scalars[(start + range.lowerBound)..<(start + range.upperBound)]
  }

  /// The text in which they stand.
  var text: PlanText { row.texts[number] }

  var count: Int { row.starts[number + 1] - 1 - row.starts[number] }

  /// Whether both are the same text of the same row.
  func isSame(as other: DenseText) -> Bool { row === other.row && number == other.number }

  /// The words at some of the characters, as written.
  func part(_ range: Range<Int>) -> PlanText {
    row.part((start + range.lowerBound)..<(start + range.upperBound), ofText: number)
  }

  /// Where some of the characters stand in the file, as far as that is on one line.
  func range(of range: Range<Int>) -> SourceRange { part(range).firstLineRange }

  /// Whether a word stands at a place. Nearly always its first character does not, and nothing else is looked at.
  func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    // A word that runs on meets the separator, which no word has.
    index >= 0 && index < count && row.scalars.has(word, at: start + index)
  }

  /// Whether a word stands at a place.
  func has(_ word: String, at index: Int) -> Bool {
    guard index >= 0, index < count else { return false }
    var place = start + index
    for scalar in word.unicodeScalars {
      guard row.scalars[place] == scalar else { return false }
      place += 1
    }
    return true
  }

  /// Whether a word stands anywhere.
  func has(_ word: String) -> Bool { (0..<count).contains { has(word, at: $0) } }

  /// Whether a word ends just before a place.
  func has(_ word: String, before index: Int) -> Bool {
    guard index >= 0, index <= count else { return false }
    var place = start + index
    for scalar in word.unicodeScalars.reversed() {
      place -= 1
      guard row.scalars[place] == scalar else { return false }
    }
    return true
  }

  /// The date that begins at a character.
  func date(at index: Int) -> WrittenDate? {
    WrittenDate(in: row.scalars, at: start + index)?.counted(from: start)
  }

  /// The number that begins at a character, in digits or Chinese numerals, as dates have them.
  func number(at index: Int) -> (value: Int, end: Int)? {
    var scanner = DateScanner(row.scalars, at: start + index)
    return scanner.number().map { ($0, scanner.index - start) }
  }

  private var start: Int { row.starts[number] }
}

extension DenseText {
  /// The stretches between the marks that end a sentence or a part of one that stands by itself.
  var sentences: [Range<Int>] {
    let scalars = scalars
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

  /// Does something with each token: each Chinese character, and each word or number in Latin letters and digits, which
  /// ends where anything stands between two of them. Marks and the like are none.
  func forEachToken(_ body: (Range<Int>) -> Void) {
    let scalars = scalars
    var word: Int?
    for (index, scalar) in scalars.enumerated() {
      if scalar.isASCIIAlphanumeric {
        if word == nil { word = index }
        if index + 1 == count || !scalars[index + 1].isASCIIAlphanumeric || !row.touchesNext(start + index) {
          body((word ?? index)..<(index + 1))
          word = nil
        }
      } else if scalar.isCommonHan
        || (!scalar.isASCII && !scalar.isMarkOfChinese && scalar.properties.isAlphabetic)
      {
        body(index..<(index + 1))
      }
    }
  }
}

/// The characters of one text in a row, counted from 0.
struct DenseScalars: RandomAccessCollection {
  private let row: [Unicode.Scalar]
  private let start: Int
  let count: Int

  init(_ row: [Unicode.Scalar], _ range: Range<Int>) {
    self.row = row
    start = range.lowerBound
    count = range.count
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Unicode.Scalar { row[start + index] }
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

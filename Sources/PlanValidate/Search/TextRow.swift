import PlanText

/// The texts of a document as one row of characters, in which all rules look for words: without white space or
/// characters that nobody sees, and with narrow ones, each still knowing where it stands.
///
/// Text that came out of a PDF has blanks inside its words (廣 續 辦理), and full-width digits are digits. A whole plan
/// is kept in this form once, so it is kept small: eight bytes for a character.
final class TextRow: Sendable {
  /// The texts as written.
  let texts: [PlanText]
  /// The characters of all texts, with a ``separator`` before the first text and behind each.
  let scalars: [Unicode.Scalar]
  /// For each text, where it begins in the row; at the end, where another one would.
  let starts: [Int]
  /// For each character, where it begins in its text, in UTF-8, and whether a line break stands before it.
  private let offsets: [UInt32]

  /// What stands between two texts. Nobody looks for one that a text has.
  static let separator: Unicode.Scalar = "\u{FFFF}"
  /// The bit of an offset that says that a line break stands before the character; no text is of two gigabytes.
  private static let lineBreak: UInt32 = 1 << 31

  init(_ texts: [PlanText]) {
    let room = texts.reduce(texts.count + 1) { $0 + $1.string.scalarCount }
    var starts: [Int] = []
    starts.reserveCapacity(texts.count + 1)
    var offsets: [UInt32] = []
    scalars = Array(unsafeUninitializedCapacity: room) { scalars, count in
      offsets = Array(unsafeUninitializedCapacity: room) { offsets, filled in
        func add(_ scalar: Unicode.Scalar, _ offset: UInt32) {
          scalars.initializeElement(at: filled, to: scalar)
          offsets.initializeElement(at: filled, to: offset)
          filled += 1
        }
        add(Self.separator, 0)
        for text in texts {
          starts.append(filled)
          var before: UInt32 = 0
          text.string.forEachScalar { scalar, offset in
            guard scalar.isCommonHan || !scalar.showsNothing else {
              if scalar == "\n" { before = Self.lineBreak }
              return
            }
            add(scalar.isCommonHan ? scalar : scalar.narrow, UInt32(truncatingIfNeeded: offset) | before)
            before = 0
          }
          add(Self.separator, UInt32(truncatingIfNeeded: text.string.utf8.count))
        }
        count = filled
      }
    }
    starts.append(scalars.count)
    self.texts = texts
    self.starts = starts
    self.offsets = offsets
  }

  /// The number of the text that a place is in.
  func text(at place: Int) -> Int { starts.halvingIndex { $0 > place } - 1 }

  /// Some neighbouring characters of one text, as written.
  func part(_ range: Range<Int>) -> PlanText { part(range, ofText: text(at: range.lowerBound)) }

  /// Some neighbouring characters of a text whose number is known, as written.
  func part(_ range: Range<Int>, ofText number: Int) -> PlanText {
    let text = texts[number]
    guard !range.isEmpty else { return text.part(0..<0) }
    return text.part(offset(of: range.lowerBound)..<end(of: range.upperBound - 1, in: text))
  }

  /// Whether a line break stands before a character, in the same text.
  func isBehindLineBreak(_ place: Int) -> Bool { offsets[place] & Self.lineBreak != 0 }

  /// Whether nothing stands between a character and the next one of the same text, not even white space.
  func touchesNext(_ place: Int, in text: PlanText) -> Bool { end(of: place, in: text) == offset(of: place + 1) }

  private func offset(of place: Int) -> Int { Int(offsets[place] & ~Self.lineBreak) }

  /// Where a character ends. It may be wider in the text than the narrow one that it is searched as.
  private func end(of place: Int, in text: PlanText) -> Int { text.string.endOfScalar(at: offset(of: place)) }
}

/// Texts of a row, in some order, as they are searched for words.
struct DenseTexts: RandomAccessCollection, Sendable {
  private let row: TextRow
  /// The numbers of the texts; nil for all of them.
  private let numbers: [Int]?

  init(_ row: TextRow, _ numbers: [Int]? = nil) {
    self.row = row
    self.numbers = numbers
  }

  var startIndex: Int { 0 }
  var endIndex: Int { numbers?.count ?? row.texts.count }

  subscript(index: Int) -> DenseText { DenseText(row, numbers?[index] ?? index) }
}

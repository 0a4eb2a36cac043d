import PlanText

/// The texts of a document as one row of characters, in which all rules look for words: without white space or
/// characters that nobody sees, and with narrow ones, each still knowing where it stands.
///
/// Text that came out of a PDF has blanks inside its words (廣 續 辦理), and full-width digits are digits. A whole plan
/// is kept in this form once, so it is kept small: five bytes for a character.
final class TextRow: Sendable {
  /// The texts as written.
  let texts: [PlanText]
  /// The characters of all texts, with a ``separator`` before the first text and behind each.
  let scalars: [Unicode.Scalar]
  /// For each text, where it begins in the row; at the end, where another one would.
  let starts: [Int]
  /// How each character stands to the one before it in its text.
  private let steps: [Step]
  /// Characters whose places in their texts are kept, in order: one in a few dozens, and those far behind the one
  /// before. Where the others stand is added up from there.
  private let milestones: [Milestone]

  /// What stands between two texts. Nobody looks for one that a text has.
  static let separator: Unicode.Scalar = "\u{FFFF}"
  /// So many characters of a text lie between two milestones at most.
  private static let stride = 64

  /// The bytes from the beginning of one character, or of the text, to the next, and what stands between the two.
  private struct Step {
    private(set) var bits: UInt8

    /// That white space or something unseen does, and among it a line break.
    static let gap: UInt8 = 0x40
    static let lineBreak: UInt8 = 0x80
    /// More bytes than a step counts, or a milestone.
    static let far = 0x3F

    /// `bytes` are at most ``far``.
    init(bytes: Int, between: UInt8) { bits = UInt8(truncatingIfNeeded: bytes) | between }

    var bytes: Int { Int(bits) & Self.far }
  }

  private struct Milestone {
    let place: UInt32
    /// Where it begins in its text, in UTF-8.
    let offset: UInt32
  }

  init(_ texts: [PlanText]) {
    let room = texts.reduce(texts.count + 1) { $0 + $1.string.scalarCount }
    var starts: [Int] = []
    starts.reserveCapacity(texts.count + 1)
    var steps: [Step] = []
    var milestones: [Milestone] = []
    scalars = Array(unsafeUninitializedCapacity: room) { scalars, count in
      steps = Array(unsafeUninitializedCapacity: room) { steps, filled in
        func add(_ scalar: Unicode.Scalar, _ step: Step) {
          scalars.initializeElement(at: filled, to: scalar)
          steps.initializeElement(at: filled, to: step)
          filled += 1
        }
        add(Self.separator, Step(bytes: 0, between: 0))
        for text in texts {
          starts.append(filled)
          var (last, between) = (0, UInt8(0))
          var nextMilestone = filled + Self.stride
          text.string.forEachScalar { scalar, offset in
            guard scalar.isCommonHan || !scalar.showsNothing else {
              between |= scalar == "\n" ? Step.gap | Step.lineBreak : Step.gap
              return
            }
            var bytes = offset - last
            if bytes >= Step.far || filled == nextMilestone {
              bytes = Step.far
              milestones.append(
                Milestone(place: UInt32(truncatingIfNeeded: filled), offset: UInt32(truncatingIfNeeded: offset)))
              nextMilestone = filled + Self.stride
            }
            add(scalar.isCommonHan ? scalar : scalar.narrow, Step(bytes: bytes, between: between))
            (last, between) = (offset, 0)
          }
          add(Self.separator, Step(bytes: 0, between: 0))
        }
        count = filled
      }
    }
    starts.append(scalars.count)
    self.texts = texts
    self.starts = starts
    self.steps = steps
    self.milestones = milestones
  }

  /// The number of the text that a place is in.
  func text(at place: Int) -> Int { starts.halvingIndex { $0 > place } - 1 }

  /// Some neighbouring characters of one text, as written.
  func part(_ range: Range<Int>) -> PlanText { part(range, ofText: text(at: range.lowerBound)) }

  /// Some neighbouring characters of a text whose number is known, as written.
  func part(_ range: Range<Int>, ofText number: Int) -> PlanText {
    let text = texts[number]
    guard !range.isEmpty else { return text.part(0..<0) }
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    // A character may be wider in the text than the narrow one that it is searched as.
    return text.part(offset(of: first, ofText: number)..<text.string.endOfScalar(at: offset(of: last, ofText: number)))
  }

  /// Whether a line break stands before a character, in the same text.
  func isBehindLineBreak(_ place: Int) -> Bool { steps[place].bits & Step.lineBreak != 0 }

  /// Whether nothing stands between a character and the next one of the same text, not even white space.
  func touchesNext(_ place: Int) -> Bool { steps[place + 1].bits & Step.gap == 0 }

  /// Where a character of a text begins in it, in UTF-8.
  private func offset(of place: Int, ofText number: Int) -> Int {
    var offset = 0
    for place in (starts[number]...place).reversed() {
      let bytes = steps[place].bytes
      if bytes == Step.far { return offset + Int(milestones[milestones.halvingIndex { $0.place >= place }].offset) }
      offset += bytes
    }
    return offset
  }
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

import PlanText

/// The sentences of a document as numbers of the ``Vocabulary``, stretch behind stretch with a 0 between two.
///
/// A stretch is Chinese without marks. It begins and ends with the number for that where a clause does; not beside
/// brackets, digits and letters, where a word may go on: 預(決)算. Names of people and units, and deadlines, are left
/// out.
struct SpelledTexts {
  /// A character that the vocabulary does not have.
  static let foreign: UInt16 = 4096

  /// The numbers, with three 0 before and behind.
  private(set) var numbers: [UInt16] = [0, 0, 0]
  /// Where characters that stand next to each other in the row of texts do so among the numbers too: the index and the
  /// place of the first of each run.
  private var runs: [(index: UInt32, place: UInt32)] = []

  init(_ row: TextRow, _ texts: PlanTexts) {
    numbers.reserveCapacity(row.scalars.count + row.scalars.count / 4)
    var names = texts.names[...]
    for text in texts.all.indices {
      if names.first == text {
        names.removeFirst()
      } else {
        spell(row, row.starts[text]..<(row.starts[text + 1] - 1))
      }
    }
    for _ in 0..<2 { numbers.append(0) }
  }

  /// The place in the row of texts of the character with an index among the numbers.
  func place(of index: Int) -> Int {
    let run = runs[runs.halvingIndex { $0.index > index } - 1]
    return Int(run.place) + index - Int(run.index)
  }

  private mutating func spell(_ row: TextRow, _ range: Range<Int>) {
    let (scalars, vocabulary) = (row.scalars, Vocabulary.shared)
    var isInside = false
    for place in range {
      let scalar = scalars[place]
      let isHan = scalar.isCommonHan
      guard isHan || isInside else { continue }
      let startsLine = row.isBehindLineBreak(place)
      if isHan {
        if !isInside {
          if startsLine || !Self.isHole(scalars, place - 1) { numbers.append(Vocabulary.clauseStart) }
          begin(place)
        } else if startsLine {
          numbers.append(0)
          begin(place)
        }
        let number = vocabulary.number(of: scalar)
        numbers.append(number == 0 ? Self.foreign : number)
      } else {
        if startsLine || !Self.isHole(scalars, place) { numbers.append(Vocabulary.clauseEnd) }
        numbers.append(0)
      }
      isInside = isHan
    }
    guard isInside else { return }
    numbers.append(Vocabulary.clauseEnd)
    numbers.append(0)
  }

  private mutating func begin(_ place: Int) {
    runs.append((UInt32(truncatingIfNeeded: numbers.count), UInt32(truncatingIfNeeded: place)))
  }

  /// Whether a word may go on behind what stands at a place.
  private static func isHole(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    let scalar = scalars[place]
    switch scalar {
    case TextRow.separator: return false
    case "(", ")", "/": return true
    // A play on words: 愉「閱」.
    case "「", "」", "『", "』":
      let isOpening = scalar == "「" || scalar == "『"
      let other = place + (isOpening ? 2 : -2)
      return scalars.indices.contains(other) && (isOpening ? "」』" : "「『").unicodeScalars.contains(scalars[other])
    default:
      if scalar.isASCII { return scalar.isASCIIAlphanumeric }
      return !scalar.isMarkOfChinese && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
  }
}

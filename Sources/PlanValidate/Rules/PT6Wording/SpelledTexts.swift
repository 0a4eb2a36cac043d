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
  /// For each number, the place of its character in the row of texts; of a clause's beginning or end, that of the
  /// character beside it.
  private(set) var places: [UInt32] = [0, 0, 0]

  init(_ row: TextRow, _ texts: PlanTexts) {
    numbers.reserveCapacity(row.scalars.count + row.scalars.count / 4)
    places.reserveCapacity(row.scalars.count + row.scalars.count / 4)
    var names = texts.names[...]
    for text in texts.all.indices {
      if names.first == text {
        names.removeFirst()
      } else {
        spell(row, row.starts[text]..<(row.starts[text + 1] - 1))
      }
    }
    for _ in 0..<2 { add(0, row.scalars.count) }
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
          if startsLine || !Self.isHole(scalars, place - 1) { add(Vocabulary.clauseStart, place) }
        } else if startsLine {
          add(0, place)
        }
        let number = vocabulary.number(of: scalar)
        add(number == 0 ? Self.foreign : number, place)
      } else {
        if startsLine || !Self.isHole(scalars, place) { add(Vocabulary.clauseEnd, place - 1) }
        add(0, place)
      }
      isInside = isHan
    }
    guard isInside else { return }
    add(Vocabulary.clauseEnd, range.upperBound - 1)
    add(0, range.upperBound)
  }

  private mutating func add(_ number: UInt16, _ place: Int) {
    numbers.append(number)
    places.append(UInt32(truncatingIfNeeded: place))
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

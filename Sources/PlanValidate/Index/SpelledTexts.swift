import PlanText

/// The sentences of a document as numbers of the ``Vocabulary``, stretch behind stretch with a 0 between two.
///
/// A stretch is Chinese without marks. It begins and ends with the number for that where a clause does; not beside
/// brackets, digits and letters, where a word may go on: 預(決)算. Names of people and units, and deadlines, are left
/// out.
struct SpelledTexts: Sendable {
  /// The numbers, with a 0 before the first and behind the last stretch.
  private(set) var numbers: [UInt16] = [0]
  /// For each number, the place of its character in the row of texts; of a clause's beginning or end, that of the
  /// character beside it.
  private(set) var places: [UInt32] = [0]
  /// For each number but the last, what the vocabulary knows of it and the next one.
  let uses: [PairUse]

  init(_ row: TextRow, _ texts: PlanTexts) {
    numbers.reserveCapacity(row.scalars.count + row.scalars.count / 4)
    places.reserveCapacity(row.scalars.count + row.scalars.count / 4)
    var names = texts.names[...]
    var (numbers, places) = (numbers, places)
    for text in texts.all.indices {
      if names.first == text {
        names.removeFirst()
      } else {
        Self.spell(row, row.starts[text]..<(row.starts[text + 1] - 1), &numbers, &places)
      }
    }
    let vocabulary = Vocabulary.shared
    uses = numbers.indices.dropLast().map { vocabulary.use(of: numbers[$0], numbers[$0 + 1]) }
    (self.numbers, self.places) = (numbers, places)
  }

  private static func spell(
    _ row: TextRow, _ range: Range<Int>, _ numbers: inout [UInt16], _ places: inout [UInt32]
  ) {
    let (scalars, vocabulary) = (row.scalars, Vocabulary.shared)
    func add(_ number: UInt16, _ place: Int) {
      numbers.append(number)
      places.append(UInt32(truncatingIfNeeded: place))
    }
    var isInside = false
    for place in range {
      let scalar = scalars[place]
      let startsLine = row.isBehindLineBreak(place)
      if scalar.isCommonHan {
        if !isInside {
          if startsLine || !isHole(scalars, place - 1) { add(Vocabulary.clauseStart, place) }
        } else if startsLine {
          add(0, place)
        }
        add(vocabulary.number(of: scalar), place)
      } else if isInside {
        if startsLine || !isHole(scalars, place) { add(Vocabulary.clauseEnd, place - 1) }
        add(0, place)
      }
      isInside = scalar.isCommonHan
    }
    guard isInside else { return }
    add(Vocabulary.clauseEnd, range.upperBound - 1)
    add(0, range.upperBound)
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

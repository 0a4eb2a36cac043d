import PlanText

/// One character that stands twice in a row and should not: 優良良哺集乳室, 6月29日日前.
enum DoubledCharacters {
  /// The places of the first copies in the row of a document's texts.
  static func all(in plan: PlanIndex) -> [Int] {
    let places = plan.characterPlaces
    var found: [Int] = []
    places.forEachPair(within: 1) { first, _ in
      if isSlip(at: first, in: places.row) { found.append(first) }
    }
    found.sort()
    let names = Set(plan.textPlaces.names)
    return found.filter { places.scalars[$0] == "日" || !names.contains(places.row.text(at: $0)) }
  }

  /// What a day goes on with.
  private static let behindDays: ScalarSet = "前後止起至內以。,;、)("

  private static func isSlip(at place: Int, in row: TextRow) -> Bool {
    let scalars = row.scalars
    let scalar = scalars[place]
    guard scalar.isCommonHan, row.touchesNext(place) else { return false }
    let (before, after) = (scalars[place - 1], scalars[place + 2])
    guard before != scalar, after != scalar else { return false }
    if scalar == "日", Numeral.isNumeral(before) {
      return behindDays.contains(after) || after == TextRow.separator
    }
    return isBehindWord(scalars, place)
  }

  /// Whether a character ends a word, and begins none and is none when it comes again.
  private static func isBehindWord(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    let vocabulary = Vocabulary.shared
    func number(_ offset: Int) -> UInt16 { vocabulary.number(of: scalars[place + offset]) }
    let (before, own, after) = (number(-1), number(0), number(2))
    guard before != 0, own != 0, vocabulary.aloneCost(of: own) >= leastAlone else { return false }
    let word = vocabulary.use(ofCommon: before, own)
    guard word.isWord, word.level >= leastLevel, !vocabulary.isWord(own, own) else { return false }
    guard after != 0 else { return false }
    let second = scalars[place + 2] == TextRow.separator ? 0 : number(3)
    return !vocabulary.use(of: own, after).isMet && !vocabulary.isWord(own, after)
      && !vocabulary.isWord(before, own, own) && !vocabulary.isWord(own, own, after)
      && !vocabulary.isWord(own, after, second)
  }

  /// So seldom must a character be a word by itself.
  private static let leastAlone: Int32 = 6
  private static let leastLevel = 2
}

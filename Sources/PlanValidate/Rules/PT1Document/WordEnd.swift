import PlanText

/// How likely a text stops within a word, by the vocabulary.
enum WordEnd {
  /// Above this a text is reported, whatever ends the texts beside it; in quarters of a bit.
  static let doubtful: Int32 = 10
  /// Above this one is reported where most of the texts beside it end with a mark.
  static let doubtfulAmongClosed: Int32 = 1

  /// By how many quarters of a bit its end looks more like the middle of a word than like an end. Nil where there is
  /// nothing to judge: a mark or a foreign letter, what is counted (8折), a noun behind 之, a short text.
  ///
  /// `last` are the last characters, the very last one first; a text of fewer than eight may be a name.
  static func doubt(ofLast last: some Collection<Unicode.Scalar>) -> Int32? {
    let scalars = Array(last.prefix(4))
    guard last.count >= 8, scalars[0].isCommonHan, scalars[1] != "之", !scalars[1].isASCIIAlphanumeric else {
      return nil
    }
    let vocabulary = Vocabulary.shared
    let numbers = scalars.reversed().map(vocabulary.number)
    let end = numbers[3]
    guard end != 0 else { return nil }
    let use = vocabulary.use(of: numbers[2], end)
    let isLongWord =
      vocabulary.isWord(numbers[0], numbers[1], numbers[2], end) || vocabulary.isWord(numbers[1], numbers[2], end)
    let cost = vocabulary.endCost(of: end) - 24
    if isLongWord { return cost - 48 }
    if use.isWord { return cost - 24 - 4 * Int32(use.level) }
    if use.isRareWord { return cost - 8 }
    return cost + (vocabulary.aloneCost(of: end) >= 7 ? 6 : 0)
  }
}

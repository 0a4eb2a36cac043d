/// Two characters between which one may be lost.
struct LostSeam {
  /// The index of the first among the numbers of the texts.
  let index: Int
  let (first, second): (UInt16, UInt16)
  /// What stands before the first and behind the second.
  let (before, after): (UInt16, UInt16)
  /// Whether the first, and the second, makes no word with its other neighbour.
  let isLoose: (Bool, Bool)
  /// The characters that frequent rows of four have there, 0 where there is none.
  let known: (UInt16, UInt16)
  /// What is known of the two, and of each and its other neighbour.
  private let (use, left, right): (PairUse, PairUse, PairUse)

  /// What a document has between the two elsewhere.
  struct Between {
    let number: UInt16
    fileprivate(set) var count = 0
    /// Whether it stands there behind, or before, the same character as here; and both at once.
    fileprivate(set) var isBehind = false
    fileprivate(set) var isBefore = false
    fileprivate(set) var isBoth = false

    init(number: UInt16) { self.number = number }

    /// Whether it says that the two are one character short, even where both make a word without it.
    var isEvidence: Bool { isBehind || isBefore || count > 1 }
  }

  init(
    _ index: Int, in numbers: [UInt16], use: PairUse, left: PairUse, right: PairUse, isLoose: (Bool, Bool),
    known: (UInt16, UInt16)
  ) {
    (self.index, self.isLoose, self.known) = (index, isLoose, known)
    (self.use, self.left, self.right) = (use, left, right)
    (before, first) = (numbers[index - 1], numbers[index])
    (second, after) = (numbers[index + 1], numbers[index + 2])
  }

  /// Whether a frequent row of four has a character there.
  var isKnown: Bool { known != (0, 0) }

  var key: UInt64 { Self.key(first, second) }

  static func key(_ first: UInt16, _ second: UInt16) -> UInt64 { UInt64(first) &<< 16 | UInt64(second) }

  /// Notes that the document has a character between the two.
  func take(_ number: UInt16, after before: UInt16, before after: UInt16, into found: inout [Between]) {
    let place = found.firstIndex { $0.number == number } ?? found.count
    if place == found.count {
      guard found.count < 24 else { return }
      found.append(Between(number: number))
    }
    let isBehind = before == self.before && before != 0 && before != Vocabulary.clauseStart
    let isBefore = after == self.after && after != 0 && after != Vocabulary.clauseEnd
    found[place].count += 1
    if isBehind { found[place].isBehind = true }
    if isBefore { found[place].isBefore = true }
    if isBehind, isBefore { found[place].isBoth = true }
  }

  /// How likely a character is lost between the two; nil where it makes no common word with the one that is loose, or
  /// with either of them if both make words.
  func score(
    _ lost: UInt16, _ uses: (PairUse, PairUse), _ elsewhere: Between
  ) -> (value: Int32, beginsWord: Bool)? {
    typealias Weights = LostWeights
    let vocabulary = Vocabulary.shared
    let isTight = !isLoose.0 && !isLoose.1
    let isKnown = lost == known.0 || lost == known.1
    let isEither = isTight || isKnown
    let strengths = (
      isLoose.0 || isEither ? uses.0.strength : 0, isLoose.1 || isEither ? uses.1.strength : 0
    )
    let strength = max(strengths.0, strengths.1)
    guard strength >= 1 else { return nil }
    let beginsWord = strengths.0 >= strengths.1
    let (other, outer, word) = beginsWord ? (uses.1, left, right) : (uses.0, right, left)
    var sum = Weights.base
    func add(_ weight: Int32, if isSo: Bool) { if isSo { sum += weight } }
    add(Weights.unseen, if: !use.isMet)
    add(Weights.rareWord, if: use.isRareWord)
    add(Weights.looseFirst, if: isLoose.0)
    add(Weights.looseSecond, if: isLoose.1)
    add(Weights.looseBoth, if: isLoose.0 && isLoose.1)
    sum += Weights.alone.weight(of: vocabulary.aloneCost(of: beginsWord ? first : second))
    sum += Weights.word.weight(of: strength)
    add(Weights.tight, if: isTight)
    sum += other.isCommon ? Weights.otherCommon : other.isMet ? Weights.otherMet : Weights.otherUnseen
    add(Weights.otherWord, if: other.isWord)
    add(Weights.longWord, if: vocabulary.isWord(first, lost, second))
    let isLonger =
      vocabulary.isWord(before, first, lost, second) || vocabulary.isWord(first, lost, second, after)
    add(Weights.longerWord, if: isLonger)
    add(Weights.known, if: isKnown)
    add(Weights.knownCommon, if: isKnown && use.isCommon)
    add(Weights.behind, if: elsewhere.isBehind)
    add(Weights.before, if: elsewhere.isBefore)
    add(Weights.both, if: elsewhere.isBoth)
    sum += Weights.uses.weight(of: Int32(clamping: elsewhere.count))
    let expected = vocabulary.quarterBits(of: first) + vocabulary.quarterBits(of: second) - 107
    let written = use.quarterBits ?? max(-24, min(0, expected))
    let gain =
      (uses.0.quarterBits ?? 0) + (uses.1.quarterBits ?? 0) - vocabulary.quarterBits(of: lost) - written
    sum += Weights.gain * min(60, max(-20, gain)) + Weights.expected * max(-24, min(24, expected))
    add(Weights.outerUnseen, if: !outer.isMet)
    sum += Weights.wordBeside.weight(of: word.strength) + Weights.wordOutside.weight(of: outer.strength)
    add(Weights.function, if: Self.functionWords.contains(lost))
    add(Weights.clauseStart, if: before == Vocabulary.clauseStart)
    add(Weights.clauseEnd, if: after == Vocabulary.clauseEnd)
    return (sum, beginsWord)
  }

  /// Characters that a sentence may do without.
  private static let functionWords = NumberSet("之其有為未不以於及或與並且者的得應可由於在是")
}

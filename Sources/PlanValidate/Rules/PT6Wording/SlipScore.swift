/// How likely a character is meant where another is written: a sum of what speaks for it and against it.
///
/// The weights are those of a logistic regression over slips that were planted into laws and answers of offices which the
/// vocabulary does not count and into the plans of the project, and over what looked like slips in them as they are, which
/// in those plans are none; `scripts/fit-slips.py` makes them.
struct SlipScore {
  /// Whether the word that is meant is the one with the character before it.
  let endsWord: Bool
  private let suspect: LikelySlips.Suspect
  private let meaning: LikelySlips.Meaning
  /// By how many quarters of a bit the characters as meant are more common.
  private let gain: Int32
  /// By how many quarters of a bit more often than by chance the characters stand together, as written and as meant.
  private let (together, togetherMeant): (Int32, Int32)

  init(_ suspect: LikelySlips.Suspect, _ meaning: LikelySlips.Meaning) {
    (self.suspect, self.meaning) = (suspect, meaning)
    let (before, number, after) = (suspect.before, suspect.number, suspect.after)
    let written = (Self.bits(before, number, suspect.left), Self.bits(number, after, suspect.right))
    let meant = (Self.bits(before, meaning.number, meaning.left), Self.bits(meaning.number, after, meaning.right))
    gain = meant.0 + meant.1 - written.0 - written.1 - Self.bits(of: meaning.number) + Self.bits(of: number)
    // Nothing is expected beside a digit or a bracket.
    func bound(_ bits: Int32, _ first: UInt16, _ second: UInt16) -> Int32 {
      first == 0 || second == 0 ? -99 : bits - Self.expected(first, second)
    }
    together = max(bound(written.0, before, number), bound(written.1, number, after))
    let (left, right) = (bound(meant.0, before, meaning.number), bound(meant.1, meaning.number, after))
    endsWord = meaning.left.isWord && (!meaning.right.isWord || left >= right)
    togetherMeant = endsWord ? left : right
  }

  /// The sum, in units of 1/1024. The strongest word with the character as written is given, how often the document has
  /// the two characters as written and the word that is meant.
  func value(strengthWritten: Int32, timesWritten: Int, uses: Int) -> Int32 {
    typealias Weights = SlipWeights
    let vocabulary = Vocabulary.shared
    let likeness = meaning.likeness
    let (unseen, alone) = (suspect.unseen, suspect.aloneCost(vocabulary))
    // The words that the neighbours make without the character: the one of the word that is meant, and the other.
    let behind = vocabulary.use(ofCommon: suspect.second, suspect.before)
    let ahead = vocabulary.use(ofCommon: suspect.after, suspect.next)
    var sum = Weights.base + Weights.unseen[unseen]
    func add(_ weight: Int32, if isSo: Bool) { if isSo { sum += weight } }
    add(Weights.rareWord, if: strengthWritten == 0 && (suspect.left.isRareWord || suspect.right.isRareWord))
    if unseen < 2 { sum += Weights.together.weight(of: together) }
    add(Weights.standsAlone, if: alone <= 2)
    add(Weights.standsAloneUnseen, if: alone <= 4 && unseen == 2)
    add(Weights.sameSound, if: likeness.soundsSame)
    add(Weights.nearSound, if: likeness.soundsNear)
    add(Weights.sameSoundAndShape, if: likeness.soundsSame && likeness.shape > 0)
    sum += Weights.shape.weight(of: likeness.shape)
    sum += Weights.wordWritten.weight(of: strengthWritten) + Weights.wordMeant.weight(of: meaning.strength)
    add(Weights.allSeenMeant, if: meaning.left.isMet && meaning.right.isMet)
    add(Weights.twoWordsMeant, if: meaning.left.isWord && meaning.right.isWord)
    add(Weights.clauseEdge, if: suspect.before == Vocabulary.clauseStart || suspect.after == Vocabulary.clauseEnd)
    sum += Weights.bound.weight(of: alone) + Weights.common.weight(of: Self.bits(of: suspect.number))
    let isBoth = meaning.isBehind && meaning.isBefore
    add(Weights.elsewhere, if: meaning.isBetween || meaning.isBehind || meaning.isBefore)
    add(Weights.elsewhereBetween, if: meaning.isBetween)
    add(Weights.elsewhereBoth, if: isBoth)
    if likeness.isNone {
      sum += Weights.unlike
      add(Weights.unlikeUnseen, if: unseen == 2)
      add(Weights.unlikeBetween, if: meaning.isBetween)
      add(Weights.unlikeBoth, if: isBoth)
    }
    add(Weights.open, if: suspect.before == 0 || suspect.after == 0)
    if suspect.number == SpelledTexts.foreign {
      sum += Weights.foreign
      add(Weights.foreignLike, if: !likeness.isNone)
    }
    sum += Weights.uses.weight(of: Int32(clamping: uses))
    sum += Weights.repeated.weight(of: Int32(clamping: timesWritten))
    sum += Weights.taken.weight(of: (endsWord ? behind : ahead).strength)
    sum += Weights.other.weight(of: (endsWord ? ahead : behind).strength)
    sum += Weights.gain * min(96, max(-16, gain)) + Weights.togetherMeant * min(56, max(0, togetherMeant))
    return sum + Weights.togetherWritten * min(40, max(-24, together))
  }

  /// How common a character is, in quarters of a bit; what the vocabulary lacks is rare.
  private static func bits(of number: UInt16) -> Int32 {
    number == SpelledTexts.foreign ? 20 : Vocabulary.shared.quarterBits(of: number)
  }

  /// How often a pair was counted, or as seldom as two such characters that never met may be.
  private static func bits(_ first: UInt16, _ second: UInt16, _ use: PairUse) -> Int32 {
    use.quarterBits ?? max(-24, min(0, expected(first, second)))
  }

  /// How often a pair would be counted if its characters stood together by chance.
  private static func expected(_ first: UInt16, _ second: UInt16) -> Int32 { bits(of: first) + bits(of: second) - 107 }
}

import PlanText

extension LikelySlips {
  /// A character that goes badly with its neighbours.
  struct Suspect {
    private let storedIndex: UInt32
    let number: UInt16
    /// The two numbers on each side of it.
    let (second, before): (UInt16, UInt16)
    let (after, next): (UInt16, UInt16)
    /// What is known of it and each neighbour.
    let (left, right): (PairUse, PairUse)

    init(_ index: Int, in numbers: [UInt16], left: PairUse, right: PairUse) {
      (storedIndex, self.left, self.right) = (UInt32(truncatingIfNeeded: index), left, right)
      (second, before, number) = (numbers[index - 2], numbers[index - 1], numbers[index])
      (after, next) = (numbers[index + 1], numbers[index + 2])
    }

    /// Its index among the numbers of the texts. Kept in 32 bits: a large plan may have a suspect in every tenth place.
    var index: Int { Int(storedIndex) }
    /// With how many of its neighbours it was never met.
    var unseen: Int { (left.isMet ? 0 : 1) + (right.isMet ? 0 : 1) }
    /// The stronger of the words that it makes with one of them.
    var strength: Int32 { max(left.strength, right.strength) }

    /// How seldom it is a word by itself.
    func aloneCost(_ vocabulary: Vocabulary) -> Int32 {
      number == SpelledTexts.foreign ? 15 : vocabulary.aloneCost(of: number)
    }

    /// Whether the document has it more than once where it was never met: what is repeated is a term or a name.
    func isRepeated(_ pairs: SpelledPairs) -> Bool {
      !left.isMet && before != Vocabulary.clauseStart && pairs.count(before, number) > 1
        || !right.isMet && after != Vocabulary.clauseEnd && pairs.count(number, after) > 1
    }
  }

  /// A character that may be meant.
  struct Meaning {
    let number: UInt16
    let likeness: Confusions.Likeness
    /// What is known of it and each neighbour.
    let left: PairUse
    let right: PairUse
    /// The strongest word that it makes: 1 to 8 for one of two characters, 9 for a longer one.
    let strength: Int32
    /// Whether the document has it between the same neighbours, and as the end or the beginning of a word behind and
    /// before the same two.
    let isBetween: Bool
    let isBehind: Bool
    let isBefore: Bool
  }
}

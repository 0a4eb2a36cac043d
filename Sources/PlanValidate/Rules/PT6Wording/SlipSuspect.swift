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
    func isRepeated(_ counts: PairCounts) -> Bool {
      !left.isMet && before != Vocabulary.clauseStart && counts[before, number] > 1
        || !right.isMet && after != Vocabulary.clauseEnd && counts[number, after] > 1
    }

    /// The words that some meanings make with its neighbours.
    func wordsMeant(_ meanings: [Meaning]) -> [(UInt16, UInt16)] {
      meanings.flatMap { [(before, $0.number), ($0.number, after)] }
    }
  }

  /// A character that may be meant.
  struct Meaning {
    let number: UInt16
    let likeness: Confusions.Likeness
    /// What is known of it and each neighbour.
    var (left, right) = (PairUse.unknown, PairUse.unknown)
    /// The strongest word that it makes: 1 to 8 for one of two characters, 9 for a longer one.
    var strength: Int32 = 0
    var endsWord = false
    /// How often the document has the two characters as written.
    var timesWritten = 1
    /// Whether the document has it between the same neighbours, behind the same two, and before the same two.
    private(set) var (isBetween, isBehind, isBefore) = (false, false, false)

    init(_ number: UInt16, _ likeness: Confusions.Likeness) { (self.number, self.likeness) = (number, likeness) }

    mutating func setFrames(_ frames: SlipFrames.Found) {
      isBetween = frames.between.contains(number)
      isBehind = left.isWord && frames.behind.contains(number)
      isBefore = right.isWord && frames.before.contains(number)
    }
  }
}

/// What the vocabulary knows of pairs, with the answers for those that were asked for last: a document has few
/// different ones.
struct KnownPairs {
  private var keys: [UInt32] = Array(repeating: 0, count: 4096)
  private var uses: [PairUse] = Array(repeating: .unknown, count: 4096)

  subscript(first: UInt16, second: UInt16) -> PairUse {
    mutating get {
      guard first != 0, second != 0, max(first, second) < SpelledTexts.foreign else { return .unknown }
      let key = UInt32(first) &<< 12 | UInt32(second)
      let slot = Int((key &* 0x9E37_79B1) &>> 20)
      if keys[slot] == key { return uses[slot] }
      let use = Vocabulary.shared.use(of: first, second)
      (keys[slot], uses[slot]) = (key, use)
      return use
    }
  }
}

/// How often some pairs stand in a document.
struct PairCounts {
  private var counts = NumberTable<Int>()

  init(_ numbers: [UInt16], of pairs: some Sequence<(UInt16, UInt16)>) {
    var firsts = Array(repeating: false, count: Int(SpelledTexts.foreign) + 1)
    for (first, second) in pairs {
      _ = counts.index(of: Self.key(first, second), default: 0)
      firsts[Int(first)] = true
    }
    for index in numbers.indices.dropLast() where firsts[Int(numbers[index])] {
      let key = Self.key(numbers[index], numbers[index + 1])
      if counts.contains(key) { counts[key, default: 0] += 1 }
    }
  }

  subscript(first: UInt16, second: UInt16) -> Int { counts[Self.key(first, second)] ?? 0 }

  private static func key(_ first: UInt16, _ second: UInt16) -> UInt64 { UInt64(first) &<< 16 | UInt64(second) }
}

import PlanText

/// Characters that make no word where they stand, while one that sounds or looks alike would.
struct LikelySlips {
  /// A character that is likely wrong.
  struct Slip {
    /// Its place in the row of texts.
    let place: Int
    /// The number of the character that is meant.
    let meant: UInt16
    /// Whether the word that is meant begins with the character before it; otherwise it goes on behind it.
    let endsWord: Bool
    let likeness: Confusions.Likeness
    /// How likely it is, in units of 1/1024.
    let score: Int32
    /// How often the document has the word that is meant.
    let uses: Int
  }

  private let texts: SpelledTexts
  private let vocabulary = Vocabulary.shared
  /// How often each pair stands in the document.
  private var pairs = NumberTable<UInt32>()
  /// For each number, the last place where it stands, and for each place the one before of the same number; 0 for none.
  private var last: [UInt32] = Array(repeating: 0, count: 4096)
  private var previous: [UInt32] = []

  init(_ texts: SpelledTexts) {
    self.texts = texts
    let numbers = texts.numbers
    previous.reserveCapacity(numbers.count)
    for (place, number) in numbers.enumerated() {
      previous.append(last[Int(number)])
      if number != 0 { last[Int(number)] = UInt32(truncatingIfNeeded: place) }
      guard place + 1 < numbers.count, number != 0, numbers[place + 1] != 0 else { continue }
      pairs[Self.key(number, numbers[place + 1]), default: 0] += 1
    }
  }

  private static func key(_ first: UInt16, _ second: UInt16) -> UInt64 { UInt64(first) &<< 12 | UInt64(second) }

  private func count(_ first: UInt16, _ second: UInt16) -> Int { Int(pairs[Self.key(first, second)] ?? 0) }

  /// The slips, in order. Of those that are next to each other the likeliest is kept: one slip makes its neighbours look
  /// wrong too.
  func all() -> [Slip] {
    var found: [(index: Int, slip: Slip)] = []
    for index in 2..<max(2, texts.numbers.count - 2) where isSuspicious(index) {
      guard let slip = likeliest(at: index), slip.isReported else { continue }
      if let other = found.last, index - other.index <= 1 {
        guard slip.score > other.slip.score else { continue }
        found.removeLast()
      }
      found.append((index, slip))
    }
    return found.map(\.slip)
  }

  /// Whether a character goes badly with its neighbours, and the document writes it so nowhere else: what it repeats is
  /// a term or a name.
  private func isSuspicious(_ index: Int) -> Bool {
    let (before, number, after) = (texts.numbers[index - 1], texts.numbers[index], texts.numbers[index + 1])
    guard before != 0, number != 0, number < Vocabulary.clauseStart, after != 0 else { return false }
    let (left, right) = (texts.uses[index - 1], texts.uses[index])
    let met = (left.isMet ? 1 : 0) + (right.isMet ? 1 : 0)
    if met == 2, left.isWord || right.isWord || vocabulary.aloneCost(of: number) <= 2 { return false }
    guard count(before, number) == 1, count(number, after) == 1 else { return false }
    return met == 0 || strength(at: index) < (met == 1 ? 8 : 1)
  }

  /// The strongest word over a place: 1 to 8 for a common one of two characters, 9 for a longer one, 0 for none.
  private func strength(at index: Int) -> Int32 {
    let (left, right) = (texts.uses[index - 1], texts.uses[index])
    let short = max(Self.strength(left), Self.strength(right))
    return isInLongWord(index, as: texts.numbers[index]) ? 9 : short
  }

  private static func strength(_ use: PairUse) -> Int32 { use.isWord ? 1 + Int32(use.level) : 0 }

  private func isInLongWord(_ index: Int, as number: UInt16) -> Bool {
    let numbers = texts.numbers
    for length in 3...4 {
      for start in max(0, index - length + 1)...index where start + length <= numbers.count {
        if vocabulary.isLongWord(numbers[start..<(start + length)], at: index, with: number) { return true }
      }
    }
    return false
  }

  /// The best of the characters that may be meant at a place.
  private func likeliest(at index: Int) -> Slip? {
    let (before, number, after) = (texts.numbers[index - 1], texts.numbers[index], texts.numbers[index + 1])
    var best: Slip?
    func consider(_ other: UInt16, _ likeness: Confusions.Likeness) {
      let (left, right) = (vocabulary.use(of: before, other), vocabulary.use(of: other, after))
      guard left.isWord || right.isWord, let slip = slip(at: index, other, likeness, left, right),
        slip.score > best?.score ?? .min
      else { return }
      best = slip
    }
    let alike = Confusions.shared.all(of: number)
    for other in alike { consider(other.number, other.likeness) }
    for other in charactersBetween(before, after)
    where other != number && !alike.contains(where: { $0.number == other }) {
      consider(other, Confusions.Likeness())
    }
    return best
  }

  /// What the document has between two characters.
  private func charactersBetween(_ before: UInt16, _ after: UInt16) -> Set<UInt16> {
    var found: Set<UInt16> = []
    forEachPlace(of: before) { place in
      if place + 2 < texts.numbers.count, texts.numbers[place + 2] == after { found.insert(texts.numbers[place + 1]) }
    }
    found.remove(0)
    return found
  }

  private func forEachPlace(of number: UInt16, _ body: (Int) -> Void) {
    var place = Int(last[Int(number)])
    while place != 0 {
      body(place)
      place = Int(previous[place])
    }
  }

  /// Whether the document has three characters anywhere as they are meant at a place.
  private func isElsewhere(_ index: Int, as meant: UInt16) -> Bool {
    let numbers = texts.numbers
    let around = [numbers[index - 2], numbers[index - 1], numbers[index + 1], numbers[index + 2]]
    var isFound = false
    forEachPlace(of: meant) { place in
      guard place >= 2, place + 2 < numbers.count, !isFound else { return }
      let (left, right) = (numbers[place - 1] == around[1], numbers[place + 1] == around[2])
      isFound =
        left && right || left && around[0] != 0 && numbers[place - 2] == around[0]
        || right && around[3] != 0 && numbers[place + 2] == around[3]
    }
    return isFound
  }
}

// MARK: The score

extension LikelySlips {
  /// A character as the one that is meant; nil where it makes no better word.
  private func slip(
    at index: Int, _ meant: UInt16, _ likeness: Confusions.Likeness, _ left: PairUse, _ right: PairUse
  ) -> Slip? {
    let (before, number, after) = (texts.numbers[index - 1], texts.numbers[index], texts.numbers[index + 1])
    let strengthMeant =
      isInLongWord(index, as: meant) ? 9 : max(Self.strength(left), Self.strength(right))
    guard strengthMeant >= 2 else { return nil }
    let written = (texts.uses[index - 1], texts.uses[index])
    let strengthWritten = strength(at: index)
    let common = vocabulary.quarterBits(of: number)
    let countsWritten = (quarterBits(before, number, written.0), quarterBits(number, after, written.1))
    let countsMeant = (quarterBits(before, meant, left), quarterBits(meant, after, right))
    let gain =
      countsMeant.0 + countsMeant.1 - countsWritten.0 - countsWritten.1 - vocabulary.quarterBits(of: meant) + common
    let together = max(
      countsWritten.0 - expected(before, number), countsWritten.1 - expected(number, after))
    let togetherMeant = (countsMeant.0 - expected(before, meant), countsMeant.1 - expected(meant, after))
    let endsWord = left.isWord && (!right.isWord || togetherMeant.0 >= togetherMeant.1)
    let unseen = (written.0.isMet ? 0 : 1) + (written.1.isMet ? 0 : 1)
    let alone = vocabulary.aloneCost(of: number)
    let usesMeant = max(left.isWord ? count(before, meant) : 0, right.isWord ? count(meant, after) : 0)

    typealias Weights = SlipWeights
    var sum = Weights.base
    if strengthWritten == 0, written.0.isRareWord || written.1.isRareWord { sum += Weights.rareWord }
    sum += unseen < 2 ? Weights.together.weight(of: together) : 0
    if alone <= 2 { sum += Weights.standsAlone }
    if alone <= 4, unseen == 2 { sum += Weights.standsAloneUnseen }
    if likeness.isNone { sum += Weights.unlike }
    if likeness.soundsSame { sum += Weights.sameSound }
    if likeness.soundsNear { sum += Weights.nearSound }
    if likeness.soundsSame, likeness.shape > 0 { sum += Weights.sameSoundAndShape }
    sum += Weights.shape.weight(of: likeness.shape)
    sum += Weights.wordWritten.weight(of: strengthWritten) + Weights.wordMeant.weight(of: strengthMeant)
    sum += Weights.unseenWritten[unseen]
    if left.isMet, right.isMet { sum += Weights.allSeenMeant }
    sum += Weights.bound.weight(of: alone)
    if usesMeant > 0, isElsewhere(index, as: meant) { sum += Weights.elsewhere }
    sum += Weights.uses.weight(of: Int32(truncatingIfNeeded: usesMeant)) + Weights.common.weight(of: common)
    let best = endsWord ? togetherMeant.0 : togetherMeant.1
    let score =
      16 * sum + Weights.gain * min(96, max(-16, gain)) + Weights.togetherMeant * min(56, max(0, best))
      + Weights.togetherWritten * min(40, max(-24, together))
    return Slip(
      place: Int(texts.places[index]), meant: meant, endsWord: endsWord, likeness: likeness, score: score,
      uses: endsWord ? count(before, meant) : count(meant, after))
  }

  /// How often a pair was counted, or as seldom as two such characters that never met may be.
  private func quarterBits(_ first: UInt16, _ second: UInt16, _ use: PairUse) -> Int32 {
    use.quarterBits ?? max(-24, min(0, expected(first, second)))
  }

  /// How often a pair would be counted if its characters stood together by chance.
  private func expected(_ first: UInt16, _ second: UInt16) -> Int32 {
    vocabulary.quarterBits(of: first) + vocabulary.quarterBits(of: second) - 104
  }
}

extension LikelySlips.Slip {
  /// From which score a slip is told, and from which it is more than a note: characters that are hardly alike need more.
  private var bounds: (note: Int32, warning: Int32) {
    if likeness.soundsSame || likeness.shape >= 8 { return (2816, 3328) }
    if likeness.soundsNear || likeness.shape >= 6 { return (3584, 4608) }
    return (6400, 7168)
  }

  fileprivate var isReported: Bool { score > bounds.note }
  var isLikely: Bool { score > bounds.warning }
}

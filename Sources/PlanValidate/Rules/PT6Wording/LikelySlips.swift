import PlanText

/// Characters that make no word where they stand, while one that sounds or looks alike, or that the document has
/// between the same neighbours, would.
struct LikelySlips {
  /// A character that is likely wrong.
  struct Slip {
    /// Its index among the numbers of the texts.
    let index: Int
    /// The number of the character that is meant.
    let meant: UInt16
    /// Whether the word that is meant begins with the character before it; otherwise it goes on behind it.
    let endsWord: Bool
    let likeness: Confusions.Likeness
    /// How likely it is, in units of 1/1024 of the logarithm of the odds.
    let score: Int32
    /// How often the document has the word that is meant.
    let uses: Int
  }

  private let texts: SpelledTexts
  private let pairs: SpelledPairs
  /// The row that the texts were spelt from.
  private let row: TextRow
  private let vocabulary = Vocabulary.shared

  /// `pairs` are those of the texts.
  init(_ texts: SpelledTexts, _ pairs: SpelledPairs, _ row: TextRow) {
    (self.texts, self.pairs, self.row) = (texts, pairs, row)
  }

  /// The slips, in order. Of those that are next to each other the likeliest is kept: one slip makes its neighbours look
  /// wrong too.
  func all() -> [Slip] {
    let suspects = suspects()
    guard !suspects.isEmpty else { return [] }
    let frames = SlipFrames(texts.numbers, around: suspects)
    var words = WordsAround()
    var found: [Slip] = []
    for (index, suspect) in suspects.enumerated() {
      words.look(around: suspect)
      guard let slip = likeliest(suspect, words, frames, frames[index]), slip.isReported else { continue }
      if let other = found.last, suspect.index - other.index <= 1 {
        guard slip.score > other.score else { continue }
        found.removeLast()
      }
      found.append(slip)
    }
    return found
  }

  /// The characters that go badly with their neighbours.
  private func suspects() -> [Suspect] {
    let numbers = texts.numbers
    var found: [Suspect] = []
    var right = PairUse.unknown
    for index in 3..<max(3, numbers.count - 3) {
      let left = numbers[index - 1] == 0 ? .open : right
      let (before, number, after) = (numbers[index - 1], numbers[index], numbers[index + 1])
      right = after == 0 ? .open : pairs.use(number, after)
      guard number != 0, before != 0 || after != 0 else { continue }
      let isClauseMark = number == Vocabulary.clauseStart || number == Vocabulary.clauseEnd
      if isClauseMark || left.isMet && right.isMet && (left.isWord || right.isWord) { continue }
      let suspect = Suspect(index, in: numbers, left: left, right: right)
      if isSuspicious(suspect) { found.append(suspect) }
    }
    return found
  }

  private func isSuspicious(_ suspect: Suspect) -> Bool {
    if suspect.unseen == 0, suspect.aloneCost(vocabulary) <= 2 || suspect.strength > 0 { return false }
    if Self.numerals.contains(suspect.number) { return false }
    if suspect.isRepeated(pairs) { return false }
    if suspect.unseen == 2 { return true }
    return suspect.strength < 8 && !isInLongWord(suspect.index, as: suspect.number)
  }

  /// Numbers are as they are. 參, 伍, 陸, 拾 and 億 are parts of words too: 參與, 隊伍, 大陸, 收拾.
  static let numerals = NumberSet("〇零一二三四五六七八九十百千萬兩壹貳叁肆柒捌玖")

  /// Characters of which either may be written in many words, whatever else a document has: two lists of them, side by
  /// side.
  private static let equals: (some: [UInt16], others: [UInt16]) = {
    let pairs =
      """
      臺台 佈布 帳賬 昇升 併并 劃畫 週周 份分 佔占 裡裏 了瞭 紀記 制製 姊姐 臺檯 檯台 樓楼 余餘 証證 于於 傢家 做作 唯惟 儘盡 核覈 采採 型形 它他 他她 妳你 您你
      """.split(separator: " ").map { $0.unicodeScalars.map(Vocabulary.shared.number) }
    return (pairs.compactMap(\.first) + pairs.compactMap(\.last), pairs.compactMap(\.last) + pairs.compactMap(\.first))
  }()

  private static func areEqual(_ number: UInt16, _ other: UInt16) -> Bool {
    zip(equals.some, equals.others).contains { $0 == number && $1 == other }
  }

  /// Whether three or four characters over a place are a word, with some number there.
  private func isInLongWord(_ index: Int, as number: UInt16) -> Bool {
    vocabulary.isInLongWord(texts.numbers, at: index, as: number)
  }

  /// The likeliest of the characters that may be meant by one: they make a word with a neighbour.
  private func likeliest(_ suspect: Suspect, _ words: WordsAround, _ frames: SlipFrames, _ around: SlipFrames.Around)
    -> Slip?
  {
    let (before, after) = (suspect.before, suspect.after)
    var best: Slip?
    var strengthWritten: Int32?
    for candidate in candidates(for: suspect, words, frames, around) {
      guard let meaning = meaning(candidate, of: suspect, frames, around) else { continue }
      let score = SlipScore(suspect, meaning)
      // Any noun may follow a number: 一鎮三鄉.
      if Self.numerals.contains(score.endsWord ? before : after) { continue }
      let isAtEdge = score.endsWord ? before == Vocabulary.clauseStart : after == Vocabulary.clauseEnd
      let timesWritten =
        isAtEdge ? 1 : score.endsWord ? pairs.count(before, suspect.number) : pairs.count(suspect.number, after)
      let uses = (
        meaning.left.isWord ? pairs.count(before, meaning.number) : 0,
        meaning.right.isWord ? pairs.count(meaning.number, after) : 0
      )
      let written = strengthWritten ?? (isInLongWord(suspect.index, as: suspect.number) ? 9 : suspect.strength)
      strengthWritten = written
      let value = score.value(strengthWritten: written, timesWritten: timesWritten, uses: max(uses.0, uses.1))
      guard value > best?.score ?? .min else { continue }
      best = Slip(
        index: suspect.index, meant: meaning.number, endsWord: score.endsWord, likeness: meaning.likeness,
        score: value, uses: score.endsWord ? uses.0 : uses.1)
    }
    return best
  }

  /// Characters that look or sound like a suspicious one, or that the document has in its place elsewhere.
  private func candidates(
    for suspect: Suspect, _ words: WordsAround, _ frames: SlipFrames, _ around: SlipFrames.Around
  ) -> [Confusions.Candidate] {
    func isWord(_ other: UInt16) -> Bool {
      words.have(other) && !Self.numerals.contains(other) && !Self.areEqual(suspect.number, other)
    }
    var found =
      suspect.number == SpelledTexts.foreign
      ? lookalike(of: suspect).filter { isWord($0.number) }
      : Confusions.shared.all(of: suspect.number, where: isWord)
    guard suspect.unseen > 0 else { return found }
    frames.forEach(around) { other in
      if other != suspect.number, isWord(other), !found.contains(where: { $0.number == other }) {
        found.append((other, Confusions.Likeness()))
      }
    }
    return found
  }

  /// What is known of a character that may be meant; nil where it makes no word.
  private func meaning(
    _ candidate: Confusions.Candidate, of suspect: Suspect, _ frames: SlipFrames, _ around: SlipFrames.Around
  ) -> Meaning? {
    let left = suspect.before == 0 ? .open : vocabulary.use(of: suspect.before, candidate.number)
    let right = suspect.after == 0 ? .open : vocabulary.use(of: candidate.number, suspect.after)
    let isLongWord = isInLongWord(suspect.index, as: candidate.number)
    let strength = isLongWord ? 9 : max(left.strength, right.strength)
    guard strength >= 1 else { return nil }
    let found = frames.have(candidate.number, around)
    return Meaning(
      number: candidate.number, likeness: candidate.likeness, left: left, right: right, strength: strength,
      isBetween: found.between, isBehind: left.isWord && found.behind, isBefore: right.isWord && found.before)
  }

  /// What a character looks like that the vocabulary does not have.
  private func lookalike(of suspect: Suspect) -> [Confusions.Candidate] {
    let scalar = row.scalars[texts.place(of: suspect.index)]
    return Confusions.shared.lookalike(of: scalar).map { [$0] } ?? []
  }
}

extension PairUse {
  /// 1 to 8 for a common word, 0 for none.
  var strength: Int32 { isWord ? 1 + Int32(level) : 0 }
}

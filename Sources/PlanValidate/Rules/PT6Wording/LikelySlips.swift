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
  /// The row that the texts were spelt from.
  private let row: TextRow
  private let vocabulary = Vocabulary.shared

  init(_ texts: SpelledTexts, _ row: TextRow) { (self.texts, self.row) = (texts, row) }

  /// The slips, in order. Of those that are next to each other the likeliest is kept: one slip makes its neighbours look
  /// wrong too.
  func all() -> [Slip] {
    var suspects = suspects()
    guard !suspects.isEmpty else { return [] }
    let written = PairCounts(
      texts.numbers, of: suspects.lazy.flatMap { [($0.before, $0.number), ($0.number, $0.after)] })
    suspects.removeAll { $0.isRepeated(written) }
    let frames = SlipFrames(texts.numbers, around: suspects)
    let wordsBefore = WordsByEnd(of: suspects.lazy.map(\.after))
    let candidates = suspects.indices.map { index in
      let words = WordsAround(suspects[index], wordsBefore)
      return meanings(of: suspects[index], words, frames[index], written)
    }
    let meant = PairCounts(texts.numbers, of: zip(suspects, candidates).lazy.flatMap { $0.wordsMeant($1) })
    var found: [Slip] = []
    for (suspect, meanings) in zip(suspects, candidates) {
      guard let slip = likeliest(suspect, meanings, meant), slip.isReported else { continue }
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
    var uses = KnownPairs()
    var right = PairUse.unknown
    for index in 3..<max(3, numbers.count - 3) {
      let left = numbers[index - 1] == 0 ? .open : right
      let (before, number, after) = (numbers[index - 1], numbers[index], numbers[index + 1])
      right = after == 0 ? .open : uses[number, after]
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
    if suspect.unseen == 2 { return true }
    return suspect.strength < 8 && !isInLongWord(suspect.index, as: suspect.number)
  }

  /// Numbers are as they are.
  static let numerals = NumberSet("〇零一二三四五六七八九十百千萬億兩壹貳參叁肆伍陸柒捌玖拾")

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
    let numbers = texts.numbers
    for length in 3...4 {
      for start in max(0, index - length + 1)...index where start + length <= numbers.count {
        if vocabulary.isLongWord(numbers[start..<(start + length)], at: index, with: number) { return true }
      }
    }
    return false
  }

  /// What may be meant by a character: one that makes a word of two with a neighbour.
  private func meanings(
    of suspect: Suspect, _ words: WordsAround, _ frames: SlipFrames.Found, _ written: PairCounts
  ) -> [Meaning] {
    let (before, after) = (suspect.before, suspect.after)
    func isWord(_ other: UInt16) -> Bool {
      words.have(other) && !Self.numerals.contains(other) && !Self.areEqual(suspect.number, other)
    }
    var found =
      suspect.number == SpelledTexts.foreign
      ? lookalike(of: suspect).filter { isWord($0.number) }
      : Confusions.shared.all(of: suspect.number, where: isWord).map { Meaning($0.number, $0.likeness) }
    if suspect.unseen > 0 {
      for other in frames.all
      where other != suspect.number && !found.contains(where: { $0.number == other }) {
        if isWord(other) { found.append(Meaning(other, Confusions.Likeness())) }
      }
    }
    return found.compactMap { meaning in
      var meaning = meaning
      meaning.left = before == 0 ? .open : vocabulary.use(of: before, meaning.number)
      meaning.right = after == 0 ? .open : vocabulary.use(of: meaning.number, after)
      let strength = max(meaning.left.strength, meaning.right.strength)
      meaning.strength = strength < 9 && isInLongWord(suspect.index, as: meaning.number) ? 9 : strength
      guard meaning.strength >= 1 else { return nil }
      meaning.setFrames(frames)
      meaning.endsWord = SlipScore(suspect, meaning).endsWord
      let isAtEdge = meaning.endsWord ? before == Vocabulary.clauseStart : after == Vocabulary.clauseEnd
      meaning.timesWritten =
        isAtEdge ? 1 : meaning.endsWord ? written[before, suspect.number] : written[suspect.number, after]
      // Any noun may follow a number: 一鎮三鄉.
      return Self.numerals.contains(meaning.endsWord ? before : after) ? nil : meaning
    }
  }

  /// What a character looks like that the vocabulary does not have.
  private func lookalike(of suspect: Suspect) -> [Meaning] {
    let scalar = row.scalars[texts.place(of: suspect.index)]
    return Confusions.shared.lookalike(of: scalar).map { [Meaning($0.number, $0.likeness)] } ?? []
  }

  private func likeliest(_ suspect: Suspect, _ meanings: [Meaning], _ counts: PairCounts) -> Slip? {
    guard !meanings.isEmpty else { return nil }
    let written = isInLongWord(suspect.index, as: suspect.number) ? 9 : suspect.strength
    let slips = meanings.map { meaning in
      let (before, after) = (suspect.before, suspect.after)
      let uses = (
        meaning.left.isWord ? counts[before, meaning.number] : 0,
        meaning.right.isWord ? counts[meaning.number, after] : 0
      )
      let score = SlipScore(suspect, meaning).value(
        strengthWritten: written, uses: max(uses.0, uses.1), size: texts.numbers.count)
      return Slip(
        index: suspect.index, meant: meaning.number, endsWord: meaning.endsWord, likeness: meaning.likeness,
        score: score, uses: meaning.endsWord ? uses.0 : uses.1)
    }
    return slips.max { $0.score < $1.score }
  }
}

extension PairUse {
  /// 1 to 8 for a common word, 0 for none.
  var strength: Int32 { isWord ? 1 + Int32(level) : 0 }
}

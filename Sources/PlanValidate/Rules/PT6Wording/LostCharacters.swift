import PlanText

/// Places where a character is likely lost: two that never meet, of which one makes no word with its other neighbour,
/// while a character between them would make a common one: 服措施 for 服務措施. Where both make words, the document
/// must have the three characters beside the same neighbour elsewhere, or they must be a frequent row of four with one
/// lost: 公設施 for 公共設施.
struct LostCharacters {
  /// A place where one is missing.
  struct Loss {
    /// The index of the character before the place, among the numbers of the texts.
    let index: Int
    let lost: UInt16
    /// Whether the word that is broken begins with the character before; otherwise it ends with the one behind.
    let beginsWord: Bool
    /// How likely it is, in units of 1/1024 of the logarithm of the odds.
    let score: Int32
    /// How often the document has the three characters.
    let uses: Int
  }

  private let numbers: [UInt16]
  private let pairs: SpelledPairs
  private let vocabulary = Vocabulary.shared

  /// `pairs` are those of the texts.
  init(_ texts: SpelledTexts, _ pairs: SpelledPairs) { (numbers, self.pairs) = (texts.numbers, pairs) }

  /// The places, in order.
  func all() -> [Loss] {
    var seams = seams()
    guard !seams.isEmpty else { return [] }
    var between = between(seams)
    let stands = seams.indices.filter { index in
      let seam = seams[index]
      return seam.isLoose.0 || seam.isLoose.1 || seam.isKnown || between[index].contains(where: \.isEvidence)
    }
    (seams, between) = (stands.map { seams[$0] }, stands.map { between[$0] })
    return seams.indices.compactMap { index in
      let loss = likeliest(seams[index], between[index])
      return loss.flatMap { $0.isReported ? $0 : nil }
    }
  }

  private func seams() -> [LostSeam] {
    var found: [LostSeam] = []
    func isCharacter(_ number: UInt16) -> Bool { number != 0 && number < Vocabulary.clauseStart }
    for index in 4..<max(4, numbers.count - 4) {
      let (first, second) = (numbers[index], numbers[index + 1])
      guard first != 0, second != 0 else { continue }
      let use = pairs.use(first, second)
      guard !use.isCommon || use.isWord, isCharacter(first), isCharacter(second) else { continue }
      let (left, right) = (pairs.use(numbers[index - 1], first), pairs.use(second, numbers[index + 2]))
      // A common pair is looked at where it shares a character with another word.
      guard !use.isCommon || left.isWord || right.isWord else { continue }
      // What the document repeats is a term.
      guard pairs.count(first, second) == 1 else { continue }
      let known = known(index)
      let isKnown = known != (0, 0)
      let isNumber = LikelySlips.numerals.contains(first) || LikelySlips.numerals.contains(second)
      guard isKnown || !use.isCommon && !isNumber else { continue }
      let isLoose = (
        !left.isWord && vocabulary.aloneCost(of: first) >= 6 && !isInLongWord(index),
        !right.isWord && vocabulary.aloneCost(of: second) >= 6 && !isInLongWord(index + 1)
      )
      guard isKnown || isLoose.0 || isLoose.1 || !left.isWord || !right.isWord else { continue }
      found.append(
        LostSeam(index, in: numbers, use: use, left: left, right: right, isLoose: isLoose, known: known))
    }
    return found
  }

  /// What frequent rows of four have behind the character at an index.
  private func known(_ index: Int) -> (UInt16, UInt16) {
    let ahead = vocabulary.lost(from: numbers[index], numbers[index + 1], numbers[index + 2])
    let behind = vocabulary.lost(from: numbers[index - 1], numbers[index], numbers[index + 1])
    return (
      ahead.map { $0.isBehindSecond ? 0 : $0.number } ?? 0, behind.map { $0.isBehindSecond ? $0.number : 0 } ?? 0
    )
  }

  private func isInLongWord(_ index: Int) -> Bool {
    vocabulary.isInLongWord(numbers, at: index, as: numbers[index])
  }

  /// What the document has between the two characters of each seam elsewhere.
  private func between(_ seams: [LostSeam]) -> [[LostSeam.Between]] {
    var places = NumberTable<Int>(capacity: seams.count)
    for (place, seam) in seams.enumerated() { places[seam.key, default: 0] = place }
    var found: [[LostSeam.Between]] = seams.map { _ in [] }
    for index in 1..<max(1, numbers.count - 3) {
      let (first, middle, second) = (numbers[index], numbers[index + 1], numbers[index + 2])
      guard first != 0, middle != 0, second != 0, middle < Vocabulary.clauseStart,
        let place = places[LostSeam.key(first, second)]
      else { continue }
      seams[place].take(middle, after: numbers[index - 1], before: numbers[index + 3], into: &found[place])
    }
    return found
  }

  private func likeliest(_ seam: LostSeam, _ between: [LostSeam.Between]) -> Loss? {
    var candidates = [seam.known.0, seam.known.1].filter { $0 != 0 }
    if seam.isLoose.0, !seam.isKnown { candidates += vocabulary.words(from: seam.first, level: 1) }
    if seam.isLoose.1, !seam.isKnown {
      candidates += WordsByEnd.shared.words(to: seam.second, level: 1).filter { !candidates.contains($0) }
    }
    candidates += between.lazy.map(\.number).filter { !candidates.contains($0) }
    let isTight = !seam.isLoose.0 && !seam.isLoose.1
    var best: Loss?
    for lost in candidates where lost != seam.first && lost != seam.second && !LikelySlips.numerals.contains(lost) {
      let uses = (vocabulary.use(of: seam.first, lost), vocabulary.use(of: lost, seam.second))
      let elsewhere = between.first { $0.number == lost } ?? LostSeam.Between(number: lost)
      guard elsewhere.count > 0 || uses.0.isMet && uses.1.isMet else { continue }
      let isKnown = lost == seam.known.0 || lost == seam.known.1
      guard isKnown || elsewhere.isEvidence || !isTight else { continue }
      guard let score = seam.score(lost, uses, elsewhere), score.value > best?.score ?? .min else { continue }
      best = Loss(
        index: seam.index, lost: lost, beginsWord: score.beginsWord, score: score.value, uses: elsewhere.count)
    }
    return best
  }
}

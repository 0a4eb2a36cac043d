import PlanText

/// The checkpoints of a focus in the checklist, of which those of a copy are taken out one by one.
struct OfficialCheckpoints {
  private let texts: [String]
  /// The texts without punctuation, letter by letter.
  private let letters: [[Unicode.Scalar]]
  /// The checkpoints that are still there, by their text without punctuation.
  private var waiting: [String: [Int]] = [:]
  private var isTaken: [Bool]

  init(_ texts: [String]) {
    self.texts = texts
    let keys = texts.map(Self.key)
    letters = keys.map { Array($0.unicodeScalars) }
    isTaken = texts.map { _ in false }
    for index in keys.indices.reversed() { waiting[keys[index], default: []].append(index) }
  }

  /// A text without punctuation.
  static func key(_ text: String) -> String { NameKey(text).text.filter { $0.isLetter || $0.isNumber } }

  /// What was not taken out.
  var rest: [String] { texts.indices.filter { !isTaken[$0] }.map { texts[$0] } }

  /// Takes out the first checkpoint that says the same.
  mutating func takesOut(sameAs text: String) -> Bool {
    let key = Self.key(text)
    while let index = waiting[key]?.popLast() {
      if !isTaken[index] {
        isTaken[index] = true
        return true
      }
    }
    return false
  }

  /// Takes out the checkpoint that a changed one probably was. To compare letter by letter takes long, so that only
  /// those are tried that are written with nearly the same letters.
  mutating func takeOut(closestTo text: String) -> String? {
    let words = Array(Self.key(text).unicodeScalars)
    guard words.count <= Self.mostScalars else { return nil }
    let count = LetterCount(words)
    let alike = texts.indices.lazy.filter { [isTaken] in !isTaken[$0] }.prefix(NearMiss.mostCandidates)
      .compactMap { [letters] index in
        let limit = max(words.count, letters[index].count) * 2 / 5
        let least = count.leastDistance(to: LetterCount(letters[index]))
        return least <= limit ? (index: index, limit: limit, least: least) : nil
      }
    var best: (index: Int, distance: Int)?
    for candidate in alike.sorted(by: { ($0.least, $0.index) < ($1.least, $1.index) }).prefix(Self.mostTried) {
      let limit = min(best.map { $0.distance - 1 } ?? Int.max, candidate.limit)
      if let distance = NearMiss.distance(words, letters[candidate.index], limit: limit) {
        best = (candidate.index, distance)
      }
    }
    guard let best else { return nil }
    isTaken[best.index] = true
    return texts[best.index]
  }

  /// No longer checkpoint is looked for: the longest of the official forms has fewer than 130 characters.
  private static let mostScalars = 500
  /// How many checkpoints are compared letter by letter with a changed one.
  private static let mostTried = 8
}

/// How often a text has each letter.
private struct LetterCount {
  private var counts: [Unicode.Scalar: Int] = [:]

  init(_ text: [Unicode.Scalar]) {
    for letter in text { counts[letter, default: 0] += 1 }
  }

  /// The fewest insertions, deletions and replacements by which one text could become the other, whatever the order of
  /// their letters.
  func leastDistance(to other: LetterCount) -> Int { max(excess(over: other), other.excess(over: self)) }

  private func excess(over other: LetterCount) -> Int {
    counts.reduce(0) { $0 + max(0, $1.value - other.counts[$1.key, default: 0]) }
  }
}

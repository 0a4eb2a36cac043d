/// What a document has between, behind and before the neighbours of suspicious characters.
struct SlipFrames {
  /// The characters that it has for one of them.
  struct Found {
    /// Between the same two neighbours.
    fileprivate(set) var between: [UInt16] = []
    /// Behind the same two, and before the same two.
    fileprivate(set) var (behind, before): ([UInt16], [UInt16]) = ([], [])

    var all: [UInt16] { between + behind + before }
  }

  /// So many different characters in one frame are looked at.
  private static let most = 24

  private var found: NumberTable<[UInt16]>
  private let keys: [(between: UInt64, behind: UInt64, before: UInt64)]

  init(_ numbers: [UInt16], around suspects: [LikelySlips.Suspect]) {
    var found = NumberTable<[UInt16]>(capacity: 3 * suspects.count)
    // Which numbers are a neighbour of one of them: 1 before it, 2 behind it.
    var sides = Array(repeating: UInt8(0), count: Int(SpelledTexts.foreign) + 1)
    func isCharacter(_ number: UInt16) -> Bool { number != 0 && number < Vocabulary.clauseStart }
    keys = suspects.map { suspect in
      let (hasBefore, hasAfter) = (isCharacter(suspect.before), isCharacter(suspect.after))
      let keys = (
        between: hasBefore && hasAfter ? Self.key(1, suspect.before, suspect.after) : 0,
        behind: hasBefore && isCharacter(suspect.second) ? Self.key(2, suspect.second, suspect.before) : 0,
        before: hasAfter && isCharacter(suspect.next) ? Self.key(3, suspect.after, suspect.next) : 0
      )
      for key in [keys.between, keys.behind, keys.before] where key != 0 { _ = found.index(of: key, default: []) }
      if hasBefore { sides[Int(suspect.before)] |= 1 }
      if hasAfter { sides[Int(suspect.after)] |= 2 }
      return keys
    }
    for index in 0..<max(0, numbers.count - 2) {
      let (first, second, third) = (numbers[index], numbers[index + 1], numbers[index + 2])
      if sides[Int(first)] & 1 != 0, sides[Int(third)] & 2 != 0 {
        Self.add(second, to: Self.key(1, first, third), of: &found)
      }
      if sides[Int(second)] & 1 != 0 { Self.add(third, to: Self.key(2, first, second), of: &found) }
      if sides[Int(second)] & 2 != 0 { Self.add(first, to: Self.key(3, second, third), of: &found) }
    }
    self.found = found
  }

  /// What the document has in place of a suspicious character with an index.
  subscript(index: Int) -> Found {
    let keys = keys[index]
    return Found(
      between: found[keys.between] ?? [], behind: found[keys.behind] ?? [], before: found[keys.before] ?? [])
  }

  private static func add(_ number: UInt16, to key: UInt64, of found: inout NumberTable<[UInt16]>) {
    guard number != 0, number < Vocabulary.clauseStart, let known = found[key], known.count < most,
      !known.contains(number)
    else { return }
    found[key, default: []].append(number)
  }

  private static func key(_ kind: UInt64, _ first: UInt16, _ second: UInt16) -> UInt64 {
    kind &<< 32 | UInt64(first) &<< 16 | UInt64(second)
  }
}

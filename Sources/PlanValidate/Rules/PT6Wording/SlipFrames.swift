/// What a document has between, behind and before the neighbours of suspicious characters.
struct SlipFrames {
  /// The places around one of them: the numbers of their lists, -1 where a neighbour is no character.
  struct Around {
    /// Between the same two neighbours.
    fileprivate let between: Int32
    /// Behind the same two, and before the same two.
    fileprivate let behind: Int32
    fileprivate let before: Int32
  }

  /// So many different characters in one frame are looked at.
  private static let most: UInt8 = 24

  /// The frames by their keys.
  private var frames: NumberTable<Void>
  /// What the document has in each.
  private var found: ChainedLists
  private let places: [Around]

  init(_ numbers: [UInt16], around suspects: [LikelySlips.Suspect]) {
    var frames = NumberTable<Void>(capacity: suspects.count)
    // Which numbers are a neighbour of one of them: 1 before it, 2 behind it.
    var sides = Array(repeating: UInt8(0), count: Int(SpelledTexts.foreign) + 1)
    func isCharacter(_ number: UInt16) -> Bool { number != 0 && number < Vocabulary.clauseStart }
    func frame(_ key: UInt64, if isFrame: Bool) -> Int32 {
      isFrame ? Int32(truncatingIfNeeded: frames.index(of: key, default: ())) : -1
    }
    places = suspects.map { suspect in
      let (hasBefore, hasAfter) = (isCharacter(suspect.before), isCharacter(suspect.after))
      if hasBefore { sides[Int(suspect.before)] |= 1 }
      if hasAfter { sides[Int(suspect.after)] |= 2 }
      return Around(
        between: frame(Self.key(1, suspect.before, suspect.after), if: hasBefore && hasAfter),
        behind: frame(Self.key(2, suspect.second, suspect.before), if: hasBefore && isCharacter(suspect.second)),
        before: frame(Self.key(3, suspect.after, suspect.next), if: hasAfter && isCharacter(suspect.next)))
    }
    self.frames = frames
    found = ChainedLists(count: frames.count, most: Self.most)
    for index in 0..<max(0, numbers.count - 2) {
      let (first, second, third) = (numbers[index], numbers[index + 1], numbers[index + 2])
      if sides[Int(first)] & 1 != 0, sides[Int(third)] & 2 != 0 { add(second, to: Self.key(1, first, third)) }
      if sides[Int(second)] & 1 != 0 { add(third, to: Self.key(2, first, second)) }
      if sides[Int(second)] & 2 != 0 { add(first, to: Self.key(3, second, third)) }
    }
  }

  /// The places around a suspicious character with an index.
  subscript(index: Int) -> Around { places[index] }

  /// Goes through what the document has in place of a suspicious character: between the same two neighbours first.
  func forEach(_ around: Around, _ body: (UInt16) -> Void) {
    func look(into frame: Int32) {
      if frame >= 0 { found.forEach(in: Int(frame)) { body(UInt16(truncatingIfNeeded: $0)) } }
    }
    look(into: around.between)
    look(into: around.behind)
    look(into: around.before)
  }

  /// Whether the document has a character between the same neighbours, behind the same two, and before the same two.
  func have(_ number: UInt16, _ around: Around) -> (between: Bool, behind: Bool, before: Bool) {
    func has(_ frame: Int32) -> Bool { frame >= 0 && found.has(Int(number), in: Int(frame)) }
    return (has(around.between), has(around.behind), has(around.before))
  }

  private mutating func add(_ number: UInt16, to key: UInt64) {
    guard number != 0, number < Vocabulary.clauseStart, let frame = frames.existingIndex(of: key),
      !found.has(Int(number), in: frame)
    else { return }
    found.append(Int(number), to: frame)
  }

  private static func key(_ kind: UInt64, _ first: UInt16, _ second: UInt16) -> UInt64 {
    kind &<< 32 | UInt64(first) &<< 16 | UInt64(second)
  }
}

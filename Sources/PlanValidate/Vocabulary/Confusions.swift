import PlanVocabulary

/// Which characters sound or look alike, by their numbers in the ``Vocabulary``.
///
/// `scripts/make-vocabulary.py` makes the table of the Unihan database (Unicode License, see NOTICE), readings, phonetic
/// parts, Cangjie and four-corner codes, strokes and radicals, and of how alike a font draws the characters.
struct Confusions: Sendable {
  /// The table that comes with the program.
  static let shared = Confusions(table)
  static var table: PackedTable { PackedTable(plan_confusions(), count: plan_confusions_size()) }

  /// Two syllables for each character, 0 where it has fewer.
  private let syllables: [UInt16]
  /// For each syllable the next one that is near it, in a ring.
  private let nextNear: [UInt16]
  /// The common characters of each syllable, and where those of a syllable start.
  private let (sounds, soundStarts): ([UInt16], [Int])
  /// Where the shapes of each character start.
  private let shapeStarts: [Int]
  private let shapes: PackedTable.Bytes
  /// Which characters without a number have an entry, how many have one before each 64 of them, and the entries.
  private let (rareLetters, rareRanks, rareShapes): (PackedTable.Bytes, PackedTable.Bytes, PackedTable.Bytes)

  init(_ table: PackedTable) {
    syllables = Self.syllables(first: table[0], second: table[1])
    nextNear = Self.rings(classes: table[2])
    (sounds, soundStarts) = Self.sounds(syllables, count: nextNear.count)
    (shapeStarts, shapes) = (Self.starts(counts: table[3]), table[4])
    (rareLetters, rareRanks, rareShapes) = (table[5], table[6], table[7])
  }

  /// Where each of some lists starts, by how long they are.
  private static func starts(counts: PackedTable.Bytes) -> [Int] {
    (0..<Int(Vocabulary.clauseStart)).reduce(into: [0]) { $0.append($0[$1] + Int(counts.byte($1))) }
  }

  /// `second` has pairs of a character and its second syllable.
  private static func syllables(first: PackedTable.Bytes, second: PackedTable.Bytes) -> [UInt16] {
    var syllables = Array(repeating: UInt16(0), count: 2 * Int(Vocabulary.clauseStart))
    for index in 0..<min(first.count / 2, syllables.count / 2) { syllables[2 * index] = first.short(index) }
    for index in 0..<(second.count / 4) {
      let place = 2 * Int(second.short(2 * index)) - 1
      if syllables.indices.contains(place) { syllables[place] = second.short(2 * index + 1) }
    }
    return syllables
  }

  /// A ring of the syllables of each class.
  private static func rings(classes: PackedTable.Bytes) -> [UInt16] {
    var next = (0..<(classes.count / 2)).map { UInt16(truncatingIfNeeded: $0) }
    var last: [UInt16: Int] = [:]
    for syllable in next.indices {
      if let other = last[classes.short(syllable)] { next.swapAt(other, syllable) }
      last[classes.short(syllable)] = syllable
    }
    return next
  }

  /// The common characters of each of so many syllables, syllable behind syllable, and where each starts.
  private static func sounds(_ syllables: [UInt16], count: Int) -> ([UInt16], [Int]) {
    var starts = Array(repeating: 0, count: count + 1)
    let places = syllables.indices.filter { place in
      syllables[place] > 0 && Int(syllables[place]) < count
        && Vocabulary.shared.isCommon(UInt16(truncatingIfNeeded: place / 2 + 1))
    }
    for place in places { starts[Int(syllables[place]) + 1] += 1 }
    for syllable in 0..<count { starts[syllable + 1] += starts[syllable] }
    var free = starts
    var sounds = Array(repeating: UInt16(0), count: places.count)
    for place in places {
      sounds[free[Int(syllables[place])]] = UInt16(truncatingIfNeeded: place / 2 + 1)
      free[Int(syllables[place])] += 1
    }
    return (sounds, starts)
  }

  /// How a character is like another.
  struct Likeness: Equatable {
    /// Same syllable but for the tone.
    var soundsSame = false
    /// Syllables that are told apart by zh and z, ch and c, sh and s, or -ng and -n only.
    var soundsNear = false
    /// From 1 to 15; 0 where the table has no likeness of shape.
    var shape: Int32 = 0

    var isNone: Bool { !soundsSame && !soundsNear && shape == 0 }
  }

  /// A character that may be meant, and how it is like the one that is written.
  typealias Candidate = (number: UInt16, likeness: Likeness)

  /// The common characters that a character may have been written for, without those that nobody asks for.
  func all(of number: UInt16, where isWanted: (UInt16) -> Bool = { _ in true }) -> [Candidate] {
    guard number > 0, number < Vocabulary.clauseStart else { return [] }
    let index = Int(number) - 1
    var found: [Candidate] = []
    // Few are wanted: looking through them costs less than a table of all characters.
    func add(_ other: UInt16, _ change: (inout Likeness) -> Void) {
      guard other != number, other < Vocabulary.clauseStart, isWanted(other) else { return }
      var place = found.count
      while place > 0, found[place - 1].number != other { place -= 1 }
      if place == 0 {
        found.append((other, Likeness()))
        place = found.count
      }
      change(&found[place - 1].likeness)
    }
    for syllable in syllables[(2 * index)..<(2 * index + 2)] where syllable > 0 {
      for other in members(of: syllable) { add(other) { $0.soundsSame = true } }
      var other = next(near: syllable)
      while other != syllable {
        for member in members(of: other) { add(member) { $0.soundsNear = true } }
        other = next(near: other)
      }
    }
    for place in shapeStarts[index]..<shapeStarts[index + 1] {
      let entry = shapes.short(place)
      add(entry &>> 4) { $0.shape = Int32(entry & 15) }
    }
    for index in found.indices where found[index].likeness.soundsSame { found[index].likeness.soundsNear = false }
    return found
  }

  /// The common character that one without a number looks like most.
  func lookalike(of scalar: Unicode.Scalar) -> Candidate? {
    guard scalar.value >= 0x4E00, scalar.value < 0xA000 else { return nil }
    let index = Int(scalar.value) - 0x4E00
    let word = rareLetters.quad(index >> 6)
    let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: index & 63)
    guard word & bit != 0 else { return nil }
    let entry = rareShapes.short(Int(rareRanks.short(index >> 6)) + (word & (bit &- 1)).nonzeroBitCount)
    let number = entry &>> 4
    guard number > 0, number < Vocabulary.clauseStart else { return nil }
    return (number, Likeness(shape: Int32(entry & 15)))
  }

  private func next(near syllable: UInt16) -> UInt16 {
    Int(syllable) < nextNear.count ? nextNear[Int(syllable)] : syllable
  }

  private func members(of syllable: UInt16) -> ArraySlice<UInt16> {
    guard Int(syllable) + 1 < soundStarts.count else { return [] }
    return sounds[soundStarts[Int(syllable)]..<soundStarts[Int(syllable) + 1]]
  }
}

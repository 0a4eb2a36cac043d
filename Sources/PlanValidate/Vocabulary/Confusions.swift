import PlanVocabulary

/// Which characters sound or look alike, by their numbers in the ``Vocabulary``.
///
/// `scripts/make-vocabulary.py` makes the table of the Unihan database (Unicode License, see NOTICE): readings, phonetic
/// parts, Cangjie and four-corner codes, strokes and radicals.
struct Confusions: Sendable {
  /// The table that comes with the program.
  static let shared = Confusions(table)
  static var table: PackedTable { PackedTable(plan_confusions(), count: plan_confusions_size()) }

  private let syllablesOf: PackedTable.Bytes
  /// For each syllable the next one that is near it, in a ring.
  private let nextNear: [UInt16]
  private let soundStarts: PackedTable.Bytes
  private let sounds: PackedTable.Bytes
  private let shapeStarts: PackedTable.Bytes
  private let shapes: PackedTable.Bytes

  init(_ table: PackedTable) {
    (syllablesOf, soundStarts) = (table[0], table[2])
    (sounds, shapeStarts, shapes) = (table[3], table[4], table[5])
    nextNear = Self.rings(classes: table[1])
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

  /// How a character is like another.
  struct Likeness: Equatable {
    /// Same syllable but for the tone.
    var soundsSame = false
    /// Syllables that are told apart by zh and z, ch and c, sh and s, or -ng and -n only.
    var soundsNear = false
    /// Up to 7.5, in halves; 0 where the table has no likeness of shape.
    var shape: Int32 = 0

    var isNone: Bool { !soundsSame && !soundsNear && shape == 0 }
  }

  /// The common characters that a character may have been written for, without those that nobody asks for.
  func all(
    of number: UInt16, where isWanted: (UInt16) -> Bool = { _ in true }
  ) -> [(number: UInt16, likeness: Likeness)] {
    guard number > 0, number < Vocabulary.clauseStart else { return [] }
    let index = Int(number) - 1
    var found: [(number: UInt16, likeness: Likeness)] = []
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
    for reading in 0..<2 {
      let syllable = syllablesOf.short(2 * index + reading)
      guard syllable > 0 else { continue }
      for other in members(of: syllable) { add(other) { $0.soundsSame = true } }
      var other = next(near: syllable)
      while other != syllable {
        for member in members(of: other) { add(member) { $0.soundsNear = true } }
        other = next(near: other)
      }
    }
    let start = Int(shapeStarts.short(index))
    for place in start..<max(start, Int(shapeStarts.short(index + 1))) {
      let entry = shapes.short(place)
      add(entry &>> 4) { $0.shape = Int32(entry & 15) }
    }
    for index in found.indices where found[index].likeness.soundsSame { found[index].likeness.soundsNear = false }
    return found
  }

  private func next(near syllable: UInt16) -> UInt16 {
    Int(syllable) < nextNear.count ? nextNear[Int(syllable)] : syllable
  }

  private func members(of syllable: UInt16) -> some Sequence<UInt16> {
    let start = Int(soundStarts.short(Int(syllable) - 1))
    return (start..<max(start, Int(soundStarts.short(Int(syllable))))).lazy.map { sounds.short($0) }
  }
}

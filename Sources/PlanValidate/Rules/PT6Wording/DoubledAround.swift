import PlanText

/// A word that stands before another one and again behind it, where the document has the rest without the first one too:
/// 監視錄影監視系統 beside 錄影監視系統.
///
/// Behind a longer way it may well come again: 各機關推動跨機關查驗.
struct DoubledAround {
  /// The word.
  let word: String
  /// How the document has it elsewhere.
  let usual: String
  /// All of it, in the row of the document's texts.
  let range: Range<Int>

  /// So many are looked at: a file may be written to have one at every place.
  private static let mostCandidates = 256
  /// How far from the first one the word comes again, in characters.
  private static let distance = 4

  static func all(in places: CharacterPlaces) -> [DoubledAround] {
    let (row, scalars) = (places.row, places.scalars)
    var candidates: [(start: Int, copy: Int)] = []
    places.forEachPair(within: distance) { start, copy in
      guard copy - start == distance, copy + 4 < scalars.count, scalars[start + 1] == scalars[copy + 1],
        // Otherwise longer words stand twice.
        scalars[start + 2] != scalars[copy + 2],
        (start..<(copy + 4)).allSatisfy({ scalars[$0].isCommonHan }),
        (start..<(copy + 3)).allSatisfy(row.touchesNext)
      else { return }
      candidates.append((start, copy))
    }
    candidates.sort { $0.start < $1.start }
    return candidates.prefix(mostCandidates).compactMap { start, copy in
      let word = Array(scalars[start..<(start + 2)])
      let usual = Array(scalars[(start + 2)..<(copy + 4)])
      guard !Doubling.isNumber(word), Doubling.isCommonWord(word[0], word[1]),
        Doubling.isCommonWord(usual[0], usual[1]),
        places.all(of: Array(scalars[start..<copy])).count == 1, places.all(of: usual).count > 1
      else { return nil }
      return DoubledAround(word: String(scalars: word), usual: String(scalars: usual), range: start..<(copy + 4))
    }
  }
}

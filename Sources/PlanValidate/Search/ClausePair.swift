import PlanText

/// Two texts that are alike from a place on.
struct ClausePair {
  let first: Tokens
  let second: Tokens
  let at: (first: Int, second: Int)
  let length: Int

  init(first: Tokens, second: Tokens, at: (Int, Int)) {
    self.first = first
    self.second = second
    self.at = at
    length = zip(first.values[at.0...], second.values[at.1...]).prefix { $0 == $1 }.count
  }

  var firstText: PlanText { first.part(at.first..<(at.first + length)) }
  var secondText: PlanText { second.part(at.second..<(at.second + length)) }

  /// The tokens that are neither quoted nor the title of a law or a plan, which two measures may well cite.
  var ownLength: Int {
    var (own, clause, previousEnd) = (0, 0, -1)
    let range = at.second..<(at.second + length)
    let (places, isQuoted) = (second.places, second.isQuoted)
    for index in range where !isQuoted[index] {
      if places[index].lowerBound != previousEnd {
        own += clause
        clause = 0
      }
      clause += 1
      previousEnd = places[index].upperBound
      if index > range.lowerBound,
        Self.titleEndings.contains([second.values[index - 1], second.values[index]])
      {
        clause = 0
      }
    }
    return own + clause
  }

  /// Whether the texts speak of two things of one family: 四聯單於2小時內…, 三聯單於8小時內….
  var areTwoThings: Bool {
    let before = (at.first - 1, at.second - 1)
    if before.0 >= 0, before.1 >= 0, first.isNumber(before.0) || second.isNumber(before.1) { return true }
    let after = (at.first + length, at.second + length)
    if after.0 < first.values.count, after.1 < second.values.count,
      first.isNumber(after.0) || second.isNumber(after.1)
    {
      return true
    }
    if hasParallelBeginnings { return true }
    // The same sentence with another word in one place.
    let (head, tail) = Tokens.commonEnds(first, second)
    let middles = (first.values.count - head - tail, second.values.count - head - tail)
    return min(middles.0, middles.1) > 0 && max(middles.0, middles.1) <= 8
      && (head + tail) * 4 >= 3 * max(first.values.count, second.values.count)
  }

  private var hasParallelBeginnings: Bool {
    guard at.first + length == first.values.count, at.second + length == second.values.count,
      max(at.first, at.second) <= Self.longestBeginning,
      min(at.first, at.second) * 5 >= max(at.first, at.second) * 3
    else { return false }
    let words = Set(first.values[..<at.first])
    let common = second.values[..<at.second].count(where: words.contains)
    // With hardly a word that differs they are one sentence again.
    return common * 5 >= at.second * 2 && common * 5 < at.second * 4
  }

  /// What two texts of one family have before a common end is nearly as long and in good part the same:
  /// 辦理幼兒疫苗接種，由護理人員…, 辦理長者疫苗接種，由醫師….
  private static let longestBeginning = 24

  /// The last two characters of titles.
  private static let titleEndings: Set<[UInt32]> = Set(
    ["要點", "辦法", "事項", "計畫", "方案", "規則", "條例", "須知", "手冊"].map { $0.unicodeScalars.map(\.value) })
}

/// Finding the name that was probably meant.
public enum NearMiss {
  /// How many candidates are looked at, so that a file with thousands of names and of slips takes no longer than any
  /// other of its size.
  public static let mostCandidates = 500
  /// The longest word that may be a slip of a name, in scalars.
  public static let mostScalars = 200

  /// The candidate closest to `word`, if it is close enough to be a slip: at most one edit in four characters, and none
  /// where there are only two, since 期間 is no slip of 期限. What is longer than ``mostScalars`` is no name, and of
  /// more than ``mostCandidates`` only the first are looked at.
  public static func best<C: Collection>(for word: String, among candidates: C) -> String? where C.Element == String {
    guard word.utf8.count <= 4 * mostScalars else { return nil }
    let candidates = Array(candidates.prefix(mostCandidates))
    let letters = candidates.map { Array($0.unicodeScalars) }
    return best(for: Array(word.unicodeScalars), among: letters).map { candidates[$0] }
  }

  /// The place of the candidate closest to `word`, where the scalars of all are at hand.
  public static func best<C: Collection>(for word: [Unicode.Scalar], among candidates: C) -> C.Index?
  where C.Element == [Unicode.Scalar] {
    guard word.count <= mostScalars else { return nil }
    var best: (index: C.Index, distance: Int)?
    for (index, other) in zip(candidates.indices, candidates).prefix(mostCandidates) {
      let length = max(word.count, other.count)
      let limit = length < 3 ? 0 : max(1, length / 4 + (word.count > 5 ? 1 : 0))
      guard let distance = distance(word, other, limit: best.map { min(limit, $0.distance - 1) } ?? limit)
      else { continue }
      best = (index, distance)
    }
    return best?.index
  }

  /// The number of insertions, deletions, replacements and exchanges of neighbours that lead from one word to the
  /// other, or nil when it is more than `limit`.
  public static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
    guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for (j, right) in b.enumerated() {
        var cost = min(previous[j] + (left == right ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left == b[j - 1], a[i - 1] == right { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      if let smallest = row.min(), smallest > limit { return nil }
      before = previous
      previous = row
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }
}

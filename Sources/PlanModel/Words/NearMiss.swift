/// Finding the name that was probably meant.
public enum NearMiss {
  /// The candidate closest to `word`, if it is close enough to be a slip: at most one edit in four characters, and none where there are only two, since
  /// 期間 is no slip of 期限.
  public static func best<C: Collection>(for word: String, among candidates: C) -> String? where C.Element == String {
    var best: (candidate: String, distance: Int)?
    let letters = Array(word)
    for candidate in candidates {
      let other = Array(candidate)
      let length = max(letters.count, other.count)
      let limit = length < 3 ? 0 : max(1, length / 4 + (letters.count > 5 ? 1 : 0))
      guard let distance = distance(letters, other, limit: best.map { min(limit, $0.distance - 1) } ?? limit)
      else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// The number of insertions, deletions, replacements and exchanges of neighbours that lead from one word to the other, or nil
  /// when it is more than `limit`.
  public static func distance(_ a: [Character], _ b: [Character], limit: Int) -> Int? {
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

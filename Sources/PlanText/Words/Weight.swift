/// A weight (配分) at the end of a heading: 基礎服務（200分）.
public enum Weight {
  /// The weight at the end of a name, in points, and how many scalars it takes, among scalars without white space.
  static func suffix(of scalars: [Unicode.Scalar]) -> (points: Int, length: Int)? {
    guard let close = scalars.last, close == ")" || close == "）", scalars.count > 3 else { return nil }
    guard scalars[scalars.count - 2] == "分" else { return nil }
    var index = scalars.count - 3
    while index >= 0, Numeral.isNumeral(scalars[index]) { index -= 1 }
    guard index >= 0, scalars[index] == "(" || scalars[index] == "（" else { return nil }
    guard let points = Numeral.value(of: scalars[(index + 1)..<(scalars.count - 2)]) else { return nil }
    return (points, scalars.count - index)
  }

  /// The points that a heading states, and where in it: the digits and 分 with their parentheses.
  public static func stated(in heading: PlanText) -> (points: Int, range: SourceRange)? {
    stated(in: heading.string).map { ($0.points, heading.sourceRange(of: $0.offset..<heading.string.utf8.count)) }
  }

  /// The points that a heading states, and the UTF-8 offset at which they begin.
  package static func stated(in heading: String) -> (points: Int, offset: Int)? {
    // Nothing but 分 and a parenthesis ends one; most headings need not be taken apart.
    guard heading.has("分") else { return nil }
    let all = Array(heading.unicodeScalars)
    let dense = all.filter { !$0.showsNothing }
    guard let found = suffix(of: dense) else { return nil }
    // Walk back over the same number of visible scalars to find where the weight begins in the heading.
    var remaining = found.length
    var start = all.count
    while remaining > 0 {
      start -= 1
      if !all[start].showsNothing { remaining -= 1 }
    }
    return (found.points, all[..<start].reduce(0) { $0 + UTF8.width($1) })
  }
}

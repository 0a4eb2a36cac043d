import PlanText

/// Two texts that differ, cut down to where they do.
struct DifferingWords {
  let old: String
  let new: String

  /// Texts of no more characters are shown whole.
  private static let short = 36
  /// What is left of the words around a difference, and of the difference.
  private static let around = 10
  private static let most = 60

  init(_ old: String, _ new: String) {
    let (first, second) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
    let isShort = max(first.count, second.count) <= Self.short
    let head = isShort ? 0 : zip(first, second).prefix { $0 == $1 }.count
    let most = min(first.count, second.count) - head
    let tail = isShort ? 0 : zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.prefix(most).count
    func part(_ scalars: [Unicode.Scalar]) -> String {
      let start = max(0, head - Self.around)
      let end = min(scalars.count, scalars.count - tail + Self.around)
      let words = String(scalars: scalars[start..<end]).excerpt(Self.most)
      return (start > 0 ? "…" : "") + words + (end < scalars.count && !words.hasSuffix("…") ? "…" : "")
    }
    (self.old, self.new) = (part(first), part(second))
  }
}

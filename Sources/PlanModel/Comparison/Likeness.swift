import PlanText

/// How much two texts have in common, by the pairs of neighbouring characters in them.
struct Likeness {
  private let pairs: [UInt64]

  /// No more characters of a text are looked at: what begins alike in so many is the same thing.
  private static let longest = 400

  /// The pairs of a text without white space.
  init(_ dense: String) {
    let scalars = Array(dense.unicodeScalars.prefix(Self.longest))
    let pairs = zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
    // A text of one character has no pairs.
    self.pairs = (pairs.isEmpty ? scalars.map { UInt64($0.value) } : pairs).sorted()
  }

  /// 0 where nothing is common, 1 where everything is.
  func degree(to other: Likeness) -> Double {
    var (index, otherIndex, common) = (0, 0, 0)
    while index < pairs.count, otherIndex < other.pairs.count {
      let (pair, otherPair) = (pairs[index], other.pairs[otherIndex])
      if pair == otherPair { common += 1 }
      if pair <= otherPair { index += 1 }
      if otherPair <= pair { otherIndex += 1 }
    }
    let all = pairs.count + other.pairs.count
    return all == 0 ? 0 : Double(2 * common) / Double(all)
  }

  /// For each text those of other texts that have most in common with it. Pairs that many of the others have tell
  /// nothing, so that the work stays in proportion to the texts.
  static func candidates(for texts: [Likeness], among others: [Likeness]) -> [[Int]] {
    var places: [UInt64: [Int]] = [:]
    for (place, other) in others.enumerated() {
      var last: UInt64?
      for pair in other.pairs where pair != last {
        last = pair
        if places[pair, default: []].count <= most { places[pair, default: []].append(place) }
      }
    }
    return texts.map { text in
      var votes: [Int: Int] = [:]
      for pair in text.pairs {
        guard let found = places[pair], found.count <= most else { continue }
        for place in found { votes[place, default: 0] += 1 }
      }
      return votes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(few).map(\.key)
    }
  }

  private static let most = 24
  private static let few = 6
}

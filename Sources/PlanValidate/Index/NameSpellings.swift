import PlanText

/// Spellings of one name that differ, found without a list of words: what stands in 「」 is a name, and words that are
/// one slip away from it are probably meant to be it.
struct NameSpellings {
  /// Where two spellings of one name stand: the rarer one, or of two that are equally frequent the later one, and the
  /// other.
  struct Pair {
    let rare: [PlanText]
    let usual: [PlanText]
    /// Whether they are two words in another order, which may both be right.
    let isExchanged: Bool
  }

  /// The pairs, in the order of the rare spellings' first places.
  static func all(in plan: PlanIndex) -> [Pair] {
    var spellings = NameSpellings(WordRuns(plan.textRow))
    spellings.collect()
    return spellings.pairs()
  }

  /// Shorter names differ by one character for good reasons (人事室, 人事科).
  private static let shortest = 5
  static let longest = 24
  /// Words that begin alike are compared with at most this many names.
  private static let mostNames = 16

  private let words: WordRuns
  private let names: [[Unicode.Scalar]]
  /// For each name, the spellings found beside it.
  private var found: [[Unicode.Scalar]: Set<[Unicode.Scalar]>] = [:]

  /// Characters of the document, all in one stretch.
  private typealias Place = Range<Int>

  private init(_ words: WordRuns) {
    self.words = words
    var seen: Set<[Unicode.Scalar]> = []
    names = words.runs.filter { $0.isQuoted && (Self.shortest...Self.longest).contains($0.range.count) }
      .map { Array(words.scalars[$0.range]) }.filter { seen.insert($0).inserted }
  }

  // MARK: Looking

  private mutating func collect() {
    guard !names.isEmpty else { return }
    collect(names, in: words.scalars, isReversed: false)
    collect(names.map { $0.reversed() }, in: BackwardScalars(scalars: words.scalars), isReversed: true)
  }

  /// Finds the words that have the first two characters of a name and are one slip away from it. Slips at the beginning
  /// are found in the reversed texts.
  private mutating func collect<Row: RandomAccessCollection<Unicode.Scalar>>(
    _ names: [[Unicode.Scalar]], in scalars: Row, isReversed: Bool
  ) where Row.Index == Int {
    let byStart = Self.byStart(names)
    let firsts = ScalarSet(names.map { $0[0] })
    for start in 0..<max(0, scalars.count - 1) where firsts.contains(scalars[start]) {
      guard let names = byStart[WordRuns.pair(scalars, start)] else { continue }
      for name in names.prefix(Self.mostNames) {
        guard let length = NameSlip.length(of: name, in: scalars, at: start) else { continue }
        let end = start + length
        // Not the beginning of a longer word in Latin letters.
        if end < scalars.count, scalars[end - 1].isASCII, scalars[end].isASCII { continue }
        let other = Array(scalars[start..<end])
        found[isReversed ? name.reversed() : name, default: []].insert(isReversed ? other.reversed() : other)
      }
    }
  }

  private static func byStart(_ words: some Collection<[Unicode.Scalar]>) -> NumberTable<[[Unicode.Scalar]]> {
    var byStart = NumberTable<[[Unicode.Scalar]]>(capacity: words.count)
    for word in words { byStart[WordRuns.pair(word, 0), default: []].append(word) }
    return byStart
  }

  // MARK: Judging

  private func pairs() -> [Pair] {
    let exact = places(of: Set(found.keys).union(found.values.joined()))
    var pairs: [(first: Place, pair: Pair)] = []
    // By stretch.
    var taken: [Int: [Place]] = [:]
    func isTaken(_ place: Place) -> Bool {
      taken[words.run(at: place.lowerBound)]?.contains { $0.overlaps(place) } ?? false
    }
    func take(_ first: Place, rare: [Place], usual: [Place], isExchanged: Bool = false) {
      taken[words.run(at: first.lowerBound), default: []].append(first)
      pairs.append((first, Pair(rare: rare.map(words.part), usual: usual.map(words.part), isExchanged: isExchanged)))
    }
    // The most frequent names first, so that what is said of a name is not said again with a word behind it.
    func rank(_ name: [Unicode.Scalar]) -> (Int, Int, String) {
      (exact[name]?.count ?? 0, name.count, String(scalars: name))
    }
    for (name, others) in found.sorted(by: { rank($0.key) > rank($1.key) }) {
      for other in others.sorted(by: { String(scalars: $0) < String(scalars: $1) }) {
        guard let own = exact[name], let there = exact[other], let ownFirst = own.first, let otherFirst = there.first
        else { continue }
        // Inside another name a word more or less is part of that.
        if abs(name.count - other.count) == 2, there.contains(where: isPartOfName) { continue }
        let isRare = (there.count, ownFirst.lowerBound) < (own.count, otherFirst.lowerBound)
        let (rare, usual) = isRare ? (there, own) : (own, there)
        // Two names that are both in use are two names.
        guard rare.count == 1 || usual.count >= 2 * rare.count, let first = rare.first, !isTaken(first) else {
          continue
        }
        take(first, rare: rare, usual: usual)
      }
    }
    for (usual, rare) in SlipsInside(words).found {
      guard let first = rare.first, !isTaken(first) else { continue }
      take(first, rare: rare, usual: usual)
    }
    for (usual, rare) in ExchangedWords(words).found {
      guard let first = rare.first, !isTaken(first) else { continue }
      take(first, rare: rare, usual: usual, isExchanged: true)
    }
    return pairs.sorted { $0.first.lowerBound < $1.first.lowerBound }.map(\.pair)
  }

  private func isPartOfName(_ place: Place) -> Bool {
    let run = words.runs[words.run(at: place.lowerBound)]
    return run.isQuoted && run.range != place
  }

  /// Every place of some words.
  private func places(of sought: Set<[Unicode.Scalar]>) -> [[Unicode.Scalar]: [Place]] {
    var places: [[Unicode.Scalar]: [Place]] = [:]
    guard !sought.isEmpty else { return places }
    let byStart = Self.byStart(sought)
    let firsts = ScalarSet(sought.map { $0[0] })
    let scalars = words.scalars
    for start in scalars.indices.dropLast() where firsts.contains(scalars[start]) {
      for word in byStart[words.pair(at: start)] ?? [] where start + word.count <= scalars.count {
        guard scalars[start..<(start + word.count)].elementsEqual(word) else { continue }
        places[word, default: []].append(start..<(start + word.count))
      }
    }
    return places
  }
}

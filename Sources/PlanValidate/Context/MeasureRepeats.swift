import PlanModel

/// Measures that say the same as an earlier one, or nearly so.
struct MeasureRepeat {
  /// The earlier measure, as an index into ``PlanIndex/measures``.
  let first: Int
  /// The later one.
  let second: Int
  /// How the wording differs, where it does.
  let wording: (first: String, second: String)?
  /// How the fields differ, both as written; empty where they mean the same.
  let differences: [Difference]

  /// A field that differs.
  struct Difference {
    let name: FieldName
    let first: PlanText
    let second: PlanText
  }
}

/// Finds repeats in time that grows linearly with the plan.
enum MeasureRepeats {
  /// Shorter texts (辦理教育訓練) come again for good reasons.
  private static let shortest = 8
  /// Nearly the same can only be said of texts of some length.
  private static let shortestSimilar = 20
  /// A text is compared with at most this many others.
  private static let mostCandidates = 32

  /// The repeats, in the order of the later measure.
  static func all(in plan: PlanIndex) -> [MeasureRepeat] {
    let units = plan.measures.map { entry in
      entry.fields.units.map { Set($0.units.map { plan.units.canonicalName(of: $0.string) }) }
    }
    var repeats: [MeasureRepeat] = []
    func add(_ first: Int, _ second: Int, wording: (String, String)?) {
      repeats.append(
        MeasureRepeat(
          first: first, second: second, wording: wording,
          differences: differences(first, second, units: units, in: plan)))
    }
    var firsts: [[Token]: Int] = [:]
    var distinct: [(measure: Int, tokens: [Token])] = []
    for (index, entry) in plan.measures.enumerated() {
      let tokens = Token.all(in: entry.measure.text.string)
      guard Token.length(of: tokens) >= shortest else { continue }
      if let first = firsts[tokens] {
        add(first, index, wording: nil)
      } else {
        firsts[tokens] = index
        if Token.length(of: tokens) >= shortestSimilar { distinct.append((index, tokens)) }
      }
    }
    for (first, second) in similar(distinct.map(\.tokens)) {
      let (a, b) = (distinct[first], distinct[second])
      guard let wording = Token.difference(a.tokens, b.tokens) else { continue }
      add(a.measure, b.measure, wording: wording)
    }
    return repeats.sorted { ($0.second, $0.first) < ($1.second, $1.first) }
  }

  private static func differences(
    _ first: Int, _ second: Int, units: [Set<String>?], in plan: PlanIndex
  ) -> [MeasureRepeat.Difference] {
    var differences: [MeasureRepeat.Difference] = []
    let (a, b) = (plan.measures[first].fields, plan.measures[second].fields)
    if let one = a.deadline, let other = b.deadline, !isSame(one, other, planYear: plan.planYear) {
      differences.append(.init(name: .deadline, first: one.text, second: other.text))
    }
    if let one = a.units, let other = b.units, units[first] != units[second] {
      differences.append(.init(name: .units, first: one.text, second: other.text))
    }
    return differences
  }

  private static func isSame(_ a: Deadline, _ b: Deadline, planYear: Int?) -> Bool {
    if let one = a.meaning, let other = b.meaning {
      return one.comparable(planYear: planYear) == other.comparable(planYear: planYear)
    }
    return NameKey(a.text.string) == NameKey(b.text.string)
  }

  // MARK: Nearly the same

  /// Pairs whose sets of three neighbouring tokens have at least nine tenths in common (Jaccard), each later text with the first such.
  ///
  /// Two sets that alike share at least one of the rarest tenth of their members, so only these are looked up.
  private static func similar(_ texts: [[Token]]) -> [(Int, Int)] {
    var frequency: [[Token]: Int] = [:]
    let sets = texts.map { tokens -> Set<[Token]> in
      let set = Set(tokens.indices.dropLast(2).map { Array(tokens[$0..<($0 + 3)]) })
      for shingle in set { frequency[shingle, default: 0] += 1 }
      return set
    }
    var places: [[Token]: [Int]] = [:]
    var pairs: [(Int, Int)] = []
    for (index, set) in sets.enumerated() {
      let rarest = set.map { (frequency[$0] ?? 0, $0) }.sorted {
        $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.lexicographicallyPrecedes($1.1)
      }
      .prefix(set.count - (set.count * 9 + 9) / 10 + 1).map(\.1)
      var candidates: [Int] = []
      for shingle in rarest { candidates += places[shingle, default: []].prefix(mostCandidates) }
      let found = Set(candidates).sorted().prefix(mostCandidates).first { isSimilar(sets[$0], set) }
      if let found {
        pairs.append((found, index))
      } else {
        // What is close to an earlier text is found through that one.
        for shingle in rarest { places[shingle, default: []].append(index) }
      }
    }
    return pairs
  }

  private static func isSimilar(_ a: Set<[Token]>, _ b: Set<[Token]>) -> Bool {
    guard min(a.count, b.count) * 10 >= max(a.count, b.count) * 9 else { return false }
    let common = a.count <= b.count ? a.count(where: b.contains) : b.count(where: a.contains)
    return common * 10 >= (a.count + b.count - common) * 9
  }
}

/// A piece of a text as texts are compared: one Chinese character, or a whole word or number in Latin letters and digits. White space,
/// punctuation, width and letter case do not count.
private struct Token: Hashable, Comparable {
  let text: String

  static func < (a: Token, b: Token) -> Bool { a.text < b.text }

  static func all(in text: String) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { tokens.append(Token(text: word)) }
      word = ""
    }
    for scalar in text.unicodeScalars {
      let narrow = NameKey.narrow(scalar)
      if narrow.isASCII {
        if narrow.properties.isAlphabetic || narrow.properties.numericType != nil {
          word.unicodeScalars.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
        } else {
          endWord()
        }
      } else {
        endWord()
        if narrow.properties.isAlphabetic || narrow.properties.isIdeographic || narrow.properties.numericType != nil {
          tokens.append(Token(text: String(narrow)))
        }
      }
    }
    endWord()
    return tokens
  }

  /// The number of characters.
  static func length(of tokens: [Token]) -> Int { tokens.reduce(0) { $0 + $1.text.unicodeScalars.count } }

  /// The words in which two texts differ; nil where they differ in a number, which makes two things of them (第一場 and 第二場).
  static func difference(_ a: [Token], _ b: [Token]) -> (String, String)? {
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let (first, second) = (a[head..<(a.count - tail)], b[head..<(b.count - tail)])
    guard numbers(in: first) == numbers(in: second) else { return nil }
    return (words(first), words(second))
  }

  private static func numbers(in tokens: ArraySlice<Token>) -> [Token] {
    tokens.filter { token in
      token.text.unicodeScalars.contains { Numeral.digit($0) != nil } || Numeral.value(of: token.text) != nil
    }
  }

  private static func words(_ tokens: ArraySlice<Token>) -> String { tokens.map(\.text).joined().excerpt() }
}

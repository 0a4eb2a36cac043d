import PlanModel

/// Measures that say the same as an earlier one, or nearly so.
struct MeasureRepeat: Sendable {
  /// The earlier measure, as an index into ``PlanIndex/measures``.
  let first: Int
  /// The later one.
  let second: Int
  /// How the wording differs, where it does.
  let wording: (first: String, second: String)?
  /// How the fields differ, both as written; empty where they mean the same.
  let differences: [Difference]

  /// A field that differs.
  struct Difference: Sendable {
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
    var tokenizer = Tokenizer()
    // What one table of a plan says in short another one may say again at length; repeats are looked for within a layout.
    let layouts = plan.measures.map { plan.groups[$0.group].layout }
    for layout in TableLayout.allCases where layouts.contains(layout) {
      var firsts: [[UInt32]: Int] = [:]
      var distinct: [(measure: Int, tokens: Tokens)] = []
      for (index, entry) in plan.measures.enumerated() where layouts[index] == layout {
        let tokens = tokenizer.tokens(of: entry.measure.text)
        guard tokens.length >= shortest else { continue }
        if let first = firsts[tokens.values] {
          add(first, index, wording: nil)
        } else {
          firsts[tokens.values] = index
          if tokens.length >= shortestSimilar { distinct.append((index, tokens)) }
        }
      }
      for (first, second) in similar(distinct.map(\.tokens)) {
        let (a, b) = (distinct[first], distinct[second])
        guard let wording = Tokens.difference(a.tokens, b.tokens) else { continue }
        add(a.measure, b.measure, wording: wording)
      }
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
  private static func similar(_ texts: [Tokens]) -> [(Int, Int)] {
    var frequency: [UInt64: Int] = [:]
    let sets = texts.map { text -> Set<UInt64> in
      let set = text.shingles
      for shingle in set { frequency[shingle, default: 0] += 1 }
      return set
    }
    var places: [UInt64: [Int]] = [:]
    var pairs: [(Int, Int)] = []
    for (index, set) in sets.enumerated() {
      let rarest = set.map { (count: frequency[$0] ?? 0, shingle: $0) }.sorted { $0 < $1 }
        .prefix(set.count - (set.count * 9 + 9) / 10 + 1).map(\.shingle)
      var candidates: Set<Int> = []
      for shingle in rarest { candidates.formUnion(places[shingle, default: []].prefix(mostCandidates)) }
      if let found = candidates.sorted().prefix(mostCandidates).first(where: { isSimilar(sets[$0], set) }) {
        pairs.append((found, index))
      } else {
        // What is close to an earlier text is found through that one.
        for shingle in rarest { places[shingle, default: []].append(index) }
      }
    }
    return pairs
  }

  private static func isSimilar(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Bool {
    guard min(a.count, b.count) * 10 >= max(a.count, b.count) * 9 else { return false }
    let common = a.count <= b.count ? a.count(where: b.contains) : b.count(where: a.contains)
    return common * 10 >= (a.count + b.count - common) * 9
  }
}

/// A text as texts are compared: Chinese characters one by one, and whole words or numbers in Latin letters and digits. White space,
/// punctuation, width and letter case do not count.
private struct Tokens {
  /// The scalar value of a character, or the number of a word behind all scalar values.
  let values: [UInt32]
  /// For each token, its UTF-8 offsets in the text.
  let offsets: [Range<Int>]
  /// Whether a token is a number, or a part of one.
  let isNumber: [Bool]
  /// The number of characters.
  let length: Int
  let text: PlanText

  /// Three neighbouring tokens each, packed: a token takes 21 bits.
  var shingles: Set<UInt64> {
    var set: Set<UInt64> = []
    for index in values.indices.dropLast(2) {
      set.insert(UInt64(values[index]) << 42 | UInt64(values[index + 1]) << 21 | UInt64(values[index + 2]))
    }
    return set
  }

  /// The words in which two texts differ; nil where they differ in a number, which makes two things of them (第一場 and 第二場).
  static func difference(_ a: Tokens, _ b: Tokens) -> (String, String)? {
    let head = zip(a.values, b.values).prefix { $0 == $1 }.count
    let tail = zip(a.values.dropFirst(head).reversed(), b.values.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let (first, second) = (head..<(a.values.count - tail), head..<(b.values.count - tail))
    guard a.numbers(in: first) == b.numbers(in: second) else { return nil }
    return (a.words(first), b.words(second))
  }

  private func numbers(in range: Range<Int>) -> [UInt32] { range.filter { isNumber[$0] }.map { values[$0] } }

  private func words(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return text.part(offsets[range.lowerBound].lowerBound..<offsets[range.upperBound - 1].upperBound).excerpt
  }
}

/// Gives every word of the texts a number.
private struct Tokenizer {
  private var words: [String: UInt32] = [:]

  mutating func tokens(of text: PlanText) -> Tokens {
    var values: [UInt32] = []
    var offsets: [Range<Int>] = []
    var isNumber: [Bool] = []
    var length = 0
    var word = ""
    var wordStart = 0
    var offset = 0
    func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "0"..."9", "a"..."z", "A"..."Z": true
      default: false
      }
    }
    func endWord() {
      guard !word.isEmpty else { return }
      values.append(number(of: word))
      offsets.append(wordStart..<offset)
      isNumber.append(word.unicodeScalars.contains { Numeral.digit($0) != nil })
      word = ""
    }
    for scalar in text.string.unicodeScalars {
      let narrow = NameKey.narrow(scalar)
      let end = offset + UTF8.width(scalar)
      if isWordCharacter(narrow) {
        if word.isEmpty { wordStart = offset }
        word.unicodeScalars.append(narrow)
        length += 1
      } else {
        endWord()
        if narrow.isCommonHan || (!narrow.isASCII && narrow.properties.isAlphabetic) {
          values.append(narrow.value)
          offsets.append(offset..<end)
          isNumber.append(Numeral.chineseDigit(narrow) != nil || "十百千".unicodeScalars.contains(narrow))
          length += 1
        }
      }
      offset = end
    }
    endWord()
    return Tokens(values: values, offsets: offsets, isNumber: isNumber, length: length, text: text)
  }

  /// Numbers begin behind the last scalar value and stay below 21 bits; so many words that they come round again are in no plan.
  private mutating func number(of word: String) -> UInt32 {
    let key = word.lowercased()
    if let known = words[key] { return known }
    let number = 0x110000 + UInt32(words.count % 0xF0000)
    words[key] = number
    return number
  }
}

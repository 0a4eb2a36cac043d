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
    let units = plan.measures.indices.map(plan.unitNames(of:))
    var repeats: [MeasureRepeat] = []
    func add(_ first: Int, _ second: Int, wording: (String, String)?) {
      repeats.append(
        MeasureRepeat(
          first: first, second: second, wording: wording,
          differences: differences(first, second, units: (units[first], units[second]), in: plan)))
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
    _ first: Int, _ second: Int, units: (Set<String>?, Set<String>?), in plan: PlanIndex
  ) -> [MeasureRepeat.Difference] {
    var differences: [MeasureRepeat.Difference] = []
    let (a, b) = (plan.measures[first].fields, plan.measures[second].fields)
    if let one = a.deadline, let other = b.deadline, !isSame(one, other, planYear: plan.planYear) {
      differences.append(.init(name: .deadline, first: one.text, second: other.text))
    }
    if let one = a.units, let other = b.units, units.0 != units.1 {
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

  /// Pairs of texts that are nearly the same, each later text with the first such.
  ///
  /// Their sets of three neighbouring tokens have at least seven tenths in common, so they share at least one of the rarest three tenths, and only
  /// these are looked up.
  private static func similar(_ texts: [Tokens]) -> [(Int, Int)] {
    let sets = ShingleSets(texts)
    var places: [UInt64: [Int]] = [:]
    var pairs: [(Int, Int)] = []
    for (index, set) in sets.all.enumerated() {
      let rarest = sets.rarest(of: index, count: set.count - (set.count * 7 + 9) / 10 + 1)
      var candidates: Set<Int> = []
      for shingle in rarest { candidates.formUnion(places[shingle, default: []].prefix(mostCandidates)) }
      let found = candidates.sorted().prefix(mostCandidates).first {
        isSimilar(sets.all[$0], set) || Tokens.isOneEdit(texts[$0], texts[index])
      }
      if let found {
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

  // MARK: Contained

  /// Measures whose text a longer one of the same layout has nearly word for word, in the order of the shorter ones, without the pairs that are
  /// repeats as a whole.
  static func contained(in plan: PlanIndex) -> [ContainedMeasure] {
    var repeated: [Int: Set<Int>] = [:]
    for found in plan.repeats {
      repeated[found.first, default: []].insert(found.second)
      repeated[found.second, default: []].insert(found.first)
    }
    let layouts = plan.measures.map { plan.groups[$0.group].layout }
    var tokenizer = Tokenizer()
    var contained: [ContainedMeasure] = []
    for layout in TableLayout.allCases where layouts.contains(layout) {
      let measures = plan.measures.indices.filter { layouts[$0] == layout }
      let texts = measures.map { tokenizer.tokens(of: plan.measures[$0].measure.text) }
      for (part, whole, place) in parts(of: texts) where repeated[measures[part]]?.contains(measures[whole]) != true {
        contained.append(
          ContainedMeasure(
            part: measures[part], whole: measures[whole], place: place,
            differences: conflicts(measures[part], measures[whole], in: plan)))
      }
    }
    return contained.sorted { $0.part < $1.part }
  }

  /// How the fields of a measure contradict those of one that holds it. Units that are among those of the longer measure do not.
  private static func conflicts(_ part: Int, _ whole: Int, in plan: PlanIndex) -> [MeasureRepeat.Difference] {
    let units = (plan.unitNames(of: part), plan.unitNames(of: whole))
    let isAmong = (units.0 ?? []).isSubset(of: units.1 ?? [])
    return differences(part, whole, units: units, in: plan).filter { $0.name != .units || !isAmong }
  }

  /// Texts that stand in a longer one, and where in it. At least 17 of 20 of their shingles are in the longer text, so at least one of the
  /// rarest is, and only these are looked up.
  private static func parts(of texts: [Tokens]) -> [(part: Int, whole: Int, place: PlanText)] {
    let sets = ShingleSets(texts)
    // Through a shingle that many texts have nothing is looked for.
    var places: [UInt64: [Int]] = [:]
    for (index, set) in sets.all.enumerated() {
      for shingle in set where sets.frequency[shingle].map({ (2...mostCandidates).contains($0) }) ?? false {
        places[shingle, default: []].append(index)
      }
    }
    var parts: [(Int, Int, PlanText)] = []
    for (index, set) in sets.all.enumerated() where texts[index].length >= shortestSimilar {
      let needed = (set.count * 17 + 19) / 20
      let rarest = sets.rarest(of: index, count: set.count - needed + 1)
      var candidates: Set<Int> = []
      for shingle in rarest { candidates.formUnion(places[shingle, default: []]) }
      let whole = candidates.sorted().prefix(mostCandidates).first { candidate in
        texts[candidate].length > texts[index].length && set.count(where: sets.all[candidate].contains) >= needed
          && texts[index].numberShingles.isSubset(of: sets.all[candidate])
      }
      guard let whole else { continue }
      parts.append((index, whole, texts[whole].longestStretch(of: set)))
    }
    return parts
  }
}

/// A measure that stands in a longer one.
struct ContainedMeasure: Sendable {
  /// The shorter measure, as an index into ``PlanIndex/measures``.
  let part: Int
  /// The longer one.
  let whole: Int
  /// The words of the longer one that are the shorter one's.
  let place: PlanText
  /// The fields that contradict each other, that of the shorter measure first.
  let differences: [MeasureRepeat.Difference]
}

extension PlanIndex {
  /// The units of a measure by the names of the unit table.
  fileprivate func unitNames(of measure: Int) -> Set<String>? {
    measures[measure].fields.units.map { Set($0.units.map { units.canonicalName(of: $0.string) }) }
  }
}

/// The shingles of several texts, and how many of the texts have each.
private struct ShingleSets {
  let all: [Set<UInt64>]
  let frequency: [UInt64: Int]

  init(_ texts: [Tokens]) {
    all = texts.map(\.shingles)
    var frequency: [UInt64: Int] = [:]
    for set in all {
      for shingle in set { frequency[shingle, default: 0] += 1 }
    }
    self.frequency = frequency
  }

  /// The shingles of a text that are the rarest.
  func rarest(of index: Int, count: Int) -> [UInt64] {
    all[index].map { (count: frequency[$0] ?? 0, shingle: $0) }.sorted { $0 < $1 }.prefix(count).map(\.shingle)
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
    Set(values.indices.dropLast(2).map(shingle(at:)))
  }

  /// The words in which two texts differ; nil where they differ in a number, which makes two things of them (第一場 and 第二場).
  static func difference(_ a: Tokens, _ b: Tokens) -> (String, String)? {
    let head = zip(a.values, b.values).prefix { $0 == $1 }.count
    let tail = zip(a.values.dropFirst(head).reversed(), b.values.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let (first, second) = (head..<(a.values.count - tail), head..<(b.values.count - tail))
    guard a.numbers(in: first) == b.numbers(in: second) else { return nil }
    return (a.words(first), b.words(second))
  }

  /// Whether two texts differ in one place only, and there in little: words put in or left out, at most a tenth of the text, or in a long text a word put for
  /// another, at most a twentieth. In a short text another word is another thing (違規申訴, 拖吊申訴).
  static func isOneEdit(_ a: Tokens, _ b: Tokens) -> Bool {
    let head = zip(a.values, b.values).prefix { $0 == $1 }.count
    let tail = zip(a.values.dropFirst(head).reversed(), b.values.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let (first, second) = (a.values.count - head - tail, b.values.count - head - tail)
    let length = max(a.values.count, b.values.count)
    return max(first, second) * (min(first, second) == 0 ? 10 : 20) <= length
  }

  /// The shingles that have a number in them.
  var numberShingles: Set<UInt64> {
    Set(values.indices.dropLast(2).filter { isNumber[$0..<($0 + 3)].contains(true) }.map(shingle(at:)))
  }

  /// The longest stretch of the text all of whose shingles are among some.
  func longestStretch(of set: Set<UInt64>) -> PlanText {
    var longest = 0..<0
    var start = 0
    for index in values.indices.dropLast(2) {
      if !set.contains(shingle(at: index)) {
        start = index + 1
      } else if index + 3 - start > longest.count {
        longest = start..<(index + 3)
      }
    }
    guard !longest.isEmpty else { return text }
    return text.part(offsets[longest.lowerBound].lowerBound..<offsets[longest.upperBound - 1].upperBound)
  }

  private func shingle(at index: Int) -> UInt64 {
    UInt64(values[index]) << 42 | UInt64(values[index + 1]) << 21 | UInt64(values[index + 2])
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

import PlanText

/// A text as texts are compared: Chinese characters one by one, and whole words or numbers in Latin letters and digits.
/// White space, punctuation, width and letter case do not count.
struct Tokens: Sendable {
  /// The scalar value of a character, or the number of a word behind all scalar values.
  let values: [UInt32]
  /// The number of characters.
  let length: Int
  /// The characters that the tokens are made of.
  private let dense: DenseText

  init(values: [UInt32], length: Int, dense: DenseText) {
    self.values = values
    self.length = length
    self.dense = dense
  }

  /// The text as written.
  var text: PlanText { dense.text }

  /// For each token, its characters. Who compares many texts asks for few of them, so they are not kept.
  var places: [Range<Int>] {
    var places: [Range<Int>] = []
    places.reserveCapacity(values.count)
    dense.forEachToken { places.append($0) }
    return places
  }

  /// For each token, whether it stands in 「」 or 『』.
  var isQuoted: [Bool] {
    let isQuoted = dense.isQuoted
    return places.map { isQuoted[$0.lowerBound] }
  }

  /// The number of the first word: behind all scalar values.
  static let firstWord: UInt32 = 0x11_0000

  /// Whether a token is a number, or a part of one.
  func isNumber(_ token: Int) -> Bool {
    let value = values[token]
    // Words with digits have odd numbers.
    if value >= Self.firstWord { return value & 1 == 1 }
    return Unicode.Scalar(value).map(Self.numerals.contains) ?? false
  }

  private static let numerals: ScalarSet = "零〇○一壹二貳貮兩三參叁叄四肆五伍六陸七柒八捌九玖十百千"

  /// Three neighbouring tokens each, packed: a token takes 21 bits.
  var shingles: ShingleSet { ShingleSet(values.indices.dropLast(2).map(shingle(at:))) }

  /// Does something with each three neighbouring tokens, in order.
  func forEachShingle(_ body: (UInt64) -> Void) {
    guard values.count >= 3 else { return }
    let last = UInt64(1) << 63 - 1
    var shingle = UInt64(values[0]) << 21 | UInt64(values[1])
    for index in 2..<values.count {
      shingle = (shingle << 21 | UInt64(values[index])) & last
      body(shingle)
    }
  }

  /// How many tokens two texts have in common at the beginning, and then at the end.
  static func commonEnds(_ a: Tokens, _ b: Tokens) -> (head: Int, tail: Int) {
    let head = zip(a.values, b.values).prefix { $0 == $1 }.count
    let tail = zip(a.values.dropFirst(head).reversed(), b.values.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    return (head, tail)
  }

  /// The words in which two texts differ; nil where they differ in a number, which makes two things of them (第一場 and
  /// 第二場).
  static func difference(_ a: Tokens, _ b: Tokens) -> (String, String)? {
    let (head, tail) = commonEnds(a, b)
    let (first, second) = (head..<(a.values.count - tail), head..<(b.values.count - tail))
    guard a.numbers(in: first) == b.numbers(in: second) else { return nil }
    return (a.words(first), b.words(second))
  }

  /// Whether two texts differ in one place only, and there in little: words put in or left out, at most a tenth of the
  /// text, or in a long text a word put for another, at most a twentieth. In a short text another word is another thing
  /// (違規申訴, 拖吊申訴).
  static func isOneEdit(_ a: Tokens, _ b: Tokens) -> Bool {
    let (head, tail) = commonEnds(a, b)
    let (first, second) = (a.values.count - head - tail, b.values.count - head - tail)
    let length = max(a.values.count, b.values.count)
    return max(first, second) * (min(first, second) == 0 ? 10 : 20) <= length
  }

  /// The words of some tokens, as written.
  func part(_ range: Range<Int>) -> PlanText {
    guard let first = range.first, let last = range.last else { return text.part(0..<0) }
    let places = places
    return dense.part(places[first].lowerBound..<places[last].upperBound)
  }

  /// Where the tokens of another text stand in this one without anything between them.
  func place(of other: Tokens) -> Range<Int>? {
    let length = other.values.count
    guard length > 0, length <= values.count else { return nil }
    let start = (0...(values.count - length)).first {
      values[$0] == other.values[0] && values[$0..<($0 + length)].elementsEqual(other.values)
    }
    return start.map { $0..<($0 + length) }
  }

  /// The shingles that have a number in them.
  var numberShingles: ShingleSet {
    ShingleSet(
      values.indices.dropLast(2).filter { isNumber($0) || isNumber($0 + 1) || isNumber($0 + 2) }.map(shingle(at:)))
  }

  /// The longest stretch of the text all of whose shingles are among some.
  func longestStretch(of set: ShingleSet) -> PlanText {
    var longest = 0..<0
    var start = 0
    for index in values.indices.dropLast(2) {
      if !set.contains(shingle(at: index)) {
        start = index + 1
      } else if index + 3 - start > longest.count {
        longest = start..<(index + 3)
      }
    }
    return longest.isEmpty ? text : part(longest)
  }

  private func shingle(at index: Int) -> UInt64 {
    UInt64(values[index]) << 42 | UInt64(values[index + 1]) << 21 | UInt64(values[index + 2])
  }

  private func numbers(in range: Range<Int>) -> [UInt32] { range.filter(isNumber).map { values[$0] } }

  private func words(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : part(range).excerpt
  }
}

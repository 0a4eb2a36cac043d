import PlanText

/// A text as texts are compared: Chinese characters one by one, and whole words or numbers in Latin letters and digits.
/// White space, punctuation, width and letter case do not count.
struct Tokens: Sendable {
  /// The scalar value of a character, or the number of a word behind all scalar values.
  let values: [UInt32]
  /// For each token, its UTF-8 offsets in the text.
  fileprivate let starts: [UInt32]
  /// Whether a token is a number, or a part of one.
  let isNumber: [Bool]
  /// Whether a token stands in 「」 or 『』.
  let isQuoted: [Bool]
  /// The number of characters.
  let length: Int
  let text: PlanText

  /// The UTF-8 offsets of a token in the text.
  func offsets(of token: Int) -> Range<Int> {
    let start = Int(starts[token])
    // A character, or a word up to its last letter or digit.
    guard values[token] >= Self.firstWord else { return start..<text.string.endOfScalar(at: start) }
    let rest = text.string[text.string.utf8.index(text.string.startIndex, offsetBy: start)...].unicodeScalars
    let length = rest.prefix { NameKey.narrow($0).isASCIIAlphanumeric }.reduce(0) { $0 + UTF8.width($1) }
    return start..<(start + length)
  }

  /// The number of the first word: behind all scalar values.
  fileprivate static let firstWord: UInt32 = 0x11_0000

  /// Three neighbouring tokens each, packed: a token takes 21 bits.
  var shingles: ShingleSet { ShingleSet(values.indices.dropLast(2).map(shingle(at:))) }

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
    return text.part(offsets(of: first).lowerBound..<offsets(of: last).upperBound)
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
      values.indices.dropLast(2).filter { isNumber[$0] || isNumber[$0 + 1] || isNumber[$0 + 2] }.map(shingle(at:)))
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

  private func numbers(in range: Range<Int>) -> [UInt32] { range.filter { isNumber[$0] }.map { values[$0] } }

  private func words(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : part(range).excerpt
  }
}

/// Gives every word of the texts a number.
struct Tokenizer: Sendable {
  private var words: [String: UInt32] = [:]

  private static let numerals: ScalarSet = "零〇○一壹二貳貮兩三參叁叄四肆五伍六陸七柒八捌九玖十百千"

  mutating func tokens(of text: PlanText) -> Tokens {
    var values: [UInt32] = []
    var starts: [UInt32] = []
    var isNumber: [Bool] = []
    var isQuoted: [Bool] = []
    let room = text.string.utf8.count / 3
    values.reserveCapacity(room)
    starts.reserveCapacity(room)
    isNumber.reserveCapacity(room)
    isQuoted.reserveCapacity(room)
    var depth = 0
    var length = 0
    var word = ""
    var wordStart: UInt32 = 0
    var offset: UInt32 = 0
    func endWord() {
      guard !word.isEmpty else { return }
      values.append(number(of: word))
      starts.append(wordStart)
      isNumber.append(word.utf8.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
      isQuoted.append(depth > 0)
      word = ""
    }
    for scalar in text.string.unicodeScalars {
      let narrow = NameKey.narrow(scalar)
      let end = offset + UInt32(UTF8.width(scalar))
      if narrow.isASCIIAlphanumeric {
        if word.isEmpty { wordStart = offset }
        word.unicodeScalars.append(narrow)
        length += 1
      } else {
        endWord()
        if narrow.isCommonHan || (!narrow.isASCII && narrow.properties.isAlphabetic) {
          values.append(narrow.value)
          starts.append(offset)
          isNumber.append(Self.numerals.contains(narrow))
          isQuoted.append(depth > 0)
          length += 1
        } else if narrow == "「" || narrow == "『" {
          depth += 1
        } else if narrow == "」" || narrow == "』" {
          depth = max(0, depth - 1)
        }
      }
      offset = end
    }
    endWord()
    return Tokens(
      values: values, starts: starts, isNumber: isNumber, isQuoted: isQuoted, length: length, text: text)
  }

  /// Numbers begin behind the last scalar value and stay below 21 bits; so many words that they come round again are in
  /// no plan.
  private mutating func number(of word: String) -> UInt32 {
    let key = word.lowercased()
    if let known = words[key] { return known }
    let number = Tokens.firstWord + UInt32(words.count % 0xF0000)
    words[key] = number
    return number
  }
}

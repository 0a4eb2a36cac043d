import PlanText

/// Gives every word of the texts a number.
struct Tokenizer: Sendable {
  private var words: [String: UInt32] = [:]

  mutating func tokens(of text: PlanText) -> Tokens {
    var reader = TokenReader(tokenizer: self, room: text.string.utf8.count / 3 + 4)
    text.string.forEachScalar { reader.take($0, at: $1) }
    reader.endWord()
    words = reader.tokenizer.words
    return Tokens(
      values: reader.values, starts: reader.starts, isQuoted: reader.isQuoted, length: reader.length, text: text)
  }

  /// Numbers begin behind the last scalar value and stay below 21 bits, those of words with digits odd; so many words
  /// that they come round again are in no plan.
  fileprivate mutating func number(of word: [UInt8]) -> UInt32 {
    let key = String(decoding: word, as: UTF8.self)
    if let known = words[key] { return known }
    let hasDigit = word.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let number = Tokens.firstWord + UInt32(words.count % 0x78000) * 2 + (hasDigit ? 1 : 0)
    words[key] = number
    return number
  }
}

/// The tokens of a text as far as it is read.
private struct TokenReader {
  private(set) var tokenizer: Tokenizer
  private(set) var values: [UInt32] = []
  private(set) var starts: [UInt32] = []
  private(set) var isQuoted: [Bool] = []
  private(set) var length = 0
  private var depth = 0
  private var word: [UInt8] = []
  private var wordStart: UInt32 = 0

  init(tokenizer: Tokenizer, room: Int) {
    self.tokenizer = tokenizer
    values.reserveCapacity(room)
    starts.reserveCapacity(room)
    isQuoted.reserveCapacity(room)
  }

  @inline(__always)
  mutating func take(_ scalar: Unicode.Scalar, at offset: Int) {
    guard scalar.isCommonHan else { return takeOther(scalar.narrow, at: offset) }
    if !word.isEmpty { endWord() }
    add(scalar.value, at: UInt32(truncatingIfNeeded: offset))
    length += 1
  }

  private mutating func takeOther(_ scalar: Unicode.Scalar, at offset: Int) {
    if scalar.isASCIIAlphanumeric {
      if word.isEmpty { wordStart = UInt32(truncatingIfNeeded: offset) }
      word.append(UInt8(truncatingIfNeeded: scalar.lowercasedASCII.value))
      length += 1
      return
    }
    endWord()
    if scalar.isCommonHan || (!scalar.isASCII && !scalar.isMarkOfChinese && scalar.properties.isAlphabetic) {
      add(scalar.value, at: UInt32(truncatingIfNeeded: offset))
      length += 1
    } else if scalar == "「" || scalar == "『" {
      depth += 1
    } else if scalar == "」" || scalar == "』" {
      depth = max(0, depth - 1)
    }
  }

  mutating func endWord() {
    guard !word.isEmpty else { return }
    add(tokenizer.number(of: word), at: wordStart)
    word.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ value: UInt32, at start: UInt32) {
    values.append(value)
    starts.append(start)
    isQuoted.append(depth > 0)
  }
}

/// The texts of the measures as they are compared with each other.
struct MeasureTokens: Sendable {
  /// For each measure, its tokens.
  let all: [Tokens]
  /// What made them: who compares other texts with them goes on with it, so that equal words have equal numbers.
  let tokenizer: Tokenizer

  init(_ texts: [PlanText]) {
    var tokenizer = Tokenizer()
    all = texts.map { tokenizer.tokens(of: $0) }
    self.tokenizer = tokenizer
  }

  subscript(measure: Int) -> Tokens { all[measure] }
}

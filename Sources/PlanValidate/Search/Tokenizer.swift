import PlanText

/// Gives every word of the texts a number.
struct Tokenizer: Sendable {
  private var words: [String: UInt32] = [:]

  mutating func tokens(of text: PlanText) -> Tokens { tokens(of: DenseText(text)) }

  mutating func tokens(of text: DenseText) -> Tokens {
    let scalars = text.scalars
    var values: [UInt32] = []
    values.reserveCapacity(scalars.count)
    var length = 0
    text.forEachToken { range in
      let first = scalars[range.lowerBound]
      values.append(first.isASCIIAlphanumeric ? number(of: scalars[range]) : first.value)
      length += range.count
    }
    return Tokens(values: values, length: length, dense: text)
  }

  /// Numbers begin behind the last scalar value and stay below 21 bits, those of words with digits odd; so many words
  /// that they come round again are in no plan.
  private mutating func number(of word: Slice<DenseScalars>) -> UInt32 {
    let key = String(scalars: word.lazy.map(\.lowercasedASCII))
    if let known = words[key] { return known }
    let hasDigit = key.utf8.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let number = Tokens.firstWord + UInt32(words.count % 0x78000) * 2 + (hasDigit ? 1 : 0)
    words[key] = number
    return number
  }
}

/// The texts of the measures as they are compared with each other.
struct MeasureTokens: Sendable {
  /// For each measure, its tokens.
  let all: [Tokens]
  /// What made them: who compares other texts with them goes on with it, so that equal words have equal numbers.
  let tokenizer: Tokenizer

  init(_ texts: DenseTexts) {
    var tokenizer = Tokenizer()
    all = texts.map { tokenizer.tokens(of: $0) }
    self.tokenizer = tokenizer
  }

  subscript(measure: Int) -> Tokens { all[measure] }
}

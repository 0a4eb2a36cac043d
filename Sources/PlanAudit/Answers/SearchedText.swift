import PlanText

/// A text in the form in which key words are looked for, with its sentences and clauses: without white space, narrow,
/// Latin letters small, 臺 as 台.
struct SearchedText: Sendable {
  /// UTF-8.
  let bytes: [UInt8]
  /// The clauses in order, without the marks between them.
  private(set) var clauses: [Clause]
  /// Its characters, and each with the one behind it.
  let pairs: PairFilter

  /// What stands between two marks.
  struct Clause: Sendable {
    /// Its bytes.
    let range: Range<Int>
    /// The number of its sentence.
    let sentence: Int
    /// Whether it says that the thing is not done, or leads to a clause that does: 夜市服務站因商圈反對，已取消設置.
    fileprivate(set) var isRefused = false
  }

  init(_ text: String) {
    bytes = Self.bytes(text)
    clauses = bytes.withUnsafeBufferPointer(Self.clauses)
    pairs = bytes.withUnsafeBufferPointer(Self.pairs)
  }

  private static func pairs(_ bytes: UnsafeBufferPointer<UInt8>) -> PairFilter {
    var pairs = PairFilter(bits: 2048)
    PairFilter.forEach(in: bytes) { pairs.insert($0) }
    return pairs
  }

  /// The form in which a word is looked for.
  static func bytes(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { source in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(source.count)
      var index = 0
      while index < source.count {
        let byte = source[index]
        let next = min(index + PairFilter.width(of: byte), source.count)
        let run = runToKeep(from: index, in: source)
        if run > 0 {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[index..<(index + run)]))
          index += run
          continue
        } else if byte == 0xE8, next - index == 3, source[index + 1] == 0x87, source[index + 2] == 0xBA {
          // 臺, the one character that is written in two ways, as 台.
          bytes.append(contentsOf: [0xE5, 0x8F, 0xB0])
        } else if byte == Ascii.lineFeed {
          // A line ends a sentence, whatever stands at its end.
          bytes.append(byte)
        } else if byte < 0x80 {
          if byte > 0x20 { bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        } else {
          let scalar = UTF8Scalar.read(at: index, in: source).scalar
          if !scalar.showsNothing { bytes.append(scalar.narrow.lowercasedASCII) }
        }
        index = next
      }
      return bytes
    }
  }

  /// How many bytes from one on are Chinese characters from U+4E00 on but for 臺, or 、 or 。: they stay what they are.
  private static func runToKeep(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index + 2 < bytes.count {
      let (byte, second, third) = (bytes[index], bytes[index + 1], bytes[index + 2])
      switch byte {
      case 0xE5...0xE7, 0xE9: break
      case 0xE8 where second != 0x87 || third != 0xBA: break
      case 0xE4 where second >= 0xB8: break
      case 0xE3 where second == 0x80 && (third == 0x81 || third == 0x82): break
      default: return index - start
      }
      index += 3
    }
    return index - start
  }

  /// Whether all words of a text are refused, so that it answers nothing.
  var isRefused: Bool { !clauses.isEmpty && clauses.allSatisfy(\.isRefused) }

  /// The clauses in which a word stands and is not refused. A word that refuses by itself may be.
  func clauses(having word: UnsafeBufferPointer<UInt8>, refuses: Bool) -> ClauseSet {
    var found = ClauseSet()
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start + word.count <= bytes.count,
        let place = UnsafeBufferPointer(rebasing: bytes[start...]).firstOffset(of: word)
      {
        let offset = start + place
        start = offset + word.count
        let index = clauses.halvingIndex { $0.range.upperBound > offset }
        guard index < clauses.count, refuses || !clauses[index].isRefused else { continue }
        found.insert(index)
      }
    }
    return found
  }

  /// Whether a clause that is not refused is of some kind.
  func hasClause(where isOfKind: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      clauses.contains { !$0.isRefused && isOfKind(UnsafeBufferPointer(rebasing: bytes[$0.range])) }
    }
  }

  /// The text with the sentences refused that speak of something else: that have some words and none of others.
  func refusing(sentencesWith words: WordList, without others: WordList? = nil) -> SearchedText {
    refusing(sentences(with: words), without: others)
  }

  /// The text with the sentences refused that have a clause of some kind and none of some words.
  func refusing(
    sentencesWith isOfKind: (UnsafeBufferPointer<UInt8>) -> Bool, without others: WordList
  ) -> SearchedText {
    let found = bytes.withUnsafeBufferPointer { bytes in
      clauses.filter { isOfKind(UnsafeBufferPointer(rebasing: bytes[$0.range])) }
    }
    return refusing(Set(found.map(\.sentence)), without: others)
  }

  private func refusing(_ sentences: Set<Int>, without others: WordList?) -> SearchedText {
    if sentences.isEmpty { return self }
    let spared = others.map { self.sentences(with: $0) } ?? []
    var text = self
    for index in clauses.indices
    where sentences.contains(clauses[index].sentence) && !spared.contains(clauses[index].sentence) {
      text.clauses[index].isRefused = true
    }
    return text
  }

  private func sentences(with words: WordList) -> Set<Int> {
    Set(words.match(self, isRefusalIgnored: true).clauses.numbers.map { clauses[$0].sentence })
  }

  /// The text with the sentences refused of which each clause has one of some words, and none has one of others.
  func refusing(sentencesOf words: WordList, without others: WordList) -> SearchedText {
    let having = words.match(self, isRefusalIgnored: true).clauses
    if having.isEmpty { return self }
    var sentences = Set(having.numbers.map { clauses[$0].sentence })
    for (index, clause) in clauses.enumerated() where !having.contains(index) { sentences.remove(clause.sentence) }
    return refusing(sentences, without: others)
  }

  private static func clauses(_ bytes: UnsafeBufferPointer<UInt8>) -> [Clause] {
    var clauses: [Clause] = []
    var (start, sentence, index) = (0, 0, 0)
    func close(at end: Int) {
      if end > start { clauses.append(Clause(range: start..<end, sentence: sentence)) }
    }
    while index < bytes.count {
      // Chinese characters are no marks.
      if (0xE4...0xE9).contains(bytes[index]) {
        index += 3
        continue
      }
      let (length, endsSentence) = mark(at: index, in: bytes)
      guard length > 0 else {
        index += 1
        continue
      }
      close(at: index)
      index += length
      start = index
      if endsSentence {
        refuse(&clauses, in: bytes)
        sentence += 1
      }
    }
    close(at: bytes.count)
    refuse(&clauses, in: bytes)
    return clauses
  }

  /// The clauses of the last sentence. What is refused at its end was spoken of before.
  private static func refuse(_ clauses: inout [Clause], in bytes: UnsafeBufferPointer<UInt8>) {
    guard let sentence = clauses.last?.sentence else { return }
    var isRefused = false
    for index in clauses.indices.reversed() {
      guard clauses[index].sentence == sentence else { return }
      let clause = UnsafeBufferPointer(rebasing: bytes[clauses[index].range])
      isRefused = isRefused || Refusal.isRefused(clause)
      clauses[index].isRefused = isRefused
      if isRefused, Refusal.isOfOthers(clause) { isRefused = false }
    }
  }

  /// Whether a comma parts the thousands of a number: 1,204件.
  private static func groupsDigits(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isDigit(_ place: Int) -> Bool { bytes.indices.contains(place) && (0x30...0x39).contains(bytes[place]) }
    return isDigit(index - 1) && (1...3).allSatisfy { isDigit(index + $0) } && !isDigit(index + 4)
  }

  /// The length of the mark that ends a clause, and whether it ends the sentence. Marks are narrow but 、 and 。.
  private static func mark(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (length: Int, endsSentence: Bool) {
    switch bytes[index] {
    case UInt8(ascii: ",") where groupsDigits(at: index, in: bytes): (0, false)
    case UInt8(ascii: ","), Ascii.colon: (1, false)
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), Ascii.lineFeed: (1, true)
    // 。 is E3 80 82.
    case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82: (3, true)
    default: (0, false)
    }
  }
}

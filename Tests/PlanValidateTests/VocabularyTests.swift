import PlanText
import Testing

@testable import PlanValidate

/// The tables of words and of characters that are alike, as they come with the program.
@Suite struct VocabularyTests {
  private let vocabulary = Vocabulary.shared

  private func numbers(_ word: String) -> [UInt16] { word.unicodeScalars.map(vocabulary.number) }

  private func use(_ pair: String) -> PairUse {
    let numbers = numbers(pair)
    return vocabulary.use(of: numbers[0], numbers[1])
  }

  @Test func tablesAreWhole() {
    #expect(Vocabulary.table.mark == "PTV4" && Vocabulary.table.count == 9)
    #expect(Confusions.table.mark == "PTC3" && Confusions.table.count == 8)
    #expect(numbers("一龘A。") == [1, 0, 0, 0])
    let all = (0x4E00...0x9FFF).compactMap(Unicode.Scalar.init).map(vocabulary.number).filter { $0 != 0 }
    #expect(all == Array(1...4093))
  }

  /// They are searched by halves.
  @Test func rowsAreSorted() {
    let (starts, entries) = (Vocabulary.table[3], Vocabulary.table[4])
    for number in 0...4095 {
      let seconds = (Int(starts.short(number))..<Int(starts.short(number + 1))).map { entries.short($0) >> 4 }
      #expect(zip(seconds, seconds.dropFirst()).allSatisfy(<))
    }
    #expect(starts.short(4096) == 32_000 && entries.count == 64_000)
  }

  @Test(arguments: [("辦理", 6), ("計畫", 6), ("查詢", 4), ("服務", 6), ("閱覽", 2), ("民眾", 6)])
  func commonWords(word: String, level: Int) {
    #expect(use(word).isWord && use(word).level == level)
  }

  @Test func pairsThatAreNoWords() {
    #expect(use("民服").isMet && use("理民").isMet)
    #expect(!use("辨辦").isMet && use("辨辦") == .unknown)
    #expect(use("服膺").isRareWord && !use("服膺").isWord)
    #expect(use("龘龘") == .unknown)
    #expect(vocabulary.use(of: Vocabulary.clauseStart, numbers("本")[0]).level == 3)
    #expect(vocabulary.use(of: numbers("理")[0], Vocabulary.clauseEnd).level == 6)
  }

  @Test func longWords() {
    func isWord(_ text: String) -> Bool {
      let numbers = numbers(text)
      return numbers.count == 3
        ? vocabulary.isWord(numbers[0], numbers[1], numbers[2])
        : vocabulary.isWord(numbers[0], numbers[1], numbers[2], numbers[3])
    }
    #expect(["滿意度", "服務台", "警察局", "公務人員", "社會福利", "身心障礙"].allSatisfy(isWord))
    #expect(!isWord("滿意皮") && !isWord("龘意度"))
  }

  @Test func rowsOfThree() {
    func lost(_ text: String) -> String? {
      let numbers = numbers(text)
      return vocabulary.lost(from: numbers[0], numbers[1], numbers[2]).flatMap { loss in
        vocabulary.character(loss.number).map { "\($0)\(loss.isBehindSecond ? 2 : 1)" }
      }
    }
    #expect(["公設施", "公共施", "社福利", "志服務"].map(lost) == ["共1", "設2", "會1", "願1"])
    #expect(lost("辦理龘") == nil && vocabulary.lost(from: 0, Vocabulary.clauseStart, 1) == nil)
  }

  /// A filter of 3 × 1000 cells of three bits takes 8 bytes, 1125 for the cells, and 4 behind them.
  @Test(arguments: [(0, false), (1, false), (1128, false), (1129, true)])
  func filtersThatAreCutShort(bytesOfCells: Int, isWhole: Bool) {
    let header: [UInt8] = Array("TEST".utf8) + [1, 0, 0, 0, 12, 0, 0, 0]
    let filter: [UInt8] = [0, 0, 0, 0, 0xE8, 0x03, 0, 3] + Array(repeating: 0, count: bytesOfCells)
    let hits = (header + filter).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { start in
        let filter = KeyFilter(PackedTable(start, count: bytes.count)[0])
        return (1...1000).count { filter.mayHave(UInt32($0)) }
      }
    }
    #expect(isWhole ? (60...200).contains(hits ?? 0) : hits == 0)
  }

  @Test func placesInLongWords() {
    let numbers = numbers("查滿意度民眾")
    let places = numbers.indices.filter { vocabulary.isInLongWord(numbers, at: $0, as: numbers[$0]) }
    #expect(places == [1, 2, 3])
    #expect(vocabulary.isInLongWord(self.numbers("滿意皮"), at: 2, as: numbers[3]))
    #expect(!vocabulary.isInLongWord([], at: 0, as: numbers[3]))
  }

  @Test func factsOfCharacters() {
    let (done, its) = (numbers("辦")[0], numbers("的")[0])
    #expect(vocabulary.quarterBits(of: done) == 72 && vocabulary.aloneCost(of: done) == 8)
    #expect(vocabulary.endCost(of: done) == 28 && vocabulary.aloneCost(of: its) == 0)
  }

  @Test(arguments: [
    ("辨辦", Confusions.Likeness(shape: 13)), ("詢巡", .init(soundsSame: true)), ("己已", .init(shape: 14)),
    ("申伸", .init(soundsSame: true, shape: 6)), ("知資", .init(soundsNear: true)),
  ])
  func charactersThatAreAlike(pair: String, likeness: Confusions.Likeness) throws {
    let numbers = numbers(pair)
    let all = Confusions.shared.all(of: numbers[0])
    #expect(all.first { $0.number == numbers[1] }?.likeness == likeness)
  }

  /// Those that the vocabulary does not have are known by what they look like.
  @Test(arguments: zip(["罝", "褔", "杲", "仝"], ["置", "福", "果", "全"]))
  func rareCharacters(rare: Unicode.Scalar, common: Unicode.Scalar) throws {
    #expect(vocabulary.number(of: rare) == 0)
    let lookalike = try #require(Confusions.shared.lookalike(of: rare))
    #expect(vocabulary.character(lookalike.number) == common && lookalike.likeness.shape > 5)
  }

  @Test(arguments: ["一", "龘", "A", "。"]) func charactersWithoutLookalike(character: Unicode.Scalar) {
    #expect(Confusions.shared.lookalike(of: character) == nil)
  }

  /// Any number can be asked about.
  @Test func numbersThatNothingHas() {
    #expect(vocabulary.use(of: .max, .max) == .unknown && vocabulary.use(of: 0, 0) == .unknown)
    for number in [0, Vocabulary.clauseStart, .max] { #expect(Confusions.shared.all(of: number).isEmpty) }
    #expect(vocabulary.quarterBits(of: .max) == 0)
    for value in UInt32(0)...0x10FFFF {
      if let scalar = Unicode.Scalar(value), vocabulary.number(of: scalar) > 4093 { Issue.record("\(value)") }
    }
  }
}

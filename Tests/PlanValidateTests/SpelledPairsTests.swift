import Testing

@testable import PlanValidate

/// The table of pairs against plain counting.
@Suite struct SpelledPairsTests {
  /// More different pairs than the table has room for at first.
  @Test func countsAndUsesOfAllPairs() {
    var state: UInt32 = 7
    let numbers = (0..<60_000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt16(truncatingIfNeeded: (state >> 16) % 4097)
    }
    let pairs = SpelledPairs(numbers)
    var counts: [[UInt16]: Int] = [:]
    for index in 1..<numbers.count { counts[[numbers[index - 1], numbers[index]], default: 0] += 1 }
    for (pair, count) in counts {
      #expect(pairs.count(pair[0], pair[1]) == count)
      let isKnown = pair.allSatisfy { $0 != 0 && $0 < SpelledTexts.foreign }
      #expect(pairs.use(pair[0], pair[1]) == (isKnown ? Vocabulary.shared.use(of: pair[0], pair[1]) : .unknown))
    }
    let absent = [[UInt16(4096), 4096], [0, 0], [1, 1]].filter { counts[$0] == nil }
    #expect(absent.allSatisfy { pairs.count($0[0], $0[1]) == 0 })
  }

  @Test(arguments: [[], [UInt16(5)]]) func noPairs(numbers: [UInt16]) {
    #expect(SpelledPairs(numbers).count(5, 5) == 0)
  }

  /// Words by their second characters are those by their first ones.
  @Test func wordsByEnd() {
    var words = 0
    Vocabulary.shared.forEachWord { first, second, level in
      words += 1
      if words % 100 == 0 { #expect(WordsByEnd.shared.words(to: second, level: level).contains(first)) }
    }
    var wordsByEnd = 0
    for second in 0...Vocabulary.clauseEnd { WordsByEnd.shared.forEachWord(to: second) { _, _ in wordsByEnd += 1 } }
    #expect(words == wordsByEnd && words > 10_000)
  }

  @Test func listsKnowWhatTheyHave() {
    var lists = ChainedLists(count: 2, most: 3)
    for number in 1...5 { lists.append(number, to: 1) }
    #expect((1...5).filter { lists.has($0, in: 1) } == [1, 2, 3] && !lists.has(1, in: 0))
  }
}

import PlanText
import Testing

@testable import PlanValidate

/// The tables of numbers that rules share do what the standard library's do.
@Suite struct TableTests {
  /// Numbers many of which come again, and others of which only the lowest or highest bits differ.
  private static func numbers(_ count: Int, seed: UInt64) -> [UInt64] {
    var state = seed
    return (0..<count).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return switch index % 3 {
      case 0: state >> 33 % 500
      case 1: state << 40
      default: state >> 30
      }
    }
  }

  @Test(arguments: [0, 1, 40, 5000]) func numberTableIsADictionaryInOrder(count: Int) {
    var table = NumberTable<Int>()
    var dictionary: [UInt64: Int] = [:]
    for number in Self.numbers(count, seed: 7) {
      table[number, default: 0] += 1
      dictionary[number, default: 0] += 1
    }
    #expect(table.count == dictionary.count)
    #expect(Dictionary(uniqueKeysWithValues: zip(table.keys, table.values)) == dictionary)
    for number in Self.numbers(count, seed: 8) {
      #expect(table[number] == dictionary[number])
      #expect(table.contains(number) == (dictionary[number] != nil))
    }
    // As they came first.
    var seen: Set<UInt64> = []
    #expect(table.keys == Self.numbers(count, seed: 7).filter { seen.insert($0).inserted })
  }

  @Test(arguments: [1, 3, 32, 255]) func chainedListsKeepTheirOrder(most: UInt8) {
    var lists = ChainedLists(count: 500, most: most)
    var expected: [[Int]] = Array(repeating: [], count: 500)
    for (index, number) in Self.numbers(3000, seed: 3).enumerated() {
      // One of the lists stays empty.
      lists.append(index, to: Int(number % 499))
      expected[Int(number % 499)].append(index)
    }
    for (list, numbers) in expected.enumerated() {
      var found: [Int] = []
      lists.forEach(in: list) { found.append($0) }
      #expect(found == Array(numbers.prefix(Int(most))))
    }
  }

  @Test(arguments: [1, 100, 20_000]) func repeatFilterMissesNothingAndLetsLittleThrough(count: Int) {
    let numbers = Self.numbers(count, seed: 11) + (0..<UInt64(count)).map { $0 << 34 | 0x3_0000_0000 }
    var filter = RepeatFilter(capacity: numbers.count)
    var counts: [UInt64: Int] = [:]
    for number in numbers {
      filter.insert(number)
      counts[number, default: 0] += 1
    }
    let single = counts.filter { $0.value == 1 }.keys
    #expect(counts.allSatisfy { $0.value == 1 || filter.mayRepeat($0.key) })
    // One bit in twelve is set at most, so that few single numbers meet another one.
    #expect(single.count(where: filter.mayRepeat) * 6 <= single.count)
  }

  @Test func shingleSetsCountWhatTheyHaveInCommon() {
    for (a, b) in [(0, 0), (0, 30), (30, 31), (200, 90), (300, 300)] {
      let (one, other) = (Self.numbers(a, seed: 5), Self.numbers(b, seed: 6))
      let (set, otherSet) = (ShingleSet(one), ShingleSet(other))
      let common = Set(one).intersection(other).count
      #expect(set.values == Set(one).sorted())
      #expect(set.common(with: otherSet) == common)
      for needed in [0, max(0, common - 1), common] { #expect(set.common(with: otherSet, atLeast: needed) == common) }
      #expect(set.common(with: otherSet, atLeast: common + 1) == nil)
      #expect(set.isSubset(of: otherSet) == Set(one).isSubset(of: other))
      #expect(one.allSatisfy(set.contains))
    }
  }

  @Test func scalarSetsHoldCharactersOfAllPlanes() {
    let scalars: [Unicode.Scalar] = ["\0", "a", "\u{FF}", "一", "\u{FFFF}", "\u{20000}", "\u{10FFFF}"]
    let set = ScalarSet(scalars)
    for scalar in scalars { #expect(set.contains(scalar)) }
    for scalar: Unicode.Scalar in ["\u{1}", "b", "丁", "\u{FFFE}", "\u{20001}"] { #expect(!set.contains(scalar)) }
    #expect(!ScalarSet([]).contains("a"))
  }

  @Test func wordRunsEndAtPunctuationAndLines() {
    let texts = ["「為民 服務ＡＢＣ」、臺北\n市政府", "", "。", "『一』二"].map { PlanText($0) }
    let words = WordRuns(TextRow(texts))
    #expect(words.runs.map { String(scalars: words.scalars[$0.range]) } == ["為民服務abc", "臺北", "市政府", "一", "二"])
    #expect(words.runs.map(\.isQuoted) == [true, false, false, true, false])
    #expect(words.runs.map(\.hasLatin) == [true, false, false, false, false])
    #expect(words.runs.map { words.part($0.range).string } == ["為民 服務ＡＢＣ", "臺北", "市政府", "一", "二"])
    for (number, run) in words.runs.enumerated() {
      #expect(run.range.allSatisfy { words.run(at: $0) == number })
      #expect(words.scalars[run.range.upperBound] == WordRuns.separator)
    }
  }
}

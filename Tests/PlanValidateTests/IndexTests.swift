import PlanText
import Synchronization
import Testing

@testable import PlanValidate

/// What the index holds is worked out once, and its places are those that a plain search finds.
@Suite struct IndexTests {
  @Test func aFacetIsMadeOnceForAllThreads() {
    final class Shared: Sendable {
      let facet = Facet<[Int]>()
      let made = Atomic(0)
    }
    let shared = Shared()
    let seen = Parallel.map(64, threads: 8) { _ in
      shared.facet.value {
        shared.made.add(1, ordering: .relaxed)
        return Array(0..<1000)
      }.count
    }
    #expect(seen == Array(repeating: 1000, count: 64))
    #expect(shared.made.load(ordering: .relaxed) == 1)
  }

  private static let row = TextRow(
    [
      "每月檢討逾期案件，每季檢討。", "", "Ａ4 紙 100 張\u{200B}；𠮷野家與𡨴", "\u{FFFF}檢討\u{FFFF}檢", "案件案件",
    ].map { PlanText($0) })

  private static var texts: DenseTexts { DenseTexts(row) }

  @Test func everyCharacterIsFoundWhereItStands() {
    let places = CharacterPlaces(Self.row)
    for scalar in Set(Self.texts.flatMap(\.scalars)) where scalar.value < 0xFFFF {
      let expected = places.scalars.indices.filter { places.scalars[$0] == scalar }
      #expect(places.all(of: scalar).map { Int($0) } == expected, "\(scalar)")
    }
    for word in ["檢討", "案件", "件案件", "𠮷野", "A4", "張;", "沒有"].map({ Array($0.unicodeScalars) }) {
      let found = places.all(of: word).map { (text: Self.row.text(at: $0), place: $0) }
      let expected = Self.texts.enumerated().flatMap { number, text in
        text.scalars.indices.filter { text.has(word, at: $0) }.map {
          (text: number, place: Self.row.starts[number] + $0)
        }
      }
      #expect(found.map(\.place) == expected.map(\.place) && found.map(\.text) == expected.map(\.text))
    }
    #expect(places.texts(withAny: "案張") == [0, 2, 4])
  }

  @Test func ofWordsAtOnePlaceTheFirstIsFound() {
    let places = CharacterPlaces(Self.row)
    let words = ["案件案", "案件", "檢", "討"].map { Array($0.unicodeScalars) }
    let hits = places.hits(of: words).filter { $0.place >= Self.row.starts[4] }
    #expect(hits.map(\.word) == [0, 1])
    #expect(hits.map { $0.place - Self.row.starts[4] } == [0, 2])
  }

  @Test(arguments: ["會議會議紀錄", "甲乙丙丁甲乙丙丁", "甲乙", "每月每季", "甲甲", "一二三四五六七八九十天地人和平一二三四五六七八九十天地人和平"])
  func repeatedNeighboursAreFound(text: String) {
    let scalars = Array(text.unicodeScalars)
    let isRepeated = scalars.indices.contains { start in
      (2...16).contains { length in
        start + 2 * length <= scalars.count
          && scalars[start..<(start + length)] == scalars[(start + length)..<(start + 2 * length)]
      }
    }
    let places = CharacterPlaces(TextRow(["前文", PlanText(text), "後文"]))
    #expect(RepeatedNeighbours.texts(places, upTo: 16) == (isRepeated ? [1] : []))
  }

  @Test func charactersOfARowKnowWhereTheyStand() {
    let texts = ["甲 乙\n丙", "", "Ａb\u{200B}c １", "\n"].map { PlanText($0) }
    let row = TextRow(texts)
    #expect(DenseTexts(row).map { String(scalars: $0.scalars) } == ["甲乙丙", "", "Abc1", ""])
    #expect(row.scalars.indices.filter(row.isBehindLineBreak).map { row.scalars[$0] } == ["丙"])
    for dense in DenseTexts(row) {
      #expect(
        dense.scalars.indices.map { dense.part($0..<($0 + 1)).string.unicodeScalars.count }.allSatisfy { $0 == 1 })
      #expect(!dense.has("甲乙丙A", at: 0))
    }
    #expect(DenseTexts(row, [2, 0]).map { $0.part(0..<3).string } == ["Ａb\u{200B}c", "甲 乙\n丙"])
  }

  @Test func tokensEndWhereAnythingStandsBetweenThem() {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokens(of: PlanText("iPad 2 台、「ＩＰＡＤ」a\u{200B}b"))
    #expect(tokens.values.indices.map { tokens.part($0..<($0 + 1)).string } == ["iPad", "2", "台", "ＩＰＡＤ", "a", "b"])
    #expect(tokens.values[0] == tokens.values[3] && tokens.isNumber(1) && !tokens.isNumber(0))
    #expect(tokens.isQuoted == [false, false, false, true, false, false])
    #expect(tokens.length == 12)
  }
}

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

  private static let texts = [
    "每月檢討逾期案件，每季檢討。", "", "Ａ4 紙 100 張\u{200B}；𠮷野家與𡨴", "\u{FFFF}檢討\u{FFFF}檢", "案件案件",
  ].map { DenseText(PlanText($0)) }

  @Test func everyCharacterIsFoundWhereItStands() {
    let places = CharacterPlaces(Self.texts)
    for scalar in Set(Self.texts.flatMap(\.scalars)) where scalar.value < 0xFFFF {
      let expected = places.scalars.indices.filter { places.scalars[$0] == scalar }
      #expect(places.all(of: scalar).map { Int($0) } == expected, "\(scalar)")
    }
    for word in ["檢討", "案件", "件案件", "𠮷野", "A4", "張;", "沒有"].map({ Array($0.unicodeScalars) }) {
      let found = places.all(of: word).map { (text: places.text(at: $0), place: $0) }
      let expected = Self.texts.enumerated().flatMap { number, text in
        text.scalars.indices.filter { text.has(word, at: $0) }.map { (text: number, place: places.starts[number] + $0) }
      }
      #expect(found.map(\.place) == expected.map(\.place) && found.map(\.text) == expected.map(\.text))
    }
    #expect(places.texts(withAny: "案張") == [0, 2, 4])
  }

  @Test func ofWordsAtOnePlaceTheFirstIsFound() {
    let places = CharacterPlaces(Self.texts)
    let words = ["案件案", "案件", "檢", "討"].map { Array($0.unicodeScalars) }
    let hits = places.hits(of: words).filter { $0.place >= places.starts[4] }
    #expect(hits.map(\.word) == [0, 1])
    #expect(hits.map { $0.place - places.starts[4] } == [0, 2])
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
    let places = CharacterPlaces([DenseText("前文"), DenseText(PlanText(text)), DenseText("後文")])
    #expect(RepeatedNeighbours.texts(places, upTo: 16) == (isRepeated ? [1] : []))
  }
}

import Testing

@testable import PlanAudit

@Suite("Texts are found by the first two characters of a word")
struct PairIndexTests {
  private static let texts = ["尚未設置服務臺", "sop手冊", "", "服務", "務服", "a", "設置愛心鈴；設置愛心鈴"].map(SearchedText.bytes)

  private static func found(_ word: String, in index: PairIndex) -> [Int] {
    var found = index.none
    SearchedText.bytes(word).withUnsafeBufferPointer { index.add(PairFilter.firstPair(of: $0), to: &found) }
    return found.numbers
  }

  @Test(
    "A word is in no text that the index leaves out",
    arguments: [
      ("服務", [0, 3]), ("服務台", [0, 3]), ("設置", [0, 6]), ("SOP", [1]), ("鈴", [6]), ("a", [5]), ("務服", [4]), ("手冊", [1]),
    ])
  func missesNothing(word: String, texts: [Int]) {
    #expect(Self.found(word, in: PairIndex(Self.texts)) == texts)
  }

  @Test("A word that begins nowhere is in no text")
  func findsNothing() {
    #expect(Self.found("無障礙", in: PairIndex(Self.texts)).isEmpty)
    #expect(Self.found("服務", in: PairIndex([])).isEmpty)
  }

  @Test("Texts are told apart beyond the first 64 of them")
  func manyTexts() {
    let texts = (0..<200).map { SearchedText.bytes($0 % 67 == 0 ? "服務\($0)" : "無\($0)") }
    let index = PairIndex(texts)
    #expect(Self.found("服務", in: index) == [0, 67, 134])
    var both = index.none
    both.formUnion(index.none)
    #expect(both.numbers.isEmpty)
  }
}

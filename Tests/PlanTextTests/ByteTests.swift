import Testing

@testable import PlanText

/// Searches that look at several bytes at once find what plain ones do.
@Suite struct ByteTests {
  private static let texts: [String] = [
    "", "a", "每", "每月檢討逾期案件，並公布於網站。", "逾期\n案件", String(repeating: "每月檢討", count: 9) + "逾",
    "Ａ4 紙 100 張；𠮷野家與𡨴、e\u{301}", String(repeating: "x", count: 40) + "\n", "（待填）○○", "\u{3000}甲\t乙",
  ]

  @Test(arguments: texts) func wordsAreFoundAsInPlainSearch(text: String) {
    let bytes = Array(text.utf8)
    for word in ["逾", "討", "檢討逾", "a", "x\n", "野家與", "沒有", "月檢討每"] {
      let sought = Array(word.utf8)
      let starts = bytes.count < sought.count ? [] : Array(0...(bytes.count - sought.count))
      let first = starts.first { Array(bytes[$0..<($0 + sought.count)]) == sought }
      #expect(bytes.firstOffset(of: sought) == first, "\(word)")
      #expect(text.has(word) == (first != nil), "\(word)")
    }
    #expect(text.isOneLine == !bytes.contains(10))
    #expect(text.has(ascii: "x") == bytes.contains(UInt8(ascii: "x")))
    #expect(text.scalarCount == text.unicodeScalars.count)
  }

  @Test(arguments: texts) func scalarsComeWithTheirOffsets(text: String) {
    var expected: [(scalar: Unicode.Scalar, offset: Int)] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      expected.append((scalar, offset))
      offset += UTF8.width(scalar)
    }
    var (forwards, backwards): ([Int], [Int]) = ([], [])
    var scalars: [Unicode.Scalar] = []
    text.forEachScalar { scalar, offset in
      scalars.append(scalar)
      forwards.append(offset)
    }
    text.forEachScalarFromEnd { _, offset in
      backwards.append(offset)
      return true
    }
    #expect(scalars == expected.map(\.scalar))
    #expect(forwards == expected.map(\.offset))
    #expect(backwards == expected.map(\.offset).reversed())
  }

  @Test(arguments: texts) func quotationsAreOfCharacters(text: String) {
    for limit in [1, 3, 24] {
      var characters = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
      var quoted = ""
      var count = 0
      while let first = characters.popFirst(), count < limit || first == " " {
        quoted.append(first)
        if first != " " { count += 1 }
        if count == limit { break }
      }
      let isCut = characters.contains { $0 != " " }
      #expect(text.excerpt(limit) == quoted + (isCut ? "…" : ""), "\(limit)")
    }
    #expect(text.excerpt(.max) == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// U+2F800 and U+4E3D are one character to Unicode, and é is written in two ways.
  @Test func namesThatMeanTheSameAreTheSame() {
    for (one, other) in [("\u{2F800}人", "\u{4E3D}人"), ("caf\u{E9}", "cafe\u{301}"), ("基礎服務", "基礎服務")] {
      #expect(NameKey(one) == NameKey(other))
      #expect(Set([NameKey(one), NameKey(other)]).count == 1)
    }
    #expect(NameKey("基礎服務") != NameKey("優質服務"))
  }
}

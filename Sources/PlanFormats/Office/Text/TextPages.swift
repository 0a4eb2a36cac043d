import PlanText

/// The lines of a text, without what stands on every page.
struct TextPages {
  private(set) var lines: [TextLine] = []
  private var pageCount = 1

  init(_ text: String) {
    var page = 0
    for (index, line) in text.lines.enumerated() {
      let parts = line.unicodeScalars.split(separator: "\u{C}", omittingEmptySubsequences: false)
      for (place, part) in parts.enumerated() {
        if place > 0 { page += 1 }
        if place > 0, part.isEmpty, parts.count > 1 { continue }
        let words = String(String.UnicodeScalarView(part))
        lines.append(TextLine(number: index + 1, page: page, text: words.trimmingEnd))
      }
    }
    pageCount = page + 1
  }

  /// Takes out page numbers, and lines that stand again at the beginning or end of the pages.
  mutating func removeFurniture() -> [LeftOut] {
    var kinds: [Int: LeftOut.Kind] = [:]
    for (index, line) in lines.enumerated() where PageNumber(line.words)?.isMarked ?? false {
      kinds[index] = .pageFooter
    }
    if pageCount > 1 { findRepeats(&kinds) } else { findNumbers(&kinds) }
    let leftOut = kinds.keys.sorted().compactMap { index in
      kinds[index].map { LeftOut(kind: $0, text: lines[index].words) }
    }
    lines = lines.enumerated().filter { kinds[$0.offset] == nil }.map(\.element)
    return leftOut
  }

  /// Bare numbers between blank lines that count the pages.
  private func findNumbers(_ kinds: inout [Int: LeftOut.Kind]) {
    func isBlank(_ index: Int) -> Bool { !lines.indices.contains(index) || lines[index].isBlank }
    var run: [Int] = []
    var last = 0
    for index in lines.indices where isBlank(index - 1) && isBlank(index + 1) {
      guard let number = PageNumber(lines[index].words), number.value == last + 1 else { continue }
      run.append(index)
      last = number.value
    }
    // Two numbers may be anything.
    if run.count > 2 { for index in run { kinds[index] = .pageFooter } }
  }

  private func findRepeats(_ kinds: inout [Int: LeftOut.Kind]) {
    var pages = [[Int]](repeating: [], count: pageCount)
    for index in lines.indices where !lines[index].isBlank { pages[lines[index].page].append(index) }
    pages.removeAll(where: \.isEmpty)
    for isTop in [true, false] {
      // Up to three lines from the edge of the page, as long as they are the same on most pages.
      var depths = [Int](repeating: 0, count: pages.count)
      for _ in 0..<3 {
        var counts: [String: Int] = [:]
        let edges = pages.indices.map { page -> Int? in
          let depth = depths[page]
          guard depth < pages[page].count else { return nil }
          return pages[page][isTop ? depth : pages[page].count - 1 - depth]
        }
        for case let edge? in edges { counts[Self.key(lines[edge].words), default: 0] += 1 }
        for (page, edge) in edges.enumerated() {
          guard let edge else { continue }
          let words = lines[edge].words
          let repeats = counts[Self.key(words), default: 0]
          let isRepeated = repeats > 1 && repeats * 2 > pages.count && !TextBlocks.namesColumns(lines[edge])
          guard isRepeated || PageNumber(words) != nil else { continue }
          kinds[edge] = isTop && PageNumber(words) == nil ? .pageHeader : .pageFooter
          depths[page] += 1
        }
      }
    }
  }

  /// A line without its numbers, which differ from page to page.
  private static func key(_ words: String) -> String {
    String(String.UnicodeScalarView(words.unicodeScalars.filter { !$0.showsNothing && Numeral.digit($0) == nil }))
  }
}

extension String {
  /// The text without white space at its end.
  fileprivate var trimmingEnd: String {
    guard let last = unicodeScalars.lastIndex(where: { !$0.showsNothing }) else { return "" }
    return String(self[...last])
  }
}

/// A line that says nothing but which page it is on: 3, - 3 -, 第 3 頁，共 12 頁, 3/12.
struct PageNumber {
  let value: Int
  /// Whether it is written as a number of a page, so that it can be nothing else.
  let isMarked: Bool

  init?(_ words: String) {
    let scalars = Array(words.unicodeScalars.filter { !$0.showsNothing })
    guard (1...16).contains(scalars.count),
      scalars.allSatisfy({ Numeral.digit($0) != nil || "-–—－─~第頁共/／,，.PpageＰ".unicodeScalars.contains($0) })
    else { return nil }
    let digits = scalars.drop { Numeral.digit($0) == nil }.prefix { Numeral.digit($0) != nil }
    guard (1...4).contains(digits.count), let value = Numeral.value(of: digits) else { return nil }
    self.value = value
    let isDashed =
      scalars.first.map { "-–—－─".unicodeScalars.contains($0) } ?? false
      && scalars.last.map { "-–—－─".unicodeScalars.contains($0) } ?? false
    isMarked = isDashed || scalars.first == "第" && scalars.contains("頁")
  }
}

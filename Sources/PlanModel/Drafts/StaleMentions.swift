import PlanText

/// What in a text may be out of date a year later: years, dates, numbers of letters, and figures with their units.
///
/// Numbers in Chinese numerals (二場次) are left out: most of them (一次告知, 單一窗口) count nothing.
struct StaleMentions {
  /// The mentions in a text, each once, in order.
  func list(in text: String, figures: Bool = true) -> [String] {
    guard text.unicodeScalars.contains(where: { Numeral.digit($0) != nil }) else { return [] }
    var found: [(offset: Int, words: String)] = []
    var rest = text[...]
    for letter in CitationParts.letters(in: PlanText(text)) {
      guard let place = rest.place(of: letter.number.string) else { continue }
      found.append((text.utf8.distance(from: text.startIndex, to: place.lowerBound), letter.number.string))
      rest = rest[place.upperBound...]
    }
    let scalars = Array(text.unicodeScalars)
    var (offset, counted) = (0, 0)
    for mention in WrittenFigures(scalars).all {
      let words = scalars[mention]
      offset += scalars[counted..<mention.lowerBound].reduce(0) { $0 + UTF8.width($1) }
      counted = mention.lowerBound
      // 第142條之1項 and 第1類: an ordinal counts nothing.
      if mention.lowerBound > 0, scalars[mention.lowerBound - 1] == "第" { continue }
      guard words.contains("年") || words.contains("月") || figures else { continue }
      // 1年 is a length; a year has two digits or more.
      if let mark = words.firstIndex(of: "年"), !Self.isYear(words[..<mark]) { continue }
      found.append((offset, String(scalars: words)))
    }
    var seen: Set<String> = []
    return found.sorted { $0.offset < $1.offset }.map(\.words).filter { seen.insert($0).inserted }
  }

  private static func isYear(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = words.split(separator: "、").last?.filter { !$0.isWhiteSpace } ?? []
    return Numeral.value(of: digits[...]).map { (50...199).contains($0) || (1950...2110).contains($0) } ?? false
  }

  /// 待確認：107年、26項
  static func comment(_ mentions: [String]) -> PlanText? {
    guard !mentions.isEmpty else { return nil }
    let most = 8
    let rest = mentions.count > most ? " 等\(mentions.count)處" : ""
    return PlanText("\(Placeholder.confirmation)：\(mentions.prefix(most).joined(separator: "、"))\(rest)")
  }
}

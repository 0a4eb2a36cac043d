import PlanText
import RegexBuilder

/// What in a text may be out of date a year later: years, dates, numbers of letters, and figures with their units.
///
/// Numbers in Chinese numerals (二場次) are left out: most of them (一次告知, 單一窗口) count nothing.
struct StaleMentions {
  private let pattern: Regex<Substring>

  init() {
    let year = /(?:[0-9０-９]{2,3}\s*、\s*)*[0-9０-９]{2,4}\s*年(?:度)?(?:\s*[0-9０-９]{1,2}\s*月(?:\s*[0-9０-９]{1,2}\s*日)?)?/
    let separated = /[0-9]{2,4}[\/.\-][0-9]{1,2}[\/.\-][0-9]{1,2}/
    let month = /[0-9０-９]{1,2}\s*月(?:\s*[0-9０-９]{1,2}\s*日|底|份)?/
    let units =
      /個工作日|個月|個|項|件|場次|場|人次|人|次|名|戶|案|張|份|萬元|億元|千元|元|處|則|篇|期|班|臺|台|輛|支|部|分鐘|小時|天|日|週|倍|公里|公尺|公頃|公斤|組|梯次|梯|站|所|家|題|位|頁|%|％/
    let figure = Regex {
      /[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?\s*/
      units
    }
    pattern = Regex {
      ChoiceOf {
        year
        separated
        month
        figure
      }
    }
  }

  /// The mentions in a text, each once, in order.
  func list(in text: String, figures: Bool = true) -> [String] {
    guard text.unicodeScalars.contains(where: { Numeral.digit($0) != nil }) else { return [] }
    var found: [(offset: Int, words: String)] = CitationParts.letters(in: PlanText(text)).compactMap { letter in
      text.place(of: letter.number.string).map {
        (text.utf8.distance(from: text.startIndex, to: $0.lowerBound), letter.number.string)
      }
    }
    for match in text.matches(of: pattern) {
      let words = String(match.output)
      // 第142條之1項 and 第1類: an ordinal counts nothing.
      if match.range.lowerBound > text.startIndex, text[text.index(before: match.range.lowerBound)] == "第" { continue }
      guard words.contains("年") || words.contains("月") || figures else { continue }
      // 1年 is a length; a year has two digits or more.
      if let mark = words.firstIndex(of: "年"), !Self.isYear(words[..<mark]) { continue }
      found.append((text.utf8.distance(from: text.startIndex, to: match.range.lowerBound), words))
    }
    var seen: Set<String> = []
    return found.sorted { $0.offset < $1.offset }.map(\.words).filter { seen.insert($0).inserted }
  }

  private static func isYear(_ words: Substring) -> Bool {
    let digits = words.split(separator: "、").last?.filter { !$0.isWhitespace } ?? ""
    return Numeral.value(of: digits).map { (50...199).contains($0) || (1950...2110).contains($0) } ?? false
  }

  /// 待確認：107年、26項
  static func comment(_ mentions: [String]) -> PlanText? {
    guard !mentions.isEmpty else { return nil }
    let most = 8
    let rest = mentions.count > most ? " 等\(mentions.count)處" : ""
    return PlanText("\(Placeholder.confirmation)：\(mentions.prefix(most).joined(separator: "、"))\(rest)")
  }
}

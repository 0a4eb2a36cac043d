import PlanModel
import PlanText

/// PT607: one name or word spelt in two ways.
enum NameVariants: Rule {
  static let description = RuleDescription(
    code: "PT607", name: "name-variants", severity: .note,
    summary: LocalizedText(zh: "同一名稱有兩種寫法", en: "A name is written in two ways"),
    explanation: LocalizedText(
      zh: """
        「」內的名稱在別處只差一個字（多、少、換一字，或前後顛倒）或一個兩字的詞，多半是同一名稱誤寫；兩字互換（護鈔運送、運鈔護送）或兩詞互換而後文相同者亦同。同一詞用了兩種通用字（平臺、平台，公布、公佈），英文詞\
        的大小寫、連字號或空格不一（「APP」與「App」、「QR Code」與「QR-Code」），或名稱中間多了空白（勤務 指揮中心；處處有空白的文字不算），也宜統一。名稱以次數多的寫法為準，次數懸殊者是\
        警告，其餘列為提示；通用字以字表所列為準，另一種寫法達三倍以上時從其多數。數字、編號不同（第一期、第二期）或意義相對（國內、國外）的字不算，通用字以附有出處的字表為限；網址、檔名、數字後的單位與檢核表原文中的英文不比對。
        """,
      en: """
        A name in 「」 that differs by one character, or by a word of two, from another spelling is usually a slip; so are two characters that have changed places (護鈔運送 for 運鈔護送), or two words before the same \
        words. The more frequent spelling is suggested (a warning if it is much more frequent). Words in Latin letters should have the same capitals, hyphens and blanks throughout (APP and App, QR Code and QR-Code), and a name no blank \
        inside (勤務 指揮中心), unless the text has such blanks all over; addresses, names of files, units after figures and words copied from the checklist are not compared. \
        Of two characters with the same meaning (平臺, 平台), the one in the list is suggested, unless the other is over three times as frequent. Names that differ in a number or in \
        opposites (第一期, 第二期) are two names.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 受理「警察刑事紀錄證明」，於資料開放平臺公告；另提供「↓刑事警察紀錄證明申請」線上服務。
        2. 核發警察刑事紀錄證明，並上傳共用↓平台及平臺系統。
        3. 以 App 通知，由勤務指揮中心管制，辦理運鈔護送；↓APP 由↓勤務 指揮中心維護。
        4. 運鈔護送須登記，↓護鈔運送由勤務指揮中心列管，並推廣 App。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 受理「車輛失竊證明申請」及「財物失竊證明申請」，並於資料開放平臺公告。
        2. 辦理「第一期監視系統」及「第二期監視系統」，並登錄於臺灣平臺，與台灣電力公司及台北富邦銀行合作。
        3. 下載 App（https://example.gov.tw/APP/），推動 E 化及 e 化；由登記課 測量課 會辦。
        """),
    evidence: LocalizedText(
      zh: """
        實際文件有「刑事警察紀錄證明」與「警察刑事紀錄證明」、「臺北市市民e點通」與「臺北市民e點通」，平台與平臺、提昇與提升、公佈與公布並見；「QR Code」與「QR-Code」、「運鈔護送」與「護鈔運送」亦各並見於一份文件。
        """,
      en: """
        Real documents have 刑事警察紀錄證明 for 警察刑事紀錄證明, 臺北市市民e點通 for 臺北市民e點通, and mix 平台, 提昇 and 公佈 with 平臺, 提升 and 公布; one has \
        QR Code and QR-Code, another 運鈔護送 and 護鈔運送.
        """))

  static let documents = DocumentKind.allCases

  static let yieldsTo: [any Rule.Type] = [UnknownName.self]

  static let workload = RuleWorkload.words

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for pair in NameSpellings.all(in: plan) {
      report(rare: pair.rare, usual: pair.usual, isName: true, isDoubtful: pair.isExchanged, &findings)
    }
    checkWords(plan, &findings)
    checkLatin(plan, &findings)
    checkSplit(plan, &findings)
  }

  // MARK: Words with two spellings

  private static func checkWords(_ plan: PlanIndex, _ findings: inout FindingList) {
    let places = plan.characterPlaces
    let hits = places.hits(of: VariantWord.spellings)
    guard !hits.isEmpty else { return }
    // What is wrong in any document is reported by PT603.
    let wrong = Set(plan.wrongWords.map(\.place))
    let names = Set(places.hits(of: VariantWord.names).map(\.place))
    var found: [[Int]] = VariantWord.spellings.map { _ in [] }
    for hit in hits where !wrong.contains(hit.place) && !names.contains(hit.place) {
      if !isDivided(hit, in: places.scalars, besides: wrong) { found[hit.word].append(hit.place) }
    }
    for (row, word) in VariantWord.all.enumerated()
    where (word.preferred.first.map(places.has) ?? false) && (word.other.first.map(places.has) ?? false) {
      let (preferred, other) = (VariantWord.first(2 * row), VariantWord.first(2 * row + 1))
      guard !found[preferred].isEmpty, !found[other].isEmpty else { continue }
      func written(_ number: Int) -> [PlanText] {
        found[number].map { places.row.part($0..<($0 + VariantWord.spellings[number].count)) }
      }
      // What the sources write is proposed, unless the document clearly has it otherwise.
      if 3 * found[preferred].count >= found[other].count {
        report(
          rare: written(other), usual: written(preferred), isName: false, by: VariantWord.source(ofRow: row), &findings)
      } else {
        report(rare: written(preferred), usual: written(other), isName: false, &findings)
      }
    }
  }

  // MARK: Blanks inside names

  /// Reports names with a blank inside that they do not have elsewhere.
  private static func checkSplit(_ plan: PlanIndex, _ findings: inout FindingList) {
    let places = plan.characterPlaces
    for name in SplitNames(places).found { report(name, places.row, &findings) }
  }

  private static func report(_ name: SplitNames.Name, _ row: TextRow, _ findings: inout FindingList) {
    let split = name.split.map { row.part(($0 - 2)..<($0 + 2)) }
    guard let first = split.first, let whole = name.whole.first else { return }
    let words = first.string.excerpt()
    let blanks = name.split.map { place in
      // Chinese characters on both sides, of three bytes each.
      let part = row.part((place - 1)..<(place + 1))
      return part.sourceRange(of: 3..<(part.string.utf8.count - 3))
    }
    findings.add(
      at: first.firstLineRange,
      LocalizedText(
        zh: "「\(words)」中間有空白（\(split.count) 處），其他地方作「\(name.written)」（\(name.whole.count) 處）；如為同一名稱，請刪去空白。",
        en: """
          “\(words)” has a blank inside (\(split.count)×) and “\(name.written)” (\(name.whole.count)×) has none; \
          if they are one name, delete the blank.
          """),
      notes: [
        Finding.Note(
          row.part(whole..<(whole + name.written.unicodeScalars.count)).firstLineRange,
          LocalizedText(zh: "沒有空白的寫法首見於此", en: "It first appears without a blank here"))
      ]
        + split.dropFirst().map {
          Finding.Note($0.firstLineRange, LocalizedText(zh: "此處亦有空白", en: "A blank is also here"))
        },
      // Two names may stand side by side.
      fixes: [
        Finding.Fix(
          LocalizedText(zh: "刪去空白", en: "Delete the blank"), edits: blanks.map { Finding.Edit(range: $0, text: "") },
          isSafe: false)
      ])
  }

  /// Whether the last character of a longer word begins another one: 記錄 + 簿冊. What is wrong may be such a word.
  private static func isDivided(
    _ hit: CharacterPlaces.Hit, in scalars: [Unicode.Scalar], besides wrong: Set<Int>
  ) -> Bool {
    let word = VariantWord.spellings[hit.word]
    // 台北 + 市民 is 台北 all the same.
    guard word.count > 2, !VariantWord.spellings.contains(Array(word.dropLast())) else { return false }
    let last = hit.place + word.count - 1
    return wrong.contains(last) || Doubling.isCommonWord(scalars[last], scalars[last + 1])
  }

  // MARK: Reporting

  /// `source` is the handbook that prefers the usual spelling, which need not be the more frequent one here.
  private static func report(
    rare: [PlanText], usual: [PlanText], isName: Bool, isDoubtful: Bool = false, by source: String = "",
    _ findings: inout FindingList
  ) {
    guard let first = rare.first, let usualFirst = usual.first else { return }
    let (wrong, right) = (first.string.excerpt(), usualFirst.string.excerpt())
    let isTie = rare.count == usual.count
    // A word with two spellings is understood either way; a name with two may be two names, above all with a word
    // more.
    let lengths = [wrong, right].map { $0.unicodeScalars.count { !$0.isWhiteSpace } }
    let isLikely = isName && !isDoubtful && usual.count >= 4 * rare.count && abs(lengths[0] - lengths[1]) < 2
    let isBySource = !source.isEmpty && rare.count >= usual.count
    let why = isBySource ? (zh: "（依\(source)）", en: " (as \(source) has it)") : (zh: "", en: "")
    findings.add(
      at: first.firstLineRange,
      LocalizedText(
        zh: "「\(wrong)」（\(rare.count) 處）與「\(right)」（\(usual.count) 處）並見，"
          + (!isName ? "請統一為「\(right)」\(why.zh)。" : isTie ? "如為同一名稱，請統一寫法。" : "如為同一名稱，請統一為「\(right)」。"),
        en: "Both “\(wrong)” (\(rare.count)×) and “\(right)” (\(usual.count)×) are used; "
          + (!isName
            ? "write “\(right)” throughout\(why.en)."
            : isTie ? "if they are one name, write it in one way." : "if they are one name, write “\(right)”.")),
      severity: isLikely ? .warning : .note,
      notes: [
        Finding.Note(
          usualFirst.firstLineRange, LocalizedText(zh: "另一種寫法首見於此", en: "The other spelling first appears here"))
      ]
        + rare.dropFirst().map {
          Finding.Note($0.firstLineRange, LocalizedText(zh: "「\(wrong)」亦見於此", en: "“\(wrong)” is also here"))
        })
  }
}

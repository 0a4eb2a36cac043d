import PlanModel
import PlanText

/// PT607: one name or word spelt in two ways.
enum NameVariants: Rule {
  static let description = RuleDescription(
    code: "PT607", name: "name-variants", severity: .note,
    summary: LocalizedText(zh: "同一名稱有兩種寫法", en: "A name is written in two ways"),
    explanation: LocalizedText(
      zh: """
        「」內的名稱在別處只差一個字（多、少、換一字，或前後顛倒），多半是同一名稱誤寫；同一詞用了兩種通用字（平臺、平台，公布、公佈），也宜統一。名稱以次數多的寫法為準，次數懸殊者是\
        警告，其餘列為提示；通用字以字表所列為準，另一種寫法達三倍以上時從其多數。數字、編號不同（第一期、第二期）或意義相對（國內、國外）的字不算，通用字以附有出處的字表為限。
        """,
      en: """
        A name in 「」 that differs by one character from another spelling is usually a slip; the more frequent spelling is suggested (a warning if it is much more frequent). \
        Of two characters with the same meaning (平臺, 平台), the one in the list is suggested, unless the other is over three times as frequent. Names that differ in a number or in \
        opposites (第一期, 第二期) are two names.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 受理「警察刑事紀錄證明」，於資料開放平臺公告；另提供「↓刑事警察紀錄證明申請」線上服務。
        2. 核發警察刑事紀錄證明，並上傳共用↓平台及平臺系統。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 受理「車輛失竊證明申請」及「財物失竊證明申請」，並於資料開放平臺公告。
        2. 辦理「第一期監視系統」及「第二期監視系統」，並登錄於臺灣平臺，與台灣電力公司及台北富邦銀行合作。
        """),
    evidence: LocalizedText(
      zh: "實際文件有「刑事警察紀錄證明」與「警察刑事紀錄證明」、「臺北市市民e點通」與「臺北市民e點通」，平台與平臺、提昇與提升、公佈與公布並見。",
      en: "Real documents have 刑事警察紀錄證明 for 警察刑事紀錄證明, 臺北市市民e點通 for 臺北市民e點通, and mix 平台, 提昇 and 公佈 with 平臺, 提升 and 公布."))

  static let documents = DocumentKind.allCases

  static let yieldsTo: [any Rule.Type] = [UnknownName.self]

  static let workload = RuleWorkload.words

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for pair in NameSpellings.all(in: plan) {
      report(rare: pair.rare, usual: pair.usual, isName: true, &findings)
    }
    checkWords(plan, &findings)
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
    for hit in hits where !wrong.contains(hit.place) && !names.contains(hit.place) { found[hit.word].append(hit.place) }
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

  // MARK: Reporting

  /// `source` is the handbook that prefers the usual spelling, which need not be the more frequent one here.
  private static func report(
    rare: [PlanText], usual: [PlanText], isName: Bool, by source: String = "", _ findings: inout FindingList
  ) {
    guard let first = rare.first, let usualFirst = usual.first else { return }
    let (wrong, right) = (first.string.excerpt(), usualFirst.string.excerpt())
    let isTie = rare.count == usual.count
    // A word with two spellings is understood either way; a name with two may be two names.
    let isLikely = isName && usual.count >= 4 * rare.count
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

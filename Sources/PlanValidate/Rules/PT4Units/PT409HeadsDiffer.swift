import PlanText

/// PT409: the head of one unit has one title in the roster and another elsewhere.
enum HeadsDiffer: Rule {
  static let description = RuleDescription(
    code: "PT409", name: "heads-differ", severity: .note,
    summary: LocalizedText(zh: "同一單位的主管有兩種職稱", en: "The head of one unit has two titles"),
    explanation: LocalizedText(
      zh: """
        名冊裡督導秘書室同仁的是「課長」，工作日誌卻由「秘書室主任」核章：職稱有一處寫錯，或名冊列的人不是主管。只看名冊以「督導某某室同仁」說明、現職只寫職稱的成員；副主管與代理人不算。
        """,
      en: """
        If the roster has a 課長 supervise the staff of 秘書室 but the log is signed by 秘書室主任, one of the titles is wrong, or the roster lists somebody else. Only members whose post is a \
        title without a unit and whose duty says 督導某某室同仁 are checked; deputies do not count.
        """),
    failing: RuleExample(
      """
      ## 壹、執行步驟

      工作日誌由↓秘書室主任核章，民政課課長、秘書室副主任複核。

      ## 附表1、推動小組編組名冊

      | 職稱 | 工作內容 |
      | --- | --- |
      | 課長 | 協助督導本所民政課同仁執行服務品質計畫 |
      | 課長 | 協助督導本所秘書室同仁執行服務品質計畫 |
      """),
    passing: RuleExample(
      """
      ## 壹、執行步驟

      工作日誌由秘書室主任核章，秘書室課員彙整，人事室副主任、秘書室代理課長複核。

      ## 附表1、推動小組編組名冊

      | 職稱 | 工作內容 |
      | --- | --- |
      | 主任 | 協助督導本所秘書室同仁執行服務品質計畫 |
      | 課長 | 協助督導本所人事室、會計室同仁執行服務品質計畫 |
      """),
    evidence: LocalizedText(
      zh: "一份 109 年區公所計畫的名冊由課長督導秘書室同仁，工作日誌的檢核人員卻是秘書室主任。",
      en: "In a district plan of 109 a 課長 supervises the staff of 秘書室, and the log is checked by 秘書室主任."))

  private static let titles = ["主任", "課長", "科長", "組長", "股長", "室長", "隊長"]

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var heads: [String: (title: String, place: PlanText)] = [:]
    for member in plan.members {
      let title = NameKey(member.postText.string).text
      guard titles.contains(title), let unit = supervisedUnit(in: member.duty), heads[unit] == nil else { continue }
      heads[unit] = (title, member.postText)
    }
    guard !heads.isEmpty else { return }
    // Of 秘書室 and 主任秘書室 the longer name is the unit.
    let units = heads.keys.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    var known: Set<String> = []
    let (texts, places) = (plan.denseTexts, plan.characterPlaces)
    for text in places.texts(at: titles.flatMap { places.all(of: Array($0.unicodeScalars)) }.sorted()) {
      let dense = texts[text]
      for index in dense.scalars.indices {
        guard let title = titles.first(where: { dense.has($0, at: index) }),
          let unit = units.first(where: { dense.has($0, before: index) }), let head = heads[unit],
          head.title != title, known.insert(unit + title).inserted
        else { continue }
        let range = (index - unit.unicodeScalars.count)..<(index + title.unicodeScalars.count)
        findings.add(
          at: dense.range(of: range),
          LocalizedText(
            zh: "這裡是「\(unit)\(title)」，名冊督導\(unit)的卻是「\(head.title)」，請確認職稱。",
            en: "This says “\(unit)\(title)”, but in the roster a “\(head.title)” supervises \(unit); check the title."),
          notes: [.init(head.place.firstLineRange, LocalizedText(zh: "名冊在此", en: "The roster"))])
      }
    }
  }

  /// 秘書室 of 協助督導本所秘書室同仁.
  private static func supervisedUnit(in duty: PlanText) -> String? {
    let dense = DenseText(duty)
    guard
      let end = dense.scalars.indices.first(where: { dense.has("同仁", at: $0) || dense.has("所屬人員", at: $0) }), end > 2
    else { return nil }
    var start = end
    while start > 0, end - start < 6, dense.scalars[start - 1].isCommonHan,
      !["本所", "本局", "本處", "本府", "本會", "本館", "本校", "本院", "督導"].contains(where: { dense.has($0, before: start) })
    {
      start -= 1
    }
    let name = dense.scalars[start..<end]
    guard (3...6).contains(name.count), let last = name.last, "室課科組股".unicodeScalars.contains(last),
      start == 0 || dense.scalars[start - 1] != "、"
    else { return nil }
    return String(scalars: name)
  }
}

import PlanModel
import PlanText

/// PT511: a letter is older than the one of a superior that it carries out.
enum LetterBeforeBasis: Rule {
  static let description = RuleDescription(
    code: "PT511", name: "letter-before-basis", severity: .warning,
    summary: LocalizedText(zh: "下級機關的函早於它所依據的函", en: "A letter is older than the one it is based on"),
    explanation: LocalizedText(
      zh: """
        上級機關先函頒計畫，下級機關才據以函頒自己的計畫；日期倒過來，有一個是抄錯的。只比較「計畫依據」所列、機關上下隸屬可由名稱看出（行政院與國家發展委員會、各部會、所屬署局、直轄市與縣市政府、\
        所屬局處、區公所與分局），而且計畫名稱談同一件事、年度相同的函；名稱不同而都是提升服務的計畫（政府服務躍升方案），不一定以它為依據，只提醒。字號年份與日期不符者由 PT501 報告。
        """,
      en: """
        A superior agency issues its plan first, and an agency below it then issues its own based on it; if it is the other way round, one of the dates is wrong. Only letters in the citations are compared, from agencies whose names \
        show which is the superior (行政院 and 國家發展委員會, ministries, their agencies, governments of cities and counties, their offices, districts and precincts), whose plans are about the same subject and for the \
        same year; plans about better service that are called otherwise (政府服務躍升方案) need not be the basis, so that there is only a note. If the year of a number differs from that of its date, PT501 reports it.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、內政部警政署107年3月1日警署秘字第1070062631號函頒「警察機關107年度提升服務品質實施計畫」。
      - 二、某某市政府警察局↓107年2月1日某市警秘字第1073653600號函頒「某某市政府警察局107年度提升服務品質執行計畫」。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、內政部警政署107年3月1日警署秘字第1070062631號函頒「警察機關107年度提升服務品質實施計畫」。
      - 二、某某市政府警察局107年2月1日某市警秘字第1073653600號函頒「某某市政府警察局107年度勤務督導實施計畫」。
      - 三、某某市政府106年5月1日府研字第1063653600號函頒「某某市政府106年度提升服務品質執行計畫」。
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫引用的局函比所依據的署函早了十一個月，是年份抄錯。",
      en:
        "In a 107 police plan the bureau's letter is eleven months older than that of its superior: the year is wrong."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for section in plan.sections {
      guard case .citations(let citations) = section.content else { continue }
      let letters = citations.compactMap { CitedPlan($0.text) }
      let newestFirst = letters.sorted { $0.earliest > $1.earliest }
      for letter in letters {
        let later = newestFirst.prefix { $0.earliest > letter.latest }
        if let basis = later.first(where: letter.restsOn) {
          report(letter, basis, isSure: true, plan, &findings)
        } else if let basis = later.first(where: letter.mayRestOn) {
          report(letter, basis, isSure: false, plan, &findings)
        }
      }
    }
  }

  private static func report(
    _ letter: CitedPlan, _ basis: CitedPlan, isSure: Bool, _ plan: PlanIndex, _ findings: inout FindingList
  ) {
    let (issuer, day) = (letter.issuer.excerpt, letter.date.value.roc)
    let (other, otherDay) = (basis.issuer.excerpt, basis.date.value.roc)
    let message =
      isSure
      ? LocalizedText(
        zh: "「\(issuer)」的函日期是\(day)，早於它所依據的「\(other)」\(otherDay)的函，請查對兩者的日期。",
        en:
          "The letter of “\(issuer)” is dated \(day), before that of “\(other)” (\(otherDay)) on which it is based; check both dates."
      )
      : LocalizedText(
        zh: "「\(issuer)」的函日期是\(day)，早於上級「\(other)」\(otherDay)的函；如據以訂定，請查對兩者的日期。",
        en:
          "The letter of “\(issuer)” is dated \(day), before that of its superior “\(other)” (\(otherDay)); if it is based on that, check both dates."
      )
    findings.add(
      at: plan.source.firstLine(of: letter.date.range), message, severity: isSure ? nil : .note,
      notes: [
        .init(
          plan.source.firstLine(of: basis.date.range),
          isSure
            ? LocalizedText(zh: "所依據的函", en: "The letter it is based on")
            : LocalizedText(zh: "上級的函", en: "The letter of the superior"))
      ])
  }
}

/// A letter that issues a plan, of an agency of a known rank.
private struct CitedPlan {
  let issuer: PlanText
  let date: Located<CalendarDate>
  /// The first and the last day that may be meant: the year of the number may be the right one.
  let earliest: CalendarDate
  let latest: CalendarDate
  private let rank: Int
  /// The title without what every title has.
  private let subject: [Unicode.Scalar]
  private let years: Set<Int>

  /// Nil without a date, an agency of a known rank or a title.
  init?(_ text: PlanText) {
    let parts = CitationParts(text)
    guard let issuer = parts.issuer, let date = parts.date, let title = parts.title,
      let rank = Self.rank(of: NameKey(issuer.string).text)
    else { return nil }
    let year = CitationParts.letters(in: text).first?.year ?? date.value.rocYear
    let other =
      CalendarDate(
        year: year + CalendarDate.rocOffset, month: date.value.month, day: date.value.day) ?? date.value
    (earliest, latest) = (min(date.value, other), max(date.value, other))
    (self.issuer, self.date, self.rank) = (issuer, date, rank)
    years = Set(YearMention.all(in: title).map(\.rocYear))
    var words = NameKey(title.string).text
    for ending in Self.endings where words.hasSuffix(ending) {
      words.removeLast(ending.count)
      break
    }
    subject = Array(words.unicodeScalars)
  }

  /// Whether a letter is of a superior, and its plan about the same.
  func restsOn(_ other: CitedPlan) -> Bool {
    isBelow(other)
      && subject.indices.dropLast(3).contains { start in
        let words = subject[start..<(start + 4)]
        return words.allSatisfy(\.isCommonHan)
          && other.subject.indices.dropLast(3).contains {
            other.subject[$0..<($0 + 4)] == words
          }
      }
  }

  /// Whether a letter is of a superior, and both plans are about better service in one year. An agency may have several
  /// such plans.
  func mayRestOn(_ other: CitedPlan) -> Bool {
    isBelow(other) && isAboutService && other.isAboutService && date.value.year == other.date.value.year
  }

  /// Whether another letter is of a superior, and for the same year.
  private func isBelow(_ other: CitedPlan) -> Bool {
    other.rank > rank && (years == other.years || years.isEmpty || other.years.isEmpty)
  }

  /// Whether its plan is one of those by which all agencies make their service better, whatever each calls it:
  /// 政府服務躍升方案, 提升服務實施計畫.
  private var isAboutService: Bool {
    let words = String(scalars: subject)
    return words.has("服務") && ["提升", "躍升", "品質", "精進"].contains { words.has($0) }
  }

  private static let endings = [
    "評獎實施計畫", "參獎執行計畫", "實施計畫", "執行計畫", "推動計畫", "工作計畫", "行動計畫", "計畫", "實施方案", "方案", "實施要點", "要點",
  ]

  /// The more an agency stands above others, the higher; nil where its name does not tell.
  private static func rank(of name: String) -> Int? {
    let isLocal = ["市政府", "縣政府"].contains { name.has($0) }
    if isLocal { return name.hasSuffix("政府") ? 3 : 2 }
    if ["區公所", "鄉公所", "鎮公所", "市公所", "分局", "大隊", "事務所", "地政所", "衛生所"].contains(where: name.hasSuffix) { return 1 }
    if ["總統府", "行政院", "考試院", "監察院", "司法院", "國家發展委員會", "行政院研究發展考核委員會"].contains(name) { return 6 }
    if ["部", "委員會", "總處"].contains(where: name.hasSuffix) { return 5 }
    return name.hasSuffix("署") || name.has("部") && name.hasSuffix("局") ? 4 : nil
  }
}

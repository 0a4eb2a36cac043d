import PlanText

/// PT103: title, 年度, 期程 and the section on the period do not name the same time.
enum YearMismatch: Rule {
  static let description = RuleDescription(
    code: "PT103", name: "year-mismatch", severity: .error,
    summary: LocalizedText(zh: "名稱、年度與期程不一致", en: "Title, year and period disagree"),
    explanation: LocalizedText(
      zh: """
        計畫多由前一年的檔案改寫，容易漏改年度。計畫名稱、年度、期程與「執行期程」一節所寫的期間須一致；附表標題寫了別的年度則是警告，除非是前一年的成果或統計。\
        期程可以跨年，只要包含計畫年度。內文提到其他年度不檢查。
        """,
      en: """
        Most plans are last year's file rewritten, and an old year is easily overlooked. The title, 年度, 期程 and the period stated in the section 執行期程 must agree; the \
        heading of a table that names another year is a warning, unless it presents results or figures. A period may span years if it includes the plan's year. \
        Other years in running text are not checked.
        """),
    failing: RuleExample(
      """
      # 某某市政府警察局甲分局↓106年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107
      - 期程：107年1月1日至107年12月31日
      - 檢核表：police-107

      ## 壹、執行期程

      ↓自107年1月1日起至107年11月30日止。

      ## 附表3、甲分局↓106年推動小組編組名冊

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |
      """),
    passing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107
      - 期程：107年1月至107年12月
      - 檢核表：police-107

      ## 壹、計畫目標

      參考105年至106年辦理情形，自108年起擴大辦理。

      ## 貳、執行期程

      自民國107年1月1日起至同年12月31日止，計1年。

      ## 附表3、推動小組編組名冊（106年度滿意度統計）

      | 職稱 | 現職 |
      | --- | --- |
      | 召集人 | 分局長 |
      """),
    evidence: LocalizedText(
      zh: "臺北市一份 107 年計畫的依據把 107 年文號寫成 106 年發文，是沿用舊檔的痕跡。",
      en: "A 107 plan of Taipei gives a letter numbered 107 a date in 106: a trace of last year's file."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let periods = StatedPeriod.all(in: plan.plan)
    guard let year = agreedYear(plan, periods: periods) else { return }
    var place: Finding.Note?
    if let stated = plan.metadata.year, plan.metadata.intendedROCYear == year {
      place = .init(stated.range, LocalizedText(zh: "年度為 \(year)", en: "年度 is \(year)"))
    } else if let title = plan.title, let mention = YearMention.all(in: title).first, mention.rocYear == year {
      place = .init(mention.range, LocalizedText(zh: "計畫名稱為 \(year) 年度", en: "The title says \(year)"))
    }
    let notes = place.map { [$0] } ?? []
    checkTitle(plan, year: year, notes: notes, &findings)
    checkPeriods(periods, plan, year: year, notes: notes, &findings)
    checkTables(plan, year: year, notes: notes, &findings)
    confirm(plan, periods: periods, year: year, &findings)
  }

  /// Title, 年度 and 期程 all name the year.
  private static func confirm(
    _ plan: PlanIndex, periods: [StatedPeriod], year: Int, _ findings: inout FindingList
  ) {
    guard findings.findings.isEmpty, let title = plan.title,
      let mention = YearMention.all(in: title).first, plan.metadata.intendedROCYear == year,
      let ends = periods.first(where: \.isField)?.ends(planYear: nil), ends.first.rocYear == year,
      ends.last.rocYear == year
    else { return }
    findings.confirm(
      at: mention.range,
      LocalizedText(
        zh: "計畫名稱、年度與期程都是 \(year) 年。", en: "Title, 年度 and 期程 are all for the year \(year)."))
  }

  /// The year that most of title, 年度 and 期程 name; 年度 decides where no two agree.
  private static func agreedYear(_ plan: PlanIndex, periods: [StatedPeriod]) -> Int? {
    let stated = plan.metadata.intendedROCYear
    let title = plan.title.flatMap { YearMention.all(in: $0).first?.rocYear }
    let period = periods.first.flatMap { $0.ends(planYear: nil) }.flatMap {
      $0.first.year == $0.last.year ? $0.first.rocYear : nil
    }
    if let title, title == period { return title }
    return stated ?? title
  }

  private static func checkTitle(_ plan: PlanIndex, year: Int, notes: [Finding.Note], _ findings: inout FindingList) {
    if let title = plan.title, let mention = YearMention.all(in: title).first,
      mention.rocYear != year, !(plan.metadata.intendedROCYears?.contains(mention.rocYear) ?? false)
    {
      findings.add(
        at: mention.range,
        LocalizedText(
          zh: "計畫名稱為 \(mention.rocYear) 年度，計畫年度是 \(year)，請改為一致。",
          en: "The title says \(mention.rocYear) and the plan is for \(year); make them agree."),
        notes: notes)
    }
    if let stated = plan.metadata.year, let value = plan.metadata.intendedROCYear, value != year {
      findings.add(
        at: stated.range,
        LocalizedText(
          zh: "年度為 \(value)，計畫名稱與期程都是 \(year)，請改為一致。",
          en: "年度 is \(value), but title and period say \(year); make them agree."),
        notes: notes)
    }
  }

  private static func checkPeriods(
    _ periods: [StatedPeriod], _ plan: PlanIndex, year: Int, notes: [Finding.Note], _ findings: inout FindingList
  ) {
    let gregorian = year + CalendarDate.rocOffset
    var field: (period: StatedPeriod, ends: (first: CalendarDate, last: CalendarDate))?
    for period in periods {
      guard let ends = period.ends(planYear: gregorian), ends.first <= ends.last else { continue }
      let holdsYear = (ends.first.year...ends.last.year).contains(gregorian)
      if !holdsYear {
        findings.add(
          at: period.text.firstLineRange,
          LocalizedText(
            zh: "期程「\(period.text.excerpt)」不含計畫年度 \(year) 年，請改為一致。",
            en: "The period “\(period.text.excerpt)” does not include the plan's year \(year); make them agree."),
          notes: notes)
      } else if period.isField {
        field = (period, ends)
      } else if let field, field.ends != ends {
        findings.add(
          at: period.text.firstLineRange,
          LocalizedText(
            zh: "此處的期間為\(ends.first.roc)至\(ends.last.roc)，與期程「\(field.period.text.excerpt)」不一致。",
            en: "The period here is \(ends.first.roc) to \(ends.last.roc), unlike 期程 “\(field.period.text.excerpt)”."),
          notes: [.init(field.period.text.firstLineRange, LocalizedText(zh: "期程在此", en: "期程 is here"))])
      }
    }
  }

  /// Words of headings that look back at another year on purpose.
  private static let retrospective = ["成果", "結果", "統計", "檢討", "達成", "比較", "分析", "滿意度", "前一年", "上年度"]

  private static func checkTables(_ plan: PlanIndex, year: Int, notes: [Finding.Note], _ findings: inout FindingList) {
    let years =
      plan.period.map { $0.lowerBound.rocYear...$0.upperBound.rocYear } ?? plan.metadata.intendedROCYears
    for section in plan.sections where section.attachment != nil {
      let heading = section.heading
      let words = heading.string.dense
      if retrospective.contains(where: { words.has($0) }) { continue }
      for mention in YearMention.all(in: heading).prefix(1)
      where mention.rocYear != year && !(years?.contains(mention.rocYear) ?? false) {
        findings.add(
          at: mention.range,
          LocalizedText(
            zh: "附表標題寫的是 \(mention.rocYear) 年，計畫年度是 \(year)，請確認是否沿用舊檔。",
            en: "The heading of this table says \(mention.rocYear), but the plan is for \(year); is it last year's?"),
          severity: .warning, notes: notes)
      }
    }
  }
}

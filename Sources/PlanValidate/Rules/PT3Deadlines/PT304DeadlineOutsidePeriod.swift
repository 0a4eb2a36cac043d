import PlanModel
import PlanText

/// PT304: a deadline lies outside the plan's period.
enum DeadlineOutsidePeriod: Rule {
  static let description = RuleDescription(
    code: "PT304", name: "deadline-outside-period", severity: .error,
    summary: LocalizedText(zh: "期限不在計畫期程之內", en: "A deadline is outside the plan's period"),
    explanation: LocalizedText(
      zh: """
        完成期限（含提供辦理情形的日期）應落在計畫期程之內，否則年度結束時無從考核。期間早於期程開始者列為警告，請確認起日。\
        作法內文所寫的完成日期由 PT311 檢查。
        """,
      en: """
        Deadlines, including those of reports, should be within the plan's period; otherwise they cannot be assessed at the end of the year. A span that begins \
        before the period is a warning. Completion dates in the text of a measure are checked by PT311.
        """),
    failing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：↓108年1月15日
        2. 檢討收費標準。
           - 完成期限：↓106年11月~107年3月
        3. 檢討作業流程。
           - 完成期限：賡續辦理，並請於↓106年12月29日前提供辦理情形
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件，並據以編列108年度預算。
           - 完成期限：107年12月31日
        2. 配合「110年前完成汰換計畫」檢討收費標準。
           - 完成期限：1月~12月
        3. 檢討作業流程，於107年底前完成。
           - 完成期限：107年
        """),
    evidence: LocalizedText(
      zh: "105 年戶政事務所計畫有 79 格期間自 1 月起算，而計畫自 2 月 16 日才開始。",
      en: "79 spans of a 105 household-office plan start in January although the plan starts on 16 February."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let period = plan.period ?? openPeriod(of: plan), let written = plan.metadata.period else { return }
    let note = Finding.Note(
      written.text.firstLineRange,
      LocalizedText(zh: "計畫期程是「\(written.text.excerpt)」", en: "The period is “\(written.text.excerpt)”"))
    for entry in plan.deadlines {
      guard let meaning = entry.value.meaning else { continue }
      let place = Place(text: entry.value.text, period: period, note: note, years: plan.years)
      place.check(meaning, &findings)
    }
  }

  /// A period of which one end is known, 自即日至105年12月31日止, with all the days before or behind it.
  private static func openPeriod(of plan: PlanIndex) -> ClosedRange<CalendarDate>? {
    guard case .span(let from, let to)? = plan.metadata.period?.meaning?.form, from == nil || to == nil else {
      return nil
    }
    let first = from?.days(defaultYear: plan.planYear)?.lowerBound
    let last = to?.days(defaultYear: plan.planYear)?.upperBound
    guard first != nil || last != nil, let start = CalendarDate(year: CalendarDate.years.lowerBound, month: 1, day: 1),
      let end = CalendarDate(year: CalendarDate.years.upperBound, month: 12, day: 31)
    else { return nil }
    return (first ?? start)...(last ?? end)
  }

  /// One deadline, and what it is compared with.
  private struct Place {
    let text: PlanText
    let period: ClosedRange<CalendarDate>
    let note: Finding.Note
    let years: PlanYears

    func check(_ meaning: DeadlineMeaning, _ findings: inout FindingList) {
      for form in meaning.form.parts { check(form, &findings) }
      if let report = meaning.report { checkDue(report.due, at: place(of: report), &findings) }
    }

    private func check(_ form: DeadlineMeaning.Form, _ findings: inout FindingList) {
      switch form {
      // What is done may have been done before the plan began, and what is due so long behind its end is behind it.
      case .ongoing, .occasion, .relative, .done, .several: break
      case .dates(let points): for point in points { checkDue(point, &findings) }
      case .recurring(let recurrence):
        if let year = recurrence.year { checkDue(DatePoint(year: year, precision: .year), &findings) }
      case .due(let point): checkDue(point, &findings)
      case .span(let from, let to):
        // 107-110年 in a plan of 107 goes on all the time.
        if from?.precision == .year, let days = DeadlineMeaning(form: form).days(in: years),
          days.lowerBound <= period.lowerBound, days.upperBound > period.upperBound
        {
          return
        }
        if let to, let days = years.days(of: to) {
          if days.lowerBound > period.upperBound { return reportLate(&findings) }
          if days.upperBound < period.lowerBound { return reportOver(&findings) }
        }
        guard let from, let days = years.days(of: from) else { break }
        if days.lowerBound > period.upperBound { return reportLate(&findings) }
        if days.upperBound < period.lowerBound {
          findings.add(
            at: text.firstLineRange,
            LocalizedText(
              zh: "期限「\(text.excerpt)」自\(from.roc(years.year))起算，早於計畫期程的第一天\(period.lowerBound.roc)，請確認起日。",
              en:
                "The deadline “\(text.excerpt)” starts in \(from.roc(years.year)), before the period's first day \(period.lowerBound.roc)."
            ),
            severity: .warning, notes: [note])
        }
      }
    }

    private func checkDue(_ point: DatePoint, at range: SourceRange? = nil, _ findings: inout FindingList) {
      guard let days = years.days(of: point) else { return }
      if days.lowerBound > period.upperBound { reportLate(at: range, &findings) }
      if days.upperBound < period.lowerBound { reportOver(at: range, &findings) }
    }

    private func reportLate(at range: SourceRange? = nil, _ findings: inout FindingList) {
      findings.add(
        at: range ?? text.firstLineRange,
        LocalizedText(
          zh: "期限「\(text.excerpt)」晚於計畫期程的最後一天\(period.upperBound.roc)，請改在期程之內。",
          en:
            "The deadline “\(text.excerpt)” is after the period's last day \(period.upperBound.roc); it should lie within the period."
        ),
        notes: [note])
    }

    private func reportOver(at range: SourceRange? = nil, _ findings: inout FindingList) {
      findings.add(
        at: range ?? text.firstLineRange,
        LocalizedText(
          zh: "期限「\(text.excerpt)」早於計畫期程的第一天\(period.lowerBound.roc)，計畫開始時就已過期。",
          en:
            "The deadline “\(text.excerpt)” is before the period's first day \(period.lowerBound.roc): it has already passed when the plan begins."
        ),
        notes: [note])
    }

    /// Where the date of a report begins: behind the last 於.
    private func place(of report: Report) -> SourceRange {
      let dense = DenseText(text)
      let end = dense.count - report.content.unicodeScalars.count
      guard let at = dense.scalars[..<max(0, end)].lastIndex(of: "於") else { return text.firstLineRange }
      return dense.range(of: (at + 1)..<dense.count)
    }
  }
}

extension DatePoint {
  /// The date as plans write it: 107年4月.
  func roc(_ planYear: Int?) -> String {
    let year = (self.year ?? planYear).map { "\($0 - CalendarDate.rocOffset)年" } ?? ""
    switch precision {
    case .day(let month, let day): return "\(year)\(month)月\(day)日"
    case .month(let month): return "\(year)\(month)月"
    case .part(let month, let days): return "\(year)\(month)月\(days.lowerBound)日"
    case .quarter(let quarter): return "\(year)第\(quarter)季"
    case .half(let half): return year + (half == 1 ? "上半年" : "下半年")
    case .year: return year
    case .term(let term): return year.dropLast() + "學年度第\(term)學期"
    case .schoolYear: return year.dropLast() + "學年度"
    }
  }
}

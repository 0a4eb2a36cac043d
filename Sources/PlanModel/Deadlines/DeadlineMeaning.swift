import PlanText

/// What a deadline says.
public struct DeadlineMeaning: Sendable, Hashable {
  /// The kinds of deadline.
  public enum Form: Sendable, Hashable {
    /// 持續辦理, 賡續辦理, 24小時: for as long as the plan runs.
    case ongoing
    /// 107年4月30日, 107年4月, 第2季: by the last day of the date.
    case due(DatePoint)
    /// 1月~12月, 自…起至…止. `from` is nil for 即日起, `to` is nil where no end is given (107年4月起).
    case span(from: DatePoint?, to: DatePoint?)
    /// 6月及12月, 106年6、9、12月: once by the last day of each, at least two.
    case dates([DatePoint])
    /// 每月, 每季, 每週三, 每季結束後10日內.
    case recurring(Recurrence)
    /// 收件後3日內, 1年內: so long from something.
    case relative(Distance)
    /// 視需要辦理, 有異動時, 依限辦理, 開徵期間, 寒假: on days that no calendar knows.
    case occasion(Occasion)
    /// 112年12月已完成. Nil where it does not say when.
    case done(DatePoint?)
    /// 1月至3月、9月至11月; 每季及年底: at least two of the kinds above, in their order.
    case several([Form])

    /// What it consists of: itself, or each of several.
    public var parts: [Form] {
      if case .several(let parts) = self { return parts }
      return [self]
    }
  }

  /// What decides when something is done that has no day. The raw values stand in JSON.
  public enum Occasion: String, Sendable, Hashable, CaseIterable {
    /// 視需要辦理, 適時: whoever does it.
    case need
    /// 不定期: nothing.
    case irregular
    /// 依限辦理, 配合政策, 依契約: another rule, contract or plan.
    case rule
    /// 有異動時, 驗收後: something that happens.
    case event
    /// 開徵期間, 寒假: a part of the year that everybody concerned knows.
    case season
  }

  /// The kind of deadline, with its dates.
  public let form: Form
  /// 並請於6月29日前提供辦理情形: when the agency wants to hear about it.
  public let report: Report?
  /// 計1年: how long the span is said to be.
  public let statedLength: StatedLength?

  /// A meaning; most deadlines have no report and no stated length.
  public init(form: Form, report: Report? = nil, statedLength: StatedLength? = nil) {
    self.form = form
    self.report = report
    self.statedLength = statedLength
  }

  /// The days that the deadline covers: for something due, the whole of the month, quarter or day named; for a span,
  /// from its first to its last day; for several, from the first of all to the last. Nil for ongoing and recurring
  /// deadlines without a year, and for open spans.
  public func days(in years: PlanYears) -> ClosedRange<CalendarDate>? {
    let days = form.parts.compactMap { Self.days(of: $0, in: years) }
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else { return nil }
    return first...last
  }

  private static func days(of form: Form, in years: PlanYears) -> ClosedRange<CalendarDate>? {
    switch form {
    case .ongoing, .occasion, .several: return nil
    case .dates(let points): return DeadlineMeaning(form: .several(points.map { .due($0) })).days(in: years)
    case .recurring(let recurrence):
      return recurrence.year.flatMap { DatePoint(year: $0, precision: .year).days(defaultYear: nil) }
    case .relative(let distance): return distance.day(in: years).map { $0...$0 }
    case .due(let point): return years.days(of: point)
    case .done(let point): return point.flatMap(years.days)
    case .span(let from, let to):
      guard let first = from.flatMap(years.days)?.lowerBound, let last = to.flatMap(years.days)?.upperBound,
        first <= last
      else { return nil }
      return first...last
    }
  }

  /// The day by which the work must be done: the last of the month, quarter or span named. Nil where the deadline names
  /// no end, and where it names no year and there is none of the plan either.
  public func dueDay(in years: PlanYears) -> CalendarDate? { dueDays(in: years).max() }

  /// The days by which something must be done: one for each of several dates. Empty where the deadline names no end,
  /// and where it names no year and there is none of the plan either.
  public func dueDays(in years: PlanYears) -> [CalendarDate] {
    form.parts.flatMap { form -> [CalendarDate] in
      switch form {
      case .ongoing, .recurring, .occasion, .done, .several: []
      case .relative(let distance): [distance.day(in: years)].compactMap { $0 }
      case .due(let point): [years.days(of: point)?.upperBound].compactMap { $0 }
      case .dates(let points): points.compactMap { years.days(of: $0)?.upperBound }
      case .span(_, let to): [to.flatMap(years.days)?.upperBound].compactMap { $0 }
      }
    }
  }

  /// The day by which the work is to be reported on.
  public func reportDay(in years: PlanYears) -> CalendarDate? { report.flatMap { years.days(of: $0.due)?.upperBound } }

  /// The dates by which or from which on something is to be done, in order, that of the report last.
  public var points: [DatePoint] {
    let own = form.parts.flatMap { form -> [DatePoint] in
      switch form {
      case .ongoing, .recurring, .relative, .occasion, .done, .several: []
      case .due(let point): [point]
      case .dates(let points): points
      case .span(let from, let to): [from, to].compactMap { $0 }
      }
    }
    return own + (report.map { [$0.due] } ?? [])
  }

  /// The meaning by which deadlines are compared: every date has a year, so that 4月 is 107年4月 in a plan of 107, and
  /// what a report holds, which is only wording, is left out.
  public func comparable(in years: PlanYears) -> DeadlineMeaning {
    func dated(_ form: Form) -> Form {
      switch form {
      case .ongoing, .occasion, .relative: form
      case .due(let point): .due(years.dated(point))
      case .done(let point): .done(point.map(years.dated))
      case .dates(let points): .dates(points.map(years.dated))
      case .span(let from, let to): .span(from: from.map(years.dated), to: to.map(years.dated))
      case .recurring(let recurrence): .recurring(recurrence.with(year: years.year))
      case .several(let parts): .several(parts.map(dated))
      }
    }
    return DeadlineMeaning(
      form: dated(form), report: report.map { Report(due: years.dated($0.due), content: "") })
  }
}

/// A report that is due while the work goes on.
public struct Report: Sendable, Hashable {
  /// By when.
  public let due: DatePoint
  /// What it reports: 辦理情形.
  public let content: String
}

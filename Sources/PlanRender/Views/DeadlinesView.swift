import PlanModel

/// Every day on which something is due, in order.
///
/// A deadline that is written once for many measures has one row, or one for each cell of units among them. A report that is due while the
/// work goes on has a row of its own.
enum DeadlinesView: PlanView {
  static let summary = LocalizedText(
    zh: "完成期限一覽，依日期先後排列；--expand 展開每月、每季等定期事項",
    en: "all deadlines by date; --expand lists what is due every month or quarter day by day")

  static func parts(of plan: Plan, checklist: Checklist?, options: RenderOptions) throws(RenderError) -> [ViewPart] {
    let places = MeasurePlaces(of: plan, checklist: checklist)
    let calendar = PlanCalendar(plan.metadata, expandsRecurrences: options.expandsRecurrences)
    var rows: [Row] = []
    var entries: [(deadline: Deadline, measures: [Int])] = []
    for written in places.placed.deadlines where !written.value.text.isBlank {
      entries += byUnits(written.measures, places).map { (written.value, $0) }
    }
    if entries.isEmpty { throw .noSuchTable(.deadlines) }
    for (deadline, measures) in entries.sorted(by: { $0.measures[0] < $1.measures[0] }) {
      rows += calendar.dates(of: deadline.meaning).map { date in
        Row(date: date, order: rows.count, cells: cells(date, deadline, measures, places))
      }
    }
    let columns =
      ["日期", "種類"].map { TableView.Column($0) }
      + [MeasureColumn.deadline, .measure, .units].map { TableView.Column(places.title($0, inTableWith: .deadline)) }
    return [
      .table(
        TableView(
          title: places.title(.deadline, inTableWith: .deadline) + "一覽表", columns: columns,
          rows: rows.sorted().map(\.cells),
          closing: closing(places, entries, calendar)))
    ]
  }

  /// Measures with the same cell of units together, in order.
  private static func byUnits(_ measures: [Int], _ places: MeasurePlaces) -> [[Int]] {
    let units = Dictionary(grouping: measures) { places.measures[$0].fields.units?.text.string ?? "" }
    return units.values.sorted { $0[0] < $1[0] }
  }

  private static func cells(_ date: Date, _ deadline: Deadline, _ measures: [Int], _ places: MeasurePlaces)
    -> [TableView.Cell]
  {
    let first = places.measures[measures[0]]
    let text = measures.count == 1 ? [places.words(of: first)] : []
    let work = (places.lines(for: measures) + text).joined(separator: "\n")
    return [
      .init(date.day?.roc ?? ""), .init(date.kind.rawValue), .init(deadline.text.string), .init(work),
      .init(first.fields.units?.text.string ?? ""),
    ]
  }

  /// What is not in the table, and what has no day in it.
  private static func closing(
    _ places: MeasurePlaces, _ entries: [(deadline: Deadline, measures: [Int])], _ calendar: PlanCalendar
  ) -> String? {
    let ongoing = entries.filter { calendar.dates(of: $0.deadline.meaning).contains { $0.kind == .ongoing } }
    let unexpanded = entries.filter { calendar.leavesUnexpanded($0.deadline.meaning) }
    let missing = places.measures.indices.filter { places.measures[$0].fields.writtenDeadline == nil }
    func count(_ entries: [(deadline: Deadline, measures: [Int])]) -> Int { entries.map(\.measures.count).reduce(0, +) }
    let measure = places.title(.measure, inTableWith: .deadline)
    let parts =
      [
        ongoing.isEmpty ? nil : "賡續辦理而未定提報日期的\(measure)計\(count(ongoing))項，列於表末。",
        unexpanded.isEmpty ? nil : "定期辦理而期程內無從逐次列出日期的\(measure)計\(count(unexpanded))項。",
      ].compactMap { $0 } + places.remarks(without: .deadline, missing)
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }

  /// What is due on a day. The raw value is what is printed.
  fileprivate enum Kind: String {
    case due = "期限"
    case report = "提報"
    case recurring = "定期"
    case span = "起迄"
    case ongoing = "賡續"
    /// 視需要, 不定期, 收件後3日內: no day is known beforehand.
    case unscheduled = "未定"
    /// The words mean nothing that plantool knows.
    case unclear = "不明"
  }

  fileprivate struct Date {
    let kind: Kind
    let day: CalendarDate?
  }

  /// Rows by day; behind them what comes again and again, what has no day that is known, and what goes on.
  private struct Row: Comparable {
    let date: Date
    /// The order of the plan.
    let order: Int
    let cells: [TableView.Cell]

    private var rank: Int {
      switch date.kind {
      case _ where date.day != nil: 0
      case .recurring: 1
      case .due, .report, .span, .unscheduled, .unclear: 2
      case .ongoing: 3
      }
    }

    static func == (a: Row, b: Row) -> Bool { a.order == b.order }

    static func < (a: Row, b: Row) -> Bool {
      if a.rank != b.rank { return a.rank < b.rank }
      if let first = a.date.day, let second = b.date.day, first != second { return first < second }
      return a.order < b.order
    }
  }

  /// Turns deadlines into days.
  private struct PlanCalendar {
    let planYear: Int?
    /// The days in which recurrences are expanded.
    let period: ClosedRange<CalendarDate>?
    let expandsRecurrences: Bool

    init(_ metadata: Metadata, expandsRecurrences: Bool) {
      planYear = metadata.planYear
      period = metadata.periodDays ?? planYear.flatMap { DatePoint(year: $0, precision: .year).days(defaultYear: nil) }
      self.expandsRecurrences = expandsRecurrences
    }

    /// The dates in a deadline, at least one.
    func dates(of meaning: DeadlineMeaning?) -> [Date] {
      guard let meaning else { return [Date(kind: .unclear, day: nil)] }
      let report = meaning.report.map { _ in Date(kind: .report, day: meaning.reportDay(planYear: planYear)) }
      let dates: [Date]
      switch meaning.form {
      case .ongoing: dates = report == nil ? [Date(kind: .ongoing, day: nil)] : []
      case .unscheduled: dates = [Date(kind: .unscheduled, day: nil)]
      case .due: dates = [Date(kind: .due, day: meaning.dueDay(planYear: planYear))]
      case .dates(let points):
        dates = points.map { Date(kind: .due, day: $0.days(defaultYear: planYear)?.upperBound) }
      case .span: dates = [Date(kind: .span, day: meaning.dueDay(planYear: planYear))]
      case .recurring(let recurrence):
        let days = days(of: recurrence)
        dates = days.isEmpty ? [Date(kind: .recurring, day: nil)] : days.map { Date(kind: .recurring, day: $0) }
      }
      return dates + (report.map { [$0] } ?? [])
    }

    /// Whether a recurrence was to be expanded and could not be.
    func leavesUnexpanded(_ meaning: DeadlineMeaning?) -> Bool {
      guard case .recurring(let recurrence) = meaning?.form else { return false }
      return expandsRecurrences && days(of: recurrence).isEmpty
    }

    private func days(of recurrence: Recurrence) -> [CalendarDate] {
      let written = recurrence.year.flatMap { DatePoint(year: $0, precision: .year).days(defaultYear: nil) }
      guard expandsRecurrences, let period = period ?? written else { return [] }
      return recurrence.days(in: period)
    }
  }
}

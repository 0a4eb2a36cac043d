import PlanModel
import PlanText

/// Every day on which something is due, in order.
///
/// A deadline that is written once for many measures has one row, or one for each cell of units among them. A report
/// that is due while the work goes on has a row of its own.
enum DeadlinesView: PlanView {
  static let summary = LocalizedText(
    zh: "完成期限一覽，依日期先後排列；--expand 展開每月、每季等定期事項",
    en: "all deadlines by date; --expand lists what is due every month or quarter day by day")

  static func parts(of plan: Plan, checklist: Checklist?, options: RenderOptions) throws(RenderError) -> [ViewPart] {
    let places = MeasurePlaces(of: plan, checklist: checklist)
    let calendar = PlanCalendar(plan.metadata, expandsRecurrences: options.expandsRecurrences)
    let entries = DeadlineEntries(places, calendar).all
    if entries.isEmpty { throw .noSuchTable(.deadlines) }
    var rows: [Row] = []
    for entry in entries {
      // What is the same on every day is put together once.
      let cells = cells(entry, places)
      rows += entry.dates.enumerated().map { offset, date in
        Row(
          date: date, order: rows.count + offset,
          cells: [.init(date.words), .init(date.kind.rawValue)] + cells)
      }
    }
    let columns =
      [TableView.Column("日期", content: .days), TableView.Column("種類")]
      + [MeasureColumn.deadline, .measure, .units].map {
        TableView.Column(places.title($0, inTableWith: .deadline), of: $0)
      }
    return [
      .table(
        TableView(
          title: places.title(.deadline, inTableWith: .deadline) + "一覽表", columns: columns,
          rows: rows.sorted().map(\.cells), closing: closing(places, entries)))
    ]
  }

  private static func cells(_ entry: DeadlineEntry, _ places: MeasurePlaces) -> [TableView.Cell] {
    let measures = entry.measures
    let text = measures.count == 1 ? [places.words[measures[0]]] : []
    let work = (places.lines(for: measures) + text).joined(separator: "\n")
    return [.init(entry.deadline.text.string), .init(work), .init(entry.units)]
  }

  /// What is not in the table, and what has no day in it.
  private static func closing(_ places: MeasurePlaces, _ entries: [DeadlineEntry]) -> String? {
    let ongoing = entries.filter { $0.dates.contains { $0.kind == .ongoing } }
    let unexpanded = entries.filter(\.isUnexpanded)
    let missing = places.measures.indices.filter { places.measures[$0].fields.writtenDeadline == nil }
    func count(_ entries: [DeadlineEntry]) -> Int { entries.map(\.measures.count).reduce(0, +) }
    let measure = places.title(.measure, inTableWith: .deadline)
    let parts =
      [
        ongoing.isEmpty ? nil : "賡續辦理而未定提報日期的\(measure)計\(count(ongoing))項，列於表末。",
        unexpanded.isEmpty ? nil : "定期辦理而期程內無從逐次列出日期的\(measure)計\(count(unexpanded))項。",
      ].compactMap { $0 } + places.remarks(without: .deadline, missing)
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }

  /// Rows by day; behind them what comes again and again, what has no day that is known, and what goes on.
  private struct Row: Comparable {
    let date: DeadlineEntry.Date
    /// The order of the plan.
    let order: Int
    let cells: [TableView.Cell]

    private var rank: Int {
      switch date.kind {
      case _ where date.day != nil: 0
      case .recurring: 1
      case .due, .report, .span, .relative, .unscheduled, .unclear, .done: 2
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
}

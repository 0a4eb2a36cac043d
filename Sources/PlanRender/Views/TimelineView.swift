import PlanAudit
import PlanModel
import PlanText

/// When the measures under each heading are due: a picture, and what it shows as a table.
///
/// With a day it shows what is done, still to come and late, by the same reckoning as `plantool status`.
enum TimelineView: PlanView {
  static let summary = LocalizedText(
    zh: "時程圖，各標題的完成期限畫在月份軸上；--as-of 標出當天與逾期",
    en: "deadlines of each heading on an axis of months; --as-of marks a day and what is late")

  static func parts(of plan: Plan, checklist: Checklist?, options: RenderOptions) throws(RenderError) -> [ViewPart] {
    let places = MeasurePlaces(of: plan, checklist: checklist)
    let years = plan.metadata.years
    // What is written once for many measures is read once.
    let due = places.deadlines { DueDays($0.meaning, in: years) }
    let days = due.values.flatMap(\.days)
    guard let first = days.min(), let last = days.max() else { throw .noDays }
    let whole = years.year.flatMap { DatePoint(year: $0, precision: .year).days(defaultYear: nil) }
    let scale = TimeScale(
      period: years.period ?? whole ?? first...last, start: TimelinePicture.axis.start,
      width: TimelinePicture.axis.width)
    let rows = rows(places, due, years, scale, options.asOf)
    let title = "時程圖"
    return [
      .table(
        TableView(
          title: title + (options.asOf.map { "（\($0.roc)）" } ?? ""), columns: columns(places, options),
          rows: rows.flatMap { cells($0, scale, options) }, closing: closing(rows, places),
          picture: TimelinePicture(title: title, rows: rows, scale: scale, asOf: options.asOf)))
    ]
  }

  private static func rows(
    _ places: MeasurePlaces, _ due: MeasurePlaces.Written<DueDays>, _ years: PlanYears, _ scale: TimeScale,
    _ asOf: CalendarDate?
  ) -> [TimelinePicture.Row] {
    var rows: [TimelinePicture.Row] = []
    var ofGroup: [Int: Int] = [:]
    for (index, measure) in places.measures.enumerated() {
      let row = ofGroup[measure.group] ?? rows.count
      if row == rows.count {
        let names = places.path(of: measure.group).split(separator: "／").map(String.init)
        rows.append(
          .init(dimension: names.first ?? "", above: names.dropLast().last ?? "", name: names.last ?? ""))
        ofGroup[measure.group] = row
      }
      guard let due = due[index], !due.days.isEmpty else {
        rows[row].undated += 1
        continue
      }
      let progress = asOf.map { MeasureProgress(measure.fields, due: due, in: years, asOf: $0, within: 0) }
      var missed = (progress?.missed ?? [])[...]
      for day in due.days {
        var state = DayMark.State.unknown
        if let progress {
          state = progress.next.map { day >= $0 } ?? false ? .coming : .done
          if missed.first == day {
            state = .late
            missed.removeFirst()
          }
        }
        let column = scale.column(of: day)
        rows[row].marks[column]?.add(day, state)
        if rows[row].marks[column] == nil { rows[row].marks[column] = DayMark(day, state) }
      }
    }
    return named(rows)
  }

  /// The same with the heading above, where several rows have one name: 服務友善／其他服務作法.
  private static func named(_ rows: [TimelinePicture.Row]) -> [TimelinePicture.Row] {
    let counts = Dictionary(grouping: rows, by: \.name).mapValues(\.count)
    return rows.map { row in
      var row = row
      if counts[row.name, default: 0] > 1, !row.above.isEmpty { row.name = "\(row.above)／\(row.name)" }
      return row
    }
  }

  private static func columns(_ places: MeasurePlaces, _ options: RenderOptions) -> [TableView.Column] {
    [TableView.Column(places.placeTitle(inTableWith: .deadline)), TableView.Column("日期"), TableView.Column("作法項次")]
      + (options.asOf == nil ? [] : [TableView.Column("狀態")])
  }

  private static func cells(
    _ row: TimelinePicture.Row, _ scale: TimeScale, _ options: RenderOptions
  ) -> [[TableView.Cell]] {
    row.marks.sorted { $0.key < $1.key }.map { _, mark in
      let (first, last) = (mark.days.lowerBound, mark.days.upperBound)
      return [.init(row.name), .init(first == last ? first.roc : "\(first.roc)–\(last.roc)"), .init("\(mark.count)")]
        + (options.asOf == nil ? [] : [.init(mark.words)])
    }
  }

  private static func closing(_ rows: [TimelinePicture.Row], _ places: MeasurePlaces) -> String? {
    let undated = rows.reduce(0) { $0 + $1.undated }
    let measure = places.title(.measure, inTableWith: .deadline)
    return undated == 0 ? nil : "沒有確定日期（賡續、視需要等）而未列入的\(measure)計\(undated)項。"
  }
}

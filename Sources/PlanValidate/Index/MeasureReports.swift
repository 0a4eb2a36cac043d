import PlanAudit
import PlanModel
import PlanText

/// 辦理情形 of one measure.
struct MeasureReports: Sendable {
  /// A report that names its day, month or quarter.
  struct Dated: Sendable {
    let entry: ProgressEntry
    /// The days that its date names.
    let days: ClosedRange<CalendarDate>
  }

  let measure: PlacedMeasure
  /// All reports with words, as they are written.
  let entries: [ProgressEntry]
  /// Those with a date, from the oldest to the newest.
  let dated: [Dated]
}

extension PlanIndex {
  func reportsOfMeasures() -> [MeasureReports] {
    measures.compactMap { measure in
      guard case .entries(let written) = measure.fields[.progress] else { return nil }
      let entries = written.filter { !$0.text.string.saysNothing && Placeholder.first(in: $0.text) == nil }
      let dated = entries.compactMap { entry in
        entry.days(in: years).map { MeasureReports.Dated(entry: entry, days: $0) }
      }
      let order = dated.enumerated().sorted { a, b in
        (a.element.days.upperBound, a.offset) < (b.element.days.upperBound, b.offset)
      }
      return entries.isEmpty
        ? nil : MeasureReports(measure: measure, entries: entries, dated: order.map(\.element))
    }
  }
}

extension ProgressEntry {
  /// Its date as written, or its first line where it has none.
  var dateRange: SourceRange {
    let dense = DenseText(text)
    return dense.date(at: 0).map { dense.range(of: $0.range) } ?? text.firstLineRange
  }
}

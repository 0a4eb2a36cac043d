import PlanModel
import PlanText

/// The days by which a measure must have been done, or reported on, once more.
package struct DueDays: Sendable {
  /// The days, in order, each once.
  package let days: [CalendarDate]
  /// Whether the work is done by the last of them, and not once by each.
  package let isOnce: Bool
  /// Whether the deadline says that the work is done already.
  package let isDone: Bool

  /// The days in a deadline. What comes again more often than every month is work that goes on: nobody reports each
  /// time.
  package init(_ meaning: DeadlineMeaning?, in years: PlanYears) {
    guard let meaning else {
      (days, isOnce, isDone) = ([], true, false)
      return
    }
    let parts = meaning.form.parts
    isDone = parts.allSatisfy { if case .done = $0 { true } else { false } }
    let whole = years.year.flatMap { DatePoint(year: $0, precision: .year).days(defaultYear: nil) }
    let period = years.period ?? whole
    var days = meaning.dueDays(in: years)
    var isRecurring = false
    for case .recurring(let recurrence) in parts {
      switch recurrence.interval {
      case .day, .week, .twoWeeks: continue
      case .month, .twoMonths, .quarter, .halfYear, .year, .term:
        guard let period else { continue }
        days += recurrence.days(in: period)
        isRecurring = true
      }
    }
    // A report on work that goes on is due by its day; one on work with a day of its own is part of that.
    let report = days.isEmpty ? meaning.reportDay(in: years) : nil
    self.days = Set(days + [report].compactMap { $0 }).sorted()
    isOnce = !isRecurring && report == nil && self.days.count < 2
  }
}

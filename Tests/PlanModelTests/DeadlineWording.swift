import PlanModel
import PlanText

/// Meanings of deadlines in one line, for tests.
enum DeadlineWording {
  /// The kind, and its days in a plan of a year in ISO form.
  static func described(_ text: String, planYear: Int = 2018) -> String {
    switch Deadline(PlanText(text)).reading {
    case .failure(let problem): return "\(problem)"
    case .success(let meaning):
      let years = PlanYears(year: planYear)
      var result = described(meaning.form, years)
      if let report = meaning.report {
        result += ", report \(years.days(of: report.due)?.upperBound.iso ?? "…") \(report.content)"
      }
      if let length = meaning.statedLength { result += ", \(length.count) \(length.unit.rawValue)" }
      return result
    }
  }

  static func described(_ form: DeadlineMeaning.Form, _ years: PlanYears) -> String {
    func first(_ point: DatePoint?) -> String { point.flatMap(years.days)?.lowerBound.iso ?? "…" }
    func last(_ point: DatePoint) -> String {
      guard let days = years.days(of: point) else { return "…" }
      // Parts of a month begin where nobody would look for it.
      if case .part(_, let part) = point.precision { return "\(days.lowerBound.iso)–\(part.upperBound)" }
      return days.upperBound.iso
    }
    switch form {
    case .ongoing: return "ongoing"
    case .occasion(let occasion): return "occasion \(occasion.rawValue)"
    case .due(let point): return "due \(last(point))"
    case .done(let point): return "done" + (point.map { " " + last($0) } ?? "")
    case .dates(let points): return "due " + points.map { last($0) }.joined(separator: " ")
    case .span(let from, let to): return "\(first(from))/\(to.map(last) ?? "…")"
    case .several(let parts): return parts.map { described($0, years) }.joined(separator: " + ")
    case .relative(let distance): return described(distance)
    case .recurring(let recurrence):
      var result = "every " + (recurrence.count > 1 ? "\(recurrence.count) " : "") + recurrence.interval.rawValue
      switch recurrence.moment {
      case nil: break
      case .weekdays(let days, let week):
        result += " " + days.map(String.init).joined(separator: ",") + (week.map { " of week \($0)" } ?? "")
      case .days(let days): result += " day " + days.map(String.init).joined(separator: ",")
      case .dates(let points): result += " " + points.map { last($0).dropFirst(5) }.joined(separator: " ")
      case .dayOfNextMonth(let day): result += ", day \(day) of the next month"
      case .after(let distance): result += ", \(described(distance)) behind"
      case .unknown(let words): result += " \(words)"
      }
      if let times = recurrence.times { result += " x\(times)" }
      if let year = recurrence.year { result += " in \(year)" }
      return result
    }
  }

  private static func described(_ distance: Distance) -> String {
    let amount = "\(distance.count) \(distance.unit.rawValue)" + (distance.isBefore ? " before" : "")
    switch distance.anchor {
    case .unsaid: return amount
    case .periodEnd: return amount + " after the end"
    case .event(let words): return amount + (distance.isBefore ? " " : " after ") + words
    }
  }
}

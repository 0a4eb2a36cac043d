import PlanModel
import PlanText

extension PlanJSON {
  /// The keys of what follows from the words of a deadline.
  static let derivedFromDeadline = [
    "kind", "from", "to", "dates", "every", "count", "times", "weekday", "weekdays", "week", "month", "day", "days",
    "nextMonthDay", "lag", "moment", "unit", "after", "before", "occasion", "parts", "reportDue", "reportContent",
  ]

  /// The words, and what they mean.
  static func deadline(_ deadline: Deadline, in years: PlanYears) -> JSONOutput {
    let meaning = deadline.meaning
    var members: [(String, JSONOutput?)] = [("text", .string(deadline.text.string))]
    if let form = meaning?.form { members += self.members(of: form, in: years) }
    if let report = meaning?.report {
      members.append(("reportDue", date(years.days(of: report.due)?.upperBound)))
      members.append(("reportContent", report.content.isEmpty ? nil : .string(report.content)))
    }
    return .members(members)
  }

  private static func members(of form: DeadlineMeaning.Form, in years: PlanYears) -> [(String, JSONOutput?)] {
    func days(_ point: DatePoint?) -> [(String, JSONOutput?)] {
      let days = point.flatMap(years.days)
      return [("from", date(days?.lowerBound)), ("to", date(days?.upperBound))]
    }
    switch form {
    case .ongoing: return [("kind", .string("ongoing"))]
    case .due(let point): return [("kind", .string("due"))] + days(point)
    case .done(let point): return [("kind", .string("done"))] + days(point)
    case .span(let from, let to):
      return [
        ("kind", .string("span")), ("from", date(from.flatMap(years.days)?.lowerBound)),
        ("to", date(to.flatMap(years.days)?.upperBound)),
      ]
    case .occasion(let occasion): return [("kind", .string("occasion")), ("occasion", .string(occasion.rawValue))]
    case .dates(let points): return [("kind", .string("dates")), ("dates", dates(points, in: years))]
    case .relative(let distance):
      var members = [("kind", .string("relative"))] + amount(distance)
      switch distance.anchor {
      case .unsaid: break
      case .periodEnd: members.append(("to", date(distance.day(in: years))))
      case .event(let words): members.append((distance.isBefore ? "before" : "after", .string(words)))
      }
      return members
    case .recurring(let recurrence): return [("kind", .string("recurring"))] + self.members(of: recurrence, in: years)
    case .several(let parts):
      return [
        ("kind", .string("several")), ("parts", .array(parts.map { .members(self.members(of: $0, in: years)) })),
      ]
    }
  }

  private static func members(of recurrence: Recurrence, in years: PlanYears) -> [(String, JSONOutput?)] {
    let always: [(String, JSONOutput?)] = [
      ("every", .string(recurrence.interval.rawValue)),
      ("count", recurrence.count == 1 ? nil : .int(recurrence.count)), ("times", recurrence.times.map { .int($0) }),
    ]
    switch recurrence.moment {
    case nil: return always
    case .weekdays(let days, let week):
      return always + list(days, "weekday", "weekdays") + [("week", week.map { .int($0) })]
    case .days(let days): return always + list(days, "day", "days")
    case .dates(let points):
      switch points.first?.precision {
      case .month(let month) where points.count == 1: return always + [("month", .int(month))]
      case .day(let month, let day) where points.count == 1:
        return always + [("month", .int(month)), ("day", .int(day))]
      default: return always + [("dates", dates(points, in: years))]
      }
    case .dayOfNextMonth(let day): return always + [("nextMonthDay", .int(day))]
    case .after(let distance): return always + [("lag", .members(amount(distance)))]
    case .unknown(let words): return always + [("moment", .string(words))]
    }
  }

  private static func amount(_ distance: Distance) -> [(String, JSONOutput?)] {
    [("count", .int(distance.count)), ("unit", .string(distance.unit.rawValue))]
  }

  private static func list(_ numbers: [Int], _ one: String, _ several: String) -> [(String, JSONOutput?)] {
    numbers.count == 1 ? [(one, .int(numbers[0]))] : [(several, .array(numbers.map { .int($0) }))]
  }

  private static func dates(_ points: [DatePoint], in years: PlanYears) -> JSONOutput {
    .array(points.compactMap { date(years.days(of: $0)?.upperBound) })
  }

  private static func date(_ date: CalendarDate?) -> JSONOutput? { date.map { .string($0.iso) } }
}

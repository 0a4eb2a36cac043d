import PlanModel
import PlanText

/// A written deadline, and measures that it holds for.
struct DeadlineEntry {
  let deadline: Deadline
  let measures: [Int]
  /// The cell of units, or the cells, one a line, where there are too many to be told apart.
  let units: String
  /// At least one.
  var dates: [Date]
  /// Whether it was to be expanded into days and is not.
  var isUnexpanded: Bool

  /// What is due on a day. The raw value is what is printed.
  enum Kind: String {
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

  struct Date {
    let kind: Kind
    let day: CalendarDate?
  }
}

/// The deadlines of a plan, in the order of their measures.
///
/// A deadline has a row for each of its days and each cell of units among its measures, and what comes again and again
/// one for each time. What grows with both is bounded: the deadlines that would make most rows are not divided by
/// units, or not expanded.
struct DeadlineEntries {
  private(set) var all: [DeadlineEntry] = []

  init(_ places: MeasurePlaces, _ calendar: PlanCalendar) {
    let deadlines = places.placed.deadlines.filter { !$0.value.text.isBlank && !$0.measures.isEmpty }
    let cells = Self.cellsOfUnits(places)
    var dates = deadlines.map { calendar.dates(of: $0.value.meaning) }
    let most = 4000 + 8 * (places.measures.count + dates.reduce(0) { $0 + $1.count })
    var groups = deadlines.map { Self.byUnits($0.measures, cells) }
    var rows = zip(dates, groups).reduce(0) { $0 + $1.0.count * $1.1.count }
    for place in groups.indices.sorted(by: { dates[$0].count * groups[$0].count > dates[$1].count * groups[$1].count })
    where rows > most && dates[place].count > 1 {
      rows -= dates[place].count * (groups[place].count - 1)
      groups[place] = [deadlines[place].measures]
    }
    let isUnexpanded =
      calendar.expandsRecurrences
      ? Self.expand(&dates, of: deadlines, groups.map(\.count), calendar, room: 20_000 + 16 * places.measures.count)
      : deadlines.map { _ in false }
    for (place, deadline) in deadlines.enumerated() {
      for measures in groups[place] {
        all.append(
          DeadlineEntry(
            deadline: deadline.value, measures: measures, units: Self.units(of: measures, cells, places),
            dates: dates[place], isUnexpanded: isUnexpanded[place]))
      }
    }
    all.sort { $0.measures[0] < $1.measures[0] }
  }

  /// Gives what comes again and again a date for each of its times, the rarest first, as long as there is room for the
  /// rows. Returns for each deadline whether it was to be expanded and is not.
  private static func expand(
    _ dates: inout [[DeadlineEntry.Date]], of deadlines: [WrittenField<Deadline>], _ groupCounts: [Int],
    _ calendar: PlanCalendar, room: Int
  ) -> [Bool] {
    var times: [Recurrence: [CalendarDate]] = [:]
    var recurring: [(place: Int, days: [CalendarDate], rows: Int)] = []
    for (place, deadline) in deadlines.enumerated() {
      guard let recurrence = deadline.value.meaning?.recurrence else { continue }
      let days = times[recurrence] ?? calendar.days(of: recurrence)
      times[recurrence] = days
      recurring.append((place, days, days.count * groupCounts[place]))
    }
    recurring.sort { ($0.rows, $0.place) < ($1.rows, $1.place) }
    var isUnexpanded = deadlines.map { _ in false }
    var room = room
    for (place, days, rows) in recurring {
      isUnexpanded[place] = rows == 0 || rows > room
      if isUnexpanded[place] { continue }
      room -= rows
      dates[place] = calendar.dates(of: deadlines[place].value.meaning, times: days)
    }
    return isUnexpanded
  }

  /// For each measure a number for its cell of units: cells with the same words have the same.
  private static func cellsOfUnits(_ places: MeasurePlaces) -> [Int] {
    var numbers: [String: Int] = ["": 0]
    let written = places.unitLists { list in
      let number = numbers[list.text.string] ?? numbers.count
      numbers[list.text.string] = number
      return number
    }
    return places.measures.indices.map { written[$0] ?? 0 }
  }

  /// Measures with the same cell of units together, in order.
  private static func byUnits(_ measures: [Int], _ cells: [Int]) -> [[Int]] {
    Dictionary(grouping: measures) { cells[$0] }.values.sorted { $0[0] < $1[0] }
  }

  private static func units(of measures: [Int], _ cells: [Int], _ places: MeasurePlaces) -> String {
    var seen: Set<Int> = []
    return measures.filter { seen.insert(cells[$0]).inserted }
      .map { places.measures[$0].fields.units?.text.string ?? "" }.joined(separator: "\n")
  }
}

/// Turns deadlines into days.
struct PlanCalendar {
  private typealias Date = DeadlineEntry.Date

  let planYear: Int?
  /// The days in which recurrences are expanded.
  let period: ClosedRange<CalendarDate>?
  let expandsRecurrences: Bool

  init(_ metadata: Metadata, expandsRecurrences: Bool) {
    planYear = metadata.planYear
    period = metadata.periodDays ?? planYear.flatMap { DatePoint(year: $0, precision: .year).days(defaultYear: nil) }
    self.expandsRecurrences = expandsRecurrences
  }

  /// The dates in a deadline, at least one. What comes again and again has one for each of the times that are given.
  func dates(of meaning: DeadlineMeaning?, times: [CalendarDate] = []) -> [DeadlineEntry.Date] {
    guard let meaning else { return [Date(kind: .unclear, day: nil)] }
    let report = meaning.report.map { _ in Date(kind: .report, day: meaning.reportDay(planYear: planYear)) }
    let dates: [DeadlineEntry.Date]
    switch meaning.form {
    case .ongoing: dates = report == nil ? [Date(kind: .ongoing, day: nil)] : []
    case .unscheduled: dates = [Date(kind: .unscheduled, day: nil)]
    case .due: dates = [Date(kind: .due, day: meaning.dueDay(planYear: planYear))]
    case .dates(let points):
      dates = points.map { Date(kind: .due, day: $0.days(defaultYear: planYear)?.upperBound) }
    case .span: dates = [Date(kind: .span, day: meaning.dueDay(planYear: planYear))]
    case .recurring:
      dates = times.isEmpty ? [Date(kind: .recurring, day: nil)] : times.map { Date(kind: .recurring, day: $0) }
    }
    return dates + (report.map { [$0] } ?? [])
  }

  /// The days on which a recurrence is due; empty where nobody knows between which days.
  func days(of recurrence: Recurrence) -> [CalendarDate] {
    let written = recurrence.year.flatMap { DatePoint(year: $0, precision: .year).days(defaultYear: nil) }
    return (period ?? written).map { recurrence.days(in: $0) } ?? []
  }
}

extension DeadlineMeaning {
  /// What the deadline comes again and again by, if it does.
  fileprivate var recurrence: Recurrence? {
    guard case .recurring(let recurrence) = form else { return nil }
    return recurrence
  }
}

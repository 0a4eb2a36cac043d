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
    /// 收件後3日內, 1年內.
    case relative = "時限"
    /// 視需要, 不定期, 有異動時: no day is known beforehand.
    case unscheduled = "未定"
    /// 112年12月已完成.
    case done = "完成"
    /// The words mean nothing that plantool knows.
    case unclear = "不明"
  }

  struct Date {
    let kind: Kind
    var day: CalendarDate?
    /// What the day depends on, where nobody knows it beforehand and somebody wants to know.
    var unknown: String?

    /// What is printed for the day.
    var words: String { day?.roc ?? unknown ?? "" }
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
    let deadlines = places.placed.deadlines.filter { !$0.value.text.isBlank && $0.measureCount > 0 }
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

  let years: PlanYears
  /// The days in which recurrences are expanded.
  let period: ClosedRange<CalendarDate>?
  let expandsRecurrences: Bool

  init(_ metadata: Metadata, expandsRecurrences: Bool) {
    years = metadata.years
    period = years.period ?? years.year.flatMap { DatePoint(year: $0, precision: .year).days(defaultYear: nil) }
    self.expandsRecurrences = expandsRecurrences
  }

  /// The dates in a deadline, at least one. What comes again and again has one for each of the times that are given.
  func dates(of meaning: DeadlineMeaning?, times: [CalendarDate] = []) -> [DeadlineEntry.Date] {
    guard let meaning else { return [Date(kind: .unclear)] }
    let report = meaning.report.map { _ in Date(kind: .report, day: meaning.reportDay(in: years)) }
    var dates = meaning.form.parts.flatMap { self.dates(of: $0, times: times) }
    // What goes on until its report is in the list by it.
    if report != nil, dates.map(\.kind) == [.ongoing] { dates = [] }
    return dates + (report.map { [$0] } ?? [])
  }

  private func dates(of form: DeadlineMeaning.Form, times: [CalendarDate]) -> [DeadlineEntry.Date] {
    switch form {
    case .ongoing: [Date(kind: .ongoing)]
    case .occasion(let occasion): [Date(kind: .unscheduled, unknown: expandsRecurrences ? occasion.dependence : nil)]
    case .due(let point): [Date(kind: .due, day: years.days(of: point)?.upperBound)]
    case .done(let point): [Date(kind: .done, day: point.flatMap(years.days)?.upperBound)]
    case .dates(let points): points.map { Date(kind: .due, day: years.days(of: $0)?.upperBound) }
    case .span(_, let to): [Date(kind: .span, day: to.flatMap(years.days)?.upperBound)]
    case .relative(let distance):
      [Date(kind: .relative, day: distance.day(in: years), unknown: expandsRecurrences ? distance.dependence : nil)]
    case .recurring(let recurrence):
      times.isEmpty
        ? [Date(kind: .recurring, unknown: expandsRecurrences ? recurrence.dependence : nil)]
        : times.map { Date(kind: .recurring, day: $0) }
    case .several: []
    }
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
    for case .recurring(let recurrence) in form.parts { return recurrence }
    return nil
  }
}

extension DeadlineMeaning.Occasion {
  /// What the day depends on.
  fileprivate var dependence: String {
    switch self {
    case .need: "視需要"
    case .irregular: "視實際情形"
    case .rule: "視規定期限"
    case .event: "視發生日"
    case .season: "視當年日期"
    }
  }
}

extension Distance {
  /// 視收件日: what the day depends on.
  fileprivate var dependence: String? {
    switch anchor {
    case .unsaid: "視起算日"
    case .periodEnd: nil
    case .event(let words): words.unicodeScalars.last == "日" ? "視\(words)" : "視\(words)日"
    }
  }
}

extension Recurrence {
  /// 視開學日: what the days depend on, where the words do not tell them.
  fileprivate var dependence: String? {
    if case .unknown = moment { return "視學校行事曆" }
    return count > 1 ? "視起算日" : nil
  }
}

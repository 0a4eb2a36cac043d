import PlanModel
import PlanText

/// How far a measure has come on a day, by its deadline and its 辦理情形.
public struct MeasureProgress: Sendable {
  /// Where a measure stands.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// 逾期: a day has passed without the work, or a report on it.
    case overdue
    /// 即將到期: the next day is near.
    case soon
    /// 其後
    case later
    /// 已完成
    case done
    /// 無固定期限: it goes on, or its days are not known.
    case open
  }

  public let state: State
  /// The days that have passed without the work, in order.
  public let missed: [CalendarDate]
  /// The next day, from the given one on, by which something is still to be done.
  public let next: CalendarDate?
  /// How many days there are in all, and for how many the work is done.
  public let due: (all: Int, met: Int)
  /// The day of the newest report; nil where there is none with a date.
  public let lastReport: CalendarDate?
  /// How many reports there are, without those of later days.
  public let reports: Int
  /// How many reports there are of later days.
  public let laterReports: Int
  /// The newest percentage.
  public let percent: Int?

  /// The state of a measure with these days at the end of a day; `within` is for how many days ahead something is near.
  package init(_ fields: MeasureFields, due: DueDays, in years: PlanYears, asOf day: CalendarDate, within: Int) {
    var entries: [ProgressEntry] = []
    if case .entries(let all) = fields[.progress] { entries = all }
    let dated = entries.map { (entry: $0, day: $0.day(in: years)) }
    // What is dated later is not known yet.
    let filled = dated.filter { !$0.entry.text.string.saysNothing }
    let known = filled.filter { $0.day.map { $0 <= day } ?? true }
    laterReports = filled.count - known.count
    // Of reports without a date nobody knows which is the newest.
    let order =
      known.filter { $0.day == nil } + known.filter { $0.day != nil }.sorted { ($0.day ?? day) < ($1.day ?? day) }
    let isDone =
      due.isDone || order.last?.entry.saysDone ?? false || known.contains { $0.day == nil && $0.entry.saysDone }
    let met = Self.met(due, known.compactMap(\.day).sorted(), isDone: isDone)
    missed = zip(due.days, met).filter { !$1 && $0 < day }.map(\.0)
    next = zip(due.days, met).first { !$1 && $0 >= day }?.0
    self.due = (due.days.count, met.count { $0 })
    lastReport = known.compactMap(\.day).max()
    reports = known.count
    percent = order.last { $0.entry.percent != nil }?.entry.percent
    let isAllMet = due.days.isEmpty ? isDone : self.due.met == self.due.all
    let isSoon = next.map { $0.dayNumber - day.dayNumber <= within } ?? false
    state = isAllMet ? .done : !missed.isEmpty ? .overdue : next == nil ? .open : isSoon ? .soon : .later
  }

  /// For each day whether it is met: once by the end of the work; again and again by a report since the day before, or
  /// else by a later one that no other day needs.
  private static func met(_ due: DueDays, _ reports: [CalendarDate], isDone: Bool) -> [Bool] {
    if due.isOnce { return due.days.map { _ in isDone } }
    var met = due.days.map { _ in false }
    var spare: [CalendarDate] = []
    for report in reports {
      let place = due.days.halvingIndex(fromWhich: { $0 >= report })
      if place < met.count, !met[place] { met[place] = true } else { spare.append(report) }
    }
    for report in spare {
      if let place = due.days.indices.first(where: { !met[$0] && due.days[$0] < report }) { met[place] = true }
    }
    if isDone, let last = met.indices.last { met[last] = true }
    return met
  }
}

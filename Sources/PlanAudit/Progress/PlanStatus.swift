import PlanFormats
import PlanModel
import PlanText

/// Where the measures of a plan stand on a day.
public struct PlanStatus: Sendable {
  /// A measure and how far it has come.
  public struct Line: Sendable {
    public let measure: Measure
    /// The names of the headings above it, the dimension first.
    public let headings: [String]
    /// 完成期限 as written; empty where there is none.
    public let deadline: String
    /// The units that do it.
    public let units: Units
    public let progress: MeasureProgress
  }

  /// The units of a cell, which may be thousands and hold for thousands of measures: they are put together once.
  public struct Units: Sendable, Equatable {
    /// Their names in the unit table, each once.
    public let names: [String]
    /// 秘書室、資訊室
    public let joined: String

    init(_ names: [String]) {
      self.names = names
      joined = names.joined(separator: "、")
    }

    /// Seen at once where one cell holds for both of two measures.
    public static func == (one: Units, other: Units) -> Bool { one.names == other.names }
  }

  public let document: PlanDocument
  /// The measures, in the order of the plan.
  public let lines: [Line]

  /// The agency of the plan; where it does not say so, its title or the name of its file.
  public var name: String {
    let plan = document.plan
    return [plan.metadata.agency, plan.title].lazy.compactMap { $0?.string.trimmingWhiteSpace() }.first { !$0.isEmpty }
      ?? document.source.name
  }

  /// The state of a plan at the end of a day. `within` is for how many days ahead a deadline is near.
  public init(_ document: PlanDocument, asOf day: CalendarDate, within: Int) {
    self.document = document
    let plan = document.plan
    let years = plan.metadata.years
    let units = UnitDirectory(plan)
    let placed = PlacedMeasures(of: plan, checklist: nil)
    let headings = placed.headingNames
    // What holds for many measures is read once.
    var due = Array(repeating: DueDays(nil, in: years), count: placed.measures.count)
    for deadline in placed.deadlines {
      let days = DueDays(deadline.value.meaning, in: years)
      for measure in deadline.measures { due[measure] = days }
    }
    var names = Array(repeating: Units([]), count: placed.measures.count)
    for list in placed.unitLists where list.field == .units {
      let own = Units(units.distinct(list.value).map(\.printed))
      for measure in list.measures { names[measure] = own }
    }
    lines = placed.measures.enumerated().map { number, place in
      Line(
        measure: place.measure, headings: headings[place.group],
        deadline: place.fields.deadline?.text.string ?? "", units: names[number],
        progress: MeasureProgress(place.fields, due: due[number], in: years, asOf: day, within: within))
    }
  }
}

/// How many measures are in which state.
public struct StatusTally: Sendable {
  public private(set) var counts: [MeasureProgress.State: Int] = [:]
  /// The newest report on any of the measures.
  public private(set) var lastReport: CalendarDate?
  /// The measures that are not done and have a day, and of them those on which there is no report.
  public private(set) var unreported = 0
  /// The reports of later days, which count for nothing yet.
  public private(set) var laterReports = 0

  public init(_ lines: some Sequence<PlanStatus.Line>) { for line in lines { add(line) } }

  public mutating func add(_ line: PlanStatus.Line) {
    counts[line.progress.state, default: 0] += 1
    laterReports += line.progress.laterReports
    lastReport = [lastReport, line.progress.lastReport].compactMap { $0 }.max()
    if ![.done, .open].contains(line.progress.state), line.progress.reports == 0 { unreported += 1 }
  }

  /// Adds what was counted of other measures.
  public mutating func add(_ other: StatusTally) {
    counts.merge(other.counts, uniquingKeysWith: +)
    laterReports += other.laterReports
    lastReport = [lastReport, other.lastReport].compactMap { $0 }.max()
    unreported += other.unreported
  }

  public subscript(state: MeasureProgress.State) -> Int { counts[state] ?? 0 }

  public var all: Int { counts.values.reduce(0, +) }

  /// The measures with a day that are not done.
  public var pending: Int { self[.overdue] + self[.soon] + self[.later] }

  /// The share of the measures that are done among those that can be, in whole percent; nil where there are none. Work
  /// that goes on is never done.
  public var percent: Int? {
    let whole = all - self[.open]
    return whole == 0 ? nil : self[.done] * 100 / whole
  }
}

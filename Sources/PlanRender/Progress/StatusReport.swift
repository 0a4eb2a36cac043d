import PlanAudit
import PlanModel
import PlanText

/// Where plans stand on a day, for people and for programs: by exception, what is late first.
public struct StatusReport: Sendable {
  let plans: [PlanStatus]
  let day: CalendarDate
  /// For how many days ahead a deadline is near.
  let within: Int
  let language: Language
  /// The place of an offset in a file, as messages write it.
  private let place: @Sendable (SourceText, Int) -> String

  public init(
    _ plans: [PlanStatus], asOf day: CalendarDate, within: Int, in language: Language,
    place: @escaping @Sendable (SourceText, Int) -> String
  ) {
    (self.plans, self.day, self.within, self.language, self.place) = (plans, day, within, language, place)
  }

  /// A measure of one of the plans.
  struct Entry {
    let plan: PlanStatus
    let line: PlanStatus.Line

    var progress: MeasureProgress { line.progress }

    /// The first day that was missed, or the next one.
    var day: CalendarDate? { progress.missed.first ?? progress.next }
  }

  var isSeveral: Bool { plans.count > 1 }

  /// Whether a measure is overdue, so that the exit status can say it.
  public var hasOverdue: Bool { plans.contains { $0.lines.contains { $0.progress.state == .overdue } } }

  /// The measures in a state; those whose day comes first are the first.
  func entries(_ state: MeasureProgress.State) -> [Entry] {
    let all = plans.flatMap { plan in plan.lines.map { Entry(plan: plan, line: $0) } }
    let entries = all.filter { $0.progress.state == state }.enumerated().sorted { a, b in
      guard let first = a.element.day, let second = b.element.day, first != second else { return a.offset < b.offset }
      return first < second
    }
    return entries.map(\.element)
  }

  /// Where the words of a measure stand.
  func place(of entry: Entry) -> String? {
    let range = entry.line.measure.text.range
    return range.isEmpty && range.lowerBound == 0 ? nil : place(entry.plan.document.source, range.lowerBound)
  }

  // MARK: Tallies

  typealias Tallies = [(name: String, tally: StatusTally)]

  var tally: StatusTally { StatusTally(plans.flatMap(\.lines)) }

  /// For each unit the measures that it does; of several plans behind the name of the agency.
  var byUnit: Tallies {
    tallies(of: \.units) { plan, units in
      guard isSeveral else { return units.names }
      let agency = plan.name
      return units.names.map { "\(agency)／\($0)" }
    }
  }

  /// For each dimension.
  var byDimension: Tallies { tallies(of: \.headings.first) { _, dimension in dimension.map { [$0] } ?? [] } }

  private var byPlan: Tallies { isSeveral ? tallies(plans.map { ([$0.name], StatusTally($0.lines)) }) : [] }

  /// The tables of completion that have rows, with their titles.
  var completion: [(title: String, tallies: Tallies)] {
    let tables = [
      (LocalizedText(zh: "各單位完成情形", en: "By unit"), byUnit),
      (LocalizedText(zh: "各構面完成情形", en: "By dimension"), byDimension),
      (LocalizedText(zh: "各計畫完成情形", en: "By plan"), byPlan),
    ]
    return tables.filter { !$0.1.isEmpty }.map { ($0.0(language), $0.1) }
  }

  /// Tallies by what the measures of a plan have. Measures that stand together and have the same are counted once for all
  /// names.
  private func tallies<Names: Equatable>(
    of names: KeyPath<PlanStatus.Line, Names>, _ called: (PlanStatus, Names) -> [String]
  ) -> Tallies {
    var shares: [(names: [String], tally: StatusTally)] = []
    for plan in plans {
      var rest = plan.lines[...]
      while let first = rest.first?[keyPath: names] {
        let end = rest.firstIndex { $0[keyPath: names] != first } ?? rest.endIndex
        shares.append((called(plan, first), StatusTally(rest[..<end])))
        rest = rest[end...]
      }
    }
    return tallies(shares)
  }

  /// The tallies of each name, in the order in which they come.
  private func tallies(_ shares: [(names: [String], tally: StatusTally)]) -> Tallies {
    var order: [String] = []
    var found: [String: StatusTally] = [:]
    for (names, tally) in shares {
      for name in names {
        if found[name] == nil { order.append(name) }
        found[name, default: StatusTally(EmptyCollection())].add(tally)
      }
    }
    return order.map { ($0, found[$0] ?? StatusTally(EmptyCollection())) }
  }

  /// Units with work that is not done and has a day, those first that have never reported, then those whose newest report
  /// is the oldest.
  var silentUnits: Tallies {
    byUnit.filter { $0.tally.pending > 0 }.enumerated().sorted { a, b in
      switch (a.element.tally.lastReport, b.element.tally.lastReport) {
      case (nil, nil): a.offset < b.offset
      case (nil, _): true
      case (_, nil): false
      case (let first?, let second?): first != second ? first < second : a.offset < b.offset
      }
    }.map(\.element)
  }

  // MARK: Words

  func words(_ state: MeasureProgress.State) -> String {
    let words =
      switch state {
      case .overdue: LocalizedText(zh: "逾期", en: "Overdue")
      case .soon: LocalizedText(zh: "即將到期", en: "Due soon")
      case .later: LocalizedText(zh: "其後", en: "Later")
      case .done: LocalizedText(zh: "已完成", en: "Done")
      case .open: LocalizedText(zh: "無固定期限", en: "No fixed date")
      }
    return words(language)
  }

  /// 107年6月30日, as plans write days.
  func words(_ day: CalendarDate) -> String { LocalizedText(zh: day.roc, en: day.iso)(language) }

  /// The days that count: those that were missed, or the next one.
  func days(of entry: Entry) -> String {
    let missed = entry.progress.missed
    guard !missed.isEmpty else { return entry.progress.next.map(words) ?? "" }
    let shown = missed.prefix(Self.mostDays).map(words).joined(separator: LocalizedText(zh: "、", en: ", ")(language))
    return missed.count > Self.mostDays
      ? LocalizedText(zh: "\(shown)等 \(missed.count) 次", en: "\(shown) and \(missed.count - Self.mostDays) more")(
        language)
      : shown
  }

  private static let mostDays = 3

  /// 逾 12 天, 剩 3 天
  func distance(of entry: Entry) -> String {
    guard let due = entry.day else { return "" }
    let count = due.dayNumber - day.dayNumber
    if count == 0 { return LocalizedText(zh: "今天", en: "today")(language) }
    let days = abs(count) == 1 ? "day" : "days"
    return count < 0
      ? LocalizedText(zh: "逾 \(-count) 天", en: "\(-count) \(days) late")(language)
      : LocalizedText(zh: "剩 \(count) 天", en: "\(count) \(days) left")(language)
  }

  /// 50%，最近提報 107年4月9日
  func report(of entry: Entry) -> String {
    let percent = entry.progress.percent.map { "\($0)%" }
    let last = entry.progress.lastReport.map {
      LocalizedText(zh: "最近提報 \(words($0))", en: "last report \(words($0))")(language)
    }
    let none = entry.progress.reports == 0 ? LocalizedText(zh: "未提報", en: "no report")(language) : nil
    return [percent, last, none].compactMap { $0 }.joined(separator: LocalizedText(zh: "，", en: ", ")(language))
  }

  /// Since when a unit has not reported.
  func silence(_ tally: StatusTally) -> String {
    guard let last = tally.lastReport else { return LocalizedText(zh: "從未提報", en: "never reported")(language) }
    let count = day.dayNumber - last.dayNumber
    return LocalizedText(
      zh: "\(words(last))起 \(count) 天未再提報", en: "none for \(count) day\(count == 1 ? "" : "s"), since \(words(last))")(
        language)
  }

  /// How many reports are of later days, so that nobody looks for them in vain.
  var laterReports: String {
    let count = tally.laterReports
    return count == 0
      ? ""
      : LocalizedText(
        zh: "（另有 \(count) 筆辦理情形的日期在此日之後，未計入）",
        en: " (\(count) report\(count == 1 ? " is" : "s are") dated later and left out)")(language)
  }

  var title: String {
    LocalizedText(zh: "截至\(words(day))的辦理情形", en: "Progress as of \(words(day))")(language)
  }
}

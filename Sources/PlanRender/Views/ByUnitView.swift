import PlanModel

/// What each unit owes, by date.
///
/// Units go by the names of the plan's unit table. A measure of several units stands under each of them, under one that is named twice only
/// once. Collectives (各分局、大隊、隊) are not taken apart: the plan does not say what they consist of.
enum ByUnitView: TableOnlyView {
  static let summary = LocalizedText(
    zh: "各單位應辦事項，依期限先後排列", en: "what each unit (承辦單位) is to do, by date")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    let places = MeasurePlaces(of: plan, checklist: checklist)
    let directory = UnitDirectory(plan)
    var units: [(name: String, measures: [Int])] = []
    var positions: [String: Int] = [:]
    var withoutUnit: [Int] = []
    for (index, measure) in places.measures.enumerated() {
      let names = directory.distinct(measure.fields.units)
      if names.isEmpty { withoutUnit.append(index) }
      for name in names {
        let position = positions[name.canonical] ?? units.count
        if position == units.count {
          positions[name.canonical] = position
          units.append((name.printed, []))
        }
        units[position].measures.append(index)
      }
    }
    if units.isEmpty { throw .noSuchTable(.byUnit) }
    let orders = places.measures.map { Order($0.fields.deadline?.meaning, planYear: plan.metadata.planYear) }
    let rows = units.flatMap { unit in
      unit.measures.sorted { orders[$0] == orders[$1] ? $0 < $1 : orders[$0] < orders[$1] }.map { index in
        row(of: places.measures[index], unit: unit.name, days: orders[index].days, places: places)
      }
    }
    let remarks = places.remarks(without: .units, withoutUnit)
    return [
      TableView(
        title: "各單位應辦事項一覽表",
        columns: [
          .init(places.title(.units, inTableWith: .units), isHierarchy: true), .init("期限日"),
          .init(places.title(.deadline, inTableWith: .units)), .init(places.title(.measure, inTableWith: .units)),
          .init(places.placeTitle(inTableWith: .units)),
        ], rows: rows, closing: remarks.isEmpty ? nil : remarks.joined(separator: "\n\n"))
    ]
  }

  private static func row(of measure: PlacedMeasure, unit: String, days: [CalendarDate], places: MeasurePlaces)
    -> [TableView.Cell]
  {
    [
      .init(unit), .init(days.map(\.roc).joined(separator: "\n")),
      .init(measure.fields.deadline?.text.string ?? ""), .init(places.words(of: measure)),
      .init(places.path(of: measure.group)),
    ]
  }

  /// Where a measure stands among those of its unit: what has a day first, then what comes again and again, then what goes on, then the rest.
  private struct Order: Comparable {
    /// The days on which something is due: the work itself or a report on it.
    let days: [CalendarDate]
    private let rank: Int

    init(_ meaning: DeadlineMeaning?, planYear: Int?) {
      let all =
        (meaning?.dueDays(planYear: planYear) ?? []) + [meaning?.reportDay(planYear: planYear)].compactMap { $0 }
      days = Set(all).sorted()
      rank =
        switch meaning?.form {
        case _ where !days.isEmpty: 0
        case .recurring: 1
        case .ongoing, .span(_, to: nil): 2
        default: 3
        }
    }

    static func < (a: Order, b: Order) -> Bool {
      a.rank != b.rank ? a.rank < b.rank : a.days.lexicographicallyPrecedes(b.days)
    }
  }
}

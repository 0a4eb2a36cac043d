import PlanModel
import PlanText

/// What each unit owes, by date.
///
/// Units go by the names of the plan's unit table. In a plan that names supporting units (協辦單位), what they help with
/// stands among what they owe, and a column says which it is. A measure of several units stands under each of them, under one that
/// is named twice only once. Collectives (各分局、大隊、隊) are not taken apart: the plan does not say what they
/// consist of.
enum ByUnitView: TableOnlyView {
  static let summary = LocalizedText(
    zh: "各單位應辦事項，依期限先後排列", en: "what each unit (承辦單位) has to do, by date")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    let places = MeasurePlaces(of: plan, checklist: checklist)
    let lists = UnitLists(places, UnitDirectory(plan))
    var duties: [[Duty]] = Array(repeating: [], count: lists.units.count)
    // In the order in which the plan first has them.
    var order: [Int] = []
    var withoutUnit: [Int] = []
    for index in places.measures.indices {
      let carriers = lists.units(of: index, .units)
      if carriers.isEmpty { withoutUnit.append(index) }
      let helpers = lists.units(of: index, .supportUnits).filter { !carriers.contains($0) }
      for (unit, field) in carriers.map({ ($0, FieldName.units) }) + helpers.map({ ($0, .supportUnits) }) {
        if duties[unit].isEmpty { order.append(unit) }
        duties[unit].append(Duty(measure: index, field: field))
      }
    }
    let hasHelpers = duties.contains { $0.contains { $0.field != .units } }
    if order.isEmpty { throw .noSuchTable(.byUnit) }
    let orders = Orders(places, plan.metadata.years)
    let rows = order.flatMap { unit in
      duties[unit].sorted { (orders.rank(of: $0.measure), $0.measure) < (orders.rank(of: $1.measure), $1.measure) }
        .map { duty in
          let role: [TableView.Cell] = hasHelpers ? [.init(duty.field == .units ? "承辦" : "協辦")] : []
          return [.init(lists.units[unit])] + role
            + row(of: duty.measure, days: orders.days(of: duty.measure), places: places)
        }
    }
    let remarks =
      places.remarks(without: .units, withoutUnit)
      + [places.remark("\(places.title(.units, inTableWith: .units))太多而未逐一列出的作法", lists.undivided)].compactMap { $0 }
    return [
      TableView(
        title: "各單位應辦事項一覽表",
        columns: [
          .init(hasHelpers ? "單位" : places.title(.units, inTableWith: .units), isHierarchy: true)
        ] + (hasHelpers ? [.init("承辦或協辦")] : []) + [
          .init("期限日", content: .days),
          .init(places.title(.deadline, inTableWith: .units), of: .deadline),
          .init(places.title(.measure, inTableWith: .units)),
          .init(places.placeTitle(inTableWith: .units)),
        ], rows: rows, closing: remarks.isEmpty ? nil : remarks.joined(separator: "\n\n"))
    ]
  }

  /// A measure that a unit carries or helps with.
  private struct Duty {
    let measure: Int
    let field: FieldName
  }

  private static func row(of index: Int, days: String, places: MeasurePlaces) -> [TableView.Cell] {
    let measure = places.measures[index]
    return [
      .init(days), .init(measure.fields.deadline?.text.string ?? ""), .init(places.words[index]),
      .init(places.path(of: measure.group)),
    ]
  }

  /// The units of each measure.
  ///
  /// Many units on a heading over many measures make more rows than anybody reads: what grows with both is the largest
  /// such cells taken apart. They then stay whole, as collectives do.
  private struct UnitLists {
    /// The names of all units, as they are printed.
    let units: [String]
    /// The units of each measure, as indices into `units`: a name may be as long as a plan, and is read once for every
    /// cell, not for every measure.
    private var written: [FieldName: MeasurePlaces.Written<[Int]>] = [:]
    /// The measures whose cells stay whole although they have several units, in order.
    let undivided: [Int]

    init(_ places: MeasurePlaces, _ directory: UnitDirectory) {
      let fields = places.placed.unitLists.filter { [.units, .supportUnits].contains($0.field) }
      var names = fields.map { directory.distinct($0.value) }
      var rows = zip(names, fields).reduce(0) { $0 + $1.0.count * $1.1.measures.count }
      let most = 4000 + 8 * (names.reduce(places.measures.count) { $0 + $1.count })
      var undivided: [Int] = []
      for place in names.indices.sorted(by: { names[$0].count > names[$1].count }) where rows > most {
        let (count, measures, text) = (names[place].count, fields[place].measures, fields[place].value.text.string)
        guard count > 1 else { break }
        rows -= (count - 1) * measures.count
        names[place] = [(canonical: text, printed: text)]
        undivided += measures
      }
      self.undivided = undivided.sorted()
      var units: [String] = []
      var numbers: [String: Int] = [:]
      let values = names.map { cell in
        cell.map { name in
          let number = numbers[name.canonical] ?? units.count
          if number == units.count {
            numbers[name.canonical] = number
            units.append(name.printed)
          }
          return number
        }
      }
      self.units = units
      for (field, cells) in Dictionary(grouping: fields.indices, by: { fields[$0].field }) {
        written[field] = MeasurePlaces.Written(
          cells.map { fields[$0] }, measureCount: places.measures.count, values: cells.map { values[$0] })
      }
    }

    func units(of measure: Int, _ field: FieldName) -> [Int] { written[field]?[measure] ?? [] }
  }

  /// The order of measures by their deadlines. Each written deadline is looked at once, however many measures it is
  /// for.
  private struct Orders {
    private let ranks: MeasurePlaces.Written<Int>
    private let days: MeasurePlaces.Written<String>

    init(_ places: MeasurePlaces, _ years: PlanYears) {
      let orders = places.deadlines { Order($0.meaning, years) }.values + [Order(nil, years)]
      let sorted = orders.indices.sorted { orders[$0] < orders[$1] }
      var ranks = Array(repeating: 0, count: orders.count)
      for (before, place) in zip(sorted, sorted.dropFirst()) {
        ranks[place] = ranks[before] + (orders[before] < orders[place] ? 1 : 0)
      }
      self.ranks = MeasurePlaces.Written(places.placed.deadlines, measureCount: places.measures.count, values: ranks)
      days = MeasurePlaces.Written(
        places.placed.deadlines, measureCount: places.measures.count,
        values: orders.map { $0.days.map(\.roc).joined(separator: "\n") })
    }

    func rank(of measure: Int) -> Int { ranks[measure] ?? ranks.values[ranks.values.count - 1] }

    func days(of measure: Int) -> String { days[measure] ?? "" }
  }

  /// Where a measure stands among those of its unit: what has a day first, then what comes again and again, then what
  /// goes on, then the rest.
  private struct Order: Comparable {
    /// The days on which something is due: the work itself or a report on it.
    let days: [CalendarDate]
    private let rank: Int

    init(_ meaning: DeadlineMeaning?, _ years: PlanYears) {
      let all =
        (meaning?.dueDays(in: years) ?? []) + [meaning?.reportDay(in: years)].compactMap { $0 }
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

import PlanModel
import PlanText

/// The measures of a plan, and how tables made of them speak of places: 基礎服務／服務友善／網站使用便利性（第1–4項）.
struct MeasurePlaces {
  let placed: PlacedMeasures
  /// The paths of the headings; for lists of many headings shortened.
  private let paths: [String]
  private let shortPaths: [String]
  /// What each measure says, as its table prints it, by its index.
  let words: [String]
  private let checklist: Checklist?

  init(of plan: Plan, checklist: Checklist?) {
    self.checklist = checklist
    placed = PlacedMeasures(of: plan, checklist: checklist)
    let names = HierarchyNames.all(of: placed.groups, checklist: checklist)
    paths = names.map(\.path)
    shortPaths = names.map(\.shortPath)
    words = placed.measures.map { [placed] in
      MeasuresView.words(of: $0.measure, in: placed.groups[$0.group].layout)
    }
  }

  var measures: [PlacedMeasure] { placed.measures }

  /// What a column is called in the first of the plan's tables that has `key`.
  func title(_ column: MeasureColumn, inTableWith key: MeasureColumn) -> String {
    let layout = layout(with: key)
    return checklist?.name(of: column, in: layout) ?? layout.name(of: column)
  }

  /// What the first of the plan's tables that has `key` calls the headings that its measures stand under.
  func placeTitle(inTableWith key: MeasureColumn) -> String {
    title(columns(in: layout(with: key)).last { $0.level != nil } ?? .focus, inTableWith: key)
  }

  private func layout(with key: MeasureColumn) -> TableLayout {
    let layouts = placed.groups.map(\.layout)
    return layouts.first { columns(in: $0).contains(key) } ?? layouts.first ?? .measures
  }

  private func columns(in layout: TableLayout) -> [MeasureColumn] {
    checklist?.outline(for: layout).columns ?? layout.columns
  }

  /// The names from a dimension down to a heading.
  func path(of group: Int) -> String { paths[group] }

  /// Where some measures stand, one line a heading. `measures` are indices, in order.
  func lines(for measures: [Int]) -> [String] {
    var byGroup: [(group: Int, numbers: [Int])] = []
    for measure in measures.map({ self.measures[$0] }) {
      if byGroup.last?.group == measure.group {
        byGroup[byGroup.count - 1].numbers.append(measure.number)
      } else {
        byGroup.append((measure.group, [measure.number]))
      }
    }
    return byGroup.map { "\(shortPaths[$0.group])（第\(Self.ranges($0.numbers))項）" }
  }

  /// 1–3、5: numbers in ascending order, neighbours together.
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [(first: Int, last: Int)] = []
    for number in numbers {
      if let last = ranges.last, last.last + 1 == number {
        ranges[ranges.count - 1].last = number
      } else {
        ranges.append((number, number))
      }
    }
    return ranges.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }.joined(separator: "、")
  }

  /// How many measures there are, and where: 「…計2項：甲（第1–2項）。」 Nil for none.
  func remark(_ what: String, _ measures: [Int]) -> String? {
    measures.isEmpty ? nil : "\(what)計\(measures.count)項：\(lines(for: measures).joined(separator: "；"))。"
  }

  /// What to say of the measures that have nothing in a column: where they are, or where their table has no such
  /// column, how many.
  func remarks(without column: MeasureColumn, _ measures: [Int]) -> [String] {
    let name = title(column, inTableWith: column)
    let measure = title(.measure, inTableWith: column)
    let expected = measures.filter { self.measures[$0].columns.contains(column) }
    let others = measures.count - expected.count
    return [
      remark("未列\(name)的\(measure)", expected),
      others == 0 ? nil : "原表不設\(name)欄的作法計\(others)項，不在上表。",
    ].compactMap { $0 }
  }
}

extension MeasureFields {
  /// The deadline, unless its field was left empty.
  var writtenDeadline: Deadline? { deadline.flatMap { $0.text.isBlank ? nil : $0 } }
}

extension MeasurePlaces {
  /// What is written for measures, of which several may have it from one heading.
  struct Written<Value: Sendable>: Sendable {
    /// The value of each place where one is written.
    let values: [Value]
    /// For each measure the place, as an index into the values; nil where it has none.
    let places: [Int?]

    init(_ fields: [WrittenField<some Sendable>], measureCount: Int, values: [Value]) {
      self.values = values
      var places: [Int?] = Array(repeating: nil, count: measureCount)
      for (place, field) in fields.enumerated() {
        for measure in field.measures { places[measure] = place }
      }
      self.places = places
    }

    /// The value that holds for a measure.
    subscript(measure: Int) -> Value? { places[measure].map { values[$0] } }
  }

  /// What is made of each written deadline, once.
  func deadlines<Value>(_ make: (Deadline) -> Value) -> Written<Value> {
    Written(placed.deadlines, measureCount: measures.count, values: placed.deadlines.map { make($0.value) })
  }

  /// What is made of each written cell of 承辦單位, once.
  func unitLists<Value>(_ make: (UnitList) -> Value) -> Written<Value> {
    let cells = placed.unitLists.filter { $0.field == .units }
    return Written(cells, measureCount: measures.count, values: cells.map { make($0.value) })
  }
}

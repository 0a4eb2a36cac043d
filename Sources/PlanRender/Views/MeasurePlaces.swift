import PlanModel

/// The measures of a plan, and how tables made of them speak of places: 基礎服務／服務友善／網站使用便利性（第1–4項）.
struct MeasurePlaces {
  let placed: PlacedMeasures
  private let names: [HierarchyNames]
  private let checklist: Checklist?

  init(of plan: Plan, checklist: Checklist?) {
    self.checklist = checklist
    placed = PlacedMeasures(of: plan, checklist: checklist)
    names = HierarchyNames.all(of: placed.groups, checklist: checklist)
  }

  var measures: [PlacedMeasure] { placed.measures }

  /// What a measure says, as its table prints it.
  func words(of measure: PlacedMeasure) -> String {
    MeasuresView.words(of: measure.measure, in: placed.groups[measure.group].layout)
  }

  /// What the plan's tables call a column: the first that has it.
  func title(_ column: MeasureColumn) -> String {
    let layouts = placed.groups.map(\.layout)
    let layout = layouts.first { columns(in: $0).contains(column) } ?? layouts.first ?? .measures
    return checklist?.name(of: column, in: layout) ?? layout.name(of: column)
  }

  /// What the plan's first table calls the headings that its measures stand under.
  var placeTitle: String {
    title(columns(in: placed.groups.first?.layout ?? .measures).last { $0.level != nil } ?? .focus)
  }

  private func columns(in layout: TableLayout) -> [MeasureColumn] {
    checklist?.outline(for: layout).columns ?? layout.columns
  }

  /// The names from a dimension down to a heading.
  func path(of group: Int) -> String { names[group].path }

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
    return byGroup.map { "\(path(of: $0.group))（第\(Self.ranges($0.numbers))項）" }
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

  /// The number of measures of which something is not filled in, and where: 「未列承辦單位的具體作法計2項：甲（第1–2項）。」 Nil for none.
  func remark(_ what: String, _ measures: [Int]) -> String? {
    measures.isEmpty ? nil : "\(what)計\(measures.count)項：\(lines(for: measures).joined(separator: "；"))。"
  }
}

extension MeasureFields {
  /// The deadline, unless its field was left empty.
  var writtenDeadline: Deadline? { deadline.flatMap { $0.text.isBlank ? nil : $0 } }
}

extension UnitDirectory {
  /// The units of a cell, each once, by the name that they have in the unit table.
  func distinct(_ list: UnitList?) -> [(canonical: String, printed: String)] {
    var seen: Set<String> = []
    return (list?.units ?? []).compactMap { unit in
      let canonical = canonicalName(of: unit.string)
      return seen.insert(canonical).inserted ? (canonical, printedName(of: unit.string)) : nil
    }
  }
}

import PlanModel
import PlanText

/// The names of a dimension, an item and a focus as they stand in a row.
struct HierarchyNames {
  private var names: [ChecklistLevel: String] = [:]
  /// The names of levels that no checklist has, behind the numbers that the plan gives them.
  private var numbered: [ChecklistLevel: String] = [:]
  /// （200分）, as the dimension's heading states it.
  private var weight = ""

  /// The names of an entry of a checklist.
  init(of entry: Int, in checklist: Checklist) {
    for index in checklist.path(to: entry) {
      add(checklist.entries[index].name, at: checklist.entries[index].node.level)
    }
    weight = Self.weight(checklist.path(to: entry).first.flatMap { checklist.entries[$0].node.weight })
  }

  private init() {}

  /// The names of every heading of a plan's measure tables: the checklist's own, or in the words of the plan.
  static func all(
    of groups: [PlacedGroup], checklist: Checklist?, inWordsOfPlan: Bool = false
  ) -> [HierarchyNames] {
    var all: [HierarchyNames] = []
    for place in groups {
      if place.group.isUnnamed {
        all.append(HierarchyNames())
        continue
      }
      var names = place.parent.map { all[$0] } ?? HierarchyNames()
      // What has headings below it is no focus in this plan, whatever it is in the checklist. A form without a column
      // for focuses has items alone; what an author puts below them is his own.
      let hasFocuses = (checklist?.outline(for: place.layout).columns ?? place.layout.columns).contains(.focus)
      let isItem = hasFocuses ? !place.group.groups.isEmpty : place.parent.map { groups[$0].parent == nil } ?? false
      let lowest: ChecklistLevel = place.parent == nil ? .dimension : isItem ? .item : .focus
      if let checklist, let entry = place.entry {
        let path = checklist.path(to: entry)
        let above = place.parent.flatMap { groups[$0].entry }
        let start =
          above.flatMap { path.firstIndex(of: $0) }.map { $0 + 1 } ?? (place.parent == nil ? 0 : path.count - 1)
        for index in path[start...] {
          let level = checklist.entries[index].node.level
          names.add(
            checklist.entries[index].name, at: level == .focus && lowest == .item ? .item : level,
            numbered: inWordsOfPlan && index == path.last ? place.group.heading.string : nil)
        }
      } else {
        let heading = place.group.heading.string
        names.add(
          ChecklistName.plain(heading), at: lowest,
          numbered: inWordsOfPlan ? heading : checklist == nil ? ChecklistName.numbered(heading) : nil)
      }
      if place.parent == nil, !inWordsOfPlan { names.weight = weight(place.group.weight?.points) }
      all.append(names)
    }
    return all
  }

  /// The names from the widest to the narrowest: 基礎服務／服務友善／網站使用便利性. A name of more characters than any
  /// form has is shortened, all but the narrowest.
  var path: String { (wider.map(Self.shortened) + narrowest).joined(separator: "／") }

  /// The same with every name shortened, for places that name many headings.
  var shortPath: String { (wider + narrowest).map(Self.shortened).joined(separator: "／") }

  private var all: [String] { ChecklistLevel.allCases.compactMap { names[$0] } }
  private var wider: [String] { all.dropLast() }
  private var narrowest: [String] { Array(all.suffix(1)) }

  /// The longest name that is repeated whole before what is below it, in characters.
  private static let longest = 80

  private static func shortened(_ name: String) -> String {
    name.utf8.count > longest ? name.excerpt(longest) : name
  }

  /// The cell of a column, if it has something in it.
  ///
  /// A framework of two levels has a column fewer, whatever its leaves are called: a focus takes the item's column
  /// where there is none for focuses, and the other way round.
  func cell(for column: MeasureColumn, among columns: [MeasureColumn]) -> TableView.Cell? {
    switch column {
    case .dimension: shown(.dimension).map { TableView.Cell($0, addition: weight) }
    case .item: (shown(.item) ?? (columns.contains(.focus) ? nil : shown(.focus))).map { TableView.Cell($0) }
    case .focus:
      if let focus = shown(.focus) {
        names[.item] == nil && !columns.contains(.focus) ? nil : TableView.Cell(focus)
      } else {
        columns.contains(.item) ? nil : shown(.item).map { TableView.Cell($0) }
      }
    default: nil
    }
  }

  private func shown(_ level: ChecklistLevel) -> String? { numbered[level] ?? names[level] }

  /// Adds a name at a level, or further down where that level is taken.
  private mutating func add(_ name: String, at level: ChecklistLevel, numbered: String? = nil) {
    let free = ChecklistLevel.allCases.drop { $0 != level }.first { level in
      !ChecklistLevel.allCases.drop { $0 != level }.contains { names[$0] != nil }
    }
    if let free {
      names[free] = name
      self.numbered[free] = numbered
    } else {
      self.numbered[.focus] = numbered.map {
        [shown(.focus).map(Self.shortened), $0].compactMap { $0 }.joined(separator: "／")
      }
      names[.focus] = [names[.focus].map(Self.shortened), name].compactMap { $0 }.joined(separator: "／")
    }
  }

  private static func weight(_ points: Int?) -> String { points.map { "（\($0)分）" } ?? "" }
}

extension MeasureColumn {
  /// The level of the checklist whose names stand in the column.
  var level: ChecklistLevel? {
    switch self {
    case .dimension: .dimension
    case .item: .item
    case .focus: .focus
    case .subItem, .measure, .field, .extra: nil
    }
  }
}

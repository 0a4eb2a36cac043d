import PlanModel
import PlanText

/// 工作日誌: what is looked at, group by group, with a cell for every slot of the day.
///
/// A blank form and one that is filled in are printed alike. What was entered in a free field stands in the first slot.
enum InspectionLogView: TableOnlyView {
  static let summary = LocalizedText(zh: "巡檢工作日誌", en: "the inspection log (工作日誌)")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    let tables = plan.sections.compactMap { section -> TableView? in
      guard case .inspectionLog(let log) = section.content else { return nil }
      return table(of: log, in: section)
    }
    if tables.isEmpty { throw .noSuchTable(.inspectionLog) }
    return tables
  }

  private static func table(of log: InspectionLog, in section: Section) -> TableView {
    let all = columns(of: log.groups)
    // With a column for each slot of each group most cells would be empty, and more of them than anybody reads.
    let cells = log.groups.reduce(0) { $0 + ($1.items.count + 1) * ($1.slots.count + 1) }
    let rowCount = log.groups.reduce(0) { $0 + max(1, $1.items.count) }
    if all.count * rowCount > 4000 + 8 * cells { return narrowTable(of: log, in: section) }
    return table(of: log, in: section, slots: all)
  }

  private static func table(of log: InspectionLog, in section: Section, slots: [Slot]) -> TableView {
    // Without slots there would be no place for what is in a free field.
    let titles = slots.isEmpty && log.groups.contains { $0.text != nil } ? ["紀錄"] : slots.map(\.words)
    let hasGroups = log.groups.contains { $0.heading != nil }
    let rows = log.groups.flatMap { group in
      let heading: [TableView.Cell] = hasGroups ? [.init(group.heading?.string ?? "")] : []
      return Self.rows(of: group, slots: slots, width: titles.count).map { heading + $0 }
    }
    return table(of: log, in: section, titles: titles, rows: rows)
  }

  /// One column for all slots, each with its name before what was entered.
  private static func narrowTable(of log: InspectionLog, in section: Section) -> TableView {
    let hasGroups = log.groups.contains { $0.heading != nil }
    let rows = log.groups.flatMap { group -> [[TableView.Cell]] in
      let heading: [TableView.Cell] = hasGroups ? [.init(group.heading?.string ?? "")] : []
      let names = group.slots.map { $0.text.string.excerpt(40) }
      let items = group.items.map { item -> [TableView.Cell] in
        let entered = names.enumerated().map { "\($1)：\($0 < item.cells.count ? item.cells[$0].text.string : "")" }
        return [.init(item.words), .init(entered.joined(separator: "\n"))]
      }
      let free: [[TableView.Cell]] = group.text.map { [["", .init($0.string)]] } ?? (items.isEmpty ? [["", ""]] : [])
      return (items + free).map { heading + $0 }
    }
    return table(of: log, in: section, titles: ["紀錄"], rows: rows)
  }

  private static func table(
    of log: InspectionLog, in section: Section, titles: [String], rows: [[TableView.Cell]]
  ) -> TableView {
    let hasGroups = log.groups.contains { $0.heading != nil }
    let date = log.date.map { "- \(FieldName.inspectionDate.name)：\($0.string.replacing("\n", with: "\n  "))" }
    let intro = [date, section.intro?.string].compactMap { $0 }
    return TableView(
      title: section.heading.string, intro: intro.isEmpty ? nil : intro.joined(separator: "\n\n"),
      columns: (hasGroups ? [.init(InspectionColumn.group.name, isHierarchy: true)] : [])
        + ([InspectionColumn.item.name] + titles).map { .init($0) },
      rows: rows, closing: section.closing?.string)
  }

  /// A slot. One group may have two of the same name.
  private struct Slot: Hashable {
    let words: String
    /// How many of the same name come before it.
    let repeats: Int
  }

  private static func slots(of group: InspectionGroup) -> [Slot] {
    var seen: [String: Int] = [:]
    return group.slots.map { slot in
      let words = slot.text.string
      defer { seen[words, default: 0] += 1 }
      return Slot(words: words, repeats: seen[words, default: 0])
    }
  }

  /// The slots of all groups, in the order in which they first come.
  private static func columns(of groups: [InspectionGroup]) -> [Slot] {
    var known: Set<Slot> = []
    return groups.flatMap(slots).filter { known.insert($0).inserted }
  }

  /// The items of a group and what was entered beside them. A free field that is empty has one row to be filled in.
  private static func rows(of group: InspectionGroup, slots: [Slot], width: Int) -> [[TableView.Cell]] {
    // The group's cell for each column, looked up once: the name of a slot may be as long as a plan.
    let places = Dictionary(uniqueKeysWithValues: Self.slots(of: group).enumerated().map { ($1, $0) })
    let cells = slots.map { places[$0] }
    var rows = group.items.map { item -> [TableView.Cell] in
      [.init(item.words)]
        + cells.map { cell in .init(cell.flatMap { $0 < item.cells.count ? item.cells[$0].text.string : nil } ?? "") }
    }
    if let text = group.text {
      rows.append(["", .init(text.string)] + Array(repeating: "", count: width - 1))
    } else if rows.isEmpty {
      rows.append(Array(repeating: "", count: width + 1))
    }
    // In a log of nothing but items and free fields there is no slot, but the row is as wide as the others.
    return rows.map { $0 + Array(repeating: "", count: width + 1 - $0.count) }
  }
}

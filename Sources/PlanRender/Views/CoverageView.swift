import PlanAudit
import PlanModel
import PlanText

/// How well a plan answers its checklist, one row for each of the checklist's lowest headings.
///
/// Counts are cells of their own and sums stand behind the table, so that a program can add up a column. A checklist
/// that has an outline for each of several tables makes a table for each that the plan has.
enum CoverageView: TableOnlyView {
  static let summary = LocalizedText(
    zh: "檢核表各重點的作法數、期限、單位與缺漏", en: "for every focus of the checklist: measures, deadlines, units, and what is missing")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    guard let checklist else { throw .missingChecklist(of: plan) }
    let places = MeasurePlaces(of: plan, checklist: checklist)
    let points = Dictionary(grouping: CheckpointCoverage(of: plan, checklist: checklist).points, by: \.entry)
    let layouts = plan.sections.compactMap(\.content.kind.layout)
    var seen: Set<Int> = []
    let asked = (layouts.isEmpty ? TableLayout.allCases : layouts).filter {
      seen.insert(checklist.outline(for: $0).entries.lowerBound).inserted
    }
    let directory = UnitDirectory(plan)
    let units = places.unitLists { directory.distinct($0) }
    let deadlines = places.deadlines { WrittenDays($0.meaning, plan.metadata.years) }
    return asked.map { layout in
      OutlineCoverage(
        places: places, checklist: checklist, layout: layout, points: points, units: units, deadlines: deadlines
      ).table
    }
  }
}

/// What a written deadline means for the list of deadlines of a heading.
private struct WrittenDays {
  /// The first and the last day on which something is due, where there is one.
  let days: ClosedRange<CalendarDate>?
  let isRecurring: Bool
  let isOngoing: Bool

  init(_ meaning: DeadlineMeaning?, _ years: PlanYears) {
    let all = (meaning?.dueDays(in: years) ?? []) + [meaning?.reportDay(in: years)].compactMap { $0 }
    days = all.min().flatMap { first in all.max().map { first...$0 } }
    isRecurring = meaning?.form.parts.contains { if case .recurring = $0 { true } else { false } } ?? false
    isOngoing = meaning?.form.parts.contains(.ongoing) ?? false
  }
}

/// How well a plan answers the outline of a checklist that tables of one layout follow.
private struct OutlineCoverage {
  let places: MeasurePlaces
  let checklist: Checklist
  let layout: TableLayout
  let points: [Int: [CheckpointCoverage.Point]]
  let units: MeasurePlaces.Written<[(canonical: String, printed: String)]>
  let deadlines: MeasurePlaces.Written<WrittenDays>

  private var outline: Checklist.Outline { checklist.outline(for: layout) }

  private func title(_ column: MeasureColumn) -> String { checklist.name(of: column, in: layout) }

  var table: TableView {
    let leaves = self.leaves
    let hierarchy = checklist.hierarchy(for: layout)
    let columns = [column(.measure)] + optionalColumns(leaves) + [Column(titles: ["缺漏"]) { [missing($0)] }]
    let all = leaves.map { leaf -> [TableView.Cell] in
      let names = HierarchyNames(of: leaf.entry, in: checklist)
      return hierarchy.map { names.cell(for: $0, among: hierarchy) ?? "" }
        + columns.flatMap { $0.cells(leaf) }.map { .init($0) }
    }
    // A framework may have fewer levels than its table has columns.
    let used = hierarchy.indices.filter { column in all.contains { !$0[column].text.isEmpty } }
    return TableView(
      title: outline.title + "涵蓋情形",
      columns: used.map { TableView.Column(title(hierarchy[$0]), isHierarchy: true) }
        + columns.flatMap(\.titles).map { TableView.Column($0) },
      rows: all.map { row in used.map { row[$0] } + row.dropFirst(hierarchy.count) },
      closing: ([sums(leaves)] + outside).joined(separator: "\n\n"), picture: picture(leaves))
  }

  /// The checkpoints as boxes; nil for a checklist that has none.
  private func picture(_ leaves: [Leaf]) -> CoveragePicture? {
    guard leaves.contains(where: { !$0.points.isEmpty }) else { return nil }
    return CoveragePicture(
      title: outline.title + "涵蓋情形",
      rows: leaves.map { leaf in
        let path = checklist.path(to: leaf.entry)
        return CoveragePicture.Row(
          dimension: path.first.map { checklist.entries[$0].name } ?? "", name: checklist.entries[leaf.entry].name,
          boxes: leaf.points.map { CoveragePicture.Box($0.state) })
      })
  }

  // MARK: Rows

  /// One of the checklist's lowest headings, and what the plan has for it.
  private struct Leaf {
    let entry: Int
    /// The measures that are more than a word in a cell, by their index.
    let measures: [Int]
    /// The number of the others.
    let empty: Int
    let points: [CheckpointCoverage.Point]

    var met: Int { points.count { $0.state.isMet } }
    var guessed: Int { points.count { $0.state.isGuess } }
  }

  private var leaves: [Leaf] {
    let measures = Dictionary(grouping: places.measures.indices) {
      places.placed.groups[places.measures[$0].group].focus
    }
    return outline.entries.filter { checklist.entries[$0].isFocus }.map { entry in
      let all = measures[entry] ?? []
      let written = all.filter { !places.measures[$0].measure.text.string.saysNothing }
      return Leaf(entry: entry, measures: written, empty: all.count - written.count, points: points[entry] ?? [])
    }
  }

  /// Some columns that belong together.
  private struct Column {
    let titles: [String]
    let cells: (Leaf) -> [String]
  }

  /// The columns that tell of a column of the plan's table.
  private func column(_ column: MeasureColumn) -> Column {
    switch column {
    case .deadline: Column(titles: [title(column)]) { [deadlines($0)] }
    case .units:
      // Names of collectives have 、 in them.
      Column(titles: ["單位數", title(column)]) { leaf in
        let names = unitNames(leaf)
        let isMore = names.count > mostUnits
        return ["\(names.count)", names.prefix(mostUnits).joined(separator: "；") + (isMore ? "；…" : "")]
      }
    default: Column(titles: ["作法項數"]) { ["\($0.measures.count)"] }
    }
  }

  /// What not every framework has.
  private func optionalColumns(_ leaves: [Leaf]) -> [Column] {
    var columns = [MeasureColumn.deadline, .units].filter(outline.columns.contains).map(column)
    if leaves.contains(where: { !$0.points.isEmpty }) {
      let name = FieldName.checkpoints.name
      columns.append(
        Column(titles: ["\(name)數", "已對應數", "其中依文字推定數"]) { ["\($0.points.count)", "\($0.met)", "\($0.guessed)"] })
    }
    return columns
  }

  /// 107年4月30日–107年12月31日、定期、賡續: the first and the last day on which something is due, and what has no such
  /// day.
  private func deadlines(_ leaf: Leaf) -> String {
    let written = leaf.measures.compactMap { deadlines[$0] }
    let days = written.compactMap(\.days)
    var parts: [String] = []
    if let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() {
      parts.append(first == last ? first.roc : "\(first.roc)–\(last.roc)")
    }
    if written.contains(where: \.isRecurring) { parts.append("定期") }
    if written.contains(where: \.isOngoing) { parts.append("賡續") }
    return parts.joined(separator: "、")
  }

  /// How many names of units a cell lists. Units on a heading are those of everything below it, and would be listed in
  /// every row.
  private var mostUnits: Int { 200 }

  private func unitNames(_ leaf: Leaf) -> [String] {
    var seen: Set<String> = []
    var seenLists: Set<Int> = []
    let lists = leaf.measures.compactMap { units.places[$0] }.filter { seenLists.insert($0).inserted }
    return lists.flatMap { units.values[$0] }.filter { seen.insert($0.canonical).inserted }.map(\.printed)
  }

  private func missing(_ leaf: Leaf) -> String {
    let entry = checklist.entries[leaf.entry]
    var missing: [String] = []
    if leaf.measures.isEmpty {
      // The checklist does not ask for everything that it has.
      missing.append(
        entry.needsNoPart ? "（無須另列）" : entry.invitesMore ? "（未另提\(title(.measure))）" : "無\(title(.measure))")
    }
    func add(_ count: Int, _ what: String) { if count > 0 { missing.append("\(count)項\(what)") } }
    add(leaf.empty, "\(title(.measure))未填內容")
    if entry.columns.contains(.deadline) {
      add(leaf.measures.count { places.measures[$0].fields.writtenDeadline == nil }, "無\(title(.deadline))")
    }
    if entry.columns.contains(.units) {
      add(leaf.measures.count { (places.measures[$0].fields.units?.units ?? []).isEmpty }, "無\(title(.units))")
    }
    if !leaf.measures.isEmpty {
      add(leaf.points.count { $0.state.status == .notRecognised }, "\(FieldName.checkpoints.name)未見對應")
    }
    return missing.joined(separator: "\n")
  }

  // MARK: Behind the table

  /// What the lowest headings are called: 重點, or in a form of two levels the name of the second.
  private var leafName: String {
    let levels = checklist.hierarchy(for: layout)
    return levels.contains(.focus) ? "重點" : levels.last.map(title) ?? "重點"
  }

  /// What the rows of each dimension add up to, and all of them.
  private func sums(_ leaves: [Leaf]) -> String {
    func line(_ name: String, _ leaves: [Leaf]) -> String {
      let measures = leaves.map(\.measures.count).reduce(0, +)
      let points = leaves.map(\.points.count).reduce(0, +)
      let met = leaves.map(\.met).reduce(0, +)
      let guessed = leaves.map(\.guessed).reduce(0, +)
      return "- \(name)：\(leaves.count)個\(leafName)中\(leaves.count { !$0.measures.isEmpty })個有作法，作法\(measures)項"
        + (points == 0 ? "。" : "；\(FieldName.checkpoints.name)\(points)項，已對應\(met)項（其中依文字推定\(guessed)項）。")
    }
    let byDimension = Dictionary(grouping: leaves) { checklist.path(to: $0.entry)[0] }
    let dimensions = outline.entries.filter { checklist.entries[$0].parent == nil }.map { dimension in
      line(checklist.entries[dimension].name, byDimension[dimension] ?? [])
    }
    return (dimensions + [line("合計", leaves)]).joined(separator: "\n")
  }

  /// What the plan has and no row counts: headings that the checklist has not, and measures that stand above its
  /// focuses.
  private var outside: [String] {
    let groups = places.placed.groups
    func isHere(_ group: PlacedGroup) -> Bool {
      checklist.outline(for: group.layout).entries == outline.entries && group.focus == nil
    }
    let unknown = groups.indices.filter { index in
      let group = groups[index]
      return isHere(group) && group.entry == nil && (!group.group.measures.isEmpty || group.group.groups.isEmpty)
    }
    let names = unknown.map { "\(places.path(of: $0))（\(groups[$0].group.measures.count)項）" }
    let above = places.measures.indices.filter { index in
      let group = groups[places.measures[index].group]
      return isHere(group) && group.entry != nil
    }
    return [
      names.isEmpty ? nil : "計畫有而檢核表沒有，未計入上表：\(names.joined(separator: "；"))。",
      places.remark("列在上層標題之下、不屬於任何\(leafName)而未計入上表的\(title(.measure))", above),
    ].compactMap { $0 }
  }
}

extension CoveragePicture.Box {
  fileprivate init(_ state: CheckpointCoverage.State) {
    switch state.status {
    case .met: self = state.isGuess ? .worded : .stated
    case .notRecognised: self = .notRecognised
    case .unknown: self = .unknown
    case .notApplicable: self = .notApplicable
    }
  }
}

import PlanModel

/// How well a plan answers its checklist, one row for each of the checklist's lowest headings.
///
/// Counts are cells of their own and sums stand behind the table, so that a program can add up a column.
enum CoverageView: TableOnlyView {
  static let summary = LocalizedText(
    zh: "檢核表各重點的作法數、期限、單位與缺漏", en: "for every focus of the checklist: measures, deadlines, units, and what is missing")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    guard let checklist else { throw .noChecklist(identifier: plan.metadata.checklist?.string) }
    let places = MeasurePlaces(of: plan, checklist: checklist)
    let entries = Self.entries(of: places.placed.groups, checklist: checklist)
    let measures = Dictionary(grouping: places.measures.indices) { entries[places.measures[$0].group] }
    let points = Dictionary(grouping: CheckpointCoverage(of: plan, checklist: checklist).points, by: \.entry)
    let directory = UnitDirectory(plan)
    let leaves = checklist.entries.indices.filter { checklist.entries[$0].isFocus }.map { entry in
      Leaf(
        entry: entry, measures: (measures[entry] ?? []).map { places.measures[$0] }, points: points[entry] ?? [],
        columns: checklist.entries[entry].columns)
    }
    let hierarchy = checklist.hierarchyColumns
    let rows = leaves.map { leaf in
      let names = HierarchyNames(of: leaf.entry, in: checklist)
      let place = hierarchy.map { names.cell(for: $0, among: hierarchy) ?? "" }
      return place
        + leaf.cells(
          checklist.entries[leaf.entry], directory: directory, planYear: plan.metadata.planYear
        ).map { .init($0) }
    }
    let columns =
      hierarchy.map { TableView.Column($0.printedName, isHierarchy: true) }
      + [
        "作法項數", MeasureColumn.deadline.printedName, "單位數", MeasureColumn.units.printedName,
        FieldName.checkpoints.name + "數", "已對應數", "其中依文字推定數", "缺漏",
      ].map { TableView.Column($0) }
    let closing = [sums(leaves, in: checklist), outside(places, entries, measures, in: checklist)].compactMap { $0 }
    return [
      TableView(
        title: checklist.title + "涵蓋情形", columns: columns, rows: rows, closing: closing.joined(separator: "\n\n"))
    ]
  }

  /// What every heading of the plan answers. A heading that the checklist has not, below one of its focuses, belongs to that focus.
  private static func entries(of groups: [PlacedGroup], checklist: Checklist) -> [Int?] {
    var entries: [Int?] = []
    for place in groups {
      let above = place.parent.flatMap { entries[$0] }
      entries.append(place.entry ?? above.flatMap { checklist.entries[$0].isFocus ? $0 : nil })
    }
    return entries
  }

  /// One of the checklist's lowest headings, and what the plan has for it.
  private struct Leaf {
    let entry: Int
    let measures: [PlacedMeasure]
    let points: [CheckpointCoverage.Point]
    let columns: [MeasureColumn]

    /// The measures that are more than a word in a cell.
    var written: [PlacedMeasure] { measures.filter { !$0.measure.text.string.saysNothing } }
    var met: Int { points.count { $0.state.isMet } }
    var guessed: Int { points.count { $0.state == .worded } }

    func cells(_ entry: Checklist.Entry, directory: UnitDirectory, planYear: Int?) -> [String] {
      var units: [String] = []
      var seen: Set<String> = []
      for unit in written.flatMap({ directory.distinct($0.fields.units) }) where seen.insert(unit.canonical).inserted {
        units.append(unit.printed)
      }
      return [
        "\(written.count)", deadlines(planYear), "\(units.count)",
        // Names of collectives have 、 in them.
        units.joined(separator: "；"), "\(points.count)", "\(met)", "\(guessed)",
        missing(entry).joined(separator: "\n"),
      ]
    }

    /// 107年4月30日–107年12月31日、定期、賡續: the first and the last day on which something is due, and what has no such day.
    private func deadlines(_ planYear: Int?) -> String {
      let meanings = written.compactMap { $0.fields.deadline?.meaning }
      let days = meanings.flatMap { [$0.dueDay(planYear: planYear), $0.reportDay(planYear: planYear)] }
        .compactMap { $0 }
      var parts: [String] = []
      if let first = days.min(), let last = days.max() {
        parts.append(first == last ? first.roc : "\(first.roc)–\(last.roc)")
      }
      if meanings.contains(where: { if case .recurring = $0.form { true } else { false } }) { parts.append("定期") }
      if meanings.contains(where: { if case .ongoing = $0.form { true } else { false } }) { parts.append("賡續") }
      return parts.joined(separator: "、")
    }

    private func missing(_ entry: Checklist.Entry) -> [String] {
      let measure = MeasureColumn.measure.printedName
      var missing: [String] = []
      if written.isEmpty {
        // The checklist does not ask for everything that it has.
        missing.append(entry.needsNoPart ? "（無須另列）" : entry.invitesMore ? "（未另提\(measure)）" : "無\(measure)")
      }
      func add(_ count: Int, _ what: String) { if count > 0 { missing.append("\(count)項\(what)") } }
      add(measures.count - written.count, "\(measure)未填內容")
      if columns.contains(.deadline) {
        add(written.count { $0.fields.writtenDeadline == nil }, "無\(MeasureColumn.deadline.printedName)")
      }
      if columns.contains(.units) {
        add(written.count { ($0.fields.units?.units ?? []).isEmpty }, "無\(MeasureColumn.units.printedName)")
      }
      if !written.isEmpty { add(points.count - met, "\(FieldName.checkpoints.name)未見對應") }
      return missing
    }
  }

  /// What the rows of each dimension add up to, and all of them.
  private static func sums(_ leaves: [Leaf], in checklist: Checklist) -> String {
    func line(_ name: String, _ leaves: [Leaf]) -> String {
      let answered = leaves.count { !$0.written.isEmpty }
      let measures = leaves.map(\.written.count).reduce(0, +)
      let points = leaves.map(\.points.count).reduce(0, +)
      let met = leaves.map(\.met).reduce(0, +)
      let guessed = leaves.map(\.guessed).reduce(0, +)
      return "- \(name)：\(leaves.count)個重點中\(answered)個有作法，作法\(measures)項；\(FieldName.checkpoints.name)\(points)項，"
        + "已對應\(met)項（其中依文字推定\(guessed)項）。"
    }
    let dimensions = checklist.children(of: nil).map { dimension in
      line(checklist.entries[dimension].name, leaves.filter { checklist.path(to: $0.entry)[0] == dimension })
    }
    return (dimensions + [line("合計", leaves)]).joined(separator: "\n")
  }

  /// What the plan has and no row counts: headings that the checklist has not, and measures that stand above its focuses.
  private static func outside(
    _ places: MeasurePlaces, _ entries: [Int?], _ measures: [Int?: [Int]], in checklist: Checklist
  ) -> String? {
    var unknown: [String] = []
    for (index, place) in places.placed.groups.enumerated() where entries[index] == nil {
      let count = place.group.measures.count
      if count > 0 || place.group.groups.isEmpty { unknown.append("\(places.path(of: index))（\(count)項）") }
    }
    let above = measures.filter { entry, _ in entry.map { !checklist.entries[$0].isFocus } ?? false }
    let remarks = [
      unknown.isEmpty ? nil : "計畫有而檢核表沒有，未計入上表：\(unknown.joined(separator: "；"))。",
      places.remark("列在構面或項目之下、不屬於任何重點而未計入上表的作法", above.values.joined().sorted()),
    ].compactMap { $0 }
    return remarks.isEmpty ? nil : remarks.joined(separator: "\n\n")
  }
}

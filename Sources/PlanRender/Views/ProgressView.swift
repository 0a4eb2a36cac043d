import PlanModel
import PlanText

/// 辦理情形表: every measure with its deadline, its units and what was reported on it, as agencies hand it in during the
/// year. Before the first report it is a form to be filled in.
enum ProgressView: TableOnlyView {
  static let summary = LocalizedText(zh: "辦理情形表", en: "the table of progress (辦理情形表)")

  private static let allLevels: [MeasureColumn] = [.dimension, .item, .focus]
  private static let allFields: [MeasureField] = [.deadline, .units, .progress]

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    let groups = plan.placedGroups(checklist: checklist)
    let names = HierarchyNames.all(of: groups, checklist: checklist)
    let bySection = Dictionary(grouping: groups.indices) { groups[$0].section }
    let tables = bySection.keys.sorted().compactMap { section -> TableView? in
      let own = (bySection[section] ?? []).filter { !groups[$0].group.measures.isEmpty }
      guard let first = own.first else { return nil }
      let layout = groups[first].layout
      let levels = allLevels.filter { column in own.contains { names[$0].cell(for: column, among: allLevels) != nil } }
      // A form without deadlines or units gets no empty columns for them; what was done is to be written down in any case.
      let fields = allFields.filter { field in
        field == .progress
          || own.contains { place in
            groups[place].fields[field] != nil || groups[place].group.measures.contains { $0.fields[field] != nil }
          }
      }
      func title(_ column: MeasureColumn) -> String {
        checklist?.name(of: column, in: layout) ?? layout.name(of: column)
      }
      return TableView(
        title: bySection.count > 1 ? "\(plan.heading(ofSection: section).string)辦理情形表" : "辦理情形表",
        columns: levels.map { TableView.Column(title($0), isHierarchy: true) }
          + ([.measure] + fields.map(MeasureColumn.field)).map { TableView.Column(title($0), of: $0) },
        rows: own.flatMap { rows(of: groups[$0], names: names[$0], levels: levels, fields: fields) })
    }
    if tables.isEmpty { throw .noSuchTable(.progress) }
    return tables
  }

  private static func rows(
    of place: PlacedGroup, names: HierarchyNames, levels: [MeasureColumn], fields: [MeasureField]
  ) -> [[TableView.Cell]] {
    place.group.measures.map { measure in
      let all = measure.fields.inheriting(place.fields)
      return levels.map { names.cell(for: $0, among: levels) ?? "" }
        + [.init(MeasuresView.words(of: measure, in: place.layout))]
        + fields.map { .init(all.words(of: $0) ?? "") }
    }
  }
}

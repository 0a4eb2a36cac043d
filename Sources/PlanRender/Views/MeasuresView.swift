import PlanModel
import PlanText

/// 附表1: every measure with its place in the checklist, its deadline and its units.
///
/// Names are the checklist's own where it has them. What a measure inherits from a heading stands in its row. The table
/// that is handed in has no place for 措施名稱, 辦理事項, 辦理情形 and comments; they are left out.
enum MeasuresView: TableOnlyView {
  static let summary = LocalizedText(zh: "附表1 具體作法表", en: "the table of measures (具體作法表)")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    let tables = tables(of: plan, checklist: checklist, layout: .measures)
    if tables.isEmpty { throw .noSuchTable(.measures) }
    return tables
  }

  /// The tables of a layout.
  static func tables(of plan: Plan, checklist: Checklist?, layout: TableLayout) -> [TableView] {
    let all = plan.placedGroups(checklist: checklist)
    let names = HierarchyNames.all(of: all, checklist: checklist)
    let groups = all.indices.filter { all[$0].layout == layout }
    let columns = Self.columns(
      for: groups.map { all[$0] }, names: groups.map { names[$0] }, checklist: checklist, layout: layout)
    let titles = columns.map { column in
      TableView.Column(
        checklist?.name(of: column, in: layout) ?? layout.name(of: column), isHierarchy: column.level != nil)
    }
    return plan.sections.indices.compactMap { number -> TableView? in
      guard plan.sections[number].content.kind == layout.kind else { return nil }
      let rows = groups.filter { all[$0].section == number }.flatMap { index in
        Self.rows(of: all[index], origins: FieldOrigins(of: index, in: all), names: names[index], columns: columns)
      }
      return TableView(of: plan.sections[number], columns: titles, rows: rows)
    }
  }

  /// The checklist's columns, and those that the plan needs nevertheless: nothing that is written may disappear.
  private static func columns(
    for groups: [PlacedGroup], names: [HierarchyNames], checklist: Checklist?, layout: TableLayout
  ) -> [MeasureColumn] {
    let usual = checklist?.outline(for: layout).columns ?? layout.columns
    var needed: Set<MeasureColumn> = [.measure]
    for (place, names) in zip(groups, names) {
      let fields = [place.fields] + place.group.measures.map(\.fields)
      needed.formUnion(
        MeasureField.shared.filter { field in fields.contains { $0.text(of: field) != nil } }.map(MeasureColumn.field))
      needed.formUnion(MeasureColumn.allCases.filter { names.cell(for: $0, among: usual) != nil })
    }
    return needed.isSubset(of: usual)
      ? usual : MeasureColumn.allCases.filter { usual.contains($0) || needed.contains($0) }
  }

  private static func rows(
    of place: PlacedGroup, origins: FieldOrigins, names: HierarchyNames, columns: [MeasureColumn]
  ) -> [[TableView.Cell]] {
    func row(_ text: String, _ own: MeasureFields, inherited: MeasureFields) -> [TableView.Cell] {
      columns.map { column in
        switch column {
        case .dimension, .item, .focus: names.cell(for: column, among: columns) ?? ""
        case .measure: .init(text)
        case .field(let field):
          own.text(of: field).map { .init($0.string) }
            ?? .init(inherited.text(of: field)?.string ?? "", origin: origins[field])
        }
      }
    }
    if place.group.measures.isEmpty {
      // A heading with nothing under it stays visible. What it would hand down to measures has nobody to go to.
      return place.group.groups.isEmpty ? [row("", MeasureFields(), inherited: MeasureFields())] : []
    }
    return place.group.measures.map { row(words(of: $0, in: place.layout), $0.fields, inherited: place.fields) }
  }

  /// The text behind its number, where the form prints that.
  static func words(of measure: Measure, in layout: TableLayout) -> String {
    guard let label = measure.label, layout.prints(label) else { return measure.text.string }
    return label.text + (label.needsSpace ? " " : "") + measure.text.string
  }
}

/// Which heading hands a field down to the measures under a heading, as an index into the placed groups; the table's
/// own fields are handed down by -1.
private struct FieldOrigins {
  private var origins: [MeasureField: Int] = [:]

  init(of index: Int, in groups: [PlacedGroup]) {
    for (field, _) in groups[index].fields.all {
      origins[field] =
        sequence(first: index) { groups[$0].parent }.first { groups[$0].group.defaults.text(of: field) != nil } ?? -1
    }
  }

  subscript(field: MeasureField) -> Int? { origins[field] }
}

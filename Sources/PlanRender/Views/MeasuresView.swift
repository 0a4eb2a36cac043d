import PlanModel
import PlanText

/// 附表1: every measure with its place in the checklist, its deadline and its units.
///
/// Names are the checklist's own where it has them. What a measure inherits from a heading stands in its row. 辦理情形 has a
/// column where there is any. The table that is handed in has no place for 措施名稱, 辦理事項 and comments; they are left out.
enum MeasuresView: TableOnlyView {
  static let summary = LocalizedText(zh: "附表1 具體作法表", en: "the table of measures (具體作法表)")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    let tables = tables(of: plan, checklist: checklist, layout: .measures)
    if tables.isEmpty { throw .noSuchTable(.measures) }
    return tables
  }

  /// The tables of a layout. The names in them are the checklist's own, or in the words of the plan.
  static func tables(
    of plan: Plan, checklist: Checklist?, layout: TableLayout, inWordsOfPlan: Bool = false
  ) -> [TableView] {
    let all = plan.placedGroups(checklist: checklist)
    let names = HierarchyNames.all(of: all, checklist: checklist, inWordsOfPlan: inWordsOfPlan)
    let groups = all.indices.filter { all[$0].layout == layout }
    let usual = MeasuresColumns.usual(
      for: groups.map { all[$0] }, names: groups.map { names[$0] }, checklist: checklist, layout: layout)
    return plan.sections.indices.compactMap { number -> TableView? in
      guard case .measures(let table) = plan.sections[number].content, table.layout == layout else { return nil }
      let own = groups.filter { all[$0].section == number }
      let columns =
        (table.columns ?? MeasuresColumns.shared(by: table, layout: layout)).map {
          MeasuresColumns.own($0, for: own.map { all[$0] }, layout: layout)
        } ?? usual
      let rows = own.flatMap { index in
        Self.rows(of: index, in: all, origins: FieldOrigins(of: index, in: all), names: names[index], columns: columns)
      }
      let section = plan.sections[number]
      return TableView(
        title: plan.heading(ofSection: number).string, intro: section.intro?.string,
        columns: MeasuresColumns.titles(columns), rows: rows, closing: section.closing?.string)
    }
  }

  private static func rows(
    of index: Int, in groups: [PlacedGroup], origins: FieldOrigins, names: HierarchyNames, columns: [WrittenColumn]
  ) -> [[TableView.Cell]] {
    let place = groups[index]
    let levels = MeasuresColumns.levelNames(of: index, in: groups, columns: columns)
    let kinds = columns.map(\.column)
    // The same in every row.
    let heads = kinds.indices.map { place -> TableView.Cell in
      kinds[place].isLevel ? levels?[place] ?? names.cell(for: kinds[place], among: kinds) ?? "" : ""
    }
    func row(_ text: String, _ own: MeasureFields, inherited: MeasureFields) -> [TableView.Cell] {
      kinds.indices.map { place in
        switch kinds[place] {
        case .dimension, .item, .subItem, .focus: heads[place]
        case .measure: .init(text)
        case .extra(let name): .init(own.extra.first { $0.name == name }?.text.string ?? "")
        case .field(let field):
          own.words(of: field).map { .init($0) }
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
        sequence(first: index) { groups[$0].parent }.first { groups[$0].group.defaults.has(field) } ?? -1
    }
  }

  subscript(field: MeasureField) -> Int? { origins[field] }
}

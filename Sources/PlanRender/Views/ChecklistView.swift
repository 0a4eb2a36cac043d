import PlanModel

/// 檢核表: the official checklist with a box for every checkpoint, ticked where a measure meets it, and which measure that is.
///
/// A tick that rests on nothing but similar words says so.
enum ChecklistView: PlanView {
  static let summary = LocalizedText(
    zh: "檢核表：每一辦理事項是否有對應的具體作法", en: "the checklist (檢核表): which checkpoints are met, and where")

  static func tables(of plan: Plan, checklist: Checklist?) throws(RenderError) -> [TableView] {
    guard let checklist else { throw .noChecklist(identifier: plan.metadata.checklist?.string) }
    let points = Dictionary(grouping: CheckpointCoverage(of: plan, checklist: checklist).points, by: \.entry)
    let levels = Set(checklist.entries.map(\.node.level))
    let hierarchy: [MeasureColumn] = [.dimension, .item, .focus].filter { $0.level.map(levels.contains) ?? false }
    let rows = checklist.entries.indices.flatMap { entry -> [[TableView.Cell]] in
      let names = HierarchyNames(of: entry, in: checklist)
      let place = hierarchy.map { names.cell(for: $0, among: hierarchy) ?? "" }
      let guidance = checklist.entries[entry].node.guidance.map { [TableView.Cell("◎" + $0.text.string), "", ""] }
      return ((points[entry] ?? []).map(cells) + guidance).map { place + $0 }
    }
    let columns =
      hierarchy.map { TableView.Column($0.printedName, isHierarchy: true) }
      + [FieldName.checkpoints.name, "辦理", "對應作法"].map { TableView.Column($0) }
    return [TableView(title: checklist.title, columns: columns, rows: rows)]
  }

  /// What is asked, the box, and what answers it.
  private static func cells(for point: CheckpointCoverage.Point) -> [TableView.Cell] {
    let group = point.checkpoint.group.map { "（\($0.string)）" } ?? ""
    let guess = point.state == .worded ? "〔依文字推定〕" : ""
    let answers = point.measures.map { "第\($0.number)項「\(excerpt(of: $0.measure))」" }.joined(separator: "\n")
    return [.init(group + point.checkpoint.text.string), point.state.isMet ? "☑" : "□", .init(guess + answers)]
  }

  /// The first words of a measure. Its own quotation marks would be cut in two.
  private static func excerpt(of measure: Measure) -> String {
    let text = measure.name?.string ?? MarkdownList.withoutBullets(measure.text.string)
    return text.prefix { !$0.isNewline }.filter { !"「」『』".contains($0) }.excerpt(14)
  }
}

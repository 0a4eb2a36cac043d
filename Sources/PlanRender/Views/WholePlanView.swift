import PlanModel
import PlanText

/// The whole document in its order: what is text as text, and every table as its own view prints it. Comments are not
/// printed; in a document to be handed in, neither are the fields that tell plantool what the document says anyway.
enum WholePlanView: PlanView {
  static let summary = LocalizedText(zh: "整份計畫，依章節順序", en: "the whole plan, section by section")

  static func parts(of plan: Plan, checklist: Checklist?, options: RenderOptions) throws(RenderError) -> [ViewPart] {
    let shown = options.isHandedIn ? plan.fieldsSaidNowhereElse : plan.metadata.fields
    let fields = list(shown.map { "\($0.name.name)：\($0.text.string)" })
    let paragraphs = plan.versions.map(\.string) + [fields, plan.intro?.string ?? ""]
    let head = TextView(
      title: plan.title?.string ?? "", level: 1, body: paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n"))
    var parts: [ViewPart] = head.title.isEmpty && head.body.isEmpty ? [] : [.text(head)]
    // A view makes one table of each section of its kind, in order.
    var tables: [ViewName: ArraySlice<TableView>] = [:]
    for section in plan.sections {
      guard let view = view(of: section.content) else {
        parts.append(part(of: section))
        continue
      }
      if tables[view] == nil {
        tables[view] = try view.definition.parts(of: plan, checklist: checklist, options: options).compactMap(\.table)[
          ...]
      }
      // What goes on with a section stands under its heading already.
      if let table = tables[view]?.popFirst() { parts.append(.table(section.isContinuation ? table.untitled : table)) }
    }
    if parts.isEmpty { throw .noSuchTable(.plan) }
    return parts
  }

  /// The view that prints sections of a kind, where there is one.
  private static func view(of content: SectionContent) -> ViewName? {
    switch content {
    case .measures(let table):
      switch table.layout {
      case .measures: .measures
      case .workItems: .workItems
      case .strategies: .strategies
      }
    case .survey: .survey
    case .taskForce: .taskForce
    case .inspectionLog: .inspectionLog
    case .narrative, .citations, .checklist, .units: nil
    }
  }

  private static func part(of section: Section) -> ViewPart {
    switch section.content {
    case .checklist(let nodes): .table(table(of: section, nodes))
    case .units(let units):
      .table(TableView(of: section, usual: UnitColumn.allCases, rows: units.units.map(\.row)))
    case .narrative(let body): text(section, body.string)
    case .citations(let citations): text(section, list(citations.map { ($0.label?.text ?? "") + $0.text.string }))
    case .measures, .survey, .taskForce, .inspectionLog: text(section, "")
    }
  }

  private static func text(_ section: Section, _ body: String) -> ViewPart {
    let body = [section.intro?.string, body, section.closing?.string].compactMap { $0 }.filter { !$0.isEmpty }
    return .text(TextView(title: section.heading.string, body: body.joined(separator: "\n\n")))
  }

  /// A Markdown list; further lines stand under the first of their item.
  private static func list(_ items: [String]) -> String {
    items.map { item in
      "- "
        + item.lineSlices.enumerated().map { index, line in
          index == 0 || line.isEmpty ? String(line) : "  " + line
        }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  // MARK: The agency's own copy of the checklist

  private static func table(of section: Section, _ nodes: [ChecklistNode]) -> TableView {
    var levels: Set<ChecklistLevel> = []
    func collect(_ nodes: [ChecklistNode]) {
      for node in nodes {
        levels.insert(node.level)
        collect(node.nodes)
      }
    }
    collect(nodes)
    let hierarchy = MeasureColumn.columns(for: levels)
    return TableView(
      of: section,
      columns: hierarchy.map { TableView.Column($0.name, isHierarchy: true) }
        + [.init(FieldName.checkpoints.name), .init(ChecklistView.boxTitle)],
      rows: nodes.flatMap { rows(of: $0, names: [:], hierarchy) })
  }

  private static func rows(
    of node: ChecklistNode, names: [ChecklistLevel: TableView.Cell], _ hierarchy: [MeasureColumn]
  ) -> [[TableView.Cell]] {
    var names = names
    names[node.level] = .init(node.name, addition: node.weight.map { "（\($0)分）" } ?? "")
    let place = hierarchy.map { column in column.level.flatMap { names[$0] } ?? "" }
    let own =
      node.checkpoints.map { [ChecklistView.questionCell($0), ChecklistView.boxCell(isTicked: $0.isTicked)] }
      + node.guidance.map { [ChecklistView.guidanceCell($0), ""] }
    // A heading with nothing under it stays visible.
    let all = own.isEmpty && node.nodes.isEmpty ? [["", ""]] : own
    return all.map { place + $0 } + node.nodes.flatMap { rows(of: $0, names: names, hierarchy) }
  }
}

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
        parts.append(part(of: section, options))
        continue
      }
      if tables[view] == nil {
        if case .measures(let table) = section.content, options.isHandedIn {
          // The document is the plan: its headings are its own, which the checklist's forms word anew.
          tables[view] =
            MeasuresView.tables(of: plan, checklist: checklist, layout: table.layout, inWordsOfPlan: true)[...]
        } else {
          tables[view] = try view.definition.parts(of: plan, checklist: checklist, options: options)
            .compactMap(\.table)[...]
        }
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

  private static func part(of section: Section, _ options: RenderOptions) -> ViewPart {
    switch section.content {
    case .checklist(let nodes): .table(table(of: section, nodes, inWordsOfPlan: options.isHandedIn))
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

  private static func table(
    of section: Section, _ nodes: [ChecklistNode], inWordsOfPlan: Bool
  ) -> TableView {
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
      rows: nodes.flatMap { rows(of: $0, names: [:], hierarchy, inWordsOfPlan: inWordsOfPlan) })
  }

  private static func rows(
    of node: ChecklistNode, names: [ChecklistLevel: TableView.Cell], _ hierarchy: [MeasureColumn], inWordsOfPlan: Bool
  ) -> [[TableView.Cell]] {
    var names = names
    names[node.level] =
      inWordsOfPlan
      ? .init(node.heading.string) : .init(node.name, addition: node.weight.map { "（\($0)分）" } ?? "")
    let place = hierarchy.map { column in column.level.flatMap { names[$0] } ?? "" }
    let own = rows(of: node)
    // A heading with nothing under it stays visible.
    let all = own.isEmpty && node.nodes.isEmpty ? [["", ""]] : own
    return all.map { place + $0 }
      + node.nodes.flatMap { rows(of: $0, names: names, hierarchy, inWordsOfPlan: inWordsOfPlan) }
  }

  /// The boxes of a heading, and what evidence is asked for between them.
  private static func rows(of node: ChecklistNode) -> [[TableView.Cell]] {
    var rows: [[TableView.Cell]] = []
    var guidance = node.guidance[...]
    for count in 0...node.checkpoints.count {
      while let next = guidance.first, count == node.checkpoints.count || next.after.map({ $0 <= count }) ?? false {
        rows.append([ChecklistView.guidanceCell(next), ""])
        guidance.removeFirst()
      }
      guard count < node.checkpoints.count else { break }
      let point = node.checkpoints[count]
      rows.append([ChecklistView.questionCell(point), ChecklistView.boxCell(isTicked: point.isTicked)])
    }
    return rows
  }
}

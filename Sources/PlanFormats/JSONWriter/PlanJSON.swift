import PlanModel
import PlanText

/// A plan as JSON: the keys are the words of the model, and beside every text that plantool understands stands what it
/// understood.
public enum PlanJSON {
  /// The value of the `format` key.
  public static let format = "plantool/1"

  /// The whole document.
  public static func output(_ content: DocumentContent) -> JSONOutput {
    switch content {
    case .plan(let plan): output(plan)
    case .proposal(let proposal): output(proposal)
    }
  }

  /// The whole plan.
  public static func output(_ plan: Plan) -> JSONOutput {
    let years = plan.metadata.years
    return .members([
      ("$schema", text(plan.schema)),
      ("format", .string(format)),
      ("document", plan.metadata.document.map { .string($0.rawValue) }),
      ("titleComments", texts(plan.titleComments)),
      ("title", text(plan.title)),
      ("versions", texts(plan.versions)),
      ("agency", text(plan.metadata.agency)),
      ("year", plan.metadata.year.map(year)),
      ("period", plan.metadata.period.map { deadline($0, in: plan.metadata.statedYears) }),
      ("checklist", text(plan.metadata.checklist)),
      ("metadataComments", texts(plan.metadata.comments)),
      ("innerComments", innerComments(plan.metadata.innerComments)),
      ("intro", text(plan.intro)),
      ("sections", elements(plan.sections) { section($0, in: years) }),
      ("comments", texts(plan.comments)),
    ])
  }

  /// A number where the year is digits, and the words where it is not.
  static func year(_ text: PlanText) -> JSONOutput {
    if let value = Int(text.string), String(value) == text.string { return .int(value) }
    return .string(text.string)
  }

  static func text(_ text: PlanText?) -> JSONOutput? { text.map { .string($0.string) } }

  static func texts(_ texts: [PlanText]) -> JSONOutput? {
    texts.isEmpty ? nil : .array(texts.map { .string($0.string) })
  }

  /// The words alone, or with the key of the field that they stand before.
  private static func innerComments(_ comments: [InnerComment]) -> JSONOutput? {
    guard !comments.isEmpty else { return nil }
    return .array(
      comments.inOrder.map { comment in
        guard let field = comment.before else { return .string(comment.text.string) }
        return .members([("text", .string(comment.text.string)), ("before", .string(field.key))])
      })
  }

  private static func columns(_ columns: [MeasureColumn]?) -> JSONOutput? {
    columns.map { .array($0.map { .string($0.key) }) }
  }

  /// What the columns of a pipe table hold, and what they are called where the form calls one of them otherwise.
  private static func columns(_ columns: [WrittenColumn]?, _ layout: TableLayout) -> [(String, JSONOutput?)] {
    guard let columns else { return [] }
    let isUsual = columns.allSatisfy { $0.name == layout.name(of: $0.column) && !$0.column.isOwn }
    return [
      ("columns", self.columns(columns.map(\.column))),
      ("columnNames", isUsual ? nil : .array(columns.map { .string($0.name) })),
    ]
  }

  // MARK: Sections

  private static func section(_ section: Section, in years: PlanYears) -> JSONOutput {
    let content: [(String, JSONOutput?)]
    switch section.content {
    case .narrative(let body): content = [("text", .string(body.string))]
    case .citations(let citations): content = [("citations", .array(citations.map(citation)))]
    case .measures(let table):
      content =
        fields(table.defaults, in: years) + columns(table.columns, table.layout) + [
          ("measures", measures(of: table.groups.first { $0.isUnnamed }, in: years)),
          (
            "dimensions",
            elements(table.groups.filter { !$0.isUnnamed }) { group($0, table.layout, in: years) }
          ),
        ]
    case .survey(let rows): content = [("rows", .elements(count: rows.count) { surveyRow($0, of: rows) })]
    case .taskForce(let members): content = [("members", .elements(count: members.count) { member($0, of: members) })]
    case .checklist(let nodes): content = [("dimensions", .array(nodes.map(node)))]
    case .units(let table): content = [("units", .array(table.units.map(unit)))]
    case .inspectionLog(let log): content = [("date", text(log.date)), ("groups", .array(log.groups.map(group)))]
    }
    return .members(
      [
        ("heading", section.isContinuation ? nil : .string(section.heading.string)),
        ("continues", section.isContinuation ? .bool(true) : nil),
        ("kind", .string(section.content.kind.rawValue)),
        ("statedKind", text(section.statedKind)),
        ("intro", text(section.intro)),
        ("columnNames", section.columnNames.map { .array($0.map { .string($0) }) }),
      ] + content + [
        ("closing", text(section.closing)), ("innerComments", innerComments(section.innerComments)),
        ("comments", texts(section.comments)),
      ])
  }

  static func citation(_ citation: Citation) -> JSONOutput {
    let parts = CitationParts(citation.text)
    return .members([
      ("label", citation.label.map { .string($0.text) }),
      ("text", .string(citation.text.string)),
      ("issuer", text(parts.issuer)),
      ("date", parts.date.map { .string($0.value.iso) }),
      ("number", text(parts.number)),
      ("title", text(parts.title)),
      ("comments", texts(citation.comments)),
    ])
  }

  private static func unit(_ unit: UnitTable.Unit) -> JSONOutput {
    .members([
      ("name", text(unit.name)), ("aliases", texts(unit.aliases)), ("parent", text(unit.parent)),
      ("nature", text(unit.nature)), extra(unit.extra),
    ])
  }

  // MARK: Measures

  private static func group(_ group: MeasureGroup, _ layout: TableLayout, in years: PlanYears) -> JSONOutput {
    .members(
      [("heading", .string(group.heading.string)), ("weight", group.weight.map { .int($0.points) })]
        + fields(group.defaults, in: years) + columns(group.columns, layout)
        + children(group.groups, levels: group.groups.map(\.level)) { self.group($0, layout, in: years) }
        + [
          ("measures", measures(of: group, in: years)),
          ("innerComments", innerComments(group.innerComments)),
          ("comments", texts(group.comments)),
        ])
  }

  private static func measures(of group: MeasureGroup?, in years: PlanYears) -> JSONOutput? {
    guard let group, !group.measures.isEmpty else { return nil }
    return elements(group.measures) { measure($0, in: years) }
  }

  /// The next level, as `items` if there is an item among it and as `focuses` otherwise. A focus among items says so
  /// itself, so that the order is kept.
  private static func children<Child: Sendable>(
    _ children: [Child], levels: [ChecklistLevel], output: @escaping @Sendable (Child) -> JSONOutput
  ) -> [(String, JSONOutput?)] {
    guard !children.isEmpty else { return [] }
    let main: ChecklistLevel = levels.contains(.item) ? .item : .focus
    let outputs = elements(Array(zip(children, levels))) { child, level in
      let value = output(child)
      guard level != main, case .object(let members) = value else { return value }
      return .object([("level", .string(level.rawValue))] + members)
    }
    return [(main == .item ? "items" : "focuses", outputs)]
  }

  private static func elements<Part: Sendable>(
    _ parts: [Part], _ output: @escaping @Sendable (Part) -> JSONOutput
  ) -> JSONOutput {
    .elements(count: parts.count) { output(parts[$0]) }
  }

  private static func fields(_ fields: MeasureFields, in years: PlanYears) -> [(String, JSONOutput?)] {
    fields.all.map { ($0.field.key, output($0.value, in: years)) }
  }

  private static func output(_ value: FieldValue, in years: PlanYears) -> JSONOutput {
    switch value {
    case .text(let text): .string(text.string)
    case .deadline(let value): deadline(value, in: years)
    case .units(let value): units(value)
    case .entries(let entries): .array(entries.map(progress))
    case .named(let texts):
      named(texts)
    }
  }

  private static func measure(_ measure: Measure, in years: PlanYears) -> JSONOutput {
    var fields = fields(measure.fields, in: years)
    // A name stands before what it names.
    let name = fields.first?.0 == MeasureField.measureName.key ? fields.removeFirst() : nil
    return .members(
      [("label", measure.label.map { .string($0.text) })] + (name.map { [$0] } ?? [])
        + [("text", .string(measure.text.string))] + fields + [
          ("innerComments", innerComments(measure.innerComments)),
          ("comments", texts(measure.comments)),
        ])
  }

  static func named(_ texts: [NamedText]) -> JSONOutput {
    .array(texts.map { .members([("name", .string($0.name)), ("text", .string($0.text.string))]) })
  }

  /// The columns of a row of the plan's own; nil where it has none.
  static func extra(_ texts: [NamedText]) -> (String, JSONOutput?) {
    (MeasureField.extra.key, texts.isEmpty ? nil : named(texts))
  }

  static func progress(_ entry: ProgressEntry) -> JSONOutput {
    .members([
      ("text", .string(entry.text.string)), ("date", entry.date.map { .string($0.iso) }),
      ("percent", entry.percent.map { .int($0) }),
    ])
  }

  static func units(_ units: UnitList) -> JSONOutput {
    .members([("text", .string(units.text.string)), ("names", names(units))])
  }

  static func names(_ units: UnitList) -> JSONOutput { .array(units.units.map { .string($0.string) }) }

  // MARK: Checklists

  /// A dimension, item or focus of a checklist.
  public static func node(_ node: ChecklistNode) -> JSONOutput {
    .members(
      [
        ("heading", .string(node.heading.string)), ("weight", node.weight.map { .int($0) }),
        ("aliases", texts(node.aliases)), ("formerNames", texts(node.formerNames)),
        ("columns", columns(node.columns)),
      ]
        + children(node.nodes, levels: node.nodes.map(\.level)) { self.node($0) }
        + [
          (
            "checkpoints",
            node.checkpoints.isEmpty
              ? nil : .array(node.checkpoints.indices.map { checkpoint($0, of: node.checkpoints) })
          ),
          ("guidance", node.guidance.isEmpty ? nil : .array(node.guidance.map(guidance))),
          ("comments", texts(node.comments)),
        ])
  }

  /// The words alone, or with the number of checkpoints before them.
  private static func guidance(_ guidance: Guidance) -> JSONOutput {
    guard let after = guidance.after else { return .string(guidance.text.string) }
    return .members([("text", .string(guidance.text.string)), ("after", .int(after))])
  }
}

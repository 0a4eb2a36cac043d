/// Writes a plan or a proposal as Markdown, in the one canonical form.
public struct PlanTextWriter {
  private var lines: [String] = []

  /// The text of a plan, with LF line breaks and one at the end.
  public static func text(_ plan: Plan) -> String { text(.plan(plan)) }

  /// The text of a document, with LF line breaks and one at the end.
  public static func text(_ content: DocumentContent) -> String {
    var writer = PlanTextWriter()
    switch content {
    case .plan(let plan): writer.write(plan)
    case .proposal(let proposal): writer.write(proposal)
    }
    while writer.lines.last == "" { writer.lines.removeLast() }
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ plan: Plan) {
    if let title = plan.title { block("# " + title.string) }
    write(plan.metadata.comments)
    block(plan.metadata.fields.flatMap { field($0.name, $0.text) })
    for section in plan.sections { write(section) }
    write(plan.comments)
  }

  /// Adds lines and a blank one behind them.
  mutating func block(_ new: [String]) {
    guard !new.isEmpty else { return }
    lines += new
    lines.append("")
  }

  mutating func block(_ text: String) { block(text.lines) }

  mutating func write(_ comments: [PlanText]) {
    for comment in comments { block(Self.comment(comment)) }
  }

  static func comment(_ comment: PlanText) -> [String] { "<!-- \(comment.string) -->".lines }

  /// `- 完成期限：107年4月`, further lines indented.
  func field(_ name: FieldName, _ value: PlanText, layout: TableLayout = .measures) -> [String] {
    indented("\(name.name(in: layout))：\(value.string)".lines, marker: "- ")
  }

  /// Lines behind a marker; the others are indented to the same column.
  func indented(_ lines: [String], marker: String) -> [String] {
    let blanks = String(repeating: " ", count: marker.unicodeScalars.count)
    return lines.enumerated().map { index, line in
      index == 0 ? line.isEmpty ? String(marker.dropLast()) : marker + line : line.isEmpty ? "" : blanks + line
    }
  }

  // MARK: Sections

  private mutating func write(_ section: Section) {
    write(section.comments)
    block("## " + section.heading.string)
    var fields = section.statedKind.map { field(.tableKind, $0) } ?? []
    if case .inspectionLog(let log) = section.content, let date = log.date { fields += field(.inspectionDate, date) }
    block(fields)
    if let intro = section.intro { block(intro.string) }
    switch section.content {
    case .narrative(let body): if !body.isBlank { block(body.string) }
    case .citations(let citations): block(citations.flatMap { item($0.text.string.lines, label: $0.label) })
    case .measures(let table):
      block(self.fields(table.defaults, layout: table.layout))
      for group in table.groups { write(group, level: 3, layout: table.layout) }
      // Without a line across the page what follows would belong to the last heading.
      if section.closing != nil { block("---") }
    case .survey(let rows): block(surveyTable(rows))
    case .taskForce(let members): block(memberTable(members))
    case .checklist(let nodes): for node in nodes { write(node, level: 3) }
    case .units(let table): block(unitTable(table))
    case .inspectionLog(let log):
      for group in log.groups { write(group) }
      if section.closing != nil { block("---") }
    }
    if let closing = section.closing { block(closing.string) }
  }

  /// An item with its number: `1. ` for one that Markdown knows, `- 一、` for another, whose lines stand under the number and not behind it.
  func item(_ lines: [String], label: Label?) -> [String] {
    guard let label else {
      return Self.isPlain(lines.first ?? "") ? indented(lines, marker: "- ") : indented([""] + lines, marker: "- ")
    }
    if label.isMarkdown { return indented(lines, marker: label.text + " ") }
    let gap = label.needsSpace && lines.first?.isEmpty == false ? " " : ""
    return indented([label.text + gap + (lines.first ?? "")] + lines.dropFirst(), marker: "- ")
  }

  /// Whether the line can stand behind a bullet without becoming a number or a field.
  private static func isPlain(_ line: String) -> Bool {
    let source = SourceText(name: "", text: "- " + line)
    let blocks = MarkdownParser(source: source.bytes).blocks(of: source, headings: false)
    guard case .item(let item)? = blocks.first, item.label == nil else { return false }
    if case .text = FieldReader(source: source.bytes).read(item, allowed: FieldName.ofMeasure) { return true }
    return false
  }

  // MARK: Measures

  private func fields(_ fields: MeasureFields, layout: TableLayout) -> [String] {
    let all: [(FieldName, PlanText?)] = [
      (.deadline, fields.deadline?.text), (.units, fields.units?.text), (.benefit, fields.benefit),
    ]
    return all.flatMap { name, value in value.map { field(name, $0, layout: layout) } ?? [] }
  }

  private mutating func write(_ group: MeasureGroup, level: Int, layout: TableLayout) {
    write(group.comments)
    block(String(repeating: "#", count: level) + " " + group.heading.string)
    block(fields(group.defaults, layout: layout))
    // Measures of the heading itself come first: behind a deeper heading they would belong to that.
    block(group.measures.flatMap { measure($0, layout: layout) })
    for inner in group.groups { write(inner, level: level + 1, layout: layout) }
  }

  private func measure(_ measure: Measure, layout: TableLayout) -> [String] {
    let own: [(FieldName, PlanText?)] =
      [(.measureName, measure.name), (.deadline, measure.fields.deadline?.text), (.units, measure.fields.units?.text)]
      + [(.benefit, measure.fields.benefit), (.checkpoints, measure.checkpoints)]
      + measure.progress.map { (.progress, $0.text) }
    let fields =
      own.flatMap { name, value in value.map { field(name, $0, layout: layout) } ?? [] }
      + measure.comments.flatMap(Self.comment)
    return item(Self.insert(fields, into: measure.text.string), label: measure.label)
  }

  /// The lines of a measure with its fields: behind the first paragraph, where they are seen, but where that would change what the text
  /// is, behind all of it.
  static func insert(_ fields: [String], into text: String) -> [String] {
    let lines = text.lines
    let source = SourceText(name: "", text: text)
    let blocks = MarkdownParser(source: source.bytes).blocks(of: source, headings: false)
    if case .paragraph(let first)? = blocks.first {
      let rest = lines[source.line(at: max(first.range.lowerBound, first.range.upperBound - 1))...]
      // Lines that are indented would become part of the last field.
      let isIndented = rest.first { !PlanText($0).isBlank }?.first?.isWhitespace ?? false
      if !isIndented { return lines.dropLast(rest.count) + fields + rest }
    }
    // A line with | right behind a table is a row of it.
    if case .table? = blocks.last { return lines + [""] + fields }
    return lines + fields
  }

  // MARK: Tables

  private func surveyTable(_ rows: [SurveyRow]) -> [String] {
    var previous: SurveyRow?
    var cells: [[String]] = []
    for row in rows {
      // An empty item under an empty dimension would be the item above; under a dimension of its own it is none.
      let isNoItem = row.item.isBlank && previous?.item.isBlank == false
      let sameDimension = !isNoItem && previous?.dimension.string == row.dimension.string
      let sameItem = sameDimension && previous?.item.string == row.item.string
      cells.append([
        sameDimension ? "" : row.dimension.string, sameItem ? "" : row.item.string, row.name.string, row.text.string,
      ])
      previous = row
    }
    return PipeTable.lines(header: SurveyColumn.allCases.map(\.name), rows: cells)
  }

  private func memberTable(_ members: [Member]) -> [String] {
    let columns = MemberColumn.columns(of: members)
    return PipeTable.lines(
      header: columns.map(\.name),
      rows: members.map { member in columns.map { member[$0] } })
  }

  private func unitTable(_ table: UnitTable) -> [String] {
    PipeTable.lines(
      header: UnitColumn.allCases.map(\.name),
      rows: table.units.map { unit in UnitColumn.allCases.map { unit[$0] } })
  }

  // MARK: Inspection logs

  private mutating func write(_ group: InspectionGroup) {
    write(group.comments)
    if let heading = group.heading { block("### " + heading.string) }
    if !group.slots.isEmpty || !group.items.isEmpty || group.heading == nil {
      block(
        PipeTable.lines(
          header: [InspectionColumn.item.name] + group.slots.map(\.text.string),
          rows: group.items.map { [$0.words] + $0.cells.map(\.text.string) }))
    }
    if let text = group.text { block(text.string) }
  }

  // MARK: Checklists

  private mutating func write(_ node: ChecklistNode, level: Int) {
    write(node.comments)
    block(String(repeating: "#", count: level) + " " + node.heading.string)
    var boxes: [String] = []
    var group: String?
    for checkpoint in node.checkpoints {
      if checkpoint.group?.string != group, let name = checkpoint.group?.string {
        boxes += indented(name.lines, marker: "- ")
      }
      group = checkpoint.group?.string
      let box = boxed(checkpoint.text, isTicked: checkpoint.isTicked)
      boxes += group == nil ? box : box.map { $0.isEmpty ? "" : "  " + $0 }
    }
    block(boxes)
    for guidance in node.guidance { block(guidance.string.lines.map { "> " + $0 }) }
    for inner in node.nodes { write(inner, level: level + 1) }
  }
}

extension PlanTextWriter {
  /// `- [x] 文字`: further lines stand under the box and not behind it.
  func boxed(_ text: PlanText, isTicked: Bool) -> [String] {
    let lines = text.string.lines
    return indented([(isTicked ? "[x] " : "[ ] ") + (lines.first ?? "")] + lines.dropFirst(), marker: "- ")
  }
}

extension SurveyRow {
  /// The text of a column.
  public subscript(column: SurveyColumn) -> String {
    switch column {
    case .dimension: dimension.string
    case .item: item.string
    case .name: name.string
    case .text: text.string
    }
  }
}

extension MemberColumn {
  /// The columns that a roster needs. Not every roster has groups, or posts beside the roles.
  public static func columns(of members: [Member]) -> [MemberColumn] {
    allCases.filter { column in
      switch column {
      case .group: members.contains { $0.group != nil }
      case .post: members.isEmpty || members.contains { !$0.post.isBlank }
      default: true
      }
    }
  }
}

extension Member {
  /// The text of a column.
  public subscript(column: MemberColumn) -> String {
    switch column {
    case .group: group?.string ?? ""
    case .role: role.string
    case .post: post.string
    case .name: name.string
    case .duty: duty.string
    case .remark: remark.string
    }
  }
}

extension UnitTable.Unit {
  /// The text of a column.
  public subscript(column: UnitColumn) -> String {
    switch column {
    case .name: name.string
    case .aliases: aliases.map(\.string).joined(separator: "；")
    case .parent: parent?.string ?? ""
    case .nature: nature?.string ?? ""
    }
  }
}

/// A pipe table in its plainest form.
enum PipeTable {
  static func lines(header: [String], rows: [[String]]) -> [String] {
    func line(_ cells: [String]) -> String {
      cells.reduce("|") { $0 + " " + ($1.isEmpty ? "" : TableCell.escape($1) + " ") + "|" }
    }
    return [line(header), line(header.map { _ in "---" })] + rows.map(line)
  }
}

extension String {
  /// The lines of a text, split at LF.
  var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}

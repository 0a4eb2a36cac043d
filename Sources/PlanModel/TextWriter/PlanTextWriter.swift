/// Writes a plan as Markdown, in the one canonical form.
public struct PlanTextWriter {
  private var lines: [String] = []

  /// The text of a plan, with LF line breaks and one at the end.
  public static func text(_ plan: Plan) -> String {
    var writer = PlanTextWriter()
    writer.write(plan)
    while writer.lines.last == "" { writer.lines.removeLast() }
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ plan: Plan) {
    if let title = plan.title { block("# " + title.string) }
    write(plan.metadata.comments)
    let fields: [(FieldName, PlanText?)] = [
      (.agency, plan.metadata.agency), (.year, plan.metadata.year), (.period, plan.metadata.period?.text),
      (.checklist, plan.metadata.checklist),
    ]
    block(fields.flatMap { name, value in value.map { field(name, $0) } ?? [] })
    for section in plan.sections { write(section) }
    write(plan.comments)
  }

  /// Adds lines and a blank one behind them.
  private mutating func block(_ new: [String]) {
    guard !new.isEmpty else { return }
    lines += new
    lines.append("")
  }

  private mutating func block(_ text: String) { block(text.lines) }

  private mutating func write(_ comments: [PlanText]) {
    for comment in comments { block(Self.comment(comment)) }
  }

  private static func comment(_ comment: PlanText) -> [String] { "<!-- \(comment.string) -->".lines }

  /// `- 完成期限：107年4月`, further lines indented.
  private func field(_ name: FieldName, _ value: PlanText) -> [String] {
    indented("\(name.name)：\(value.string)".lines, marker: "- ")
  }

  /// Lines behind a marker; the others are indented to the same column.
  private func indented(_ lines: [String], marker: String) -> [String] {
    let blanks = String(repeating: " ", count: marker.unicodeScalars.count)
    return lines.enumerated().map { index, line in index == 0 ? marker + line : line.isEmpty ? "" : blanks + line }
  }

  // MARK: Sections

  private mutating func write(_ section: Section) {
    write(section.comments)
    block("## " + section.heading.string)
    if let kind = section.statedKind { block(field(.tableKind, kind)) }
    if let intro = section.intro { block(intro.string) }
    switch section.content {
    case .narrative(let body): if !body.isBlank { block(body.string) }
    case .citations(let citations): block(citations.enumerated().flatMap { citation($1, number: $0 + 1) })
    case .measures(let table):
      block(self.fields(table.defaults))
      for group in table.groups { write(group, level: 3) }
    case .survey(let rows): block(surveyTable(rows))
    case .taskForce(let members): block(memberTable(members))
    case .checklist(let nodes): for node in nodes { write(node, level: 3) }
    case .units(let table): block(unitTable(table))
    }
    if let closing = section.closing { block(closing.string) }
  }

  private func citation(_ citation: Citation, number: Int) -> [String] {
    indented(citation.text.string.lines, marker: Self.marker(citation.label, number: nil))
  }

  /// `1. ` for a number that Markdown knows, `- 一、` for another, and the running number or a bullet where there is none.
  private static func marker(_ label: Label?, number: Int?) -> String {
    guard let label else { return number.map { "\($0). " } ?? "- " }
    let isMarkdown =
      label.style == .decimal && label.text.utf8.last == UInt8(ascii: ".") && label.text.utf8.allSatisfy { $0 < 0x80 }
    return isMarkdown ? label.text + " " : "- " + label.text
  }

  // MARK: Measures

  private func fields(_ fields: MeasureFields) -> [String] {
    let all: [(FieldName, PlanText?)] = [
      (.deadline, fields.deadline?.text), (.units, fields.units?.text), (.benefit, fields.benefit),
    ]
    return all.flatMap { name, value in value.map { field(name, $0) } ?? [] }
  }

  private mutating func write(_ group: MeasureGroup, level: Int) {
    write(group.comments)
    block(String(repeating: "#", count: level) + " " + group.heading.string)
    block(fields(group.defaults))
    // Measures of the heading itself come first: behind a deeper heading they would belong to that.
    block(group.measures.enumerated().flatMap { measure($1, number: $0 + 1) })
    for inner in group.groups { write(inner, level: level + 1) }
  }

  private func measure(_ measure: Measure, number: Int) -> [String] {
    let own: [(FieldName, PlanText?)] =
      [(.measureName, measure.name), (.deadline, measure.fields.deadline?.text), (.units, measure.fields.units?.text)]
      + [(.benefit, measure.fields.benefit), (.checkpoints, measure.checkpoints)]
      + measure.progress.map { (.progress, $0.text) }
    let fields =
      own.flatMap { name, value in value.map { field(name, $0) } ?? [] } + measure.comments.flatMap(Self.comment)
    let text = measure.text.string.lines
    // The fields stand behind the first paragraph, where they are seen; they must not cut a list in two.
    let isList = text.first.map(Self.startsBlock) ?? false
    let head = isList ? text[...] : text.prefix { !Self.startsBlock($0) }
    let rest = Array(text.dropFirst(head.count))
    let lines = head + fields + rest
    let marker: String
    if let label = measure.label, !Self.marker(label, number: number).hasPrefix("- ") {
      marker = Self.marker(label, number: number)
    } else if let label = measure.label {
      return indented(["\(label.text)\(lines.first ?? "")"] + lines.dropFirst(), marker: "- ")
    } else {
      marker = "- "
    }
    return indented(Array(lines), marker: marker)
  }

  /// Whether a line begins a list, table or quotation, before which the fields should stand.
  private static func startsBlock(_ line: String) -> Bool {
    let trimmed = line.drop { $0 == " " }
    guard let first = trimmed.first else { return true }
    return "-*+>|".contains(first) || first.isNumber || Label.read(at: String(trimmed.prefix(16))) != nil
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
    let hasGroups = members.contains { $0.group != nil }
    let columns = MemberColumn.allCases.filter { $0 != .group || hasGroups }
    return PipeTable.lines(
      header: columns.map(\.name),
      rows: members.map { member in columns.map { member[$0] } })
  }

  private func unitTable(_ table: UnitTable) -> [String] {
    PipeTable.lines(
      header: UnitColumn.allCases.map(\.name),
      rows: table.units.map { unit in
        [
          unit.name.string, unit.aliases.map(\.string).joined(separator: "；"), unit.parent?.string ?? "",
          unit.nature?.string ?? "",
        ]
      })
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
      let box = indented(checkpoint.text.string.lines, marker: checkpoint.isTicked ? "- [x] " : "- [ ] ")
      boxes += group == nil ? box : box.map { $0.isEmpty ? "" : "  " + $0 }
    }
    block(boxes)
    for guidance in node.guidance { block(guidance.string.lines.map { "> " + $0 }) }
    for inner in node.nodes { write(inner, level: level + 1) }
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

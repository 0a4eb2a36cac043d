import PlanModel
import PlanText

/// Writes a plan or a proposal as Markdown, in the one canonical form.
public struct PlanTextWriter {
  private var lines: [String] = []
  /// Whether the last line is the blank one behind a block.
  private var isSeparated = false

  /// The text of a plan, with LF line breaks and one at the end.
  public static func text(_ plan: Plan) -> String { text(.plan(plan)) }

  /// The text of a document, with LF line breaks and one at the end.
  public static func text(_ content: DocumentContent) -> String {
    var writer = PlanTextWriter()
    switch content {
    case .plan(let plan): writer.write(plan)
    case .proposal(let proposal): writer.write(proposal)
    }
    return writer.finished
  }

  /// All lines, without the blank one behind the last block.
  var finished: String { (isSeparated ? lines.dropLast() : lines[...]).joined(separator: "\n") + "\n" }

  private mutating func write(_ plan: Plan) {
    write(plan.titleComments)
    if let title = plan.title { block("# " + title.string) }
    block(plan.versions.map(\.string))
    write(plan.metadata.comments)
    block(fields(plan.metadata.fields.map { ($0.name, $0.text) }, plan.metadata.innerComments))
    if let intro = plan.intro { block(intro.string) }
    for section in plan.sections { write(section) }
    write(plan.comments)
  }

  /// Adds lines and a blank one behind them.
  mutating func block(_ new: [String]) {
    guard !new.isEmpty else { return }
    lines += new
    lines.append("")
    isSeparated = true
  }

  mutating func block(_ text: String) { block(text.lines) }

  /// Adds Markdown of any kind as it is. A blank line behind code that nothing closes would be a line of the code.
  mutating func free(_ text: String) {
    guard !text.isEmpty else { return }
    block(text)
    guard BlockTree.leavesOpen(text) else { return }
    lines.removeLast()
    isSeparated = false
  }

  mutating func write(_ comments: [PlanText]) {
    for comment in comments {
      // Other programs look for it in the first line only.
      let isFirst = lines.isEmpty && comment.isFrontMatter
      block(isFirst ? comment.string.lines : Self.comment(comment))
    }
  }

  static func comment(_ comment: PlanText) -> [String] { "<!-- \(comment.string) -->".lines }

  /// The fields that there are, each behind the comments that stand before it.
  private func fields(
    _ fields: [(FieldName, PlanText?)], _ comments: [InnerComment], layout: TableLayout = .measures
  ) -> [String] {
    var lines: [String] = []
    var written: Set<FieldName> = []
    for (name, value) in fields {
      guard let value else { continue }
      // A field that comes again, 辦理情形, has its comments before the first.
      if written.insert(name).inserted {
        lines += comments.filter { $0.before == name }.flatMap { Self.comment($0.text) }
      }
      lines += field(name, value, layout: layout)
    }
    return lines
  }

  /// The comments that stand before no field.
  private func free(_ comments: [InnerComment]) -> [PlanText] { comments.filter { $0.before == nil }.map(\.text) }

  /// `- 完成期限：107年4月`, further lines indented.
  func field(_ name: FieldName, _ value: PlanText, layout: TableLayout = .measures) -> [String] {
    // A list of boxes begins on a line of its own.
    let isList = value.string.hasPrefix("- [")
    return indented("\(name.name(in: layout))：\(isList ? "\n" : "")\(value.string)".lines, marker: "- ")
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
    if !section.isContinuation { block("## " + section.heading.string) }
    var fields = section.statedKind.map { field(.tableKind, $0) } ?? []
    if case .inspectionLog(let log) = section.content, let date = log.date { fields += field(.inspectionDate, date) }
    block(fields)
    if let intro = section.intro { block(intro.string) }
    switch section.content {
    case .narrative(let body): free(body.string)
    case .citations(let citations):
      block(citations.flatMap { $0.comments.flatMap(Self.comment) + item($0.text.string.lines, label: $0.label) })
    case .measures(let table):
      block(self.fields(table.defaults, section.innerComments, layout: table.layout))
      if let columns = table.columns,
        let rows = MeasureRows.rows(of: table.groups, columns: columns, layout: table.layout, depth: 1)
      {
        write(free(section.innerComments))
        block(PipeTable.lines(header: columns.map(\.name), rows: rows))
      } else {
        for group in table.groups { write(group, level: 3, layout: table.layout) }
        // Without a line across the page what follows would belong to the last heading.
        if section.closing != nil { block("---") }
      }
    case .survey(let rows):
      write(free(section.innerComments))
      block(surveyTable(rows, names: section.columnNames))
    case .taskForce(let members):
      write(free(section.innerComments))
      block(memberTable(members, names: section.columnNames))
    case .checklist(let nodes): for node in nodes { write(node, level: 3) }
    case .units(let table):
      write(free(section.innerComments))
      block(unitTable(table, names: section.columnNames))
    case .inspectionLog(let log):
      for group in log.groups { write(group) }
      if section.closing != nil { block("---") }
    }
    if let closing = section.closing { block(closing.string) }
  }

  /// An item with its number: `1. ` for one that Markdown knows, `- 一、` for another, whose lines stand under the
  /// number and not behind it.
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
    let tree = BlockTree(SourceText(name: "", text: "- " + line), headings: false)
    guard let first = tree.top.first, first.kind == .item, case let item = tree.item(first), item.label == nil else {
      return false
    }
    if case .text = FieldReader(tree: tree).read(item, allowed: FieldName.ofMeasure) { return true }
    return false
  }

  // MARK: Measures

  private func fields(_ fields: MeasureFields, _ comments: [InnerComment], layout: TableLayout) -> [String] {
    self.fields(fields.written.map { (.measure($0.field), $0.text) }, comments, layout: layout)
  }

  private mutating func write(_ group: MeasureGroup, level: Int, layout: TableLayout) {
    write(group.comments)
    if !group.isUnnamed { block(String(repeating: "#", count: level) + " " + group.heading.string) }
    block(fields(group.defaults, group.innerComments, layout: layout))
    if let columns = group.columns,
      let rows = MeasureRows.rows(under: group, columns: columns, layout: layout, depth: level - 2)
    {
      write(free(group.innerComments))
      block(PipeTable.lines(header: columns.map(\.name), rows: rows))
      return
    }
    // Measures of the heading itself come first: behind a deeper heading they would belong to that.
    block(group.measures.flatMap { measure($0, layout: layout) })
    for inner in group.groups { write(inner, level: level + 1, layout: layout) }
  }

  private func measure(_ measure: Measure, layout: TableLayout) -> [String] {
    let fields =
      self.fields(measure.fields, measure.innerComments, layout: layout)
      + free(measure.innerComments).flatMap(Self.comment)
    return measure.comments.flatMap(Self.comment)
      + item(Self.insert(fields, into: measure.text.string), label: measure.label)
  }

  /// The lines of a measure with its fields: behind the first paragraph, where they are seen, but where that would
  /// change what the text is, behind all of it.
  static func insert(_ fields: [String], into text: String) -> [String] {
    let lines = text.lines
    let source = SourceText(name: "", text: text)
    let blocks = Array(BlockTree(source, headings: false).top)
    if let first = blocks.first, first.kind == .paragraph {
      let rest = lines[source.line(at: max(first.range.lowerBound, first.range.upperBound - 1))...]
      // Lines that are indented would become part of the last field.
      let isIndented = rest.first { !PlanText($0).isBlank }?.first?.isWhitespace ?? false
      if !isIndented { return lines.dropLast(rest.count) + fields + rest }
    }
    // A line with | right behind a table is a row of it.
    if blocks.last?.kind == .table, !fields.isEmpty { return lines + [""] + fields }
    return lines + fields
  }
}

extension PlanTextWriter {
  /// `- [x] 文字`: further lines stand under the box and not behind it.
  func boxed(_ text: PlanText, isTicked: Bool) -> [String] {
    let lines = text.string.lines
    return indented([(isTicked ? "[x] " : "[ ] ") + (lines.first ?? "")] + lines.dropFirst(), marker: "- ")
  }
}

import PlanModel
import PlanText

extension Checklist {
  /// Reads a checklist from its file.
  ///
  /// Every problem found is returned; the checklist is nil if it has no identifier or no dimension, for then nothing
  /// can refer to it.
  public static func read(_ source: SourceText) -> (checklist: Checklist?, problems: [Located<ReadProblem>]) {
    if let problem = ByteCheck.problem(in: source) { return (nil, [problem]) }
    var file = ChecklistFile(source)
    let checklist = file.read()
    return (checklist, file.problems.problems)
  }
}

/// A file that defines a checklist: a title with fields and an outline under it, and further titles with the outlines
/// of further tables.
private struct ChecklistFile {
  private let tree: BlockTree
  private(set) var problems = ProblemList()
  private var entries: [Checklist.Entry] = []

  init(_ source: SourceText) { tree = BlockTree(source) }

  mutating func read() -> Checklist? {
    let parts = parts()
    var outlines: [Checklist.Outline] = []
    var fields = FieldSet()
    for (number, part) in parts.enumerated() {
      let own = self.fields(in: part.head, allowed: number == 0 ? FieldName.ofChecklist : FieldName.ofOutline)
      if number == 0 { fields = own }
      outlines.append(outline(part, fields: own))
    }
    guard let identifier = fields[.identifier]?.string, !identifier.isEmpty else {
      problems.add(.missingField(FieldName.identifier.name), at: 0..<0)
      return nil
    }
    let year = number(in: fields[.year], of: .year) { YearReading($0).intended }
    let total = number(in: fields[.total], of: .total) {
      Numeral.value(of: $0.hasSuffix("分") ? $0.dropLast() : $0[...])
    }
    guard outlines.allSatisfy({ !$0.entries.isEmpty }), let first = outlines.first else {
      problems.add(.noDimension, at: tree.bytes.count..<tree.bytes.count)
      return nil
    }
    return Checklist(
      identifier: identifier, title: first.title.isEmpty ? identifier : first.title, year: year, total: total,
      source: fields[.source]?.string, outlines: outlines, entries: entries)
  }

  /// A `#` heading, the blocks before its first `##`, and the rest.
  private struct Part {
    var title = ""
    var head: [Block] = []
    var body: [Block] = []
  }

  private func parts() -> [Part] {
    var parts = [Part()]
    var sawTitle = false
    for block in tree.top {
      if block.kind == .heading, case let heading = tree.heading(block), heading.level == 1 {
        if sawTitle { parts.append(Part()) }
        sawTitle = true
        parts[parts.count - 1].title = tree.text(of: heading).string
      } else if block.kind == .heading {
        parts[parts.count - 1].body.append(block)
      } else if parts[parts.count - 1].body.isEmpty {
        parts[parts.count - 1].head.append(block)
      } else {
        parts[parts.count - 1].body.append(block)
      }
    }
    return parts
  }

  private mutating func fields(in head: [Block], allowed: [FieldName]) -> FieldSet {
    var fields = FieldSet()
    let reader = FieldReader(tree: tree)
    for block in head {
      if block.kind == .comment { continue }
      for (reading, range) in reader.readings(of: block, allowed: allowed) {
        if case .text = reading { problems.add(.misplaced(.beforeSections), at: range) }
        fields.add(reading, problems: &problems)
      }
    }
    return fields
  }

  private mutating func outline(_ part: Part, fields: FieldSet) -> Checklist.Outline {
    var reader = ChecklistReader(tree, dimensionLevel: 2, allowsFields: true)
    let (nodes, _) = reader.read(part.body)
    let layout = fields[.tableKind].flatMap { SectionClassifier.layout(named: $0, problems: &problems) }
    let named = fields[.columns].map { ColumnList.read($0, problems: &problems) }
    problems.add(contentsOf: reader.problems.problems)
    let columns = named?.map(\.column) ?? TableLayout.allColumns
    let start = entries.count
    for node in nodes { add(node, parent: nil, columns: columns) }
    return Checklist.Outline(
      title: part.title, layout: layout, columns: columns, entries: start..<entries.count,
      columnNames: Dictionary((named ?? []).map { ($0.column, $0.name) }) { first, _ in first })
  }

  private mutating func number(in text: PlanText?, of name: FieldName, read: (String) -> Int?) -> Int? {
    guard let text else { return nil }
    let value = read(text.string)
    if value == nil { problems.add(.fieldNotNumber(name.name, value: text.string), at: text.range) }
    return value
  }

  private mutating func add(_ node: ChecklistNode, parent: Int?, columns: [MeasureColumn]) {
    let own = node.columns ?? columns
    let keys = Set(([node.name] + node.aliases.map(\.string)).map(NameKey.init))
    let index = entries.count
    entries.append(Checklist.Entry(parent: parent, node: node, columns: own, keys: keys))
    for child in node.nodes { add(child, parent: index, columns: own) }
  }
}

/// 檢核表: an official framework, by which plans of its year are written.
///
/// A checklist is data: a Markdown file that plantool brings or an agency writes.
public struct Checklist: Sendable {
  /// 代號: the name by which plans refer to it, such as `police-107`.
  public let identifier: String
  /// The title of the form.
  public let title: String
  /// 年度: the year of the Republic of China.
  public let year: Int?
  /// 總分: the sum of the dimensions' weights; nil for a framework without weights.
  public let total: Int?
  /// 欄位: the columns of the measure table, in order.
  public let columns: [MeasureColumn]
  /// 來源: the letter that issued it.
  public let source: String?
  /// The dimensions, items and focuses, each before what is below it.
  public let entries: [Entry]

  /// A dimension, item or focus in its place.
  public struct Entry: Sendable {
    /// The entry above it, as an index into ``Checklist/entries``.
    public let parent: Int?
    /// What it says.
    public let node: ChecklistNode
    /// The columns that a table has under it.
    public let columns: [MeasureColumn]

    /// The official name.
    public var name: String { node.name }
    /// Whether it is a leaf, which needs at least one measure.
    public var isFocus: Bool { node.level == .focus }
    /// Whether the checklist says that a plan needs no part of its own for it: 本構面毋須另闢專節撰寫.
    public var needsNoPart: Bool {
      node.guidance.contains { text in
        ["毋須另闢專節", "毋需另闢專節", "無須另闢專節", "無需另闢專節"].contains { text.string.contains($0) }
      }
    }
    /// Whether it only invites further measures: 除上述3項外，可自行提供…; 除前述作法外，其他…
    public var invitesMore: Bool {
      !node.checkpoints.isEmpty
        && node.checkpoints.allSatisfy { $0.text.string.hasPrefix("除") && $0.text.string.contains("外，") }
    }
    /// The names that mean this entry, folded for comparison.
    let keys: Set<NameKey>
  }

  /// The entry of that name below another one, or among the dimensions; a name one level too deep (a focus right under a dimension) is found too.
  public func entry(named name: String, under parent: Int?) -> Int? {
    let key = NameKey(name)
    return entries.indices.first { entries[$0].parent == parent && entries[$0].keys.contains(key) }
      ?? entries.indices.first { isBelow($0, parent) && entries[$0].keys.contains(key) }
  }

  /// The entries directly below another one, or the dimensions.
  public func children(of parent: Int?) -> [Int] { entries.indices.filter { entries[$0].parent == parent } }

  /// The entries from a dimension down to the given one.
  public func path(to index: Int) -> [Int] {
    var path = [index]
    while let parent = entries[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  /// The official names from a dimension down to the given entry.
  public func names(to index: Int) -> [String] { path(to: index).map { entries[$0].name } }

  /// All names, official and accepted, of the entries below another one.
  public func acceptedNames(under parent: Int?) -> [String] {
    entries.indices.filter { isBelow($0, parent) }.flatMap { index in
      [entries[index].name] + entries[index].node.aliases.map(\.string)
    }
  }

  /// The first and only entry, wherever it is, that goes by a name.
  public func anyEntry(named name: String) -> Int? {
    let key = NameKey(name)
    let found = entries.indices.filter { entries[$0].keys.contains(key) }
    return found.count == 1 ? found[0] : nil
  }

  private func isBelow(_ index: Int, _ ancestor: Int?) -> Bool {
    guard let ancestor else { return true }
    var current = entries[index].parent
    while let parent = current {
      if parent == ancestor { return true }
      current = entries[parent].parent
    }
    return false
  }
}

extension Checklist {
  /// Reads a checklist from its file.
  ///
  /// Every problem found is returned; the checklist is nil if it has no identifier or no dimension, for then nothing can refer to it.
  public static func read(_ source: SourceText) -> (checklist: Checklist?, problems: [Located<ReadProblem>]) {
    if let problem = ByteCheck.problem(in: source) { return (nil, [problem]) }
    var problems = ProblemList()
    let blocks = MarkdownParser(source: source.bytes).blocks(of: source)
    let head = blocks.prefix { if case .heading(let heading) = $0 { heading.level == 1 } else { true } }
    let body = blocks.dropFirst(head.count)
    var title: String?
    var fields = FieldSet()
    let reader = FieldReader(source: source.bytes)
    for block in head {
      switch block {
      case .heading(let heading) where title == nil: title = heading.text.string
      case .item(let item):
        switch reader.readStrictly(item, allowed: FieldName.ofChecklist) {
        case .field(let field): fields.add(field, problems: &problems)
        case .problem(let problem, let range, _): problems.add(problem, at: range)
        case .text: problems.add(.misplaced(.beforeSections), at: item.range)
        }
      case .comment: break
      default: problems.add(.misplaced(.beforeSections), at: block.range)
      }
    }
    var outline = ChecklistReader(source: source.bytes, dimensionLevel: 2, allowsFields: true)
    let (nodes, _) = outline.read(Array(body))
    let columns = fields[.columns].map { ColumnList.read($0, problems: &problems) } ?? MeasureColumn.allCases
    problems.add(contentsOf: outline.problems.problems)
    guard let identifier = fields[.identifier]?.string, !identifier.isEmpty else {
      problems.add(.missingField(FieldName.identifier.name), at: 0..<0)
      return (nil, problems.problems)
    }
    let year = number(in: fields[.year], of: .year, problems: &problems) { YearReading($0).intended }
    let total = number(in: fields[.total], of: .total, problems: &problems) {
      Numeral.value(of: $0.hasSuffix("分") ? $0.dropLast() : $0[...])
    }
    guard !nodes.isEmpty else {
      problems.add(.noDimension, at: source.bytes.count..<source.bytes.count)
      return (nil, problems.problems)
    }
    let checklist = Checklist(
      identifier: identifier, title: title ?? identifier, year: year, total: total, columns: columns,
      source: fields[.source]?.string, entries: flatten(nodes, columns: columns))
    return (checklist, problems.problems)
  }

  private static func number(
    in text: PlanText?, of name: FieldName, problems: inout ProblemList, read: (String) -> Int?
  ) -> Int? {
    guard let text else { return nil }
    let value = read(text.string)
    if value == nil { problems.add(.fieldNotNumber(name.name, value: text.string), at: text.range) }
    return value
  }

  private static func flatten(_ nodes: [ChecklistNode], columns: [MeasureColumn]) -> [Entry] {
    var entries: [Entry] = []
    func add(_ node: ChecklistNode, parent: Int?, columns: [MeasureColumn]) {
      let own = node.columns ?? columns
      let keys = Set(([node.name] + node.aliases.map(\.string)).map(NameKey.init))
      let index = entries.count
      entries.append(Entry(parent: parent, node: node, columns: own, keys: keys))
      for child in node.nodes { add(child, parent: index, columns: own) }
    }
    for node in nodes { add(node, parent: nil, columns: columns) }
    return entries
  }
}

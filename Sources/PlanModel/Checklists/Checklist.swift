import PlanText

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
  /// 來源: the letter that issued it.
  public let source: String?
  /// The outlines, at least one. Most frameworks have one; that of the household offices of 105 has two, with names of
  /// their own.
  public let outlines: [Outline]
  /// The dimensions, items and focuses of all outlines, each before what is below it.
  public let entries: [Entry]
  /// What was worked out about it.
  package let memory = ChecklistMemory()

  package init(
    identifier: String, title: String, year: Int?, total: Int?, source: String?, outlines: [Outline], entries: [Entry]
  ) {
    self.identifier = identifier
    self.title = title
    self.year = year
    self.total = total
    self.source = source
    self.outlines = outlines
    self.entries = entries
  }

  /// The names and columns of one table of the framework.
  public struct Outline: Sendable {
    /// What the table is called.
    public let title: String
    /// 表別: the layout of the tables that follow the outline; nil if all do.
    public let layout: TableLayout?
    /// 欄位: the columns of the table, in order.
    public let columns: [MeasureColumn]
    /// Its entries, as indices into ``Checklist/entries``.
    public let entries: Range<Int>
    /// What the columns are called.
    package let columnNames: [MeasureColumn: String]

    package init(
      title: String, layout: TableLayout?, columns: [MeasureColumn], entries: Range<Int>,
      columnNames: [MeasureColumn: String]
    ) {
      self.title = title
      self.layout = layout
      self.columns = columns
      self.entries = entries
      self.columnNames = columnNames
    }
  }

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
      node.guidance.contains { guidance in
        ["毋須另闢專節", "毋需另闢專節", "無須另闢專節", "無需另闢專節"].contains { guidance.text.string.has($0) }
      }
    }
    /// Whether it only invites further measures: 除上述3項外，可自行提供…; 除前述作法外，其他…
    public var invitesMore: Bool {
      !node.checkpoints.isEmpty
        && node.checkpoints.allSatisfy { $0.text.string.hasPrefix("除") && $0.text.string.has("外，") }
    }
    /// The names that mean this entry, folded for comparison.
    package let keys: Set<NameKey>

    package init(parent: Int?, node: ChecklistNode, columns: [MeasureColumn], keys: Set<NameKey>) {
      self.parent = parent
      self.node = node
      self.columns = columns
      self.keys = keys
    }
  }

  /// The outline that a table follows: the one for its layout, else one that is for all, else the first.
  public func outline(for layout: TableLayout) -> Outline {
    outlines.first { $0.layout == layout } ?? outlines.first { $0.layout == nil } ?? outlines[0]
  }

  /// The outline that an entry is in.
  public func outline(of entry: Int) -> Outline? {
    let index = outlines.halvingIndex(fromWhich: { $0.entries.upperBound > entry })
    return index < outlines.count ? outlines[index] : nil
  }

  /// The columns that name the levels of an outline. One that has focuses below its items has a column for them even if
  /// the form prints both in one.
  public func hierarchy(for layout: TableLayout) -> [MeasureColumn] {
    let outline = outline(for: layout)
    let hasItems = entries[outline.entries].contains { $0.node.level == .item }
    return [.dimension, .item, .focus].filter { hasItems || outline.columns.contains($0) }
  }

  /// What the framework calls a column of a table; where it does not say, what the form usually calls it.
  public func name(of column: MeasureColumn, in layout: TableLayout) -> String {
    outline(for: layout).columnNames[column] ?? layout.name(of: column)
  }

  /// The columns of a table that is written as one because headings cannot hold its levels: a plan has four of them.
  package func columnsOfDeepTable(in layout: TableLayout) -> [WrittenColumn]? {
    let columns = outline(for: layout).columns
    guard columns.count(where: \.isLevel) > 4 else { return nil }
    return columns.map { WrittenColumn($0, name: name(of: $0, in: layout)) }
  }

  /// The entry of that name below another one, or among the dimensions of an outline; a name one level too deep (a
  /// focus right under a dimension) is found too. What stands in brackets behind a name does not count where no name has
  /// it: 開放參與（開放參與係指…）.
  public func entry(named name: String, under parent: Int?, layout: TableLayout = .measures) -> Int? {
    let range = descendants(of: parent, layout: layout)
    return Self.found(by: name) { key in
      names.child(called: key, of: parent, in: range) ?? names.entries(called: key, in: range).first
    }
  }

  private static func found(by name: String, _ find: (NameKey) -> Int?) -> Int? {
    find(NameKey(name)) ?? name.beforeRemark.flatMap { find(NameKey(String($0))) }
  }

  /// The entry below another one that an earlier framework called by that name.
  public func entry(formerlyNamed name: String, under parent: Int?, layout: TableLayout = .measures) -> Int? {
    names.entries(formerlyCalled: NameKey(name), in: descendants(of: parent, layout: layout)).first
  }

  /// The entries directly below another one, or the dimensions of an outline.
  public func children(of parent: Int?, layout: TableLayout = .measures) -> [Int] {
    names.children(in: descendants(of: parent, layout: layout))
  }

  /// All entries below another one, or those of an outline.
  private func descendants(of parent: Int?, layout: TableLayout) -> Range<Int> {
    parent.map(names.descendants) ?? outline(for: layout).entries
  }

  private var names: ChecklistNames { memory.value { ChecklistNames(self) } }

  /// The entries from a dimension down to the given one.
  public func path(to index: Int) -> [Int] {
    var path = [index]
    while let parent = entries[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  /// The official names from a dimension down to the given entry.
  public func names(to index: Int) -> [String] { path(to: index).map { entries[$0].name } }

  /// The first and only entry of an outline, wherever it is, that goes by a name.
  public func anyEntry(named name: String, layout: TableLayout = .measures) -> Int? {
    Self.found(by: name) { key in
      let found = names.entries(called: key, in: outline(for: layout).entries)
      return found.count == 1 ? found.first : nil
    }
  }

  /// The entries of all outlines that go by a name, in order.
  public func entries(named name: String) -> ArraySlice<Int> {
    names.entries(called: NameKey(name), in: entries.indices)
  }
}

extension String {
  /// What stands before the brackets with which a name ends; nil where it ends with none, or is nothing else.
  fileprivate var beforeRemark: Substring? {
    guard let last = unicodeScalars.last, last == ")" || last == "）",
      let open = unicodeScalars.firstIndex(where: { $0 == "(" || $0 == "（" }), open > startIndex
    else { return nil }
    return self[..<open]
  }
}

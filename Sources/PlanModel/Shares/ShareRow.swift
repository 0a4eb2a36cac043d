import PlanText

/// A measure as a row of a form, and what it is known by.
struct ShareRow: Sendable {
  let measure: Measure
  /// What is written in its cells.
  let cells: [(cell: ShareCell, values: [String])]
  /// By its words and its name.
  let identity: String
  /// By the headings that it stands under.
  let path: String

  init(_ measure: Measure, path: String) {
    self.measure = measure
    self.path = path
    cells = measure.shareCells
    identity = Self.identity(of: measure)
  }

  /// What a measure is known by whatever its spacing and width.
  static func identity(of measure: Measure) -> String {
    FNV1a((measure.name?.string.dense ?? "") + "\u{0}" + measure.text.string.dense).shortHex
  }

  func values(of cell: ShareCell) -> [String] { cells.first { $0.cell == cell }?.values ?? [] }

  /// The sums of what it says when and who, by which twins are told apart.
  var duty: String {
    [ShareCell.field(.deadline), .field(.units)].flatMap { values(of: $0).shareSums + ["/"] }.joined()
  }

  /// The words of a heading as they count in a path; a form writes headings that Markdown has no level for as one, with
  /// a stroke between them.
  static func path(_ above: String, _ group: MeasureGroup) -> String {
    above + group.heading.string.dense.filter { $0 != "/" }
  }
}

extension Plan {
  /// The rows of all measures, in order.
  var shareRows: [ShareRow] {
    var rows: [ShareRow] = []
    func add(_ group: MeasureGroup, below above: String) {
      let words = ShareRow.path(above, group)
      let path = FNV1a(words).shortHex
      for measure in group.measures { rows.append(ShareRow(measure, path: path)) }
      for inner in group.groups { add(inner, below: words) }
    }
    for section in sections {
      guard case .measures(let table) = section.content else { continue }
      for group in table.groups { add(group, below: "") }
    }
    return rows
  }

  /// The names of the unit tables, which are kept whole in cells.
  var tabledUnits: Set<String> {
    sections.reduce(into: []) { names, section in
      if case .units(let table) = section.content { names.formUnion(table.names) }
    }
  }
}

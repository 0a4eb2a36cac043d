import PlanModel
import PlanText

/// Reads a plan or a proposal from Markdown.
struct PlanTextReader {
  let tree: BlockTree
  var problems = ProblemList()
  /// Comments that belong to what comes next.
  var comments: [PlanText] = []
  private var knownUnits: Set<String> = []
  /// Whether some names of units may be several that are joined.
  private var hasJoinedUnits = false

  private init(_ tree: BlockTree) { self.tree = tree }

  var source: SourceText { tree.source }

  /// The plan or proposal, as far as it could be read, and what could not be.
  static func read(_ tree: BlockTree) -> (content: DocumentContent, problems: [Located<ReadProblem>]) {
    var problems = ProblemList()
    let outline = DocumentOutline(tree, problems: &problems)
    var reader = PlanTextReader(outline.tree)
    reader.problems = problems
    let (kind, problem) = outline.statedKind(in: tree)
    if let problem { reader.problems.add(problem.value, at: problem.range) }
    let content: DocumentContent =
      switch kind {
      case .plan, nil: .plan(reader.plan(outline, kind: kind))
      case .proposal: .proposal(reader.proposal(outline))
      }
    reader.report(outline.strangeTables.map(\.unread), isKept: false)
    reader.report(outline.hidden)
    let marks = tree.foreignMarks
    for kind in ForeignMark.Kind.allCases {
      let alike = marks.filter { $0.kind == kind }
      if let first = alike.first { reader.problems.add(.foreignMarks(alike), at: first.range) }
    }
    reader.reportUnclosedComments()
    return (content, reader.problems.problems)
  }

  private mutating func plan(_ outline: DocumentOutline, kind: DocumentKind?) -> Plan {
    var plan = Plan(title: outline.title)
    plan.titleComments = outline.comments
    let head = head(of: outline)
    let fields = head.fields
    plan.versions = head.versions
    plan.intro = source.text(of: head.intro)
    plan.metadata = head.metadata
    plan.metadata.document = kind
    // Behind the list a comment belongs to what follows.
    comments = head.rest
    plan.metadata.agency = fields[.agency]
    plan.metadata.year = fields[.year]
    plan.metadata.period = fields[.period].map(Deadline.init)
    plan.metadata.checklist = fields[.checklist]
    plan.metadata.settleComments()
    let sections = outline.sections.map { classified($0) }
    knownUnits = unitNames(in: sections)
    plan.sections = sections.flatMap { read($0) }
    if hasJoinedUnits { plan.divideJoinedUnits() }
    plan.comments = comments
    return plan
  }

  // MARK: Sections

  /// A section of which it is known what it is.
  private struct ClassifiedSection {
    let raw: RawSection
    /// What stands under the heading, without 表別.
    let blocks: [Block]
    let stated: PlanText?
    let kind: SectionKind
  }

  private mutating func classified(_ raw: RawSection) -> ClassifiedSection {
    var blocks = raw.blocks
    let stated = takeStatedKind(from: &blocks, problems: &problems)
    var kind = SectionClassifier(tree).kind(
      of: raw.text, stated: stated, blocks: blocks, problems: &problems)
    if kind == .narrative, !raw.hasUnreadTable, isTableAlone(blocks) {
      kind = SectionClassifier(tree).kind(ofTable: blocks) ?? .narrative
    }
    return ClassifiedSection(raw: raw, blocks: blocks, stated: stated, kind: kind)
  }

  /// The names in the plan's unit table, which decide how cells of units are split wherever they stand.
  private func unitNames(in sections: [ClassifiedSection]) -> Set<String> {
    var ignored = ProblemList()
    var names: Set<String> = []
    for section in sections where section.kind == .units {
      for block in section.blocks where block.kind == .table {
        names.formUnion(TableReader.units(tree.table(block), problems: &ignored).names)
      }
    }
    return names
  }

  private mutating func read(_ section: ClassifiedSection) -> [Section] {
    let (raw, kind, stated) = (section.raw, section.kind, section.stated)
    var blocks = section.blocks
    let before = comments
    comments = []
    if kind == .narrative, stated == nil, let parts = parts(of: raw, blocks) {
      report(raw.strangeTables, isKept: true)
      return sections(of: parts, heading: raw.text, comments: before)
    }
    var section = Section(heading: raw.text, content: .narrative(""), statedKind: stated, comments: before)
    if [.survey, .taskForce, .units].contains(kind) { takeTableHead(from: &blocks, into: &section) }
    switch kind {
    case .narrative: section.content = .narrative(tree.body(of: raw))
    case .citations: section.content = citations(blocks, of: raw, into: &section)
    case .measures, .workItems, .strategies: read(blocks, layout: kind.layout ?? .measures, into: &section)
    case .checklist:
      var reader = ChecklistReader(tree, dimensionLevel: 3, allowsFields: false)
      let (nodes, rest) = reader.read(takeIntro(from: blocks, into: &section))
      section.content = .checklist(nodes)
      finish(reader.problems, comments: rest)
    case .survey:
      section.content = .survey(
        rows(blocks, intro: &section.intro, closing: &section.closing, read: TableReader.survey))
    case .taskForce:
      section.content = .taskForce(members(blocks, into: &section))
    case .units:
      let units = rows(blocks, intro: &section.intro, closing: &section.closing) { table, problems in
        TableReader.units(table, problems: &problems).units
      }
      section.content = .units(UnitTable(units: units))
    case .inspectionLog:
      var reader = InspectionLogReader(tree)
      let (log, rest) = reader.read(blocks)
      section.content = .inspectionLog(log)
      section.intro = source.text(of: reader.intro)
      section.closing = source.text(of: reader.closing)
      finish(reader.problems, comments: rest)
    }
    if section.columnNames == section.content.usualColumnNames { section.columnNames = nil }
    // Kept as written, the text has the field among its words.
    if case .narrative = section.content { section.statedKind = nil }
    report(raw.strangeTables, isKept: section.content.kind == .narrative)
    if !raw.hasUnreadTable { reportRows(among: blocks, in: section) }
    return [section]
  }

  /// Reads a table of measures into a section.
  mutating func read(_ blocks: [Block], layout: TableLayout, into section: inout Section) {
    var reader = MeasureTableReader(tree, knownUnits: knownUnits, layout: layout)
    let (table, rest) = reader.read(blocks)
    hasJoinedUnits = hasJoinedUnits || reader.cells.hasJoinedUnits
    section.content = .measures(table)
    section.innerComments = reader.innerComments
    section.intro = source.text(of: reader.intro)
    section.closing = source.text(of: reader.closing)
    finish(reader.problems, comments: rest)
  }

  private mutating func finish(_ found: ProblemList, comments: [PlanText]) {
    problems.add(contentsOf: found.problems)
    self.comments = comments
  }

  /// Each item of the list is a citation; without a list each paragraph is. Anything else keeps the section as it is
  /// written.
  private mutating func citations(_ blocks: [Block], of raw: RawSection, into section: inout Section)
    -> SectionContent
  {
    var citations: [Citation] = []
    var paragraphs: [SourceRange] = []
    var comments: [PlanText] = []
    for block in blocks {
      switch block.kind {
      case .comment: comments.append(tree.comment(block))
      case .item:
        let item = tree.item(block).withBoxAsText
        citations.append(
          Citation(
            label: item.label, labelRange: item.labelRange,
            text: MarkdownText.join(item.content, source: source.bytes), comments: comments))
        comments = []
      case .paragraph where citations.isEmpty && comments.isEmpty: paragraphs.append(block.range)
      default: return .narrative(tree.body(of: raw))
      }
    }
    // Behind the last entry a comment belongs to what follows.
    self.comments += comments
    if citations.isEmpty {
      return .citations(paragraphs.compactMap { source.text(of: [$0]).map { Citation(text: $0) } })
    }
    section.intro = source.text(of: paragraphs)
    return .citations(citations)
  }

  /// Paragraphs and comments before the first heading of a checklist.
  private mutating func takeIntro(from blocks: [Block], into section: inout Section) -> [Block] {
    let paragraphs = blocks.prefix { $0.kind == .paragraph }
    section.intro = source.text(of: paragraphs.map(\.range))
    return Array(blocks.dropFirst(paragraphs.count))
  }

  /// What belongs to a table of rows beside its rows: the comments before it, and what its columns are called.
  private func takeTableHead(from blocks: inout [Block], into section: inout Section) {
    for (index, block) in blocks.enumerated() where block.kind == .table {
      // Two tables with different columns become one that has the columns of both.
      let headers = blocks[index...].filter { $0.kind == .table }.map { tree.header(of: $0).cells.map(\.string) }
      section.columnNames = headers.allSatisfy { $0 == headers[0] } ? headers[0] : nil
      var before: [PlanText] = []
      let rest = blocks[..<index].filter { block in
        guard block.kind == .comment else { return true }
        before.append(tree.comment(block))
        return false
      }
      section.innerComments = before.take()
      blocks = rest + blocks[index...]
      return
    }
  }

  /// The rows of the one table of a section, with the paragraphs around it.
  mutating func rows<Row>(
    _ blocks: [Block], intro: inout PlanText?, closing: inout PlanText?,
    read: (MarkdownTable, inout ProblemList) -> [Row]
  ) -> [Row] {
    var rows: [Row] = []
    var before: [SourceRange] = []
    var after: [SourceRange] = []
    var sawTable = false
    for block in blocks {
      switch block.kind {
      case .table:
        rows.append(contentsOf: read(tree.table(block), &problems))
        sawTable = true
      case .paragraph: if sawTable { after.append(block.range) } else { before.append(block.range) }
      case .comment: comments.append(tree.comment(block))
      default: problems.add(.misplaced(.besideTable), at: block.range)
      }
    }
    intro = source.text(of: before)
    closing = source.text(of: after)
    return rows
  }
}

extension SourceText {
  /// Blocks as one text, as they are written, with a blank line between them.
  func text(of blocks: [SourceRange]) -> PlanText? {
    guard let first = blocks.first else { return nil }
    var builder = PlanTextBuilder(bytes)
    for range in blocks {
      if range != first {
        builder.append([Ascii.lineFeed, Ascii.lineFeed], for: range.lowerBound..<range.lowerBound)
      }
      let lines = line(at: range.lowerBound)...line(at: max(range.lowerBound, range.upperBound - 1))
      for line in lines {
        if line > lines.lowerBound { builder.appendLineBreak(at: rangeOfLine(line - 1).upperBound) }
        builder.append(rangeOfLine(line).clamped(to: range))
      }
    }
    return builder.buildUntrimmed()
  }
}

/// Reads a plan from Markdown.
struct PlanTextReader {
  private let source: SourceText
  private let parser: MarkdownParser
  private var problems = ProblemList()
  private var knownUnits: Set<String> = []
  private var comments: [PlanText] = []

  private init(_ source: SourceText) {
    self.source = source
    parser = MarkdownParser(source: source.bytes)
  }

  /// The plan, as far as it could be read, and what could not be.
  static func read(_ source: SourceText) -> (plan: Plan, problems: [Located<ReadProblem>]) {
    var reader = PlanTextReader(source)
    let plan = reader.readPlan()
    return (plan, reader.problems.problems)
  }

  /// A `##` heading and the blocks under it.
  private struct RawSection {
    let heading: MarkdownHeading
    var blocks: [MarkdownBlock] = []
    /// Where the text under the heading ends.
    var end: Int
  }

  private mutating func readPlan() -> Plan {
    var plan = Plan()
    var head: [MarkdownBlock] = []
    var titleRange: SourceRange?
    var sections: [RawSection] = []
    for block in parser.blocks(of: source) {
      if case .heading(let heading) = block {
        if heading.isMalformed { problems.add(.headingWithoutSpace, at: heading.range) }
        if heading.level == 1, sections.isEmpty, titleRange == nil {
          plan.title = heading.text
          titleRange = heading.range
          for early in head { misplaceUnlessComment(early, as: .beforeTitle, into: &plan.titleComments) }
          head = []
          continue
        }
        if heading.level == 1 {
          problems.add(titleRange.map { .secondTitle(first: $0) } ?? .misplaced(.beforeTitle), at: heading.range)
          continue
        }
        if heading.level == 2 {
          if !sections.isEmpty { sections[sections.count - 1].end = heading.range.lowerBound }
          sections.append(RawSection(heading: heading, end: source.bytes.count))
          continue
        }
      }
      if sections.isEmpty { head.append(block) } else { sections[sections.count - 1].blocks.append(block) }
    }
    readMetadata(head, into: &plan)
    knownUnits = unitNames(in: sections)
    plan.sections = sections.map { read($0) }
    plan.comments = comments
    reportUnclosedComments()
    return plan
  }

  private mutating func misplaceUnlessComment(
    _ block: MarkdownBlock, as kind: MisplacedContent, into comments: inout [PlanText]
  ) {
    if case .comment(let comment) = block {
      comments.append(comment.text)
    } else {
      problems.add(.misplaced(kind), at: block.range)
    }
  }

  // MARK: Metadata

  private mutating func readMetadata(_ blocks: [MarkdownBlock], into plan: inout Plan) {
    let reader = FieldReader(source: source.bytes)
    var fields = FieldSet()
    var metadata = Metadata()
    var waiting: [PlanText] = []
    var sawField = false
    func note(_ field: Field) {
      if sawField {
        metadata.innerComments += waiting.take(before: field.name)
      } else {
        metadata.comments = waiting
        waiting = []
      }
      sawField = true
    }
    for block in blocks {
      guard case .item(let item) = block else {
        misplaceUnlessComment(block, as: .beforeSections, into: &waiting)
        continue
      }
      switch reader.readStrictly(item, allowed: FieldName.ofPlan) {
      case .field(let field):
        note(field)
        fields.add(field, problems: &problems)
      case .problem(let problem, let range, let intended):
        problems.add(problem, at: range)
        if let intended {
          note(intended)
          fields.add(intended, problems: &problems)
        }
      case .text: problems.add(.misplaced(.beforeSections), at: item.range)
      }
    }
    metadata.agency = fields[.agency]
    metadata.year = fields[.year]
    metadata.period = fields[.period].map(Deadline.init)
    metadata.checklist = fields[.checklist]
    plan.metadata = metadata
    // Behind the list a comment belongs to what follows.
    comments = waiting
  }

  // MARK: Sections

  /// The names in the plan's unit table, which decide how cells of units are split wherever they stand.
  private func unitNames(in sections: [RawSection]) -> Set<String> {
    var ignored = ProblemList()
    let classifier = SectionClassifier(source: source.bytes)
    var names: Set<String> = []
    for section in sections {
      var blocks = section.blocks
      let stated = takeStatedKind(from: &blocks)
      guard classifier.kind(of: section.heading.text, stated: stated, blocks: blocks, problems: &ignored) == .units
      else { continue }
      for case .table(let table) in blocks {
        names.formUnion(TableReader.units(table, problems: &ignored).names)
      }
    }
    return names
  }

  private mutating func read(_ raw: RawSection) -> Section {
    var blocks = raw.blocks
    let stated = takeStatedKind(from: &blocks)
    let classifier = SectionClassifier(source: source.bytes)
    let kind = classifier.kind(of: raw.heading.text, stated: stated, blocks: blocks, problems: &problems)
    let before = comments
    comments = []
    var section = Section(heading: raw.heading.text, content: .narrative(""), statedKind: stated, comments: before)
    switch kind {
    case .narrative, nil: section.content = .narrative(body(of: raw))
    case .citations: section.content = citations(blocks, of: raw, into: &section)
    case .measures, .workItems, .strategies:
      var reader = MeasureTableReader(
        source: source.bytes, knownUnits: knownUnits, layout: kind?.layout ?? .measures)
      let (table, rest) = reader.read(blocks)
      section.content = .measures(table)
      section.innerComments = reader.innerComments
      section.intro = source.text(of: reader.intro)
      section.closing = source.text(of: reader.closing)
      finish(reader.problems, comments: rest)
    case .checklist:
      var reader = ChecklistReader(source: source.bytes, dimensionLevel: 3, allowsFields: false)
      let (nodes, rest) = reader.read(takeIntro(from: blocks, into: &section))
      section.content = .checklist(nodes)
      finish(reader.problems, comments: rest)
    case .survey: section.content = .survey(rows(blocks, into: &section, read: TableReader.survey))
    case .taskForce: section.content = .taskForce(rows(blocks, into: &section, read: TableReader.taskForce))
    case .units:
      let units = rows(blocks, into: &section) { table, problems in TableReader.units(table, problems: &problems).units
      }
      section.content = .units(UnitTable(units: units))
    case .inspectionLog:
      var reader = InspectionLogReader(source: source)
      let (log, rest) = reader.read(blocks)
      section.content = .inspectionLog(log)
      section.intro = source.text(of: reader.intro)
      section.closing = source.text(of: reader.closing)
      finish(reader.problems, comments: rest)
    }
    if section.columnNames == section.content.usualColumnNames { section.columnNames = nil }
    // Kept as written, the text has the field among its words.
    if case .narrative = section.content { section.statedKind = nil }
    return section
  }

  private mutating func finish(_ found: ProblemList, comments: [PlanText]) {
    problems.add(contentsOf: found.problems)
    self.comments = comments
  }

  /// 表別：措施調查表
  private func takeStatedKind(from blocks: inout [MarkdownBlock]) -> PlanText? {
    guard case .item(let item)? = blocks.first,
      case .field(let field) = FieldReader(source: source.bytes).read(item, allowed: [.tableKind])
    else { return nil }
    blocks.removeFirst()
    return field.value
  }

  /// The text under a heading, as it is, without the blank lines at its ends. The first line keeps its indentation: a list may begin with it.
  private func body(of raw: RawSection) -> PlanText {
    var builder = PlanTextBuilder()
    var number = source.line(at: raw.heading.range.lowerBound) + 1
    while number <= source.lineCount {
      let range = source.rangeOfLine(number)
      guard range.lowerBound < raw.end else { break }
      if !builder.isEmpty || !source.bytes[range].allSatisfy(Ascii.isBlank) {
        builder.append(range, of: source.bytes)
        builder.append([Ascii.lineFeed], for: range.upperBound..<range.upperBound)
      }
      number += 1
    }
    return builder.buildUntrimmed().trimmedAtEnd
  }

  /// Each item of the list is a citation; without a list each paragraph is. Anything else keeps the section as it is written.
  private mutating func citations(_ blocks: [MarkdownBlock], of raw: RawSection, into section: inout Section)
    -> SectionContent
  {
    var citations: [Citation] = []
    var paragraphs: [SourceRange] = []
    var comments: [PlanText] = []
    for block in blocks {
      switch block {
      case .comment(let comment): comments.append(comment.text)
      case .item(let listed):
        let item = listed.withBoxAsText
        citations.append(
          Citation(
            label: item.label, labelRange: item.labelRange,
            text: MarkdownText.join(item.content.lines, source: source.bytes), comments: comments))
        comments = []
      case .paragraph(let lines) where citations.isEmpty && comments.isEmpty: paragraphs.append(lines.range)
      default: return .narrative(body(of: raw))
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
  private mutating func takeIntro(from blocks: [MarkdownBlock], into section: inout Section) -> [MarkdownBlock] {
    let paragraphs = blocks.prefix { if case .paragraph = $0 { true } else { false } }
    section.intro = source.text(of: paragraphs.map(\.range))
    return Array(blocks.dropFirst(paragraphs.count))
  }

  /// The rows of the one table of a section, with the paragraphs around it.
  private mutating func rows<Row>(
    _ blocks: [MarkdownBlock], into section: inout Section, read: (MarkdownTable, inout ProblemList) -> [Row]
  ) -> [Row] {
    var rows: [Row] = []
    var before: [SourceRange] = []
    var after: [SourceRange] = []
    var sawTable = false
    for block in blocks {
      switch block {
      case .table(let table):
        if !sawTable {
          section.innerComments = comments.take()
          section.columnNames = table.header.cells.map(\.string)
        }
        rows.append(contentsOf: read(table, &problems))
        sawTable = true
      case .paragraph(let lines): if sawTable { after.append(lines.range) } else { before.append(lines.range) }
      case .comment(let comment): comments.append(comment.text)
      default: problems.add(.misplaced(.besideTable), at: block.range)
      }
    }
    section.intro = source.text(of: before)
    section.closing = source.text(of: after)
    return rows
  }

  /// `<!--` that is never closed turns the rest of the file into text.
  private mutating func reportUnclosedComments() {
    var open: Int?
    var index = 0
    let bytes = source.bytes
    while index < bytes.count {
      if open == nil, bytes[index] == Ascii.less, bytes[index...].starts(with: "<!--".utf8) {
        open = index
        index += 4
      } else if open != nil, bytes[index] == Ascii.hyphen, bytes[index...].starts(with: "-->".utf8) {
        open = nil
        index += 3
      } else {
        index += 1
      }
    }
    guard let open else { return }
    problems.removeMisplaced(at: open)
    problems.add(.unclosedComment, at: open..<(open + 4))
  }
}

extension SourceText {
  /// Blocks as one text, as they are written, with a blank line between them.
  func text(of blocks: [SourceRange]) -> PlanText? {
    guard let first = blocks.first else { return nil }
    var builder = PlanTextBuilder()
    for range in blocks {
      if range != first { builder.append([Ascii.lineFeed, Ascii.lineFeed], for: range.lowerBound..<range.lowerBound) }
      let lines = line(at: range.lowerBound)...line(at: max(range.lowerBound, range.upperBound - 1))
      for (index, line) in lines.enumerated() {
        if index > 0 { builder.append([Ascii.lineFeed], for: range.lowerBound..<range.lowerBound) }
        builder.append(rangeOfLine(line).clamped(to: range), of: bytes)
      }
    }
    return builder.build()
  }
}

extension UnitTable {
  /// All names in the table, without white space.
  var names: Set<String> {
    Set(
      units.flatMap { [$0.name] + $0.aliases }.map {
        String(String.UnicodeScalarView($0.string.unicodeScalars.filter { !$0.isWhiteSpace }))
      })
  }
}

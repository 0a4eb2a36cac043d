import PlanFormats
import PlanModel
import PlanText

/// Every list of a document whose items have numbers; the numbers of sections and parts are no list.
struct NumberedLists {
  /// The lists inside texts: of prose, measures, their fields, survey cells and the free fields of a log.
  private(set) var inTexts: [NumberedRun] = []
  /// The lists that the form itself makes: citations, measures, phases, the headings and items of a log.
  private(set) var ofForm: [NumberedRun] = []

  /// The headings of measures, a list for each heading above them. A plan may answer a part of a checklist and keep its
  /// numbers, so that some may be left out.
  private(set) var headings: [NumberedRun] = []

  /// The lists that are to be without a gap.
  var all: [NumberedRun] { inTexts + ofForm }

  init(_ document: PlanDocument, groups: [PlacedGroup]) {
    if let proposal = document.proposal { add(proposal) }
    for prose in Self.prose(of: document.plan.sections) { inTexts += Self.lists(in: prose) }
    for section in document.plan.sections {
      switch section.content {
      case .citations(let citations):
        let items = citations.compactMap { citation in citation.label.map { Self.item($0, citation.labelRange) } }
        ofForm.append(NumberedRun(items: items))
      case .survey(let rows): add(rows)
      case .inspectionLog(let log): add(log)
      case .narrative, .measures, .taskForce, .checklist, .units: break
      }
    }
    headings = Self.headings(of: groups)
    // The last list of pairs among the measures of each heading and right below it, as an index into `ofForm`.
    var pairs: [Int: Int] = [:]
    for (index, entry) in groups.enumerated() {
      add(entry.group, of: index, under: entry.parent ?? ~entry.section, &pairs)
      let fields = [entry.group.defaults] + entry.group.measures.map(\.fields)
      for text in fields.flatMap(\.prose) { inTexts += Self.lists(in: [text]) }
    }
  }

  private static func headings(of groups: [PlacedGroup]) -> [NumberedRun] {
    var runs: [Int: NumberedRun] = [:]
    var names: [Int: Set<NameKey>] = [:]
    for entry in groups where !entry.group.isUnnamed {
      let heading = entry.group.heading
      // The first headings of a section are a list of their own. What comes again under its name is another fault.
      let list = entry.parent ?? ~entry.section
      guard let label = Label.read(at: heading.string)?.label,
        names[list, default: []].insert(NameKey(heading.string)).inserted
      else { continue }
      let item = item(label, heading.sourceRange(of: 0..<label.text.utf8.count))
      if runs[list]?.items[0].label.style ?? label.style == label.style {
        runs[list, default: NumberedRun(items: [])].items.append(item)
      }
    }
    return runs.values.filter { $0.items.count > 1 }.sorted {
      $0.items[0].range.lowerBound < $1.items[0].range.lowerBound
    }
  }

  /// The words of each section in free words; a list goes on behind a table in the middle of them.
  private static func prose(of sections: [Section]) -> [[PlanText]] {
    var prose: [[PlanText]] = []
    for section in sections {
      if !section.isContinuation { prose.append([]) }
      if case .narrative(let text) = section.content, !prose.isEmpty { prose[prose.count - 1].append(text) }
    }
    return prose
  }

  static func item(_ label: Label, _ range: SourceRange) -> NumberedRun.Item {
    .init(label: label, range: range, isCertain: true)
  }

  private static func lists(in texts: [PlanText]) -> [NumberedRun] {
    var scanner = NumberingScanner()
    for text in texts { scanner.read(text) }
    return scanner.found
  }

  // MARK: Proposals

  private mutating func add(_ proposal: Proposal) {
    for section in proposal.sections {
      switch section.content {
      case .text(let text): inTexts += Self.lists(in: [text])
      case .points(let points):
        ofForm.append(
          NumberedRun(items: points.compactMap { point in point.label.map { Self.item($0, point.labelRange) } }))
        for point in points { inTexts += Self.lists(in: [point.text]) }
      case .parts(let parts): for part in parts { add(part) }
      case .categories, .contributors, .contact: break
      }
    }
  }

  /// The numbers of phases may go on from the text before them, and the text behind them from theirs.
  private mutating func add(_ part: ProposalPart) {
    let phases = NumberedRun(
      items: part.phases.compactMap { phase in phase.label.map { Self.item($0, phase.labelRange) } })
    let before = [part.text].compactMap { $0 }
    let behind = [part.closing].compactMap { $0 }
    var runs: [NumberedRun] = []
    for run in Self.lists(in: before) + [phases] + Self.lists(in: behind) {
      let earlier = runs.lastIndex { earlier in
        guard let last = earlier.items.last?.label, let first = run.items.first?.label else { return false }
        return last.style == first.style && last.value + 1 == first.value
      }
      if let earlier { runs[earlier].items += run.items } else { runs.append(run) }
    }
    inTexts += runs
    for phase in part.phases {
      inTexts += Self.lists(in: [phase.text])
      if let units = phase.units { inTexts += Self.lists(in: [units]) }
    }
  }

  // MARK: Plans

  /// Measures have numbers of their own in a list; in a table the number may stand in the text, and then goes on from
  /// row to row. Pairs (4-1, 4-2) may go on from the heading before, or from the one above.
  private mutating func add(_ group: MeasureGroup, of index: Int, under parent: Int, _ pairs: inout [Int: Int]) {
    let measures = group.measures
    let numbered = Self.withoutHeadings(
      measures.compactMap { measure in measure.label.map { Self.item($0, measure.labelRange) } }, below: group.heading)
    if let series = Self.seriesOfPairs(numbered) {
      for run in series {
        if let open = pairs[parent], Self.goesOn(ofForm[open], with: run) {
          ofForm[open].items += run.items
        } else {
          ofForm.append(run)
          pairs[parent] = ofForm.count - 1
        }
        pairs[index] = pairs[parent]
      }
    } else {
      ofForm.append(NumberedRun(items: numbered))
    }
    var unnumbered: [PlanText] = []
    for measure in measures {
      if measure.label == nil { unnumbered.append(measure.text) } else { inTexts += Self.lists(in: [measure.text]) }
    }
    inTexts += Self.lists(in: unnumbered)
  }

  /// The numbers of measures without those that go on from the heading's: what comes behind a heading 2. and is no part of
  /// it may be a measure 3., for which there is no other place.
  private static func withoutHeadings(_ items: [NumberedRun.Item], below heading: PlanText) -> [NumberedRun.Item] {
    guard let label = Label.read(at: heading.string)?.label else { return items }
    var next = label.value + 1
    var own: [NumberedRun.Item] = []
    // In a list that counts in the heading's way such a number is the list's.
    var countsAlike = false
    for item in items {
      let isAlike = item.label.style == label.style
      if isAlike, !countsAlike, item.label.value == next {
        next += 1
      } else {
        own.append(item)
        countsAlike = countsAlike || isAlike
      }
    }
    return own
  }

  /// Whether the first number of a list of pairs is the next one of another.
  private static func goesOn(_ run: NumberedRun, with next: NumberedRun) -> Bool {
    guard let last = run.items.last, let first = next.items.first, first.label.style == .pair else { return false }
    return isSeries(last, first) && last.label.value + 1 == first.label.value
  }

  /// Whether two pairs have the same first number.
  private static func isSeries(_ one: NumberedRun.Item, _ other: NumberedRun.Item) -> Bool {
    one.label.style == other.label.style
      && one.label.text.prefix { $0 != "-" } == other.label.text.prefix { $0 != "-" }
  }

  /// 1-1, 1-2, 2-1: each first number has a series of its own.
  private static func seriesOfPairs(_ items: [NumberedRun.Item]) -> [NumberedRun]? {
    guard items.contains(where: { $0.label.style == .pair }) else { return nil }
    var runs: [NumberedRun] = []
    for item in items {
      if let last = runs.last?.items.last, isSeries(last, item) {
        runs[runs.count - 1].items.append(item)
      } else {
        runs.append(NumberedRun(items: [item]))
      }
    }
    return runs
  }

  /// Lists may go on from row to row within one item of the survey.
  private mutating func add(_ rows: [SurveyRow]) {
    var texts: [PlanText] = []
    for (index, row) in rows.enumerated() {
      texts.append(row.text)
      let next = index + 1 < rows.count ? rows[index + 1] : nil
      if let next, next.item.string == row.item.string, next.dimension.string == row.dimension.string { continue }
      inTexts += Self.lists(in: texts)
      texts = []
    }
  }

  /// The headings of an inspection log are a list, and so are the items under each of them.
  private mutating func add(_ log: InspectionLog) {
    func list(_ numbers: [(label: Label, range: SourceRange)]) -> NumberedRun {
      NumberedRun(
        items: numbers.filter { $0.label.style == numbers.first?.label.style }.map { Self.item($0.label, $0.range) })
    }
    ofForm.append(
      list(
        log.groups.compactMap { group in
          guard let heading = group.heading, let found = Label.read(at: heading.string) else { return nil }
          return (found.label, heading.sourceRange(of: 0..<found.label.writtenLength))
        }))
    for group in log.groups {
      ofForm.append(list(group.items.compactMap { item in item.label.map { ($0, item.labelRange) } }))
      if let text = group.text { inTexts += Self.lists(in: [text]) }
    }
  }
}

import PlanText

/// All that a plan says, as one list of things, each behind what it stands under.
public struct ComparedPlan: Sendable {
  public private(set) var things: [ComparedThing] = []
  /// For each heading of measures what it is in the plan's checklist, as an index into its entries.
  private(set) var entries: [Int: Int] = [:]
  /// The things from which others take a field, with the fields that they take.
  private(set) var sources: Set<FieldSource> = []

  /// A field that is written at a heading and holds for what is below it.
  struct FieldSource: Hashable, Sendable {
    let thing: Int
    let field: ComparedField.Name
  }

  let years: PlanYears
  /// How many years later its dates are taken to be, so that they can be compared with those of a plan of that year.
  private let shift: YearShift?
  private let unitNames: ComparedUnitNames
  /// How many things of a kind each thing holds so far.
  private var counts: [Place: Int] = [:]

  private struct Place: Hashable {
    let container: Int?
    let kind: ComparedThing.Kind
  }

  /// The things of a plan. With `shift` its dates count as so many years later, in the plan of `years`.
  init(
    _ plan: Plan, checklist: Checklist?, years: PlanYears, shift: Int, unitNames: ComparedUnitNames
  ) {
    self.years = years
    self.shift = shift == 0 ? nil : YearShift(years: shift)
    self.unitNames = unitNames
    addPlan(plan)
    let groups = Dictionary(grouping: plan.placedGroups(checklist: checklist)) { $0.section }
    let kinds = Dictionary(grouping: plan.sections.filter { !$0.isContinuation }) { $0.content.kind }
    var place = 0
    for (index, section) in plan.sections.enumerated() {
      if !section.isContinuation || index == 0 { place = add(section, isOnly: kinds[section.content.kind]?.count == 1) }
      addContent(of: section, in: place, groups: groups[index] ?? [])
    }
    addComments(plan.comments, in: 0)
  }

  /// The things above one, from the section down.
  public func path(of thing: Int) -> [ComparedThing] {
    var path: [ComparedThing] = []
    var next = things[thing].container
    while let container = next, container > 0 {
      path.append(things[container])
      next = things[container].container
    }
    return path.reversed()
  }

  // MARK: Adding

  /// Adds a thing and returns its place in the list. `words` are said of it where they are not its name.
  @discardableResult
  mutating func add(
    _ kind: ComparedThing.Kind, _ name: PlanText, in container: Int?, key: String? = nil, signs: [String] = [],
    words: PlanText? = nil
  ) -> Int {
    let place = Place(container: container, kind: kind)
    counts[place, default: 0] += 1
    things.append(
      ComparedThing(
        kind: kind, container: container, name: name, key: key ?? name.string.dense, signs: signs,
        number: counts[place, default: 1]))
    say(.words, words ?? name)
    return things.count - 1
  }

  /// Says something of the newest thing, or of another.
  mutating func say(_ name: ComparedField.Name, _ text: PlanText?, of thing: Int? = nil) {
    guard let text, !text.isBlank else { return }
    let thing = thing ?? things.count - 1
    things[thing].fields.append(
      ComparedField(name: name, text: text, value: .words(text.string.dense), source: thing))
  }

  /// Says something in which years count as moved.
  private mutating func sayDated(_ name: ComparedField.Name, _ text: PlanText, of thing: Int) {
    guard !text.isBlank else { return }
    things[thing].fields.append(
      ComparedField(name: name, text: text, value: .words(shifted(text.string).dense), source: thing))
  }

  /// Says several things that may be one more or one fewer.
  mutating func say(_ name: ComparedField.Name, parts: [PlanText], text: PlanText? = nil, of thing: Int) {
    guard !parts.isEmpty else { return }
    let all = parts.map { (key: $0.string.dense, text: $0.string) }
    things[thing].fields.append(
      ComparedField(
        name: name, text: text ?? PlanText(joining: parts, with: "；"), value: .parts(all.map(\.key)), source: thing,
        parts: all))
  }

  mutating func addComments(_ comments: [PlanText], in container: Int) {
    for comment in comments { add(.comment, comment, in: container) }
  }

  mutating func addComments(_ comments: [InnerComment], in container: Int) {
    addComments(comments.inOrder.map(\.text), in: container)
  }

  // MARK: The plan and its sections

  private mutating func addPlan(_ plan: Plan) {
    add(.plan, plan.title ?? "", in: nil, key: "", words: "")
    sayDated(.title, plan.title ?? "", of: 0)
    let metadata = plan.metadata
    say(.field(.documentKind), metadata.document.map { PlanText($0.name) })
    say(.field(.agency), metadata.agency)
    say(.field(.year), metadata.year)
    if let period = metadata.period { sayDeadline(.field(.period), period, in: metadata.statedYears) }
    say(.field(.checklist), metadata.checklist)
    for version in plan.versions { add(.text, version, in: 0) }
    if let intro = plan.intro { addParagraphs(of: intro, in: 0) }
    addComments(plan.titleComments + metadata.comments, in: 0)
    addComments(metadata.innerComments, in: 0)
  }

  /// Adds a section; `isOnly` is whether it is the only one of its kind.
  private mutating func add(_ section: Section, isOnly: Bool) -> Int {
    let kind = section.content.kind
    let title = section.title
    // A plan has one roster and one survey, whatever it calls them.
    let place = add(
      .section, section.heading, in: 0, key: NameKey(shifted(title.string)).text,
      signs: isOnly && kind != .narrative ? [kind.rawValue] : [], words: "")
    sayDated(.words, title, of: place)
    return place
  }

  private mutating func addContent(of section: Section, in place: Int, groups: [PlacedGroup]) {
    say(.field(.tableKind), section.statedKind, of: place)
    if let names = section.columnNames { say(.columns, PlanText(names.joined(separator: "、")), of: place) }
    if let intro = section.intro { addParagraphs(of: intro, in: place) }
    switch section.content {
    case .narrative(let text): addParagraphs(of: text, in: place)
    case .citations(let citations): add(citations, in: place)
    case .measures(let table): add(table, groups, in: place)
    case .survey(let rows): add(rows, in: place)
    case .taskForce(let members): add(members, in: place)
    case .checklist(let nodes): for node in nodes { add(node, in: place) }
    case .units(let table): add(table, in: place)
    case .inspectionLog(let log): add(log, in: place)
    }
    if let closing = section.closing { addParagraphs(of: closing, in: place) }
    addComments(section.comments, in: place)
    addComments(section.innerComments, in: place)
  }

  /// Adds the blocks of a Markdown text.
  mutating func addParagraphs(of text: PlanText, in container: Int) {
    for block in BlockTree(SourceText(name: "", text: text.string)).top {
      let part = text.part(block.range).trimmed
      if !part.isBlank { add(block.kind == .comment ? .comment : .text, part, in: container) }
    }
  }

  // MARK: Meanings

  /// A text with its years as many years later as they count.
  func shifted(_ text: String) -> String { shift?.moved(text).text ?? text }

  private mutating func sayDeadline(_ name: ComparedField.Name, _ deadline: Deadline, in years: PlanYears) {
    say(name, deadline.text)
    let last = things.count - 1
    guard let field = things[last].fields.popLast() else { return }
    things[last].fields.append(
      ComparedField(name: name, text: field.text, value: value(of: deadline, in: years), source: last))
  }

  private func value(of deadline: Deadline, in years: PlanYears) -> ComparedField.Value {
    let words = shifted(deadline.text.string)
    let moved = shift == nil ? deadline : Deadline(PlanText(words))
    guard let meaning = moved.meaning else { return .words(words.dense) }
    // Years in what a report holds are no dates of the deadline.
    let content = deadline.meaning?.report?.content ?? ""
    let comparable = meaning.comparable(in: years)
    return .deadline(
      DeadlineMeaning(form: comparable.form.inDays(years), report: comparable.report), content: content.dense)
  }

  /// What a measure or a heading has, its own fields or those of `holders` above it, the nearest last.
  mutating func say(_ fields: MeasureFields, of thing: Int, below holders: [(thing: Int, fields: MeasureFields)]) {
    for field in MeasureField.allCases {
      let name = ComparedField.Name.field(.measure(field))
      guard let (source, value) = Self.value(of: field, fields, thing, below: holders) else { continue }
      if source != thing { sources.insert(FieldSource(thing: source, field: name)) }
      say(name, value, of: thing, source: source)
    }
  }

  private static func value(
    of field: MeasureField, _ fields: MeasureFields, _ thing: Int, below holders: [(thing: Int, fields: MeasureFields)]
  ) -> (Int, FieldValue)? {
    if let own = fields[field] { return (thing, own) }
    return holders.reversed().lazy.compactMap { holder in holder.fields[field].map { (holder.thing, $0) } }.first
  }

  private mutating func say(_ name: ComparedField.Name, _ value: FieldValue, of thing: Int, source: Int) {
    let texts = value.texts
    guard let first = texts.first, !texts.allSatisfy(\.isBlank) else { return }
    var parts: [(key: String, text: String)] = []
    let meaning: ComparedField.Value
    switch value {
    case .text: meaning = .words(first.string.dense)
    case .deadline(let deadline): meaning = self.value(of: deadline, in: years)
    case .units(let units):
      parts = units.units.map { (unitNames.name(of: $0.string), $0.string) }
      // A cell in which nobody is named still says something.
      meaning = parts.isEmpty ? .words(first.string.dense) : .parts(parts.map(\.key).sorted())
    case .entries, .named:
      parts = texts.map { ($0.string.dense, $0.string) }
      if case .named(let named) = value { parts = named.map { ($0.written.string.dense, $0.written.string) } }
      meaning = .parts(parts.map(\.key))
    }
    things[thing].fields.append(
      ComparedField(
        name: name, text: texts.count > 1 ? PlanText(joining: texts) : first, value: meaning, source: source,
        parts: parts))
  }

  /// Notes what a heading is in the checklist.
  mutating func note(entry: Int?, of heading: Int) { entries[heading] = entry }
}

extension DeadlineMeaning.Form {
  /// The form with days for months, quarters and the like: 6月底 is the same as 6月30日.
  fileprivate func inDays(_ years: PlanYears) -> DeadlineMeaning.Form {
    func last(_ point: DatePoint) -> DatePoint { years.days(of: point).map { DatePoint($0.upperBound) } ?? point }
    func first(_ point: DatePoint) -> DatePoint { years.days(of: point).map { DatePoint($0.lowerBound) } ?? point }
    return switch self {
    case .due(let point): .due(last(point))
    case .span(let from, let to): .span(from: from.map(first), to: to.map(last))
    case .dates(let points): .dates(points.map(last))
    case .several(let parts): .several(parts.map { $0.inDays(years) })
    case .ongoing, .recurring, .relative, .occasion, .done: self
    }
  }
}

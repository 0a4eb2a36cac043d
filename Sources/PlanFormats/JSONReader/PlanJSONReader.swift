import PlanModel
import PlanText

/// Reads a plan or a proposal from the value tree of a JSON file.
struct PlanJSONReader {
  var problems = ProblemList()
  var years = PlanYears(year: nil)
  var cells = CellReader(knownUnits: [])
  /// What follows from the deadlines that were read, by their words.
  var derivedFromDeadlines: [WrittenWords: JSONOutput] = [:]
  /// The `names` beside cells whose names may be several units: only the whole plan tells.
  var joinedNames: [(names: JSONNode, units: UnitList)] = []

  /// The plan or proposal, as far as it could be read, and what could not be.
  static func read(_ node: JSONNode) -> (content: DocumentContent, problems: [Located<ReadProblem>]) {
    var reader = PlanJSONReader()
    let content = reader.content(node)
    return (content, reader.problems.problems)
  }

  private mutating func content(_ node: JSONNode) -> DocumentContent {
    var object = ObjectReader(node, key: "plan", problems: &problems)
    if let format = object.text("format", required: true, problems: &problems), format.string != PlanJSON.format {
      problems.add(.unknownValue(key: "format", value: format.string, known: [PlanJSON.format]), at: format.range)
    }
    var kind: DocumentKind?
    if let document = object.text("document", problems: &problems) {
      kind = DocumentKind(rawValue: document.string)
      if kind == nil {
        let known = DocumentKind.allCases.map(\.rawValue)
        problems.add(.unknownValue(key: "document", value: document.string, known: known), at: document.range)
        kind = NearMiss.best(for: document.string, among: known).flatMap(DocumentKind.init)
      }
    }
    return kind == .proposal ? .proposal(proposal(&object)) : .plan(plan(&object, kind: kind))
  }

  private mutating func plan(_ object: inout ObjectReader, kind: DocumentKind?) -> Plan {
    var plan = Plan()
    plan.titleComments = object.texts("titleComments", problems: &problems)
    plan.metadata.document = kind
    plan.title = object.text("title", problems: &problems)
    plan.versions = object.texts("versions", problems: &problems)
    plan.metadata.agency = object.text("agency", problems: &problems)
    plan.metadata.year = object.take("year").flatMap { year($0) }
    years = plan.metadata.statedYears
    plan.metadata.period = object.take("period").flatMap { deadline($0, key: "period") }
    // The dates of deadlines belong into the period, its own do not.
    years = plan.metadata.years
    derivedFromDeadlines = [:]
    plan.metadata.checklist = object.text("checklist", problems: &problems)
    plan.metadata.comments = object.texts("metadataComments", problems: &problems)
    plan.metadata.innerComments = innerComments(of: &object, allowed: FieldName.ofPlan)
    plan.metadata.settleComments()
    plan.intro = object.text("intro", problems: &problems)
    let sections = object.array("sections", required: true, problems: &problems)
    cells = CellReader(knownUnits: unitNames(in: sections))
    plan.sections = sections.map { section($0) }
    if cells.hasJoinedUnits { checkJoinedNames(by: plan.divideJoinedUnits()) }
    plan.comments = object.texts("comments", problems: &problems)
    plan.schema = object.text("$schema", problems: &problems)
    object.finish(problems: &problems)
    return plan
  }

  mutating func year(_ node: JSONNode) -> PlanText? {
    switch node.value {
    case .number(let number): return PlanText(number, range: node.range)
    case .string(let text): return text
    default:
      problems.add(.wrongType(key: "year", expected: .integer), at: node.range)
      return nil
    }
  }

  /// The names in the plan's unit table, which decide how cells of units are split wherever they stand.
  private func unitNames(in sections: [JSONNode]) -> Set<String> {
    var ignored = ProblemList()
    var names: Set<String> = []
    for node in sections {
      var object = ObjectReader(node, key: "section", problems: &ignored)
      guard object.text("kind", problems: &ignored)?.string == SectionKind.units.rawValue else { continue }
      for unit in object.array("units", problems: &ignored) {
        names.formUnion(UnitTable(units: [Self.unit(unit, problems: &ignored)]).names)
      }
    }
    return names
  }

  // MARK: Sections

  private mutating func section(_ node: JSONNode) -> Section {
    var object = ObjectReader(node, key: "section", problems: &problems)
    let kind = object.text("kind", required: true, problems: &problems)
    let known = kind.flatMap { SectionKind(rawValue: $0.string) }
    // Only running text and tables of measures come in turn.
    let continues =
      known.map { $0 == .narrative || $0.layout != nil } ?? false && object.flag("continues", problems: &problems)
    let heading = object.text("heading", required: !continues, problems: &problems) ?? ""
    var section = Section(heading: heading, content: .narrative(""))
    if continues {
      if !heading.string.isEmpty {
        problems.add(.unknownValue(key: "heading", value: heading.string, known: []), at: heading.range)
      }
      section.continues()
    }
    section.statedKind = object.text("statedKind", problems: &problems)
    section.intro = object.text("intro", problems: &problems)
    section.closing = object.text("closing", problems: &problems)
    section.innerComments = innerComments(of: &object, allowed: [.tableKind] + FieldName.ofGroup)
    section.comments = object.texts("comments", problems: &problems)
    if let kind {
      if let known {
        if [.survey, .taskForce, .units].contains(known) {
          let names = object.texts("columnNames", problems: &problems).map(\.string)
          section.columnNames = names.isEmpty ? nil : names
        }
        section.content = content(known, of: &object)
      } else {
        problems.add(
          .unknownValue(key: "kind", value: kind.string, known: SectionKind.allCases.map(\.rawValue)), at: kind.range)
        // Without the kind no key can be judged.
        return section
      }
    }
    object.finish(problems: &problems)
    return section
  }

  private mutating func content(_ kind: SectionKind, of object: inout ObjectReader) -> SectionContent {
    switch kind {
    case .narrative: return .narrative(object.text("text", required: true, problems: &problems) ?? "")
    case .citations:
      return .citations(object.array("citations", required: true, problems: &problems).map { citation($0) })
    case .measures, .workItems, .strategies:
      let defaults = fields(of: &object)
      let layout = kind.layout ?? .measures
      let columns = columns(of: &object, layout)
      var groups: [MeasureGroup] = []
      let unnamed = object.array("measures", problems: &problems).map { measure($0) }
      if !unnamed.isEmpty { groups.append(.unnamed(unnamed)) }
      groups += object.array("dimensions", required: true, problems: &problems).map {
        group($0, depth: 1, key: .dimension, layout: layout)
      }
      var table = MeasureTable(layout: layout, defaults: defaults, groups: groups, columns: columns)
      table.addColumnOfSupport()
      return .measures(table)
    case .survey:
      return .survey(continued(object.array("rows", required: true, problems: &problems)) { surveyRow($0, after: $1) })
    case .taskForce:
      return .taskForce(
        continued(object.array("members", required: true, problems: &problems)) { member($0, after: $1) })
    case .checklist:
      return .checklist(
        object.array("dimensions", required: true, problems: &problems).map { node($0, depth: 1, key: .dimension) })
    case .units:
      return .units(
        UnitTable(
          units: object.array("units", required: true, problems: &problems).map { Self.unit($0, problems: &problems) }))
    case .inspectionLog:
      return .inspectionLog(
        InspectionLog(
          date: object.text("date", problems: &problems),
          groups: object.array("groups", required: true, problems: &problems).map { inspectionGroup($0) }))
    }
  }

  private mutating func citation(_ node: JSONNode) -> Citation {
    var object = ObjectReader(node, key: "citation", problems: &problems)
    let (label, labelRange) = label(of: &object)
    let citation = Citation(
      label: label, labelRange: labelRange, text: object.text("text", required: true, problems: &problems) ?? "",
      comments: object.texts("comments", problems: &problems))
    object.checkDerived(
      ["issuer", "date", "number", "title"], against: PlanJSON.citation(citation), problems: &problems)
    object.finish(problems: &problems)
    return citation
  }

  mutating func label(of object: inout ObjectReader) -> (Label?, SourceRange) {
    guard let text = object.text("label", problems: &problems) else { return (nil, 0..<0) }
    // Some labels are only labels where words follow, which here stand in another key.
    guard let label = Label.read(at: text.string + " 甲")?.label, label.text == text.string else {
      problems.add(.unknownValue(key: "label", value: text.string, known: ["1.", "一、", "(一)"]), at: text.range)
      return (nil, 0..<0)
    }
    return (label, text.range)
  }

  /// The parts of a list, each made with the one before it.
  func continued<Part>(_ nodes: [JSONNode], _ part: (JSONNode, Part?) -> Part) -> [Part] {
    nodes.reduce(into: []) { parts, node in parts.append(part(node, parts.last)) }
  }
}

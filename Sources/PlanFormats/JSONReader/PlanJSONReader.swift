import PlanModel
import PlanText

/// Reads a plan or a proposal from the value tree of a JSON file.
struct PlanJSONReader {
  var problems = ProblemList()
  var planYear: Int?
  private var cells = CellReader(knownUnits: [])
  /// What follows from the deadlines that were read, by their words.
  private var derivedFromDeadlines: [WrittenWords: JSONOutput] = [:]

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
    plan.metadata.agency = object.text("agency", problems: &problems)
    plan.metadata.year = object.take("year").flatMap { year($0) }
    planYear = plan.metadata.planYear
    plan.metadata.period = object.take("period").flatMap { deadline($0, key: "period") }
    plan.metadata.checklist = object.text("checklist", problems: &problems)
    plan.metadata.comments = object.texts("metadataComments", problems: &problems)
    plan.metadata.innerComments = innerComments(of: &object, allowed: FieldName.ofPlan)
    plan.metadata.settleComments()
    let sections = object.array("sections", required: true, problems: &problems)
    cells = CellReader(knownUnits: unitNames(in: sections))
    plan.sections = sections.map { section($0) }
    plan.comments = object.texts("comments", problems: &problems)
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
    let heading = object.text("heading", required: true, problems: &problems) ?? ""
    var section = Section(heading: heading, content: .narrative(""))
    section.statedKind = object.text("statedKind", problems: &problems)
    section.intro = object.text("intro", problems: &problems)
    section.closing = object.text("closing", problems: &problems)
    section.innerComments = innerComments(of: &object, allowed: [.tableKind] + FieldName.ofGroup)
    section.comments = object.texts("comments", problems: &problems)
    if let kind = object.text("kind", required: true, problems: &problems) {
      if let known = SectionKind(rawValue: kind.string) {
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
      let columns = columns(of: &object)
      let groups = object.array("dimensions", required: true, problems: &problems).map {
        group($0, depth: 1, key: .dimension)
      }
      return .measures(
        MeasureTable(layout: kind.layout ?? .measures, defaults: defaults, groups: groups, columns: columns))
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
  private func continued<Part>(_ nodes: [JSONNode], _ part: (JSONNode, Part?) -> Part) -> [Part] {
    nodes.reduce(into: []) { parts, node in parts.append(part(node, parts.last)) }
  }

  /// A row. An empty dimension means the one above, and so does an empty item beside it.
  private mutating func surveyRow(_ node: JSONNode, after previous: SurveyRow?) -> SurveyRow {
    var object = ObjectReader(node, key: "row", problems: &problems)
    let dimension = object.text("dimension", required: true, problems: &problems) ?? ""
    let item = object.text("item", required: true, problems: &problems) ?? ""
    let isContinued = dimension.isBlank
    let row = SurveyRow(
      dimension: isContinued ? previous?.dimension ?? dimension : dimension,
      item: isContinued && item.isBlank ? previous?.item ?? item : item,
      name: object.text("name", required: true, problems: &problems) ?? "",
      text: object.text("text", required: true, problems: &problems) ?? "")
    object.finish(problems: &problems)
    return row
  }

  /// A member. An empty group means the one above.
  private mutating func member(_ node: JSONNode, after previous: Member?) -> Member {
    var object = ObjectReader(node, key: "member", problems: &problems)
    let group = object.text("group", problems: &problems)
    let member = Member(
      group: group?.isBlank == true ? previous?.group ?? group : group,
      role: object.text("role", required: true, problems: &problems) ?? "",
      post: object.text("post", problems: &problems) ?? "", name: object.text("name", problems: &problems) ?? "",
      duty: object.text("duty", problems: &problems) ?? "", remark: object.text("remark", problems: &problems) ?? "")
    object.finish(problems: &problems)
    return member
  }

  private static func unit(_ node: JSONNode, problems: inout ProblemList) -> UnitTable.Unit {
    var object = ObjectReader(node, key: "unit", problems: &problems)
    let unit = UnitTable.Unit(
      name: object.text("name", required: true, problems: &problems) ?? "",
      aliases: object.texts("aliases", problems: &problems),
      parent: object.text("parent", problems: &problems), nature: object.text("nature", problems: &problems))
    object.finish(problems: &problems)
    return unit
  }

  // MARK: Measures

  private mutating func group(_ node: JSONNode, depth: Int, key: ChecklistLevel) -> MeasureGroup {
    var object = ObjectReader(node, key: key.rawValue, problems: &problems)
    var group = MeasureGroup(level: key, heading: object.text("heading", required: true, problems: &problems) ?? "")
    group.defaults = fields(of: &object)
    group.groups = children(of: &object, depth: depth).map { self.group($0.node, depth: depth + 1, key: $0.key) }
    group.level = MeasureTableReader.level(depth: depth, hasGroups: !group.groups.isEmpty)
    group.measures = object.array("measures", problems: &problems).map { measure($0) }
    group.columns = columns(of: &object)
    group.innerComments = innerComments(of: &object, allowed: FieldName.ofGroup)
    group.comments = object.texts("comments", problems: &problems)
    checkDerived(of: &object, level: group.level, weight: group.weight?.points)
    object.finish(problems: &problems)
    return group
  }

  /// The next level. Its key says what is expected; what each of them is follows from what it holds, as it does in
  /// text.
  private mutating func children(of object: inout ObjectReader, depth: Int) -> [(node: JSONNode, key: ChecklistLevel)] {
    let focuses = depth < 3 ? object.array("focuses", problems: &problems) : []
    let items = depth < 2 ? object.array("items", problems: &problems) : []
    return focuses.map { ($0, .focus) } + items.map { ($0, .item) }
  }

  /// A focus among items says that it is one.
  private mutating func checkDerived(of object: inout ObjectReader, level: ChecklistLevel, weight: Int?) {
    object.checkDerived(
      ["level", "weight"],
      against: .members([("level", .string(level.rawValue)), ("weight", weight.map { .int($0) })]),
      problems: &problems)
  }

  /// The fields of a measure, or those that a heading has for the measures below.
  private mutating func fields(
    of object: inout ObjectReader, _ allowed: [MeasureField] = MeasureField.shared
  ) -> MeasureFields {
    var fields = MeasureFields()
    for field in allowed {
      switch field.kind {
      case .text: fields[field] = object.text(field.key, problems: &problems).map { .text($0) }
      case .deadline:
        fields[field] = object.take(field.key).flatMap { deadline($0, key: field.key) }.map { .deadline($0) }
      case .units: fields[field] = object.take(field.key).flatMap { units($0, key: field.key) }.map { .units($0) }
      case .entries:
        let entries = object.array(field.key, problems: &problems).map { progress($0) }
        fields[field] = entries.isEmpty ? nil : .entries(entries)
      }
    }
    return fields
  }

  private mutating func measure(_ node: JSONNode) -> Measure {
    var object = ObjectReader(node, key: "measure", problems: &problems)
    let (label, labelRange) = label(of: &object)
    let measure = Measure(
      label: label, labelRange: labelRange, text: object.text("text", required: true, problems: &problems) ?? "",
      fields: fields(of: &object, MeasureField.allCases),
      comments: object.texts("comments", problems: &problems),
      innerComments: innerComments(of: &object, allowed: FieldName.ofMeasure), range: node.range)
    object.finish(problems: &problems)
    return measure
  }

  private mutating func progress(_ node: JSONNode) -> ProgressEntry {
    var object = ObjectReader(node, key: "progress", problems: &problems)
    let entry = ProgressEntry(text: object.text("text", required: true, problems: &problems) ?? "")
    object.checkDerived(["date", "percent"], against: PlanJSON.progress(entry), problems: &problems)
    object.finish(problems: &problems)
    return entry
  }

  /// The words alone, or an object with the words and what they mean.
  mutating func deadline(_ node: JSONNode, key: String) -> Deadline? {
    if case .string(let text) = node.value { return cells.deadline(text) }
    var object = ObjectReader(node, key: key, problems: &problems)
    guard let text = object.text("text", required: true, problems: &problems) else { return nil }
    let deadline = cells.deadline(text)
    let derived = [
      "kind", "from", "to", "dates", "every", "times", "weekday", "month", "day", "reportDue", "reportContent",
    ]
    if deadline.meaning == nil {
      object.checkUnderived(derived, problems: &problems)
    } else {
      let words = WrittenWords(text.string)
      let output = derivedFromDeadlines[words] ?? PlanJSON.deadline(deadline, planYear: planYear)
      derivedFromDeadlines[words] = output
      object.checkDerived(derived, against: output, problems: &problems)
    }
    object.finish(problems: &problems)
    return deadline
  }

  /// The words alone, or an object with the words and the names in them.
  private mutating func units(_ node: JSONNode, key: String) -> UnitList? {
    if case .string(let text) = node.value { return cells.units(text) }
    var object = ObjectReader(node, key: key, problems: &problems)
    guard let text = object.text("text", required: true, problems: &problems) else { return nil }
    let units = cells.units(text)
    if !object.holds("names", words: units.units) {
      object.checkDerived(["names"], against: PlanJSON.units(units), problems: &problems)
    }
    object.finish(problems: &problems)
    return units
  }

  /// Comments: the words alone, or with the key of the field that they stand before.
  private mutating func innerComments(of object: inout ObjectReader, allowed: [FieldName]) -> [InnerComment] {
    object.array("innerComments", problems: &problems).compactMap { node in
      if case .string(let text) = node.value { return InnerComment(text: text) }
      var inner = ObjectReader(node, key: "innerComments", problems: &problems)
      let text = inner.text("text", required: true, problems: &problems)
      var field: FieldName?
      if let before = inner.text("before", required: true, problems: &problems) {
        field = allowed.first { $0.key == before.string }
        if field == nil {
          problems.add(
            .unknownValue(key: "before", value: before.string, known: allowed.map(\.key)), at: before.range)
        }
      }
      inner.finish(problems: &problems)
      return text.map { InnerComment(text: $0, before: field) }
    }
  }

  /// The columns of a pipe table.
  private mutating func columns(of object: inout ObjectReader) -> [MeasureColumn]? {
    guard let node = object.take("columns") else { return nil }
    guard case .array(let elements) = node.value else {
      problems.add(.wrongType(key: "columns", expected: .array), at: node.range)
      return nil
    }
    return elements.compactMap { element in
      guard case .string(let word) = element.value else {
        problems.add(.wrongType(key: "columns", expected: .string), at: element.range)
        return nil
      }
      let column = MeasureColumn(key: word.string)
      if column == nil {
        problems.add(
          .unknownValue(key: "columns", value: word.string, known: MeasureColumn.allCases.map(\.key)),
          at: element.range)
      }
      return column
    }
  }

  // MARK: Checklists

  private mutating func node(_ node: JSONNode, depth: Int, key: ChecklistLevel) -> ChecklistNode {
    var object = ObjectReader(node, key: key.rawValue, problems: &problems)
    var result = ChecklistNode(level: key, heading: object.text("heading", required: true, problems: &problems) ?? "")
    result.nodes = children(of: &object, depth: depth).map { self.node($0.node, depth: depth + 1, key: $0.key) }
    result.level = MeasureTableReader.level(depth: depth, hasGroups: !result.nodes.isEmpty)
    result.checkpoints = continued(object.array("checkpoints", problems: &problems)) { checkpoint($0, after: $1) }
    result.guidance = object.array("guidance", problems: &problems).compactMap { guidance($0) }
    result.comments = object.texts("comments", problems: &problems)
    checkDerived(of: &object, level: result.level, weight: result.weight)
    object.finish(problems: &problems)
    return result
  }

  /// A checkpoint. An empty group means the one above.
  private mutating func checkpoint(_ node: JSONNode, after previous: CheckPoint?) -> CheckPoint {
    var object = ObjectReader(node, key: "checkpoint", problems: &problems)
    let written = object.text("group", problems: &problems)
    let group = written?.isBlank == true ? previous?.group ?? written : written
    let text = object.text("text", required: true, problems: &problems) ?? ""
    let isTicked = object.flag("ticked", problems: &problems)
    let comments = object.texts("comments", problems: &problems)
    object.finish(problems: &problems)
    return CheckPoint(group: group, text: text, isTicked: isTicked, comments: comments)
  }

  /// The words alone, or with the number of checkpoints before them.
  private mutating func guidance(_ node: JSONNode) -> Guidance? {
    if case .string(let text) = node.value { return Guidance(text) }
    var object = ObjectReader(node, key: "guidance", problems: &problems)
    guard let text = object.text("text", required: true, problems: &problems) else { return nil }
    var after: Int?
    if let value = object.take("after") {
      if case .number(let number) = value.value, let count = Int(number), count >= 0 {
        after = count
      } else {
        problems.add(.wrongType(key: "after", expected: .integer), at: value.range)
      }
    }
    object.finish(problems: &problems)
    return Guidance(text, after: after)
  }
}

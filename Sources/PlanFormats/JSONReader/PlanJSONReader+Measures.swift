import PlanModel
import PlanText

extension PlanJSONReader {
  mutating func group(_ node: JSONNode, depth: Int, key: ChecklistLevel, layout: TableLayout) -> MeasureGroup {
    var object = ObjectReader(node, key: key.rawValue, problems: &problems)
    var group = MeasureGroup(level: key, heading: object.text("heading", required: true, problems: &problems) ?? "")
    group.defaults = fields(of: &object)
    group.groups = children(of: &object, depth: depth, deepest: key == .focus ? depth : 5).map {
      self.group($0.node, depth: depth + 1, key: $0.key, layout: layout)
    }
    group.level = MeasureTableReader.level(depth: depth, hasGroups: !group.groups.isEmpty)
    group.measures = object.array("measures", problems: &problems).map { measure($0) }
    group.columns = columns(of: &object, layout)
    group.addColumnOfSupport()
    group.innerComments = innerComments(of: &object, allowed: FieldName.ofGroup)
    group.comments = object.texts("comments", problems: &problems)
    checkDerived(of: &object, level: group.level, weight: group.weight?.points)
    object.finish(problems: &problems)
    return group
  }

  /// The next level. Its key says what is expected; what each of them is follows from what it holds, as it does in
  /// text. Nothing stands below the deepest level.
  mutating func children(
    of object: inout ObjectReader, depth: Int, deepest: Int
  ) -> [(node: JSONNode, key: ChecklistLevel)] {
    let focuses = depth < deepest ? object.array("focuses", problems: &problems) : []
    let items = depth < deepest - 1 ? object.array("items", problems: &problems) : []
    return focuses.map { ($0, .focus) } + items.map { ($0, .item) }
  }

  /// A focus among items says that it is one.
  mutating func checkDerived(of object: inout ObjectReader, level: ChecklistLevel, weight: Int?) {
    object.checkDerived(
      ["level", "weight"],
      against: .members([("level", .string(level.rawValue)), ("weight", weight.map { .int($0) })]),
      problems: &problems)
  }

  /// The fields of a measure, or those that a heading has for the measures below.
  mutating func fields(
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
      case .named:
        let texts = object.array(field.key, problems: &problems).map { Self.named($0, problems: &problems) }
        fields[field] = texts.isEmpty ? nil : .named(texts)
      }
    }
    cells.part(&fields)
    return fields
  }

  mutating func measure(_ node: JSONNode) -> Measure {
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
    if deadline.meaning == nil {
      object.checkUnderived(PlanJSON.derivedFromDeadline, problems: &problems)
    } else {
      let words = WrittenWords(text.string)
      let output = derivedFromDeadlines[words] ?? PlanJSON.deadline(deadline, in: years)
      derivedFromDeadlines[words] = output
      object.checkDerived(PlanJSON.derivedFromDeadline, against: output, problems: &problems)
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
    // Where the words say who helps too, the names are of those who do it.
    var fields = MeasureFields(units: units)
    if key == MeasureField.units.key { cells.part(&fields) }
    let named = fields.units ?? units
    if cells.hasJoinedUnits, named.isJoined, let names = object.take("names") {
      joinedNames.append((names, named))
    } else if !object.holds("names", words: named.units) {
      object.checkDerived(["names"], against: PlanJSON.units(named), problems: &problems)
    }
    object.finish(problems: &problems)
    return units
  }

  /// Checks the names of units that only the whole plan tells apart.
  mutating func checkJoinedNames(by known: KnownUnits) {
    for (names, units) in joinedNames {
      let derived = PlanJSON.names(known.dividing(units) ?? units)
      ObjectReader.checkDerived(names, key: "names", against: derived, problems: &problems)
    }
  }

  /// Comments: the words alone, or with the key of the field that they stand before.
  mutating func innerComments(of object: inout ObjectReader, allowed: [FieldName]) -> [InnerComment] {
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

  /// The columns of a pipe table, and what they are called where the form calls one of them otherwise.
  mutating func columns(of object: inout ObjectReader, _ layout: TableLayout) -> [WrittenColumn]? {
    let names = object.array("columnNames", problems: &problems).map { node -> String in
      if case .string(let name) = node.value { return name.string }
      problems.add(.wrongType(key: "columnNames", expected: .string), at: node.range)
      return ""
    }
    guard let node = object.take("columns") else { return nil }
    guard case .array(let elements) = node.value else {
      problems.add(.wrongType(key: "columns", expected: .array), at: node.range)
      return nil
    }
    var items = 0
    return elements.enumerated().compactMap { index, element in
      guard case .string(let word) = element.value else {
        problems.add(.wrongType(key: "columns", expected: .string), at: element.range)
        return nil
      }
      let name = index < names.count ? names[index] : nil
      guard var column = MeasureColumn(key: word.string, name: name) else {
        problems.add(
          .unknownValue(key: "columns", value: word.string, known: MeasureColumn.allCases.map(\.key)),
          at: element.range)
        return nil
      }
      if column == .item {
        if items > 0 { column = .subItem(items) }
        items += 1
      }
      return WrittenColumn(column, name: name ?? layout.name(of: column))
    }
  }
}

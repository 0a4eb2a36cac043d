import PlanText

extension Plan {
  /// The plan with headings and lists in place of those tables of measures that say nothing more than these would, as
  /// people write a plan; nil where there is none. What is one cell for all measures under a heading is said once, under
  /// the heading.
  package func underHeadings(checklist: Checklist?) -> Plan? {
    var plan = self
    var isChanged = false
    for index in sections.indices {
      guard case .measures(let table) = sections[index].content, let headed = table.underHeadings(checklist: checklist)
      else { continue }
      plan.sections[index].content = .measures(headed)
      isChanged = true
    }
    return isChanged ? plan : nil
  }
}

extension MeasureTable {
  /// Nil where the table has columns, or names for them, that would not come back, and where it is easier to read: short
  /// measures of one line.
  fileprivate func underHeadings(checklist: Checklist?) -> MeasureTable? {
    guard let columns, hasUsual(columns, checklist), groups.allSatisfy({ !$0.isUnnamed }) else { return nil }
    var table = self
    table.columns = nil
    var isLong = groups.contains(where: \.hasLongMeasure)
    for field in MeasureField.shared {
      var hasShared = false
      for index in table.groups.indices { hasShared = table.groups[index].share(field) || hasShared }
      // A heading with one measure has the field as the others have it.
      if hasShared, !table.groups.contains(where: { $0.hasOwn(field) }) {
        for index in table.groups.indices { table.groups[index].shareAlone(field) }
      }
      isLong = isLong || hasShared
    }
    guard isLong else { return nil }
    for index in table.groups.indices { table.groups[index].makeLists(numbered: layout == .measures) }
    return table
  }

  /// Whether the form has these columns, by these names and in this order, and where it has not, some measure has words
  /// in them.
  private func hasUsual(_ columns: [WrittenColumn], _ checklist: Checklist?) -> Bool {
    let kinds = columns.map(\.column)
    let usual = checklist?.outline(for: layout).columns ?? layout.columns
    guard kinds.first == .dimension, kinds == MeasureColumn.allCases.filter(kinds.contains), kinds.contains(.measure)
    else { return false }
    let filled = groups.reduce(into: Set<MeasureColumn>()) { $0.formUnion($1.filledColumns) }
    return columns.allSatisfy { column in
      let name = checklist?.name(of: column.column, in: layout) ?? layout.name(of: column.column)
      return column.name == name && (usual.contains(column.column) || filled.contains(column.column))
    }
  }
}

extension MeasureGroup {
  fileprivate var filledColumns: Set<MeasureColumn> {
    let own = measures.flatMap { $0.fields.all.map { MeasureColumn.field($0.field) } }
    // Names of three levels stand in the columns of all of them.
    let levels: [MeasureColumn] =
      groups.contains { !$0.groups.isEmpty } ? [.item, .focus] : groups.isEmpty ? [] : [.item]
    return groups.reduce(into: Set(own + levels)) { $0.formUnion($1.filledColumns) }
  }

  /// Whether a measure below the heading is no short line.
  fileprivate var hasLongMeasure: Bool {
    measures.contains { !$0.text.string.isOneLine || $0.text.string.utf8.count > 3 * Self.longestLine }
      || groups.contains(where: \.hasLongMeasure)
  }

  /// About how many Chinese characters a cell holds that people like to edit in a table.
  private static let longestLine = 64

  /// The texts of a field of all measures below the heading.
  private func texts(of field: MeasureField) -> [PlanText?] {
    measures.map { $0.fields.text(of: field) } + groups.flatMap { $0.texts(of: field) }
  }

  /// Says a field under the heading that is one cell for all measures below it, else under those headings further down
  /// for which it is one; whether it is said so anywhere.
  fileprivate mutating func share(_ field: MeasureField) -> Bool {
    let texts = texts(of: field)
    if measures.count + groups.count > 1, let first = texts.first, let first, !first.range.isEmpty,
      texts.allSatisfy({ $0?.range == first.range })
    {
      take(field)
      return true
    }
    var hasShared = false
    for index in groups.indices { hasShared = groups[index].share(field) || hasShared }
    return hasShared
  }

  /// Whether one of several measures under a heading has a field of its own.
  fileprivate func hasOwn(_ field: MeasureField) -> Bool {
    measures.count > 1 && measures.contains { $0.fields[field] != nil } || groups.contains { $0.hasOwn(field) }
  }

  /// Says a field of the only measure under a heading there.
  fileprivate mutating func shareAlone(_ field: MeasureField) {
    if measures.count == 1, groups.isEmpty { take(field) }
    for index in groups.indices { groups[index].shareAlone(field) }
  }

  /// Takes a field away from the measures below, and says it here.
  private mutating func take(_ field: MeasureField) {
    if let value = takeAway(field) { defaults[field] = value }
  }

  private mutating func takeAway(_ field: MeasureField) -> FieldValue? {
    var value: FieldValue?
    for index in measures.indices {
      value = value ?? measures[index].fields[field]
      measures[index].fields[field] = nil
    }
    for index in groups.indices {
      let below = groups[index].takeAway(field)
      value = value ?? below
    }
    return value
  }

  /// Makes items of lines with numbers, and counts the measures where their numbers are for counting alone.
  fileprivate mutating func makeLists(numbered: Bool) {
    for index in measures.indices { measures[index].text = measures[index].text.withItems }
    // A number at the beginning of a text that is no list is that of the measure.
    let counts = numbered && measures.allSatisfy { $0.label == nil && Label.read(at: $0.text.string) == nil }
    for index in measures.indices {
      if counts { measures[index].label = Label.read(at: "\(index + 1). ")?.label }
    }
    for index in groups.indices { groups[index].makeLists(numbered: numbered) }
  }
}

extension PlanText {
  /// Lines with numbers as items of a list, those of a further style inside the item before them. Where a line without
  /// a number stands below one, nobody knows to what it belongs, and all stays as it is.
  fileprivate var withItems: PlanText {
    let lines = string.lineSlices
    guard lines.count > 1 else { return self }
    var result: [String] = []
    var open: [Label.Style] = []
    for line in lines {
      guard let label = Label.read(at: line.unicodeScalars)?.label else {
        if !open.isEmpty { return self }
        result.append(String(line))
        continue
      }
      if let depth = open.firstIndex(of: label.style) {
        open.removeSubrange((depth + 1)...)
      } else {
        open.append(label.style)
      }
      result.append(String(repeating: "  ", count: open.count - 1) + "- " + line)
    }
    return open.isEmpty ? self : PlanText(result.joined(separator: "\n"), range: range)
  }
}

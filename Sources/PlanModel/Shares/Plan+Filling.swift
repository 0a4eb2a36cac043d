import PlanText

extension Plan {
  /// Fills cells of a row of a form in, by its mark: what is empty is emptied, and a report stands behind the others.
  package mutating func fill(row mark: String, _ cells: [(cell: ShareCell, values: [String])]) {
    func fill(_ group: inout MeasureGroup) -> Bool {
      for index in group.measures.indices where group.measures[index].shareMark == mark {
        for (cell, values) in cells { group.measures[index].fill(cell, values) }
        return true
      }
      for index in group.groups.indices where fill(&group.groups[index]) { return true }
      return false
    }
    for index in sections.indices {
      guard case .measures(var table) = sections[index].content else { continue }
      for group in table.groups.indices where fill(&table.groups[group]) {
        sections[index].content = .measures(table)
        return
      }
    }
  }

  /// Removes rows of a form, by their marks.
  package mutating func remove(rows marks: Set<String>) {
    func remove(_ group: inout MeasureGroup) {
      group.measures.removeAll { $0.shareMark.map(marks.contains) ?? false }
      for index in group.groups.indices { remove(&group.groups[index]) }
    }
    for index in sections.indices {
      guard case .measures(var table) = sections[index].content else { continue }
      for group in table.groups.indices { remove(&table.groups[group]) }
      sections[index].content = .measures(table)
    }
  }
}

extension Measure {
  fileprivate mutating func fill(_ cell: ShareCell, _ values: [String]) {
    if cell.isProgress {
      fields.add(.entries(values.map { ProgressEntry(text: PlanText($0)) }), to: .progress)
      return
    }
    guard values.isEmpty else {
      set(cell, to: values, known: [])
      return
    }
    switch cell {
    case .label: label = nil
    case .words: text = ""
    case .own(let name):
      let rest = fields.extra.filter { $0.name != name }
      fields[.extra] = rest.isEmpty ? nil : .named(rest)
    case .field(let field): fields[field] = nil
    }
  }
}

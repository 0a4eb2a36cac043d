import PlanText

extension Plan {
  /// Fills cells of rows of a form in, by their marks, and takes rows out that are gone. What is empty is emptied, and a
  /// report stands behind the others.
  package mutating func fill(
    _ cells: [String: [(cell: ShareCell, values: [String])]], without gone: Set<String>
  ) {
    func fill(_ group: inout MeasureGroup) {
      if !gone.isEmpty { group.measures.removeAll { $0.shareMark.map(gone.contains) ?? false } }
      for index in group.measures.indices {
        guard let mark = group.measures[index].shareMark, let filled = cells[mark] else { continue }
        for (cell, values) in filled { group.measures[index].fill(cell, values) }
      }
      for index in group.groups.indices { fill(&group.groups[index]) }
    }
    for index in sections.indices {
      guard case .measures(var table) = sections[index].content else { continue }
      for group in table.groups.indices { fill(&table.groups[group]) }
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

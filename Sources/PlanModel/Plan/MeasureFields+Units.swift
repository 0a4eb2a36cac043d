import PlanText

extension MeasureFields {
  /// Puts those who help into their own field where the cell of those who do it names them too. `known` are names to
  /// keep whole.
  package mutating func partUnits(known: Set<String>) {
    guard let cell = units, let roles = UnitRoles(cell.text, known: known) else { return }
    units = UnitList(roles.units, known: known)
    guard let text = roles.support else { return }
    var support = UnitList(text, known: known)
    if let own = supportUnits, !own.text.string.saysNothing {
      let names = own.units.map(\.string)
      if support.units.allSatisfy({ names.contains($0.string) }) { return }
      let both = [own.text, text].sorted { $0.range.lowerBound < $1.range.lowerBound }
      support = UnitList(PlanText(joining: both, with: "；"), known: known)
    }
    self[.supportUnits] = .units(support)
  }
}

extension MeasureTable {
  /// Gives a table that has a column for the units a further one for those who help, if its cells name any.
  package mutating func addColumnOfSupport() {
    if columns != nil, groups.contains(where: \.hasSupport) { columns?.addSupport() }
  }
}

extension MeasureGroup {
  /// The same under a heading.
  package mutating func addColumnOfSupport() {
    if columns != nil, hasSupport { columns?.addSupport() }
  }

  fileprivate var hasSupport: Bool {
    measures.contains { $0.fields.supportUnits != nil } || groups.contains(where: \.hasSupport)
  }
}

extension [WrittenColumn] {
  fileprivate mutating func addSupport() {
    let support = MeasureColumn.field(.supportUnits)
    guard let place = firstIndex(where: { $0.column == .units }), !contains(where: { $0.column == support }) else {
      return
    }
    insert(WrittenColumn(support, name: support.name), at: place + 1)
  }
}

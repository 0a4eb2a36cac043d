import PlanText

/// Sorts the measures of a table into a checklist.
struct ChecklistSorter {
  let checklist: Checklist
  let layout: TableLayout
  let places: [PlacedGroup]
  private(set) var renamed: [(old: String, new: String)] = []
  private(set) var dropped: [String] = []
  private(set) var added: [String] = []
  /// The entry of the checklist that each heading is, now or by an earlier name.
  private let entries: [Int?]
  /// The headings of the plan by the entries of the checklist that they are.
  private let found: [Int: [Int]]

  init(checklist: Checklist, layout: TableLayout, places: [PlacedGroup]) {
    self.checklist = checklist
    self.layout = layout
    self.places = places
    var entries: [Int?] = []
    for place in places {
      let above = place.parent.flatMap { entries[$0] }
      let name = place.group.heading.string
      // What stands under a focus is a part of it.
      let isPart = above.map { checklist.entries[$0].isFocus } ?? false
      entries.append(
        isPart
          ? nil
          : place.entry ?? above.flatMap { checklist.entry(named: name, under: $0, layout: layout) }
            ?? checklist.entry(formerlyNamed: name, under: above, layout: layout)
            ?? checklist.entry(formerlyNamed: name, under: nil, layout: layout))
    }
    self.entries = entries
    found = Dictionary(grouping: places.indices.filter { entries[$0] != nil }) { entries[$0] ?? 0 }
  }

  /// The headings of the checklist with the measures that the plan has for them.
  mutating func groups(under parent: Int?) -> [MeasureGroup] {
    checklist.children(of: parent, layout: layout).compactMap { entry in
      let level = checklist.entries[entry].node.level
      guard let old = found[entry] else {
        let inner = groups(under: entry)
        if !inner.isEmpty { return MeasureGroup(level: level, heading: heading(entry, old: nil), groups: inner) }
        if needsNoPart(entry) { return nil }
        added.append(checklist.names(to: entry).joined(separator: "／"))
        return NewPlan.focus(entry, of: checklist)
      }
      var group = places[old[0]].group
      group.heading = heading(entry, old: group.heading)
      let inner = groups(under: entry)
      group.defaults = defaults(at: old[0], entry: entry)
      group.groups = inner.isEmpty ? parts(of: old[0]) : inner
      group.columns = nil
      for other in old.dropFirst() {
        group.measures += places[other].group.measures.map { measure in
          var measure = measure
          measure.fields = measure.fields.inheriting(places[other].fields)
          return measure
        }
        group.comments += places[other].group.comments
      }
      if group.isEmpty, !needsNoPart(entry) { group.measures = NewPlan.focus(entry, of: checklist).measures }
      return group
    }
  }

  /// Whether the checklist asks for no part at an entry and all below it.
  private func needsNoPart(_ entry: Int) -> Bool {
    let children = checklist.children(of: entry)
    return checklist.entries[entry].needsNoPart || !children.isEmpty && children.allSatisfy(needsNoPart)
  }

  /// The headings below a focus that the checklist does not have, as they are.
  private func parts(of index: Int) -> [MeasureGroup] {
    places.indices.filter { places[$0].parent == index && entries[$0] == nil }.map { places[$0].group }
  }

  /// Whether a heading stands below a focus, whose part it is.
  private func isPart(_ index: Int) -> Bool {
    var above = places[index].parent
    while let place = above {
      if let entry = entries[place] { return checklist.entries[entry].isFocus }
      above = places[place].parent
    }
    return false
  }

  /// The headings that the checklist does not have, flat, under one of their own.
  mutating func leftOver() -> [MeasureGroup] {
    var groups: [MeasureGroup] = []
    for (index, place) in places.enumerated()
    where entries[index] == nil && !isPart(index) && !place.group.measures.isEmpty {
      var group = place.group
      let path = path(to: index).map { ChecklistName.plain(places[$0].group.heading.string) }.joined(separator: "／")
      group.heading = PlanText(path)
      group.defaults = place.fields
      group.groups = []
      group.columns = nil
      group.level = .focus
      dropped.append(path)
      groups.append(group)
    }
    guard !groups.isEmpty else { return [] }
    return [
      MeasureGroup(
        level: .dimension, heading: "未列入新檢核表之作法", groups: groups,
        comments: [PlanText("\(Placeholder.confirmation)：新檢核表沒有以下各項，請移到適當的重點或刪除")])
    ]
  }

  private func path(to index: Int) -> [Int] {
    var path = [index]
    while let parent = places[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  /// The fields of a heading: its own where it stays where it was, and with those that it inherited where it was moved.
  private func defaults(at index: Int, entry: Int) -> MeasureFields {
    let parent = places[index].parent.flatMap { entries[$0] }
    return parent == checklist.entries[entry].parent ? places[index].group.defaults : places[index].fields
  }

  /// The heading as it was if it has the official name and weight, and the official one otherwise, with the number that
  /// it had.
  private mutating func heading(_ entry: Int, old: PlanText?) -> PlanText {
    let node = checklist.entries[entry].node
    guard let old else { return node.heading }
    let isSameName = NameKey(old.string) == NameKey(node.heading.string)
    if !isSameName { renamed.append((ChecklistName.plain(old.string), node.name)) }
    if isSameName, node.weight == nil || Weight.stated(in: old)?.points == node.weight { return old }
    guard let label = Label.read(at: old.string)?.label, Label.read(at: node.heading.string) == nil else {
      return node.heading
    }
    return PlanText(label.text + (label.needsSpace ? " " : "") + node.heading.string)
  }
}

import PlanModel

extension PlanIndex {
  /// What every heading of the measure tables is in the checklist, misspelt ones included, so that one slip is not reported twice.
  func likelyEntries(in checklist: Checklist) -> [Int?] {
    var likely: [Int?] = []
    likely.reserveCapacity(groups.count)
    for heading in groups {
      let parent = heading.parent.flatMap { likely[$0] }
      if let entry = heading.entry ?? heading.focus {
        likely.append(entry)
      } else if heading.parent != nil, parent == nil {
        likely.append(nil)
      } else {
        let name = heading.group.heading.string
        likely.append(
          checklist.entry(named: name, under: parent, layout: heading.layout)
            ?? checklist.nearMiss(for: name, under: parent, layout: heading.layout)?.entry)
      }
    }
    return likely
  }

  /// The headings that stand side by side in one table, list by list, as indices into ``PlanIndex/groups``.
  func siblings() -> [[Int]] {
    struct Place: Hashable {
      let section: Int
      let parent: Int?
    }
    var lists: [[Int]] = []
    var numbers: [Place: Int] = [:]
    for (index, heading) in groups.enumerated() {
      let place = Place(section: heading.section, parent: heading.parent)
      if let number = numbers[place] {
        lists[number].append(index)
      } else {
        numbers[place] = lists.count
        lists.append([index])
      }
    }
    return lists
  }
}

import PlanText

extension PlanIndex {
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

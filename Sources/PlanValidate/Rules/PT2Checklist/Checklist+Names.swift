import PlanModel

extension Checklist {
  /// The entry whose name is probably meant by a name that the checklist does not have below `parent`, and whether no other comes close.
  func nearMiss(for name: String, under parent: Int?, layout: TableLayout = .measures) -> (entry: Int, isOnly: Bool)? {
    let key = NameKey(name).text
    let names = acceptedNames(under: parent, layout: layout).map { NameKey($0).text }
    guard let best = NearMiss.best(for: key, among: names),
      let found = entry(named: best, under: parent, layout: layout)
    else { return nil }
    let others = names.filter { entry(named: $0, under: parent, layout: layout) != found }
    return (found, NearMiss.best(for: key, among: others) == nil)
  }

  /// The entries that go by each name, in order; the same for all plans.
  var entriesByName: [NameKey: [Int]] { memory.value { EntriesByName(self) }.found }

  /// The names from a dimension down to an entry, for messages: 基礎服務／服務友善／網站使用便利性.
  func place(of index: Int) -> String { names(to: index).joined(separator: "／") }
}

private struct EntriesByName: Sendable {
  private(set) var found: [NameKey: [Int]] = [:]

  init(_ checklist: Checklist) {
    for (index, entry) in checklist.entries.enumerated() {
      for key in Set(([entry.name] + entry.node.aliases.map(\.string)).map(NameKey.init)) {
        found[key, default: []].append(index)
      }
    }
  }
}

extension ChecklistLevel {
  /// What the level is called.
  var title: LocalizedText {
    switch self {
    case .dimension: LocalizedText(zh: "評核構面", en: "dimension")
    case .item: LocalizedText(zh: "評核項目", en: "item")
    case .focus: LocalizedText(zh: "評核重點", en: "focus")
    }
  }
}

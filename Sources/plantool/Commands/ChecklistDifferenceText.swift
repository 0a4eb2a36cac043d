import PlanModel
import PlanText

/// Says in words what differs between two checklists.
struct ChecklistDifferenceText {
  private let comparison: ChecklistComparison

  init(_ comparison: ChecklistComparison) { self.comparison = comparison }

  func text(_ language: Language) -> String {
    let (old, new) = (comparison.old, comparison.new)
    var lines = ["\(old.identifier)  \(old.title)", "→ \(new.identifier)  \(new.title)", ""]
    var lists: [Kind: [String]] = [:]
    for change in comparison.changes {
      let (kind, line) = words(change)
      lists[kind, default: []].append(line(language))
    }
    if let columns = columns { lists[.columns] = columns }
    for kind in Kind.allCases {
      guard let list = lists[kind] else { continue }
      lines.append(kind == .columns ? kind.title(language) : "\(kind.title(language)) (\(list.count))")
      lines += list.map { "  " + $0 } + [""]
    }
    let same = LocalizedText(
      zh: "名稱相同：\(comparison.sameCount) 個構面、項目及重點。",
      en: "With the same name: \(comparison.sameCount) dimensions, items and focuses.")
    lines.append(same(language))
    return lines.map { $0 + "\n" }.joined()
  }

  private enum Kind: CaseIterable {
    case renamed, merged, dropped, added, checkpoints, weights, columns

    var title: LocalizedText {
      switch self {
      case .renamed: LocalizedText(zh: "改名", en: "Renamed")
      case .merged: LocalizedText(zh: "併入", en: "Merged")
      case .dropped: LocalizedText(zh: "刪除", en: "Dropped")
      case .added: LocalizedText(zh: "新增", en: "Added")
      case .checkpoints: LocalizedText(zh: "辦理事項增減", en: "More or fewer checkpoints")
      case .weights: LocalizedText(zh: "配分", en: "Weights")
      case .columns: LocalizedText(zh: "欄位", en: "Columns")
      }
    }
  }

  /// The names down to an entry; where a framework has several tables, also which one. A long name is shown whole where
  /// it is the entry's own, not before everything that is below it.
  private func place(_ entry: Int, in checklist: Checklist) -> String {
    let table = checklist.outlines.count > 1 ? checklist.outline(of: entry)?.layout.map { "〔\($0.kind.title)〕" } : nil
    let above = checklist.names(to: entry).dropLast().map { $0.excerpt(Self.longestAbove) }
    return (table ?? "") + (above + [checklist.entries[entry].name]).joined(separator: "／")
  }

  private static let longestAbove = 60

  private func words(_ change: ChecklistComparison.Change) -> (Kind, LocalizedText) {
    let (old, new) = (comparison.old, comparison.new)
    func same(_ text: String) -> LocalizedText { LocalizedText(zh: text, en: text) }
    switch change {
    case .renamed(let one, let other): return (.renamed, same("\(place(one, in: old)) → \(new.entries[other].name)"))
    case .merged(let one, let other): return (.merged, same("\(place(one, in: old)) → \(place(other, in: new))"))
    case .dropped(let one): return (.dropped, same(place(one, in: old)))
    case .added(let other): return (.added, same(place(other, in: new)))
    case .weight(let one, let other):
      func points(_ weight: Int?) -> LocalizedText {
        weight.map { LocalizedText(zh: "\($0) 分", en: "\($0) points") } ?? LocalizedText(zh: "沒有配分", en: "none")
      }
      let (before, after) = (points(old.entries[one].node.weight), points(new.entries[other].node.weight))
      let name = place(one, in: old)
      return (
        .weights,
        LocalizedText(zh: "\(name)：\(before.zhHant) → \(after.zhHant)", en: "\(name): \(before.en) → \(after.en)")
      )
    case .checkpoints(let one, let other):
      let counts = "\(old.entries[one].node.checkpoints.count) → \(new.entries[other].node.checkpoints.count)"
      return (
        .checkpoints,
        LocalizedText(zh: "\(place(one, in: old))：\(counts) 項", en: "\(place(one, in: old)): \(counts)")
      )
    }
  }

  /// The columns of the first tables, where they differ.
  private var columns: [String]? {
    func names(_ checklist: Checklist) -> [String] {
      let outline = checklist.outlines[0]
      return outline.columns.map { checklist.name(of: $0, in: outline.layout ?? .measures) }
    }
    let (before, after) = (names(comparison.old), names(comparison.new))
    return before == after ? nil : [before.joined(separator: "、"), "→ " + after.joined(separator: "、")]
  }
}

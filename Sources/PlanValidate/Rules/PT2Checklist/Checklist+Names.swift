import PlanModel
import PlanText

extension Checklist {
  /// The names from a dimension down to an entry, for messages: 基礎服務／服務友善／網站使用便利性.
  func place(of index: Int) -> String { names(to: index).joined(separator: "／") }
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

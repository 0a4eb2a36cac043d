import PlanText

/// The kinds of document that are read. The raw value is the JSON key `document`.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// 執行計畫
  case plan
  /// 創意提案表
  case proposal

  /// The words of 文件種類, the one that plantool writes first.
  public var names: [String] {
    switch self {
    case .plan: ["執行計畫", "實施計畫", "計畫"]
    case .proposal: ["創意提案", "創意提案表", "提案表", "提案"]
    }
  }

  /// The word that plantool writes.
  public var name: String { names[0] }

  /// The kind that goes by a name.
  package static func named(_ name: String) -> DocumentKind? {
    let key = NameKey(name).text
    return allCases.first { $0.names.contains(key) }
  }
}

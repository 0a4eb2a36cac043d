extension String {
  /// Whether a text only fills its cell: blank, nothing but signs (「-」, ○○), or a word such as 無, 待補 and TBD.
  public var saysNothing: Bool {
    // Six characters: no word below is longer, and nearly every text is.
    let length = unicodeScalars.lazy.filter { !$0.showsNothing && !$0.isSign }.prefix(7).count { _ in true }
    guard length < 7 else { return false }
    let rest = unicodeScalars.filter { !$0.showsNothing && !$0.isSign }.map(NameKey.narrow)
    return rest.isEmpty || Self.fillers.contains(String(scalars: rest).lowercased())
  }

  /// What people write into a cell that must not stay blank.
  private static let fillers: Set<String> = [
    "無", "尚無", "暫無", "略", "從略", "空白", "待補", "待補充", "待填", "待填寫", "待定", "待確認", "未定", "同上", "同前", "tbd", "tbc", "todo",
    "na", "none",
    "x", "xx", "xxx",
  ]
}

extension Unicode.Scalar {
  /// Whether the scalar is no letter, number or mark but a sign between them. Chinese characters are told without
  /// looking them up.
  fileprivate var isSign: Bool {
    if (0x4E00...0x9FFF).contains(value) { return false }
    return switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .control,
      .format:
      true
    default: false
    }
  }
}

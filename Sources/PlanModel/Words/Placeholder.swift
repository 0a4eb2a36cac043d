/// Words that fill a cell without saying anything: 無, 略, 待補.
public enum Placeholder {
  private static let words: Set<String> = [
    "", "無", "略", "從略", "待補", "待補充", "待填", "待填寫", "待定", "待確認", "未定", "尚無", "暫無", "同上", "同前", "空白",
    "tbd", "tbc", "todo", "n/a", "na", "none", "x", "xx", "xxx", "○○", "○○○",
  ]

  /// Whether a text is blank, a placeholder, or nothing but punctuation.
  public static func isPlaceholder(_ text: String) -> Bool {
    let key = NameKey(text).text.lowercased()
    let dense = key.unicodeScalars.filter { scalar in
      scalar == "/" || scalar == "○" || !(scalar.properties.generalCategory.isPunctuationOrSymbol)
    }
    return words.contains(String(String.UnicodeScalarView(dense)))
  }
}

extension Unicode.GeneralCategory {
  /// Whether characters of the category are no letters, numbers or marks but signs between them.
  fileprivate var isPunctuationOrSymbol: Bool {
    switch self {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation,
      .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}

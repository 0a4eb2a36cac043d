/// The languages that plantool speaks.
public enum Language: String, Sendable, CaseIterable {
  /// 繁體中文
  case zhHant = "zh-Hant"
  /// English
  case en
}

/// Words in every language. There is no way to make one without the other, so no message can lack a translation.
public struct LocalizedText: Sendable, Hashable {
  /// 繁體中文
  public let zhHant: String
  /// English
  public let en: String

  /// Words in both languages.
  public init(zh: String, en: String) {
    zhHant = zh
    self.en = en
  }

  /// The words in one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .zhHant: zhHant
    case .en: en
    }
  }

  /// One text behind the other.
  public static func + (a: LocalizedText, b: LocalizedText) -> LocalizedText {
    LocalizedText(zh: a.zhHant + b.zhHant, en: a.en + b.en)
  }
}

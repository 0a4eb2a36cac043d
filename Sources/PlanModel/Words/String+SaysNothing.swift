extension String {
  /// Whether a text only fills its cell: blank, nothing but signs (「-」, ○○), or a word such as 無, 待補 and TBD.
  public var saysNothing: Bool {
    var rest: [Unicode.Scalar] = []
    for scalar in unicodeScalars where !scalar.isWhiteSpace && !scalar.isSign {
      // Longer than every word below.
      if rest.count == 6 { return false }
      rest.append(NameKey.narrow(scalar))
    }
    return rest.isEmpty || Self.fillers.contains(String(String.UnicodeScalarView(rest)).lowercased())
  }

  /// What people write into a cell that must not stay blank.
  private static let fillers: Set<String> = [
    "無", "尚無", "暫無", "略", "從略", "空白", "待補", "待補充", "待填", "待填寫", "待定", "待確認", "未定", "同上", "同前", "tbd", "tbc", "todo",
    "na", "none",
    "x", "xx", "xxx",
  ]
}

extension Unicode.Scalar {
  /// Whether the scalar is no letter, number or mark but a sign between them. Chinese characters are told without looking them up.
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

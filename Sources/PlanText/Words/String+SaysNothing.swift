extension String {
  /// Whether a text only fills its cell: blank, nothing but signs (「-」, ○○), or a word such as 無, 待補 and TBD.
  public var saysNothing: Bool {
    // Most texts begin with seven Chinese characters.
    if utf8.withContiguousStorageIfAvailable(Self.beginsWithSevenHan) ?? false { return false }
    // Nearly no other ends as one of the words below does.
    if let last = unicodeScalars.last, last.isCommonHan, !Self.ends.contains(last) { return false }
    var rest: [Unicode.Scalar] = []
    for scalar in unicodeScalars where scalar.isCommonHan || (!scalar.showsNothing && !scalar.isSign) {
      // No word below has more characters, and nearly every text has.
      guard rest.count < 6 else { return false }
      rest.append(scalar.narrow.lowercasedASCII)
    }
    return rest.isEmpty || Self.fillers.contains(rest)
  }

  private static func beginsWithSevenHan(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 21 else { return false }
    for lead in stride(from: 0, to: 21, by: 3) {
      // From U+4E00, which is E4 B8 80, to the end of E9.
      guard (0xE5...0xE9).contains(bytes[lead]) || bytes[lead] == 0xE4 && bytes[lead + 1] >= 0xB8 else { return false }
    }
    return true
  }

  /// What people write into a cell that must not stay blank.
  private static let fillers = [
    "無", "尚無", "暫無", "略", "從略", "空白", "待補", "待補充", "待填", "待填寫", "待定", "待確認", "未定", "同上", "同前", "tbd", "tbc", "todo",
    "na", "none",
    "x", "xx", "xxx",
  ].map { Array($0.unicodeScalars) }
  private static let ends = ScalarSet(fillers.compactMap(\.last))
}

extension Unicode.Scalar {
  /// Whether the scalar is no letter, number or mark but a sign between them.
  fileprivate var isSign: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .control,
      .format:
      true
    default: false
    }
  }
}

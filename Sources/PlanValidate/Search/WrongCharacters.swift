import PlanText

/// Words that are often written with a wrong character, from the table `wrong-characters.tsv`.
enum WrongWord {
  /// The words as they should not be written, narrow.
  static let wrong = rows.map { $0.first.map(\.narrow) }
  /// Each of them as it should be.
  static let right = rows.map { $0.second.map(\.narrow) }

  private static let rows = DataTable.pairs(PackageResources.wrong_characters_tsv)

  /// The characters of a wrong word that are wrong, from the first to the last.
  static func differing(_ wrong: [Unicode.Scalar], from right: [Unicode.Scalar]) -> Range<Int> {
    guard wrong.count == right.count else { return wrong.indices }
    let places = wrong.indices.filter { wrong[$0] != right[$0] }
    guard let first = places.first, let last = places.last else { return 0..<0 }
    return first..<(last + 1)
  }

  /// Characters before a word with which its beginning is another word: 推廣 + 續辦, 分辨 + 理由, 補充 + 份數, 錄影 +
  /// 監視.
  static let guards: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "廣": ["推"], "辨": ["分", "思", "明", "申", "識"], "充": ["補"], "影": ["錄", "攝", "電"],
  ]
}

import PlanModel

/// Words that are often written with a wrong character, from the table `wrong-characters.tsv`.
struct WrongWord {
  /// As it should not be written.
  let wrong: [Unicode.Scalar]
  /// As it should be.
  let right: [Unicode.Scalar]

  /// The words of the table by their first character, so that one pass over a text finds them all.
  static let byFirstCharacter = Dictionary(
    grouping: DataTable.rows(PackageResources.wrong_characters_tsv).map {
      WrongWord(wrong: folded($0[0]), right: folded($0[1]))
    }
  ) { $0.wrong[0] }

  private static func folded(_ cell: Substring) -> [Unicode.Scalar] { cell.unicodeScalars.map(NameKey.narrow) }

  /// The characters of the wrong word that are wrong, from the first to the last.
  var differing: Range<Int> {
    guard wrong.count == right.count else { return wrong.indices }
    let places = wrong.indices.filter { wrong[$0] != right[$0] }
    guard let first = places.first, let last = places.last else { return 0..<0 }
    return first..<(last + 1)
  }

  /// Characters before a word with which its beginning is another word: 推廣 + 續辦, 分辨 + 理由, 補充 + 份數, 錄影 + 監視.
  static let guards: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "廣": ["推"], "辨": ["分", "思", "明", "申", "識"], "充": ["補"], "影": ["錄", "攝", "電"],
  ]
}

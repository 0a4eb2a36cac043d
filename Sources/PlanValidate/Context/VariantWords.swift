import PlanText

/// A word that is written with either of two characters of one meaning, from the table `variant-words.tsv`.
///
/// Either is understood everywhere; only both in one document are worth a word.
struct VariantWord {
  /// As the sources write it.
  let preferred: [Unicode.Scalar]
  /// The other spelling.
  let other: [Unicode.Scalar]

  /// All spellings, each with the index of its row.
  static let spellings = WordTable<Int>(
    all.enumerated().flatMap { row, word in
      [.init(word: word.preferred, value: row), .init(word: word.other, value: row)]
    })

  /// The rows of the table.
  static let all = DataTable.rows(PackageResources.variant_words_tsv).map {
    VariantWord(preferred: Array($0[0].unicodeScalars), other: Array($0[1].unicodeScalars))
  }
}

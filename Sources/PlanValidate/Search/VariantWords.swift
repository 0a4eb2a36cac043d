import PlanText

/// A word that is written with either of two characters of one meaning, from the table `variant-words.tsv`.
///
/// Either is understood everywhere; only both in one document are worth a word.
struct VariantWord {
  /// As the sources write it.
  let preferred: [Unicode.Scalar]
  /// The other spelling.
  let other: [Unicode.Scalar]

  /// The rows of the table.
  static let all = DataTable.pairs(PackageResources.variant_words_tsv).map {
    VariantWord(preferred: $0.first, other: $0.second)
  }

  /// The dictionary or handbook that prefers a spelling, by its Chinese name; empty where the table names none.
  static func source(ofRow row: Int) -> String {
    let words = DataTable.source(ofRow: row, in: PackageResources.variant_words_tsv)
    return String(scalars: Array(words.unicodeScalars.prefix { !$0.isASCII }))
  }

  /// The two spellings of each row, one after the other. A word may stand in several rows (櫃檯).
  static let spellings = all.flatMap { [$0.preferred, $0.other] }

  /// The first number that a spelling has.
  static func first(_ number: Int) -> Int {
    let word = spellings[number]
    return spellings.firstIndex { $0.first == word.first && $0 == word } ?? number
  }
}

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

  /// Whether two spellings of a row differ in nothing but these two characters.
  static func differ(in one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    all.contains { word in
      word.preferred.count == word.other.count
        && zip(word.preferred, word.other).contains { $0 == (one, other) || $0 == (other, one) }
    }
  }

  /// Names that are registered with 台, whatever else a document writes: 台灣電力公司. Source: 經濟部, 全國商工登記資料.
  static let names = [
    "台灣電力", "台灣中油", "台灣自來水", "台灣糖業", "台灣高速鐵路", "台灣高鐵", "台灣大哥大", "台灣固網", "台灣積體", "台灣人壽", "台北富邦", "台北101",
    "台中商業銀行", "台中商銀", "台南紡織",
  ].map { Array($0.unicodeScalars) }

  /// The first number that a spelling has.
  static func first(_ number: Int) -> Int {
    let word = spellings[number]
    return spellings.firstIndex { $0.first == word.first && $0 == word } ?? number
  }
}

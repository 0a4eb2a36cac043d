import PlanText

/// The word at the end of a unit's name that says what kind of unit it is, and where such units stand in an agency.
package struct UnitKind {
  /// Which unit of two is above the other.
  enum Rank {
    case same
    case lower
    /// Agencies differ.
    case unclear
  }

  private let word: String
  /// 1 is an agency of the first level.
  private let ranks: ClosedRange<Int>

  /// Nil where the name has no such word, or nothing before it.
  init?(of name: String) {
    var words = NameKey(name).text[...]
    // 秘書室(檔案)
    if words.hasSuffix(")"), let open = words.lastIndex(of: "("), open > words.startIndex { words = words[..<open] }
    guard !CollectiveUnits.genericKinds.contains(String(words)) else { return nil }
    let found = Self.kinds.lazy.flatMap { entry in entry.words.map { (word: $0, ranks: entry.ranks) } }
      .filter { words.hasSuffix($0.word) && words.utf8.count > $0.word.utf8.count }
      .max { $0.word.utf8.count < $1.word.utf8.count }
    guard let found else { return nil }
    (word, ranks) = (found.word, found.ranks)
  }

  /// Where another unit stands, behind a blank or a dash.
  func rank(of other: UnitKind) -> Rank {
    if word == other.word || other.ranks.upperBound <= ranks.lowerBound { return .same }
    return other.ranks.lowerBound > ranks.upperBound ? .lower : .unclear
  }

  /// The kinds, from the government down to the police station. Some stand higher in one agency than in another.
  private static let kinds: [(words: [String], ranks: ClosedRange<Int>)] = [
    (["院", "部", "府", "會", "署", "局"], 1...1), (["總隊"], 1...2),
    (["處", "分局", "所", "館", "廠", "站", "學校", "國小", "國中", "高中", "大學"], 2...2), (["中心", "大隊"], 2...3),
    (["科", "課", "室", "隊"], 3...3), (["組"], 3...4), (["股", "中隊"], 4...4), (["分隊", "小隊", "分駐所", "派出所", "班"], 5...5),
    (["單位", "機關"], 1...5),
  ]
}

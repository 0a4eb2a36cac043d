import PlanText

/// What kind of evidence a checkpoint asks for, where words alone are none: a group of key words that has 比率, 結果, 檢討 or
/// 數據 asks for it.
enum EvidenceKind: String, CaseIterable {
  /// A share: 比率, 95 %, 九成, 均, 全數.
  case ratio = "比率"
  /// What came of it: a figure, or the word.
  case result = "結果"
  /// A review, a correction or an update.
  case review = "檢討"
  /// A figure with its unit.
  case figures = "數據"

  /// The kind that some words ask for: the first of those whose name, of two characters, is among them.
  static func asked(for words: WordList) -> EvidenceKind? { names.first { words.has($0.name) }?.kind }

  private static let names = allCases.map { (kind: $0, name: WordList.Shape($0.rawValue)) }

  /// The clauses of a text that have such evidence and are not refused.
  func clauses(of text: SearchedText) -> ClauseSet {
    var found = words.match(text).clauses
    // Few texts have a share that no word says.
    let shares = self == .ratio ? Self.shareMarks.match(text).clauses : ClauseSet()
    text.bytes.withUnsafeBufferPointer { bytes in
      for (index, clause) in text.clauses.enumerated() where !clause.isRefused && !found.contains(index) {
        let clause = UnsafeBufferPointer(rebasing: bytes[clause.range])
        let isShown =
          switch self {
          case .ratio: shares.contains(index) && Self.hasShare(clause)
          case .result: Self.hasFigure(clause, of: Self.marks, areRanks: true)
          case .figures: Self.hasFigure(clause, of: Self.units)
          case .review: false
          }
        if isShown { found.insert(index) }
      }
    }
    return found
  }

  /// Whether a text says how much was done: 收217件, 滿意的68個. A number of things listed (17項) says nothing, nor does what
  /// should be (應維持95%以上).
  static func hasAmount(_ text: SearchedText) -> Bool {
    text.hasClause { hasFigure($0, of: amounts) && !isDemanded($0) }
  }

  /// Whether a text says which marks were given: 平均90.2分.
  static func hasMarks(_ text: SearchedText) -> Bool { text.hasClause { hasFigure($0, of: mark) } }

  private static let mark: ScalarSet = "分"

  /// Whether a clause ends with a bound that is asked for: 應達九成以上.
  private static func isDemanded(_ clause: UnsafeBufferPointer<UInt8>) -> Bool {
    bounds.contains { clause.suffix($0.count).elementsEqual($0) }
      && demand.withUnsafeBufferPointer { clause.firstOffset(of: $0) } != nil
  }

  private static let demand = SearchedText.bytes("應")
  private static let bounds = ["以上", "以內", "以下"].map(SearchedText.bytes)

  private var words: WordList {
    switch self {
    case .ratio: Self.ratioWords
    case .result: Self.resultWords
    case .review: Self.reviewWords
    case .figures: Self.figureWords
    }
  }

  private static let ratioWords = WordList([
    "比率", "比例", "%", "百分之", "分之", "皆", "全部", "全數", "無一", "悉數", "零逾期", "百分比", "每一項", "每項", "每一種", "每種", "項都", "種都", "件都",
    "都有", "都已", "都能", "都備", "全都",
    "統統", "通通", "不漏",
    "沒有一件",
  ])
  private static let resultWords = WordList([
    "結果", "成績", "及格", "合格", "優等", "甲等", "得分", "答對", "正確率", "%", "名次", "第一名", "分數", "均分", "通過率",
  ])
  private static let reviewWords = WordList([
    "檢討", "修正", "更新", "檢視", "修訂", "調整", "改版", "改寫", "審視", "核對", "盤整", "增修", "重新", "縮為", "縮短", "縮減", "簡化", "精簡",
    "刪減", "合併",
    "增訂", "改進", "修改", "滾動", "汰除", "修編", "檢核", "改善", "更貼近", "更符合",
  ])
  private static let figureWords = WordList(["%", "百分之", "比率", "統計"])

  /// One of the marks of a share: 均 but not 平均, 占 before a share, 完成率 but not 效率, 九成 but not 成立 and 一成不變.
  private static func hasShare(_ clause: UnsafeBufferPointer<UInt8>) -> Bool {
    let scalars = Array(String(decoding: clause, as: UTF8.self).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case "均" where before != "平" && before != "人" && after != "分" && after != "衡" && after != "等": return true
      case "率" where before.map { $0.isCommonHan && !noShares.contains($0) } ?? false && after != "先" && after != "領":
        return true
      case "成" where before.map(isNumeral) ?? false && !(after.map(madeWords.contains) ?? false): return true
      case "占", "佔":
        if after.map(isNumeral) ?? false { return true }
      default: continue
      }
    }
    return false
  }

  private static let shareMarks = WordList(["均", "率", "成", "占", "佔"])
  private static let noShares: ScalarSet = "效頻草機輕直統坦表"
  private static let madeWords: ScalarSet = "立員果效長就為案功本年不"
  /// Units of a result, and of any figure.
  private static let marks: ScalarSet = "分%名"
  private static let units: ScalarSet = "%分件次場人日天時秒元張項處名份篇頁倍則案戶成個種點支座通樣趟句堂"

  /// What makes 分 part of another word.
  private static let behindNumberOfOther: ScalarSet = "鐘局隊機鍾"

  /// Units of what was done, and to how many.
  private static let amounts: ScalarSet = "%件次人則戶趟個樣"

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    Numeral.digit(scalar) != nil || Numeral.chineseDigit(scalar) != nil
  }

  /// A number with its unit. Of results only marks, shares and ranks (第2名) count; 90分鐘 and 3分局 are no marks.
  private static func hasFigure(
    _ clause: UnsafeBufferPointer<UInt8>, of units: ScalarSet, areRanks: Bool = false
  ) -> Bool {
    guard clause.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    let scalars = Array(String(decoding: clause, as: UTF8.self).unicodeScalars)
    for (index, scalar) in scalars.enumerated() where index > 0 && units.contains(scalar) {
      guard Numeral.digit(scalars[index - 1]) != nil else { continue }
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar == "名", areRanks, !(index > 1 && scalars[index - 2] == "第") { continue }
      if scalar == "分", next.map(behindNumberOfOther.contains) ?? false { continue }
      return true
    }
    return false
  }
}

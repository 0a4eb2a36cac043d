import PlanText

/// Words that stand twice in a row.
struct Doubling {
  let words: [Unicode.Scalar]
  /// Both copies.
  let place: PlanText
  /// Up to two characters before the first copy, in the order of reading.
  let before: [Unicode.Scalar]
  /// The character behind the second copy, if it is Chinese.
  let after: Unicode.Scalar?

  /// Whether nothing but a slip is left. With a word behind it, the second copy may be that word's beginning, unless it
  /// is long, none begins with it, or it is made of words of the vocabulary that names hardly begin with.
  var isCertain: Bool {
    guard let first = words.first, let after else { return true }
    return words.count >= 5 || Self.beginsPhrase.contains(first) || Self.endsPhrase.contains(after)
      || (words.count == 2 ? isWord(before: after) : isWords(before: after))
  }

  /// Whether it is a word of two characters, and no name begins with its second copy or may.
  private func isWord(before after: Unicode.Scalar) -> Bool {
    guard !words.contains("之") else { return false }
    guard Self.isWord(words[0], words[1]) else { return isOverBorder(before: after) }
    guard before.last?.isCommonHan ?? false else { return true }
    return !(Self.compounds[words]?.contains(after) ?? false)
      && (!Self.joints.contains(words) || Self.endsName.contains(after))
  }

  /// Whether two characters are the end of one word and the beginning of the next, and make none by themselves: of
  /// 婦女安女安心 one 女安.
  private func isOverBorder(before after: Unicode.Scalar) -> Bool {
    guard let before = before.last, !Self.isWord(words[1], words[0]) else { return false }
    return Self.isCommonWord(before, words[0]) && Self.isCommonWord(words[1], after)
  }

  /// Whether three or four characters are words, and no word goes over either end: not 動植物檢疫物檢疫作業,
  /// 委員會委員會議.
  private func isWords(before after: Unicode.Scalar) -> Bool {
    guard let first = words.first, let last = words.last, !words.contains(where: Self.joinsWords.contains) else {
      return false
    }
    if let before = before.last, Self.unitEndings.contains(first) || Self.isCommonWord(before, first) { return false }
    guard !Self.isCommonWord(last, after) else { return false }
    let (vocabulary, numbers) = (Vocabulary.shared, words.map(Vocabulary.shared.number))
    let isLongWord =
      numbers.count == 4
      ? vocabulary.isWord(numbers[0], numbers[1], numbers[2], numbers[3])
      : numbers.count == 3 && vocabulary.isWord(numbers[0], numbers[1], numbers[2])
    return isLongWord
      || (words.count == 4
        ? Self.isWord(words[0], words[1]) && Self.isWord(words[2], words[3])
        : Self.isWord(words[0], words[1]) || Self.isWord(words[1], words[2]))
  }
}

extension Doubling {
  /// The first characters of words that stand for something named before (本案), which no name begins with.
  private static let beginsPhrase: ScalarSet = "本該此其並"
  /// Characters that no compound goes on with.
  private static let endsPhrase: ScalarSet = "的之與或並於予"
  /// Characters that names of things hardly go on with.
  private static let endsName: ScalarSet = "等及和應將須"
  private static let joinsWords: ScalarSet = "或及與暨"
  /// What follows the beginning of the name of a unit or post: 總隊 + 總隊長室.
  private static let unitEndings: ScalarSet = "長室科課組員會處所隊股局署部廳院"
  /// What the name of a unit ends with, which begins that of its head and its rooms: 分局 + 分局長.
  private static let unitNames: ScalarSet = "局處隊臺台站署校所院會部館室課科組府區廳園庭股段廠社"
  /// What is both a duty and the name of the unit or post that has it: 由資訊資訊室公告.
  private static let offices: Set<[Unicode.Scalar]> = scalars([
    "人事", "主計", "會計", "政風", "秘書", "資訊", "總務", "督察", "審判", "檢察",
  ])
  /// Words that end one name and begin the next, or are both a verb and what it is done to: 保險保險費, 主管主管會議. Found
  /// by reading the doublings in the laws of Taiwan.
  private static let joints: Set<[Unicode.Scalar]> = scalars([
    "保險", "園區", "電路", "投票", "著作", "選舉", "事業", "公司", "港區", "考試", "主管", "代理", "統一",
  ])
  /// What makes one name of a word that would otherwise be doubled: 市政會議會議紀錄, 基本資料資料庫.
  private static let compounds: [[Unicode.Scalar]: ScalarSet] = [
    ["會", "議"]: "紀記規室廳程中", ["資", "料"]: "庫夾卡袋",
  ]
  /// Numerals of running text; 參與 and 陸續 are written with others.
  private static let numerals: ScalarSet = "〇零一二三四五六七八九十百千萬億兩"
  /// Words and names that begin with a numeral and count nothing.
  private static let uncounted: Set<[Unicode.Scalar]> = scalars([
    "一致", "一般", "一併", "一律", "一定", "一同", "一切", "一旦", "一向", "一覽", "十分", "萬華",
  ])

  private static func scalars(_ words: [String]) -> Set<[Unicode.Scalar]> {
    Set(words.map { Array($0.unicodeScalars) })
  }

  /// Whether words count or number something, which is doubled on purpose: 一次一次, 第一項第一項, but not 單一窗口.
  static func isNumber(_ words: [Unicode.Scalar]) -> Bool {
    guard words.count > 2 else { return numerals.contains(words[0]) && !uncounted.contains(words) }
    return words.indices.contains { index in
      numerals.contains(words[index])
        && (index == 0 || words[index - 1] == "第" || !isCommonWord(words[index - 1], words[index]))
    }
  }

  /// Whether a unit's name follows that the second copy begins, and that may be as long as four characters:
  /// 警察總隊總隊長室, 總隊總隊部辦公室. Only what is itself a unit or its duty begins one: not 提報提報局務會議.
  static func endsUnit(_ words: [Unicode.Scalar], before behind: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = words.last, unitNames.contains(last) || offices.contains(words) else { return false }
    return behind.indices.prefix(2).contains { endsUnit(behind, at: $0) }
  }

  /// Whether the name of a unit may end at a place: not 檢討檢討會議, where 會 begins a word.
  private static func endsUnit(_ scalars: ArraySlice<Unicode.Scalar>, at place: Int) -> Bool {
    guard unitEndings.contains(scalars[place]) else { return false }
    guard place + 1 < scalars.endIndex else { return true }
    let vocabulary = Vocabulary.shared
    let use = vocabulary.use(ofCommon: vocabulary.number(of: scalars[place]), vocabulary.number(of: scalars[place + 1]))
    return !use.isWord || use.level < 3
  }

  /// Whether two characters are a word, however rare.
  static func isWord(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    Vocabulary.shared.isWord(Vocabulary.shared.number(of: first), Vocabulary.shared.number(of: second))
  }

  static func isCommonWord(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    Vocabulary.shared.use(ofCommon: Vocabulary.shared.number(of: first), Vocabulary.shared.number(of: second)).isWord
  }
}

import PlanText

/// Words that say that something is not done: 尚未訂定, 停辦, 不再辦理.
///
/// A word that only bounds who or when (逾期未辦結者, 若未能如期完成) refuses nothing.
enum Refusal {
  /// Whether a clause in the form of ``SearchedText`` refuses what it speaks of.
  static func isRefused(_ clause: UnsafeBufferPointer<UInt8>) -> Bool {
    if clause.begins(with: lack), !lacksInCases(clause),
      !lacksNothing.contains(where: UnsafeBufferPointer(rebasing: clause.dropFirst(3)).begins)
    {
      return true
    }
    let leads = leads
    var index = 0
    while index + 2 < clause.count {
      // Chinese characters, with which all words begin, have three bytes, the first E3 to E9.
      guard (0xE3...0xE9).contains(clause[index]) else {
        index += 1
        continue
      }
      let value =
        UInt32(clause[index] & 0x0F) << 12 | UInt32(clause[index + 1] & 0x3F) << 6 | UInt32(clause[index + 2] & 0x3F)
      if let scalar = Unicode.Scalar(value), leads.contains(scalar) {
        if putsOff(at: index, in: clause) { return true }
        if let words = words(at: index, beginningWith: scalar, in: clause),
          words.contains(where: { refuses($0, at: index, in: clause) })
        {
          return true
        }
      }
      index += 3
    }
    return false
  }

  /// Whether it is put off there until something else has come about or to another year: 俟系統改版再建立, 延至108年.
  private static func putsOff(at index: Int, in clause: UnsafeBufferPointer<UInt8>) -> Bool {
    let rest = UnsafeBufferPointer(rebasing: clause[index...])
    return delays.contains { until, then in rest.begins(with: until) && rest.offset(of: then, from: 0) != nil }
  }

  private static let delays = [("俟", "再"), ("屆時", "再"), ("延至", "年"), ("延後至", "年"), ("挪至", "年")].map {
    (SearchedText.bytes($0), SearchedText.bytes($1))
  }

  /// Whether a clause speaks of what is left over, so that what it refuses says nothing of the clauses before it: 三所設有坡道，
  /// 其餘無法設置.
  static func isOfOthers(_ clause: UnsafeBufferPointer<UInt8>) -> Bool { others.contains(where: clause.begins) }

  private static let others = ["其餘", "其他", "餘", "至於"].map(SearchedText.bytes)

  /// Whether a key word says that something is done away with, which can be the very answer: 取消用印, 不再檢附.
  static func doesAway(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count > 6 && endings.contains(PairFilter.firstPair(of: word))
  }

  private static let endings = ["取消", "停止", "廢止", "不再"].map(pair)
  private static func pair(_ word: String) -> UInt64 {
    SearchedText.bytes(word).withUnsafeBufferPointer(PairFilter.firstPair)
  }

  /// The words that begin with the character at a place, where the one behind it is that of some word, too.
  private static func words(
    at index: Int, beginningWith lead: Unicode.Scalar, in clause: UnsafeBufferPointer<UInt8>
  ) -> [Word]? {
    // Each word has two characters at the least.
    guard index + 6 <= clause.count, pairs.mayHave(PairFilter.number(clause, index, index + 6)) else { return nil }
    return wordsByLead[lead]
  }

  private static func refuses(_ word: Word, at index: Int, in clause: UnsafeBufferPointer<UInt8>) -> Bool {
    guard UnsafeBufferPointer(rebasing: clause[index...]).begins(with: word.bytes) else { return false }
    let after = UnsafeBufferPointer(rebasing: clause[(index + word.bytes.count)...])
    let before = UnsafeBufferPointer(rebasing: clause[..<index])
    return !word.exceptions.contains(where: after.begins) && !boundsOthers(after)
      && !isCondition(before) && !asks(before, word)
  }

  /// Whether what follows makes the refusal an attribute of something else: 尚未辦結之案件, 未達70分者. The verb between has few
  /// characters; 尚未建立與民眾共同設計之管道 is a refusal.
  private static func boundsOthers(_ after: UnsafeBufferPointer<UInt8>) -> Bool {
    if boundsCases(after) { return true }
    return attributes.contains { attribute in
      guard let place = after.offset(of: attribute.bytes, from: 0) else { return false }
      let found = UnsafeBufferPointer(rebasing: after[place...])
      return place <= 3 * attribute.mostBefore && !durations.contains(where: found.begins)
    }
  }

  /// Whether a clause ends so that it only says of which cases the next one speaks: 未能於規定期限內辦結者, 無法到場時.
  private static func boundsCases(_ clause: UnsafeBufferPointer<UInt8>) -> Bool {
    clauseEnds.contains { clause.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a clause says what is to be done where something lacks: 無憑證者至附近機關領件.
  private static func lacksInCases(_ clause: UnsafeBufferPointer<UInt8>) -> Bool {
    boundsCases(clause) || clause.offset(of: whoever, from: 0).map { $0 <= 3 * 7 } ?? false
  }

  /// Whether somebody looks whether something is there: 看契約有沒有問題, 看各所改善了沒有.
  private static func asks(_ before: UnsafeBufferPointer<UInt8>, _ word: Word) -> Bool {
    word.bytes == notThere && questions.contains { before.suffix($0.count).elementsEqual($0) }
  }

  private static func isCondition(_ before: UnsafeBufferPointer<UInt8>) -> Bool {
    conditions.contains { before.offset(of: $0, from: 0) != nil }
  }

  /// Words behind the verb, and how many characters may stand before them.
  private static let attributes: [(bytes: [UInt8], mostBefore: Int)] =
    ["之", "的", "案件", "部分", "原因"].map { (SearchedText.bytes($0), 3) } + ["者", "時"].map { (SearchedText.bytes($0), 6) }
  /// Words that begin like one of them: 未統計時限內結案之件數.
  private static let durations = ["時限", "時間", "時效"].map(SearchedText.bytes)
  private static let whoever = SearchedText.bytes("者")
  private static let notThere = SearchedText.bytes("沒有")
  private static let questions = ["有", "了"].map(SearchedText.bytes)
  private static let clauseEnds = ["者", "時"].map(SearchedText.bytes)
  private static let conditions = ["若", "倘", "遇", "如未", "如有", "如因", "如無", "避免", "以免", "防止", "減少"]
    .map(SearchedText.bytes)

  private struct Word {
    let bytes: [UInt8]
    let exceptions: [[UInt8]]

    init(_ word: String, but exceptions: [[UInt8]] = []) {
      bytes = SearchedText.bytes(word)
      self.exceptions = exceptions
    }
  }

  /// A clause that begins with 無 says that there is none: 無調查結果.
  private static let lack = SearchedText.bytes("無")
  private static let lacksNothing =
    faults + unmanned.map { SearchedText.bytes("人") + $0 }
    + [
      "障礙", "線", "紙", "息", "遺", "不", "論", "須", "需", "礙", "毒", "菸", "煙", "償", "痛", "時", "縫", "感", "涉", "關",
    ].map(SearchedText.bytes)

  /// What a lack of is good news.
  private static let faults = [
    "逾", "缺", "遺漏", "一", "漏", "超", "延", "拖", "錯", "不及格", "異常", "投訴", "延誤", "違", "積壓", "誤", "退件", "虞", "障礙", "不當", "申訴",
    "不良",
  ].map(SearchedText.bytes)

  /// Behind 無人: what runs by itself, and whom nothing befell.
  private static let unmanned = ["站", "機", "島", "車", "載", "商店", "傷", "受傷", "死"].map(SearchedText.bytes)

  private static let words: [Word] =
    ["未有", "尚未", "迄未", "仍未", "並未", "均未", "皆未", "亦未", "也未", "從未", "未曾", "未再", "未予", "未能", "未獲"].map {
      Word($0, but: faults)
    }
    + notDone.map { Word("未" + $0) } + [Word("未辦", but: ["結", "竣", "畢"].map(SearchedText.bytes))]
    + [
      "停辦", "停開", "停用", "停擺", "暫停", "暫緩", "緩辦", "擱置", "從缺", "流標", "移作他用", "中止", "終止", "取消", "廢止", "關閉", "免辦", "不予",
      "再議",
      "概不", "暫不", "不主動", "無成績", "建請",
    ].map { Word($0) }
    + [Word("停止", but: ["適用", "計"].map(SearchedText.bytes))]
    + [
      Word(
        "不再",
        but: [
          "往返", "奔波", "等", "中斷", "發生", "擔心", "塞", "困", "受騙", "遺漏", "缺", "延", "需", "須", "受", "重複", "排隊", "跑", "是", "只",
          "單", "侷限", "限", "有", "僅", "逾", "用",
        ]
        .map(SearchedText.bytes))
    ]
    + [Word("無人", but: unmanned)]
    + notWilling.map { Word("不" + $0) }
    + ["亦無", "也無", "並無", "沒有", "尚無", "暫無", "均無", "皆無", "故無", "且無"].map { Word($0, but: faults) }
    + [
      "無從", "無法提供", "無法統計", "無法辦", "無法實施", "無法執行", "無法設", "尚在評估", "尚在研", "尚在規", "尚在洽", "尚在籌", "仍在評估", "仍在規", "仍在籌",
      "自行來電", "自行到",
      "自行洽", "自行前", "自行詢", "無須辦理", "毋須辦理", "免予辦理", "維持現狀", "維持現況", "維持原狀", "仍須", "仍需", "須自行", "需自行", "須親自", "改作",
      "為零", "仍在研", "仍在洽談", "仍在編", "尚在編", "研議中", "無成效", "仍沿用", "無統一", "可循", "成績俟", "結果俟", "尚待", "決定是否", "是否辦理", "是否開辦",
      "無其他",
      "無創新", "無替代", "維持不變",
      "自行斟酌", "目前無法", "尚無法", "暫無法", "仍無法",
    ].map { Word($0) }

  /// Behind 未: what an agency does.
  private static let notDone = [
    "實施", "建立", "建置", "提供", "設", "規劃", "編列", "訂", "附", "統計", "開辦", "開放", "完成", "查核", "檢討", "達成", "克服", "提出", "上架",
    "上網",
    "採行", "舉辦", "召開", "進行", "推動", "公開", "公布", "公告", "通知", "另", "支援", "簡化", "減少", "更新", "修正", "製作", "成立", "納入", "執行",
    "參加", "配置",
    "指派", "安排", "印製", "主動", "明訂", "列入", "舉行", "採購", "引進", "開設", "計算", "核對", "蒐集", "調查", "培訓", "回復", "回應", "落實", "派員",
    "盤點", "釋出", "擬訂", "擬定",
  ]

  /// Behind 不: what an agency declines.
  private static let notWilling = [
    "辦", "做", "提供", "實施", "建置", "建立", "計算", "公告", "執行", "推動", "另", "開放", "受理", "列入", "對外", "採行", "統計", "公開", "公布", "通知",
    "告知", "設置", "續辦", "修正",
    "檢討", "更新", "參加",
    "下架", "回復", "回覆", "補助", "支援", "接受", "舉辦", "舉行", "發給", "進行", "調查", "處理", "追蹤", "列管", "訂", "編列",
  ]

  private static let wordsByLead = Dictionary(grouping: words) { lead(of: $0.bytes) }
  /// The characters with which the words, and those that put something off, begin.
  private static let leads = ScalarSet(wordsByLead.keys + delays.map { lead(of: $0.0) })
  private static func lead(of word: [UInt8]) -> Unicode.Scalar { word.isEmpty ? " " : word.scalar(at: 0).scalar }
  /// The first two characters of each.
  private static let pairs = words.reduce(into: PairFilter(bits: 4096)) { pairs, word in
    pairs.insert(word.bytes.withUnsafeBufferPointer(PairFilter.firstPair))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a word first stands, from some byte on.
  fileprivate func offset(of word: [UInt8], from start: Int) -> Int? {
    guard start <= count else { return nil }
    let rest = UnsafeBufferPointer(rebasing: self[start...])
    return word.withUnsafeBufferPointer { rest.firstOffset(of: $0) }.map { $0 + start }
  }

  func begins(with word: [UInt8]) -> Bool {
    guard count >= word.count else { return false }
    for index in word.indices where self[index] != word[index] { return false }
    return true
  }
}

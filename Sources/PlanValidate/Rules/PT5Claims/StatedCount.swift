import PlanText

/// A count that a sentence states: 等5項, 共4項, 計有6處, 八大類.
struct StatedCount {
  /// How many.
  let count: Int
  /// The number and what is counted.
  let range: Range<Int>
  /// What stands before the number.
  let lead: Lead

  /// What stands before the number.
  enum Lead {
    /// 等5項: more may be meant than are named.
    case andOthers
    /// 共5項, 計有5項: nothing else is meant.
    case inAll
    /// 下列5項: what they are follows.
    case following
    /// 5項 alone.
    case none
  }

  /// Where the words before the number begin: 等, 共計.
  let leadStart: Int
  /// Whether events are counted, of which a list gives the times: 3場(3月、6月及9月).
  let isOfEvents: Bool

  /// What is counted one by one. Copies, people, times and days are not: 海報、手冊共300份 names no 300 things.
  private static let things =
    [
      "個單位", "個面向", "個項目", "個階段", "個步驟", "個機關", "個分局", "個派出所", "個重點", "個構面", "大面向", "大項目", "大構面", "大原則", "大類", "大項",
      "個方面", "個據點", "個系統", "個網站", "個課室", "大主軸", "大策略", "項", "類", "種", "處", "階段", "步驟", "面向", "方面", "單位", "據點", "系統",
      "網站",
      "臺",
      "台", "家", "校", "區", "案", "課室", "分局", "科室", "所", "間", "座", "組", "隊", "站", "館", "里", "鄉", "鎮", "國", "款", "條", "門",
      "點", "面",
    ] + events
  /// What is counted by its times.
  private static let events = ["場次", "梯次", "場", "梯", "次"]
  /// What the things begin with.
  private static let thingBeginnings = ScalarSet(things.compactMap(\.unicodeScalars.first))
  private static let inAllWords = ["共計有", "合計有", "總計有", "共計", "合計", "總計", "計有", "共有", "共", "計"]

  /// What a number begins with.
  private static let beginnings: ScalarSet = "0123456789零〇○一壹二貳貮兩三參叁叄四肆五伍六陸七柒八捌九玖十"

  /// Every count of two to ninety-nine things in a text.
  static func all(in dense: DenseText) -> [StatedCount] {
    let (scalars, beginnings) = (dense.scalars, beginnings)
    var counts: [StatedCount] = []
    var index = 0
    while index < scalars.count {
      guard beginnings.contains(scalars[index]) else {
        index += 1
        continue
      }
      let end = numberEnd(in: dense, at: index)
      defer { index = max(end, index + 1) }
      guard end > index, end < dense.count, thingBeginnings.contains(dense.scalars[end]),
        let count = value(in: dense, index..<end), (2...99).contains(count)
      else { continue }
      let isGreat = end + 1 < dense.count && dense.scalars[end] == "大" && dense.scalars[end + 1].isCommonHan
      guard let thing = things.first(where: { dense.has($0, at: end) }) ?? (isGreat ? "大" : nil) else { continue }
      let close = end + thing.unicodeScalars.count
      // 10項以上, 3項次 and 5類型 are something else.
      if ["以上", "以下", "以內", "次", "型", "餘", "多"].contains(where: { dense.has($0, at: close) }) { continue }
      if index > 0, "第前後每逐各約近逾達上其另任".unicodeScalars.contains(dense.scalars[index - 1]) { continue }
      let (lead, start) = lead(in: dense, before: index)
      counts.append(
        StatedCount(
          count: count, range: index..<close, lead: lead, leadStart: start, isOfEvents: events.contains(thing)))
    }
    return counts
  }

  private static func lead(in dense: DenseText, before index: Int) -> (Lead, Int) {
    if dense.has("等", before: index), !dense.has("平等", before: index) { return (.andOthers, index - 1) }
    for word in inAllWords where dense.has(word, before: index) {
      let start = index - word.unicodeScalars.count
      // 統計3項, 公共5項: the character before makes another word of it.
      if start > 0, "統會審預累設估公總合警規".unicodeScalars.contains(dense.scalars[start - 1]) { continue }
      return (.inAll, start)
    }
    for word in ["下列", "以下"] where dense.has(word, before: index) { return (.following, index - 2) }
    return (.none, index)
  }

  private static func numberEnd(in dense: DenseText, at start: Int) -> Int {
    // The end of 3-5項 or 1.5項 is no number of its own.
    if start > 0, Numeral.digit(dense.scalars[start - 1]) != nil { return start }
    if start > 1, ".,-~/".unicodeScalars.contains(dense.scalars[start - 1]),
      Numeral.digit(dense.scalars[start - 2]) != nil
    {
      return start
    }
    var end = start
    while end < dense.count, Numeral.digit(dense.scalars[end]) != nil { end += 1 }
    guard end == start else { return end }
    while end < dense.count, Numeral.chineseDigit(dense.scalars[end]) != nil || dense.scalars[end] == "十" { end += 1 }
    return end
  }

  private static func value(in dense: DenseText, _ range: Range<Int>) -> Int? {
    Numeral.value(of: dense.scalars(range))
  }
}

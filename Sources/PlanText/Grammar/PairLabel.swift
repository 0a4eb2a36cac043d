/// Tells `2-1` before words, a label, from a span of numbers before what is counted (3-5日, 2-3名).
enum PairLabel {
  /// The second number of a label and how many characters it takes. `digits` is how many digits `head` begins with.
  static func read(in head: [Unicode.Scalar], digits: Int) -> (value: Int, count: Int)? {
    guard digits <= 2, digits + 1 < head.count, head[digits] == "-" else { return nil }
    let second = head[(digits + 1)...].prefix { Numeral.digit($0) != nil }
    let end = digits + 1 + second.count
    guard (1...2).contains(second.count), end < head.count,
      let first = Numeral.value(of: head[..<digits]), let value = Numeral.value(of: second), value > 0,
      head[end].properties.isIdeographic || head[end] == " "
    else { return nil }
    let words = head[end...].drop { $0 == " " }
    guard let follower = words.first, !isCounted(words, follower, ascends: value > first) else { return nil }
    return (value, end)
  }

  /// Whether words begin with what the numbers count. A span goes upwards, but from 12 to 1月 or 11 to 3時.
  private static func isCounted(_ words: ArraySlice<Unicode.Scalar>, _ first: Unicode.Scalar, ascends: Bool) -> Bool {
    guard countedThings.contains(first), ascends || first == "月" || first == "時" else { return false }
    guard let next = words.dropFirst().first else { return true }
    return !(otherWords[first]?.contains(next) ?? false)
  }

  /// What may be counted or measured.
  private static let countedThings: ScalarSet =
    "年月日週天時分秒歲人名位個件次場項種處所隊組班級樓層台臺輛萬千百元小星倍成公條款期季本冊張頁至到"

  /// With what characters behind them these begin words that count nothing: 本所, 處理, 到府.
  private static let otherWords: [Unicode.Scalar: ScalarSet] = [
    "年": "終長輕資節", "月": "報會刊臺台", "日": "常間文語本照", "週": "邊知會報延", "天": "然候氣災", "時": "限效常事程",
    "分": "局別組析類層工送派案批配隊享流署", "人": "民員事力行身權口才工手", "名": "稱單冊牌義", "位": "於置",
    "個": "案人資別管", "件": "數", "次": "要世", "場": "地所域館", "項": "目", "種": "類植子族",
    "處": "理置長分室罰", "所": "有屬得需長轄在謂", "隊": "員部長本", "組": "織成長員裝訓合", "班": "長表",
    "級": "別距", "樓": "梯", "層": "級面", "台": "北中南灣東語鐵電水", "臺": "北中南灣東語鐵電水灣", "萬": "華安一用全",
    "千": "里", "百": "姓貨", "元": "宵旦", "小": "組型額學朋吃客", "星": "光級", "成": "立果效績員為功案本",
    "公": "所文開告布佈共務民園安職正平益車用眾差會部關", "條": "例文件碼", "款": "式", "期": "程限間中末望刊許",
    "季": "報刊節", "本": "所局府處市區校院分中總機縣鄉鎮會部署站公大項案計單館團室廳司組隊科課股轄地著於",
    "冊": "列", "張": "貼掛", "頁": "面首", "到": "府場院點宅校達職家任站",
  ]
}

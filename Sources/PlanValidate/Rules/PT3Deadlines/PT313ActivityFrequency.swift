import PlanModel
import PlanText

/// PT313: one activity has one frequency here and another there.
enum ActivityFrequency: Rule {
  static let description = RuleDescription(
    code: "PT313", name: "activity-frequency", severity: .note,
    summary: LocalizedText(zh: "同一活動的辦理頻率前後不同", en: "An activity has two frequencies"),
    explanation: LocalizedText(
      zh: """
        同一個名稱的教育訓練、測試、會議…，一處寫「每年至少1次」，另一處寫「不定期」或「每季」，考核時不知以何者為準。只比較頻率之後緊接著的活動名稱，名稱相同，或較短的名稱\
        有六成以上的用字也在另一處，才算同一活動；同一項作法之內的不比較，「定期」與每月、每季等不算矛盾。
        """,
      en: """
        If the same training, test or meeting is to be held 每年至少1次 in one place and 不定期 or 每季 in another, it is not clear which applies. Only the names directly after the \
        frequency are compared: they must be the same, or the other must contain most of the shorter one. Frequencies within one measure are not compared, and 定期 does not contradict every month or quarter.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫管制作為

      每年至少1次服務禮貌相關教育訓練；每月召開服務品質檢討會議。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. ↓不定期辦理臨櫃人員服務禮儀及電話禮貌教育訓練。
      2. ↓每季召開服務品質檢討會議。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫管制作為

      每年至少1次服務禮貌相關教育訓練；每月辦理本所辦公環境清潔競賽；定期召開為民服務會報。

      ## 附表1、提升服務品質組織診斷具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 每年辦理臨櫃人員服務禮貌教育訓練，並不定期辦理服務禮貌教育訓練測驗。
      2. 每月1次環境清潔競賽；每月召開服務品質檢討會議，不定期召開服務品質檢討會議。
      3. 每季辦理消防教育訓練，每月辦理員警教育訓練，每月召開為民服務會報。
      """),
    evidence: LocalizedText(
      zh: "一份 109 年區公所計畫在管制作為寫「每年至少1次服務禮貌相關教育訓練」，兩項作法卻寫不定期辦理。",
      en: "A 109 district plan schedules training in service manners 每年至少1次 in one chapter and 不定期 in two measures."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var activities: [Activity] = []
    for (number, dense) in plan.denseTexts.enumerated() where dense.count < 70_000 {
      activities += Activity.all(in: dense, number: number)
    }
    var byKind: [String: [Activity]] = [:]
    for activity in activities { byKind[activity.kind, default: []].append(activity) }
    var clashes: [(first: Activity, others: [Activity])] = []
    for kind in byKind.keys.sorted() {
      // A plan names few activities of one kind; thousands are no plan, and only the first are looked at.
      let same = byKind[kind, default: []].prefix(mostOfAKind)
      var taken: Set<Int> = []
      for (index, one) in same.enumerated() where !taken.contains(index) {
        var others: [Activity] = []
        for (later, other) in same.enumerated().dropFirst(index + 1) where !taken.contains(later) {
          guard one.text != other.text, one.contradicts(other), one.isSame(as: other) else { continue }
          taken.insert(later)
          others.append(other)
        }
        if !others.isEmpty { clashes.append((one, others)) }
      }
    }
    for (one, others) in clashes.sorted(by: {
      $0.others[0].words.range.lowerBound < $1.others[0].words.range.lowerBound
    }) {
      report(one, others, &findings)
    }
  }

  private static let mostOfAKind = 200

  private static func report(_ one: Activity, _ others: [Activity], _ findings: inout FindingList) {
    let other = others[0]
    findings.add(
      at: other.frequency.firstLineRange,
      LocalizedText(
        zh:
          "「\(other.name.excerpt)」這裡寫「\(other.frequency.excerpt)」，另一處「\(one.name.excerpt)」卻是「\(one.frequency.excerpt)」；如為同一活動，請統一頻率。",
        en:
          "“\(other.name.excerpt)” is “\(other.frequency.excerpt)” here, but “\(one.name.excerpt)” is “\(one.frequency.excerpt)” elsewhere; if they are the same activity, use one frequency."
      ), severity: one.isCalled(as: other) ? .warning : nil,
      notes: ([one] + others.dropFirst()).map {
        .init($0.words.firstLineRange, LocalizedText(zh: "「\($0.words.excerpt)」", en: "“\($0.words.excerpt)”"))
      })
  }
}

/// A frequency and the activity that it is said of: 每年至少1次服務禮貌相關教育訓練.
private struct Activity {
  /// What the frequency says.
  enum Frequency: Equatable {
    case irregular
    case regular
    case every(Recurrence.Interval)
  }

  /// The text that it stands in, by its number.
  let text: Int
  let meaning: Frequency
  /// 每年至少1次
  let frequency: PlanText
  /// 服務禮貌相關教育訓練
  let name: PlanText
  /// Both.
  let words: PlanText
  /// 教育訓練
  let kind: String
  /// 服務禮貌
  private let attribute: [Unicode.Scalar]
  /// Its pairs of neighbouring characters.
  private let pairs: Set<UInt64>

  private static let kinds = [
    "教育訓練", "講習", "研習", "演練", "演習", "競賽", "滿意度調查", "問卷調查", "意見調查", "電話測試", "禮貌測試", "抽測", "查核", "稽核", "檢討會議", "檢討會",
    "座談會", "聯繫會議",
    "業務會議", "會報", "評比", "觀摩",
  ].map { Array($0.unicodeScalars) }
  private static let intervals: [(word: String, interval: Recurrence.Interval)] = [
    ("每半年", .halfYear), ("每年度", .year), ("每年", .year), ("每季", .quarter), ("每個月", .month), ("每月", .month), ("每週", .week),
    ("每周", .week),
    ("每日", .day),
  ]
  private static let verbs = ["辦理", "舉辦", "召開", "實施", "進行", "舉行", "執行", "安排", "開辦", "定期"].map {
    Array($0.unicodeScalars)
  }
  /// What says nothing about the activity itself.
  private static let fillers = [
    "相關", "各項", "本所", "本局", "本處", "本府", "本館", "本校", "本會", "本分局", "本總隊", "本大隊", "本院", "同仁", "人員", "員工", "一次", "之", "的",
    "等",
  ].map { Array($0.unicodeScalars) }
  private static let beginnings: ScalarSet = "每不定"
  private static let ends: ScalarSet = "。;,:!?()「」"
  private static let longestName = 28

  static func all(in dense: DenseText, number: Int) -> [Activity] {
    // Few texts have such words.
    lazy var isQuoted = dense.isQuoted
    let (scalars, beginnings) = (dense.scalars, beginnings)
    var found: [Activity] = []
    var index = 0
    while index < scalars.count {
      guard beginnings.contains(scalars[index]), !isQuoted[index],
        let (meaning, end) = frequency(in: dense, at: index)
      else {
        index += 1
        continue
      }
      if let activity = Activity(dense, text: number, meaning: meaning, frequency: index..<end) {
        found.append(activity)
      }
      index = end
    }
    return found
  }

  private static func frequency(in dense: DenseText, at index: Int) -> (Frequency, Int)? {
    if dense.has("不定期", at: index) {
      // 定期或不定期, 每月不定期
      let joined = ["或", "及", "、", "與", "定期", "月", "年", "季", "週", "日"].contains { dense.has($0, before: index) }
      return joined ? nil : (.irregular, index + 3)
    }
    if dense.has("定期", at: index) {
      let rest = ["或不", "及不", "、不", "不", "與不", "存", "契"].contains { dense.has($0, at: index + 2) }
      return rest ? nil : (.regular, index + 2)
    }
    guard let found = intervals.first(where: { dense.has($0.word, at: index) }) else { return nil }
    var end = index + found.word.unicodeScalars.count
    if dense.has("不定期", at: end) { return nil }
    for word in ["應", "至少", "最少"] where dense.has(word, at: end) { end += word.unicodeScalars.count }
    if let (_, after) = dense.number(at: end), dense.has("次", at: after) || dense.has("場", at: after) {
      end = after + 1
      if dense.has("以上", at: end) { end += 2 }
    }
    return (.every(found.interval), end)
  }

  private init?(_ dense: DenseText, text: Int, meaning: Frequency, frequency: Range<Int>) {
    var start = frequency.upperBound
    while let verb = Self.verbs.first(where: { dense.has($0, at: start) }) { start += verb.count }
    let limit = min(dense.count, start + Self.longestName)
    let end = dense.scalars[start..<limit].firstIndex(where: Self.ends.contains) ?? limit
    var found: (kind: [Unicode.Scalar], at: Int)?
    for index in start..<max(start, end) {
      if let kind = Self.kinds.first(where: { dense.has($0, at: index) }), index + kind.count <= end {
        found = (kind, index)
        break
      }
    }
    guard let found else { return nil }
    // What goes on behind the activity is about something of it: 教育訓練教材, 滿意度調查結果.
    let close = found.at + found.kind.count
    let next = close < dense.count ? dense.scalars[close] : "。"
    guard
      Self.ends.contains(next) || "、並及以於至各或".unicodeScalars.contains(next) || Numeral.digit(next) != nil
        || Numeral.chineseDigit(next) != nil
    else { return nil }
    self.text = text
    self.meaning = meaning
    self.frequency = dense.part(frequency)
    name = dense.part(start..<close)
    words = dense.part(frequency.lowerBound..<close)
    kind = String(scalars: found.kind)
    var attribute: [Unicode.Scalar] = []
    var index = start
    while index < found.at {
      if let filler = Self.fillers.first(where: { dense.has($0, at: index) }) {
        index += filler.count
      } else {
        attribute.append(dense.scalars[index])
        index += 1
      }
    }
    guard attribute.count >= 2 else { return nil }
    self.attribute = attribute
    pairs = Set(zip(attribute, attribute.dropFirst()).map { UInt64($0.value) << 21 | UInt64($1.value) })
  }

  func contradicts(_ other: Activity) -> Bool {
    switch (meaning, other.meaning) {
    case (.irregular, .irregular), (.regular, .regular), (.regular, .every), (.every, .regular): false
    case (.every(let one), .every(let other)): one != other
    default: true
    }
  }

  /// Whether both are called the same, but for words that say nothing.
  func isCalled(as other: Activity) -> Bool { attribute == other.attribute }

  func isSame(as other: Activity) -> Bool {
    if isCalled(as: other) { return true }
    let common = pairs.intersection(other.pairs).count
    return common >= 3 && Double(common) >= 0.6 * Double(min(pairs.count, other.pairs.count))
  }
}

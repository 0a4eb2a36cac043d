import PlanModel
import PlanText

/// PT506: 26項及2項，合計30項, and 4臺×5元＝25元.
enum SumMismatch: Rule {
  static let description = RuleDescription(
    code: "PT506", name: "sum-mismatch", severity: .warning,
    summary: LocalizedText(zh: "合計或算式的結果不符", en: "A sum or a calculation is wrong"),
    explanation: LocalizedText(
      zh: """
        同一句中「26項及2項，合計28項」的各數、「計12面：一樓7面、二樓5面」的各項，相加都應等於總數；「其中」只列一部分，超過總數才指出；寫出的算式（4臺×500元＝2,000元、45/50＝90%）應算得出結果。只比較單位相同的數，句中有「其中」「每」「較」等字樣，或其中幾個數相加相符時不指出；寫「約」的容許百分之五，結果換算單位（分鐘與小時、元與萬元）後相符也不指出。數字不會自動修正。
        """,
      en: """
        In one sentence, the numbers before 合計 should make the total (26項及2項，合計28項), as should the parts after a total (計12面：一樓7面、二樓5面; with 其中 they may be fewer), and a calculation that is written out (4臺×500元＝2,000元, 45/50＝90%) should be correct. Only numbers with \
        the same unit are compared; nothing is reported if there are words such as 其中, 每 or 較, or if some of the numbers make the total. With 約 the result may be five percent \
        off, and it may be in another unit (minutes and hours). Figures are never fixed automatically.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、提供申辦業務26項及申訴2項，↓合計30項。
      - 二、採購↓4臺×500元＝2,500元，滿意者↓45份/50份＝95%。
      - 三、雙語標示計↓12面：一樓5面、二樓4面、三樓2面；受理共↓20件，其中電話15件、書面8件。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、提供申辦業務26 項及申訴2 項，合計28 項；其中線上9項、臨櫃12項，共計26項。
      - 二、採購4臺×500元＝2,000元，4分鐘×4班×22天×54名≒317小時，滿意者45份/50份＝90%。
      - 三、戶政12項（線上4項）、地政8項，合計20項；計12面（一樓7面、二樓5面），共20件，其中電話12件、書面3件。
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫寫「26 項及…2 項申訴，合計 28 項」，相加正確。",
      en: "A 107 police plan says 26 項 and 2 項, 合計 28 項, which is right."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    // What the words of a total and the signs of a result have one of.
    let texts = plan.characterPlaces.texts(withAny: "共計=≒≈")
    guard !texts.isEmpty else { return }
    let paragraphs = plan.paragraphs
    for dense in texts.lazy.flatMap({ paragraphs[$0] }).map(\.words) where dense.count < 7_000 {
      guard dense.scalars.contains(where: { Numeral.digit($0) != nil }) else { continue }
      for sentence in dense.sentences {
        checkTotals(dense, sentence, &findings)
        checkParts(dense, sentence, &findings)
      }
      checkCalculations(dense, &findings)
    }
  }

  // MARK: Totals

  private static let totalWords = ["合計", "共計", "總計"]
  static let units = [
    "場次", "小時", "分鐘", "人次", "項", "件", "人", "名", "份", "場", "處", "臺", "台", "元", "張", "戶", "輛", "支", "班", "隊", "組", "冊",
    "本", "個", "面", "間", "座", "所", "家", "校", "種", "類", "案", "篇", "部", "位", "套", "棟", "站", "里", "條",
  ]
  /// With these words a number may be no part of the sum.
  static let otherWords = [
    "其中", "每", "較", "平均", "累計", "原", "佔", "占", "約", "餘", "以上", "增", "減", "第", "超過", "目標", "至少", "各", "分別", "等",
  ]

  private static func checkTotals(_ dense: DenseText, _ sentence: Range<Int>, _ findings: inout FindingList) {
    for index in sentence {
      guard let word = totalWord(in: dense, at: index, sentence) else { continue }
      let behind = index + word.unicodeScalars.count
      guard let total = WrittenNumber(in: dense.scalars, at: behind),
        let unit = units.first(where: { dense.has($0, at: total.range.upperBound) })
      else { continue }
      var addends: [WrittenNumber] = []
      for place in sentence.lowerBound..<index {
        guard let number = WrittenNumber(in: dense.scalars, at: place), number.range.upperBound < index,
          dense.has(unit, at: number.range.upperBound),
          !dense.has(unit + "次", at: number.range.upperBound)
        else { continue }
        addends.append(number)
      }
      guard (2...10).contains(addends.count) else { continue }
      let place = dense.range(of: index..<(total.range.upperBound + unit.unicodeScalars.count))
      let shown = addends.map(\.value.shown)
      let sum = addends.reduce(0) { $0 + $1.value }
      if abs(sum - total.value) < 0.000_01 {
        findings.confirm(
          at: place,
          LocalizedText(
            zh: "\(shown.joined(separator: "＋"))＝\(total.value.shown)，與「\(word)」相符。",
            en: "\(shown.joined(separator: " + ")) = \(total.value.shown), as \(word) says."))
      } else if abs(sum - total.value) < 3 && !isDoubtful(dense, sentence.lowerBound..<index, by: otherWords.dropLast())
        || !isDoubtful(dense, sentence.lowerBound..<index, by: otherWords[...]),
        !hasSubset(addends.map(\.value), making: total.value)
      {
        findings.add(
          at: place,
          LocalizedText(
            zh: "\(shown.joined(separator: "＋"))＝\(sum.shown)，不是\(total.value.shown)，請查對。",
            en: "\(shown.joined(separator: " + ")) = \(sum.shown), not \(total.value.shown); check the figures."),
          notes: addends.map {
            .init(dense.range(of: $0.range), LocalizedText(zh: "計入的數", en: "Counted"))
          })
      }
    }
  }

  static func isDoubtful(_ dense: DenseText, _ range: Range<Int>, by words: ArraySlice<String>) -> Bool {
    range.contains { index in words.contains { dense.has($0, at: index) } }
  }

  /// 合計, and 共 or 計 behind a comma.
  private static func totalWord(in dense: DenseText, at index: Int, _ sentence: Range<Int>) -> String? {
    if let word = totalWords.first(where: { dense.has($0, at: index) }) { return word }
    guard index > sentence.lowerBound, dense.scalars[index - 1] == "," else { return nil }
    return ["共", "計"].first { dense.has($0, at: index) }
  }

  /// Whether some of the numbers, the others being details of them, make the total.
  private static func hasSubset(_ values: [Double], making total: Double) -> Bool {
    (1..<(1 << values.count)).contains { mask in
      let sum = values.indices.reduce(0.0) { $0 + (mask >> $1 & 1 == 1 ? values[$1] : 0) }
      return abs(sum - total) < 0.000_01
    }
  }

  // MARK: Calculations

  /// What is between two numbers of a calculation.
  private enum Sign {
    case times, divided, plus, equals, roughly
  }

  private static let signs: [(String, Sign)] = [
    ("×", .times), ("✕", .times), ("╳", .times), ("*", .times), ("乘以", .times), ("÷", .divided), ("除以", .divided),
    ("/", .divided),
    ("+", .plus), ("=約", .roughly), ("=", .equals), ("≒", .roughly), ("≈", .roughly),
  ]

  private static func checkCalculations(_ dense: DenseText, _ findings: inout FindingList) {
    guard dense.scalars.contains(where: { "=≒≈".unicodeScalars.contains($0) }) else { return }
    var index = 0
    while index < dense.count {
      guard let first = WrittenNumber(in: dense.scalars, at: index) else {
        index += 1
        continue
      }
      index = check(calculationFrom: first, dense, &findings)
    }
  }

  /// Reads as far as a calculation goes, and returns where to read on.
  private static func check(
    calculationFrom first: WrittenNumber, _ dense: DenseText, _ findings: inout FindingList
  ) -> Int {
    var sum = 0.0
    var (product, end) = operand(first, dense)
    var terms = 1
    while let (sign, place) = sign(dense, behind: end), let number = WrittenNumber(in: dense.scalars, at: place) {
      let (value, next) = operand(number, dense)
      switch sign {
      case .times: product *= value
      case .divided:
        guard value != 0 else { return next }
        product /= value
      case .plus:
        sum += product
        product = value
      case .equals, .roughly:
        guard terms > 1 else { return first.range.upperBound }
        let result = Result(
          computed: sum + product, stated: value, step: number.step * (next > number.range.upperBound ? 0.01 : 1),
          isRough: sign == .roughly)
        report(result, dense, first.range.lowerBound..<next, &findings)
        return next
      }
      terms += 1
      end = next
    }
    return first.range.upperBound
  }

  private struct Result {
    let computed: Double
    let stated: Double
    let step: Double
    let isRough: Bool

    var holds: Bool {
      let difference = abs(computed - stated)
      return difference < step + abs(stated) * 1e-9 || (isRough && difference <= abs(computed) * 0.05)
    }

    /// Whether the result is right in another unit: minutes and hours, 元 and 萬元.
    var holdsInAnotherUnit: Bool {
      [7, 12, 24, 30, 60, 100, 365, 1000, 1024, 1440, 3600, 10_000, 100_000_000].contains { factor in
        Result(computed: computed / factor, stated: stated, step: step, isRough: true).holds
          || Result(computed: computed * factor, stated: stated, step: step, isRough: true).holds
      }
    }
  }

  /// The value of a number, a percentage as its hundredth, and the place behind it.
  private static func operand(_ number: WrittenNumber, _ dense: DenseText) -> (value: Double, end: Int) {
    let end = number.range.upperBound
    guard end < dense.count, "%％".unicodeScalars.contains(dense.scalars[end]) else { return (number.value, end) }
    return (number.value / 100, end + 1)
  }

  /// The sign behind a number and its unit, and the place behind the sign.
  private static func sign(_ dense: DenseText, behind end: Int) -> (Sign, Int)? {
    var index = end
    while index < dense.count, index < end + 5 {
      if let found = signs.first(where: { dense.has($0.0, at: index) }) {
        return (found.1, index + found.0.unicodeScalars.count)
      }
      guard dense.scalars[index].isCommonHan else { return nil }
      index += 1
    }
    return nil
  }

  private static func report(_ result: Result, _ dense: DenseText, _ range: Range<Int>, _ findings: inout FindingList) {
    let written = dense.part(range)
    if result.holds || result.holdsInAnotherUnit {
      guard result.holds else { return }
      findings.confirm(
        at: written.firstLineRange,
        LocalizedText(zh: "算式「\(written.excerpt)」算得出結果。", en: "“\(written.excerpt)” is correct."))
      return
    }
    let isPercentage = dense.scalars[range.upperBound - 1] == "%"
    let shown = isPercentage ? (result.computed * 100).shown + "%" : result.computed.shown
    findings.add(
      at: written.firstLineRange,
      LocalizedText(
        zh: "算式「\(written.excerpt)」的結果應為 \(shown)，請查對。",
        en: "“\(written.excerpt)” should be \(shown); check the figures."))
  }
}

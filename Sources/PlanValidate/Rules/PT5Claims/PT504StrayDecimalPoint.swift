import PlanModel
import PlanText

/// PT504: 117萬8.154, a point where the group of digits behind 萬 has its comma.
enum StrayDecimalPoint: Rule {
  static let description = RuleDescription(
    code: "PT504", name: "stray-decimal-point", severity: .warning,
    summary: LocalizedText(
      zh: "萬、億之後的數字，千分位逗號寫成小數點", en: "A number with 萬 or 億 has a decimal point instead of a comma"),
    explanation: LocalizedText(
      zh: """
        「117萬8.154」讀起來不成數字：「萬」已經斷位，其後三位數之前應是千分位逗號（117萬8,154）。1.5萬、3.141、0.1174元等一般的小數不在此列。同一份文件另有正確寫法時一併指出。\
        數字不會自動修正，請查對原始數據。
        """,
      en: """
        117萬8.154 is not a valid number: after 萬, three digits should follow a comma (117萬8,154). Ordinary decimals such as 1.5萬, 3.141 and 0.1174元 are not affected. If the document has the number in the \
        right form elsewhere, that place is shown. Figures are never fixed automatically; check the source.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      全年可省下117萬8,154張紙；實際為↓117 萬8.154張，另有↓3億1.234.567元。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、編列1.5萬元、2.5萬8,000元，每件縮短2.5日，圓周率3.141，詳第5.2節，每張0.1174元。
      - 二、共計10萬
        1.105年度辦理。
      - 三、經費3億1.234萬元，共5萬 1.250公斤，版本10萬1.2.345。
      """),
    evidence: LocalizedText(
      zh: "一份 106 年創意提案表的紙張用量一處寫「117萬8,154張」，一處寫「117萬8.154張」。",
      en: "A 106 proposal gives its use of paper once as 117萬8,154 sheets and once as 117萬8.154."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let texts = plan.characterPlaces.texts(withAny: "萬億").map { plan.texts[$0] }
    let found = texts.flatMap { numbers(in: $0, separator: ".") }
    guard !found.isEmpty else { return }
    var right: [String: PlanText] = [:]
    for text in texts {
      for number in numbers(in: text, separator: ",") where right[number.key] == nil { right[number.key] = number.text }
    }
    for number in found {
      let twin = right[number.key]
      if number.mayBeTwo, twin == nil { continue }
      let proper = String(number.text.string.map { $0 == "." || $0 == "．" ? "," : $0 })
      findings.add(
        at: number.text.firstLineRange,
        LocalizedText(
          zh: "「\(number.text.excerpt)」的小數點應是千分位逗號嗎（\(proper.excerpt())）？請查對數字。",
          en: "Should the point in “\(number.text.excerpt)” be a comma (\(proper.excerpt()))? Check the number."),
        notes: twin.map {
          [.init($0.firstLineRange, LocalizedText(zh: "此處寫作「\($0.excerpt)」", en: "Here it is “\($0.excerpt)”"))]
        } ?? [])
    }
  }

  /// A number with 萬 or 億 and groups of three digits behind it.
  private struct Number {
    let text: PlanText
    /// The digits and units alone, for finding the same number elsewhere.
    let key: String
    /// Whether a blank stands behind the unit, and what follows may be a number of its own: 3億 1.234.
    let mayBeTwo: Bool
  }

  private static func numbers(in text: PlanText, separator: Unicode.Scalar) -> [Number] {
    let scalars = Array(text.string.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    func isDigit(_ index: Int) -> Bool { index >= 0 && index < scalars.count && Numeral.digit(scalars[index]) != nil }
    func isBlank(_ index: Int) -> Bool {
      index >= 0 && index < scalars.count && (scalars[index] == " " || scalars[index] == "\u{3000}")
    }
    var numbers: [Number] = []
    for unit in scalars.indices where scalars[unit] == "萬" || scalars[unit] == "億" {
      var first = unit
      while isBlank(first - 1) { first -= 1 }
      guard isDigit(first - 1) else { continue }
      while isDigit(first - 1)
        || (first > 1 && ",.，．".unicodeScalars.contains(scalars[first - 1]) && isDigit(first - 2))
      {
        first -= 1
      }
      var index = unit + 1
      while isBlank(index) { index += 1 }
      let hasBlank = index > unit + 1
      let head = index
      while isDigit(index) { index += 1 }
      // Behind 萬 at most four digits are left, of which one stands before the comma.
      guard (1...(scalars[unit] == "萬" ? 1 : 3)).contains(index - head) else { continue }
      var groups = 0
      while index < scalars.count, scalars[index].narrow == separator, isDigit(index + 1) {
        guard isDigit(index + 2), isDigit(index + 3), !isDigit(index + 4) else {
          groups = 0
          break
        }
        groups += 1
        index += 4
      }
      var next = index
      while isBlank(next) { next += 1 }
      // 3億1.234萬 is a decimal of its own.
      guard groups > 0, groups == 1 || scalars[unit] == "億",
        next >= scalars.count || !"萬億%％".unicodeScalars.contains(scalars[next])
      else { continue }
      let part = text.part(offsets[first]..<offsets[index])
      let key = part.string.unicodeScalars.map(\.narrow).filter {
        $0 == "萬" || $0 == "億" || Numeral.digit($0) != nil
      }
      numbers.append(
        Number(text: part, key: String(scalars: key), mayBeTwo: hasBlank && groups == 1))
    }
    return numbers
  }
}

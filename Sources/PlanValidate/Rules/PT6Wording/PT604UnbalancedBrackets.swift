import PlanModel
import PlanText

/// PT604: a bracket or quotation mark without its other half.
enum UnbalancedBrackets: Rule {
  static let description = RuleDescription(
    code: "PT604", name: "unbalanced-brackets", severity: .warning,
    summary: LocalizedText(zh: "括號或引號不成對", en: "A bracket or quotation mark is not paired"),
    explanation: LocalizedText(
      zh: """
        同一段文字中的「」『』（）《》【】應成對。只有一半時，常是漏字或剪貼時少了一段，請補上或刪去。全形與半形括號可以互相配對；「1)」之類的編號不算。
        """,
      en: """
        「」『』（）《》【】 should come in pairs within one paragraph. A single one often shows that words were lost in copying; add the other or delete it. \
        Parentheses of either width pair with each other, and list numbers such as 1) are accepted.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 設置↓「單一窗口，提供服務(含假日）。
        2. 檢討書表：
           - (一)提供範例（含填寫說明）↓）。
           - (二)公告↓(於網站。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 設置「單一窗口（含『全功能』櫃檯）」，提供服務(含假日）。
        2. 檢討書表：1)提供範例 2)公告於網站
           - 1)提供範例。
           - (二)公告於【專區】。
        """),
    evidence: LocalizedText(
      zh: "五份實際文件的引號與括號都成對，全形與半形混用者不少；本規則防範剪貼漏字。",
      en: "All pairs in five real documents are complete, many with mixed widths; the rule guards against lost words."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let (texts, paragraphs) = (plan.texts, plan.paragraphs)
    for text in plan.characterPlaces.texts(withAny: "「」『』()《》【】") {
      check(texts[text], paragraphs[text].map(\.paragraph.start), &findings)
    }
  }

  /// The halves of each kind, narrow.
  private static let pairs: [(opening: Unicode.Scalar, closing: Unicode.Scalar)] = [
    ("「", "」"), ("『", "』"), ("(", ")"), ("《", "》"), ("【", "】"),
  ]

  /// All halves of both widths.
  private static let brackets: ScalarSet = "「」『』()（）《》【】"

  /// Looks at a text whose paragraphs begin at some UTF-8 offsets.
  private static func check(_ text: PlanText, _ starts: [Int], _ findings: inout FindingList) {
    // Each kind is paired on its own, so that one lost half is one finding.
    var open: [[(offset: Int, scalar: Unicode.Scalar)]] = pairs.map { _ in [] }
    var unmatched: [(offset: Int, scalar: Unicode.Scalar)] = []
    var scalars: [Unicode.Scalar] = []
    var (index, paragraph) = (-1, 0)
    text.string.forEachScalar { scalar, offset in
      index += 1
      guard !scalar.isCommonHan, brackets.contains(scalar) else { return }
      while paragraph < starts.count, starts[paragraph] <= offset {
        unmatched += open.joined()
        for kind in open.indices { open[kind].removeAll() }
        paragraph += 1
      }
      let narrow = scalar.narrow
      if let kind = pairs.firstIndex(where: { $0.opening == narrow }) {
        open[kind].append((offset, scalar))
      } else if let kind = pairs.firstIndex(where: { $0.closing == narrow }), open[kind].popLast() == nil {
        if scalars.isEmpty { scalars = Array(text.string.unicodeScalars) }
        if !isListNumber(endingAt: index, in: scalars) { unmatched.append((offset, scalar)) }
      }
    }
    unmatched += open.joined()
    for (offset, scalar) in unmatched.sorted(by: { $0.offset < $1.offset }) {
      let narrow = scalar.narrow
      let isOpening = pairs.contains { $0.opening == narrow }
      let pair = pairs.first { $0.opening == narrow || $0.closing == narrow }
      let other = pair.map { isOpening ? $0.closing : $0.opening } ?? narrow
      let range = text.sourceRange(of: offset..<(offset + UTF8.width(scalar)))
      let around = excerpt(around: offset, in: text)
      findings.add(
        at: range,
        LocalizedText(
          zh: "「\(around)」中的 \(scalar) 沒有對應的\(isOpening ? "後" : "前")半 \(wide(other, like: scalar))，請補上或刪去。",
          en:
            "The \(scalar) in “\(around)” has no \(isOpening ? "closing" : "opening") \(wide(other, like: scalar)); add it, or delete this one."
        ))
    }
  }

  /// The other half in the same width.
  private static func wide(_ other: Unicode.Scalar, like scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar == "（" || scalar == "）" else { return other }
    return other == "(" ? "（" : "）"
  }

  /// 1) or a) at the beginning of a line or behind punctuation; also the smile of :) .
  private static func isListNumber(endingAt index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[index].narrow == ")", index > 0 else { return false }
    if ":;-".unicodeScalars.contains(scalars[index - 1]) { return true }
    var start = index
    while start > 0, index - start < 2, isNumberCharacter(scalars[start - 1]) { start -= 1 }
    guard start < index else { return false }
    return start == 0 || scalars[start - 1].isWhiteSpace
      || "、，。；：,;:.".unicodeScalars.contains(scalars[start - 1])
  }

  private static func isNumberCharacter(_ scalar: Unicode.Scalar) -> Bool {
    Numeral.digit(scalar) != nil || "一二三四五六七八九十".unicodeScalars.contains(scalar)
      || (scalar.isASCII && scalar.properties.isAlphabetic)
  }

  /// A few characters on either side, on one line.
  private static func excerpt(around offset: Int, in text: PlanText) -> String {
    let bytes = text.string.utf8
    let place = bytes.index(bytes.startIndex, offsetBy: offset)
    let before = text.string[..<place].suffix(6).split(whereSeparator: \.isNewline).last ?? ""
    let after = text.string[place...].prefix(8).split(whereSeparator: \.isNewline).first ?? ""
    return text.string[..<place].last.map(\.isNewline) ?? true ? after.trimmed : (before + after).trimmed
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { String(self).trimmingWhiteSpace() }
}

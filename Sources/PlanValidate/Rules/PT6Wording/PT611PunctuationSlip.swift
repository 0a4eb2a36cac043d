import PlanModel
import PlanText

/// PT611: marks that cannot stand where they do.
enum PunctuationSlip: Rule {
  static let description = RuleDescription(
    code: "PT611", name: "punctuation-slip", severity: .note,
    summary: LocalizedText(zh: "標點誤用或重複", en: "Punctuation is misused or repeated"),
    explanation: LocalizedText(
      zh: """
        兩個標點連在一起（「，，」「。，」）、一個冒號之後不到一句又一個冒號（「透明度：公開程度：主動提供」），或頓號後面接「並」引出另一句（「、並提供」應用逗號），多半是修改文字時留下的。頓號\
        只用在並列的詞語之間。一段之中多處以間隔號（·、‧）代替逗號的，也會提出。標點相同而重複的，以及「、並」，可用修正功能改正。
        """,
      en: """
        Two marks in a row (，， or 。，), a second colon before the sentence after the first is complete (透明度：公開程度：主動提供), or 、 before a clause that begins with 並, which needs ，: \
        usually left over from editing. 、 is used only between words of a list. A passage that has middle dots (· or ‧) for commas throughout is reported too. A repeated mark and 、並 can be fixed.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 加強宣導↓，，並於網站公布。
        2. 強化自我防護功能↓、並提供諮詢。
        3. 資訊透明度：查詢公開程度↓：主動提供案件承辦資訊。
        4. 首長到場頒獎↓·表揚績優的服務同仁·並強調服務品質的重要·期許全員持續精進。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 服務時間：週一至週五08:30～17:30；地點：一樓服務臺。
        2. 登錄於資訊網（網址：https://example.gov.tw/）：供民眾查詢。
        3. 併行、並列顯示。辦理情形如下：（一）諮詢：每月一次。
        4. 以親切·專業·效率·創新為口號。
        """),
    evidence: LocalizedText(
      zh: "107 年警察計畫有「服務流程資訊透明度：案件處理流程查詢公開程度：主動提供」與「強化自我防護功能、並提供」。",
      en: "107 police plans have 服務流程資訊透明度：案件處理流程查詢公開程度：主動提供 and 強化自我防護功能、並提供."))

  static let documents = DocumentKind.allCases

  private static let marks: ScalarSet = "，。；：、"
  private static let colons: ScalarSet = "：:"
  /// The longest words between two colons that are a heading and no clause.
  private static let longestHeading = 20
  /// What clauses behind 並 begin with. 並列 and 並行 are words.
  private static let clauseBeginnings: [[Unicode.Scalar]] = [
    "提供", "於", "應", "將", "以", "請", "由", "依", "加強", "辦理", "定期", "主動", "隨時", "配合", "落實", "建立", "通知", "公布", "進行", "持續",
    "確實",
    "適時", "函", "協助", "結合", "要求", "針對", "即時", "同步", "利用", "運用", "設置", "製作", "積極", "不定期", "每",
  ].map { Array($0.unicodeScalars) }

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let texts = plan.texts
    for text in textsInDoubt(plan.characterPlaces) { check(texts[text], &findings) }
    checkDots(plan, &findings)
  }

  /// The texts that have two marks in a row, two colons near each other, or 、並. Few have, and only these are read
  /// character by character.
  private static func textsInDoubt(_ places: CharacterPlaces) -> [Int] {
    var found: [Int] = []
    var colon = -longestHeading
    for place in places.all(ofAny: ",。;:、") {
      let (mark, next) = (places.scalars[place], places.scalars[place + 1])
      let isDouble = narrowMarks.contains(next) || mark == "、" && next == "並"
      if isDouble || mark == ":" && place - colon <= longestHeading + 1 { found.append(place) }
      if mark == ":" { colon = place }
    }
    return places.texts(at: found)
  }

  private static let narrowMarks: ScalarSet = ",。;:、"

  private static func check(_ text: PlanText, _ findings: inout FindingList) {
    let scalars = Array(text.string.unicodeScalars)
    var offset = 0
    // Where the last colon stands behind which nothing but words came, as an index.
    var colon: Int?
    for (index, scalar) in scalars.enumerated() {
      defer { offset += UTF8.width(scalar) }
      if colons.contains(scalar), let first = colon, (3...longestHeading + 1).contains(index - first),
        scalars.dropFirst(index + 1).first?.isCommonHan ?? false
      {
        let heading = scalars[(first + 1)..<index]
        let words = String(scalars: heading)
        findings.add(
          at: text.sourceRange(of: offset..<(offset + UTF8.width(scalar))),
          LocalizedText(
            zh: "「\(words)」前後都有冒號；請把其中一個改為其他標點，或分成兩項。",
            en: "“\(words)” has a colon on both sides; use another mark, or split it into two items."))
      }
      if colons.contains(scalar) {
        // A label (08:30) has no Chinese word before its colon.
        colon = index > 0 && scalars[index - 1].isCommonHan ? index : nil
      } else if !scalar.isCommonHan {
        colon = nil
      }
      guard marks.contains(scalar), index + 1 < scalars.count else { continue }
      let next = scalars[index + 1]
      if marks.contains(next), index == 0 || !marks.contains(scalars[index - 1]) {
        reportDouble(
          scalar, next, at: offset, in: text, isPair: !marks.contains(scalars.dropFirst(index + 2).first ?? " "),
          &findings)
      } else if scalar == "、", next == "並",
        clauseBeginnings.contains(where: { scalars.dropFirst(index + 2).starts(with: $0) })
      {
        reportClause(
          String(scalars: scalars[(index + 1)..<min(scalars.count, index + 4)]), at: offset, in: text,
          &findings)
      }
    }
  }

  private static func reportDouble(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, at offset: Int, in text: PlanText, isPair: Bool,
    _ findings: inout FindingList
  ) {
    let width = UTF8.width(first)
    let fix = Finding.Fix(
      LocalizedText(zh: "刪去一個「\(first)」", en: "Delete one “\(first)”"),
      replace: text.sourceRange(of: (offset + width)..<(offset + 2 * width)), with: "")
    findings.add(
      at: text.sourceRange(of: offset..<(offset + width + UTF8.width(second))),
      LocalizedText(
        zh: "「\(first)\(second)」兩個標點連在一起，請只留一個。", en: "“\(first)\(second)”: two marks in a row; keep one."),
      fixes: isPair && first == second ? [fix] : [])
  }

  private static func reportClause(
    _ words: String, at offset: Int, in text: PlanText, _ findings: inout FindingList
  ) {
    let mark = text.sourceRange(of: offset..<(offset + UTF8.width("、")))
    findings.add(
      at: mark,
      LocalizedText(
        zh: "「、\(words)」的頓號應為逗號；頓號只用在並列的詞語之間。",
        en: "“、\(words)” should have ，; 、 is used only between words of a list."),
      // Where a list goes on behind 並, its author may want the 、.
      fixes: [Finding.Fix(LocalizedText(zh: "改為「，」", en: "Write “，”"), replace: mark, with: "，", isSafe: false)])
  }
}

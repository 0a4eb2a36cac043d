import PlanText

/// PT004: a heading that other programs do not take for one, or a second title.
enum HeadingForm: ReadingRule {
  static let description = RuleDescription(
    code: "PT004", name: "heading-form", severity: .error,
    summary: LocalizedText(zh: "標題寫法不正確", en: "A heading is malformed"),
    explanation: LocalizedText(
      zh: """
        標題由半形的「#」、一個空格與文字組成。「##壹、…」少了空格，「＃＃ 壹、…」用了全形符號，其他程式都當成一般文字。一個檔案是一份計畫，所以「# 」只出現一次。
        """,
      en: """
        A heading is number signs, a space and words. “##壹、…” without the space and full-width “＃＃” are plain text to every other program. One file is one \
        plan, so “# ” stands only once.
        """),
    failing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107
      - 期程：107年1月1日至107年12月31日
      - 檢核表：police-107

      ↓##壹、計畫目標

      提升服務品質。

      ↓# 貳、執行對象

      本分局各單位。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      #1 櫃檯與 #專案 標籤都是文字，不是標題。
      """),
    evidence: LocalizedText(
      zh: "中文輸入法容易打出全形＃，也容易漏打空格。",
      en: "Chinese input methods easily produce a full-width ＃, and the space is easily forgotten."))

  /// Number signs as they should be, with the space behind them.
  static func withoutSpace(at range: SourceRange, in source: SourceText) -> ReadingWords {
    var end = range.lowerBound
    var level = 0
    let fullWidth = Array("＃".utf8)
    while end < range.upperBound {
      if source.bytes[end] == UInt8(ascii: "#") {
        end += 1
      } else if source.bytes[end...].starts(with: fullWidth) {
        end += fullWidth.count
      } else {
        break
      }
      level += 1
    }
    let hasSpace = end < range.upperBound && source.bytes[end] == UInt8(ascii: " ")
    let marks = String(repeating: "#", count: level)
    // #便民服務 may be a tag; two signs, or the first line of a file, are a heading.
    let isCertain = level > 1 || source.text(in: 0..<range.lowerBound).trimmingWhiteSpace().isEmpty
    return ReadingWords(
      summary: LocalizedText(
        zh: "標題「\(source.excerpt(of: range))」應以半形「\(marks)」加一個空格開頭。",
        en: "The heading “\(source.excerpt(of: range))” must begin with “\(marks)” and a space."),
      fixes: [
        .init(
          LocalizedText(zh: "改為「\(marks) 」", en: "Write “\(marks) ”"), replace: range.lowerBound..<end,
          with: hasSpace ? marks : marks + " ", isSafe: isCertain)
      ])
  }

  static let noDimension = ReadingWords(
    summary: LocalizedText(
      zh: "檢核表沒有構面；請加上「## 構面名稱（200分）」之類的標題。",
      en: "The checklist has no dimension; add a heading such as “## 構面名稱（200分）”."))

  static func secondTitle(first: SourceRange, at range: SourceRange, in source: SourceText) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "「\(source.excerpt(of: range))」是第二個「# 」標題，一個檔案只有一份計畫；章節請改用「## 」。",
        en: "“\(source.excerpt(of: range))” is a second “# ” title, and a file is one plan; use “## ” for a section."),
      notes: [.init(first, LocalizedText(zh: "計畫名稱在此", en: "The title of the plan is here"))])
  }
}

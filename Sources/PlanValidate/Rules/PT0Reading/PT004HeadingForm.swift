import PlanFormats
import PlanText

/// PT004: a heading that other programs do not take for one, or a second title.
enum HeadingForm: ReadingRule {
  static let description = RuleDescription(
    code: "PT004", name: "heading-form", severity: .error,
    summary: LocalizedText(zh: "標題寫法不正確", en: "A heading is malformed"),
    explanation: LocalizedText(
      zh: """
        標題由半形的「#」、一個空格與文字組成。「##壹、…」少了空格，「＃＃ 壹、…」用了全形符號，其他程式都當成一般文字。一個檔案是一份計畫，所以「# 」只出現一次。\
        章節編號為壹、貳、參時，以下一個編號開頭的一行若沒有「## 」，就成了上一章的內文，列為警告。
        """,
      en: """
        A heading is number signs, a space and words. “##壹、…” without the space and full-width “＃＃” are plain text to other programs. One file is one \
        plan, so “# ” appears only once. Where sections are numbered 壹、貳、參、 a line with the next number but without “## ” becomes text of the section before it, which is a warning.
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

      ## 參、實施期程

      全年。

      ↓肆、評核方式
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      #1 櫃檯與 #專案 標籤都是文字，不是標題。

      <!--
      貳、舊的章名
      -->
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

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    checkReading(of: plan, &findings)
    let source = plan.source
    for (index, section) in plan.sections.enumerated() {
      // 壹、貳、參、 number sections and nothing else.
      guard let label = section.label, label.style == .formal else { continue }
      let next = index + 1 < plan.sections.count ? plan.sections[index + 1] : nil
      guard next?.label?.value != label.value + 1 else { continue }
      let first = source.line(at: section.heading.range.lowerBound) + 1
      let end = next.map { source.line(at: $0.heading.range.lowerBound) } ?? source.lineCount + 1
      let words = Array(label.with(value: label.value + 1).utf8)
      for line in first..<max(first, end) {
        let range = source.rangeOfLine(line)
        guard source.bytes[range].starts(with: words), !isHidden(range, in: plan.document) else { continue }
        reportLost(source.text(in: range).trimmingWhiteSpace(), at: range, &findings)
        break
      }
    }
  }

  /// Whether a line is code or a part of a comment.
  private static func isHidden(_ line: SourceRange, in document: PlanDocument) -> Bool {
    guard let blocks = document.blocks else { return false }
    return (blocks.comments + blocks.code.map(\.range)).contains { $0.overlaps(line) }
  }

  /// A line that is numbered as the next section, where there is none.
  private static func reportLost(_ line: String, at range: SourceRange, _ findings: inout FindingList) {
    findings.add(
      at: range.lowerBound..<(range.lowerBound + line.utf8.count),
      LocalizedText(
        zh: "「\(line.excerpt())」是下一章的編號，前面卻沒有「## 」，成了上一章的內文；請在前面加上「## 」。",
        en:
          "“\(line.excerpt())” has the number of the next section, but no “## ” before it, so it is read as text of the section above; put “## ” before it."
      ),
      severity: .warning,
      fixes: [
        .init(
          LocalizedText(zh: "在前面加上「## 」", en: "Put “## ” before it"), replace: range.lowerBound..<range.lowerBound,
          with: "## ", isSafe: false)
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
        en: "“\(source.excerpt(of: range))” is a second “# ” title, but a file is one plan; use “## ” for a section."),
      notes: [.init(first, LocalizedText(zh: "計畫名稱在此", en: "The title of the plan is here"))])
  }
}

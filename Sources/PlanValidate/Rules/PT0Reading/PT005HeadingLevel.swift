import PlanText

/// PT005: a heading at a level that does not follow from the one above it.
enum HeadingLevel: ReadingRule {
  static let description = RuleDescription(
    code: "PT005", name: "heading-level", severity: .warning,
    summary: LocalizedText(zh: "標題跳級或過深", en: "A heading skips a level or is too deep"),
    explanation: LocalizedText(
      zh: """
        附表的標題依檢核表分層：「###」構面、「####」項目、「#####」重點。跳過一層時仍依實際的上下關係讀取，但請改正；比重點更深的標題沒有對應的層級，是錯誤。\
        開放創新沒有項目，構面之下直接是「####」重點。
        """,
      en: """
        Headings in a table nest as the checklist does: “###” dimension, “####” item, “#####” focus. A skipped level is still read by the headings above it, but \
        should be fixed; a heading deeper than a focus has no meaning and is an error. 開放創新 has no items: its “####” headings are focuses.
        """),
    failing: RuleExample(
      """
      ### 基礎服務（200分）

      ↓##### 服務及時性

      1. 每月檢討逾期案件。
      """),
    passing: RuleExample(
      measures: """
        1. 每月檢討逾期案件。

        ### 開放創新（100分）

        #### 開放參與

        1. 邀集民眾共同參與服務設計。
        """),
    evidence: LocalizedText(
      zh: "107 年檢核表多為三層、開放創新為兩層，填寫時容易多打或少打一個「#」。",
      en:
        "The 107 checklist has three levels in most dimensions and two in 開放創新, so it is easy to write one number sign too many or too few."
    ))

  static func skipped(_ level: Int, _ expected: Int) -> ReadingWords {
    let (written, right) = (marks(level), marks(expected))
    return ReadingWords(
      summary: LocalizedText(
        zh: "標題為「\(written)」，但上一層之下應為「\(right)」；請改為「\(right)」或補上中間的標題。",
        en:
          "This is a “\(written)” heading, but “\(right)” should come next; use “\(right)” or add the missing heading."
      ))
  }

  static func tooDeep(_ level: Int, _ deepest: Int) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "標題「\(marks(level))」過深，此表最深為「\(marks(deepest))」；請改為較上層的標題或寫成清單。",
        en:
          "“\(marks(level))” is too deep, the deepest heading here is “\(marks(deepest))”; use a higher one or make it a list item."
      ),
      severity: .error)
  }

  private static func marks(_ level: Int) -> String { String(repeating: "#", count: level) }
}

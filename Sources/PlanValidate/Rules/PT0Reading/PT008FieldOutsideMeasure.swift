import PlanText

/// PT008: a field behind measures, but in none of them.
enum FieldOutsideMeasure: ReadingRule {
  static let description = RuleDescription(
    code: "PT008", name: "field-outside-measure", severity: .error,
    summary: LocalizedText(zh: "欄位不在任何作法之下", en: "A field belongs to no measure"),
    explanation: LocalizedText(
      zh: """
        欄位寫在作法之下（縮排到作法文字的位置），或寫在標題之下、第一項作法之前，由其下各項作法共用。寫在作法之後卻沒有縮排的欄位，不知道屬於哪一項。
        """,
      en: """
        A field is written in a measure, indented to where the measure's text begins, or under a heading before the first measure, for all of them. A field that follows a measure \
        without being indented could belong to any of them.
        """),
    failing: RuleExample(
      measures: """
        1. 每月檢討逾期案件。

        ↓- 完成期限：107年4月
        """),
    passing: RuleExample(
      measures: """
        - 承辦單位：秘書室

        1. 每月檢討逾期案件。

           - 完成期限：107年4月
        """),
    evidence: LocalizedText(
      zh: "「10.」以後的作法文字多縮一格，照前面的縮排寫就會落在作法之外。",
      en:
        "From “10.” on, the text of a measure begins one column later, so fields indented as before no longer belong to it."
    ))

  static func words(_ name: String) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "「\(name)」不在任何作法之下；請縮排到所屬作法文字的位置，若是共用的欄位則移到第一項作法之前。",
        en:
          "“\(name)” belongs to no measure; indent it to the text of its measure, or move it above the first measure if it applies to all."
      ))
  }
}

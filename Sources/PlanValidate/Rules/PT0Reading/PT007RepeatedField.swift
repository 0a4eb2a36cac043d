import PlanText

/// PT007: the same field twice in one place.
enum RepeatedField: ReadingRule {
  static let description = RuleDescription(
    code: "PT007", name: "repeated-field", severity: .error,
    summary: LocalizedText(zh: "同一處欄位重複", en: "A field appears twice in one place"),
    explanation: LocalizedText(
      zh: """
        一項作法、一個標題或計畫名稱之下，每個欄位只能寫一次；有兩個值時無從得知以何者為準，讀取時取第一個。辦理情形例外，每次填報各寫一則。\
        標題之下的欄位與作法自己的欄位不算重複，以作法的為準。
        """,
      en: """
        Under one measure, one heading or the title, a field can appear only once; with two values it is not clear which is valid, and the first is used. 辦理情形 may appear once \
        for each report. A field of a measure does not count as a repeat of the heading's field: the measure's own is used.
        """),
    failing: RuleExample(
      measures: """
        1. 每月檢討逾期案件。
           - 完成期限：107年4月
           ↓- 執行期間：107年6月
           - 承辦單位：秘書室
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 每月檢討逾期案件。
           - 完成期限：107年4月
           - 承辦單位：秘書室
           - 辦理情形：107年3月31日 已檢討
           - 辦理情形：107年4月30日 已完成
        """),
    evidence: LocalizedText(
      zh: "多個單位的回覆貼在一起時，同一項作法常留下兩個期限。",
      en: "Where the answers of several units are pasted together, a measure is left with two deadlines."))

  static func words(_ name: String, first: SourceRange, in source: SourceText) -> ReadingWords {
    let before = source.excerpt(of: first)
    return ReadingWords(
      summary: LocalizedText(
        zh: "「\(name)」在此重複，前面已有「\(before)」；請只保留一個。",
        en: "“\(name)” appears a second time here, after “\(before)”; keep only one."),
      notes: [.init(source.firstLine(of: first), LocalizedText(zh: "首次出現於此", en: "First used here"))])
  }
}

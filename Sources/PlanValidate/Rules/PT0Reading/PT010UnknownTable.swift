import PlanModel
import PlanText

/// PT010: a table whose heading, content and 表別 name different kinds.
enum UnknownTable: ReadingRule {
  static let description = RuleDescription(
    code: "PT010", name: "unknown-table", severity: .error,
    summary: LocalizedText(zh: "附表的種類說法不一", en: "The kind of a table is unclear"),
    explanation: LocalizedText(
      zh: """
        附表由標題的用字判斷種類：具體作法表、措施調查表、編組名冊、檢核表、單位表、工作日誌。標題與內容說的不是同一種時，請修改標題，\
        或在標題之下第一行加「- 表別：…」指明；「表別」寫錯時也會指出。其他種類的表（績效指標、評分表、行事曆等）照文字保留，不影響別處，並列為沒有檢查。
        """,
      en: """
        A table is recognised by the words of its heading: 具體作法表, 措施調查表, 編組名冊, 檢核表, 單位表, 工作日誌. If heading and content point to different kinds, change the heading or name the kind in the first line under it: “- 表別：…”; \
        a misspelt 表別 is reported too. Tables of other kinds (indicators, scores, calendars) are kept as text, affect nothing else, and are listed as not checked.
        """),
    failing: RuleExample(
      """
      ## 附表1、提升服務品質一覽

      - 表別：↓措施調察表

      | 績效指標 | 目標值 |
      | --- | --- |
      | 滿意度 | 90% |
      """),
    passing: RuleExample(
      """
      ## 附表1、提升服務品質一覽

      - 表別：具體作法表

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      1. 每月檢討逾期案件。

      ## 參、具體作法表之運用

      各單位依本表辦理。

      ## 附表2、績效指標與目標值

      | 績效指標 | 目標值 |
      | --- | --- |
      | 滿意度 | 90% |
      """),
    evidence: LocalizedText(
      zh: "107 年兩份警察計畫的附表名稱不一（具體作法表、編組名冊、編組表）。",
      en: "The two 107 police plans name their tables differently (具體作法表, 編組名冊, 編組表)."))

  static func unknownKind(_ value: String, _ known: [String]) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "沒有「\(value.excerpt())」這種表別。可用的表別：\(known.joined(separator: "、"))。",
        en: "“\(value.excerpt())” is not a kind of table. Kinds: \(known.joined(separator: ", "))."))
  }

  static func differs(_ heading: SectionKind, _ content: SectionKind) -> ReadingWords {
    let (said, held) = (heading.title, content.title)
    return ReadingWords(
      summary: LocalizedText(
        zh: "標題說是「\(said)」，內容卻是「\(held)」；請修改標題，或在其下加「- 表別：\(said)」或「- 表別：\(held)」。",
        en:
          "The heading says \(said), but the content is a \(held); change the heading or add “- 表別：\(said)” or “- 表別：\(held)” under it."
      ))
  }
}

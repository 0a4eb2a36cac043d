import PlanModel
import PlanText

/// PT010: an attachment whose kind cannot be told.
enum UnknownTable: ReadingRule {
  static let description = RuleDescription(
    code: "PT010", name: "unknown-table", severity: .error,
    summary: LocalizedText(zh: "無法判斷是哪一種附表", en: "The kind of a table cannot be told"),
    explanation: LocalizedText(
      zh: """
        附表由標題的用字判斷種類：具體作法表、措施調查表、編組名冊、檢核表、單位表、工作日誌。標題與內容說的不是同一種，或兩者都看不出來時，請修改標題，\
        或在標題之下第一行加「- 表別：…」指明。
        """,
      en: """
        A table is recognised by the words of its heading: 具體作法表, 措施調查表, 編組名冊, 檢核表, 單位表, 工作日誌. Where heading and content name two kinds, or neither names one, \
        change the heading or say which it is in the first line under it: “- 表別：…”.
        """),
    failing: RuleExample(
      """
      ## ↓附表1、提升服務品質一覽

      各單位依本表辦理。
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
      """),
    evidence: LocalizedText(
      zh: "107 年兩份警察計畫的附表名稱不一（具體作法表、編組名冊、編組表）。",
      en: "The two 107 police plans name their tables differently (具體作法表, 編組名冊, 編組表)."))

  static func unknown(at range: SourceRange, in source: SourceText, _ known: [String]) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "看不出「\(source.excerpt(of: range))」是哪一種附表；請在標題寫明，或在其下加「- 表別：…」（\(known.joined(separator: "、"))）。",
        en: """
          “\(source.excerpt(of: range))” does not say what kind of table it is; name it in the heading or add “- 表別：…” under it \
          (\(known.joined(separator: ", "))).
          """))
  }

  static func unknownKind(_ value: String, _ known: [String]) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "沒有「\(value.excerpt())」這種表別。可用的表別：\(known.joined(separator: "、"))。",
        en: "“\(value.excerpt())” is no kind of table. Kinds: \(known.joined(separator: ", "))."))
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

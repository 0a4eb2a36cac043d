import PlanFormats
import PlanModel
import PlanText

/// PT017: what pandoc, HackMD and their like write for themselves.
enum ForeignMarks: ReadingRule {
  static let description = RuleDescription(
    code: "PT017", name: "foreign-marks", severity: .note,
    summary: LocalizedText(zh: "有其他程式的記號", en: "Marks of another program"),
    explanation: LocalizedText(
      zh: """
        由 Word 轉成 Markdown，或在線上共筆編寫時，檔案裡會有給那些程式看的記號：標題後面的「{#名稱}」、文字外面的「[文字]{.underline}」、目錄的位置「[TOC]」。\
        plantool 照其中的文字讀取，印出時不印記號，也不產生目錄；不需要時可以自動刪去，文字都會保留。檔案開頭「---」之間的設定（名稱、標籤等）原樣保留，不算計畫的內容。
        """,
      en: """
        A file that was converted from Word with pandoc, or written on HackMD, has marks meant for those programs: “{#name}” after a heading, “[words]{.underline}” around words, \
        “[TOC]” for the table of contents. plantool reads the words, does not print the marks and makes no table of contents; the marks can be removed automatically, and every word stays. \
        Settings between “---” at the beginning of a file (title: and so on) are kept as they are and are not part of the plan.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫依據↓ {#sec:basis .unnumbered}

      依據↓[行政院函]{.underline}辦理。

      ↓[TOC]
      """),
    passing: RuleExample(
      """
      ## 壹、計畫依據

      依據行政院函[註1]辦理，代號 {#A}；`[行政院函]{.underline}` 是記號。
      """),
    evidence: LocalizedText(
      zh: "由 Word 檔轉成的 Markdown，標題的書籤與底線都會成為這類記號。",
      en: "When pandoc converts Word to Markdown, bookmarks of headings and underlines become such marks."))

  static func words(_ marks: [ForeignMark], in source: SourceText) -> ReadingWords {
    guard let first = marks.first else { return ReadingWords(summary: description.summary) }
    let quote = source.excerpt(of: first.range)
    let (zh, en) = meaning(first.kind)
    let count = marks.count
    return ReadingWords(
      summary: LocalizedText(
        zh: "「\(quote)」\(count > 1 ? "等 \(count) 處" : "")是\(zh)；不需要時請刪去。",
        en: "“\(quote)”\(count > 1 ? ", as in \(count) places," : "") is \(en); leave it out if nothing else needs it."),
      notes: marks.dropFirst().prefix(shown).map {
        Finding.Note(source.firstLine(of: $0.range), LocalizedText(zh: "這裡也有", en: "Also here"))
      },
      fixes: [
        Finding.Fix(
          LocalizedText(zh: "刪去記號，保留文字", en: "Remove the marks and keep the words"),
          edits: marks.flatMap(\.edges).map { Finding.Edit(range: $0, text: "") }, isSafe: true, scope: .foreignMarks)
      ])
  }

  /// More places than these say nothing more.
  private static let shown = 3

  private static func meaning(_ kind: ForeignMark.Kind) -> (zh: String, en: String) {
    switch kind {
    case .contents:
      (
        "其他程式產生目錄的位置，plantool 不產生目錄，印出時略去",
        "where other programs put a table of contents; plantool makes none and prints nothing"
      )
    case .attributes:
      (
        "其他程式給標題的名稱，不算標題的文字，印出時略去",
        "a name that other programs give to the heading; it is none of its words and is not printed"
      )
    case .span: ("其他程式標示文字的記號，plantool 只取其中的文字", "how other programs mark words; plantool takes only the words in it")
    }
  }
}

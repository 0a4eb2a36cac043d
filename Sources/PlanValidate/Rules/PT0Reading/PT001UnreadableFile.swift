import PlanText

/// PT001: the bytes of the file are no text.
enum UnreadableFile: ReadingRule {
  static let description = RuleDescription(
    code: "PT001", name: "unreadable-file", severity: .error,
    summary: LocalizedText(zh: "檔案無法讀取", en: "The file cannot be read"),
    explanation: LocalizedText(
      zh: """
        計畫檔須為 UTF-8 編碼的純文字。空白檔、含 NUL 位元組的檔案（多半是 Word 或 PDF 原檔）、以 Big5 等其他編碼存檔的檔案及超過大小上限的檔案都不讀取，\
        其他規則也不再檢查這個檔案。檔首的 BOM 與 CRLF 換行都可以接受。
        """,
      en: """
        A plan is plain text in UTF-8. An empty file, a file with NUL bytes (usually a Word or PDF file), a file in another encoding such as Big5 and a file \
        above the size limit are not read, and no other rule checks them. A byte order mark and CRLF line breaks are accepted.
        """),
    failing: RuleExample("↓"),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      提升服務品質。
      """),
    evidence: LocalizedText(
      zh: "各機關的計畫以 Word 與 PDF 流通，改存純文字時編碼最易出錯。",
      en: "Agencies exchange plans as Word and PDF files; encodings often go wrong when these are saved as text."))

  static let empty = ReadingWords(
    summary: LocalizedText(
      zh: "檔案是空的，請寫入計畫內容，第一行為「# 計畫名稱」。", en: "The file is empty; write the plan into it, starting with “# title”."))

  static let notUTF8 = ReadingWords(
    summary: LocalizedText(
      zh: "檔案不是 UTF-8 編碼（此處的位元組不合法），請在編輯器另存為 UTF-8。",
      en: "The file is not UTF-8 (the byte here is not valid); save it as UTF-8 in your editor."))

  static let nulByte = ReadingWords(
    summary: LocalizedText(
      zh: "檔案含有 NUL 位元組，應不是純文字檔；請將文件內容另存為 UTF-8 純文字。",
      en: "The file has a NUL byte and is probably not a text file; save the document as plain text in UTF-8."))

  static func tooLarge(size: Int, limit: Int) -> ReadingWords {
    let mebibyte = 1 << 20
    let shown = (size + mebibyte - 1) / mebibyte
    return ReadingWords(
      summary: LocalizedText(
        zh: "檔案有 \(shown) MiB，超過上限 \(limit / mebibyte) MiB，請分成數個計畫檔。",
        en: "The file has \(shown) MiB, more than the limit of \(limit / mebibyte) MiB; split it into several plans."))
  }
}

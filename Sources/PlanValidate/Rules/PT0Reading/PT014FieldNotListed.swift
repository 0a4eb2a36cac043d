import PlanFormats
import PlanModel
import PlanText

/// PT014: a line that is meant as a field and is not written as one.
enum FieldNotListed: ReadingRule {
  static let description = RuleDescription(
    code: "PT014", name: "field-not-listed", severity: .error,
    summary: LocalizedText(zh: "欄位沒有寫成清單項目", en: "A field is not written as a list item"),
    explanation: LocalizedText(
      zh: """
        欄位是清單的項目：「- 」加名稱、冒號與內容。少了「- 」、「-」後面沒有半形空格，或以「－」「•」開頭的一行，只是上一行的延續：期限成了作法的文字，而作法卻沿用標題的期限，\
        讀的人看不出來。前面有編號或方框的（「1. 完成期限：」），或接在另一個欄位後面、寫在同一行的，也不是欄位。寫在作法的子項之下的，只是作法的文字，每項作法提醒一次。冒號若是別的相似符號（「︰」「∶」），則照欄位讀入，並提醒改正。目標、依據等敘述章節沒有欄位，不在此列。
        """,
      en: """
        A field is a list item: “- ”, its name, a colon and its value. A line without “- ”, without the space after it, or with “－” or “•” in front, only continues the line \
        above: the deadline becomes part of the measure's text, the measure takes the deadline of its heading instead, and nobody notices. A number or a box in front (“1. 完成期限：”) also prevents it from being a field, as does the line of \
        another field. Under a sub-item of a measure it is only text of the measure; a warning says so once for each measure. A field with a look-alike character for its colon \
        (“︰”, “∶”) is read, with a warning. Sections of running text have no fields, so lines in them are not reported.
        """),
    failing: RuleExample(
      measures: """
        ↓承辦單位：秘書室

        1. 每月檢討逾期案件。
           ↓完成期限：107年4月
        2. 每季公布檢討結果。
           ↓－　執行期間：107年5月
           - 承辦單位↓︰交通組
        """),
    passing: RuleExample(
      """
      ## 貳、計畫目標

      承辦單位：由各單位依權責分工。

      ## 附表1、具體作法表

      說明：各項作法依檢核表之順序填列。

      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      - 承辦單位：秘書室

      1. 每月檢討逾期案件，逾期之
         完成期限另由秘書室通知：各單位依通知辦理。
         電話：依公告。

         ```
         完成期限：這是程式碼
         ```
         - 完成期限：107年4月
      """),
    evidence: LocalizedText(
      zh: "由 Word 貼上的清單，項目符號常變成「•」「－」，或整個消失。",
      en: "In lists pasted from Word the bullets become “•” or “－”, or are lost."))

  static func words(_ line: UnlistedField) -> ReadingWords {
    let written = line.name.excerpt()
    let reason = reason(line)
    let hint =
      line.suggestion.map { (zh: "是否為「\($0)」？", en: "perhaps “\($0)” is meant; ") } ?? (zh: "", en: "")
    let meant = line.suggestion ?? written
    let colon =
      line.strangeColon.map {
        (zh: "，「\($0)」（\($0.codePoint)）也請改為「：」", en: ", with “：” for “\($0)” (\($0.codePoint))")
      } ?? (zh: "", en: "")
    return ReadingWords(
      summary: LocalizedText(
        zh:
          "「\(written)」\(reason.zh)，因此不是欄位，只是上下文字的一部分；\(hint.zh)請\(line.host == nil ? "" : "另起一行")寫成「- \(meant)：…」\(colon.zh)。",
        en:
          "“\(written)” \(reason.en), so it is not a field but part of the surrounding text; \(hint.en)write it as “- \(meant)：…”\(line.host == nil ? "" : " on a line of its own")\(colon.en)."
      ), fixes: line.mend.map { [fix($0, written)] } ?? [])
  }

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    checkReading(of: plan, &findings)
    for entry in plan.deadlines { report(entry.value.text, of: entry.field, &findings) }
    for entry in plan.unitLists { report(entry.value.text, of: entry.field, &findings) }
  }

  /// Two fields on one line: the second would be a part of the first one's value, a unit that is called
  /// 完成期限：107年4月.
  private static func report(
    _ value: PlanText, of field: FieldName, _ findings: inout FindingList
  ) {
    // The same field again is a value that is not understood.
    let words = value.string
    guard let name = FieldName.further(in: words), !field.names.contains(String(name)) else { return }
    let start = words.utf8.distance(from: words.startIndex, to: name.startIndex)
    findings.add(
      at: value.part(start..<(start + name.utf8.count)).range,
      LocalizedText(
        zh: "「\(field.name)」的內容裡有「\(name)：」，因此「\(name)」不是欄位；請另起一行寫成「- \(name)：…」，表格則寫在另一欄。",
        en:
          "“\(name)：” is inside the value of “\(field.name)”, so it is not a field; write it as “- \(name)：…” on a separate line, or in a separate cell."
      ))
  }

  /// A field that stands where none is read.
  static func lost(_ name: String, _ place: LostField) -> ReadingWords {
    let name = name.excerpt()
    let reason: (zh: String, en: String)
    switch place {
    case .inQuotation: reason = ("在引文「>」之中", "is in a quotation (“>”)")
    case .underNumber:
      reason = ("在一個沒有「- 」的編號之下，屬於那一段文字", "is under a number without “- ” in front, as part of that text")
    case .underPart: return ofPart(name)
    }
    return ReadingWords(
      summary: LocalizedText(
        zh: "「\(name)」\(reason.zh)，因此不是欄位；請另起一行，在作法或標題之下寫成「- \(name)：…」。",
        en:
          "“\(name)” \(reason.en), so it is not a field; write it as “- \(name)：…” on a separate line under the measure or the heading."
      ))
  }

  /// A field of a part of a measure, of which the first in each measure is told.
  private static func ofPart(_ name: String) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "「\(name)」寫在這項作法的一個子項之下，只是文字，不會檢查，也不會列在表裡；請把各子項各寫成一項作法，或把「- \(name)：…」移到整項作法之下。",
        en:
          "“\(name)” is under a sub-item of this measure, so it is only text: it is neither checked nor printed in its column; make each sub-item a separate measure, or move “- \(name)：…” under the measure itself."
      ), severity: .warning)
  }

  /// A line that people take for the next measure.
  static func measure(_ mark: Unicode.Scalar, at range: SourceRange, in source: SourceText) -> ReadingWords {
    let quote = source.excerpt(of: range)
    return ReadingWords(
      summary: LocalizedText(
        zh: "「\(quote)」前面是「\(mark)」（\(mark.codePoint)），不是「- 」，因此不是一項作法，只是上一項的文字；請改為「- 」，或縮排在上一項之下。",
        en:
          "“\(quote)” begins with “\(mark)” (\(mark.codePoint)) instead of “- ”, so it is not a measure but text of the one above; write “- ”, or indent it under the one above."
      ))
  }

  /// Why the line is no item.
  private static func reason(_ line: UnlistedField) -> (zh: String, en: String) {
    if let host = line.host?.excerpt() {
      return ("與「\(host)」寫在同一行", "is on the line of “\(host)”")
    }
    let mark = line.mark
    if line.isItem {
      return ("前面是「\(mark.excerpt())」，不是「- 」", "has “\(mark.excerpt())” in front and not “- ”")
    }
    guard let scalar = mark.unicodeScalars.first else {
      return ("前面沒有「- 」", "has no “- ” in front")
    }
    if ["-", "*", "+"].contains(mark) {
      return ("前面的「\(mark)」之後不是半形空格", "has no space (U+0020) after the “\(mark)” in front")
    }
    return (
      "前面是「\(scalar)」（\(scalar.codePoint)），不是「- 」", "has “\(scalar)” (\(scalar.codePoint)) in front and not “- ”"
    )
  }

  private static func fix(_ mend: Mend, _ written: String) -> Finding.Fix {
    Finding.Fix(
      LocalizedText(zh: "寫成「- \(written)：」", en: "Write it as “- \(written)：”"),
      edits: mend.edits.map { Finding.Edit(range: $0.range, text: $0.text) }, isSafe: mend.isCertain, scope: .layout)
  }

  static func strangeColon(_ name: String, _ colon: Unicode.Scalar, at range: SourceRange) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "欄位「\(name.excerpt())」的冒號寫成了「\(colon)」（\(colon.codePoint)），請改為「：」。",
        en: "The colon of the field “\(name.excerpt())” is “\(colon)” (\(colon.codePoint)); write “：”."),
      severity: .warning,
      fixes: [
        Finding.Fix(
          LocalizedText(zh: "改為「：」", en: "Write “：”"), edits: [Finding.Edit(range: range, text: "：")], isSafe: true,
          scope: .layout)
      ])
  }
}

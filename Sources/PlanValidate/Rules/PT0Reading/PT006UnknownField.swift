import PlanModel
import PlanText

/// PT006: `欄位：值` whose name is none of the fields that may stand there.
enum UnknownField: ReadingRule {
  static let description = RuleDescription(
    code: "PT006", name: "unknown-field", severity: .error,
    summary: LocalizedText(zh: "無法辨識的欄位", en: "A field is unknown"),
    explanation: LocalizedText(
      zh: """
        計畫名稱之下的清單只能有機關、年度、期程與檢核表。作法之下，欄位名稱漏了一字、多了一字、前後顛倒，或有一字寫成同音、形近的字，視為打錯的欄位，\
        以免期限或單位被當成作法的內文。「協辦單位」「預期績效」「執行期程」自成一詞，不是打錯的欄位，與其他項目一樣是內文，也不會改成別的欄位；其中名稱說的是時間、\
        內容是日期的，列為提示，請確認是否為期限。名稱之後少了冒號的，後面是能判讀的日期時才自動補上；後面可能是一句話的，由人決定。
        """,
      en: """
        The list under the title can only have 機關, 年度, 期程 and 檢核表. Under a measure, a field name with a character missing, doubled, swapped or \
        replaced by one that sounds or looks like it is taken for a misspelt field, so that no deadline or unit is lost in the text. 協辦單位, 預期績效 and 執行期程 are words of \
        their own: they are text like any other item, and no fix turns them into another field. If such a word is about time and a date follows it, a note asks whether it is the deadline. \
        A missing colon after a name is added automatically only if a date that can be understood follows; what may be the rest of a sentence is left to you.
        """),
    failing: RuleExample(
      measures: """
        1. 每月檢討逾期案件。
           - ↓完成期現：107年4月
           - ↓承辦單位 秘書室
        2. 每季抽查逾期案件。
           - ↓完成期間：107年4月
        3. 每年公布結果。
           - ↓完成期限 107年5月
        """),
    passing: RuleExample(
      measures: """
        1. 每月檢討逾期案件：
           - 對象：各派出所
           - 執行期間：107年4月
           - 承辦單位: 秘書室
           - 協辦單位：各派出所
           - 承辦單位 應彙整各所意見
           - 預期績效：逾期案件減少
        """),
    evidence: LocalizedText(
      zh: "各年度表格的欄名不同（完成期限、執行期間），手打時容易混成「完成期間」；各機關也有「協辦單位」「績效」等自訂的欄位。",
      en: """
        The forms of different years name the column differently (完成期限, 執行期間), and people mix the two (完成期間); agencies also have their own fields, such as 協辦單位 and 績效.
        """))

  static func unknown(_ name: String, _ suggestion: String?, _ known: [String], at range: SourceRange) -> ReadingWords {
    let names = (zh: known.joined(separator: "、"), en: known.joined(separator: ", "))
    guard let suggestion else {
      return ReadingWords(
        summary: LocalizedText(
          zh: "此處沒有「\(name.excerpt())」欄位。可用的欄位：\(names.zh)。",
          en: "There is no field “\(name.excerpt())” here. Fields: \(names.en)."))
    }
    return ReadingWords(
      summary: LocalizedText(
        zh: "沒有「\(name.excerpt())」欄位，是否為「\(suggestion)」？可用的欄位：\(names.zh)。",
        en: "There is no field “\(name.excerpt())”; did you mean “\(suggestion)”? Fields: \(names.en)."),
      fixes: [
        .init(
          LocalizedText(zh: "改為「\(suggestion)」", en: "Write “\(suggestion)”"), replace: range, with: suggestion,
          isSafe: false)
      ])
  }

  /// 文件種類 says something else than the names of the kinds.
  static func unknownKind(_ word: String, _ suggestion: String?, _ known: [String], at range: SourceRange)
    -> ReadingWords
  {
    let names = (zh: known.joined(separator: "、"), en: known.joined(separator: ", "))
    guard let suggestion else {
      return ReadingWords(
        summary: LocalizedText(
          zh: "無法辨識文件種類「\(word.excerpt())」；可用的有：\(names.zh)。",
          en: "There is no kind of document “\(word.excerpt())”. Kinds: \(names.en)."))
    }
    return ReadingWords(
      summary: LocalizedText(
        zh: "無法辨識文件種類「\(word.excerpt())」，是否為「\(suggestion)」？可用的有：\(names.zh)。",
        en: "There is no kind of document “\(word.excerpt())”; did you mean “\(suggestion)”? Kinds: \(names.en)."),
      fixes: [
        .init(
          LocalizedText(zh: "改為「\(suggestion)」", en: "Write “\(suggestion)”"), replace: range, with: suggestion,
          isSafe: false)
      ])
  }

  static func ownWordForDeadline(_ name: String) -> ReadingWords {
    let field = FieldName.deadline.name
    return ReadingWords(
      summary: LocalizedText(
        zh: "「\(name.excerpt())」不是這裡的欄位，這一行是作法的內文；如果說的是期限，請把名稱改為「\(field)」。",
        en:
          "“\(name.excerpt())” is not a field here, so the line is text of the measure; if it is the deadline, write “\(field)”."
      ),
      severity: .note)
  }

  static func missing(_ name: String) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "缺少「\(name)」欄位，請在標題之下加「- \(name)：…」。",
        en: "The field “\(name)” is missing; add “- \(name)：…” under the title."))
  }

  static func notNumber(_ name: String, _ value: String) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "欄位「\(name)」應為數字，「\(value.excerpt())」不是。",
        en: "The field “\(name)” must be a number; “\(value.excerpt())” is not."))
  }

  static func withoutColon(_ name: String, isCertain: Bool, at range: SourceRange, in source: SourceText)
    -> ReadingWords
  {
    let ideographicSpace = Array("\u{3000}".utf8)
    var end = range.upperBound
    while end < source.bytes.count {
      if source.bytes[end] == UInt8(ascii: " ") || source.bytes[end] == UInt8(ascii: "\t") {
        end += 1
      } else if source.bytes[end...].starts(with: ideographicSpace) {
        end += ideographicSpace.count
      } else {
        break
      }
    }
    return ReadingWords(
      summary: LocalizedText(
        zh: "欄位「\(name)」後面缺少冒號，請寫成「\(name)：…」。",
        en: "The colon after the field “\(name)” is missing; write “\(name)：…”."),
      // 期限 and 單位 also begin sentences; longer names hardly do.
      fixes: [
        Finding.Fix(
          LocalizedText(zh: "加上「：」", en: "Insert “：”"),
          edits: [Finding.Edit(range: range.upperBound..<end, text: "：")],
          isSafe: isCertain && name.unicodeScalars.count > 3, scope: .layout)
      ])
  }
}

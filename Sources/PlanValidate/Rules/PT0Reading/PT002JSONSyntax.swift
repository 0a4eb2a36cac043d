import PlanText

/// PT002: the file is no JSON as RFC 8259 defines it.
enum JSONSyntax: ReadingRule {
  static let description = RuleDescription(
    code: "PT002", name: "json-syntax", severity: .error,
    summary: LocalizedText(zh: "JSON 語法錯誤", en: "The JSON syntax is broken"),
    explanation: LocalizedText(
      zh: """
        JSON 計畫檔依 RFC 8259 嚴格讀取：沒有註解、沒有多餘的逗號、鍵不得重複。語法錯誤之後的內容無法可靠判讀，因此只報告第一處；重複的鍵則逐一報告，\
        因為不同的程式會取不同的值。字串裡的 \\r 與 \\u0000 合於 RFC 8259，計畫的文字卻容不下，因此也報告。
        """,
      en: """
        A JSON plan is read strictly by RFC 8259: no comments, no trailing commas, no duplicate keys. What follows a syntax error is guesswork, so only the \
        first is reported; duplicate keys are reported one by one, since programs differ in which value they take. \\r and \\u0000 in strings \
        are valid in RFC 8259, but the text of a plan cannot contain them, so they are reported too.
        """),
    failing: RuleExample(
      """
      {
        "format": "plantool/1",
        "title": "某某市政府警察局甲分局107年度提升服務品質執行計畫",
        "agency": "某某市政府警察局↓\\r\\n甲分局",
        "year": 107,
        ↓"year": 106,
        "sections": []
      }
      """),
    passing: RuleExample(
      """
      {
        "format": "plantool/1",
        "title": "某某市政府警察局甲分局\\u0031\\u0030\\u0037年度提升服務品質執行計畫",
        "year": 107,
        "sections": []
      }
      """),
    evidence: LocalizedText(
      zh: "JSON 檔通常由程式或手工合併產生，重複的鍵與多餘的逗號是最常見的錯誤。",
      en: "JSON files come from programs or are merged by hand; duplicate keys and trailing commas are the usual slips."
    ))

  /// What people write in the place of JSON's own signs.
  private static func unexpected(_ character: String) -> ReadingWords {
    let narrow = ["，": ",", "、": ",", "：": ":", "｛": "{", "｝": "}", "［": "[", "］": "]"]
    if "“”„‘’'`「」『』＂＇".contains(character) {
      return say(
        "「\(character)」在 JSON 裡不是引號，請改為半形雙引號「\"」。",
        "“\(character)” is not a quotation mark in JSON; write the plain one (\").")
    }
    if let sign = narrow[character] {
      return say("全形的「\(character)」應為半形的「\(sign)」。", "Full-width “\(character)” must be “\(sign)”.")
    }
    if character == "/" || character == "#" {
      return say(
        "此處不應出現「\(character)」；JSON 不能有註解，請刪除。",
        "“\(character)” is not allowed here; JSON has no comments, so delete it.")
    }
    return say(
      "此處不應出現「\(character)」，請檢查前面是否缺少逗號、冒號或引號。",
      "“\(character)” is not allowed here; look for a missing comma, colon or quotation mark before it.")
  }

  static func words(for problem: JSONProblem) -> ReadingWords {
    switch problem {
    case .unexpectedEnd:
      say("JSON 在此中斷，檔案可能不完整；請補上缺少的值與括號。", "The JSON ends here in the middle; add the missing values and brackets.")
    case .unexpectedCharacter(let character): unexpected(character)
    case .trailingContent: say("JSON 已經結束，後面不應再有內容，請刪除。", "The JSON value has ended; delete what follows it.")
    case .unterminatedString:
      say("字串沒有結尾的引號「\"」，請在同一行補上。", "The closing quotation mark of the string is missing; add it on the same line.")
    case .controlCharacter(let byte):
      say(
        "字串含有控制字元 U+\(hex(byte))，請改用「\\u\(hex(byte))」或刪除。",
        "The string has the control character U+\(hex(byte)); write “\\u\(hex(byte))” or delete it.")
    case .invalidEscape:
      say(
        "跳脫序列不正確，只能用 \\\" \\\\ \\/ \\b \\f \\n \\r \\t 或 \\u 加四位十六進位數字。",
        "This is not an escape; the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits."
      )
    case .loneSurrogate:
      say(
        "「\\u」只有代理對的一半，請改為完整的一對或直接寫出該字。", "This is half of a surrogate pair; write both halves or the character itself."
      )
    case .invalidNumber(let text):
      say(
        "「\(text)」不是 JSON 數字，數字前不得有 0 或 +，小數點前後都要有數字。",
        "“\(text)” is not a JSON number: no leading 0 or +, and digits on both sides of a point.")
    case .tooDeep(let limit):
      say("括號層數超過 \(limit) 層，計畫檔不需要這麼深。", "Brackets are nested more than \(limit) deep; a plan never needs that.")
    case .trailingComma: say("最後一項之後不能有逗號，請刪除。", "There is a comma after the last entry; delete it.")
    case .carriageReturns(let places): carriageReturns(places)
    case .nulCharacters(let places):
      ReadingWords(
        summary: LocalizedText(
          zh: "字串裡有 NUL 字元「\\u0000」（共 \(places.count) 處），純文字的計畫容不下它，請刪除。",
          en:
            "The string has the NUL character “\\u0000” (places in the file: \(places.count)), which a plain-text plan cannot contain; delete it."
        ),
        notes: otherPlaces(places))
    case .duplicateKey(let key, let first):
      ReadingWords(
        summary: LocalizedText(
          zh: "鍵「\(key.excerpt())」在同一物件中重複，請只保留一個。",
          en: "The key “\(key.excerpt())” appears twice in one object; keep only one."),
        notes: [.init(first, LocalizedText(zh: "首次出現於此", en: "First used here"))])
    }
  }

  private static func carriageReturns(_ places: [SourceRange]) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(
        zh: "字串裡有「\\r」（共 \(places.count) 處）；計畫的文字只以「\\n」換行，請改為「\\n」。",
        en:
          "The string has “\\r” (places in the file: \(places.count)); the lines of a plan end with “\\n” only; write “\\n”."
      ),
      notes: otherPlaces(places))
  }

  /// The next few places behind the first.
  private static func otherPlaces(_ places: [SourceRange]) -> [Finding.Note] {
    places.dropFirst().prefix(5).map { .init($0, LocalizedText(zh: "此處亦同", en: "Here too")) }
  }

  private static func say(_ zh: String, _ en: String) -> ReadingWords {
    ReadingWords(summary: LocalizedText(zh: zh, en: en))
  }

  /// Four hexadecimal digits.
  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}

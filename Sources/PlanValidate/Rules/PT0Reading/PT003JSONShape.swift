import PlanFormats
import PlanText

/// PT003: the JSON is sound, but not what a plan looks like.
enum JSONShape: ReadingRule {
  static let description = RuleDescription(
    code: "PT003", name: "json-shape", severity: .error,
    summary: LocalizedText(zh: "JSON 的內容不合計畫格式", en: "The JSON does not match the plan format"),
    explanation: LocalizedText(
      zh: """
        鍵、型別與用語須合於計畫格式（plantool schema 印出完整的定義）。無法辨識的鍵不會略過，以免內容遺失。日期、配分等由文字推得的值可以省略；寫了就須與文字一致。
        """,
      en: """
        Keys, types and words must follow the plan format (“plantool schema” prints it). An unknown key is not skipped, so that nothing is lost. Values \
        that follow from a text (dates, weights) may be left out; if they are given, they must agree with the text.
        """),
    failing: RuleExample(
      """
      {
        "format": "plantool/1",
        "title": "某某市政府警察局甲分局107年度提升服務品質執行計畫",
        ↓"agancy": "某某市政府警察局甲分局",
        "year": 107,
        "sections": ↓"無"
      }
      """),
    passing: RuleExample(
      """
      {
        "format": "plantool/1",
        "title": "某某市政府警察局甲分局107年度提升服務品質執行計畫",
        "agency": "某某市政府警察局甲分局",
        "year": "107",
        "period": { "text": "107年1月1日至107年12月31日", "from": "2018-01-01" },
        "sections": []
      }
      """),
    evidence: LocalizedText(
      zh: "打錯的鍵若被略過，整欄期限或單位就會在不知情下遺失。",
      en: "If a misspelt key were skipped, a whole column of deadlines or units would be lost unnoticed."))

  static func wrongType(_ key: String, _ expected: JSONType) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(zh: "「\(key)」應為\(zhName(of: expected))。", en: "“\(key)” must be \(enName(of: expected))."))
  }

  static func missing(_ key: String) -> ReadingWords {
    ReadingWords(
      summary: LocalizedText(zh: "此物件缺少必要的鍵「\(key)」，請補上。", en: "The key “\(key)” is missing in this object; add it."))
  }

  static func unknown(_ key: String, _ suggestion: String?, _ known: [String]) -> ReadingWords {
    let hint = suggestion.map { (zh: "，是否為「\($0)」？", en: "; did you mean “\($0)”?") } ?? (zh: "。", en: ".")
    return ReadingWords(
      summary: LocalizedText(
        zh: "此處沒有「\(key.excerpt())」這個鍵\(hint.zh)可用的鍵：\(known.joined(separator: "、"))。",
        en: "There is no key “\(key.excerpt())” here\(hint.en) Keys: \(known.joined(separator: ", "))."))
  }

  static func unknownValue(_ key: String, _ value: String, _ known: [String]) -> ReadingWords {
    let suggestion = NearMiss.best(for: value.excerpt(), among: known)
    let hint = suggestion.map { (zh: "，是否為「\($0)」？", en: "; did you mean “\($0)”?") } ?? (zh: "。", en: ".")
    return ReadingWords(
      summary: LocalizedText(
        zh: "「\(key)」的值「\(value.excerpt())」不在可用的值之中\(hint.zh)可用的值：\(known.joined(separator: "、"))。",
        en: "“\(value.excerpt())” is not a value of “\(key)”\(hint.en) Values: \(known.joined(separator: ", "))."))
  }

  static func differs(_ key: String, _ derived: String) -> ReadingWords {
    if derived == "null" {
      return ReadingWords(
        summary: LocalizedText(
          zh: "所依據的文字沒有寫明「\(key)」的值；請改正文字或刪去此鍵。",
          en: "The text that belongs to “\(key)” does not state a value; correct the text or remove the key."))
    }
    return ReadingWords(
      summary: LocalizedText(
        zh: "「\(key)」與所依據的文字不符，依文字應為 \(derived.excerpt(60))；請改正或刪去此鍵。",
        en:
          "“\(key)” does not agree with its text, which gives \(derived.excerpt(60)); correct or remove it."
      ))
  }

  private static func zhName(of type: JSONType) -> String {
    switch type {
    case .object: "物件 {…}"
    case .array: "陣列 […]"
    case .string: "字串 \"…\""
    case .integer: "整數"
    case .boolean: " true 或 false"
    }
  }

  private static func enName(of type: JSONType) -> String {
    switch type {
    case .object: "an object {…}"
    case .array: "an array […]"
    case .string: "a string \"…\""
    case .integer: "a whole number"
    case .boolean: "true or false"
    }
  }
}

import PlanModel
import PlanText

/// PT502: a letter is cited without its date or its document number.
enum CitationIncomplete: Rule {
  static let description = RuleDescription(
    code: "PT502", name: "citation-incomplete", severity: .warning,
    summary: LocalizedText(zh: "引用的函缺發文日期或字號", en: "A cited letter has no date or number"),
    explanation: LocalizedText(
      zh: """
        計畫依據引用函或令時，應寫明發文機關、日期與字號，例如「內政部警政署107年3月1日警署秘字第1070062631號函頒…」，否則無從查對。以名稱引用的法律、條例、\
        辦法、要點不在此限；日期與字號都沒有、只引用方案名稱，以及只寫「核定」者，列為提示。
        """,
      en: """
        A letter or order in 計畫依據 needs its issuer, date and number, as in 內政部警政署107年3月1日警署秘字第1070062631號函頒…; otherwise it cannot be looked up. \
        Laws and regulations cited by name are exempt; a programme cited only by its name, without either, and an approval (核定) are only notes.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、↓某某部107年3月1日函頒「107年度提升服務品質實施計畫」。
      - 二、↓某某市政府府研展字第1070020466號函。
      - 三、↓某某市政府函訂「107年度服務獎評獎計畫」。
      - 四、↓某某院函106年1月9日頒「政府服務躍升方案」。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫依據

      - 一、某某部107.3.1某署秘字第1070062631號函頒「107年度提升服務品質實施計畫」。
      - 二、行政程序法及某某部函頒「檔案申請應用作業要點」。
      - 三、某某市政府組織自治條例。
      - 四、本局施政計畫及「函送資料作業計畫」。
      """),
    evidence: LocalizedText(
      zh: "兩份實際文件引用中央函頒的方案與評獎計畫，都沒有日期與字號。",
      en: "Two real documents cite programmes issued by the central government without date or number."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for section in plan.sections {
      guard case .citations(let citations) = section.content else { continue }
      for citation in citations where Placeholder.all(inProse: citation.text).isEmpty {
        check(citation.text, &findings)
      }
    }
  }

  private static func check(_ text: PlanText, _ findings: inout FindingList) {
    let dense = DenseText(text)
    let isLetter = names(letterWords, in: dense) || endsWithLetter(dense) || isLetterOfDate(dense)
    guard isLetter || names(["核定"], in: dense), !isRegulation(dense) else { return }
    let parts = CitationParts(text)
    // Programmes of the central government are often cited by their name alone.
    let isNamedOnly = parts.date == nil && parts.number == nil
    let missing: (zh: String, en: String)
    switch (parts.date, parts.number) {
    case (nil, nil): missing = ("發文日期與字號", "the date of issue and the document number")
    case (nil, _): missing = ("發文日期", "the date of issue")
    case (_, nil): missing = ("發文字號", "the document number")
    default: return
    }
    findings.add(
      at: text.firstLineRange,
      LocalizedText(
        zh: "引用的函「\(text.excerpt)」沒有\(missing.zh)，無從查對；請依原函補上，寫成「○年○月○日○○字第○號函」。",
        en:
          "The letter “\(text.excerpt)” does not state \(missing.en), so it cannot be looked up; add it from the letter, as in “○年○月○日○○字第○號函”."
      ),
      severity: isLetter && !isNamedOnly ? nil : .note)
  }

  private static let letterWords = [
    "函頒", "函訂", "函發", "函修", "函示", "函送", "函轉", "函知", "函釋", "號函", "函核", "令頒", "號令", "令修正", "令訂定", "函「", "函,", "函;",
  ]

  /// Whether one of the words stands outside every quotation.
  private static func names(_ words: [String], in dense: DenseText) -> Bool {
    let isQuoted = dense.isQuoted
    let words = words.map { Array($0.unicodeScalars) }
    return dense.scalars.indices.contains { index in !isQuoted[index] && words.contains { dense.has($0, at: index) } }
  }

  /// 某某院函106年1月9日頒: 函 before the date and what was done with it behind.
  private static func isLetterOfDate(_ dense: DenseText) -> Bool {
    dense.scalars.indices.contains { index in
      guard dense.scalars[index] == "函", let day = WrittenDay(in: dense, at: index + 1, year: nil), day.isDay else {
        return false
      }
      return ["頒", "訂", "發", "修", "示", "送"].contains { dense.has($0, at: day.range.upperBound) }
    }
  }

  /// 某某市政府107年4月2日函。
  private static func endsWithLetter(_ dense: DenseText) -> Bool {
    dense.scalars.last { !"。.;；)）".unicodeScalars.contains($0) } == "函"
  }

  /// Whether what is cited is a law or regulation, which goes by its name.
  private static func isRegulation(_ dense: DenseText) -> Bool {
    let end = (dense.scalars.lastIndex { !"。.;,」』".unicodeScalars.contains($0) } ?? -1) + 1
    let kinds = ["法", "條例", "辦法", "要點", "規則", "準則", "細則", "標準", "規程", "通則", "規範", "注意事項", "辦理", "規定"]
    return kinds.contains { dense.has($0, before: end) }
  }
}

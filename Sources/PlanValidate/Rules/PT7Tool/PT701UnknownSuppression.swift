import PlanModel
import PlanText

/// PT701: a comment that is meant for plantool and cannot be understood.
enum UnknownSuppression: Rule {
  static let description = RuleDescription(
    code: "PT701", name: "unknown-suppression", severity: .error,
    summary: LocalizedText(zh: "抑制註解寫錯", en: "A suppression comment is malformed"),
    explanation: LocalizedText(
      zh: """
        「<!-- plantool-disable-next-line PT301 -- 理由 -->」使次一行的這項檢查結果不顯示；plantool-disable 與 plantool-enable 之間為一段，\
        plantool-disable-file 為整個檔案。可寫代號或名稱，數個以「、」分隔；代號後加引號則只管有這些字的行，例如 plantool-disable-file PT211「電話禮貌測試」-- 理由，\
        表格的一列就這樣寫。寫錯的註解不會抑制任何檢查結果，因此指出。PT0（檔案與格式）不能抑制，\
        因為無法讀入的內容會在不知情下遺失；PT7 說的是註解本身，也不能抑制。程式碼區塊裡的註解不算。
        """,
      en: """
        “<!-- plantool-disable-next-line PT301 -- reason -->” hides that finding on the next line; plantool-disable and plantool-enable do so for the \
        lines between them, plantool-disable-file for the file. Give rules by code or name, separated by commas; words in quotation marks after them \
        limit the comment to lines with those words, such as one row of a table: plantool-disable-file PT211 “phone test” -- reason. A malformed comment \
        suppresses nothing, so it is reported. PT0 (files and format) cannot be suppressed, since content that was not read would be lost unnoticed; neither \
        can PT7, which is about the comments themselves. Comments in code do not count.
        """),
    failing: RuleExample(
      measures: """
        <!-- plantool-disable-next-line ↓PT3O1、↓PT003 -- 期限另案簽核 -->
        1. 每月檢討逾期案件。
           - 承辦單位：秘書室
        ↓<!-- plantool-disable-line PT301 -- 期限另案簽核 -->
        """),
    passing: RuleExample(
      measures: """
        <!-- plantool 說明：以下為註解 -->
        <!-- plantool-disable-next-line deadline-missing —— 期限另案簽核 -->
        1. 每月檢討逾期案件。
           - 承辦單位：秘書室
        """),
    evidence: LocalizedText(
      zh: "代號打錯的抑制註解若不指出，作者會以為已經處理，其實並未生效。",
      en: "If a misspelt suppression were ignored, its author would think that it works."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var suggestions: [String: String?] = [:]
    for comment in plan.suppressions.comments {
      let place = plan.source.firstLine(of: comment.range)
      guard let directive = comment.directive else {
        let known = SuppressionComment.Directive.allCases.map(\.rawValue)
        let hint = hint(NearMiss.best(for: comment.word.string.lowercased(), among: known))
        let list = LocalizedText(zh: known.joined(separator: "、"), en: known.joined(separator: ", "))
        let word = comment.word.string.excerpt(40)
        findings.add(
          at: place,
          LocalizedText(zh: "無法辨識註解中的「\(word)」", en: "Unknown comment “\(word)”") + hint
            + LocalizedText(zh: "可用的有：\(list.zhHant)。", en: " Known: \(list.en)."))
        continue
      }
      if comment.names.isEmpty, directive != .enable {
        findings.add(
          at: place,
          LocalizedText(
            zh: "註解沒有寫規則代號，請寫成「\(directive.rawValue) PT301 -- 理由」。",
            en: "The comment names no rule; write “\(directive.rawValue) PT301 -- reason”."))
      }
      for name in comment.names {
        let word = name.string.excerpt(40)
        guard let rule = plan.ruleNames().rule(name.string) else {
          if suggestions[word] == nil { suggestions[word] = .some(plan.ruleNames().suggestion(for: word)) }
          findings.add(
            at: name.range,
            LocalizedText(zh: "沒有「\(word)」這條規則", en: "There is no rule “\(word)”") + hint(suggestions[word] ?? nil))
          continue
        }
        guard !rule.isSuppressible else { continue }
        findings.add(
          at: name.range,
          rule.family == .tool
            ? LocalizedText(
              zh: "\(rule.code) 說的是註解本身，不能用註解抑制。",
              en: "\(rule.code) is about the comments themselves, so a comment cannot suppress it.")
            : LocalizedText(
              zh: "\(rule.code) 指的是無法讀入的內容，不能抑制；請照它的說明改正。",
              en: "\(rule.code) is about content that cannot be read; it cannot be suppressed, only corrected."))
      }
    }
  }

  /// Which rule was meant is a guess: it is proposed in words, not as a fix.
  private static func hint(_ suggestion: String?) -> LocalizedText {
    suggestion.map { LocalizedText(zh: "，是否為「\($0)」？", en: "; did you mean “\($0)”?") }
      ?? LocalizedText(zh: "。", en: ".")
  }
}

import PlanFormats
import PlanModel
import PlanText

/// PT101: the plan does not say whose it is, for which year, from when to when, or whether it has a checklist.
enum MetadataMissing: Rule {
  static let description = RuleDescription(
    code: "PT101", name: "metadata-missing", severity: .error,
    summary: LocalizedText(zh: "缺少計畫名稱或基本欄位", en: "The title or a field of the plan is missing"),
    explanation: LocalizedText(
      zh: """
        每份計畫須有名稱、機關、年度與期程，創意提案須有提案名稱、提案年度與提案單位。沒有年度，期限中省略的年無從補起；沒有期程，無法檢查期限是否超出。\
        檢核表可以沒有：寫「檢核表：無」，計畫就依自己的層次檢查；沒有寫明時以提示說明需要檢核表的規則沒有執行。
        """,
      en: """
        A plan needs a title, an agency (機關), a year (年度) and a period (期程); a proposal needs a name (提案名稱), a year (提案年度) and a unit (提案單位). \
        Without a year, deadlines that leave out the year cannot be completed; without a period, deadlines cannot be checked against it. \
        A plan may have no checklist: write 「檢核表：無」, and it is checked by its own levels. If nothing is stated, a note says that the rules that need a checklist did not run.
        """),
    failing: RuleExample(
      """
      # ↓↓某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107

      ## 壹、計畫目標

      提升服務品質。
      """),
    passing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關名稱：某某市政府警察局甲分局
      - 計畫年度：107
      - 執行期程：107年1月1日至107年12月31日
      - 檢核表：無

      ## 壹、計畫目標

      提升服務品質。
      """),
    evidence: LocalizedText(
      zh: "各機關的計畫以公文附件流通，離開公文後機關與期間往往只剩在內文裡。",
      en:
        "Plans are sent as attachments of letters; without the letter, agency and period are often found only in the text."
    ))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    if let proposal = plan.document.proposal { return check(proposal, of: plan, &findings) }
    // Where no line is marked as a heading, title and fields lack their marks too; PT009 says how to make all of them.
    let isUnmarked = plan.document.problems.contains { problem in
      if case .misplaced(.withoutSections) = problem.value { true } else { false }
    }
    if isUnmarked { return }
    let metadata = plan.metadata
    let title = plan.title.flatMap { $0.isBlank ? nil : $0 }
    let place = title?.firstLineRange ?? firstLine(of: plan.source)
    let year =
      title.flatMap { YearMention.all(in: $0).first }.map { String($0.rocYear) } ?? metadata.rocYear.map(String.init)
      ?? "107"
    if title == nil {
      let line = plan.document.syntax == .json ? "\"title\": \"○○\(year)年度提升服務品質執行計畫\"" : "# ○○\(year)年度提升服務品質執行計畫"
      findings.add(
        at: place,
        LocalizedText(zh: "計畫沒有名稱，請在最前面加「\(line)」。", en: "The plan has no title; add “\(line)” at the top."))
    }
    let fields: [(FieldName, isMissing: Bool, example: String)] = [
      (.agency, metadata.agency == nil, "○○"),
      (.year, metadata.year == nil, year),
      (.period, metadata.period == nil, "\(year)年1月1日至\(year)年12月31日"),
    ]
    let slips = Set(unreadKeys(of: plan.document))
    let isJSON = plan.document.syntax == .json
    for (field, isMissing, example) in fields where isMissing && !slips.contains(field.key) {
      let line = self.line(field, example, isJSON: isJSON)
      let spot = isJSON ? (zh: "", en: "") : (zh: "在計畫名稱之下", en: " under the title")
      findings.add(
        at: place,
        LocalizedText(
          zh: "計畫缺少「\(field.name)」，請\(spot.zh)加「\(line)」。",
          en: "The field \(field.name) is missing in the plan; add “\(line)”\(spot.en)."))
    }
    // A checklist that the command line or the configuration names holds without the field.
    if metadata.checklist == nil, plan.checklist == nil, !slips.contains(FieldName.checklist.key) {
      reportNoChecklist(
        at: place, fitting: plan.catalog.checklist(of: (metadata.agency ?? title)?.string ?? "", year: year),
        isJSON: isJSON, &findings)
    }
  }

  private static func line(_ field: FieldName, _ value: String, isJSON: Bool) -> String {
    isJSON ? "\"\(field.key)\": \"\(value)\"" : "- \(field.name)：\(value)"
  }

  /// Many plans answer no checklist. One is proposed only if it is known to be for this year and agency: the rules of
  /// another would hold the plan to somebody else's framework.
  private static func reportNoChecklist(
    at place: SourceRange, fitting: Checklist?, isJSON: Bool, _ findings: inout FindingList
  ) {
    let none = line(.checklist, Metadata.noChecklist[0], isJSON: isJSON)
    let own = fitting.map { line(.checklist, $0.identifier, isJSON: isJSON) }
    findings.add(
      at: place,
      LocalizedText(
        zh: "計畫沒有寫明檢核表，需要檢核表的規則沒有執行；" + (own.map { "依檢核表者請加「\($0)」，" } ?? "") + "沒有檢核表者請加「\(none)」。",
        en: "The plan names no checklist, so the rules that need one did not run; add "
          + (own.map { "“\($0)” if it follows that one, or " } ?? "") + "“\(none)” if it follows none."),
      severity: .note)
  }

  private static func check(_ proposal: Proposal, of plan: PlanIndex, _ findings: inout FindingList) {
    let isJSON = plan.document.syntax == .json
    let title = proposal.title.flatMap { $0.isBlank ? nil : $0 }
    let place = title?.firstLineRange ?? firstLine(of: plan.source)
    if title == nil {
      let line = isJSON ? "\"title\": \"○○創意提案表\"" : "# ○○創意提案表"
      findings.add(
        at: place,
        LocalizedText(
          zh: "提案表沒有名稱，請在最前面加「\(line)」。", en: "The form has no title; add “\(line)” at the top."))
    }
    let metadata = proposal.metadata
    let fields: [(FieldName, key: String, isMissing: Bool, example: String)] = [
      (.proposalName, "name", metadata.name == nil, "○○"), (.proposalYear, "year", metadata.year == nil, "107"),
      (.proposalUnit, "unit", metadata.unit == nil, "○○"),
    ]
    let unread = unreadKeys(of: plan.document)
    for (field, key, isMissing, example) in fields where isMissing && !unread.contains(key) {
      let line = isJSON ? "\"\(key)\": \"\(example)\"" : "- \(field.name)：\(example)"
      let spot = isJSON ? (zh: "", en: "") : (zh: "在標題之下", en: " under the title")
      findings.add(
        at: place,
        LocalizedText(
          zh: "提案表缺少「\(field.name)」，請\(spot.zh)加「\(line)」。",
          en: "The field \(field.name) is missing in the form; add “\(line)”\(spot.en)."))
    }
  }

  /// Keys of a JSON file that are there but could not be read, which the reading rules report. Fields of a text are
  /// read all the same.
  private static func unreadKeys(of document: PlanDocument) -> Set<String> {
    Set(
      document.problems.compactMap { problem in
        switch problem.value {
        case .unknownKey(_, let suggestion?, _): suggestion
        case .wrongType(let key, _): key
        default: nil
        }
      })
  }

  /// The first line that holds anything.
  private static func firstLine(of source: SourceText) -> SourceRange {
    let line = (1...source.lineCount).first { !source.textOfLine($0).trimmingWhiteSpace().isEmpty } ?? 1
    return source.rangeOfLine(line)
  }
}

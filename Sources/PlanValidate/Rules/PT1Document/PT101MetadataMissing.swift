import PlanFormats
import PlanModel
import PlanText

/// PT101: the plan does not say whose it is, for which year, from when to when, or by which checklist.
enum MetadataMissing: Rule {
  static let description = RuleDescription(
    code: "PT101", name: "metadata-missing", severity: .error,
    summary: LocalizedText(zh: "缺少計畫名稱或基本欄位", en: "The title or a field of the plan is missing"),
    explanation: LocalizedText(
      zh: """
        每份計畫須有名稱、機關、年度、期程與檢核表，創意提案須有提案名稱、提案年度與提案單位。沒有年度，期限中省略的年無從補起；沒有期程，無法檢查期限是否超出；沒有檢核表，無法檢查各項評核重點是否都有作法。
        """,
      en: """
        A plan has a title, an agency (機關), a year (年度), a period (期程) and a checklist (檢核表); a proposal has a name (提案名稱), a year (提案年度) and a unit \
        (提案單位). Without them years left out of deadlines cannot be filled in, \
        deadlines cannot be compared with the period, and nothing shows whether every focus has a measure.
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
      - 檢核表：police-107

      ## 壹、計畫目標

      提升服務品質。
      """),
    evidence: LocalizedText(
      zh: "各機關的計畫以公文附件流通，離開公文後機關與期間往往只剩在內文裡。",
      en:
        "Plans travel as attachments of letters; away from the letter, agency and period are often left in the prose alone."
    ))

  static let documents = Set(DocumentKind.allCases)

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    if let proposal = plan.document.proposal { return check(proposal, of: plan, &findings) }
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
        LocalizedText(zh: "計畫沒有名稱，請在最前面加「\(line)」。", en: "The plan has no title; add “\(line)” at the beginning."))
    }
    let checklist = plan.catalog.checklist(of: (metadata.agency ?? title)?.string ?? "", year: year)
    let fields: [(FieldName, isMissing: Bool, example: String?)] = [
      (.agency, metadata.agency == nil, "○○"),
      (.year, metadata.year == nil, year),
      (.period, metadata.period == nil, "\(year)年1月1日至\(year)年12月31日"),
      (.checklist, metadata.checklist == nil, checklist?.identifier),
    ]
    let slips = Set(unreadKeys(of: plan.document))
    let isJSON = plan.document.syntax == .json
    for (field, isMissing, example) in fields where isMissing && !slips.contains(field.key) {
      let value = example ?? "○○"
      let line = isJSON ? "\"\(field.key)\": \"\(value)\"" : "- \(field.name)：\(value)"
      let spot = isJSON ? (zh: "", en: "") : (zh: "在計畫名稱之下", en: " under the title")
      let more = example == nil ? whichChecklist(plan.catalog) : (zh: "", en: "")
      findings.add(
        at: place,
        LocalizedText(
          zh: "計畫缺少「\(field.name)」，請\(spot.zh)加「\(line)」\(more.zh)。",
          en: "The plan lacks its \(field.name); add “\(line)”\(spot.en)\(more.en)."))
    }
  }

  /// No checklist that is known is for this year and agency: none is proposed, as its rules would hold the plan to
  /// somebody else's framework.
  private static func whichChecklist(_ catalog: ChecklistCatalog) -> (zh: String, en: String) {
    let known = catalog.checklists.map(\.identifier)
    return (
      zh: "，○○是所依檢核表的代號（已有的：\(known.joined(separator: "、"))；其他年度或機關的檢核表用 --checklist 指定檔案）",
      en:
        ", ○○ being the identifier of the checklist that it follows (known: \(known.joined(separator: ", ")); for other years and agencies name a file with --checklist)"
    )
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
          zh: "提案表沒有名稱，請在最前面加「\(line)」。", en: "The form has no title; add “\(line)” at the beginning."))
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
          en: "The form lacks its \(field.name); add “\(line)”\(spot.en)."))
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

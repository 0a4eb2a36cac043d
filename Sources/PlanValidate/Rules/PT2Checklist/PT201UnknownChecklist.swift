import PlanFormats
import PlanModel
import PlanText

/// PT201: the plan names a checklist that plantool does not have.
enum UnknownChecklist: Rule {
  static let description = RuleDescription(
    code: "PT201", name: "unknown-checklist", severity: .error,
    summary: LocalizedText(zh: "檢核表代號不存在", en: "Unknown checklist"),
    explanation: LocalizedText(
      zh: """
        「檢核表」欄填的是檢核表的代號，plantool 據以核對構面、項目、重點與配分。代號不存在時，這些都無從核對。\
        內建的代號用「plantool checklist list」列出；機關自訂的檢核表請用 --checklist 指定檔案；計畫不依任何檢核表時寫「無」。
        """,
      en: """
        檢核表 is the identifier of the checklist against which dimensions, items, focuses and points are checked; \
        if it is unknown, none of these can be checked. “plantool checklist list” shows the built-in ones; use --checklist for a file of your own; write 「無」 if the plan follows no checklist.
        """),
    failing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107
      - 檢核表：↓police107
      """),
    passing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：107
      - 檢核表：police-107
      """),
    evidence: LocalizedText(
      zh: "計畫檔才有的欄位，原始文件沒有；代號打錯時其他檢核表規則都不會執行，所以必須明說。",
      en: "The field exists only in plan files; with a wrong identifier none of the other checklist rules would run."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard plan.checklist == nil, let named = plan.metadata.checklist, !named.isBlank,
      !plan.metadata.declinesChecklist
    else { return }
    guard Placeholder.first(in: named) == nil else { return }
    let known = plan.catalog.identifiers
    // An identifier that differs in signs and letter case only is certain; another year is not.
    let same = known.filter { bare($0) == bare(named.string) }
    let suggestion = same.first ?? ChecklistCatalog.meant(by: named.string, among: known)
    findings.add(
      at: named.firstLineRange,
      LocalizedText(
        zh: "沒有代號為「\(named.excerpt)」的檢核表" + (suggestion.map { "，是否為「\($0)」？" } ?? "。"),
        en: "There is no checklist “\(named.excerpt)”" + (suggestion.map { "; did you mean “\($0)”?" } ?? ".")),
      explanation: LocalizedText(
        zh: "自訂的檢核表用「--checklist 檔案」指定；沒有檢核表請寫「無」。",
        en: "For a checklist of your own, use “--checklist FILE”; write 「無」 if there is none."),
      fixes: same.count == 1
        ? [
          .init(LocalizedText(zh: "改為「\(same[0])」", en: "Change to “\(same[0])”"), replace: named.range, with: same[0])
        ] : [])
  }

  private static func bare(_ identifier: String) -> String {
    identifier.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

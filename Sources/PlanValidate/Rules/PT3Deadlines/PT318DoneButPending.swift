import PlanAudit
import PlanModel
import PlanText

/// PT318: a report says that the work is done, and that it is not.
enum DoneButPending: Rule {
  static let description = RuleDescription(
    code: "PT318", name: "done-but-pending", severity: .warning,
    summary: LocalizedText(zh: "辦理情形既寫已完成，又寫還沒完成", en: "A report says that the work is done and that it is not"),
    explanation: LocalizedText(
      zh: """
        同一筆辦理情形寫 100% 或「已完成」，文字卻說尚未完成、辦理中或預計何時完成，列管時會被當成已完成而不再追蹤。請改寫實際的進度；若說的是下一階段的工作，請以\
        「後續」「另」開頭寫明。
        """,
      en: """
        A report that says 100 % or 「已完成」 but also 尚未完成, 辦理中 or 預計…完成 counts as done, and nobody follows the work up. State the real progress; if the words are about the work that \
        comes next, begin them with 後續 or 另.
        """),
    failing: RuleExample(
      measures: """
        1. 汰換叫號機。
           - 完成期限：107年6月30日
           - 辦理情形：107年5月5日 ↓採購中（100%）
        2. 修訂手冊。
           - 完成期限：107年6月30日
           - 辦理情形：107年6月5日 初稿已完成，↓預計6月20日審查完成（100%）
        """),
    passing: RuleExample(
      measures: """
        1. 汰換叫號機。
           - 完成期限：107年6月30日
           - 辦理情形：107年5月5日 採購中（60%）
        2. 檢討逾期案件。
           - 完成期限：107年6月30日
           - 辦理情形：107年6月5日 已無尚未完成之案件，後續預計8月辦理複查（100%）
        """),
    evidence: LocalizedText(
      zh: "五份真實計畫都還沒有年中的辦理情形；本規則防範填報時只改比率、沒改文字。",
      en:
        "None of the five real plans has reports from during the year; the rule guards against a changed percentage beside old words."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for reports in plan.reports {
      for entry in reports.entries where entry.saysDone {
        guard let clause = entry.pendingClause else { continue }
        let dense = DenseText(entry.text)
        let place = dense.scalars.indices.first { dense.has(clause, at: $0) }
        let range = place.map { dense.range(of: $0..<($0 + clause.unicodeScalars.count)) } ?? entry.text.firstLineRange
        let done = entry.percent == nil ? "已完成" : "100%"
        findings.add(
          at: range,
          LocalizedText(
            zh: "這筆辦理情形寫\(done)，卻又寫「\(clause)」；請改寫實際的進度，或寫明這是後續的工作。",
            en:
              "The report says \(done) but also “\(clause)”; state the real progress, or say that this is about the work that comes next."
          ))
      }
    }
  }
}

import PlanModel
import PlanText

/// PT703: a suppression that does not say why.
enum SuppressionWithoutReason: Rule {
  static let description = RuleDescription(
    code: "PT703", name: "suppression-without-reason", severity: .error,
    summary: LocalizedText(zh: "抑制註解沒有寫理由", en: "A suppression comment gives no reason"),
    explanation: LocalizedText(
      zh: """
        規則代號後面須以「--」、「——」或「：」接著寫理由，讓下一位承辦人與稽核人員知道為何不必改。「無」、「待補」不算理由。沒有理由的註解不會抑制任何檢查結果。
        """,
      en: """
        After the codes, write “--”, “——” or “：” and the reason, so that the next person and auditors know why nothing has to change. 無 and 待補 are not reasons. A \
        comment without one suppresses nothing.
        """),
    failing: RuleExample(
      measures: """
        ↓<!-- plantool-disable-next-line PT301 -->
        1. 每月檢討逾期案件。
           - 承辦單位：秘書室
        ↓<!-- plantool-disable-file PT309 -- 待補 -->
        """),
    passing: RuleExample(
      measures: """
        <!-- plantool-disable PT301：期限另案簽核 -->
        1. 每月檢討逾期案件。
           - 承辦單位：秘書室
        <!-- plantool-enable PT301 -->
        """),
    evidence: LocalizedText(
      zh: "計畫隔年由別人接手；沒有理由的抑制，接手的人無從判斷能否刪除。",
      en:
        "Plans change hands every year; without a reason, the next person cannot tell whether a suppression may be deleted."
    ))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for comment in plan.suppressions.comments where comment.directive != nil && !comment.isReasoned {
      let said = comment.reason?.excerpt() ?? ""
      findings.add(
        at: plan.source.firstLine(of: comment.range),
        said.isEmpty
          ? LocalizedText(
            zh: "抑制註解沒有理由，因此不生效；請在規則代號後面寫「-- 理由」。",
            en: "The comment gives no reason, so it suppresses nothing; write “-- reason” after the codes.")
          : LocalizedText(
            zh: "「\(said)」不是理由，註解因此不生效；請寫明為何不必改。",
            en: "“\(said)” is not a reason, so the comment suppresses nothing; say why nothing has to change."))
    }
  }
}

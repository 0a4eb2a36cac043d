import PlanModel
import PlanText

/// PT317: a later report states a smaller share of the work than an earlier one.
enum PercentageFalls: Rule {
  static let description = RuleDescription(
    code: "PT317", name: "percentage-falls", severity: .warning,
    summary: LocalizedText(zh: "較晚的辦理情形進度反而較低", en: "A later report states less progress than an earlier one"),
    explanation: LocalizedText(
      zh: """
        同一作法的辦理情形依日期比較：後一次的進度比前一次低，多半是數字或日期填錯。若確實退回重做，請在辦理情形說明（退回、重新、修正、變更等），即不再列出。\
        只比較完成的比率（「（50%）」「進度達60%」）；滿意度、出席率等比率不比較。
        """,
      en: """
        The reports on a measure are compared by date: less progress than before is probably a wrong number or date. If work had to be done again, say so in the report (退回, 重新, 修正, 變更 …); it is then not \
        reported. Only shares of the work (（50%）, 進度達60%) are compared, not satisfaction or attendance.
        """),
    failing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：107年12月31日
           - 辦理情形：107年3月5日 完成清查（60%）
           - 辦理情形：107年5月5日 檢討完成二類（↓40%）
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：107年12月31日
           - 辦理情形：107年5月5日 檢討二類，逾期率由30%降為20%，進度60%
           - 辦理情形：107年3月5日 完成清查（40%）
        2. 辦理滿意度調查。
           - 完成期限：107年12月31日
           - 辦理情形：107年3月5日 滿意度96%
           - 辦理情形：107年6月5日 滿意度94%
        3. 修訂手冊。
           - 完成期限：107年12月31日
           - 辦理情形：107年3月5日 完成初稿（80%）
           - 辦理情形：107年4月5日 審查退回，重新撰擬（50%）
        """),
    evidence: LocalizedText(
      zh: "五份真實計畫都還沒有附比率的辦理情形；本規則防範年中逐月填報時誤植數字。",
      en:
        "None of the five real plans has reports with percentages yet; the rule guards against slips in monthly reports."
    ))

  /// Words that say why there is less than before.
  private static let reasons = ["退回", "重新", "重辦", "重做", "修正", "變更", "調整", "追加", "擴大", "增列", "更正", "下修"]

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for reports in plan.reports {
      var highest: (share: StatedShare, day: CalendarDate)?
      for report in reports.dated {
        guard let share = StatedShare(in: report.entry.text) else { continue }
        let day = report.days.upperBound
        if let before = highest, share.percent < before.share.percent, before.day < report.days.lowerBound {
          if !reasons.contains(where: report.entry.text.string.contains) {
            findings.add(
              at: share.place.firstLineRange,
              LocalizedText(
                zh:
                  "\(day.roc)的進度是\(share.percent)%，比\(before.day.roc)的\(before.share.percent)%還低；請確認數字與日期，或說明退回的原因。",
                en:
                  "The progress on \(day.roc) is \(share.percent)%, less than \(before.share.percent)% on \(before.day.roc); check the numbers and dates, or say why."
              ),
              notes: [
                .init(before.share.place.firstLineRange, LocalizedText(zh: "之前的進度", en: "the progress before"))
              ])
          }
        }
        highest = (share, day)
      }
    }
  }
}

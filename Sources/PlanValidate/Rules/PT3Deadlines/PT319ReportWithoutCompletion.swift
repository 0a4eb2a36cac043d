import PlanAudit
import PlanModel
import PlanText

/// PT319: the newest report is later than the deadline and does not say that the work is done.
enum ReportWithoutCompletion: Rule {
  static let description = RuleDescription(
    code: "PT319", name: "report-without-completion", severity: .warning,
    summary: LocalizedText(zh: "期限過後的辦理情形沒有寫明完成", en: "A report after the deadline does not say that the work is done"),
    explanation: LocalizedText(
      zh: """
        只辦一次的作法，最近一筆辦理情形的日期已在完成期限之後，卻寫進度未滿 100%、仍在辦理，或完全沒提完成與否。請寫明何時完成；還沒完成者，寫明落後的原因與新的期限\
        （展延、延至），並視需要修正計畫的期限。每月、每季等分次辦理的作法與持續辦理者不檢查。
        """,
      en: """
        The newest report on one-off work is later than its deadline and states less than 100 %, says that the work goes on, or does not say whether it is done. Write when it was done; if it is not, write why and the new \
        deadline (展延, 延至), and change the plan's deadline if necessary. Recurring and ongoing work is not checked.
        """),
    failing: RuleExample(
      measures: """
        1. 汰換叫號機。
           - 完成期限：107年6月30日
           - 辦理情形：107年3月5日 完成招標（40%）
           - 辦理情形：↓107年7月9日 安裝測試（80%）
        """),
    passing: RuleExample(
      measures: """
        1. 汰換叫號機。
           - 完成期限：107年6月30日
           - 辦理情形：107年6月29日 安裝測試（80%）
        2. 修訂手冊。
           - 完成期限：107年6月30日
           - 辦理情形：107年7月2日 已於6月28日函頒實施
        3. 檢討收費標準。
           - 完成期限：107年6月30日
           - 辦理情形：107年7月2日 因修法未通過，簽准展延至9月30日（70%）
        4. 檢討逾期案件。
           - 完成期限：賡續辦理，並請於6月29日前提供辦理情形
           - 辦理情形：107年7月2日 檢討二類
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫要求在期限前提供辦理情形；五份真實計畫都還沒有期限過後的填報，本規則是為年中列管而設。",
      en:
        "A 107 police plan asks for reports by its deadlines; none of the five real plans has reports from after them yet. The rule is for follow-up during the year."
    ))

  /// Words that say why the deadline does not hold.
  private static let reasons = [
    "展延", "延長", "延至", "延期", "延後", "展期", "停辦", "取消", "免辦", "不辦", "無須", "併入", "改列", "暫緩", "解除列管",
  ]
  /// Characters with which a report says, in words of its own, that something has been done: 已函頒, 業經核定, 辦竣.
  private static let signsOfCompletion: ScalarSet = "已業完竣畢"

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for reports in plan.reports {
      let fields = reports.measure.fields
      guard let last = reports.dated.last, let deadline = fields.deadline,
        let due = DueDays(deadline.meaning, in: plan.years).only, last.days.lowerBound > due,
        !reports.entries.contains(where: \.saysDone)
      else { continue }
      let words = last.entry.text.string
      let isUnfinished = (last.entry.percent.map { $0 < 100 } ?? false) || last.entry.pendingClause != nil
      guard isUnfinished || !words.unicodeScalars.contains(where: signsOfCompletion.contains),
        !reasons.contains(where: words.contains)
      else { continue }
      findings.add(
        at: last.entry.dateRange,
        LocalizedText(
          zh: "完成期限是\(due.roc)，\(last.days.upperBound.roc)的辦理情形仍沒有寫明完成；請寫明何時完成，或寫明落後的原因與新的期限。",
          en:
            "The deadline was \(due.roc), and the report of \(last.days.upperBound.roc) does not say that the work is done; write when it was done, or why it is late and the new deadline."
        ),
        notes: [
          .init(
            deadline.text.firstLineRange,
            LocalizedText(zh: "完成期限是「\(deadline.text.excerpt)」", en: "The deadline is “\(deadline.text.excerpt)”"))
        ])
    }
  }
}

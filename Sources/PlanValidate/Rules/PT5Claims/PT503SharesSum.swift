import PlanModel
import PlanText

/// PT503: the shares of the contributors do not make 100 %.
enum SharesSum: Rule {
  static let description = RuleDescription(
    code: "PT503", name: "shares-sum", severity: .error,
    summary: LocalizedText(zh: "貢獻度合計不是 100%", en: "The contributors' shares do not add up to 100 %"),
    explanation: LocalizedText(
      zh: """
        提案人員的貢獻度合計應為 100%，獎金與敘獎依此分配。有人的貢獻度空白或看不出百分比時，先指出那一格；任何一人都沒有填時不檢查，因為有的機關表上沒有這一欄。\
        寫到小數的（33.3%）容許四捨五入的差距。數字不會自動修正。
        """,
      en: """
        The shares (貢獻度) of all contributors should add up to 100 %; awards are divided by them. A share that is blank or not a percentage is reported first; if nobody has one, the form \
        has no such column, and nothing is reported. Shares with decimals (33.3 %) may differ by rounding. Figures are never fixed automatically.
        """),
    failing: RuleExample(
      """
      # 某某市政府創意提案表

      - 文件種類：創意提案
      - 提案名稱：線上預約
      - 提案年度：106
      - 提案單位：某某市政府甲局

      ## 提案人員

      | 身分 | 姓名 | 貢獻度 |
      | --- | --- | --- |
      | 主要提案人 | | ↓40% |
      | 參與提案人 | | 30% |
      | 參與提案人 | | 20% |
      """),
    passing: RuleExample(
      """
      # 某某市政府創意提案表

      - 文件種類：創意提案
      - 提案名稱：線上預約
      - 提案年度：106
      - 提案單位：某某市政府甲局

      ## 提案人員

      | 身分 | 姓名 | 貢獻度 |
      | --- | --- | --- |
      | 主要提案人 | | ３３.３％ |
      | 參與提案人 | | 33.3% |
      | 參與提案人 | | 百分之33.3 |
      """),
    evidence: LocalizedText(
      zh: "一份 106 年創意提案三人的貢獻度為 40%、30%、30%，合計 100%。",
      en: "The three contributors of a 106 proposal have 40, 30 and 30 %, which adds up to 100 %."))

  static let documents: [DocumentKind] = [.proposal]

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for section in plan.document.proposal?.sections ?? [] {
      guard case .contributors(let contributors) = section.content else { continue }
      check(contributors, &findings)
    }
  }

  private static func check(_ contributors: [Contributor], _ findings: inout FindingList) {
    guard contributors.contains(where: { !$0.share.isBlank }) else { return }
    var isComplete = true
    for contributor in contributors {
      guard let percent = contributor.percent else {
        isComplete = false
        report(unreadable: contributor, &findings)
        continue
      }
      guard percent.hundredths > 10_000 else { continue }
      isComplete = false
      findings.add(
        at: contributor.share.firstLineRange,
        LocalizedText(
          zh: "貢獻度「\(contributor.share.excerpt)」超過 100%。",
          en: "The share “\(contributor.share.excerpt)” is more than 100 %."))
    }
    guard isComplete, let first = contributors.first else { return }
    let percents = contributors.compactMap(\.percent)
    let sum = percents.reduce(0) { $0 + $1.hundredths }
    // Each share may be off by half of its last decimal.
    let tolerance = percents.reduce(0) { $0 + ($1.decimals == 0 ? 0 : $1.decimals == 1 ? 5 : 1) }
    let shown = percents.map(\.digits).joined(separator: "＋")
    guard abs(sum - 10_000) > tolerance else {
      findings.confirm(
        at: first.share.firstLineRange,
        LocalizedText(
          zh: "貢獻度合計為 100%（\(shown)）。",
          en: "The shares add up to 100 % (\(percents.map(\.digits).joined(separator: " + ")))."))
      return
    }
    let total = Percentage(hundredths: sum).digits
    findings.add(
      at: first.share.firstLineRange,
      LocalizedText(
        zh: "貢獻度合計為 \(total)%（\(shown)），應為 100%；請查對各人的貢獻度。",
        en:
          "The shares add up to \(total) % (\(percents.map(\.digits).joined(separator: " + "))), not 100 %; check each of them."
      ),
      notes: contributors.dropFirst().map {
        .init($0.share.firstLineRange, LocalizedText(zh: "一併計入的貢獻度", en: "Also counted"))
      })
  }

  private static func report(unreadable contributor: Contributor, _ findings: inout FindingList) {
    findings.add(
      at: contributor.share.firstLineRange,
      contributor.share.isBlank
        ? LocalizedText(
          zh: "「\(contributor.role.excerpt)」沒有貢獻度，無法計算合計。",
          en: "“\(contributor.role.excerpt)” has no share, so the shares cannot be added up.")
        : LocalizedText(
          zh: "貢獻度「\(contributor.share.excerpt)」看不出是百分之幾，請寫成「30%」。",
          en: "The share “\(contributor.share.excerpt)” is not a percentage; write it as “30%”."))
  }
}

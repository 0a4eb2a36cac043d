import PlanModel
import PlanText

/// PT118: a strategy without a benefit where the others have one.
enum BenefitMissing: Rule {
  static let description = RuleDescription(
    code: "PT118", name: "benefit-missing", severity: .warning,
    summary: LocalizedText(zh: "缺少預期效益，其他項目都有", en: "A strategy has no expected benefit, but the others do"),
    explanation: LocalizedText(
      zh: """
        工作要項執行表有「預期效益」欄，多數細目都寫了，這一項卻空白，考評時無從對照；請補上。表上大半都沒有寫，或檢核表沒有這一欄者，不檢查。
        """,
      en: """
        The table has a column 預期效益, and most strategies fill it in, but this one does not, so it cannot be assessed. Tables that mostly leave it blank, and checklists without such a \
        column, are not checked.
        """),
    failing: RuleExample(
      """
      # 某某市甲區戶政事務所105年度提升服務品質實施計畫

      - 機關：某某市甲區戶政事務所
      - 年度：105
      - 期程：105年1月1日至105年12月31日
      - 檢核表：household-105

      ## 105年度提升服務品質實施計畫工作要項執行表

      ### 一、完備服務計畫

      #### 1. 訂定計畫

      - 預期效益：有計畫可循。

      1. 訂定年度計畫。

      #### 2. 落實考核

      - 預期效益：及早改進。

      1. 按月考核。

      #### ↓3. 教育訓練

      1. 辦理講習。

      #### 4. 檢討改進

      - 預期效益：精進服務。

      1. 召開會議。
      """),
    passing: RuleExample(
      """
      # 某某市甲區戶政事務所105年度提升服務品質實施計畫

      - 機關：某某市甲區戶政事務所
      - 年度：105
      - 期程：105年1月1日至105年12月31日
      - 檢核表：household-105

      ## 105年度提升服務品質實施計畫工作要項執行表

      ### 一、完備服務計畫

      #### 1. 訂定計畫

      1. 訂定年度計畫。
         - 預期效益：有計畫可循。

      #### 2. 落實考核

      - 預期效益：及早改進。

      1. 按月考核。

      #### 3. 檢討改進

      ### 二、便捷服務

      - 預期效益：便民。

      #### 1. 簡化流程

      1. 檢討流程。
      """),
    evidence: LocalizedText(
      zh: "一份 105 年戶政事務所計畫有 13 個細目，其中 10 個寫了預期效益，3 個空白。",
      en: "In a 105 household-office plan, ten of thirteen strategies state a benefit and three do not."))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    // By section, for each strategy with measures: whether any of them has a benefit.
    var strategies: [Int: [Int: Bool]] = [:]
    for entry in plan.measures where entry.columns.contains(.benefit) {
      let path = plan.path(to: entry.group)
      // The strategies stand right below the dimensions.
      guard path.count > 1, case let strategy = path[1] else { continue }
      let hasBenefit = entry.fields.benefit.map { !$0.isBlank } ?? false
      strategies[plan.groups[strategy].section, default: [:]][strategy, default: false] =
        hasBenefit || strategies[plan.groups[strategy].section]?[strategy] ?? false
    }
    for section in strategies.values {
      let missing = section.filter { !$0.value }.keys.sorted()
      let present = section.count - missing.count
      guard present >= 3, present > 2 * missing.count else { continue }
      for strategy in missing {
        let heading = plan.groups[strategy].group.heading
        findings.add(
          at: heading.firstLineRange,
          LocalizedText(
            zh:
              "「\(heading.excerpt)」沒有\(MeasureColumn.benefit.name)，其他 \(present) 個\(plan.levelName(of: strategy))都有，請補上。",
            en: "“\(heading.excerpt)” has no 預期效益, but \(present) others do; add it."))
      }
    }
  }
}

import PlanText

/// PT214: the expected benefit says what is done and not what comes of it.
enum BenefitRestated: Rule {
  static let description = RuleDescription(
    code: "PT214", name: "benefit-restated", severity: .note,
    summary: LocalizedText(zh: "預期效益只是重述作法", en: "The expected benefit repeats the measure"),
    explanation: LocalizedText(
      zh: """
        預期效益要寫做了之後會怎樣：縮短多少時間、多少人受益、滿意度提高多少。大部分文字與同一列的作法相同時，等於沒有寫效益。少於 12 個字者不檢查。
        """,
      en: """
        The expected benefit should say what a measure achieves: how much time is saved, who benefits, how much satisfaction rises. If most of its words are \
        those of the measure in the same row, it states no benefit. Benefits of fewer than twelve characters are not checked.
        """),
    failing: RuleExample(
      """
      # 某某市甲區戶政事務所105年度提升服務品質實施計畫

      - 機關：某某市甲區戶政事務所
      - 年度：105
      - 期程：105年1月1日至105年12月31日

      ## 工作要項執行表

      ### 一、便捷服務程序，確保流程透明

      #### 1. 提供服務流程便捷性

      - 執行期間：1月~12月
      - 執行單位：各課
      - 預期效益：↓建置單一窗口，一處收件全程服務，並公開處理流程。

      1. 建置單一窗口，一處收件全程服務，公開處理流程，並每月檢討。
      """),
    passing: RuleExample(
      """
      # 某某市甲區戶政事務所105年度提升服務品質實施計畫

      - 機關：某某市甲區戶政事務所
      - 年度：105
      - 期程：105年1月1日至105年12月31日

      ## 工作要項執行表

      ### 一、便捷服務程序，確保流程透明

      #### 1. 提供服務流程便捷性

      - 執行期間：1月~12月
      - 執行單位：各課
      - 預期效益：單一窗口全程服務後，民眾等候時間由30分鐘縮短為10分鐘。

      1. 建置單一窗口，一處收件全程服務，公開處理流程，並每月檢討。
      """),
    evidence: LocalizedText(
      zh: "105 年戶政計畫有一項預期效益，45 個字中有 36 個字就是作法的第一句。",
      en:
        "In a 105 household plan, 36 of the 45 characters of one expected benefit are the first sentence of the measure."
    ))

  private static let shortest = 12

  static let workload = RuleWorkload.comparison

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let measures = plan.measureTokens
    var tokenizer = measures.tokenizer
    // A benefit of a heading holds for all measures below it, and is looked at once.
    var benefits: [Int: (text: PlanText, set: ShingleSet)] = [:]
    var reported: Set<Int> = []
    for (index, entry) in plan.measures.enumerated() {
      guard let benefit = entry.fields.benefit, !benefit.isBlank else { continue }
      let place = benefit.range.lowerBound
      if benefits[place] == nil {
        let tokens = tokenizer.tokens(of: benefit)
        benefits[place] = (benefit, tokens.values.count >= shortest ? tokens.shingles : ShingleSet([]))
      }
      guard let set = benefits[place]?.set, set.count > 0, !reported.contains(place) else { continue }
      guard set.common(with: measures[index].shingles) * 10 >= set.count * 7 else { continue }
      reported.insert(place)
      findings.add(
        at: benefit.firstLineRange,
        LocalizedText(
          zh: "預期效益「\(benefit.excerpt)」的文字大部分就是作法，請寫出做了之後的效益。",
          en: "The benefit “\(benefit.excerpt)” mostly repeats the measure; say what the measure achieves."),
        notes: [.init(entry.measure.text.firstLineRange, LocalizedText(zh: "作法在此", en: "The measure"))])
    }
  }
}

import PlanModel
import PlanText

/// PT302: a deadline is written in a form that is not known, or is blank.
enum DeadlineNotUnderstood: Rule {
  static let description = RuleDescription(
    code: "PT302", name: "deadline-not-understood", severity: .warning,
    summary: LocalizedText(zh: "完成期限無法判讀", en: "A deadline cannot be understood"),
    explanation: LocalizedText(
      zh: """
        期限須能換算成日期、期間或頻率，才能列管與排序。可用的寫法例如「107年4月30日」「107年4月底前」「第2季」「1月~12月」「107年每月」「持續辦理」\
        「賡續辦理，並請於6月29日前提供辦理情形」；補充說明請放在括號內。
        """,
      en: """
        A deadline must be a date, a span or a frequency; otherwise it cannot be followed up. Accepted forms are for example 107年4月30日, 107年4月底前, \
        第2季, 1月~12月, 107年每月, 持續辦理 and 賡續辦理，並請於6月29日前提供辦理情形; put remarks in parentheses.
        """),
    failing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：↓儘速研議
        2. 檢討收費標準。
           - 完成期限：107年4月，↓詳如附件
        3. 檢討作業流程。
           - 完成期限：↓
        4. 檢討申請書表。
           - 完成期限：↓未定
        5. 檢討等候時間。
           - 完成期限：107年↓毎月
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：107年4月30日前（視經費核撥情形）
        2. 檢討收費標準。
           - 完成期限：賡續辦理，並請於6 月29日 日前提 供辦理情形
        3. 檢討作業流程。
           - 完成期限：自107年1月1日起至同年5月底止
        4. 本項無其他作法。
           - 完成期限：無
        """),
    evidence: LocalizedText(
      zh: "三份實際計畫共 232 格期限，寫法不到十種，全部都能判讀。",
      en: "The 232 deadline cells of three real documents use fewer than ten forms, and all of them are understood."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let name = plan.deadlineName
    let year = plan.planYear.map { $0 - CalendarDate.rocOffset } ?? 107
    let examples = ["「\(year)年4月30日」「\(year)年每月」或「持續辦理」", "“\(year)年4月30日”, “\(year)年每月” or “持續辦理”"]
    for entry in plan.deadlines {
      guard case .failure(let problem) = entry.value.reading else { continue }
      let text = entry.value.text
      // Where the value ends is known when the field is written as one.
      if plan.isInDoubt(text) { continue }
      switch problem {
      case .empty:
        findings.add(
          at: text.range,
          LocalizedText(
            zh: "\(name)是空白的，請填寫，例如\(examples[0])。", en: "The deadline is blank; write one, for example \(examples[1])."
          ),
          severity: .error)
      case .unstated where plan.sayNotApplicable(entry.measures): continue
      case .unstated:
        findings.add(
          at: text.firstLineRange,
          LocalizedText(
            zh: "\(name)寫「\(text.excerpt)」，沒有寫明時間；請寫出日期或頻率，例如\(examples[0])。",
            en: "“\(text.excerpt)” does not state a time; write a date or a frequency, for example \(examples[1])."))
      case .notUnderstood(let rest):
        // The reader stopped somewhere in the text without its white space; what is left is its end.
        let dense = DenseText(text)
        let stop = max(0, dense.count - rest.unicodeScalars.count)
        let left = dense.part(stop..<dense.count)
        let isWhole = stop == 0
        let nearest = DeadlineForms.nearest(to: text.string).map { form in
          form.split(separator: "107", omittingEmptySubsequences: false).joined(separator: String(year))
        }
        findings.add(
          at: left.isBlank ? text.firstLineRange : left.firstLineRange,
          LocalizedText(
            zh: """
              無法判讀\(name)「\(text.excerpt)」\(isWhole || left.isBlank ? "" : "（從「\(left.excerpt)」起）")；\
              \(nearest.map { "最接近的寫法是「\($0)」" } ?? "可寫成\(examples[0])")，補充說明請放在括號內。
              """,
            en: """
              The deadline “\(text.excerpt)” cannot be understood\(isWhole || left.isBlank ? "" : " from “\(left.excerpt)” on"); \
              \(nearest.map { "the nearest form is “\($0)”" } ?? "write \(examples[1])"). Put remarks in parentheses.
              """),
          fixes: [DeadlineSpelling.fix(of: text)].compactMap { $0 })
      case .spreadsheetDay(let day):
        findings.add(
          at: text.firstLineRange,
          LocalizedText(
            zh: "\(name)「\(text.excerpt)」是試算表存放日期的數字，代表\(day.roc)；請改寫成日期。",
            en: "“\(text.excerpt)” is a spreadsheet's number for \(day.roc); write the date instead."))
      case .impossible: continue
      }
    }
  }
}

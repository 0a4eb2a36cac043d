import PlanModel
import PlanText

/// PT102: a field under the title does not say what it should.
enum MetadataMalformed: Rule {
  static let description = RuleDescription(
    code: "PT102", name: "metadata-malformed", severity: .error,
    summary: LocalizedText(zh: "計畫的基本欄位寫法不正確", en: "A field of the plan is malformed"),
    explanation: LocalizedText(
      zh: """
        年度寫民國年（107、九十一），不寫西元年；學年度（112學年度）與跨年度（104-107）也可以。期程寫出起日與迄日（107年1月1日至107年12月31日），也可以只寫到月，或只寫一個年度、\
        學年度；「持續辦理」「每月」不是期程，不存在的日期也無法計算。沒有寫明起日或迄日的期程（自函頒日起實施）可以，但期限無從核對，只提示。
        """,
      en: """
        The year is the ROC year (107, 九十一), not the Gregorian one; a school year (112學年度) and several years (104-107) are also accepted. The period gives its first and last day \
        (107年1月1日至107年12月31日), or months, or one whole year or school year; 持續辦理 and 每月 are not periods, and a date that does not exist cannot be used. A period without a \
        first or last day (自函頒日起實施) is accepted, but deadlines cannot be checked against it, which is a note.
        """),
    failing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：↓二〇一八
      - 期程：↓107年1月1日至107年11月31日
      - 檢核表：police-107

      ## 壹、計畫目標

      提升服務品質。
      """),
    passing: RuleExample(
      """
      # 某某市政府警察局甲分局107年度提升服務品質執行計畫

      - 機關：某某市政府警察局甲分局
      - 年度：民國１０７年度
      - 期程：自民國107年1月起至同年12月底止，計1年
      - 檢核表：police-107

      ## 壹、計畫目標

      提升服務品質。
      """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫的期程一份寫到日、一份寫到月，都可接受。",
      en: "Of the two 107 police plans one gives its period by days and one by months; both are right."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    if let metadata = plan.document.proposal?.metadata {
      reportBlank([(.proposalName, metadata.name), (.proposalUnit, metadata.unit)], &findings)
      if let year = metadata.year, metadata.rocYear == nil {
        report(year, intended: metadata.intendedROCYear, &findings)
      }
      return
    }
    let metadata = plan.metadata
    reportBlank([(.agency, metadata.agency), (.checklist, metadata.checklist)], &findings)
    if let year = metadata.year, metadata.rocYear == nil, Placeholder.first(in: year) == nil {
      report(year, intended: metadata.intendedROCYear, &findings)
    }
    if let period = metadata.period, Placeholder.first(in: period.text) == nil,
      let (zh, en) = fault(of: period, planYear: plan.planYear)
    {
      // 自函頒日起 begins with the letter that issues the plan: right, but nothing can be counted from it.
      let isOpen = if case .span(let from, let to) = period.meaning?.form { from == nil || to == nil } else { false }
      findings.add(at: period.text.firstLineRange, LocalizedText(zh: zh, en: en), severity: isOpen ? .note : nil)
    }
  }

  private static func reportBlank(_ fields: [(FieldName, PlanText?)], _ findings: inout FindingList) {
    for (field, text) in fields {
      guard let text, text.isBlank else { continue }
      findings.add(
        at: text.range,
        LocalizedText(zh: "「\(field.name)」是空白的，請填寫。", en: "The field “\(field.name)” is empty; fill it in."))
    }
  }

  private static func report(_ year: PlanText, intended: Int?, _ findings: inout FindingList) {
    guard let intended else {
      findings.add(
        at: year.firstLineRange,
        year.isBlank
          ? LocalizedText(
            zh: "「年度」是空白的，請填民國年，例如「107」。", en: "The field “年度” is empty; write the ROC year, such as “107”."
          )
          : LocalizedText(
            zh: "年度「\(year.excerpt)」看不出是哪一年，請寫民國年的數字，例如「107」。",
            en: "“\(year.excerpt)” is not a year; write the ROC year in digits, such as “107”."))
      return
    }
    // The same number in other characters may be replaced, though never unseen; another number, of another era, is for
    // a person to confirm.
    let isSameNumber = !year.string.unicodeScalars.contains {
      Numeral.value(of: String($0)) != nil && $0.properties.numericType == .decimal
    }
    findings.add(
      at: year.firstLineRange,
      LocalizedText(
        zh: "年度「\(year.excerpt)」應寫民國年的數字「\(intended)」。",
        en: "The year “\(year.excerpt)” must be the ROC year in digits: “\(intended)”."),
      fixes: isSameNumber
        ? [
          .init(
            LocalizedText(zh: "改為「\(intended)」", en: "Write “\(intended)”"), replace: year.range,
            with: String(intended),
            isSafe: false)
        ] : [])
  }

  /// What is wrong with a period, in both languages.
  private static func fault(of period: Deadline, planYear: Int?) -> (zh: String, en: String)? {
    let quote = period.text.excerpt
    let year = planYear.map { $0 - CalendarDate.rocOffset } ?? 107
    let form = "\(year)年1月1日至\(year)年12月31日"
    let model = (zh: "請寫成「\(form)」", en: "write “\(form)”")
    switch period.reading {
    case .failure(.empty): return ("「期程」是空白的，\(model.zh)。", "The field “期程” is empty; \(model.en).")
    case .failure(.notUnderstood(let rest)):
      let shown = rest.excerpt()
      return (
        "期程「\(quote)」從「\(shown)」起無法判讀，\(model.zh)。",
        "The period “\(quote)” is not understood from “\(shown)” on; \(model.en)."
      )
    case .failure(.spreadsheetDay(let day)):
      return (
        "期程「\(quote)」是試算表存放日期的數字（\(day.roc)），\(model.zh)。",
        "The period “\(quote)” is the number that a spreadsheet keeps for \(day.roc); \(model.en)."
      )
    case .failure(.unstated):
      return ("期程寫「\(quote)」，沒有日期；\(model.zh)。", "The period is “\(quote)”, which is not a date; \(model.en).")
    case .failure(.impossible(.month(let month))):
      return ("期程「\(quote)」中沒有 \(month) 月。", "The period “\(quote)” names a month \(month).")
    case .failure(.impossible(.quarter(let quarter))):
      return ("期程「\(quote)」中沒有第 \(quarter) 季。", "The period “\(quote)” names a quarter \(quarter).")
    case .failure(.impossible(.day(let year, let month, let day))):
      return impossible(year: year ?? planYear, month: month, day: day)
    case .success(let meaning): return fault(of: meaning, quote: quote, planYear: planYear, model: model)
    }
  }

  private static func fault(
    of meaning: DeadlineMeaning, quote: String, planYear: Int?, model: (zh: String, en: String)
  ) -> (zh: String, en: String)? {
    switch meaning.form {
    case .ongoing, .recurring, .dates, .occasion, .relative, .done, .several:
      return ("期程「\(quote)」不是一段期間，\(model.zh)。", "“\(quote)” is not a period; \(model.en).")
    case .due(let point):
      // 107年, 下半年 are whole periods; 107年12月31日前 is an end without a beginning.
      switch point.precision {
      case .year, .half, .quarter, .term, .schoolYear: return nil
      case .month, .day, .part:
        return ("期程「\(quote)」只有一個日期，\(model.zh)。", "The period “\(quote)” has one date only; \(model.en).")
      }
    case .span(nil, _) where quote.contains("即日"):
      return (
        "期程「\(quote)」以「即日」起算，沒有日期可據以核對各項期限；請寫明起日。",
        "The period “\(quote)” begins with the day of issue (即日), so that no deadline can be checked against it; name that day."
      )
    case .span(nil, _), .span(_, nil):
      return (
        "期程「\(quote)」沒有寫明起日或迄日，各項期限無從核對是否在期程之內；知道日期時請寫明。",
        "The period “\(quote)” does not say when it begins or ends, so that no deadline can be checked against it; write the day when it is known."
      )
    case .span(let from, let to):
      for case .some(let point) in [from, to] {
        guard case .day(let month, let day) = point.precision, let year = point.year ?? planYear,
          CalendarDate(year: year, month: month, day: day) == nil
        else { continue }
        return impossible(year: year, month: month, day: day)
      }
      return nil
    }
  }

  private static func impossible(year: Int?, month: Int, day: Int) -> (zh: String, en: String) {
    // Without a year February may have 29 days.
    let last = CalendarDate.daysIn(month: month, year: year ?? 2000)
    let shown = year.map { "\($0 - CalendarDate.rocOffset)年" } ?? ""
    return (
      "期程中的\(shown)\(month)月\(day)日不存在，該月最後一日是\(month)月\(last)日。",
      "\(shown)\(month)月\(day)日 in the period does not exist; the last day of that month is \(month)月\(last)日."
    )
  }
}

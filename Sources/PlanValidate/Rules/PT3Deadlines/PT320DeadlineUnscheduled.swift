import PlanModel
import PlanText

/// PT320: a deadline makes sense and names no day, so that nobody can follow it up.
enum DeadlineUnscheduled: Rule {
  static let description = RuleDescription(
    code: "PT320", name: "deadline-unscheduled", severity: .note,
    summary: LocalizedText(zh: "期限沒有可列管的時間", en: "A deadline names no time that can be followed up"),
    explanation: LocalizedText(
      zh: """
        「視需要辦理」「不定期」「開徵期間」「收件後3日內」這類寫法說得通，但日曆上沒有這一天，無法列管、也無法排入期限一覽表。能寫出日期或頻率時請寫出來，\
        例如「107年12月31日前」「每半年至少1次」；確實要看情形辦理的，寫「持續辦理」。收件後幾日內辦結屬於處理時限，宜寫在作法裡。同樣的寫法只在第一次出現時提示一次。
        """,
      en: """
        視需要辦理, 不定期, 開徵期間 and 收件後3日內 make sense, but no calendar has such a day: nobody can follow them up or put them into the list of deadlines. \
        Where a date or a frequency can be given, write it, as in 107年12月31日前 or 每半年至少1次; what truly depends on circumstances is 持續辦理. How long \
        an application takes belongs into the measure. The same wording is reported once, at its first place.
        """),
    failing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：↓視需要辦理
        2. 檢討收費標準。
           - 完成期限：↓收件後3個工作日內
        3. 檢討作業流程。
           - 完成期限：視需要辦理
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件，視需要召開會議。
           - 完成期限：每半年至少1次
        2. 檢討收費標準。
           - 完成期限：隨到隨辦
        3. 檢討作業流程。
           - 完成期限：6月及12月
        """),
    evidence: LocalizedText(
      zh: "五份實際文件的期限都是日期、期間、頻率或持續辦理；「不定期」只寫在作法裡。其他機關公開的計畫有以「視需要」「不定期」為期限的。",
      en: """
        The deadlines of five real documents are dates, spans, frequencies or 持續辦理; 不定期 stands in measures only. Plans that other agencies have \
        published do have 視需要 and 不定期 for a deadline.
        """))

  static let documents = Set(DocumentKind.allCases)

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var places: [NameKey: [PlanText]] = [:]
    var order: [NameKey] = []
    for entry in plan.deadlines where entry.value.meaning?.form == .unscheduled {
      let key = NameKey(entry.value.text.string)
      if places[key] == nil { order.append(key) }
      places[key, default: []].append(entry.value.text)
    }
    for key in order {
      guard let texts = places[key], let first = texts.first else { continue }
      let count = texts.count > 1 ? LocalizedText(zh: "（共\(texts.count)處）", en: " (\(texts.count) places)") : nil
      findings.add(
        at: first.firstLineRange,
        LocalizedText(
          zh: "\(plan.deadlineName)「\(first.excerpt)」\(count?.zhHant ?? "")沒有日期或頻率，無法列管；可行時請寫成「107年12月31日前」「每半年至少1次」等。",
          en:
            "The deadline “\(first.excerpt)”\(count?.en ?? "") names no date or frequency, so nobody can follow it up; write for example “107年12月31日前” or “每半年至少1次” where you can."
        ))
    }
  }
}

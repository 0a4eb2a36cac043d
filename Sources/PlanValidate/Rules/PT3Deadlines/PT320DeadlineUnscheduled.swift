import PlanModel
import PlanText

/// PT320: a deadline makes sense and names no day, so that nobody can follow it up.
enum DeadlineUnscheduled: Rule {
  static let description = RuleDescription(
    code: "PT320", name: "deadline-unscheduled", severity: .note,
    summary: LocalizedText(zh: "期限沒有可列管的時間", en: "A deadline gives no time that can be followed up"),
    explanation: LocalizedText(
      zh: """
        「視需要辦理」「適時」「不定期」這類寫法說得通，但什麼時候辦、辦了沒有，沒有人能列管，也無法排入期限一覽表。能寫出日期或頻率時請寫出來，例如「107年12月31日前」「每半年至少1次」；\
        確實要看情形辦理的，寫明是什麼情形（「有異動時」）或寫「持續辦理」。同樣的寫法只在第一次出現時提示一次。依規定或契約的期限、某事發生後幾日內，都有據可查，不提示。
        """,
      en: """
        視需要辦理, 適時 and 不定期 make sense, but it cannot be followed up when the work is done and whether it was done, and it cannot be put into the list of deadlines. \
        If a date or a frequency can be given, write it, as in 107年12月31日前 or 每半年至少1次; if the work really depends on circumstances, say which \
        (有異動時), or write 持續辦理. The same wording is reported once, where it first appears. Deadlines set by regulations or contracts, and those a number of days after an event, are not reported.
        """),
    failing: RuleExample(
      measures: """
        1. 檢討逾期案件。
           - 完成期限：↓視需要辦理
        2. 檢討收費標準。
           - 完成期限：↓不定期辦理
        3. 檢討作業流程。
           - 完成期限：視需要辦理
        """),
    passing: RuleExample(
      measures: """
        1. 檢討逾期案件，視需要召開會議。
           - 完成期限：每半年至少1次
        2. 檢討收費標準。
           - 完成期限：收件後3個工作日內
        3. 檢討作業流程。
           - 完成期限：6月及12月
        4. 更新申請須知。
           - 完成期限：法規有異動時
        """),
    evidence: LocalizedText(
      zh: "五份實際文件的期限都是日期、期間、頻率或持續辦理；「不定期」只寫在作法裡。其他機關公開的計畫有以「視需要」「不定期」為期限的。",
      en: """
        The deadlines of five real documents are dates, spans, frequencies or 持續辦理; 不定期 appears only in measures. Plans that other agencies have \
        published do use 視需要 and 不定期 as deadlines.
        """))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var places: [NameKey: [PlanText]] = [:]
    var order: [NameKey] = []
    for entry in plan.deadlines where Self.isOpen(entry.value.meaning?.form) {
      let key = NameKey(entry.value.text.string)
      if places[key] == nil { order.append(key) }
      places[key, default: []].append(entry.value.text)
    }
    let year = plan.planYear.map { $0 - CalendarDate.rocOffset } ?? 107
    for key in order {
      guard let texts = places[key], let first = texts.first else { continue }
      let count = texts.count > 1 ? LocalizedText(zh: "（共\(texts.count)處）", en: " (\(texts.count) places)") : nil
      findings.add(
        at: first.firstLineRange,
        LocalizedText(
          zh:
            "\(plan.deadlineName)「\(first.excerpt)」\(count?.zhHant ?? "")沒有日期或頻率，無法列管；可行時請寫成「\(year)年12月31日前」「每半年至少1次」等。",
          en:
            "The deadline “\(first.excerpt)”\(count?.en ?? "") gives no date or frequency, so it cannot be followed up; write for example “\(year)年12月31日前” or “每半年至少1次” where you can."
        ))
    }
  }
  private static func isOpen(_ form: DeadlineMeaning.Form?) -> Bool {
    switch form {
    case .occasion(.need), .occasion(.irregular): true
    default: false
    }
  }
}

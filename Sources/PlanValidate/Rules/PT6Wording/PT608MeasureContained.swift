import PlanText

/// PT608: a measure stands word for word in a longer one.
enum MeasureContained: Rule {
  static let description = RuleDescription(
    code: "PT608", name: "measure-contained", severity: .note,
    summary: LocalizedText(zh: "作法包含在另一項較長的作法中", en: "A measure is contained in a longer one"),
    explanation: LocalizedText(
      zh: """
        整項作法的文字幾乎原樣出現在同一張表的另一項作法之中，等於列了兩次。請只保留一處，或寫出不同的做法。兩處的期限不同，或此處的單位不在較長作法的單位之內時，是\
        警告，因為不知以何者為準。少於 20 個字的作法不檢查，數字不同者也不算；整項相同或幾乎相同者由 PT601、PT602 提出。
        """,
      en: """
        The whole text of a measure is contained nearly word for word in another one of the same table, so it is listed twice. Keep one, or say what is \
        different. If the deadlines differ, or the units here are not among those of the longer measure, it is a warning, because it is not clear which \
        applies. Measures of fewer than 20 characters and those that differ in a number are not compared; measures that are entirely the same are \
        reported by PT601 and PT602.
        """),
    failing: RuleExample(
      measures: """
        1. ↓於網站主動公開各項服務標準作業程序及應備證件，供民眾查閱。
           - 完成期限：持續辦理
           - 承辦單位：秘書室

        #### 服務友善

        ##### 服務資訊透明度

        1. 於網站主動公開各項服務標準作業程序及應備證件，供民眾查閱，並建立申辦案件公開查詢機制，主動回應辦理情形。
           - 完成期限：107年4月
           - 承辦單位：秘書室、資訊室
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 於網站公開標準作業程序。
        2. 辦理第一場服務禮儀及電話禮貌講習，邀請專家到場授課並測驗。

        #### 服務友善

        ##### 服務資訊透明度

        - 完成期限：107年4月
        - 承辦單位：資訊室

        1. 於網站公開標準作業程序，供民眾查閱，並建立申辦案件公開查詢機制。
        2. 辦理第二場服務禮儀及電話禮貌講習，邀請專家到場授課並測驗，成績優良者公開表揚。
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫有一項作法由前面兩項連接而成，期限卻不同；一份 105 年戶政計畫也有一項作法整段出現在另一項之中。",
      en:
        "One measure of a 107 police plan is two earlier ones joined, with a different deadline; in a 105 household plan one measure is contained in another."
    ))

  static let workload = RuleWorkload.comparison

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for found in plan.repeats.contained {
      let (part, whole) = (plan.measures[found.part], plan.measures[found.whole])
      let text = part.measure.text
      let place = plan.name(of: whole.group)
      let zh = found.differences.map {
        "\($0.name.name)在此為「\($0.first.excerpt)」、在該處為「\($0.second.excerpt)」"
      }.joined(separator: "，")
      let en = found.differences.map {
        "\($0.name.name) is “\($0.first.excerpt)” here and “\($0.second.excerpt)” there"
      }
      .joined(separator: ", ")
      findings.add(
        at: text.firstLineRange,
        found.differences.isEmpty
          ? LocalizedText(
            zh: "作法「\(text.excerpt)」已包含在另一項較長的作法中，請確認是否重複。",
            en: "The measure “\(text.excerpt)” is contained in a longer one; check whether it is a repeat.")
          : LocalizedText(
            zh: "作法「\(text.excerpt)」已包含在另一項較長的作法中，但\(zh)；請統一或只保留一處。",
            en: "The measure “\(text.excerpt)” is contained in a longer one, but \(en); make them agree or keep one."),
        severity: found.differences.isEmpty ? nil : .warning,
        notes: [
          Finding.Note(
            found.place.firstLineRange, LocalizedText(zh: "包含於此（\(place)）", en: "It is contained here (\(place))"))
        ])
    }
  }
}

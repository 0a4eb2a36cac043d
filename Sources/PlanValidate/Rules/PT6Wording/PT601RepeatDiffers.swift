import PlanText

/// PT601: a measure stands in two places with another deadline or other units.
enum RepeatDiffers: Rule {
  static let description = RuleDescription(
    code: "PT601", name: "repeat-differs", severity: .warning,
    summary: LocalizedText(zh: "同一作法在兩處的期限或單位不同", en: "A repeated measure has a different deadline or different units"),
    explanation: LocalizedText(
      zh: """
        同樣文字的作法列了兩次，而完成期限或承辦單位不一致，執行與考核時不知以何者為準。請查明後統一，或只保留一處。比對時不計空白、標點與全半形，單位依單位表\
        的別名換算；「4月」與「107年4月」、「持續辦理」與「賡續辦理」視為相同。文字幾乎相同（九成以上，或只在一處增減幾個字）者列為提示。
        """,
      en: """
        The same measure is listed twice with different deadlines or units, so it is not clear which one applies. Make them agree, or keep one. White space, \
        punctuation and width do not count, units are compared by their names in the unit table, and 4月 is 107年4月 as 持續辦理 is 賡續辦理. Texts \
        that are nearly the same (90 %, or a few more words in one place) are notes.
        """),
    failing: RuleExample(
      measures: """
        1. 提供案件收件確認訊息，辦結後主動通知申請人。
           - 完成期限：107年4月
           - 承辦單位：秘書室

        #### 服務友善

        ##### 服務資訊透明度

        1. ↓提供案件收件確認訊息,辦結後主動通知申請人
           - 完成期限：持續辦理
           - 承辦單位：秘書室
        """),
    passing: RuleExample(
      measures: """
        1. 辦理第一場服務禮儀講習，邀請專家到場授課並測驗。
           - 完成期限：107年4月
           - 承辦單位：秘書室
        2. 辦理教育訓練
           - 完成期限：107年5月
           - 承辦單位：人事室

        #### 服務友善

        ##### 服務資訊透明度

        1. 辦理第二場服務禮儀講習，邀請專家到場授課並測驗。
           - 完成期限：107年5月
           - 承辦單位：秘書室
        2. 辦理教育訓練
           - 完成期限：107年4月
           - 承辦單位：秘書室
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫有五項作法重複列出而期限或單位不同，例如同一句在前寫 107 年 4 月、在後寫持續辦理。",
      en:
        "In a 107 police plan five measures are repeated with a different deadline or unit, such as 107年4月 first and 持續辦理 later."
    ))

  static let workload = RuleWorkload.comparison

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for found in plan.repeats.alike where !found.differences.isEmpty {
      let (first, second) = (plan.measures[found.first], plan.measures[found.second])
      let differences = found.differences
      let zh = differences.map { "\($0.name.name)在前為「\($0.first.excerpt)」、在此為「\($0.second.excerpt)」" }.joined(
        separator: "，")
      let en = differences.map { "\($0.name.name) is “\($0.first.excerpt)” there and “\($0.second.excerpt)” here" }
        .joined(separator: ", ")
      let text = second.measure.text
      let notes =
        [Finding.Note(first.measure.text.firstLineRange, LocalizedText(zh: "首次列出於此", en: "First listed here"))]
        + differences.map { difference in
          Finding.Note(
            difference.first.firstLineRange,
            LocalizedText(zh: "在前的\(difference.name.name)", en: "\(difference.name.name) of the first"))
        }
      if let wording = found.wording {
        findings.add(
          at: text.firstLineRange,
          LocalizedText(
            zh: "作法「\(text.excerpt)」與前面一項幾乎相同（\(RepeatSame.zh(wording))），但\(zh)；如為同一工作，請統一。",
            en:
              "“\(text.excerpt)” is nearly the same as an earlier measure (\(RepeatSame.en(wording))), but \(en); if they are the same work, make them agree."
          ),
          severity: .note, notes: notes)
      } else {
        findings.add(
          at: text.firstLineRange,
          LocalizedText(
            zh: "作法「\(text.excerpt)」與前面一項相同，但\(zh)；請統一或只保留一處。",
            en: "The measure “\(text.excerpt)” was already listed, but \(en); make them agree or keep one."),
          notes: notes)
      }
    }
  }
}

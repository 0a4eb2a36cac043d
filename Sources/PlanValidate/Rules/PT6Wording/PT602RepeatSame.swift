import PlanText

/// PT602: a measure stands in two places and nothing differs but the focus.
enum RepeatSame: Rule {
  static let description = RuleDescription(
    code: "PT602", name: "repeat-same", severity: .warning,
    summary: LocalizedText(zh: "同一作法列了兩次", en: "A measure is listed twice"),
    explanation: LocalizedText(
      zh: """
        同樣文字的作法在兩處出現，期限與單位也沒有不同。請只留在最適當的評核重點之下，或寫出各重點不同的做法。少於 8 個字的短句不檢查；文字幾乎相同（九成以上，或只在一處增減幾個\
        字）者列為提示。措施調查表本來就摘述具體作法，不列入比對。
        """,
      en: """
        The same text appears in two places with the same deadline and units. Keep it under the focus where it fits best, or say what is different in each. \
        Texts of fewer than eight characters are not compared, those that are nearly the same (90 %, or a few more words in one place) are notes, and the survey, which \
        summarises the measures, is not compared.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 通行證業務申辦流程，於網站架設英文版。

        #### 服務友善

        ##### 服務資訊透明度

        - 完成期限：賡續辦理
        - 承辦單位：秘書室

        1. ↓通行證業務申辦流程於網站架設英文版
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理

        1. 檢討逾期案件。
        2. 通行證業務申辦流程，於網站架設英文版。

        #### 服務友善

        ##### 服務資訊透明度

        - 完成期限：持續辦理

        1. 檢討逾期案件。
        2. 刀械申請流程與作業時程，於服務臺張貼。
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫有三項作法原文照列於兩個重點，另有一項只把「Facebook」改成「FB」。",
      en: "One 107 police plan lists three measures word for word under two focuses, and a fourth with FB for Facebook."
    ))

  static let workload = RuleWorkload.comparison

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for found in plan.repeats.alike where found.differences.isEmpty {
      let (first, second) = (plan.measures[found.first], plan.measures[found.second])
      let text = second.measure.text
      let place = plan.name(of: first.group)
      let note = Finding.Note(
        first.measure.text.firstLineRange, LocalizedText(zh: "首次列出於此（\(place)）", en: "First listed here (\(place))"))
      if let wording = found.wording {
        findings.add(
          at: text.firstLineRange,
          LocalizedText(
            zh: "作法「\(text.excerpt)」與前面一項幾乎相同（\(zh(wording))），請確認是否重複。",
            en:
              "“\(text.excerpt)” is nearly the same as an earlier measure (\(en(wording))); check whether it is a repeat."
          ),
          severity: .note, notes: [note])
      } else {
        findings.add(
          at: text.firstLineRange,
          LocalizedText(
            zh: "作法「\(text.excerpt)」前面已經列過，請只保留一處，或寫出不同的做法。",
            en: "The measure “\(text.excerpt)” was already listed; keep one, or say what is different."),
          notes: [note])
      }
    }
  }

  /// 在前寫「Facebook」、在此寫「FB」
  static func zh(_ wording: (first: String, second: String)) -> String {
    if wording.first.isEmpty { return "在此多了「\(wording.second)」" }
    if wording.second.isEmpty { return "在此少了「\(wording.first)」" }
    return "在前寫「\(wording.first)」、在此寫「\(wording.second)」"
  }

  /// “Facebook” there, “FB” here
  static func en(_ wording: (first: String, second: String)) -> String {
    if wording.first.isEmpty { return "“\(wording.second)” is added here" }
    if wording.second.isEmpty { return "“\(wording.first)” is left out here" }
    return "“\(wording.first)” there, “\(wording.second)” here"
  }
}

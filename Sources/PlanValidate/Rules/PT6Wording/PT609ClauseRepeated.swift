import PlanText

/// PT609: the same clause stands in two measures, or in two items of one list.
enum ClauseRepeated: Rule {
  static let description = RuleDescription(
    code: "PT609", name: "clause-repeated", severity: .note,
    summary: LocalizedText(zh: "同一段文字見於兩項作法或同一清單的兩項", en: "The same clause appears in two measures or two items"),
    explanation: LocalizedText(
      zh: """
        兩項作法有一段相同的文字（18 個字以上，且占較短一項的三分之一，或達 30 個字），或同一清單的一項整個寫在另一項之中，多半是同一件工作寫了兩次，也可能是修改時忘了刪去舊的\
        一項。請確認後合併，或寫出兩項的不同。三項以上共有的文字、「」內的名稱、法規與計畫的名稱，以及只有數字或一個詞不同的同類項目（四聯單、三聯單）不算；整項相同或\
        包含者由 PT601、PT602、PT608 提出。
        """,
      en: """
        Two measures share a stretch of text (18 characters or more that are a third of the shorter one, or 30), or one item of a list is contained in another: \
        usually the same work written twice, or an old version that should have been deleted. Merge them, or say how they differ. Text shared by three or more, names \
        in 「」, titles of laws and plans, and similar items that differ only in a number or a word (四聯單, 三聯單) do not count; measures that are the same or contained \
        as a whole are reported by PT601, PT602 and PT608.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 受理民眾陳情，整合至單一系統列管，並應於收件次日起依限以書面或電話回復陳情人辦理情形。
        2. 民眾撥打市民熱線反映事項者，由值班人員登錄，↓應於收件次日起依限以書面或電話回復陳情人辦理情形，並每月統計。
        3. 建置檢驗設備如下：
           - (一)建置數位檢驗實驗室並導入國際標準認證。
           - (二)本局將逐步↓建置數位檢驗實驗室並導入國際標準認證，提升檢驗能力。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：持續辦理
        - 承辦單位：秘書室

        1. 四聯單應於受理報案後2小時內上傳資訊系統並列印一份交付民眾收執留存備查。
        2. 三聯單應於受理報案後8小時內上傳資訊系統並列印一份交付民眾收執留存備查。
        3. 接種作業如下：
           - (一)依「幼兒疫苗須知」辦理接種並登錄於全國性預防接種資訊系統。
           - (二)依「流感疫苗須知」辦理接種並登錄於全國性預防接種資訊系統，按月統計。
        """),
    evidence: LocalizedText(
      zh: "107 年警察計畫的「建置數位鑑識實驗室並導入…認證」在同一清單列了兩次，「應於收件日之次日起 6 個工作日內回復陳情人」等整句見於兩項作法。",
      en:
        "In a 107 police plan one item of a list is contained in the next, and two measures share sentences of up to 36 characters."
    ))

  static let workload = RuleWorkload.comparison

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    // Many measures stand under one heading, which is named once.
    var others: [LocalizedText?] = Array(repeating: nil, count: plan.groups.count)
    func otherPlace(under group: Int) -> LocalizedText {
      if let known = others[group] { return known }
      let place = plan.name(of: group)
      let words = LocalizedText(zh: "另一處在此（\(place)）", en: "Also here (\(place))")
      others[group] = words
      return words
    }
    for clause in RepeatedClauses.all(in: plan) {
      let words = clause.second.excerpt
      let note = Finding.Note(
        clause.first.firstLineRange,
        clause.measures.map { otherPlace(under: plan.measures[$0.first].group) }
          ?? LocalizedText(zh: "另一項在此", en: "The other item"))
      findings.add(
        at: clause.second.firstLineRange,
        clause.measures == nil
          ? LocalizedText(
            zh: "「\(words)」與同一清單的另一項重複，請確認是否為同一件工作。",
            en: "“\(words)” repeats another item of the same list; check whether they are the same work.")
          : LocalizedText(
            zh: "「\(words)」一段也寫在前面的另一項作法，請確認是否重複。",
            en: "“\(words)” is also in an earlier measure; check whether it is a repeat."),
        notes: [note])
    }
  }
}

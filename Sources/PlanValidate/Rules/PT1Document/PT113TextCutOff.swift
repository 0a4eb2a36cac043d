import PlanText

/// PT113: a text ends in the middle of a sentence.
enum TextCutOff: Rule {
  static let description = RuleDescription(
    code: "PT113", name: "text-cut-off", severity: .warning,
    summary: LocalizedText(zh: "文字在句子中途中斷", en: "A text ends in the middle of a sentence"),
    explanation: LocalizedText(
      zh: """
        貼上或換頁時掉了下半句，就會留下「…將人民陳情案件涉及之問」這樣的文字。結尾是「及」「並」「或」「、」「，」等不能結束句子的字；或同一清單的其他項目都有\
        句號，唯獨這一項沒有，又以「之」「的」「與」或「之」加半個詞結尾；或停在別處一再寫出的詞的一半（示範演｜練，列為提示）；或依內附的詞表\
        （出自公開授權的詞典），最後一個字不成詞、也少有句子以它結尾（受理民眾申｜請），都會指出。整個清單都不加句號不算；括號、引號沒有成對由 PT604 檢查。
        """,
      en: """
        Text that was pasted or split across pages sometimes loses its end. Reported: a text that ends in a word or mark with which no sentence ends \
        (及, 並, 或, 、, ，); the only item of its list without a full stop if it ends in 之, 的, 與 or half a word after 之; as a note, a text that stops within a word that \
        the document writes in full elsewhere (示範演|練); and a text whose last character, according to the built-in vocabulary (see NOTICE), does not form a word and rarely ends a clause \
        (受理民眾申|請). Lists without any full stops are accepted; brackets that do not close are reported by PT604.
        """),
    failing: RuleExample(
      """
      ### 服務評價（200分）

      #### 意見回應處理情形

      ##### 針對民眾意見、抱怨及陳情等積極回應

      - 完成期限：持續辦理
      - 承辦單位：秘書室

      1. 設置意見箱。
      2. 每月檢討陳情案件，並提報會議。
      3. 定期將陳情案件↓涉及之問
      4. 建立處理機制，↓如下列及
      5. 公布辦理情形。
      6. 每半年檢討。
      7. 彙整意見，並受↓理民眾申

      ## 附表2、措施調查表

      | 構面名稱 | 項目 | 措施名稱 | 措施內容 |
      | --- | --- | --- | --- |
      | 服務友善 | 服務行為的友善性 | ↓辦理服務態度示範演 | 辦理服務態度示範演練，並依服務態度示範演練程序講習。 |
      """),
    passing: RuleExample(
      """
      ### 服務評價（200分）

      #### 意見回應處理情形

      ##### 針對民眾意見、抱怨及陳情等積極回應

      - 完成期限：持續辦理
      - 承辦單位：秘書室

      1. 設置意見箱。
      2. 每月檢討陳情案件，並提報會議：
         - (一)陳情案件檢討及
           改善。
         - (二)鼓勵民眾參與
         - (三)民眾意見之參考、
      3. 陳情案件依規定處理之
      4. 陳情案件之處
      """),
    evidence: LocalizedText(
      zh: "105 年戶政事務所計畫有一項作法在換頁處只剩「定期將人民陳情案件涉及之問」；107 年警察計畫的一個措施名稱停在「示範演」。",
      en:
        "A measure of a 105 household-office plan was cut off at the end of a page (…涉及之問); the name of a measure in a 107 police plan stops at 示範演 (for 示範演練)."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let lists = plan.paragraphLists
    // A text that stops before a missing page is reported with that page.
    let lost = Set(plan.lostPages.map(\.cut.range.upperBound))
    var halves: [CutWords.Candidate] = []
    for list in lists {
      // Only where something is found is its place looked up.
      let endings = list.map { Ending(PlanText($0.string)) }
      let closed = endings.count(where: \.isClosed)
      for (paragraph, ending) in zip(list, endings)
      where !paragraph.leadsToList && !lost.contains(paragraph.text.range.upperBound) {
        let others = list.count - 1
        // Most of the others have a full stop.
        let isAlone = others >= 2 && closed * 3 >= others * 2
        if ending.cut(withoutFullStop: isAlone) != nil, let cut = Ending(paragraph.text).cut(withoutFullStop: isAlone) {
          report(cut, in: paragraph.text, lacksStop: isAlone, &findings)
        } else if let doubt = WordEnd.doubt(ofLast: ending.scalars),
          doubt > (isAlone ? WordEnd.doubtfulAmongClosed : WordEnd.doubtful), !ending.isWholeWord
        {
          let isLikely = isAlone && doubt > WordEnd.doubtful
          reportHalfWord(Ending(paragraph.text).tail, isLikely ? .warning : .note, &findings)
        } else if let half = CutWords.Candidate(paragraph.string, { paragraph.text }) {
          halves.append(half)
        }
      }
    }
    for row in plan.surveyRows {
      if let half = CutWords.Candidate(row.name.string, { row.name }) { halves.append(half) }
    }
    for (half, word) in CutWords(halves, in: plan).found {
      findings.add(
        at: half.text.firstLineRange,
        LocalizedText(
          zh: "「\(half.text.excerpt)」似乎停在半個詞；別處寫作「\(word)」，請補完整。",
          en: "“\(half.text.excerpt)” seems to stop within a word; elsewhere it is “\(word)”."),
        severity: .note)
    }
  }

  private static func reportHalfWord(_ tail: PlanText, _ severity: Severity, _ findings: inout FindingList) {
    findings.add(
      at: tail.firstLineRange,
      LocalizedText(
        zh: "文字似乎在詞的中間停了（…\(tail.string)）；請補上後面的文字。",
        en: "The text seems to stop within a word (…\(tail.string)); complete it."),
      severity: severity)
  }

  private static func report(
    _ cut: PlanText, in text: PlanText, lacksStop: Bool, _ findings: inout FindingList
  ) {
    let why =
      lacksStop
      ? LocalizedText(
        zh: "，同一清單的其他項目多以句號結束", en: "; most other items of the list end with a full stop")
      : LocalizedText(zh: "", en: "")
    findings.add(
      at: cut.firstLineRange,
      LocalizedText(
        zh: "文字到「…\(cut.string)」中斷\(why(.zhHant))；請補上後面的文字。",
        en: "The text breaks off at “…\(cut.string)”\(why(.en)); complete it."))
  }
}

import PlanAudit
import PlanModel
import PlanText

/// PT215: 辦理事項 names a checkpoint that the focus does not have, or one of which the measure says nothing.
enum CheckpointClaim: Rule {
  static let description = RuleDescription(
    code: "PT215", name: "checkpoint-claim", severity: .warning,
    summary: LocalizedText(
      zh: "「辦理事項」所指的項目不存在，或作法看不出對應", en: "辦理事項 names a checkpoint that does not exist or that the measure does not show"
    ),
    explanation: LocalizedText(
      zh: """
        作法的「辦理事項」寫明它對應檢核表本重點的第幾項（1、3）或該項的文字，檢核表的勾選就以它為準。所寫的項次或文字在本重點之下找不到時是警告；\
        找得到而作法的文字（具體作法及其下各項）沒有一個關鍵詞、或說的是沒有辦理，是提示，請再看一次是否寫錯項次。關鍵詞列在檢核表各項之下，\
        「plantool checklist show 代號」可看。
        """,
      en: """
        The field 辦理事項 says which checkpoints of its focus a measure meets, by number (1、3) or by their words, and the boxes of the checklist are \
        ticked accordingly. A number or words that the focus does not have are a warning. If the measure has none of the key words of the checkpoint, or says that \
        it is not done, it is a note: check the number. The key words are listed under each box of the checklist (“plantool checklist show ID”).
        """),
    failing: RuleExample(
      """
      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      - 完成期限：持續辦理
      - 承辦單位：秘書室

      1. 公文系統於到期前2日自動寄發催辦信。
         - 辦理事項：↓3
      2. 每季辦理外語會話班。
         - 辦理事項：↓1
      """),
    passing: RuleExample(
      """
      ### 基礎服務（200分）

      #### 服務一致及正確

      ##### 服務及時性

      - 完成期限：持續辦理
      - 承辦單位：秘書室

      1. 公文系統於到期前2日自動寄發催辦信。
         - 辦理事項：1
      2. 申請案件依限辦結者占99%。
         - 辦理事項：1、2
      """),
    evidence: LocalizedText(
      zh: "防範之用：真實文件尚無「辦理事項」這一欄，是 plantool 讓作者寫明對應關係的欄位。",
      en: "Precaution: no real document has this field yet; authors use it to state which checkpoint a measure answers."
    ))

  static let needsChecklist = true

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let checklist = plan.checklist, plan.measures.contains(where: { $0.measure.checkpoints != nil }),
      let coverage = plan.coverage
    else { return }
    for unknown in coverage.unknownNames { report(unknown, checklist.entries[unknown.entry], &findings) }
    for point in coverage.points where point.state == .stated {
      for reference in point.measures where reference.isDoubtful {
        guard let field = reference.measure.checkpoints else { continue }
        let asked = point.checkpoint.text.string.excerpt(30)
        findings.add(
          at: field.firstLineRange,
          LocalizedText(
            zh: "「辦理事項」寫明對應第 \(point.number) 項「\(asked)」，但作法「\(reference.measure.text.excerpt)」看不出對應；請確認項次，或把作法寫明白。",
            en: """
              辦理事項 names checkpoint \(point.number) “\(asked)”, but the measure “\(reference.measure.text.excerpt)” does not mention it; check the number, or say in the \
              measure what is done.
              """),
          severity: .note,
          notes: [.init(reference.measure.text.firstLineRange, LocalizedText(zh: "作法", en: "The measure"))])
      }
    }
  }

  /// Among how many checkpoints one that was meant is looked for.
  private static let mostNames = 50

  private static func report(
    _ unknown: CheckpointCoverage.UnknownName, _ entry: Checklist.Entry, _ findings: inout FindingList
  ) {
    let checkpoints = entry.node.checkpoints
    // Each finding looks through them.
    let names = checkpoints.prefix(mostNames).map(\.text.string)
    let meant = NearMiss.best(for: unknown.word, among: names).flatMap { name in
      names.firstIndex(of: name).map { ($0 + 1, name) }
    }
    let word = unknown.word.excerpt()
    let hint: LocalizedText =
      if checkpoints.isEmpty {
        LocalizedText(zh: "檢核表在這裡沒有列辦理事項", en: "the checklist has no checkpoints here")
      } else if let (number, name) = meant {
        LocalizedText(
          zh: "可能是第 \(number) 項「\(name.excerpt(30))」", en: "perhaps \(number), “\(name.excerpt(30))”, is meant")
      } else {
        LocalizedText(
          zh: "「\(entry.name.excerpt())」只有第 1 至 \(checkpoints.count) 項："
            + names.map { "「\($0.excerpt(20))」" }.prefix(4).joined(separator: "、"),
          en: "“\(entry.name.excerpt())” has 1 to \(checkpoints.count): "
            + names.map { "“\($0.excerpt(20))”" }.prefix(4).joined(separator: ", "))
      }
    findings.add(
      at: unknown.field.firstLineRange,
      LocalizedText(
        zh: "「辦理事項」的「\(word)」不是本重點的任何一項；\(hint(.zhHant))。",
        en: "“\(word)” in 辦理事項 is not a checkpoint of the focus; \(hint(.en))."))
  }
}

import PlanModel
import PlanText

/// PT117: an item of an inspection log has no boxes where the others have them.
enum CheckItemWithoutBox: Rule {
  static let description = RuleDescription(
    code: "PT117", name: "check-item-without-box", severity: .note,
    summary: LocalizedText(zh: "巡檢項目沒有可勾選的方格", en: "An inspection item has no boxes"),
    explanation: LocalizedText(
      zh: """
        工作日誌的其他項目都有「□ 是」之類的方格，這一項卻各時段都是空的，巡檢的人不知道要勾還是要寫。姓名、人數、時間、原因等本來就要填寫文字的項目，以及全部都沒有方格的日誌，不檢查。
        """,
      en: """
        If the other items of a log have boxes such as □ 是 but this one is empty in every slot, it is not clear whether to tick or to write. Items that ask for words (a name, a number, a \
        time, a reason), and logs without any boxes, are not checked.
        """),
    failing: RuleExample(
      """
      ## 巡檢工作日誌

      ### 一、環境

      | 巡檢項目 | 08:30至10:30 | 10:30至12:30 |
      | --- | --- | --- |
      | (一)環境整潔 | □ 是 | □ 是 |
      | (二)照明完整 | □ 是 | □ 是 |

      ### 二、志工服勤

      | 巡檢項目 | 08:30至10:30 | 10:30至12:30 |
      | --- | --- | --- |
      | (一)志工姓名 | | |
      | ↓(二)穿戴背心與識別證 | | |
      | (三)出勤情形 | □ 正常 | □ 正常 |
      """),
    passing: RuleExample(
      """
      ## 巡檢工作日誌

      ### 一、環境

      | 巡檢項目 | 08:30至10:30 | 10:30至12:30 |
      | --- | --- | --- |
      | (一)環境整潔 | □ 是 | □ 是 |
      | (二)照明完整 | □ 是 | |
      | (三)洽公人數 | | |
      | (四)異常原因說明 | | |

      ### 二、志工服勤

      | 巡檢項目 | 08:30至10:30 | 10:30至12:30 |
      | --- | --- | --- |
      | (一)志工姓名 | | |
      | (二)服務電話號碼 | | |
      """),
    evidence: LocalizedText(
      zh: "一份 109 年區公所的工作日誌，志工「穿戴背心與識別證」「奉茶、引導情形」兩項各時段都空白，其他四十幾項都有方格。",
      en:
        "In the log of a district office of 109 two items about volunteers are blank in every slot; more than forty others have boxes."
    ))

  /// What is written and not ticked.
  private static let written = [
    "姓名", "人數", "次數", "件數", "數量", "時間", "日期", "原因", "說明", "建議", "備註", "紀錄", "記錄", "簽名", "簽章", "核章", "溫度", "電話", "編號",
    "人員:", "處理情形", "摘要", "事項",
    "名單", "讀數",
  ]

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for section in plan.sections {
      guard case .inspectionLog(let log) = section.content else { continue }
      let items = log.groups.flatMap(\.items)
      let boxed = items.count { $0.hasBox }
      // Most of the log is for ticking.
      guard boxed >= 2, boxed * 2 > items.count, let example = items.first(where: \.hasBox) else { continue }
      // A whole group without boxes is one to be filled in.
      for group in log.groups where group.items.contains(where: \.hasBox) {
        for item in group.items where !item.cells.isEmpty && item.cells.allSatisfy(\.text.isBlank) {
          let words = NameKey(item.text.string).text
          if words.isEmpty || Self.written.contains(where: { words.contains($0) }) { continue }
          findings.add(
            at: item.label == nil
              ? item.text.firstLineRange : item.labelRange.lowerBound..<item.text.firstLineRange.upperBound,
            LocalizedText(
              zh: "巡檢項目「\(item.text.excerpt)」各時段都空白，其他項目都有方格；請補上，或註明要填寫什麼。",
              en:
                "The item “\(item.text.excerpt)” is blank in every slot, but others have boxes; add them, or say what to write."
            ),
            notes: [
              .init(example.text.firstLineRange, LocalizedText(zh: "例如這一項有方格", en: "this one has boxes, for example"))
            ])
        }
      }
    }
  }
}

extension InspectionItem {
  /// Whether there is a box in any of its cells.
  fileprivate var hasBox: Bool { cells.contains { !$0.boxes.isEmpty } }
}

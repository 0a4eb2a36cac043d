import PlanModel
import PlanText

/// PT205: headings stand in another order than in the checklist.
enum ChecklistOrder: Rule {
  static let description = RuleDescription(
    code: "PT205", name: "checklist-order", severity: .warning,
    summary: LocalizedText(zh: "構面、項目或重點的順序與檢核表不同", en: "Headings are in a different order from the checklist"),
    explanation: LocalizedText(
      zh: """
        具體作法表依檢核表的順序排列，審查時才能逐項對照。缺少的標題不影響順序；同一層的標題只指出一次，說明第一個應移動的標題與應在的位置。
        """,
      en: """
        A table of measures should follow the order of the checklist, so that the two can be read side by side. Missing \
        headings do not matter. For each list of headings, one finding names the first that has to move, and where to.
        """),
    failing: RuleExample(
      """
      ### 基礎服務（200分）

      #### ↓服務友善

      ##### 服務設施合宜程度

      ##### 網站使用便利性

      #### 服務一致及正確

      ##### 服務人員專業度

      ##### ↓服務及時性

      ##### 其他服務作法
      """),
    passing: RuleExample(
      measures: """
        ##### 本機關自訂重點

        ##### 其他服務作法

        #### 服務友善

        ##### 網站使用便利性

        ##### 其他服務作法

        ### 開放創新（100分）
        """),
    evidence: LocalizedText(
      zh: "兩份 107 年警察計畫的順序都與檢核表相同；由多個單位分頭填寫後彙整時容易錯置。",
      en: "Both 107 police plans keep the order; it is easily lost when a table is compiled from many units' parts."))

  static let needsChecklist = true

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    guard let checklist = plan.checklist else { return }
    for siblings in plan.siblings() {
      // A repeated heading is not a matter of order.
      var seen: Set<Int> = []
      let known = siblings.compactMap { index -> (heading: Int, entry: Int)? in
        guard let entry = plan.groups[index].entry, seen.insert(entry).inserted else { return nil }
        return (index, entry)
      }
      let kept = longestRisingRun(known.map(\.entry))
      guard let moved = known.first(where: { !kept.contains($0.entry) }) else { continue }
      let before = known.filter { kept.contains($0.entry) && $0.entry < moved.entry }.max { $0.entry < $1.entry }
      let after = known.filter { kept.contains($0.entry) && $0.entry > moved.entry }.min { $0.entry < $1.entry }
      guard let neighbour = before ?? after else { continue }
      let name = checklist.entries[moved.entry].name
      let neighbourName = checklist.entries[neighbour.entry].name
      let isAfter = before != nil
      findings.add(
        at: ChecklistName.part(of: plan.groups[moved.heading].group.heading).firstLineRange,
        LocalizedText(
          zh: "「\(name)」的位置與檢核表不同，應在「\(neighbourName)」之\(isAfter ? "後" : "前")。",
          en: "“\(name)” is in a different place in the checklist: \(isAfter ? "after" : "before") “\(neighbourName)”."),
        notes: [
          .init(
            plan.groups[neighbour.heading].group.heading.firstLineRange,
            LocalizedText(
              zh: "應在這個標題之\(isAfter ? "後" : "前")", en: "it should be \(isAfter ? "after" : "before") this heading"))
        ])
    }
  }

  /// The largest set of numbers that already stand in rising order, so that as few headings as possible have to move.
  private static func longestRisingRun(_ numbers: [Int]) -> Set<Int> {
    // Each number of a checklist occurs once, so the lists are short.
    var lengths = [Int](repeating: 1, count: numbers.count)
    var previous = [Int?](repeating: nil, count: numbers.count)
    for index in numbers.indices {
      for earlier in 0..<index where numbers[earlier] < numbers[index] && lengths[earlier] + 1 > lengths[index] {
        lengths[index] = lengths[earlier] + 1
        previous[index] = earlier
      }
    }
    // Of several, the one that ends last: then the heading that comes too early is the one that moves.
    var next = numbers.indices.max { (lengths[$0], $0) < (lengths[$1], $1) }
    var run: Set<Int> = []
    while let index = next {
      run.insert(numbers[index])
      next = previous[index]
    }
    return run
  }
}

import PlanModel
import PlanText

/// PT209: two tables of one plan call the same thing by different names.
enum TablesDisagree: Rule {
  static let description = RuleDescription(
    code: "PT209", name: "tables-disagree", severity: .warning,
    summary: LocalizedText(zh: "兩張作法表對同一要領或項目的名稱不同", en: "Two tables use different names for the same thing"),
    explanation: LocalizedText(
      zh: """
        一份計畫有兩張作法表（例如策略與方法表、工作要項執行表）時，同一編號的構面（實施要領）與項目（執行策略細目）應該用同一個名稱，項目數也應相同，\
        讀者才能把兩張表對照起來；檢核表在兩張表各有其名稱者不算。比對時不計編號、標點、空白與全形半形；沒有編號的標題依順序對照。
        """,
      en: """
        If a plan has two tables of measures (such as 策略與方法表 and 工作要項執行表), dimensions and items with the same number should \
        have the same name, and both tables should have the same number of them, so that they can be read side by side; names that the checklist itself has in each table are accepted. Numbers, punctuation, white \
        space and width do not count; headings without a number are matched by their order.
        """),
    failing: RuleExample(
      """
      # 某某市甲區戶政事務所105年度提升服務品質實施計畫

      - 機關：某某市甲區戶政事務所
      - 年度：105
      - 期程：105年1月1日至105年12月31日

      ## 策略與方法表

      ### 一、便捷服務程序，確保流程透明

      #### 提供服務流程便捷性

      - 建置單一櫃檯。

      #### 提供案件流程查詢

      - 提供電話查詢。

      ### 二、機關形象及顧客關係

      #### 服務設施合宜程度

      - 改善動線。

      ## 工作要項執行表

      ### 一、便捷服務程序，確保流程透明

      #### 1. ↓強化服務流程便捷化

      - 建置單一櫃檯，一處收件。
        - 執行期間：1月~12月
        - 執行單位：各課

      #### 2. 提供案件流程查詢

      - 提供電話及現場查詢。
        - 執行期間：1月~12月
        - 執行單位：各課

      ### 二、↓提升機關服務形象

      #### 1. 服務設施合宜程度。

      - 改善申辦動線。
        - 執行期間：1月~12月
        - 執行單位：總務

      #### 2. ↓服務行銷有效性

      - 發布新聞稿。
        - 執行期間：1月~12月
        - 執行單位：研考
      """),
    passing: RuleExample(
      """
      # 某某市甲區戶政事務所105年度提升服務品質實施計畫

      - 機關：某某市甲區戶政事務所
      - 年度：105
      - 期程：105年1月1日至105年12月31日

      ## 策略與方法表

      ### 便捷服務程序，確保流程透明

      #### 提供服務流程便捷性

      - 建置單一櫃檯。

      ## 工作要項執行表

      ### 一、便捷服務程序，確保流程透明

      #### 1. 提供「服務流程便捷性」。

      ##### (1) 櫃檯

      - 建置單一櫃檯，一處收件。
        - 執行期間：1月~12月
        - 執行單位：各課
      """),
    evidence: LocalizedText(
      zh: "105 年戶政事務所計畫的兩張表，15 項執行策略只有 3 項名稱相同，第三項實施要領的名稱也不同。",
      en:
        "In the two tables of the 105 household-office plan only 3 of 15 strategies have the same name, and one dimension differs."
    ))

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    var firstOfLayout: [TableLayout: Int] = [:]
    for place in plan.groups where firstOfLayout[place.layout] == nil { firstOfLayout[place.layout] = place.section }
    let tables = firstOfLayout.values.sorted()
    guard let first = tables.first, tables.count > 1 else { return }
    let headings = plan.siblings()
    func dimensions(_ section: Int) -> [Int] {
      headings.first { plan.groups[$0[0]].section == section && plan.groups[$0[0]].parent == nil } ?? []
    }
    let comparison = TableComparison(plan: plan, siblings: headings)
    for second in tables.dropFirst() { comparison.compare(dimensions(first), dimensions(second), &findings) }
  }
}

/// Compares the headings of two tables, dimension by dimension and item by item.
private struct TableComparison {
  typealias Heading = HeadingPairs.Heading

  let plan: PlanIndex
  private let children: [Int: [Int]]
  /// Where a name stands below another heading.
  private let lower: [Place: Int]

  private struct Place: Hashable {
    let layout: TableLayout
    let key: [Unicode.Scalar]
  }

  init(plan: PlanIndex, siblings: [[Int]]) {
    self.plan = plan
    children = Dictionary(siblings.compactMap { list in plan.groups[list[0]].parent.map { ($0, list) } }) { first, _ in
      first
    }
    let inner = plan.groups.indices.filter { plan.groups[$0].parent != nil && !plan.groups[$0].group.isUnnamed }
    lower = Dictionary(
      inner.map { index in
        let heading = Heading(group: index, heading: plan.groups[index].group.heading, place: 0)
        return (Place(layout: plan.groups[index].layout, key: heading.key), index)
      }
    ) { first, _ in first }
  }

  func compare(_ first: [Int], _ second: [Int], under parent: Heading? = nil, _ findings: inout FindingList) {
    guard !first.isEmpty, !second.isEmpty else { return }
    let pairs = HeadingPairs(headings(first), headings(second))
    for (counterpart, heading, basis) in pairs.differing where !isOfficial(counterpart) || !isOfficial(heading) {
      reportName(of: heading, insteadOf: counterpart, by: basis, &findings)
    }
    let (onlyFirst, onlySecond) = (unofficial(pairs.onlyFirst), unofficial(pairs.onlySecond))
    switch (onlyFirst.isEmpty, onlySecond.isEmpty) {
    case (true, true): break
    case (false, true): reportOnly(onlyFirst, &findings)
    case (true, false): reportOnly(onlySecond, &findings)
    case (false, false):
      reportUnmatched(
        onlyFirst, onlySecond, of: (first.count, second.count), at: parent ?? onlySecond[0], &findings)
    }
    // Two levels are what every layout has; below them the tables differ by design.
    guard parent == nil else { return }
    for (one, other) in pairs.same + pairs.differing.map({ ($0.first, $0.second) }) {
      compare(children[one.group] ?? [], children[other.group] ?? [], under: other, &findings)
    }
  }

  /// Whether a name is the checklist's, which may call things otherwise in each of its tables; what a table lacks of it
  /// is reported by PT203.
  private func isOfficial(_ heading: Heading) -> Bool { plan.groups[heading.group].entry != nil }

  private func unofficial(_ headings: [Heading]) -> [Heading] {
    headings.contains(where: isOfficial) ? headings.filter { !isOfficial($0) } : headings
  }

  private func headings(_ groups: [Int]) -> [Heading] {
    groups.enumerated().map { Heading(group: $1, heading: plan.groups[$1].group.heading, place: $0 + 1) }
  }

  private func name(_ heading: Heading) -> PlanText { ChecklistName.part(of: plan.groups[heading.group].group.heading) }

  private func table(of heading: Heading) -> String { plan.groups[heading.group].layout.kind.title }

  private func reportName(
    of heading: Heading, insteadOf first: Heading, by basis: HeadingPairs.Basis, _ findings: inout FindingList
  ) {
    let (one, other) = (name(first), name(heading))
    let level = plan.levelName(of: heading.group)
    let note = Finding.Note(one.firstLineRange, LocalizedText(zh: "另一張表的名稱", en: "Its name in the other table"))
    if let place = namesake(of: first, besides: heading) {
      findings.add(
        at: other.firstLineRange,
        LocalizedText(
          zh:
            "「\(one.excerpt)」在\(table(of: first))是\(level)，在本表卻列在「\(plan.name(of: place.above).excerpt(40))」之下，此處改寫「\(other.excerpt)」；請讓兩張表的層次與名稱一致。",
          en: """
            “\(one.excerpt)” is a \(level) of the \(table(of: first)), but here it is under “\(plan.name(of: place.above).excerpt(40))”, and in its \
            place there is “\(other.excerpt)”; use the same levels and names in both tables.
            """),
        notes: [note, .init(place.name.firstLineRange, LocalizedText(zh: "本表列在此", en: "Its place in this table"))])
      return
    }
    let why =
      switch basis {
      case .likeness: LocalizedText(zh: "（名稱相近）", en: " (similar names)")
      case .number:
        LocalizedText(zh: "（兩表都是第 \(heading.number) 項）", en: " (number \(heading.number) in both)")
      }
    findings.add(
      at: other.firstLineRange,
      LocalizedText(
        zh: "同一\(level)\(why.zhHant)，本表寫「\(other.excerpt)」，\(table(of: first))寫「\(one.excerpt)」，請用同一名稱。",
        en:
          "One \(level)\(why.en) has two names: “\(other.excerpt)” here and “\(one.excerpt)” in the \(table(of: first))."
      ),
      notes: [note])
  }

  /// Where the name of a heading of the first table stands in the whole second one, at another place than that of its
  /// counterpart, and the heading above it.
  private func namesake(of first: Heading, besides counterpart: Heading) -> (name: PlanText, above: Int)? {
    guard let index = lower[Place(layout: plan.groups[counterpart.group].layout, key: first.key)],
      index != counterpart.group, let above = plan.groups[index].parent
    else { return nil }
    return (ChecklistName.part(of: plan.groups[index].group.heading), above)
  }

  /// Headings for which the other table has nothing at all.
  private func reportOnly(_ headings: [Heading], _ findings: inout FindingList) {
    let (names, table) = (quoted(headings), table(of: headings[0]))
    findings.add(
      at: name(headings[0]).firstLineRange,
      LocalizedText(
        zh: "\(plan.levelName(of: headings[0].group))\(names.zhHant)只列在\(table)，計畫的另一張作法表沒有對應的名稱。",
        en: "\(names.en) appear only in the \(table); the plan's other table has no corresponding names."))
  }

  /// Headings of both tables that do not correspond. They are reported at `place`, in the second table.
  private func reportUnmatched(
    _ first: [Heading], _ second: [Heading], of count: (first: Int, second: Int), at place: Heading,
    _ findings: inout FindingList
  ) {
    let (one, other) = (quoted(first), quoted(second))
    let parts = name(place)
    let level = plan.levelName(of: second[0].group)
    let table = table(of: first[0])
    findings.add(
      at: parts.firstLineRange,
      LocalizedText(
        zh:
          "「\(parts.excerpt)」的\(level)，\(table)有 \(count.first) 個，本表有 \(count.second) 個；名稱相同或相近的以外，\(table)的\(one.zhHant)與本表的\(other.zhHant)無法對應，請用同一組名稱。",
        en: """
          The \(table) has \(count.first) parts of “\(parts.excerpt)”, this table \(count.second); apart from those with the same or a similar name, \(one.en) \
          there and \(other.en) here do not correspond; use the same parts in both tables.
          """),
      notes: first.map { .init(name($0).firstLineRange, LocalizedText(zh: "另一張表的名稱", en: "A name in the other table")) }
        + second.map { .init(name($0).firstLineRange, LocalizedText(zh: "本表的名稱", en: "A name in this table")) })
  }

  private func quoted(_ headings: [Heading]) -> LocalizedText { headings.map { name($0).excerpt }.quoted }
}

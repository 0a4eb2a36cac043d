import PlanModel

/// PT209: two tables of one plan call the same thing by different names.
enum TablesDisagree: Rule {
  static let description = RuleDescription(
    code: "PT209", name: "tables-disagree", severity: .warning,
    summary: LocalizedText(zh: "兩張作法表對同一要領或項目的名稱不同", en: "Two tables name the same thing differently"),
    explanation: LocalizedText(
      zh: """
        一份計畫有兩張作法表（例如策略與方法表、工作要項執行表）時，同一編號的構面（實施要領）與項目（執行策略細目）應該用同一個名稱，項目數也應相同，\
        讀者才能把兩張表對照起來。比對時不計編號、標點、空白與全形半形；沒有編號的標題依順序對照。
        """,
      en: """
        Where a plan has two tables of measures (such as 策略與方法表 and 工作要項執行表), dimensions and items with the same number should \
        have the same name, and there should be as many of them, so that one table can be read beside the other. Numbers, punctuation, white \
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
    guard let first = tables.first else { return }
    for second in tables.dropFirst() {
      let headings = plan.siblings()
      func dimensions(_ section: Int) -> [Int] {
        headings.first { plan.groups[$0[0]].section == section && plan.groups[$0[0]].parent == nil } ?? []
      }
      let comparison = TableComparison(plan: plan, siblings: headings)
      comparison.compare(dimensions(first), dimensions(second), &findings)
    }
  }
}

/// Compares the headings of two tables, dimension by dimension and item by item.
private struct TableComparison {
  let plan: PlanIndex
  private let children: [Int: [Int]]

  init(plan: PlanIndex, siblings: [[Int]]) {
    self.plan = plan
    children = Dictionary(siblings.compactMap { list in plan.groups[list[0]].parent.map { ($0, list) } }) { first, _ in
      first
    }
  }

  func compare(
    _ first: [Int], _ second: [Int], under parents: (first: Int, second: Int)? = nil, _ findings: inout FindingList
  ) {
    guard !first.isEmpty, !second.isEmpty else { return }
    var rest = first
    var pairs: [(Int, Int)] = []
    var unmatched: [Int] = []
    for heading in second {
      if let index = rest.firstIndex(where: { key($0) == key(heading) }) {
        pairs.append((rest.remove(at: index), heading))
      } else {
        unmatched.append(heading)
      }
    }
    // Names that are close belong together wherever they stand; of the others the number tells.
    var differing: [(Int, Int)] = []
    for isClose in [true, false] {
      for heading in unmatched {
        let candidates = rest.filter { candidate in
          isClose
            ? likeness(candidate, heading) >= Self.leastLikeness
            : number(of: candidate, in: first) == number(of: heading, in: second)
        }
        guard let counterpart = candidates.max(by: { likeness($0, heading) < likeness($1, heading) }) else { continue }
        if !isClose, !numbersCorrespond(first, second) { continue }
        rest.removeAll { $0 == counterpart }
        unmatched.removeAll { $0 == heading }
        differing.append((counterpart, heading))
      }
    }
    for (counterpart, heading) in differing.sorted(by: { $0.1 < $1.1 }) {
      reportName(of: heading, insteadOf: counterpart, &findings)
    }
    rest.removeAll { isLost($0, of: first, in: second) }
    if !rest.isEmpty || !unmatched.isEmpty { reportUnmatched(rest, unmatched, under: parents, &findings) }
    // Two levels are what every layout has; below them the tables differ by design.
    guard parents == nil else { return }
    for (one, other) in pairs + differing {
      compare(children[one] ?? [], children[other] ?? [], under: (one, other), &findings)
    }
  }

  /// From this share of common pairs of characters on, two names mean the same.
  private static let leastLikeness = 0.35

  /// The share of neighbouring characters that two names have in common (Dice).
  private func likeness(_ a: Int, _ b: Int) -> Double {
    func pairs(_ heading: Int) -> Set<[Unicode.Scalar]> {
      let scalars = key(heading)
      return Set(zip(scalars, scalars.dropFirst()).map { [$0, $1] })
    }
    let (one, other) = (pairs(a), pairs(b))
    return one.isEmpty || other.isEmpty
      ? 0 : 2 * Double(one.intersection(other).count) / Double(one.count + other.count)
  }

  /// Whether the same number is likely to mean the same thing: as many headings, or numbers that show which are missing.
  private func numbersCorrespond(_ first: [Int], _ second: [Int]) -> Bool {
    let firstMissing = second.first.map { number(of: $0, in: second) > 1 } ?? false
    return first.count == second.count || firstMissing
  }

  /// Whether the other table shows by its numbers that it has lost a heading and not left it out: it begins with 2. That is reported by the rule on numbers.
  private func isLost(_ heading: Int, of first: [Int], in second: [Int]) -> Bool {
    second.first.map { number(of: heading, in: first) < number(of: $0, in: second) } ?? false
  }

  /// The name without number and punctuation.
  private func key(_ heading: Int) -> [Unicode.Scalar] {
    NameKey(plan.groups[heading].group.heading.string).text.unicodeScalars.filter { scalar in
      scalar.properties.isIdeographic || scalar.properties.isAlphabetic || Numeral.digit(scalar) != nil
    }
  }

  private func number(of heading: Int, in list: [Int]) -> Int {
    plan.groups[heading].group.heading.string.label?.value ?? (list.firstIndex(of: heading) ?? 0) + 1
  }

  private func name(_ heading: Int) -> PlanText { ChecklistName.part(of: plan.groups[heading].group.heading) }

  private func table(of heading: Int) -> String { plan.groups[heading].layout.kind.title }

  /// What the table calls the level of a heading.
  private func level(of heading: Int) -> String {
    let place = plan.groups[heading]
    let column: MeasureColumn = place.parent == nil ? .dimension : .item
    return plan.checklist?.name(of: column, in: place.layout) ?? place.layout.name(of: column)
  }

  private func reportName(of heading: Int, insteadOf first: Int, _ findings: inout FindingList) {
    let (one, other) = (name(first), name(heading))
    let level = level(of: heading)
    findings.add(
      at: other.firstLineRange,
      LocalizedText(
        zh: "同一\(level)，本表寫「\(other.excerpt)」，\(table(of: first))寫「\(one.excerpt)」，請用同一名稱。",
        en: "One \(level), two names: “\(other.excerpt)” here and “\(one.excerpt)” in the \(table(of: first))."),
      notes: [.init(one.firstLineRange, LocalizedText(zh: "另一張表的名稱", en: "its name in the other table"))])
  }

  /// Headings for which the other table has nothing that could be meant.
  private func reportUnmatched(
    _ first: [Int], _ second: [Int], under parents: (first: Int, second: Int)?, _ findings: inout FindingList
  ) {
    guard let anyFirst = first.first ?? second.first, let anySecond = second.first ?? first.first else { return }
    let place = second.isEmpty ? first[0] : parents?.second ?? second[0]
    let names = (first + second).map { name($0).excerpt }.quoted
    let (one, other) = (first.map { name($0).excerpt }.quoted, second.map { name($0).excerpt }.quoted)
    if first.isEmpty || second.isEmpty {
      let table = table(of: anyFirst)
      findings.add(
        at: name(first.isEmpty ? second[0] : first[0]).firstLineRange,
        LocalizedText(
          zh: "\(level(of: anyFirst))\(names.zhHant)只列在\(table)，計畫的另一張作法表沒有對應的名稱。",
          en: "\(names.en) stand only in the \(table); the plan's other table has nothing that corresponds."))
      return
    }
    findings.add(
      at: name(place).firstLineRange,
      LocalizedText(
        zh: "「\(name(place).excerpt)」在兩張作法表的分項對不起來：\(table(of: anyFirst))另有\(one.zhHant)，本表另有\(other.zhHant)。",
        en:
          "The parts of “\(name(place).excerpt)” do not correspond: the \(table(of: anyFirst)) has \(one.en), this table \(other.en)."
      ),
      notes: [
        .init(name(first[0]).firstLineRange, LocalizedText(zh: "另一張表的名稱", en: "a name in the other table")),
        .init(name(anySecond).firstLineRange, LocalizedText(zh: "本表的名稱", en: "a name in this table")),
      ])
  }
}

extension String {
  /// The number printed before the words.
  fileprivate var label: Label? { Label.read(at: self)?.label }
}

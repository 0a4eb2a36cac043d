import PlanModel
import PlanText

/// PT106: numbers of sections and lists that leave one out, come twice or go backwards.
enum Numbering: Rule {
  static let description = RuleDescription(
    code: "PT106", name: "numbering", severity: .warning,
    summary: LocalizedText(zh: "編號跳號、重複或倒退", en: "A number is skipped, repeated or out of order"),
    explanation: LocalizedText(
      zh: """
        檢查章節（壹、貳、…）、計畫依據、作法，以及內文、作法與措施調查表中各層清單的編號。同一清單寫法相同、層次相同；上一層的編號出現後，下一層重新起算；從 1 \
        開始就是新的清單。全部寫「1.」的 Markdown 清單由程式自動編號，不算重複。清單不從 1 開始時，前面可能漏了一頁。編號不會自動修正，因為其他段落可能引用它。
        """,
      en: """
        The numbers of sections (壹、貳、…), citations, measures and lists at every level in running text, measures and the survey are checked. A list has one style and one depth; an \
        outer number restarts the inner ones, and a 1 begins a new list. A Markdown list that uses only “1.” is numbered by the program. A list that \
        does not begin with 1 may have lost a page. Numbers are not fixed automatically, since other paragraphs may refer to them.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、便民。
      - 二、效率。
      - ↓二、透明。

      ## ↓參、執行步驟

      - ↓三、訂定計畫。
        - (一)研擬。
        - ↓(三)核定。
      - 四、公布。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      1. 便民。
      1. 效率。
      1. 透明。

      ## 貳、執行步驟

      第一、二期：

      - 一、訂定計畫：(1)研擬、(2)審查、
        (3)核定。
        - (一)研擬。
        - (二)核定。
      - 二、(一)公布：
        - (二)檢討：
          106、107年成果。

      第三期：

      - 一、考核。
      - 二、獎懲。
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的附件清單編號為一、二、二。", en: "The list of attachments of a 107 police plan is numbered 一、二、二."))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    if let proposal = plan.document.proposal {
      checkSections(proposal.sections.map { ($0.heading, $0.label) }, &findings)
      for section in proposal.sections {
        guard case .parts(let parts) = section.content else { continue }
        checkSections(
          parts.compactMap { part in part.heading.map { ($0, Label.read(at: $0.string)?.label) } }, &findings)
      }
    }
    checkSections(plan.sections.map { ($0.heading, $0.label) }, &findings)
    let lostPages = Dictionary(plan.lostPages.map { ($0.start, $0) }) { first, _ in first }
    report(plan.numberedLists.all, lostPages: lostPages, &findings)
    // Another order than that of the checklist is what PT205 reports.
    report(plan.numberedLists.headings, ofHeadings: true, hasOrder: plan.checklist != nil, &findings)
  }

  /// The series of sections has the style of its first number. A number of the other Chinese style belongs to it only
  /// where it fits between its neighbours; then the style is the slip.
  private static func checkSections(_ sections: [(heading: PlanText, label: Label?)], _ findings: inout FindingList) {
    let items = sections.compactMap { heading, label in
      label.map { NumberedLists.item($0, heading.sourceRange(of: 0..<$0.text.utf8.count)) }
    }
    guard let style = items.first?.label.style else { return }
    var series: [NumberedRun.Item] = []
    for (index, item) in items.enumerated() {
      if item.label.style == style {
        series.append(item)
      } else if let last = series.last, index + 1 < items.count, isMixed(item.label, style),
        item.label.value == last.label.value + 1, items[index + 1].label.style == style,
        items[index + 1].label.value == item.label.value + 1
      {
        series.append(item)
        let right = last.label.with(value: item.label.value)
        findings.add(
          at: item.range,
          LocalizedText(
            zh: "章節編號「\(item.label.text)」與其他章節寫法不同，應為「\(right)」。",
            en:
              "The section number “\(item.label.text)” is written differently from the others; it should be “\(right)”."
          ),
          notes: [note(last)])
      }
    }
    let before = findings.findings.count
    report([NumberedRun(items: series)], &findings)
    confirm(series, isComplete: findings.findings.count == before, &findings)
  }

  /// The numbers of the sections run from one to the last.
  private static func confirm(_ series: [NumberedRun.Item], isComplete: Bool, _ findings: inout FindingList) {
    guard isComplete, series.count > 2, let first = series.first, let last = series.last, first.label.value == 1,
      last.label.value == series.count
    else { return }
    findings.confirm(
      at: first.range,
      LocalizedText(
        zh: "章節編號由「\(first.label.text)」到「\(last.label.text)」連續，共 \(series.count) 節。",
        en:
          "The section numbers run from “\(first.label.text)” to “\(last.label.text)” without a gap, \(series.count) in all."
      ))
  }

  private static func isMixed(_ label: Label, _ style: Label.Style) -> Bool {
    let chinese: [Label.Style] = [.formal, .chinese]
    return chinese.contains(label.style) && chinese.contains(style)
  }

  // MARK: Words

  /// Where the number before another one stands, whatever its style.
  private struct AllNumbers {
    private let items: [NumberedRun.Item]

    init(_ runs: [NumberedRun]) { items = runs.flatMap(\.items).sorted { $0.range.lowerBound < $1.range.lowerBound } }

    /// The number directly before one with which a list seems to begin in the middle, if that counts on from it:
    /// (一)、(二)、三、
    func neighbour(of item: NumberedRun.Item) -> NumberedRun.Item? {
      let behind = items.halvingIndex { $0.range.lowerBound >= item.range.lowerBound }
      guard behind > 0 else { return nil }
      let last = items[behind - 1]
      return last.label.value == item.label.value - 1 && last.label.value > 1 && last.label.style != item.label.style
        ? last : nil
    }
  }

  /// Headings may leave numbers out, and where something else says in which order they stand, may go backwards.
  private static func report(
    _ runs: [NumberedRun], ofHeadings: Bool = false, hasOrder: Bool = false, lostPages: [SourceRange: LostPage] = [:],
    _ findings: inout FindingList
  ) {
    let numbers = runs.contains(where: \.beginsInTheMiddle) ? AllNumbers(runs) : nil
    for run in runs {
      for (index, fault) in run.faults where !(ofHeadings && run.leavesOut(fault)) {
        if hasOrder, case .backwards = fault { continue }
        let item = run.items[index]
        if case .beginsInTheMiddle = fault, let page = lostPages[item.range] {
          report(page, item.label, &findings)
          continue
        }
        if case .beginsInTheMiddle = fault, let last = numbers?.neighbour(of: item) {
          let right = last.label.with(value: item.label.value)
          findings.add(
            at: item.range,
            LocalizedText(
              zh: "編號「\(item.label.text)」接在「\(last.label.text)」之後，寫法卻不同，應為「\(right)」。",
              en:
                "The number “\(item.label.text)” follows “\(last.label.text)” but is in another style; it should be “\(right)”."
            ),
            notes: [note(last)])
          continue
        }
        findings.add(
          at: item.range, words(for: fault, at: index, in: run), notes: index > 0 ? [note(run.items[index - 1])] : [])
      }
    }
  }

  private static func report(_ page: LostPage, _ label: Label, _ findings: inout FindingList) {
    let (first, last) = (label.with(value: 1), label.with(value: label.value - 1))
    let missing =
      first == last ? (zh: "「\(first)」", en: "“\(first)”") : (zh: "「\(first)」至「\(last)」", en: "“\(first)” to “\(last)”")
    let tail = Ending(page.cut).tail
    findings.add(
      at: page.start,
      LocalizedText(
        zh: "這裡多半漏了一頁：前一項停在「…\(tail.string)」，清單卻由「\(label.text)」開始，缺\(missing.zh)；請對照原件補上。",
        en: """
          A page is probably missing here: the item before stops at “…\(tail.string)”, and the list begins with “\(label.text)”, without \(missing.en); \
          add it from the original.
          """),
      notes: [.init(tail.firstLineRange, LocalizedText(zh: "前文停在此", en: "The text stops here"))])
  }

  private static func words(for fault: NumberedRun.Fault, at index: Int, in run: NumberedRun) -> LocalizedText {
    let label = run.items[index].label
    let written = label.text
    switch fault {
    case .gap(let expected):
      return gap(label, expected: expected, next: index + 1 < run.items.count ? run.items[index + 1].label : nil)
    case .repeated(let expected):
      let right = label.with(value: expected)
      return LocalizedText(
        zh: "編號「\(written)」重複，依序應為「\(right)」。", en: "The number “\(written)” is repeated; it should be “\(right)”.")
    case .backwards(let expected):
      let right = label.with(value: expected)
      return LocalizedText(
        zh: "編號「\(written)」倒退，依序應為「\(right)」。", en: "The number “\(written)” is out of order; it should be “\(right)”.")
    case .beginsInTheMiddle:
      let first = label.with(value: 1)
      return LocalizedText(
        zh: "清單由「\(written)」開始，前面沒有「\(first)」；請確認是否漏頁或漏列。",
        en: "This list begins with “\(written)”, without “\(first)”; is a page or an item missing?")
    }
  }

  /// The number itself is the slip where the list goes on as if it were not there; otherwise an item may be missing.
  private static func gap(_ label: Label, expected: Int, next: Label?) -> LocalizedText {
    let (written, right) = (label.text, label.with(value: expected))
    if let next, next.value == expected + 1 {
      return LocalizedText(
        zh: "編號「\(written)」應為「\(right)」：下一項是「\(next.text)」。",
        en: "The number “\(written)” should be “\(right)”: the next one is “\(next.text)”.")
    }
    if let next, next.value == expected {
      return LocalizedText(
        zh: "編號「\(written)」與下一項的「\(right)」前後顛倒。",
        en: "The numbers “\(written)” and “\(right)” (the next one) are swapped.")
    }
    let last = label.value - 1
    let missing =
      last == expected
      ? (zh: "「\(right)」", en: "“\(right)”")
      : (zh: "「\(right)」至「\(label.with(value: last))」", en: "“\(right)” to “\(label.with(value: last))”")
    return LocalizedText(
      zh: "編號跳到「\(written)」，缺\(missing.zh)；請確認是否漏了項目，沒有漏就把這一項以後的編號改正。",
      en:
        "The numbers skip to “\(written)”, without \(missing.en). Is an item missing? If not, correct the numbers from here on."
    )
  }

  private static func note(_ item: NumberedRun.Item) -> Finding.Note {
    .init(item.range, LocalizedText(zh: "前一項為「\(item.label.text)」", en: "The item before is “\(item.label.text)”"))
  }
}

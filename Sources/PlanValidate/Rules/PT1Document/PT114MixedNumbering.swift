import PlanModel
import PlanText

/// PT114: the numbers of one list are written in two ways.
enum MixedNumbering: Rule {
  static let description = RuleDescription(
    code: "PT114", name: "mixed-numbering", severity: .warning,
    summary: LocalizedText(zh: "同一清單的編號有兩種寫法", en: "One list has two styles of numbers"),
    explanation: LocalizedText(
      zh: """
        同一清單前兩項寫「（1）（2）」、後面寫「(3)(4)」，或「1、2、」之後寫「3.」，多半是從不同文件貼上的，請統一括號全半形與編號後的符號。整份文件同一層的清單大多寫「1.」而有一、兩份寫「1、」時，\
        列為提示。不同層次用不同寫法是正常的，不檢查。
        """,
      en: """
        A list that begins with （1）（2） and continues with (3)(4), or 1、2、 and then 3., was probably pasted from two documents: use one kind of bracket and one mark. One or two lists \
        with 1、 where the others at the same level use 1. are a note. Different levels usually have different styles and are not checked.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、服務態度：
        - ↓（1）親切誠懇。
        - （2）解說詳細。
        - (3)設身處地。
        - (4)注意儀容。
        - (5)精進不懈。
      - 二、服務效率：
        - 1、簡化流程。
        - 2、縮短時間。
        - ↓3.跨機關整合。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、服務態度：
        - (一)親切誠懇：
          - 1、解說詳細。
            - 1.書面說明。
            - 2.口頭說明。
          - 2、設身處地。
            - （1）傾聽。
            - （2）同理。
      - 二、服務效率：
        - (1)簡化流程。
        - (2)縮短時間。
      """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫的清單以（1）（2）開頭，接著是 (3) 至 (6)；一份 105 年戶政事務所計畫的預期效益編為 1、2、3.。",
      en:
        "A list of a 107 police plan begins with （1）（2） and goes on with (3) to (6); a benefit of a 105 household-office plan counts 1、2、3."
    ))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    let lists = plan.numberedLists
    for run in lists.all { checkOne(run, &findings) }
    checkMarks(lists.inTexts, &findings)
  }

  /// Two ways within one list: what the fewer items have is reported, and of two that are equally frequent the later
  /// one.
  private static func checkOne(_ run: NumberedRun, _ findings: inout FindingList) {
    guard run.items.count > 2, run.faults.isEmpty else { return }
    let forms = Dictionary(grouping: run.items.indices) { Form(run.items[$0].label) }
    guard forms.count == 2 else { return }
    let sorted = forms.sorted { ($1.value.count, $0.value[0]) < ($0.value.count, $1.value[0]) }
    let (usual, rare) = (run.items[sorted[0].value[0]], run.items[sorted[1].value[0]])
    let right = usual.label.with(value: rare.label.value)
    findings.add(
      at: rare.range,
      LocalizedText(
        zh: "編號「\(rare.label.text)」與同一清單的「\(usual.label.text)」寫法不同，請統一，例如「\(right)」。",
        en:
          "The number “\(rare.label.text)” is written differently from “\(usual.label.text)” in the same list; use one style, such as “\(right)”."
      ),
      notes: [.init(usual.range, LocalizedText(zh: "同一清單的另一種寫法", en: "the other way in the same list"))])
  }

  /// One list with 1、 among many with 1. that stand at the same level.
  private static func checkMarks(_ runs: [NumberedRun], _ findings: inout FindingList) {
    let candidates = runs.filter { run in
      run.parent != nil && run.items.first?.label.style == .decimal && Set(run.items.map { Form($0.label) }).count == 1
    }
    for (_, level) in Dictionary(grouping: candidates, by: \.parent) {
      let forms = Dictionary(grouping: level) { run in run.items.first.map { Form($0.label) } }
      guard forms.count == 2, let usual = forms.values.max(by: { $0.count < $1.count }),
        let rare = forms.values.min(by: { $0.count < $1.count }), rare.count <= 2, usual.count >= 3,
        let item = rare.first?.items.first, let other = usual.first?.items.first
      else { continue }
      let others = rare.dropFirst().compactMap(\.items.first).map { item in
        Finding.Note(item.range, LocalizedText(zh: "這份也是", en: "this list too"))
      }
      findings.add(
        at: item.range,
        LocalizedText(
          zh: "這份清單編為「\(item.label.text)」，同一層的其他 \(usual.count) 份清單都編為「\(other.label.text)」，請統一。",
          en:
            "This list is numbered “\(item.label.text)”, but the \(usual.count) others at the same level “\(other.label.text)”; use one style."
        ),
        severity: .note,
        notes: others + [.init(other.range, LocalizedText(zh: "同一層的另一份清單", en: "another list at the same level"))])
    }
  }

  /// What a label looks like but for its number: brackets, mark and the width of its digits.
  private struct Form: Hashable {
    let opening: Unicode.Scalar?
    let closing: Unicode.Scalar?
    let isWide: Bool

    init(_ label: Label) {
      let scalars = label.text.unicodeScalars
      func isPunctuation(_ scalar: Unicode.Scalar) -> Bool { "()（）.、．".unicodeScalars.contains(scalar) }
      opening = scalars.first.flatMap { isPunctuation($0) ? $0 : nil }
      closing = scalars.last.flatMap { isPunctuation($0) ? $0 : nil }
      isWide = scalars.contains { (0xFF10...0xFF19).contains($0.value) }
    }
  }
}

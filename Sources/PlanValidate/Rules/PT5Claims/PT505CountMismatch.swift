import PlanModel
import PlanText

/// PT505: 「甲」、「乙」、「丙」等2項, a count that is not how many things are named.
enum CountMismatch: Rule {
  static let description = RuleDescription(
    code: "PT505", name: "count-mismatch", severity: .warning,
    summary: LocalizedText(zh: "所寫的項數與列舉的不符", en: "A count does not match the things listed"),
    explanation: LocalizedText(
      zh: """
        「等5項」「共4項」「計有6處(…)」以及「2項，如下：」所寫的數目，要與同一句或其下清單列舉的相符；「3場（3月、6月及9月）」核對月份。「等12項」只列三項是舉例，不算錯；列了十三項，或只差一、二項，就是數錯。列舉清楚的都核對：\
        每一項都加引號、每一項都以同一個字結尾（甲派出所、乙派出所），或是有編號的清單；其他的列舉，差一、二項才指出。「及」可能在名稱之內，也可能另起一組，因此只有一種讀法不符時，不指出或列為提示。
        """,
      en: """
        A count such as 等5項, 共4項, 計有6處(…) or 2項，如下： should match the things listed in the sentence or in the list below; for 3場（3月、6月及9月） the months are counted. 等12項 after three names gives examples and is right; \
        after thirteen it is wrong, as is a count that is off by one or two. Clear enumerations are always compared: every name quoted, all names ending alike (甲派出所、乙派出所), or a numbered list; others are reported if the count is off by one or two. As 及 may \
        be part of a name or begin another list, there is no finding, or only a note, if one reading is right.
        """),
    failing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、針對「警察信任度」、「整體滿意度」、「接聽態度」等↓2項進行調查。
      - 二、哺集乳室計有↓4處(文林派出所、天母派出所、社子派出所)。
      - 三、設「警民聯繫」、「線上申辦」、「便民查詢」共↓4項。
      - 四、行動方案共計↓3項，其內容如下：
        - (一)辦理訓練。
        - (二)辦理檢定。
      - 五、簡介備有中、英、日、韓文等↓5種語言，置於第一、第二及第三分局等↓4個分局；↓三大商圈：東門商圈、西門商圈、南門商圈及北門商圈。
      - 六、全年辦理↓3場（3月、6月、9月及12月）。
      """),
    passing: RuleExample(
      """
      ## 壹、計畫目標

      - 一、針對「警察信任度」及「整體滿意度」等5項進行調查，106、107年度等2項併列，第一、二期計3項。
      - 二、哺集乳室計有3處(文林派出所、天母派出所及社子派出所)，分送海報、手冊、摺頁共3種。
      - 三、針對派出所、分駐所受理失竊、遺失等2項案件，設「甲」、「乙」等公開措施計11項。
      - 四、行動方案共計2項，其內容如下：
        - (一)辦理訓練。
          - 1. 講習。
        - (二)辦理檢定。
      - 五、第一、第二分局共計5項；三大商圈：東門商圈、西門商圈及南北門商圈；每半年2次（3月、6月、9月、12月）。
      """),
    evidence: LocalizedText(
      zh: "五份實際文件中，十處「等N項」「共N項」「計有N處」與列舉相符；一份 107 年警察計畫「等 5 項」之前列了六個名稱。",
      en:
        "Ten such counts in five real documents match what is listed; a 107 police plan has six names before 等 5 項."
    ))

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    for paragraphs in plan.paragraphs {
      for index in 0..<paragraphs.count {
        let paragraph = paragraphs[index]
        let dense = paragraph.words
        guard dense.count < 7_000 else { continue }
        let counts = StatedCount.all(in: dense)
        for count in counts {
          if checkBefore(count, dense, &findings) { continue }
          checkBehind(count, dense, &findings)
        }
        if counts.count == 1, index + 1 < paragraphs.count {
          checkBelow(counts[0], dense, paragraph.label, Array(paragraphs.dropFirst(index + 1)), &findings)
        }
      }
    }
  }

  /// 甲、乙等2項 and 甲、乙共2項. Whether there is something to compare.
  private static func checkBefore(_ count: StatedCount, _ dense: DenseText, _ findings: inout FindingList) -> Bool {
    guard count.lead == .andOthers || count.lead == .inAll, !count.isOfEvents,
      let named = Enumeration(in: dense, before: count.leadStart)
    else {
      return false
    }
    if named.isOfOrdinals, count.lead == .inAll { return false }
    // 甲、乙等措施共5項: the names are examples.
    let isOpen = count.lead == .andOthers || hasOthers(dense, named.range)
    if count.lead == .inAll, hasOthers(dense, named.range) { return true }
    if named.count.contains(count.count) {
      let isCertain =
        named.count.lowerBound == named.count.upperBound
        || count.count == named.count.upperBound || named.count.count == 2
      if isCertain { confirm(count, dense, &findings) }
      return true
    }
    // Examples are few of many. One or two short of the count is a slip, whatever the names look like.
    let isSlip = named.isNear(count.count)
    let isWrong =
      named.count.lowerBound > count.count
      ? named.isClear || isSlip && named.isWhole : isOpen ? isSlip && named.isList : named.isClear || isSlip
    if isWrong { report(count, named, dense, &findings) }
    return true
  }

  /// 6處(甲、乙…) and 八大族群：甲、乙….
  private static func checkBehind(_ count: StatedCount, _ dense: DenseText, _ findings: inout FindingList) {
    var open = count.range.upperBound
    while open < dense.count, open < count.range.upperBound + 8, dense.scalars[open].isCommonHan { open += 1 }
    guard open < dense.count, dense.scalars[open] == "(" || dense.scalars[open] == ":" else { return }
    let closers = dense.scalars[open] == "(" ? ")" : "。;"
    var end = open + 1
    var depth = 0
    while end < dense.count {
      let scalar = dense.scalars[end]
      if depth == 0, closers.unicodeScalars.contains(scalar) { break }
      if "「『(《【".unicodeScalars.contains(scalar) { depth += 1 }
      if "」』)》】".unicodeScalars.contains(scalar) { depth -= 1 }
      end += 1
      guard end - open <= Enumeration.longest else { return }
    }
    let list = (open + 1)..<end
    if count.isOfEvents { return checkEvents(count, dense, list, &findings) }
    guard !list.isEmpty, !dense.scalars[list].contains(where: { ",;:…".unicodeScalars.contains($0) }),
      !isExample(dense, list), let named = Enumeration(in: dense, names: list)
    else { return }
    if named.count.contains(count.count) {
      confirm(count, dense, &findings)
    } else if named.isClear && (count.lead == .inAll || count.lead == .following)
      || named.isNear(count.count) && !isOfOthers(dense, count, open),
      !hasDigits(dense, list)
    {
      report(count, named, dense, &findings)
    }
  }

  /// 3場(3月、6月及9月).
  private static func checkEvents(
    _ count: StatedCount, _ dense: DenseText, _ list: Range<Int>, _ findings: inout FindingList
  ) {
    // 每半年2次(3月、6月、9月、12月) are four.
    let before = max(0, count.range.lowerBound - 8)..<count.range.lowerBound
    guard let named = Enumeration(in: dense, months: list),
      !before.contains(where: { dense.has("每", at: $0) && !dense.has("每年", at: $0) })
    else { return }
    if named.count.contains(count.count) {
      confirm(count, dense, &findings)
    } else {
      report(count, named, dense, &findings)
    }
  }

  /// 共2項，如下： with a numbered list below it.
  private static func checkBelow(
    _ count: StatedCount, _ dense: DenseText, _ own: Label?, _ below: [IndexedParagraph],
    _ findings: inout FindingList
  ) {
    if let rows = rows(below),
      ["如下表", "如下表:", "如下表。", "如下:", "如下。"].contains(where: { dense.has($0, before: dense.count) })
    {
      return compare(count, dense, with: rows, isCertain: count.lead == .inAll, &findings)
    }
    let announces =
      count.lead == .following
      || ["如下:", "如下。", "如次:", "如次。", "如下"].contains { dense.has($0, before: dense.count) }
    guard announces || dense.scalars.last == ":", let first = below.first?.label, first.value == 1,
      first.style != own?.style
    else { return }
    var last = 0
    for paragraph in below {
      guard let label = paragraph.label else { continue }
      if let own, label.style == own.style { break }
      guard label.style == first.style else { continue }
      // Another list of the same style begins, or this one is out of order, which another rule reports.
      if label.value == 1, last > 0 { break }
      guard label.value == last + 1 else { return }
      last = label.value
    }
    guard last > 1 else { return }
    compare(count, dense, with: last, isCertain: announces && count.lead != .none, &findings)
  }

  /// The rows of a table at the beginning of some paragraphs, without its heading; nil where there is none, or one of
  /// them is a sum.
  private static func rows(_ below: [IndexedParagraph]) -> Int? {
    let rows = below.prefix { $0.paragraph.kind == .tableRow }
    let isSummed = rows.contains { row in ["合計", "總計", "小計", "共計"].contains { row.words.has($0) } }
    return rows.count > 3 && !isSummed ? rows.count - 2 : nil
  }

  private static func compare(
    _ count: StatedCount, _ dense: DenseText, with last: Int, isCertain: Bool, _ findings: inout FindingList
  ) {
    if last == count.count {
      confirm(count, dense, &findings)
    } else if isCertain || last > 3 && count.count > 3 && abs(last - count.count) < 3 {
      findings.add(
        at: dense.range(of: count.range),
        LocalizedText(
          zh: "「\(written(count, dense))」之下的清單有 \(last) 項，請查對。",
          en: "The list below “\(written(count, dense))” has \(last) items; check the count."))
    }
  }

  // MARK: Words

  private static func hasOthers(_ dense: DenseText, _ range: Range<Int>) -> Bool {
    range.contains { index in
      dense.scalars[index] == "等" && !dense.has("平等", before: index + 1)
        || "各其".unicodeScalars.contains(dense.scalars[index]) || dense.has("所屬", at: index)
    }
  }

  /// Whether the words between a count and the names say that these are of something else: 4個分局所屬各單位(甲、乙).
  private static func isOfOthers(_ dense: DenseText, _ count: StatedCount, _ open: Int) -> Bool {
    (count.range.upperBound..<open).contains { dense.scalars[$0] == "各" || dense.has("所屬", at: $0) }
  }

  private static func isExample(_ dense: DenseText, _ list: Range<Int>) -> Bool {
    hasOthers(dense, list)
      || ["含", "包括", "包含", "如", "例", "詳", "附", "依", "按", "由"].contains { dense.has($0, at: list.lowerBound) }
  }

  private static func hasDigits(_ dense: DenseText, _ range: Range<Int>) -> Bool {
    dense.scalars[range].contains { Numeral.digit($0) != nil }
  }

  private static func written(_ count: StatedCount, _ dense: DenseText) -> String {
    dense.part(count.leadStart..<count.range.upperBound).excerpt
  }

  private static func confirm(_ count: StatedCount, _ dense: DenseText, _ findings: inout FindingList) {
    findings.confirm(
      at: dense.range(of: count.range),
      LocalizedText(
        zh: "「\(written(count, dense))」：列舉的正是 \(count.count) 項。",
        en: "“\(written(count, dense))”: \(count.count) are listed."))
  }

  private static func report(
    _ count: StatedCount, _ named: Enumeration, _ dense: DenseText, _ findings: inout FindingList
  ) {
    let (least, most) = (named.count.lowerBound, named.count.upperBound)
    let number = least == most ? "\(least)" : "\(least) \(least + 1 == most ? "或" : "至") \(most)"
    let englishNumber = least == most ? "\(least)" : "\(least) \(least + 1 == most ? "or" : "to") \(most)"
    let isDoubtful = named.restAfterConjunction == count.count
    findings.add(
      at: dense.range(of: count.range),
      LocalizedText(
        zh: "寫「\(written(count, dense))」，列舉的是 \(number) 項\(isDoubtful ? "（「及」之後才是 \(count.count) 項）" : "")，請查對。",
        en:
          "It says “\(written(count, dense))”, but \(englishNumber) are listed\(isDoubtful ? " (\(count.count) after 及)" : ""); check the count."
      ),
      severity: isDoubtful ? .note : nil,
      explanation: isDoubtful
        ? LocalizedText(
          zh: "若「及」之前的另計，「及」之後正是 \(count.count) 項；若是如此，請改寫以免誤會。",
          en:
            "There are \(count.count) only if what comes before 及 is not counted; if that is meant, reword it to be clear."
        )
        : nil,
      notes: [
        .init(dense.range(of: named.range), LocalizedText(zh: "列舉在此", en: "They are listed here"))
      ])
  }
}

import PlanModel
import PlanText

/// PT603: a word with a wrong character.
enum WrongCharacters: Rule {
  static let description = RuleDescription(
    code: "PT603", name: "wrong-characters", severity: .warning,
    summary: LocalizedText(zh: "錯別字", en: "A word has a wrong character"),
    explanation: LocalizedText(
      zh: """
        公文與計畫中常見的形近、音近誤字，例如「廣續辦理」應為「賡續辦理」、「承辨單位」應為「承辦單位」。字表附有出處，只收不會誤判的詞；字與字之間的空白不影響\
        判斷，網址中的文字不檢查；字表中的詞可用修正功能逐一改正。字表以外，依內附的詞表與形近、音近字表（出處見 NOTICE）推測：一個字與前後的字都不成常用的詞，換成音近、形近或文中同樣字句所用的字\
        卻是常用的詞（改膳→改善），便提出供人確認；兩字從不相連、其中一字落單，補上一字即成常用的詞者（服措施→服務措施），或補上一字即成公文常見的四字者（公設施→公共設施），視為漏字。把握較小的列為提示。簡體字與日文漢字（图、図）一律提出，全文以簡體字書寫時合為一項。文中重複出現的寫法視為用語；人名、單位名稱與期限不作此推測。
        """,
      en: """
        Common slips in official documents with characters of similar shape or sound: 廣續辦理 for 賡續辦理, 承辨單位 for 承辦單位. The list of words gives its sources and \
        contains only words that cannot be right. White space inside a word does not matter, and addresses are not checked. Each word of the list can be fixed. Beyond the list, \
        the built-in vocabulary and list of characters that sound or look alike (see NOTICE) are used: if a character does not form a common word with its neighbours, \
        but a similar one, or one that the document has in the same words, would (改膳 for 改善), it is reported for you to check; likewise if two characters never occur together, one of them \
        is on its own, and a character between them would make a common word (服措施 for 服務措施), or if it would make four characters that official texts often have (公設施 for 公共設施). Less certain cases are notes. Characters of simplified Chinese and of Japanese (图, 図) are always reported, in one finding if the whole text is written with them. What the document repeats is taken as a term; names of people, units and deadlines are not checked this way.
        """),
    failing: RuleExample(
      measures: """
        - 完成期限：↓廣 續辦理

        1. 設檔案↓閲覽室，並通知↓承辨人。
        2. 每季檢討↓改膳作業，並公布執行結果。
        """),
    passing: RuleExample(
      measures: """
        - 完成期限：賡續辦理

        1. 推廣續辦理續約之服務，設檔案閱覽室，並通知承辦人辨識身分。
        2. 詳見 https://example.gov.tw/廣續辦理 網頁。
        """),
    evidence: LocalizedText(
      zh: "一份 107 年警察計畫 24 格期限中有 15 格把「賡續」寫成「廣續」；另一份有「閲覽」「日愈升高」「有善網路」。",
      en: "15 of 24 deadline cells of one 107 police plan have 廣續 for 賡續; another plan has 閲覽, 日愈升高 and 有善網路."))

  static let repeats = Repeats.sameWords

  static let yieldsTo: [any Rule.Type] = [UnknownName.self]

  static let documents = DocumentKind.allCases

  static func check(_ plan: PlanIndex, _ findings: inout FindingList) {
    checkKnown(plan, &findings)
    checkSimplified(plan, &findings)
    checkLikely(plan, &findings)
  }

  /// Reports the words of the table.
  private static func checkKnown(_ plan: PlanIndex, _ findings: inout FindingList) {
    let hits = plan.wrongWords
    guard !hits.isEmpty else { return }
    let (places, texts) = (plan.characterPlaces, plan.denseTexts)
    var first = 0
    for text in places.texts(at: hits.lazy.map(\.place)) {
      let end = hits[first...].firstIndex { $0.place >= places.row.starts[text + 1] } ?? hits.count
      check(texts[text], hits[first..<end], from: places.row.starts[text], &findings)
      first = end
    }
  }

  /// Looks at the words that stand in a text, whose first character has a place of its own among all.
  private static func check(
    _ dense: DenseText, _ hits: ArraySlice<CharacterPlaces.Hit>, from start: Int, _ findings: inout FindingList
  ) {
    var addresses: [WebAddress]?
    var quotes = QuoteDepth()
    var read = 0
    for hit in hits {
      let index = hit.place - start
      // Not inside the word before.
      guard index >= read else { continue }
      for scalar in dense.scalars[read..<index] { quotes.take(scalar) }
      read = index
      let isOtherWord = index > 0 && WrongWord.guards[dense.scalars[index]]?.contains(dense.scalars[index - 1]) ?? false
      if isOtherWord { continue }
      let isQuoted = quotes.isInside
      let (wrong, right) = (WrongWord.wrong[hit.word], WrongWord.right[hit.word])
      let range = index..<(index + wrong.count)
      for scalar in dense.scalars[range] { quotes.take(scalar) }
      read = range.upperBound
      let source = dense.range(of: range)
      let found = addresses ?? WebAddress.all(in: dense.text)
      addresses = found
      if found.contains(where: { $0.wholeRange.overlaps(source) }) { continue }
      report(wrong, as: right, at: range, isQuoted: isQuoted, in: dense, &findings)
    }
  }

  /// How many quotation marks and titles are open.
  private struct QuoteDepth {
    private var depth = 0
    /// Whether a mark is open that is the same at both ends.
    private var isStraight = false

    var isInside: Bool { depth > 0 || isStraight }

    mutating func take(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "「", "『", "《", "〈", "“": depth += 1
      case "」", "』", "》", "〉", "”": depth = max(0, depth - 1)
      case "\"", "＂": isStraight.toggle()
      default: break
      }
    }
  }

  private static func report(
    _ wrongWord: [Unicode.Scalar], as rightWord: [Unicode.Scalar], at range: Range<Int>, isQuoted: Bool,
    in dense: DenseText, _ findings: inout FindingList
  ) {
    // The comma of ，籍由 only says where the word must stand.
    let head = wrongWord.prefix { !$0.properties.isIdeographic }.count
    let wrong = String(scalars: wrongWord.dropFirst(head))
    let right = String(scalars: rightWord.dropFirst(head))
    let differing = WrongWord.differing(wrongWord, from: rightWord)
    let place = (range.lowerBound + differing.lowerBound)..<(range.lowerBound + differing.upperBound)
    var fixes: [Finding.Fix] = []
    // A blank between two of the characters would be lost with them.
    let written = dense.part(place)
    if !rightWord.isEmpty, rightWord.count == wrongWord.count, written.string.unicodeScalars.count == place.count {
      let replacement = String(scalars: rightWord[differing])
      fixes.append(
        Finding.Fix(
          LocalizedText(zh: "改為「\(right)」", en: "Write “\(right)”"), replace: written.range, with: replacement,
          // What is quoted is somebody else's, or a play on words.
          isSafe: !isQuoted))
    }
    findings.add(
      at: dense.range(of: (range.lowerBound + head)..<range.upperBound),
      LocalizedText(zh: "「\(wrong)」應為「\(right)」。", en: "“\(wrong)” should be “\(right)”."), fixes: fixes)
  }
}

import PlanText

extension PunctuationSlip {
  private static let dots = "·‧•・∙"
  private static let dotSet: ScalarSet = "·‧•・∙"
  private static let opening: ScalarSet = "「『（(《"
  private static let closing: ScalarSet = "」』）)》"
  /// So many dots a paragraph needs, and so many characters must lie between two of them, as a mean: a list of short
  /// words (親切·專業·效率) is a slogan, and 馬克·吐溫 a name.
  private static let fewestDots = 3
  private static let shortestClause = 5

  /// Reports paragraphs that have dots for commas.
  static func checkDots(_ plan: PlanIndex, _ findings: inout FindingList) {
    for text in plan.characterPlaces.texts(withAny: dots) {
      for paragraph in plan.paragraphs[text] { checkDots(paragraph.words.text, &findings) }
    }
  }

  private static func checkDots(_ text: PlanText, _ findings: inout FindingList) {
    var offsets: [Int] = []
    var (clauses, length) = (0, 0)
    var previous: Unicode.Scalar?
    var pending: Int?
    var hasComma = false
    text.string.forEachScalar { scalar, offset in
      if scalar == "，" || scalar == "," { hasComma = true }
      if let dot = pending, scalar.isCommonHan || opening.contains(scalar) {
        if !offsets.isEmpty { clauses += length }
        offsets.append(dot)
        length = 0
      }
      let isBehindWord = previous.map { $0.isCommonHan || closing.contains($0) } ?? false
      pending = dotSet.contains(scalar) && isBehindWord ? offset : nil
      if scalar.isCommonHan { length += 1 }
      previous = scalar
    }
    guard !hasComma, offsets.count >= fewestDots, clauses >= shortestClause * (offsets.count - 1),
      let first = offsets.first
    else { return }
    let ranges = offsets.map { text.sourceRange(of: $0..<text.string.endOfScalar(at: $0)) }
    let dot = text.part(first..<text.string.endOfScalar(at: first)).string
    findings.add(
      at: ranges[0],
      LocalizedText(
        zh: "這一段有 \(offsets.count) 個「\(dot)」用在應為逗號或頓號的地方，請改用「，」或「、」。",
        en: "In this passage \(offsets.count) “\(dot)” are used for commas; write ， or 、."),
      fixes: [
        Finding.Fix(
          LocalizedText(zh: "改為「，」", en: "Write “，”"), edits: ranges.map { Finding.Edit(range: $0, text: "，") },
          isSafe: false)
      ])
  }
}
